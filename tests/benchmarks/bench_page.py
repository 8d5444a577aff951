"""Two thousand phones on the audience's page: how long they wait, what is lost, what one hears.

The whole program plays a demo show into JACK's dummy driver and serves its page; a process of its
own plays the phones on loopback: each listens for news and votes every two seconds. First the same
show without any phone: the yardstick. Needs jackd; the figures are those of everything together on
this machine, the phones included.

    python tests/benchmarks/bench_page.py --phones 2000 --votes-per-s 1000 --seconds 20
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent))
from jack_control import jack_server

ROOT = Path(__file__).parents[2]
INSTRUMENTS = ("drum", "heavy_bass", "lead_bass", "line_bass", "melody", "pad", "synth", "vocal")
HEALTH_S = 1.0


def cpu_s(pid: int) -> float:
    """CPU seconds that a process used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


class Show:
    """`mwk --headless --json --page`; its health lines as they come."""

    def __init__(self, folder: Path, port: int, device: str) -> None:
        (folder / "mwk.toml").touch()
        command = [sys.executable, "-m", "mwk_desktop", "--headless", "--json", "--rate", "1e-6"]
        command += ["--device", device, "--page", f"127.0.0.1:{port}", "--window-ms", "7500"]
        self.health: list[dict[str, Any]] = []
        self.gaps_ms: list[float] = []
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={
                **os.environ,
                "MWK_CONFIG": str(folder / "mwk.toml"),
                "MWK_STATE_DIR": str(folder),
            },
        )  # fmt: skip
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for text in self.process.stdout:
            line = json.loads(text)
            if line["type"] == "health":
                self.health.append(line)

    def wait_for(self, what: Any, timeout_s: float = 60.0) -> None:
        deadline = time.monotonic() + timeout_s
        while not (self.health and what(self.health[-1])):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("the show does not get there; is jackd running?")
            time.sleep(0.1)

    def cpu_s(self) -> tuple[float, float]:
        """What the show's process and its page's used so far (the engine is another one)."""
        return cpu_s(self.process.pid), cpu_s(self.page_pid())

    def pipe_writes(self) -> int:
        """How often the page's process wrote to its pipe or its file of names (not to phones)."""
        io = Path(f"/proc/{self.page_pid()}/io").read_text("ascii")
        return int(io.partition("syscw: ")[2].split()[0])

    def page_pid(self) -> int:
        """The page's process: the child of the show that holds most sockets."""
        found: list[tuple[int, int]] = []
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        for child in {one for task in tasks for one in (task / "children").read_text().split()}:
            sockets = 0
            for link in Path(f"/proc/{child}/fd").iterdir():
                with suppress(FileNotFoundError):  # closed meanwhile
                    sockets += "socket" in str(link.readlink())
            found.append((sockets, int(child)))
        return max(found)[1]

    def phase(self, begin: int) -> dict[str, Any]:
        """What changed since health line number ``begin``."""
        lines = self.health[begin:]
        gaps_ms = [b["t_ms"] - a["t_ms"] for a, b in pairwise(lines)]
        seconds = (lines[-1]["t_ms"] - lines[0]["t_ms"]) / 1000
        return {
            "seconds": round(seconds, 1),
            "blocks": int(seconds * 48_000 / 256),
            "missed": lines[-1]["xruns"] - lines[0]["xruns"],
            "health_late_ms": max(gaps_ms) - int(HEALTH_S * 1000),
            "rss_mb": lines[-1]["rss_mb"],
            "engine": lines[-1]["engine"],
            "load": round(os.getloadavg()[0], 2),
        }

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(30)


@contextmanager
def running_show(port: int, device: str) -> Iterator[Show]:
    """A demo show; ``device``: ``system`` is JACK's dummy driver, which this starts."""
    server = jack_server(256) if device == "system" else nullcontext()
    with server, tempfile.TemporaryDirectory() as folder:
        show = Show(Path(folder), port, device)
        try:
            yield show
        finally:
            show.end()


# -- the phones: a process of its own -------------------------------------------------------------


class Line(asyncio.Protocol):
    """One connection; answers are matched to what was asked, one at a time."""

    def __init__(self) -> None:
        self.got = b""
        self.answer: asyncio.Future[bytes] | None = None
        self.transport: asyncio.Transport | None = None
        self.receipts = self.pieces = self.bytes = 0
        self.lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        if self.answer is not None and not self.answer.done():
            self.answer.set_exception(ConnectionError("closed"))

    def data_received(self, data: bytes) -> None:
        if self.answer is None:  # a phone that listens
            self.receipts += data.count(b"event: receipt")
            self.pieces += 1
            self.bytes += len(data)
            return
        self.got += data
        head, found, body = self.got.partition(b"\r\n\r\n")
        if found:
            length = re.search(rb"Content-Length: (\d+)", head)
            if length is not None and len(body) >= int(length[1]) and not self.answer.done():
                self.answer.set_result(self.got)

    async def ask(self, request: bytes) -> bytes:
        self.got = b""
        self.answer = asyncio.get_running_loop().create_future()
        assert self.transport is not None
        self.transport.write(request)
        return await asyncio.wait_for(self.answer, 30)


class Phones:
    """All phones of the room."""

    def __init__(
        self, port: int, count: int, votes_per_s: float, seconds: float, path: str = "/"
    ) -> None:
        self.path = path
        self.port, self.count, self.seconds = port, count, seconds
        self.every_s = count / votes_per_s
        self.waits_s: list[float] = []
        self.codes: dict[str, int] = {}
        self.listeners: list[Line] = []
        self.opened_s: list[float] = []
        self.reopened = 0

    async def connect(self) -> Line:
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(Line, "127.0.0.1", self.port)
        return line

    async def phone(self, number: int, begins_s: float) -> None:
        loop = asyncio.get_running_loop()
        host = f"Host: 127.0.0.1:{self.port}\r\n"
        await asyncio.sleep(number / self.count * 4.0)  # the room scans the code within seconds
        began_s = loop.time()
        while True:
            try:
                line = await self.connect()
                page = await line.ask(f"GET {self.path} HTTP/1.1\r\n{host}\r\n".encode())
                break
            except (OSError, TimeoutError):
                self.reopened += 1
        self.opened_s.append(loop.time() - began_s)
        cookie = re.search(rb"Set-Cookie: ([^;]+)", page)
        token = re.search(rb'name="token" value="([^"]+)"', page)
        assert cookie is not None
        assert token is not None
        head = f"{host}Cookie: {cookie[1].decode()}\r\n"
        listener = await self.connect()
        self.listeners.append(listener)
        assert listener.transport is not None
        listener.transport.write(f"GET /events HTTP/1.1\r\n{head}\r\n".encode())
        at_s = begins_s + number / self.count * self.every_s
        n = number
        while at_s < begins_s + self.seconds:
            await asyncio.sleep(max(0.0, at_s - loop.time()))
            form = urlencode(
                {
                    "token": token[1].decode(),
                    "instrument": INSTRUMENTS[n * n % 8],
                    "name": f"phone {number}",
                    "message": "more of it please",
                }
            ).encode()
            request = (
                f"POST /vote HTTP/1.1\r\n{head}Accept: application/json\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(form)}\r\n\r\n"
            ).encode() + form
            try:
                # From the moment it should have been sent: a server that is behind is not excused.
                if line.lost:
                    line = await self.connect()
                answer = await line.ask(request)
                found = re.search(rb'"code":"(\w+)"', answer)
                code = found[1].decode() if found else answer[9:12].decode()
            except (OSError, TimeoutError) as error:
                code = type(error).__name__
                line.lost = True
            self.waits_s.append(loop.time() - at_s)
            self.codes[code] = self.codes.get(code, 0) + 1
            at_s += self.every_s
            n += 1

    async def run(self) -> None:
        begins_s = asyncio.get_running_loop().time() + 6.0
        await asyncio.gather(*(self.phone(number, begins_s) for number in range(self.count)))
        await asyncio.sleep(9.0)  # the last window lands
        waits_ms = sorted(wait_s * 1000 for wait_s in self.waits_s)

        def share(part: float) -> float:
            return round(waits_ms[min(len(waits_ms) - 1, int(part * len(waits_ms)))], 1)

        print(
            json.dumps(
                {
                    "sent": len(waits_ms),
                    "codes": self.codes,
                    "p50_ms": share(0.5),
                    "p99_ms": share(0.99),
                    "worst_ms": share(1.0),
                    "opened_again": self.reopened,
                    "page_worst_ms": round(max(self.opened_s) * 1000, 1),
                    "listening": sum(not line.lost for line in self.listeners),
                    "receipts": sum(line.receipts for line in self.listeners),
                    "heard_pieces": sum(line.pieces for line in self.listeners),
                    "heard_kb": sum(line.bytes for line in self.listeners) // 1000,
                }
            )
        )


def raise_limit() -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=2_000)
    parser.add_argument("--votes-per-s", type=float, default=1_000.0)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--quiet-seconds", type=float, default=10.0, help="of the yardstick")
    parser.add_argument("--device", default="system", help="null: without JACK, as a test does")
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--path", default="/", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.port:
        raise_limit()
        votes_per_s, seconds = arguments.votes_per_s, arguments.seconds
        phones = Phones(arguments.port, arguments.phones, votes_per_s, seconds, arguments.path)
        asyncio.run(phones.run())
        return 0
    port = free_port()
    with running_show(port, arguments.device) as show:
        engine = "silent" if arguments.device == "null" else "running"
        show.wait_for(lambda line: line.get("page") and line["engine"] == engine)
        time.sleep(3.0)
        begin = len(show.health)
        time.sleep(arguments.quiet_seconds)
        print(f"{'no phone':12s} {json.dumps(show.phase(begin))}", flush=True)
        begin = len(show.health)
        command = [sys.executable, __file__, "--port", str(port)]
        command += ["--phones", str(arguments.phones), "--seconds", str(arguments.seconds)]
        command += ["--votes-per-s", str(arguments.votes_per_s)]
        before_s, began_s, written = show.cpu_s(), time.monotonic(), show.pipe_writes()
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        figures = json.loads(done.stdout)
        votes = figures["sent"]
        figures["pipe_writes_a_vote"] = round((show.pipe_writes() - written) / votes, 2)
        for kind in ("pieces", "kb"):
            figures[f"heard_{kind}_a_vote"] = round(figures.pop(f"heard_{kind}") / votes, 2)
        for name, now_s, then_s in zip(("show", "page"), show.cpu_s(), before_s, strict=True):
            figures[f"cores_of_the_{name}"] = round(
                (now_s - then_s) / (time.monotonic() - began_s), 2
            )
            figures[f"{name}_cpu_us_a_vote"] = round((now_s - then_s) / votes * 1e6)
        time.sleep(2.0)
        last = show.health[-1]
        figures["lost"] = figures["codes"].get("sent", 0) - last["votes"]
        print(f"{'phones':12s} {json.dumps(figures)}", flush=True)
        print(f"{'the show':12s} {json.dumps(show.phase(begin))}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

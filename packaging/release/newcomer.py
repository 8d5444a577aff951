"""Walk where the README sends a newcomer, timed: from `git clone` to sound and to a phone's vote.

    python packaging/release/newcomer.py [SOURCE]

Clones SOURCE (this checkout), types what the README's first screen says, and waits for what it
promises. The ear is a JACK server with the dummy driver, the desktop is Xvfb, and the phone is
Chromium in a phone's size at the address that the program prints. Prints both times; wheels that
pip has cached are not fetched again. Needs what `make setup` installs.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOUND_S, VOTE_S = 60.0, 180.0
"""What is promised: with wheels in pip's cache."""

COMMAND = "make run ARGS=--page"
MOST_S = 1_200.0
END_S = 60.0


class Walk:
    """A running program, and what it has said so far."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        readme = (folder / "README.md").read_text("utf-8")
        if COMMAND not in readme:
            raise RuntimeError(f"the README does not say: {COMMAND}")
        # What is added only lets this script see what a newcomer hears and reads.
        self.process = subprocess.Popen(
            ["make", "run", f"ARGS=--page --json --state-dir {folder}/state"],
            cwd=folder,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.health: dict[str, object] = {}
        self.said: list[str] = []
        self.news = threading.Condition()
        for read in (self._read_lines, self._read_texts):
            threading.Thread(target=read, daemon=True).start()

    def _read_lines(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self.news:
                if line.startswith("{"):
                    found = json.loads(line)
                    self.health = found if found["type"] == "health" else self.health
                else:
                    print(f"  {line.rstrip()}", flush=True)
                self.news.notify_all()

    def _read_texts(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self.news:
                print(f"  {line.rstrip()}", flush=True)
                self.said.append(line)
                self.news.notify_all()

    def end(self) -> None:
        """As Ctrl+C in the terminal ends it; says so if it does not."""
        os.killpg(self.process.pid, signal.SIGINT)
        try:
            self.process.wait(END_S)
        except subprocess.TimeoutExpired:
            print("it did NOT end by Ctrl+C and was killed", flush=True)
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def sounds(self) -> bool:
        return self.health.get("engine") == "running" and bool(self.health.get("playing"))

    def address(self) -> str:
        found = re.search(r"https?://[\w.:\[\]-]+\w", "".join(self.said))
        return found.group(0) if found else ""

    def wait(self, what: Callable[[], object]) -> None:
        """Until ``what`` is true, at most twenty minutes, or until the program ends."""
        with self.news:
            if not self.news.wait_for(lambda: what() or self.process.poll() is not None, MOST_S):
                raise RuntimeError("nothing came of it")
            if not what():
                raise RuntimeError(f"it ended with {self.process.returncode}")


@contextlib.contextmanager
def room() -> Iterator[dict[str, str]]:
    """A sound card and a desktop; the environment in which both are found."""
    environ = {**os.environ, "JACK_NO_AUDIO_RESERVATION": "1", "JACK_NO_START_SERVER": "1"}
    for name in ("PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS", "MFLAGS", "MAKELEVEL"):
        environ.pop(name, None)
    environ["JACK_DEFAULT_SERVER"] = "newcomer"
    jack = ["jackd", "-r", "-n", "newcomer", "-d", "dummy", "-r", "48000", "-p", "1024"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    read, write = os.pipe()
    xvfb = ["Xvfb", "-displayfd", str(write), "-screen", "0", "2560x1600x24", "-nolisten", "tcp"]
    with (
        subprocess.Popen([*jack, "-C", "2", "-P", "2"], env=environ, **quiet) as server,  # type: ignore[call-overload]
        subprocess.Popen(xvfb, pass_fds=[write], stderr=subprocess.DEVNULL) as display,
    ):
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                environ["DISPLAY"] = f":{answer.readline().strip()}"
            yield environ
        finally:
            display.terminate()
            server.terminate()


def vote(address: str) -> str:
    """Open the page as a phone does, tap the drum; returns what the page then says."""
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        phone = browser.new_page(
            viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
        )
        phone.goto(address)
        phone.tap("button[value=drum]")
        status = phone.locator("[role=status]").first
        counted = re.compile("counts for the next scene|plays now")
        expect(status).to_have_text(counted, timeout=60_000)
        said = status.inner_text()
        browser.close()
        return said


def main() -> int:
    source = sys.argv[1] if len(sys.argv) > 1 else str(ROOT)
    with tempfile.TemporaryDirectory() as folder, room() as environ:
        clone = Path(folder) / "clone"
        begin = time.monotonic()
        subprocess.run(["git", "clone", "--quiet", source, str(clone)], check=True)
        walk = Walk(clone, environ)
        try:
            walk.wait(walk.sounds)
            sound_s = time.monotonic() - begin
            print(f"sound on {walk.health['device']} after {sound_s:.0f} s", flush=True)
            walk.wait(walk.address)
            said = vote(walk.address())
            vote_s = time.monotonic() - begin
            print(f"a phone's vote at {walk.address()} after {vote_s:.0f} s: {said!r}")
        finally:
            walk.end()
    print(f"promised: {SOUND_S:.0f} s and {VOTE_S:.0f} s, with wheels in pip's cache")
    return 0 if sound_s <= SOUND_S and vote_s <= VOTE_S else 1


if __name__ == "__main__":
    sys.exit(main())

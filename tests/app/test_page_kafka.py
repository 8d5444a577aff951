"""The page on a real Kafka: by itself, and beside a live show on another topic of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import build_opener

import pytest

from tests.app.page_shows import WINDOW_MS, browser_of_old, vote_by
from tests.kafka.conftest import free_port
from tests.support import wait_for

ROOT = Path(__file__).parents[2]


class Program:
    """`mwk ... --json` as a process; its lines are read on a thread."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "mwk.toml").touch()
        self.lines: list[dict[str, Any]] = []
        self.log = folder / "stderr.log"
        with self.log.open("ab") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mwk_desktop", *arguments, "--json"],
                stdout=subprocess.PIPE, stderr=stderr, text=True, cwd=ROOT,
                env={
                    **os.environ,
                    "MWK_CONFIG": str(folder / "mwk.toml"),
                    "MWK_STATE_DIR": str(folder),
                },
            )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    def wait_for(self, what: Any, timeout_s: float = 90.0) -> None:
        def seen() -> object:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            return what()

        wait_for(seen, timeout_s, otherwise=lambda: self.log.read_text("utf-8"))

    def last(self, kind: str) -> dict[str, Any]:
        found = [line for line in self.lines if line["type"] == kind]
        return found[-1] if found else {}

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(60)
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    running: list[Program] = []
    yield running
    for program in running:
        program.end()


def where(kafka: dict[str, Any], topic: str) -> list[str]:
    return ["--bootstrap-servers", kafka["bootstrap.servers"], "--topic", topic]


def url_when_served(program: Program, url: str) -> str:
    opener = build_opener()

    def answers() -> bool:
        try:
            with opener.open(url, timeout=5) as response:
                return bool(response.status == 200)
        except OSError:
            return False

    program.wait_for(answers)
    return url


@pytest.mark.timeout(280)
def test_votes_of_both_pages_arrive_once_and_the_show_counts_them(
    kafka: dict[str, Any],
    topic: str,
    tmp_path: Path,
    programs: list[Program],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MWK_SHOW__GRACE_MS", "10000")  # no vote comes too late to be counted here
    ports = free_port(), free_port()
    live = Program(
        tmp_path / "live", "live", "--headless", "--device", "null", *where(kafka, topic),
        "--window-ms", str(WINDOW_MS), "--page", f"127.0.0.1:{ports[0]}",
    )  # fmt: skip
    programs.append(live)
    alone = Program(tmp_path / "alone", "page", f"127.0.0.1:{ports[1]}", *where(kafka, topic))
    programs.append(alone)
    live.wait_for(lambda: live.last("health").get("source") == "connected")
    beside = url_when_served(live, f"http://127.0.0.1:{ports[0]}")
    by_itself = url_when_served(alone, f"http://127.0.0.1:{ports[1]}")

    voters: dict[str, list[Any]] = {beside: [], by_itself: []}
    for url, instrument in [(beside, "vocal"), (by_itself, "synth")]:
        for _ in range(3):
            opener, token = browser_of_old(url)
            live.wait_for(lambda: vote_by(opener, url, token, instrument)["code"] == "sent")  # noqa: B023
            voters[url].append(opener)
    live.wait_for(lambda: live.last("health")["votes"] == 6)

    def told(opener: Any, url: str) -> dict[str, Any]:
        with opener.open(f"{url}/state", timeout=60) as response:
            return dict(json.loads(response.read()))

    # What the show counted itself it tells its own page; the other one only knows what it sent.
    for opener in voters[beside]:
        live.wait_for(lambda: {"outcome", "receipt"} & told(opener, beside).keys())  # noqa: B023
    for opener in voters[by_itself]:
        assert not {"outcome", "receipt"} & told(opener, by_itself).keys()
    alone.wait_for(lambda: alone.last("page").get("delivered") == 3)
    line = live.last("health")["page"]
    assert (line["address"], line["open"], line["votes"]) == (beside, True, 3)
    live.wait_for(
        lambda: (
            sum(line["votes"].get("vocal", 0) for line in live.lines if line["type"] == "window")
            == 3
        )
    )

    alone.end()
    assert alone.process.returncode in (0, 130)
    assert alone.last("summary")["delivered"] == 3
    live.end()
    assert live.process.returncode == 0, live.log.read_text("utf-8")
    assert "Traceback" not in live.log.read_text("utf-8") + alone.log.read_text("utf-8")


@pytest.mark.soak
@pytest.mark.timeout(280)
def test_without_kafka_the_phone_is_told_and_later_votes_again(
    broker: Any, kafka: dict[str, Any], topic: str, tmp_path: Path, programs: list[Program]
) -> None:
    port = free_port()
    page = Program(tmp_path / "alone", "page", f"127.0.0.1:{port}", *where(kafka, topic))
    programs.append(page)
    url = url_when_served(page, f"http://127.0.0.1:{port}")
    opener, token = browser_of_old(url)
    page.wait_for(lambda: vote_by(opener, url, token, "drum")["code"] == "sent")
    broker.kill()
    page.wait_for(lambda: page.last("page").get("state") not in (None, "connected", "connecting"))
    assert vote_by(opener, url, token, "drum")["code"] == "lost"
    broker.start()
    page.wait_for(lambda: page.last("page")["state"] == "connected")
    page.wait_for(lambda: vote_by(opener, url, token, "drum")["code"] == "sent")
    page.wait_for(lambda: page.last("page")["delivered"] == page.last("page")["votes"] >= 2)


def test_nothing_listens_there(tmp_path: Path, programs: list[Program]) -> None:
    program = Program(tmp_path / "alone", "page", "127.0.0.1:0", *where(
        {"bootstrap.servers": "127.0.0.1:1"}, "twitter_json"
    ))  # fmt: skip
    programs.append(program)
    assert program.process.wait(60) == 2
    assert program.log.read_text("utf-8").count("\n") == 1
    assert "Nothing listens" in program.log.read_text("utf-8")

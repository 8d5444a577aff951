"""Fifteen hundred phones behind one address, all let in by one code, all voting and listening."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mwk_desktop.sources.page.page_address import listen
from mwk_desktop.sources.page.page_process import PageProcess
from mwk_desktop.sources.page.show_facts import ShowFacts
from mwk_desktop.sources.room_code import RoomCode
from mwk_desktop.sources.status_source import StatusMessage
from tests.support import wait_for

PHONES, VOTES_PER_S, SECONDS = 1_500, 700, 12
P99_MS = 1_000.0


PLAY = Path(__file__).parents[1] / "benchmarks" / "bench_page.py"


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line) / 1024


@pytest.mark.soak
def test_no_honest_vote_is_refused(tmp_path: Path) -> None:
    votes: list[StatusMessage] = []
    counted, lock = {"drum": 0}, threading.Lock()

    def put(message: StatusMessage) -> bool:
        with lock:
            votes.append(message)
            counted["drum"] += 1
        return True

    def facts() -> ShowFacts:
        with lock:
            return ShowFacts("", True, 10_000, 30_000, 30_000, dict(counted), ("pad",), 1)

    room = RoomCode(b"k" * 32)
    page = PageProcess(
        facts, b"k" * 32, listen("127.0.0.1", 0), host="127.0.0.1", room=room,
        voters=tmp_path / "voters.jsonl",
    )  # fmt: skip
    page.start(put)
    try:
        assert page.pid is not None
        before_s = cpu_s(page.pid)
        command = [sys.executable, str(PLAY), "--port", str(page.port), "--phones", str(PHONES)]
        command += ["--votes-per-s", str(VOTES_PER_S), "--seconds", str(SECONDS)]
        command += ["--path", f"/{room.scan_word}"]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=300)
        figures = json.loads(done.stdout)
        figures |= {"cpu_s": round(cpu_s(page.pid) - before_s, 1)}
        figures |= {"memory_mb": round(memory_mb(page.pid), 1), "load": os.getloadavg()[0]}
        print(json.dumps(figures))
        assert set(figures["codes"]) == {"sent"}, "no honest vote is refused"
        assert figures["sent"] == figures["codes"]["sent"] >= PHONES
        assert figures["listening"] == PHONES
        wait_for(lambda: len(votes) == figures["sent"])
        assert page.counts.refused == 0
        assert page.starts == 1
        assert figures["p99_ms"] <= 5 * P99_MS, figures
    finally:
        page.stop()


@pytest.mark.soak
def test_the_whole_program_counts_them_all() -> None:
    """A demo show and its engine beside the page; each vote is counted, and each phone is told."""
    command = [sys.executable, str(PLAY), "--device", "null", "--phones", str(PHONES)]
    command += ["--votes-per-s", str(VOTES_PER_S), "--seconds", "8", "--quiet-seconds", "3"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=300)
    print(done.stdout)
    lines = (line.partition("{") for line in done.stdout.splitlines())
    told = {name.strip(): json.loads(brace + rest) for name, brace, rest in lines}
    figures = told["phones"]
    assert figures["codes"] == {"sent": figures["sent"]}, "no honest vote is refused"
    assert figures["lost"] == 0
    assert figures["listening"] == PHONES <= figures["receipts"]
    assert told["the show"]["engine"] == "silent", "the null device plays on"
    assert figures["p99_ms"] <= 5 * P99_MS, figures

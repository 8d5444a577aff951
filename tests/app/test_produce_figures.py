"""`mwk produce` says every second how far it is, on a clock that the test holds."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.verbs import produce_recording
from mwk_desktop.cli.main import run
from mwk_desktop.kafka.tweet_producer import Deliveries
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter
from tests.support import T0_MS

SECONDS = 4


class HeldClock:
    """Time passes where the program sleeps, with each record that is sent, and a little with each
    look at the clock: the last moment before a record is spent awake."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def monotonic(self) -> float:
        return self.now_s

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds

    def steady_ns(self) -> int:
        self.now_s += 1e-6
        return int(self.now_s * 1e9)


class TakesAll:
    """A Kafka that acknowledges at once."""

    topic = "copy"

    def __init__(self, clock: HeldClock, record_s: float) -> None:
        self._clock, self._record_s = clock, record_s
        self._count = 0

    def produce(self, *_record: Any, **_more: Any) -> bool:
        self._clock.sleep(self._record_s)
        self._count += 1
        return True

    @property
    def deliveries(self) -> Deliveries:
        return Deliveries(self._count, self._count, 0)

    def poll(self) -> None:
        pass

    def close(self, _timeout_s: float) -> None:
        pass


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("record_s", [0.0, 0.99 * SECONDS / 1_000])
def test_figures_come_every_second(
    terminal: bool,
    record_s: float,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also beside a progress bar, and where the sending never waits (``record_s``)."""
    clock = HeldClock()
    with RecordingWriter(tmp_path / "in.jsonl") as writer:
        for n in range(1_000):
            at_ms = T0_MS + (0 if record_s else n * SECONDS)
            writer.write_all([Record("mine", 0, n, at_ms, None, b"drum", ())])
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr(produce_recording, "time", clock)
    monkeypatch.setattr(produce_recording, "steady_ns", clock.steady_ns)
    monkeypatch.setattr(produce_recording, "ensure_topic", lambda *_, **__: None)
    takes_all = TakesAll(clock, record_s)
    monkeypatch.setattr(produce_recording, "TweetProducer", lambda *_, **__: takes_all)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert run(["produce", str(tmp_path / "in.jsonl"), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["type"] for line in lines] == ["produce"] * (SECONDS - 1) + ["summary"]
    assert lines[-1]["acknowledged"] == 1_000

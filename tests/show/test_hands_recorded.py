"""Where in a recording its presenter did something."""

from __future__ import annotations

from pathlib import Path

import pytest

from mwk_desktop.show.commands import Mode, SetGain, SetHold, SetMode
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import MOST_OVERRIDES, _spread_out, prepare
from mwk_desktop.sources.recording_source import RecordingSource
from tests.show.shows import RATE_HZ, WINDOW_MS, Live, Replayed, batch_of
from tests.support import T0_MS, arithmetic_music, envelope, status, write_lines


def _recorded_show(path: Path) -> None:
    crowd = [
        (t_ms, batch_of(T0_MS + t_ms, ("ana", "drum"), ("bert", "pad"), first=t_ms))
        for t_ms in range(500, 20_000, 1_000)
    ]
    hand = [
        (4_000, SetMode("drum", Mode.ON)),
        (12_000, SetHold(True)),
        # A fader on its way is one place.
        *((15_000 + i, SetGain("pad", 0.5 + i / 1000)) for i in range(0, 50, 10)),
    ]
    Live(path).run(20_000, [*crowd, *hand])


def test_the_hand_of_a_recorded_show(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    _recorded_show(path)
    replayed = Replayed(path)
    assert replayed.recorded.overrides_ms == pytest.approx((4_000, 12_000, 15_000), abs=60)
    replay = replayed.show(PlannedLaunches(RATE_HZ)).next_snapshot().replay
    assert replay is not None
    assert replay.overrides_ms == replayed.recorded.overrides_ms


def test_with_sounds_of_another_length_too(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    _recorded_show(path)
    other = arithmetic_music(rate_hz=44_100)
    recorded = prepare(RecordingSource(path), other, WINDOW_MS, 250, None)
    assert len(recorded.overrides_ms) == 3


def test_a_recorded_topic_has_no_hand(tmp_path: Path) -> None:
    lines = [envelope(status("drum", "a", id_=1), T0_MS, offset=0)]
    assert Replayed(write_lines(tmp_path / "some.jsonl", lines)).recorded.overrides_ms == ()


def test_as_many_as_a_timeline_can_show() -> None:
    many = _spread_out(list(range(-5, 200_000, 7)), 0, 100_000)
    assert len(many) <= MOST_OVERRIDES + 1
    assert (many[0], many[-1] <= 100_000) == (0, True)
    assert _spread_out([5, 9], 5, 0) == (0,)
    assert _spread_out([], 0, 0) == ()

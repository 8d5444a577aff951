"""The end of a timed replay: where the bounce ends, and never without its fade."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mwk_desktop.engine.protocol import Curve
from mwk_desktop.records.record_types import Record
from mwk_desktop.show.commands import FadeOut, SetMute, SetSpeed
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from tests.show.shows import RATE_HZ, Live, Replayed, batch_of
from tests.support import T0_MS, envelope, status, votes, write_lines


def replace_value(record: Record, value: bytes) -> Record:
    return Record(
        record.topic, 0, record.offset, record.timestamp_ms, None, value, (), record.arrival_ms
    )


def tweet_at(ms: int, text: str = "drum", user: str = "ana") -> tuple[int, Any]:
    return ms, batch_of(T0_MS + ms, (user, text), first=ms)


def test_a_log_that_goes_on_long_after_the_last_tweet_ends_with_the_bounce(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    # The hand still moves in the window after the last tweet's, and long after the end.
    hand = [(5_500, SetMute("drum", True)), (30_000, SetMute("pad", True))]
    Live(path).run(40_000, [tweet_at(500), tweet_at(3_000, "pad"), *hand])
    bounced = Replayed(path).offline()
    assert bounced is not None
    timed = Replayed(path)
    planned = timed.timed()
    assert planned.ramps == bounced.ramps
    assert dict(enumerate(planned.launches)) == bounced.launches
    assert planned.ramps[Curve.FADE][-1].ramp_frames == RATE_HZ // 5
    assert 0 <= planned.frame - bounced.end_frame < RATE_HZ // 20


def test_recorded_fades_before_the_end_are_played(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    Live(path).run(20_000, [tweet_at(500), tweet_at(3_000, "pad"), (4_500, FadeOut())])
    bounced = Replayed(path).offline()
    planned = Replayed(path).timed()
    assert bounced is not None
    assert planned.ramps == bounced.ramps
    assert len(planned.ramps[Curve.FADE]) == 2


def test_tweets_at_the_end_that_do_not_count_leave_an_end_with_a_fade(tmp_path: Path) -> None:
    lines = votes(["drum", "pad"])
    lines += [{**lines[1], "ts": T0_MS + 30_000, "offset": 9}]  # delivered again, much later
    replayed = Replayed(write_lines(tmp_path / "some.jsonl", lines))
    planned = replayed.timed()
    (ramp,) = planned.ramps[Curve.FADE]
    assert ramp.frame >= 30 * RATE_HZ
    assert planned.frame >= ramp.frame + ramp.ramp_frames


def test_garbage_after_the_last_tweet_of_a_log_moves_no_end(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    late = batch_of(T0_MS + 25_000, ("x", "x"), first=77)
    late.tweets[0] = None
    record = late.records[0]
    late.records[0] = replace_value(record, b"{no json")
    Live(path).run(30_000, [tweet_at(500), (25_000, late)])
    bounced = Replayed(path).offline()
    planned = Replayed(path).timed()
    assert bounced is not None
    assert planned.ramps == bounced.ramps


def test_another_speed_near_the_end_moves_the_fade(tmp_path: Path) -> None:
    lines = [envelope(status("drum", "ana", id_=1), T0_MS + 100)]
    replayed = Replayed(write_lines(tmp_path / "some.jsonl", lines))
    planned = PlannedLaunches(RATE_HZ)
    show = replayed.show(planned)
    show.start()
    while not show.finished:
        before = planned.frame
        planned.advance_to(before + 960)
        show.tick()
        if before < 6 * RATE_HZ <= planned.frame:
            show.apply_command(SetSpeed(0.5))
    (ramp,) = planned.ramps[Curve.FADE]
    assert ramp.target == 0.0
    assert planned.frame >= ramp.frame + ramp.ramp_frames

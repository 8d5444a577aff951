"""A tap gets every counted tweet once, with its place in the topic, from every driver."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mwk_desktop.frame_pacing import UNPACED_TWEETS
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import prepare
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.show.shows import CountedTweets, Live
from tests.support import T0_MS, arithmetic_music, live_batch, votes, write_lines

WINDOW_MS = 3_750
MUSIC = arithmetic_music()
NAMES = ["drum", "pad", "hello", "drum", "vocal"]


EXPECTED = [
    (0, n, f"{name} #mwk", None if name == "hello" else name) for n, name in enumerate(NAMES)
]
COMMON: dict[str, Any] = {"opening": ("pad",), "quantize": "bar", "grace_ms": 250}


def new_counting() -> Counting:
    return Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 0)


def test_offline_every_tweet_once(tmp_path: Path) -> None:
    lines = votes(NAMES, step_ms=1_000)
    lines.insert(2, lines[1])  # a duplicate is not counted
    path = write_lines(tmp_path / "some.jsonl", lines)
    recorded = prepare(RecordingSource(path), MUSIC, WINDOW_MS, 250, None)
    tap = CountedTweets()
    OfflineShow(recorded, new_counting(), listener=tap, **COMMON).run()
    assert tap.rows == EXPECTED
    assert tap.restarts == 0


def test_each_pass_of_a_loop_begins_again(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "some.jsonl", votes(NAMES, step_ms=1_000))
    recorded = prepare(RecordingSource(path), MUSIC, WINDOW_MS, 250, None)
    tap = CountedTweets()
    planned = PlannedLaunches(MUSIC.rate_hz)
    show = ReplayShow(
        recorded, new_counting, planned, speed=1.0, loop=True, file_name="x", listener=tap, **COMMON
    )
    show.start()
    seen = []
    while tap.restarts < 2:
        before = tap.restarts, list(tap.rows)
        planned.advance_to(planned.frame + 4_800)
        show.tick()
        if tap.restarts > before[0]:
            seen.append(before[1])
    assert seen == [EXPECTED, EXPECTED]
    assert len(show.next_snapshot().feed) <= len(NAMES)


def test_a_live_show_asks_its_tap_also_with_nothing_new_and_in_pieces(tmp_path: Path) -> None:
    """Whoever waits for the show thread (results for other screens) sends an empty batch."""
    live = Live(tmp_path / "live.jsonl")
    taken: list[int] = []

    class Asked(CountedTweets):
        def on_counted(
            self, batch: Batch, counted: Any, closed_until_ms: int, refused: Any
        ) -> None:
            taken.append(len(counted))

    live.show.core.listener = Asked()
    live.show.fold_batch(Delivery(Batch()))
    assert taken == [0]
    live.show.fold_batch(live_batch(["drum"] * (UNPACED_TWEETS + 1), T0_MS))
    assert taken == [0, UNPACED_TWEETS // 2, UNPACED_TWEETS // 2 + 1]
    live.writer.close()

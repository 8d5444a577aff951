"""The core that every driver drives: what is counted, planned, recorded and listened to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from mwk_desktop.records.record_types import Record
from mwk_desktop.show.commands import HideMessage, SetHold, SetMute, SetVariation, ShowWinner
from mwk_desktop.show.core import FEED_PER_BATCH, MAX_CLOSES, ShowCore
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.log.recorded_landings import RecordedLandingsPort
from mwk_desktop.show.music import Music
from mwk_desktop.topology.counting import ClosedWindow, Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.show.shows import CountedTweets, batch_of
from tests.support import T0_MS, arithmetic_music, live_batch

WINDOW_MS = 3_750
WINDOW_FRAMES = 180_000
MUSIC = arithmetic_music()
GRID = MUSIC.grid(0)
LINE = GRID.next_line(0, "bar")


class Written:
    """A recorder that keeps what it is given."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.lines: list[tuple[int, dict[str, Any]]] = []

    def write_all(self, records: Sequence[Record]) -> None:
        self.records += records

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        self.lines.append((arrival_ms, dict(line)))

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [line for _, line in self.lines if line["type"] == kind]


class Held:
    """A core on an offline timeline, moved by hand."""

    def __init__(self, *, recorded: bool = True, music: Music = MUSIC, **options: Any) -> None:
        self.planned = PlannedLaunches(48_000)
        self.written = Written() if recorded else None
        self.windows: list[tuple[ClosedWindow, list[str]]] = []
        self.core = ShowCore(
            Counting(CountingRules(window_ms=WINDOW_MS), music.clips, 0),
            music,
            GRID,
            self.planned,
            recorder=self.written,
            on_window=lambda window, scene: self.windows.append((window, scene)),
            **{"opening": ("drum", "pad"), "quantize": "bar", "grace_ms": 250, **options},
        )
        self.core.conductor.start(0)

    def go(self, frame: int, now_ms: int = -1) -> None:
        self.planned.advance_to(frame)
        self.core.advance(frame, now_ms)

    def landed(self, name: str) -> list[tuple[int, int]]:
        launches = self.planned.launches[INSTRUMENTS.index(name)]
        return [(launch.frame, launch.clip) for launch in launches]

    @property
    def feed(self) -> list[str]:
        return [item.text for item in self.core.moderation.feed]


# -- records --------------------------------------------------------------------------------


def test_of_a_big_batch_everything_counts_and_the_newest_are_shown() -> None:
    held, listened = Held(), Held(listener=CountedTweets())
    texts = [f"drum {n}" for n in range(FEED_PER_BATCH + 5)]
    batch = batch_of(T0_MS, *[("ana", text) for text in texts], first=1)
    batch.places = [(0, n) for n in range(len(texts))]
    for one in (held, listened):
        one.core.fold(batch)
        assert one.core.counting.counts.votes == len(texts)
        assert one.feed == texts[-FEED_PER_BATCH:]
        assert one.written is not None
        assert one.written.records == batch.records


def test_a_part_of_a_batch_is_counted_recorded_and_shown_alone() -> None:
    held = Held()
    batch = live_batch(["drum", "pad", "vocal", "synth"], T0_MS)
    held.core.fold(batch, 1, 3)
    assert held.core.counting.chart(T0_MS) == {"pad": 1, "vocal": 1}
    assert held.feed == ["pad #mwk", "vocal #mwk"]
    assert held.written is not None
    assert held.written.records == batch.records[1:3]
    held.core.fold(batch, 3, feed=False)  # newer ones come at once
    assert held.core.counting.counts.votes == 3
    assert len(held.feed) == 2


def test_where_nobody_reads_there_is_no_feed() -> None:
    held = Held(feed=False, recorded=False)
    held.core.fold(live_batch(["drum"], T0_MS))
    assert held.core.counting.counts.votes == 1
    assert held.feed == []


class Refusals(CountedTweets):
    """A listener that keeps what was refused, and who is blocked."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[Any] = []

    def on_counted(self, batch: Any, counted: Any, closed_until_ms: int, refused: Any) -> None:
        self.calls.append((closed_until_ms, list(refused)))

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        self.calls.append((name, blocked, closed_until_ms))


def test_a_listener_hears_what_came_late_and_who_is_blocked() -> None:
    listener = Refusals()
    held = Held(listener=listener)
    held.core.fold(live_batch(["drum", "hello"], T0_MS))
    end_ms = T0_MS + WINDOW_MS
    held.core.close(end_ms, LINE)
    held.core.fold(live_batch(["hello", "pad"], T0_MS, first=2))
    held.core.counting.block("user0")
    held.core.counting.unblock("user0")
    assert listener.calls[1:] == [
        (end_ms, [1]),
        ("user0", True, end_ms),
        ("user0", False, end_ms),
    ]


# -- windows --------------------------------------------------------------------------------


def test_a_window_that_closes_is_told_planned_and_recorded() -> None:
    held = Held()
    held.core.fold(live_batch(["vocal", "vocal", "synth"], T0_MS))
    held.planned.advance_to(5)
    held.core.close(T0_MS + WINDOW_MS, LINE, T0_MS + 4_000)
    ((window, scene),) = held.windows
    assert window.votes == {"vocal": 2, "synth": 1}
    assert scene == list(window.drawn.values())
    assert len(scene) == 2
    assert held.written is not None
    assert held.written.lines == [
        (
            T0_MS + 4_000,
            {
                "type": "close",
                "start_ms": T0_MS,
                "end_ms": T0_MS + WINDOW_MS,
                "votes": window.votes,
                "scene": scene,
                "frame": 5,
                "lands": LINE,
                "draws": {"vocal": 1, "synth": 1},
            },
        )
    ]
    held.go(LINE)
    assert held.landed("vocal") == [(LINE, MUSIC.clip_ids[window.drawn["vocal"]])]
    assert held.core.conductor.scenes.number == 1


def test_of_many_windows_that_close_at_once_the_last_scene_lands() -> None:
    held = Held()
    for number, name in enumerate(["vocal", "synth", "melody"]):
        held.core.fold(live_batch([name], T0_MS + number * WINDOW_MS, first=number))
    held.core.close(T0_MS + 4 * WINDOW_MS, LINE, T0_MS)
    held.go(LINE)
    assert {name for name in INSTRUMENTS if held.core.conductor.sounding(name)} == {"melody"}
    assert held.core.conductor.scenes.number == 3
    assert held.landed("vocal") == held.landed("synth") == []
    assert held.written is not None
    closes = held.written.of("close")
    assert [line["end_ms"] for line in closes] == [
        T0_MS + number * WINDOW_MS for number in range(1, 5)
    ]
    assert [line["votes"] for line in closes] == [{"vocal": 1}, {"synth": 1}, {"melody": 1}, {}]
    # How often each was drawn is said once, by the last one.
    assert [line.get("draws") for line in closes[:3]] == [None] * 3
    assert closes[3]["draws"] == {"vocal": 1, "synth": 1, "melody": 1}


def test_the_last_of_many_scenes_is_with_the_engine_at_once() -> None:
    """Not only when the show thread is at its line: the engine needs its lead."""
    held = Held()
    for number, name in enumerate(["vocal", "synth"]):
        held.core.fold(live_batch([name], T0_MS + number * WINDOW_MS, first=number))
    held.core.close(T0_MS + 3 * WINDOW_MS, LINE)
    held.planned.advance_to(LINE)  # the engine alone
    assert [frame for frame, _ in held.landed("synth")] == [LINE]
    assert held.landed("vocal") == []


def test_each_window_may_land_on_its_own_frame() -> None:
    held = Held()
    for number, name in enumerate(["vocal", "synth"]):
        held.core.fold(live_batch([name], T0_MS + number * WINDOW_MS, first=number))
    held.core.close(
        T0_MS + 2 * WINDOW_MS, lambda w: LINE + (w.start_ms - T0_MS) // WINDOW_MS * WINDOW_FRAMES
    )
    held.go(LINE)
    assert held.core.conductor.sounding("vocal")
    held.go(LINE + WINDOW_FRAMES)
    assert [frame for frame, _ in held.landed("synth")] == [LINE + WINDOW_FRAMES]
    assert held.windows[0][1] == [held.windows[0][0].drawn["vocal"]]
    assert held.written is not None
    assert held.written.lines == []  # nobody said what the time is


def test_windows_without_a_vote_are_recorded_too_and_of_a_night_only_the_last() -> None:
    held = Held()
    held.core.close(T0_MS, LINE, T0_MS)
    assert held.written is not None
    assert [line["end_ms"] for line in held.written.of("close")] == [T0_MS]
    held.core.close(T0_MS + 2 * WINDOW_MS, LINE, T0_MS)
    assert [line["end_ms"] for line in held.written.of("close")[1:]] == [
        T0_MS + WINDOW_MS,
        T0_MS + 2 * WINDOW_MS,
    ]
    held.written.lines.clear()
    night_ms = T0_MS + 5_000 * WINDOW_MS
    held.core.close(night_ms, LINE, T0_MS)
    ends = [line["end_ms"] for line in held.written.of("close")]
    assert ends == list(range(night_ms - MAX_CLOSES * WINDOW_MS, night_ms + 1, WINDOW_MS))
    assert held.windows == []


def test_where_nothing_of_the_top_has_a_clip_the_scene_stays() -> None:
    music = replace(MUSIC, clips={**MUSIC.clips, "vocal": ()})
    held = Held(music=music)
    held.core.fold(live_batch(["vocal"], T0_MS))
    held.core.close(T0_MS + WINDOW_MS, LINE)
    assert held.windows[0][1] == ["drum/drum1.flac", "pad/pad1.flac"]  # the opening
    held.core.fold(live_batch(["synth"], T0_MS + WINDOW_MS, first=1))
    held.core.close(T0_MS + 2 * WINDOW_MS, LINE)
    held.core.fold(live_batch(["vocal"], T0_MS + 2 * WINDOW_MS, first=2))
    held.core.close(T0_MS + 3 * WINDOW_MS, LINE)
    assert held.windows[2][1] == held.windows[1][1] == [held.windows[1][0].drawn["synth"]]


def test_a_jump_goes_on_with_the_counts_messages_and_scene_of_that_moment() -> None:
    music = replace(MUSIC, clips={**MUSIC.clips, "vocal": ()})
    there, here = Held(music=music), Held(music=music)
    there.core.fold(live_batch(["synth", "drum"], T0_MS))
    there.core.close(T0_MS + WINDOW_MS, LINE)
    here.core.adopt_counting(there.core)
    assert here.feed == there.feed
    assert here.core.counting.counts == there.core.counting.counts
    here.core.fold(live_batch(["vocal"], T0_MS + WINDOW_MS, first=2))
    here.core.close(T0_MS + 2 * WINDOW_MS, LINE)
    assert here.core.counting.counts.tweets == 3
    assert here.windows[0][1] == there.windows[0][1]


def test_what_is_closed_already_is_not_recorded_again() -> None:
    held = Held()
    assert held.written is not None
    for until_ms in (T0_MS, T0_MS, T0_MS - WINDOW_MS, T0_MS + WINDOW_MS - 1):
        held.core.close(until_ms, LINE, T0_MS)
    assert [line["end_ms"] for line in held.written.of("close")] == [T0_MS]


def test_midnight_of_1970_is_a_time() -> None:
    """A recording may begin there; only a negative time is none."""
    held = Held()
    held.core.close(0, LINE, 0)
    held.core.apply_command(SetMute("pad", True), 0, 0)
    held.go(10, 0)
    assert held.written is not None
    kinds = [line["type"] for _, line in held.written.lines]
    assert {*kinds} >= {"close", "override", "landing"}
    assert {at_ms for at_ms, _ in held.written.lines} == {0}


def test_a_scene_by_rule_lands_after_grace_and_lead() -> None:
    grace_frames = 12_000
    for lead_frames in (0, 2_400):
        held = Held(lead_frames=lead_frames)
        reached = LINE - grace_frames - lead_frames
        assert held.core.landing_by_rule(reached) == LINE
        assert held.core.landing_by_rule(reached + 1) == LINE + WINDOW_FRAMES // 2
        assert held.core.landing_from_now(LINE - lead_frames) == LINE
        assert held.core.landing_from_now(LINE - lead_frames + 1) == LINE + WINDOW_FRAMES // 2


@pytest.mark.parametrize(("quantize", "loops"), [("beat", 1 / 8), ("bar", 1 / 2), ("loop", 1)])
def test_it_lands_on_the_grid_of_the_settings(quantize: str, loops: float) -> None:
    core = Held(quantize=quantize).core
    line = core.landing_from_now(WINDOW_FRAMES)
    assert core.landing_from_now(line + 1) == line + loops * WINDOW_FRAMES


# -- the hand -------------------------------------------------------------------------------


def test_a_clip_of_another_set_is_named_as_here_and_one_of_nowhere_is_refused() -> None:
    held = Held()
    core = held.core
    assert core.apply_command(SetVariation("drum", "drum/drum3.ogg"), 0, T0_MS)
    assert core.conductor.overrides["drum"].target_variation == "drum/drum3.flac"
    assert not core.apply_command(SetVariation("drum", "drum/nothing.flac"), 0, T0_MS)
    assert not core.apply_command(SetVariation("drum", "pad/pad1.flac"), 0, T0_MS)
    assert core.apply_command(SetVariation("drum", None), 0, T0_MS)
    assert held.written is not None
    assert [line["values"]["clip"] for line in held.written.of("override")] == [
        "drum/drum3.flac",
        None,
    ]


def test_a_command_is_recorded_where_it_changed_something_and_the_time_is_known() -> None:
    held = Held()
    assert held.core.apply_command(SetMute("pad", True), 77, T0_MS)
    assert not held.core.apply_command(SetMute("pad", True), 78, T0_MS)
    assert held.core.apply_command(SetHold(True), 79)
    assert not held.core.apply_command(HideMessage(5), 80, T0_MS)  # no such message
    assert held.written is not None
    ((at_ms, line),) = held.written.lines
    assert (at_ms, line["frame"], line["segment"]) == (T0_MS, 77, 0)
    unrecorded = Held(recorded=False)
    assert unrecorded.core.apply_command(SetMute("pad", True), 77, T0_MS)


def test_the_winner_is_shown_once_there_is_one() -> None:
    core = Held().core
    assert not core.apply_command(ShowWinner(True), 0, T0_MS)
    assert not core.apply_command(ShowWinner(False), 0, T0_MS)
    core.fold(live_batch(["drum"], T0_MS))
    assert core.apply_command(ShowWinner(True), 0, T0_MS + 9)
    winner = core.stage.winner.state(frozenset())
    assert winner is not None
    assert (winner.rows[0].name, winner.since_ms) == ("user0", T0_MS + 9)
    assert core.apply_command(ShowWinner(False), 0, T0_MS)


# -- the engine -----------------------------------------------------------------------------


@pytest.mark.parametrize(("now_ms", "recorded"), [(T0_MS, True), (-1, True), (T0_MS, False)])
def test_what_the_engine_did_is_recorded_where_there_is_a_recorder_and_a_time(
    now_ms: int, recorded: bool
) -> None:
    held = Held(recorded=recorded)
    held.core.apply_command(SetMute("pad", True), 0)
    held.go(10, now_ms)
    if held.written is not None:
        kinds = [(line["type"], line["frame"]) for _, line in held.written.lines]
        wanted = [("landing", 0), ("landing", 0), ("ramp", 0)] if now_ms >= 0 else []
        assert sorted(kinds) == wanted
        assert {at_ms for at_ms, _ in held.written.lines} <= {now_ms}


def test_a_plan_that_was_sent_again_is_recorded_once() -> None:
    held = Held()
    held.go(10, T0_MS)
    clip = held.planned.launches[0][0]
    held.planned.plan_launches(0, [clip._replace(frame=20)])
    held.go(30, T0_MS)
    assert held.written is not None
    assert [line["instrument"] for line in held.written.of("landing")] == ["drum", "pad"]
    held.planned.plan_launches(0, [clip._replace(frame=40, clip=clip.clip + 1)])
    held.go(50, T0_MS)
    assert [line["clip"] for line in held.written.of("landing")] == [
        "drum/drum1.flac",
        "pad/pad1.flac",
        "drum/drum2.flac",
    ]


@pytest.mark.parametrize("follows_a_log", [False, True])
def test_the_clips_that_a_lively_or_a_calm_room_would_draw_are_prepared_too(
    follows_a_log: bool,
) -> None:
    """Of a large set what is not in memory lands a bar late."""
    energies = {name: energy for clips in MUSIC.clips.values() for energy, name in enumerate(clips)}
    counting = Counting(CountingRules(energies=energies), MUSIC.clips, 0)
    prepared: list[Sequence[int]] = []
    engine = PlannedLaunches(48_000)
    engine.prepare_clips = prepared.append  # type: ignore[method-assign]
    port = RecordedLandingsPort(engine) if follows_a_log else engine
    core = ShowCore(counting, MUSIC, GRID, port, opening=(), quantize="bar", grace_ms=250)
    core.advance(0)
    draws = {counting.bags.peek(name, lean) for name in INSTRUMENTS for lean in (-1, 0, 1)}
    assert len(draws) > len(INSTRUMENTS)
    assert {MUSIC.clip_ids[name] for name in draws} <= set(prepared[-1])

"""Jumps in a recording: that moment's counts and scene, the music in phase, the hand untouched."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.engine.protocol import Curve, Ramp
from mwk_desktop.show.commands import (
    BlockUser,
    Command,
    FadeOut,
    HideMessage,
    Mode,
    Pause,
    Scrub,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
    SetSpeed,
    SetVoteCap,
    Undo,
)
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.show.sound_commands import SetFilter
from mwk_desktop.units import INSTRUMENTS
from tests.show.shows import (
    RATE_HZ,
    WINDOW_MS,
    CountedTweets,
    Live,
    Replayed,
    batch_of,
    random_show,
)
from tests.support import T0_MS, envelope, status, write_lines

TICK = RATE_HZ // 50
BAR = 90_000


class Timed:
    """A replay in time, on a transport that the test moves."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.replayed = Replayed(path)
        self.planned = PlannedLaunches(RATE_HZ)
        self.show: ReplayShow = self.replayed.show(self.planned, **options)
        self.show.start()

    def play(self, ms: int) -> None:
        for _ in range(ms // 20):
            self.planned.advance_to(self.planned.frame + TICK)
            self.show.tick()

    def play_to_end(self) -> None:
        while not self.show.finished:
            assert self.planned.frame < 600 * RATE_HZ
            self.play(20)

    def scrub(self, position_ms: int, slice_s: float = 0.0) -> int:
        """Jump, a step a tick; returns the frame of arrival."""
        self.show.slice_s = slice_s
        self.show.apply_command(Scrub(position_ms))
        assert self.state.scrubbing
        shares = []
        while self.state.scrubbing:
            shares.append(self.state.scrub_share)
            self.play(20)
        assert shares == sorted(shares)
        return self.planned.frame

    @property
    def state(self) -> Any:
        replay = self.show.next_snapshot().replay
        assert replay is not None
        return replay

    def counted(self) -> list[Any]:
        core = self.show.core
        feed = [(item.screen_name, item.text) for item in self.show.next_snapshot().feed]
        return [core.counting.all_rows(), feed, core._crowd_scene]


def crowd_file(path: Path, seed: int, *, arrivals: bool = False) -> Path:
    rng = random.Random(seed)
    lines = []
    t_ms = T0_MS + 400
    for n in range(150):
        t_ms += rng.choice([0, 10, 150, 700])
        text = rng.choice([*INSTRUMENTS, "hello"])
        payload: Any = status(text, f"u{n % 9}", id_=n, created_ms=t_ms)
        if rng.random() < 0.1:
            payload = None if rng.random() < 0.5 else lines[-1]["payload"] if lines else None
        line = envelope(payload, t_ms, partition=n % 2, offset=n)
        if arrivals:
            line["arrival_ms"] = t_ms + rng.choice([0, 30, 260])
        lines.append(line)
    if arrivals:
        lines.sort(key=lambda line: line["arrival_ms"])
    return write_lines(path, lines)


def make(tmp_path: Path, kind: str, seed: int) -> Path:
    path = tmp_path / "show.jsonl"
    if kind == "log":
        Live(path).run(32_000, random_show(random.Random(seed)))
        return path
    return crowd_file(path, seed, arrivals=kind == "arrival")


@pytest.mark.parametrize("kind", ["event", "arrival", "log"])
@pytest.mark.parametrize("seed", range(3))
def test_a_jump_gives_what_playing_up_to_there_gives(tmp_path: Path, kind: str, seed: int) -> None:
    path = make(tmp_path, kind, seed)
    rng = random.Random(seed)
    moments = sorted(rng.randrange(20, 27_000, 20) for _ in range(4))
    played = Timed(path)
    expected: dict[int, Any] = {}
    for ms in moments:
        played.play(ms - played.planned.frame * 1000 // RATE_HZ)
        expected[played.state.position_ms] = played.counted()
    jumping = Timed(path)
    jumping.replayed.recorded.batch_size = 7
    jumping.play(rng.randrange(0, 20_000))
    places = list(expected)
    for place in (places[2], places[0], places[3], places[1], places[1]):
        jumping.scrub(place)
        assert jumping.state.position_ms == place
        assert jumping.counted() == expected[place]
        jumping.play(rng.choice([0, 500]))
    # And from there it goes on to the same end.
    jumping.scrub(places[0])
    jumping.play_to_end()
    whole = Timed(path)
    whole.play_to_end()
    assert jumping.counted() == whole.counted()
    assert jumping.replayed.lines[-1] == whole.replayed.lines[-1]


def test_the_moments_scene_lands_on_the_next_line_and_the_transport_goes_on(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 1)
    played = Timed(path)
    played.play(9_000)
    wanted = dict(played.show.core.conductor.scenes.clips)
    place_ms = played.state.position_ms
    jumping = Timed(path)
    jumping.play(20_000)
    before = jumping.planned.frame
    frame = jumping.scrub(place_ms, 1.0)
    assert frame - before <= 2 * TICK
    line = jumping.show.core.conductor.scenes.pending
    assert line is not None
    grid = jumping.replayed.recorded.grid
    assert line.frame == grid.next_line(frame + jumping.show.core.lead_frames, "bar")
    assert line.frame - frame <= BAR + jumping.show.core.lead_frames
    jumping.play(2_000)
    assert jumping.show.core.conductor.scenes.clips == wanted
    landed = {launch.frame for plan in jumping.planned.launches for launch in plan}
    assert line.frame in landed
    snapshot = jumping.show.next_snapshot()
    assert snapshot.scene_number == played.show.next_snapshot().scene_number


def test_the_hand_stays_as_it_is(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 2)
    timed = Timed(path)
    timed.play(12_000)
    hand: list[Command] = [
        SetMute("drum", True),
        SetGain("pad", 0.5),
        SetFilter("pad", 0.25),
        SetMode("vocal", Mode.ON),
        SetVoteCap(1),
        BlockUser("u3"),
    ]
    for command in hand:
        timed.show.apply_command(command)
    hidden = timed.show.next_snapshot().feed[0]
    timed.show.apply_command(HideMessage(hidden.serial))
    timed.play(2_500)
    timed.scrub(20_000)
    timed.play(2_500)
    snapshot = timed.show.next_snapshot()
    strips = {strip.instrument: strip for strip in snapshot.strips}
    assert strips["drum"].mute
    assert strips["pad"].gain == 0.5
    assert strips["pad"].filter == 0.25
    assert strips["vocal"].mode is Mode.ON
    assert strips["vocal"].now is not None
    assert snapshot.blocked == ("u3",)
    assert snapshot.max_votes_per_user == 1
    assert "u3" not in {leader.name for leader in snapshot.leaders}
    assert snapshot.counts.blocked > 0
    timed.scrub(12_000)
    assert hidden.text not in [
        item.text for item in timed.show.next_snapshot().feed if item.event_ms == hidden.event_ms
    ]
    for _ in hand:
        timed.show.apply_command(Undo())
    timed.show.apply_command(Undo())
    snapshot = timed.show.next_snapshot()
    assert not snapshot.can_undo
    assert snapshot.blocked == ()
    assert snapshot.max_votes_per_user == 0


def test_a_held_scene_waits_for_the_release(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 3)
    timed = Timed(path)
    timed.play(9_000)
    timed.show.apply_command(SetHold(True))
    before = dict(timed.show.core.conductor.scenes.clips)
    timed.scrub(19_000)
    timed.play(2_500)
    assert timed.show.next_snapshot().hold
    assert timed.show.core.conductor.scenes.clips == before
    timed.show.apply_command(SetHold(False))
    timed.play(2_500)
    assert timed.show.core.conductor.scenes.number >= 4


def test_who_is_blocked_during_a_jump_counts_nowhere_at_the_place(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 2)
    timed, other = Timed(path), Timed(path)
    timed.show.slice_s = 0.0
    timed.show.apply_command(Scrub(20_000))
    timed.play(40)
    assert timed.state.scrubbing
    timed.show.apply_command(BlockUser("u3"))
    timed.play(1_000)
    other.show.apply_command(BlockUser("u3"))
    other.scrub(20_000)
    timed.scrub(20_000)
    assert timed.counted() == other.counted()


def test_while_paused_and_at_any_speed(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 4)
    played = Timed(path)
    played.play(16_000)
    place_ms = played.state.position_ms
    timed = Timed(path)
    timed.play(3_000)
    timed.show.apply_command(Pause(True))
    timed.scrub(place_ms)
    timed.play(1_000)
    assert timed.state.position_ms == place_ms
    assert timed.state.paused
    assert timed.counted() == played.counted()
    timed.show.apply_command(SetSpeed(8.0))
    timed.show.apply_command(Pause(False))
    timed.play(500)
    assert timed.state.position_ms == place_ms + 4_000
    timed.show.apply_command(SetSpeed(0.25))
    timed.scrub(place_ms)
    assert timed.counted() == played.counted()
    timed.play(400)
    assert timed.state.position_ms == place_ms + 100
    # Pace and pause asked for during a jump hold from the place on.
    timed.show.apply_command(Scrub(place_ms))
    timed.show.apply_command(SetSpeed(2.0))
    timed.show.apply_command(Pause(True))
    while timed.state.scrubbing:
        timed.play(20)
    timed.play(200)
    assert timed.state.position_ms == place_ms
    timed.show.apply_command(Pause(False))
    timed.play(200)
    assert timed.state.position_ms == place_ms + 400


def fades(timed: Timed) -> list[Ramp]:
    return timed.planned.ramps.get(Curve.FADE, [])


def test_after_the_end_it_comes_back_to_life(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 5)
    timed = Timed(path)
    timed.play_to_end()
    assert timed.state.ended
    assert [ramp.target for ramp in fades(timed)] == [0.0]
    frame = timed.scrub(8_000)
    assert not timed.show.finished
    assert not timed.state.ended
    timed.play(2_000)
    assert [ramp.target for ramp in fades(timed)] == [0.0, 1.0]
    assert frame < fades(timed)[1].frame <= frame + BAR + timed.show.core.lead_frames
    assert timed.state.position_ms >= 9_900
    timed.play_to_end()
    assert [ramp.target for ramp in fades(timed)] == [0.0, 1.0, 0.0]
    # Near the end, and beyond it: the place is within the recording.
    timed.scrub(10**12)
    assert timed.state.position_ms == timed.state.length_ms
    assert not timed.show.finished
    timed.play_to_end()
    timed.scrub(-5)
    assert timed.state.position_ms == 0
    assert timed.show.next_snapshot().counts.tweets == 0


def test_a_jump_from_within_the_closing_fade_keeps_a_fade_out_by_hand(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 5)
    timed = Timed(path)
    timed.play(5_000)
    timed.show.apply_command(FadeOut())
    timed.play_to_end()
    timed.scrub(5_000)
    timed.play(2_000)
    assert timed.show.next_snapshot().fade == "silent"
    assert fades(timed)[-1].target == 0.0
    timed.show.apply_command(FadeOut())
    timed.play(2_500)
    assert fades(timed)[-1].target == 1.0


def test_with_loop_each_later_pass_can_be_jumped_in(tmp_path: Path) -> None:
    path = crowd_file(tmp_path / "some.jsonl", 6)
    played = Timed(path)
    played.play(10_000)
    expected, place_ms = played.counted(), played.state.position_ms
    timed = Timed(path, loop=True, speed=4.0)
    seen = 0
    while seen < 2:
        before = timed.state.position_ms
        timed.play(400)
        if timed.state.position_ms < before:
            seen += 1
            timed.scrub(place_ms)
            assert timed.counted() == expected


def test_the_middle_of_a_gap_that_is_left_out_is_its_end(tmp_path: Path) -> None:
    later_ms = T0_MS + 400 * WINDOW_MS
    lines = [
        envelope(status(text, "ana", id_=n, created_ms=None), t_ms, offset=n)
        for n, (text, t_ms) in enumerate(
            [("drum", T0_MS), ("pad", later_ms + 1_000), ("synth", later_ms + 2_000)]
        )
    ]
    path = write_lines(tmp_path / "gap.jsonl", lines)
    timed = Timed(path)
    timed.scrub(200 * WINDOW_MS)
    assert timed.state.position_ms == later_ms - T0_MS
    timed.play(1_500)
    assert timed.state.position_ms == later_ms - T0_MS + 1_500
    assert timed.show.next_snapshot().counts.tweets == 2


def test_the_recorded_hand_is_that_of_the_moment(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    crowd = [
        (ms, batch_of(T0_MS + ms, (f"u{ms}", "drum"), first=ms)) for ms in range(500, 20_000, 500)
    ]
    hand = [(6_000, SetMute("drum", True)), (12_000, Undo()), (15_000, BlockUser("u500"))]
    Live(path).run(22_000, [*crowd, *hand])
    timed = Timed(path)

    def muted() -> bool:
        return timed.show.next_snapshot().strips[INSTRUMENTS.index("drum")].mute

    timed.scrub(8_000)
    assert muted()
    timed.scrub(3_000)
    assert not muted()
    timed.show.apply_command(SetMute("pad", True))
    timed.play(4_000)
    assert muted()
    timed.play(6_000)  # the recorded undo is about the recorded mute
    assert not muted()
    assert timed.show.next_snapshot().strips[INSTRUMENTS.index("pad")].mute
    timed.scrub(16_000)
    assert timed.show.next_snapshot().blocked == ("u500",)
    timed.scrub(14_000)
    assert timed.show.next_snapshot().blocked == ()


def test_a_tap_begins_again_with_every_jump(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    write_lines(path, [
        envelope(status("drum", f"u{n}", id_=n), T0_MS + n * 100, offset=n) for n in range(60)
    ])  # fmt: skip
    tap = CountedTweets()
    timed = Timed(path, listener=tap)
    timed.play(5_000)
    assert len(tap.rows) > 40
    timed.scrub(1_050)
    assert tap.restarts == 1
    assert [row[1] for row in tap.rows] == list(range(11))

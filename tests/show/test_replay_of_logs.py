"""Recorded shows that are replayed otherwise than they were played."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.wiring.recording_setup import recorded_settings
from mwk_desktop.engine.protocol import CURVES, INITIAL, NOW, ROOM_CURVES, Curve, Landed, Ramp
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.commands import Command, Mode, Pause, SetGain, SetMode
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.drivers.live import live_grid
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording, prepare
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.show.log.show_log import close_lines, event_line, override_line, start_line
from mwk_desktop.show.music import Music
from mwk_desktop.show.settings.load import MusicSettings, load_settings
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music, live_batch

WINDOW_MS = 3_750
LOOP = 180_000
ANCHOR_MS = T0_MS - WINDOW_MS * 4
"""The show begins four windows before its first tweet."""
FIRST_FRAME = 4 * LOOP
"""Recorded transport frame of the first tweet's window."""
MUSIC = arithmetic_music()
OTHER_MUSIC = arithmetic_music(loop_frames=160_000)


class Log:
    """A recorded show, written line by line."""

    def __init__(
        self,
        path: Path,
        closes: int,
        *,
        landings: bool = True,
        seed: int = 5,
        bags: ShuffleBags | None = None,
    ) -> None:
        self.path = path
        self.landings = landings
        grid = live_grid(MUSIC, ANCHOR_MS, WINDOW_MS)
        self.writer = RecordingWriter(path)
        self.show(start_line(MUSIC, grid, ANCHOR_MS, 0, seed, {}, bags), ANCHOR_MS)
        self.land("drum", 0)
        self.tweets(["drum", "synth"], T0_MS + 500)
        self.closes = closes

    def show(self, line: dict[str, Any], at_ms: int) -> None:
        self.writer.write_show(line, at_ms)

    def tweets(self, instruments: list[str], at_ms: int) -> None:
        for record in live_batch(instruments, at_ms).records:
            self.writer.write(record)

    def land(self, name: str, frame: int) -> None:
        if self.landings:
            clips = list(MUSIC.clip_ids)
            clip = MUSIC.clip_ids[MUSIC.clips[name][0]]
            event = Landed(frame, 0, INSTRUMENTS.index(name), clip, 96, 480)
            self.show(event_line(event, clips), ANCHOR_MS + frame // 48)

    def override(self, command: Command, after_ms: int) -> None:
        at_ms = T0_MS + after_ms
        self.show(override_line(command, (at_ms - ANCHOR_MS) * 48, 0), at_ms)

    def end(self) -> Path:
        for n in range(self.closes):
            end_ms = T0_MS + (n + 1) * WINDOW_MS
            self.show(close_lines([end_ms], WINDOW_MS, {}, 0, 0)[0], end_ms + 250)
        self.writer.close()
        return self.path


def made_ready(path: Path, music: Music = MUSIC) -> PreparedRecording:
    return prepare(RecordingSource(path), music, WINDOW_MS, 250, None)


def counting(recorded: PreparedRecording) -> Counting:
    return Counting(CountingRules(window_ms=WINDOW_MS), recorded.music.clips, recorded.seed)


def bounce(recorded: PreparedRecording) -> Bounced:
    show = OfflineShow(
        recorded,
        counting(recorded),
        opening=("pad",),
        quantize="bar",
        grace_ms=250,
    )
    bounced = show.run()
    assert bounced is not None
    return bounced


class Timed:
    """A timed replay on a transport that is moved by hand, ten milliseconds a step."""

    def __init__(
        self, recorded: PreparedRecording, *, speed: float = 1.0, loop: bool = False
    ) -> None:
        self.planned = PlannedLaunches(48_000)
        self.show = ReplayShow(
            recorded,
            lambda: counting(recorded),
            self.planned,
            speed=speed,
            loop=loop,
            opening=("pad",),
            quantize="bar",
            grace_ms=250,
            file_name="x",
        )
        self.show.start()

    def until(self, frame: int) -> None:
        while self.planned.frame < frame and not self.show.finished:
            self.planned.advance_to(self.planned.frame + 480)
            self.show.tick()
            self.show.next_snapshot()

    def landed(self, name: str) -> list[tuple[int, bool]]:
        launches = self.planned.launches[INSTRUMENTS.index(name)]
        return [(launch.frame, launch.clip >= 0) for launch in launches]


def test_a_show_that_ended_in_its_first_window_keeps_seed_landings_and_overrides(
    tmp_path: Path,
) -> None:
    log = Log(tmp_path / "short.jsonl", closes=0)
    log.override(SetGain(None, 0.5), 1_000)
    log.override(SetMode("vocal", Mode.ON), 1_500)
    log.land("vocal", FIRST_FRAME + 112_500)
    recorded = made_ready(log.end())
    assert recorded.seed == 5
    assert recorded.order == "arrival"
    bounced = bounce(recorded)
    assert [plan.frame for plan in bounced.launches[INSTRUMENTS.index("drum")]] == [0]
    assert [plan.frame for plan in bounced.launches[INSTRUMENTS.index("vocal")]] == [112_500]
    assert bounced.launches[INSTRUMENTS.index("pad")] == []
    timed = Timed(recorded)
    timed.until(3 * LOOP // 4)
    assert timed.show.core.conductor.master_gain == 0.5
    assert timed.show.core.conductor.overrides["vocal"].mode is Mode.ON
    assert timed.landed("vocal") == [(112_500, True)]


@pytest.mark.parametrize("music", [MUSIC, OTHER_MUSIC], ids=["same set", "other loops"])
def test_without_landings_overrides_land_on_the_first_line_after_they_were_given(
    tmp_path: Path, music: Music
) -> None:
    log = Log(tmp_path / "bare.jsonl", closes=1, landings=False)
    log.override(SetMode("vocal", Mode.ON), 1_000)
    recorded = made_ready(log.end(), music)
    assert recorded.landings is None
    (launch,) = bounce(recorded).launches[INSTRUMENTS.index("vocal")]
    assert launch.frame == music.grid(0).next_line(48_000 + 2_400, "bar")


@pytest.mark.parametrize("speed", [0.5, 2.0])
def test_at_another_speed_overrides_land_soon_after_their_moment(
    tmp_path: Path, speed: float
) -> None:
    log = Log(tmp_path / "speed.jsonl", closes=2)
    log.override(SetMode("vocal", Mode.ON), 5_000)
    recorded = made_ready(log.end())
    timed = Timed(recorded, speed=speed)
    timed.until(2 * LOOP * 2)
    moment = int(5_000 * 48 / speed)
    ((frame, sounds),) = timed.landed("vocal")
    assert sounds
    assert (frame - recorded.grid.origin_frame) % 90_000 == 0
    assert moment <= frame <= moment + 90_000 + 2_400 + 960


def test_the_second_pass_of_a_loop_lands_its_overrides_on_its_own_lines(tmp_path: Path) -> None:
    log = Log(tmp_path / "loop.jsonl", closes=1)
    log.override(SetMode("vocal", Mode.ON), 1_000)
    log.land("vocal", FIRST_FRAME + 112_500)
    recorded = made_ready(log.end())
    timed = Timed(recorded, loop=True)
    # One window, the next one heard, a beat, up to a loop until the line.
    timed.until(6 * LOOP)
    changes = timed.landed("vocal")
    assert changes[0] == (112_500, True)
    starts = [frame for frame, sounds in changes if sounds]
    assert len(starts) >= 2
    assert all((frame - recorded.grid.origin_frame) % 90_000 == 0 for frame, _ in changes)


def test_what_sounded_at_the_end_of_a_pass_stops_where_the_next_begins(tmp_path: Path) -> None:
    log = Log(tmp_path / "again.jsonl", closes=1)
    timed = Timed(made_ready(log.end()), loop=True, speed=2.0)
    timed.until(LOOP)
    assert timed.show.core.conductor.sounding("synth")
    timed.until(5 * LOOP)
    synth = timed.landed("synth")
    pad = [frame for frame, sounds in timed.landed("pad") if sounds]
    assert len(pad) >= 2
    assert synth[1] == (pad[1], False)


def test_a_presenters_off_holds_also_against_what_the_log_would_play_later(tmp_path: Path) -> None:
    log = Log(tmp_path / "off.jsonl", closes=2)
    log.land("synth", FIRST_FRAME + LOOP + 22_500)
    recorded = made_ready(log.end())
    timed = Timed(recorded)
    timed.until(48_000)
    timed.show.apply_command(SetMode("synth", Mode.OFF))
    timed.until(3 * LOOP)
    assert timed.landed("synth") == []
    assert timed.planned.frame >= 2 * LOOP


def test_a_pause_near_the_end_does_not_fade_the_music_out(tmp_path: Path) -> None:
    log = Log(tmp_path / "pause.jsonl", closes=1)
    timed = Timed(made_ready(log.end()))
    timed.until(LOOP + 60_000)
    assert not timed.show.finished
    timed.show.apply_command(Pause(True))
    timed.until(4 * LOOP)
    assert timed.planned.ramps.get(Curve.FADE, []) == []
    timed.show.apply_command(Pause(False))
    timed.until(8 * LOOP)
    assert timed.show.finished
    assert [ramp.target for ramp in timed.planned.ramps[Curve.FADE]] == [0.0]


def test_a_recorded_show_brings_all_the_rules_that_decide_what_is_counted(tmp_path: Path) -> None:
    settings = load_settings()
    options = Options(
        settings=settings,
        json=True,
        headless=True,
        exit_after_s=None,
        screenshot=None,
        state_dir=tmp_path,
        with_rules=lambda rules: load_settings(flags=rules),
    )
    rules = {"max_votes_per_user": 1, "blocked": ["spam"], "opening": [], "top": 3}
    played = load_settings(flags={f"show.{key}": value for key, value in rules.items()})
    start = {"settings": json.loads(json.dumps(played.redacted()))}
    assert recorded_settings(options, start).show == played.show


def test_a_recorded_show_brings_its_switches_also_where_it_is_opened_twice(tmp_path: Path) -> None:
    """A bounce loads the sounds again with them, and what is off here stays off."""
    options = Options(
        settings=load_settings(flags={"music.floor": False}),
        json=True,
        headless=True,
        exit_after_s=None,
        screenshot=None,
        state_dir=tmp_path,
        with_rules=lambda rules: load_settings(flags=rules),
    )
    played = load_settings(flags={"music.takes": False, "music.ducking": False})
    start = {"settings": json.loads(json.dumps(played.redacted()))}
    once = replace(options, settings=recorded_settings(options, start))
    expected = MusicSettings(takes=False, transitions=True, floor=False, ducking=False)
    assert once.settings.music == expected
    assert recorded_settings(once, start).music == expected


def test_going_on_without_a_pause_leaves_the_recorded_landings_alone(tmp_path: Path) -> None:
    log = Log(tmp_path / "on.jsonl", closes=1)
    log.land("synth", FIRST_FRAME + LOOP + 45_000)
    timed = Timed(made_ready(log.end()))
    timed.until(9_600)
    timed.show.apply_command(Pause(False))
    timed.until(2 * LOOP)
    assert timed.landed("synth") == [(LOOP + 45_000, True)]


def test_a_show_that_goes_on_after_a_week_writes_few_closes_and_all_that_matter() -> None:
    class Lines:
        def __init__(self) -> None:
            self.ends_ms: list[int] = []

        def write_all(self, records: Any) -> None:
            raise AssertionError("no record came")

        def write_show(self, line: Any, arrival_ms: int) -> None:
            self.ends_ms.append(line["end_ms"])

    lines = Lines()
    counts = Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 0)
    core = ShowCore(
        counts,
        MUSIC,
        MUSIC.grid(0),
        PlannedLaunches(48_000),
        opening=(),
        quantize="bar",
        grace_ms=250,
        recorder=lines,
    )
    core.close(T0_MS, lambda _: 0, T0_MS)
    counts.fold(live_batch(["drum"], T0_MS + 10))
    week_ms = 7 * 86_400_000
    core.close(T0_MS + week_ms, lambda _: 0, T0_MS + week_ms)
    assert lines.ends_ms[:2] == [T0_MS, T0_MS + WINDOW_MS]
    assert lines.ends_ms[-1] == T0_MS + week_ms
    assert len(lines.ends_ms) < 200


def test_the_next_pass_of_a_loop_begins_with_every_gain_open(tmp_path: Path) -> None:
    """The rhythm floor's too: it was switched off, or low, when the pass ended."""
    timed = Timed(made_ready(Log(tmp_path / "open.jsonl", closes=1).end()), loop=True, speed=2.0)
    timed.until(LOOP)
    for curve in range(CURVES):
        timed.planned.plan_ramps(curve, [Ramp(NOW, 0.0, 0)])
    timed.until(5 * LOOP)
    opened = {curve: timed.planned.ramps[curve][-1].target for curve in range(CURVES)}
    # What only the room hears is not the show's: a dimmed room stays so.
    wanted = {c: 0.0 if c in ROOM_CURVES else value for c, value in enumerate(INITIAL)}
    assert opened == wanted


def test_a_continued_show_draws_on_from_what_was_left_in_its_bags(tmp_path: Path) -> None:
    """The log of a show that was restarted says how its draws had leaned, and from how many votes:
    its replay draws the same clips."""
    energies = {clip: 1 + n % 5 for n, clip in enumerate(MUSIC.clip_ids)}
    bags = ShuffleBags(MUSIC.clips, 5, energies=energies)
    for lean, votes in ((1, 20), (-1, 4), (1, 31)):
        bags.draw("drum", lean)
        bags.pace.add(votes)
    log = Log(tmp_path / "show.jsonl", closes=1, bags=bags)
    prepared = made_ready(log.end())
    continued = prepared.counting(CountingRules(window_ms=WINDOW_MS, energies=energies))
    assert continued.bags.counts == {"drum": 3}
    assert continued.bags.orders == bags.orders
    assert continued.bags.pace.votes == [4, 20, 31]

"""Prepares a recording for replay or bounce: its order, first window, seed, grid, landings."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from mwk_desktop.records.batch import Batch
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.drivers.log_playback import LogOrder
from mwk_desktop.show.drivers.playback import ArrivalOrder, EventOrder, Playback
from mwk_desktop.show.drivers.timeline import Timeline
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.log.recorded_landings import LogClock, RecordedLandings, log_clock_of, matches
from mwk_desktop.show.log.show_log import (
    draws_lean,
    draws_of,
    orders_of,
    sleep_of,
    window_votes_of,
)
from mwk_desktop.show.music import Music
from mwk_desktop.sources.recording_source import BATCH_SIZE, RecordingSource, ShowRecord, Step
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.window_times import window_start_ms

OFFLINE_SEED = 0

_NOTED = ("override", "segment", "health")

MOST_OVERRIDES = 200
"""A timeline shows at most this many of the presenter's actions."""


@dataclass(slots=True)
class PreparedRecording:
    """What a replay and a bounce need before they begin.

    ``first_window_ms``: start of the first window that holds a tweet (None: no tweet at all);
    ``landings``: the recorded landings, if the file has them and they fit the sound set;
    ``log_clock``: ties the recorded transport to the wall clock, for the recorded overrides;
    ``density``: see :mod:`.density`, if a timeline is shown; ``overrides_ms``: when the recorded
    presenter acted, in milliseconds from the first window.
    """

    source: RecordingSource
    order: str
    music: Music
    grid: Grid
    seed: int
    first_window_ms: int | None
    landings: RecordedLandings | None
    records: int
    length_ms: int
    log_clock: LogClock | None = None
    batch_size: int = BATCH_SIZE
    density: tuple[int, ...] = ()
    overrides_ms: tuple[int, ...] = ()
    draws: Mapping[str, int] = field(default_factory=dict)
    """How often each instrument had been drawn when the recorded show began."""
    orders: Mapping[str, list[str]] = field(default_factory=dict)
    """What was left in the shuffle bags then."""
    window_votes: Sequence[int] = ()
    """The votes of the windows before."""
    draws_lean: bool = True
    """Whether clips are drawn by their energies; False for an older show, which did not know them.
    """
    notes: tuple[ShowRecord, ...] = ()
    """The recorded log's lines about overrides, the engine's segments and the health.
    """

    def counting(self, rules: CountingRules) -> Counting:
        """A counting that starts as the recorded show's did."""
        if not self.draws_lean:
            rules = replace(rules, energies={})
        counting = Counting(rules, self.music.clips, self.seed)
        if self.draws:
            counting.bags = counting.bags.after(self.draws, self.orders, self.window_votes)
        return counting

    def timeline(self, start_frame: int = 0, speed: float = 1.0) -> Timeline:
        return Timeline(self.first_window_ms or 0, start_frame, self.music.rate_hz, speed)

    def playback(self, core: ShowCore, timeline: Timeline, **options: Any) -> Playback:
        """A playback of the recording into ``core``."""
        kinds: dict[str, Callable[..., Playback]] = {
            "log": LogOrder,
            "arrival": ArrivalOrder,
            "event": EventOrder,
        }
        playback = kinds[self.order](self.source.steps(self.batch_size), core, timeline, **options)
        playback.log_clock = self.log_clock
        return playback


def prepare(
    source: RecordingSource, music: Music, window_ms: int, grace_ms: int, seed: int | None
) -> PreparedRecording:
    """Scan a recording and prepare it.

    Raises
    ------
    mwk_desktop.records.recording_writer.RecordingError
        The recording cannot be read, or does not hold the input topic.
    """
    plan = source.prepare()
    first_ms = _first_window_ms(source, plan.order, window_ms, grace_ms, plan.start)
    landings = None
    start = _start_without_sleep(source, plan.start, plan.order, first_ms)
    if start is not None:
        if seed is None and isinstance(start.get("seed"), int):
            seed = start["seed"]
        # Also for a show that ended before its first window did: it holds no close.
        if plan.order != "event" and first_ms is not None and matches(start, music):
            landings = RecordedLandings(start, music, first_ms)
    notes: list[ShowRecord] = []
    if plan.order != "event" and plan.start is not None:
        notes = _read_log(source, landings)
    overrides = [note.arrival_ms for note in notes if note.line["type"] == "override"]
    if landings is not None and not any(landings.launches):
        landings = None
    length_ms = max(0, (plan.last_event_ms or 0) - (first_ms or 0))
    grid = music.grid(0)
    if landings is not None:
        grid = Grid(
            music.rate_hz,
            music.loop_frames,
            music.beats_per_loop,
            music.beats_per_bar,
            landings.origin_frame,
        )
    return PreparedRecording(
        source=source,
        order=plan.order,
        music=music,
        grid=grid,
        seed=OFFLINE_SEED if seed is None else seed,
        first_window_ms=first_ms,
        landings=landings,
        records=plan.records,
        length_ms=length_ms,
        overrides_ms=_spread_out(overrides, first_ms or 0, length_ms),
        log_clock=None if start is None else log_clock_of(start),
        draws=(draws_of(start) if start is not None else None) or {},
        orders={} if start is None else orders_of(start),
        window_votes=() if start is None else window_votes_of(start),
        draws_lean=start is None or draws_lean(start),
        notes=tuple(notes),
    )


def _first_window_ms(
    source: RecordingSource,
    order: str,
    window_ms: int,
    grace_ms: int,
    start: dict[str, Any] | None,
) -> int | None:
    """Start of the first window that holds a tweet that was in time.

    In file order, a tweet of the previous window may follow until that window closes.
    """
    found_ms: int | None = None
    steps = cast(Generator[Step, None, None], source.steps())
    try:
        for step in steps:
            if not isinstance(step, Batch):
                continue
            for index, tweet in enumerate(step.tweets):
                if tweet is None:
                    continue
                t_ms = step.events_ms[index]
                arrival_ms = step.arrivals_ms[index] if order != "event" else -1
                if found_ms is not None and arrival_ms >= found_ms + grace_ms:
                    return found_ms
                if order == "arrival":
                    t_ms = max(t_ms, arrival_ms - grace_ms)
                elif order == "log" and start is not None:
                    t_ms = max(t_ms, start.get("anchor_ms") or t_ms)
                start_ms = window_start_ms(t_ms, window_ms)
                found_ms = start_ms if found_ms is None else min(found_ms, start_ms)
                if arrival_ms < 0:
                    return found_ms
    finally:
        steps.close()
    return found_ms


def _start_without_sleep(
    source: RecordingSource, start: dict[str, Any] | None, order: str, first_ms: int | None
) -> dict[str, Any] | None:
    """The log's start line, corrected as if sleep before the first window had come before it."""
    if start is None or order != "log" or first_ms is None:
        return start
    slept_ms = 0
    steps = cast(Generator[Step, None, None], source.steps())
    try:
        for step in steps:
            if isinstance(step, Batch):
                if any(step.tweets):
                    break
                continue
            if step.arrival_ms > first_ms:
                break
            sleep = sleep_of(step.line)
            slept_ms += sleep[1] if sleep is not None and sleep[0] <= first_ms else 0
    finally:
        steps.close()
    anchor_ms = start.get("anchor_ms")
    return {**start, "anchor_ms": anchor_ms + slept_ms} if isinstance(anchor_ms, int) else start


def _read_log(source: RecordingSource, landings: RecordedLandings | None) -> list[ShowRecord]:
    """Read landings and ramps from the whole log; returns its :attr:`PreparedRecording.notes`."""
    notes: list[ShowRecord] = []
    for record in source.show_records():
        if landings is not None:
            landings.add(record.line)
        if record.line.get("type") in _NOTED:
            notes.append(record)
    return notes


def _spread_out(overrides: list[int], first_ms: int, length_ms: int) -> tuple[int, ...]:
    """Times of overrides, those too close for a timeline merged into one (a fader's move)."""
    least_ms = length_ms / MOST_OVERRIDES
    places: list[int] = []
    for override_ms in sorted(overrides):
        place_ms = min(max(override_ms - first_ms, 0), length_ms)
        if not places or place_ms - places[-1] > least_ms:
            places.append(place_ms)
    return tuple(places)

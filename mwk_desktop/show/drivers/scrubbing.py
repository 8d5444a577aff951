"""Jumps in a recording: folds it from its start to the wanted place while the show runs.

Show thread only, a slice at a time: the show goes on ticking, the music plays on. What the
presenter set in this replay stays; what the recorded presenter set is restored to that moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Final

from mwk_desktop.engine.protocol import EnginePort
from mwk_desktop.show.commands import (
    BlockUser,
    CancelChange,
    Command,
    FadeOut,
    NextVariation,
    Panic,
    Resume,
    SetFloor,
    SetFloorGain,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
    SetVoteCap,
    ShowWinner,
    UnblockUser,
)
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.desk_commands import Control, StripChange
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.show.message_commands import (
    SetApprovalsToPass,
    SetModeration,
    SetWordList,
)
from mwk_desktop.show.moderation import KEPT_ITEMS
from mwk_desktop.show.sound_commands import SetCeiling, SetCrossfade, SetFilter
from mwk_desktop.show.stage_state import ShowOnStage

SLICE_S: Final = 0.004
"""Time to fold in one tick. A last step of up to 5 ms (a megabyte of the file) may come on top; the
show thread must not block for more than 10 ms."""


class TouchedControls:
    """What the presenter touched in this replay: kinds of control and their names."""

    def __init__(self) -> None:
        self._touched: set[tuple[str, str]] = set()

    def note(self, command: Command) -> None:
        """Remember the control that a command changes."""
        match command:
            case SetMode(name, _):
                self._touched.add(("mode", name))
            case SetVariation(name, _) | NextVariation(name):
                self._touched.add(("variation", name))
            case CancelChange(name):
                self._touched |= {("mode", name), ("variation", name)}
            case SetMute(name, _):
                self._touched.add(("mute", name))
            case SetSolo(name, _):
                self._touched.add(("solo", name))
            case SetGain(name, _):
                self._touched.add(("gain", name or ""))
            case SetFilter(name, _):
                self._touched.add(("filter", name))
            case SetCeiling(_):
                self._touched.add(("ceiling", ""))
            case SetCrossfade(_):
                self._touched.add(("crossfade", ""))
            case BlockUser(name) | UnblockUser(name):
                self._touched.add(("block", name))
            case SetFloor(_):
                self._touched.add(("floor", ""))
            case SetFloorGain(_):
                self._touched.add(("floor gain", ""))
            case SetHold(_):
                self._touched.add(("hold", ""))
            case Panic():
                self._touched.add(("panic", ""))
            case FadeOut():
                self._touched.add(("fade", ""))
            case Resume():
                self._touched |= {("panic", ""), ("fade", "")}
            case SetModeration(_):
                self._touched.add(("message", "approve"))
            case SetWordList(_):
                self._touched.add(("message", "words"))
            case SetApprovalsToPass(_):
                self._touched.add(("message", "approvals_to_pass"))
            case SetVoteCap(_):
                self._touched.add(("limit", ""))
            case ShowWinner(_) | ShowOnStage(_):
                self._touched.add(("stage", ""))
            case _:
                pass

    def note_changes(self, changes: Iterable[StripChange]) -> None:
        """Remember the controls of a GO, a snapshot or all to AUTO."""
        kinds = {control: str(control) for control in Control} | {Control.CLIP: "variation"}
        self._touched |= {(kinds[each.control], each.instrument) for each in changes}

    def has(self, kind: str, name: str = "") -> bool:
        return (kind, name) in self._touched

    def names(self, kind: str) -> list[str]:
        return sorted(name for each, name in self._touched if each == kind)


class Refold:
    """Folds a recording up to one place.

    Parameters
    ----------
    recorded
        The recording.
    new_core
        Makes a core on a given port, with an empty counting.
    now
        The core of the running show, and ``own`` what its presenter touched: blocks and limits set
        by hand apply from the start.
    target_ms
        Event time to arrive at.

    Attributes
    ----------
    share : float
        The part already folded, by event time.
    """

    def __init__(
        self,
        recorded: PreparedRecording,
        new_core: Callable[[EnginePort], ShowCore],
        now: ShowCore,
        own: TouchedControls,
        target_ms: int,
    ) -> None:
        self._planned = PlannedLaunches(recorded.music.rate_hz)
        self.core = new_core(self._planned)
        self.target_ms = target_ms
        self.share = 0.0
        self.timeline = recorded.timeline()
        self._first_ms = recorded.first_window_ms or 0
        counting = self.core.counting
        for name in own.names("block"):
            if name in now.counting.blocked:
                counting.block(name)
            else:
                counting.unblock(name)
        if own.has("limit"):
            counting.limit_votes(now.counting.rules.max_votes_per_user)
        # A batch of the file equals many batches that people saw one after the other.
        self.core.feed_per_batch = KEPT_ITEMS
        self.core.moderation.hidden |= now.moderation.hidden
        self.core.moderation.decisions |= now.moderation.decisions
        self.core.moderation.last_serial = now.moderation.last_serial
        self.core.conductor.start(0)
        self.playback = recorded.playback(self.core, self.timeline, reach=self._reach)

    def fold_slice(self, slice_s: float) -> bool:
        """Fold for a slice of time; True once the place is reached."""
        until_s = time.perf_counter() + slice_s
        while self.playback.run_until(self.target_ms, lambda: time.perf_counter() >= until_s):
            # A place inside a gap that is left out moves to the gap's end.
            target_ms = self.timeline.out_of_gap(self.target_ms)
            if target_ms == self.target_ms:
                self._reach(int(self.timeline.frame_of(target_ms)))
                return True
            self.target_ms = target_ms
        self._measure()
        return False

    def _measure(self) -> None:
        head_ms = self.playback.head_ms
        way_ms = self.target_ms - self._first_ms
        if head_ms is not None and way_ms > 0:
            share = min((head_ms - self._first_ms) / way_ms, 1.0)
            self.share = max(self.share, share)  # event times sometimes go back

    def _reach(self, frame: int) -> None:
        self._planned.advance_to(frame)
        self.core.advance(frame)


def adopt_moment(here: ShowCore, there: ShowCore, own: TouchedControls, frame: int) -> None:
    """Move the running show to the moment that ``there`` has reached.

    Counts, chart, leaderboard and feed are that moment's. Its scene and the recorded presenter's
    overrides land on the next line; nothing else of the music changes.
    """
    here.adopt_counting(there, own.names("message"))
    if not own.has("stage"):
        here.stage = there.stage
        here.stage.arrive()
    here.recorded_presenter.adopt_moment(there.recorded_presenter)
    here.conductor.adopt_moment(there.conductor, frame, keep_hold=own.has("hold"))
    here.conductor.gates.adopt_moment(
        there.conductor.gates, frame, keep_panic=own.has("panic"), keep_fade=own.has("fade")
    )
    _adopt_overrides(here.conductor, there.conductor, own, frame)


def _adopt_overrides(here: Conductor, there: Conductor, own: TouchedControls, frame: int) -> None:
    """Adopt the moment's recorded overrides, except where the presenter set their own."""
    for name, wanted in there.overrides.items():
        override = here.overrides[name]
        if not own.has("mode", name) and override.target_mode != wanted.target_mode:
            here.set_mode(name, wanted.target_mode, frame)
        if not own.has("variation", name) and override.target_variation != wanted.target_variation:
            here.set_variation(name, wanted.target_variation, frame)
        if not own.has("solo", name) and override.solo != wanted.solo:
            here.set_solo(name, wanted.solo)
        if not own.has("mute", name) and override.mute != wanted.mute:
            here.set_mute(name, wanted.mute)
        if not own.has("gain", name) and override.gain != wanted.gain:
            here.set_gain(name, wanted.gain)
        if not own.has("filter", name) and override.filter != wanted.filter:
            here.gains.set_filter(name, wanted.filter)
    if not own.has("floor") and here.arranger.floor_on != there.arranger.floor_on:
        here.arranger.set_floor(there.arranger.floor_on)
    if not own.has("floor gain") and here.arranger.floor_gain != there.arranger.floor_gain:
        here.arranger.set_floor_gain(there.arranger.floor_gain)
    if not own.has("ceiling") and here.gains.ceiling_dbtp != there.gains.ceiling_dbtp:
        here.gains.set_ceiling(there.gains.ceiling_dbtp)
    if not own.has("crossfade"):
        here.arranger.crossfade_beats = there.arranger.crossfade_beats
    if not own.has("gain") and here.master_gain != there.master_gain:
        here.set_gain(None, there.master_gain)

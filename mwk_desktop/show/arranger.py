"""Sends the launches of all tracks to the engine: scenes, what leads up to them, and the floor.

The conductor decides which clip each strip plays when; this adds the fills, the last beat's silence
and the transitions before a landing that is expected, and the rhythm floor where nothing has a
kick. Show thread only. A plan is a function of what has landed and of what is coming: sending it
again, or another one after a hold, needs nothing to be undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mwk_desktop.engine.protocol import (
    FLOOR_TRACK,
    NOW,
    SILENCE,
    TRACKS,
    TRANSITION_TRACKS,
    Curve,
    EnginePort,
    Landed,
    Launch,
    Ramp,
)
from mwk_desktop.show.arrangement import TRANSITION_KINDS, Arrangement
from mwk_desktop.show.grid import Grid
from mwk_desktop.units import INSTRUMENTS, grid_line_frame, next_grid_line, ramp_frames

EARLY_MS: Final = 100
"""A landing may begin to act this long before its line: a pickup of 70 ms, and a fade of 10."""

ARRANGED_LEAD_MS: Final = 120
"""With an arranged set a change must be planned this far ahead: longer than :data:`EARLY_MS`, so
that what leads up to a landing is never taken back."""

LARGE_CHANGE: Final = 3
"""From this many changing instruments on, a landing is an event: riser, drop-out and impact."""

LANDING_FADE_IN_MS: Final = 2
"""Fade at a landing, where most clips have an attack; a longer one would swallow a kick."""

_KEPT_BARS: Final = 4

Plans = Mapping[str, Sequence[Launch]]


@dataclass(frozen=True, slots=True)
class Approach:
    """The way to an expected landing at ``frame``; it ends there, or before if it is called off.

    ``riser`` and ``drop`` are clip ids of transitions; with a ``drop`` all but the tails is silent
    in the last beat.
    """

    frame: int
    end_frame: int
    riser: int | None = None
    drop: int | None = None
    has_landed: bool = False


class Arranger:
    """Plans for every track.

    Parameters
    ----------
    port, grid
        The engine and the musical grid.
    arrangement
        What the set brings, and what of it is switched on.
    """

    def __init__(self, port: EnginePort, grid: Grid, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self.floor_on = arrangement.floor_on
        self.floor_gain = 1.0
        self.crossfade_beats = arrangement.crossfade_beats
        self.floor_sounding: int | None = None
        self.approach: Approach | None = None
        self._port = port
        self._grid = grid
        self._any_solo = False
        self.floor_audible = True
        self._floor_flights: list[Launch] = []
        self._landed_frame = NOW
        self._added: list[list[Launch]] = [[] for _ in range(TRACKS)]
        self._hits: dict[int, Launch] = {}
        self._hits_frame: int | None = None
        self._done_frame = [NOW] * TRACKS
        self._sent: list[list[Launch]] = [[] for _ in range(TRACKS)]

    # -- launches ---------------------------------------------------------------------------

    def launch(
        self, frame: int, clip: int, fade_in_frames: int | None = None, *, by_scene: bool = False
    ) -> Launch:
        """A launch, by default under the short fade of a landing; with an arranged set one with
        clean edges. ``by_scene``: the crossfade of scenes, from the line on, if there is one."""
        if by_scene and self.crossfade_beats and frame != NOW:
            frames = round(self.crossfade_beats * self._grid.beat_frames)
            return Launch(frame, clip, frames, frames)
        arranged = self.arrangement.is_arranged and frame != NOW
        early = self._grid.rate_hz * EARLY_MS // 1000 if arranged else 0
        if fade_in_frames is None:
            fade_in_frames = self._grid.rate_hz * LANDING_FADE_IN_MS // 1000
        return Launch(frame, clip, fade_in_frames, self._fade, early)

    @property
    def _fade(self) -> int:
        return ramp_frames(self._grid.rate_hz)

    def landed(self, event: Landed) -> None:
        """The engine has carried out a launch."""
        self._done_frame[event.strip] = max(self._done_frame[event.strip], event.frame)
        if event.strip == FLOOR_TRACK:
            flights = self._floor_flights
            while flights and flights[0].frame <= event.frame:
                del flights[0]

    def continue_from(self, before: Arranger) -> None:
        """Take over what the previous show's engine plays, to end it."""
        self._sent = before._sent
        self.floor_sounding = before.floor_sounding
        self._floor_flights = list(before._floor_flights)

    # -- the floor --------------------------------------------------------------------------

    def start(self, frame: int, playing: Sequence[int]) -> None:
        """Begin with these clips; where the floor is switched off, it stays silent."""
        self.land(frame, playing, self._fade)
        self._send_floor_gate(0)

    def land(self, frame: int, playing: Sequence[int], fade_in_frames: int | None = None) -> None:
        """These clips play from ``frame`` on: put the floor under them, or take it away; by default
        under the short fade of a landing."""
        self._landed_frame = max(self._landed_frame, frame)
        approach = self.approach
        if approach is not None and frame >= approach.frame:
            self.approach = replace(approach, has_landed=True)
        if self._hits_frame is not None and self._hits_frame <= frame:
            self._hits_frame = None  # what sounds on the first beat cannot be taken back any more
        wanted = self.arrangement.floor_under(playing, self.floor_sounding)
        if wanted == self.floor_sounding:
            return
        self.floor_sounding = wanted
        clip = SILENCE if wanted is None else wanted
        flights = [] if frame == NOW else [f for f in self._floor_flights if f.frame < frame]
        self._floor_flights = [*flights, self.launch(frame, clip, fade_in_frames)]

    def set_floor(self, on: bool) -> None:
        """Let the floor be heard, or not."""
        self.floor_on = on
        self._send_floor_gate(self._fade)

    def set_floor_gain(self, gain: float) -> None:
        """The floor's level, linear."""
        self.floor_gain = gain
        if self.arrangement.floor:
            self._port.plan_ramps(Curve.FLOOR_FADER, [Ramp(NOW, gain, self._fade)])

    def set_any_solo(self, any_solo: bool, frame: int = NOW) -> None:
        """A strip's solo silences the floor too, from ``frame`` on."""
        self._any_solo = any_solo
        self._send_floor_gate(self._fade, frame)

    def _send_floor_gate(self, frames: int, frame: int = NOW) -> None:
        audible = self.floor_on and not self._any_solo
        if audible != self.floor_audible and self.arrangement.floor:
            self.floor_audible = audible
            self._port.plan_ramps(Curve.FLOOR_AUDIBLE, [Ramp(frame, float(audible), frames)])

    # -- what leads up to a landing ----------------------------------------------------------

    def expect(self, frame: int, changes: int, clips: Sequence[int]) -> None:
        """A landing at ``frame`` is expected; it changes so many strips and plays ``clips``."""
        if not self.arrangement.is_arranged or not changes:
            return
        riser = drop = None
        if changes >= LARGE_CHANGE and self.arrangement.plays_transitions:
            riser, drop = self._chosen("riser", frame, clips), self._chosen("drop", frame, clips)
        self.approach = Approach(frame, frame, riser, drop)

    def call_off(self, frame: int) -> None:
        """The expected landing does not come: end what leads to it on the next beat."""
        approach = self.approach
        if approach is not None and frame < approach.end_frame:
            end = min(approach.end_frame, self._grid.next_line(frame, "beat"))
            self.approach = replace(approach, end_frame=end)

    def call_on(self, frame: int) -> None:
        """The expected landing comes after all, if what leads to it has not ended yet."""
        approach = self.approach
        if approach is not None and frame < approach.end_frame:
            self.approach = replace(approach, end_frame=approach.frame)

    def _chosen(self, kind: str, frame: int, clips: Sequence[int]) -> int | None:
        arrangement = self.arrangement
        turn = (frame - self._grid.origin_frame) // (4 * self._grid.loop_frames)
        choices = arrangement.transitions.get(kind, ())
        if kind == "riser":  # a longer one would begin before anyone knows of the landing
            loop_frames = self._grid.loop_frames
            choices = tuple(each for each in choices if arrangement.lengths[each] <= loop_frames)
        return arrangement.nearest(choices, arrangement.energy_of(clips), turn)

    def _note_hits(self, frame: int | None, plans: Plans) -> None:
        """What sounds on the first beat of the scene that is pending for ``frame``."""
        if frame is None:
            if self._hits_frame is not None:  # called off; what has landed stays
                self._hits.clear()
                self._hits_frame = None
            return
        landing = [launch for plan in plans.values() for launch in plan if launch.frame == frame]
        clips = [launch.clip for launch in landing if launch.clip != SILENCE]
        kinds = ("impact", "cymbal") if len(landing) >= LARGE_CHANGE else ("cymbal",)
        self._hits_frame = frame
        self._hits.clear()
        for kind in kinds if landing and self.arrangement.plays_transitions else ():
            clip = self._chosen(kind, frame, clips)
            if clip is not None:
                track = TRANSITION_TRACKS[TRANSITION_KINDS.index(kind)]
                self._hits[track] = Launch(frame, clip, 0, self._fade)

    def advance(self, frame: int) -> None:
        """Forget a landing that is long past."""
        approach = self.approach
        if approach is not None and frame > approach.end_frame + _KEPT_BARS * self._grid.bar_frames:
            self.approach = None
            self._hits.clear()

    # -- sending ----------------------------------------------------------------------------

    def send(self, plans: Plans, sounding: Mapping[str, int], pending_frame: int | None) -> None:
        """Send each track's launches, where they differ from what was sent before.

        Parameters
        ----------
        plans
            The conductor's launches by instrument: those not confirmed yet, and what is coming.
        sounding
            The clip id of each instrument (or silence), once all that has landed is carried out.
        pending_frame
            Where the pending scene lands; None if there is none.
        """
        if self.arrangement.is_arranged:
            self._note_hits(pending_frame, plans)
        for track, name in enumerate(INSTRUMENTS):
            self._send_track(track, self._with_approach(track, plans[name], sounding[name]))
        if not self.arrangement.is_arranged:
            return
        floor = self._floor_plan(plans, sounding)
        now = SILENCE if self.floor_sounding is None else self.floor_sounding
        self._send_track(FLOOR_TRACK, self._with_approach(FLOOR_TRACK, floor, now))
        for kind, track in zip(TRANSITION_KINDS, TRANSITION_TRACKS, strict=True):
            self._send_track(track, self._transition_plan(kind, track))

    def _send_track(self, track: int, plan: list[Launch]) -> None:
        if plan != self._sent[track]:
            self._port.plan_launches(track, plan)
            self._sent[track] = plan

    def _floor_plan(self, plans: Plans, sounding: Mapping[str, int]) -> list[Launch]:
        """The floor's launches not confirmed yet, and those at each coming change."""
        plan = list(self._floor_flights)
        playing = dict(sounding)
        floor = self.floor_sounding
        coming = sorted(
            (launch.frame, name, launch.clip)
            for name, launches in plans.items()
            for launch in launches
            if launch.frame > self._landed_frame
        )
        for place, (frame, name, clip) in enumerate(coming):
            playing[name] = clip
            if place + 1 < len(coming) and coming[place + 1][0] == frame:
                continue
            if plan and frame <= plan[-1].frame:
                continue
            clips = [each for each in playing.values() if each != SILENCE]
            wanted = self.arrangement.floor_under(clips, floor)
            if wanted != floor:
                floor = wanted
                plan.append(self.launch(frame, SILENCE if wanted is None else wanted))
        return plan

    def _with_approach(self, track: int, plan: Sequence[Launch], sounding: int) -> list[Launch]:
        """A track's launches, with its fill and its silence before the expected landing."""
        if self.approach is None:
            return list(plan)
        if not self.approach.has_landed:
            self._added[track] = self._leading_to(self.approach, plan, sounding)
        done = self._done_frame[track]
        own = {launch.frame for launch in plan}
        added = [each for each in self._added[track] if each.frame > done and each.frame not in own]
        return sorted([*plan, *added], key=lambda launch: launch.frame)

    def _leading_to(
        self, approach: Approach, plan: Sequence[Launch], sounding: int
    ) -> list[Launch]:
        """What is added to a track's launches: fill, silence, and the way back if it stays."""
        before = [launch for launch in plan if launch.frame < approach.frame]
        silent_frame = self._beat_before(approach.frame) if approach.drop is not None else None
        begins = [silent_frame] if silent_frame is not None else []
        clip = before[-1].clip if before else sounding
        fill = self.arrangement.fills.get(clip)
        fill_frame = self._fill_frame(approach.frame, fill.per_loop) if fill else None
        begins += [fill_frame] if fill_frame is not None else []
        # A change by hand on the way is the last word on this track.
        if clip == SILENCE or any(launch.frame > min(begins, default=0) for launch in before):
            return []
        added: list[Launch] = []
        if fill is not None and fill_frame is not None and fill_frame < approach.end_frame:
            added.append(Launch(fill_frame, fill.clip_id, 0, 0))
        if silent_frame is not None and silent_frame < approach.end_frame:
            added.append(self.launch(silent_frame, SILENCE))
        if added:
            back = self.launch(approach.end_frame, clip)
            is_splice = added[-1].clip != SILENCE
            added.append(Launch(back.frame, clip, 0, 0) if is_splice else back)
        return added

    def _transition_plan(self, kind: str, track: int) -> list[Launch]:
        plan: list[Launch] = []
        approach = self.approach
        if approach is not None and kind in ("riser", "drop"):
            clip = approach.riser if kind == "riser" else approach.drop
            if clip is not None:
                begins = approach.frame - self.arrangement.lengths[clip]
                begins = begins if kind == "riser" else self._beat_before(approach.frame)
                if begins < approach.end_frame:
                    plan.append(Launch(begins, clip, 0, self._fade))
                if approach.end_frame < approach.frame:
                    beat = int(self._grid.beat_frames)
                    plan.append(Launch(approach.end_frame, SILENCE, 0, beat))
        if track in self._hits:
            plan.append(self._hits[track])
        return [launch for launch in plan if launch.frame > self._done_frame[track]]

    def _beat_before(self, frame: int) -> int:
        return self._line_before(frame, self._grid.beats_per_loop)

    def _fill_frame(self, frame: int, per_loop: int) -> int | None:
        """Where a fill that ends on ``frame`` begins; None if it would not be in phase."""
        relative = frame - self._grid.origin_frame
        line = next_grid_line(relative, self._grid.loop_frames, per_loop)
        if grid_line_frame(line, self._grid.loop_frames, per_loop) != relative:
            return None
        return self._line_before(frame, per_loop)

    def _line_before(self, frame: int, lines: int) -> int:
        loop_frames, origin = self._grid.loop_frames, self._grid.origin_frame
        line = next_grid_line(frame - origin, loop_frames, lines) - 1
        return origin + grid_line_frame(line, loop_frames, lines)

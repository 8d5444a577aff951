"""Decides what lands when, from scenes and overrides. Show thread only; never blocks.

The conductor keeps the crowd's scenes (landed and pending) and the presenter's overrides of every
strip. From these it derives each strip's list of future launches and sends the whole list to the
engine, which replaces what it had: a change, a cancel and an undo are all simply a new plan.

A launch within the engine's lead cannot be taken back (its block may be on its way to the sound
card): it counts as landed, and stays in the plan until the engine confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from mwk_desktop.engine.protocol import NOW, EnginePort, Landed, Launch
from mwk_desktop.show.arrangement import Arrangement
from mwk_desktop.show.arranger import Arranger
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.crowd_scenes import CrowdScenes, PendingScene
from mwk_desktop.show.desk_commands import StripChange
from mwk_desktop.show.gates import Gates
from mwk_desktop.show.grid import Grid, Quantize
from mwk_desktop.show.overrides import StripOverride, coming_change
from mwk_desktop.show.strip_gains import StripGains
from mwk_desktop.show.strip_launches import StripLaunches
from mwk_desktop.units import INSTRUMENTS, ramp_frames


class Conductor:
    """Decides which clip each strip plays, and tells the engine ahead of time.

    Parameters
    ----------
    port
        The engine: a process, a held-clock one in this process, or the offline timeline.
    grid
        The musical grid in transport frames.
    clips
        Clip names of each instrument, sorted; instruments without clips may be missing.
    clip_ids
        Index in the engine's clip table of each clip name.
    opening
        Instruments that play before the first scene.
    quantize
        The grid on which modes, variations and scenes land.
    lead_frames
        How far ahead of the transport a change must be planned to land exactly.
    arranger
        Sends the launches, with what the sound set brings around them; default: nothing.
    """

    def __init__(
        self,
        port: EnginePort,
        grid: Grid,
        clips: Mapping[str, Sequence[str]],
        clip_ids: Mapping[str, int],
        opening: Sequence[str] = (),
        quantize: Quantize = "bar",
        lead_frames: int = 0,
        arranger: Arranger | None = None,
    ) -> None:
        self.grid = grid
        self.quantize = quantize
        self.lead_frames = lead_frames
        self.gates = Gates(port, grid, lead_frames)
        self.overrides = {name: StripOverride() for name in INSTRUMENTS}
        self.scenes = CrowdScenes()
        self._opening = tuple(opening)
        self._clips = clips
        self._last_drawn: dict[str, str] = {}
        self.arranger = arranger or Arranger(port, grid, Arrangement())
        self._launches = StripLaunches(clip_ids, self.arranger)
        self._frame = 0
        self.gains = StripGains(port, grid, self.overrides, self.arranger, lead_frames)
        self.set_gain, self.audible = self.gains.set_gain, self.gains.audible

    # -- time -------------------------------------------------------------------------------

    def start(self, frame: int) -> None:
        """Play the opening clips where the transport stands, under a 10 ms fade."""
        opening = {name: self._clips[name][0] for name in self._opening if self._clips.get(name)}
        self.scenes.open_with(opening, frame)
        self._frame = frame
        for name in INSTRUMENTS:
            self._sound(name, frame, self._ramp)
        self.arranger.start(frame, self._launches.playing)
        self._send()

    def continue_from(self, before: Conductor) -> None:
        """Before :meth:`start`: take over the previous show's sounding clips, to end them."""
        self._launches.continue_from(before._launches)
        self.arranger.continue_from(before.arranger)
        self.gains.keep_room(before.gains)

    def adopt_moment(self, there: Conductor, frame: int, *, keep_hold: bool) -> None:
        """Take over another moment of the recording: its scene lands on the next line or, if the
        presenter holds, at the release."""
        self.scenes.adopt_moment(there.scenes, self.next_landing_frame(frame), keep_hold=keep_hold)
        self._last_drawn = dict(there._last_drawn)
        self._send()

    def advance(self, frame: int) -> None:
        """Land everything that lies within the lead of transport frame ``frame``."""
        self._frame = frame
        self.gates.advance(frame)
        self.gains.advance(frame)
        self.arranger.advance(frame)
        horizon = frame + self.lead_frames
        due = sorted({f for f in self._landing_frames() if f <= horizon})
        for landing in due:
            self._land(landing)
        if due:
            self._send()

    def landed(self, event: Landed) -> None:
        """The engine has carried out a launch: drop it from the plan."""
        self.arranger.landed(event)
        if event.strip < len(INSTRUMENTS):
            self._launches.landed(event)

    def next_landing_frame(self, frame: int) -> int:
        """The first line of the quantized grid that a change made now can still reach."""
        return self.grid.next_line(frame + self.lead_frames, self.quantize)

    # -- the crowd --------------------------------------------------------------------------

    def scene_drawn(self, drawn: Mapping[str, str], frame: int, *, plan: bool = True) -> None:
        """A window closed and drew these clips: they land at ``frame`` unless held or cancelled.

        ``plan`` False: another scene for the same frame follows at once, so nothing is sent yet.
        """
        if not drawn:
            return
        older = self.scenes.pending
        if older is not None and older.frame < frame and not self.scenes.hold:
            # Windows shorter than a grid line: the older scene lands first.
            self._land(older.frame)
        scene = self.scenes.add(drawn, frame)
        if self.scenes.hold:
            self._remember(scene)
        elif plan:
            self._send()

    def bring_forward(self, drawn: Mapping[str, str], frame: int) -> None:
        """Next scene now: these clips land at ``frame``, whatever was cancelled."""
        self.scenes.bring_forward(drawn, frame)
        self._send()

    def take_scene_back(self, cancel_next: bool) -> None:
        """The scene that was brought forward does not come."""
        self.scenes.take_back(cancel_next)
        self.arranger.call_off(self._frame + self.lead_frames)
        self._send()

    def expect_scene(self, drawn: Mapping[str, str], frame: int) -> None:
        """If the window closed now, these clips would land at ``frame``: begin what leads there."""
        if not drawn or self.scenes.hold or self.scenes.cancelled:
            return
        strips = self.overrides.items()
        coming = [self.resolve(name, drawn, *override.at(frame)) for name, override in strips]
        sounding, clip_id = self._launches.sounding, self._launches.clip_id
        changes = sum(new != old for new, old in zip(coming, sounding.values(), strict=True))
        self.arranger.expect(frame, changes, [clip_id(clip) for clip in coming if clip])
        self._send()

    def _remember(self, scene: PendingScene) -> None:
        """Note a scene's clips; even one that does not land tells what each instrument drew
        last."""
        for name, clip in scene.clips.items():
            if self._launches.sounding[name] is None:
                self._last_drawn[name] = clip

    # -- the presenter ----------------------------------------------------------------------

    def set_mode(self, name: str, mode: Mode, frame: int) -> None:
        override = self.overrides[name]
        landing = self.next_landing_frame(frame)
        override.pending_mode = None if mode == override.mode else (landing, mode)
        self._send()

    def set_variation(self, name: str, clip: str | None, frame: int) -> None:
        override = self.overrides[name]
        landing = self.next_landing_frame(frame)
        override.pending_variation = None if clip == override.variation else (landing, clip)
        self._send()

    def next_variation(self, name: str, after: object = None) -> str | None:
        """The next clip by name after that one (else the chosen or sounding one), cyclically."""
        clips = self._clips.get(name, ())
        if not clips:
            return None
        override = self.overrides[name]
        chosen = after or override.target_variation
        current = chosen or self._launches.sounding[name] or self.playable(name)
        return clips[(clips.index(current) + 1) % len(clips)] if current in clips else clips[0]

    def cancel_change(self, name: str) -> bool:
        """Drop a strip's pending override; False if there was none."""
        override = self.overrides[name]
        pending = bool(override.frames())
        override.drop_pending()
        if pending:
            self.gains.plan_coming()
            self._send()
        return pending

    def land_together(self, changes: Iterable[StripChange], frame: int) -> None:
        """Let changes of several strips land at ``frame``: a GO, a snapshot."""
        for change in changes:
            self.overrides[change.instrument].put(change.control, change.value, frame)
        self.gains.plan_coming()
        self._send()

    def set_mute(self, name: str, mute: bool) -> None:
        override = self.overrides[name]
        override.mute, override.pending_mute = mute, None
        self.gains.send_audible()

    def set_solo(self, name: str, solo: bool) -> None:
        """Solo acts at once: a silent instrument starts at the transport's position."""
        override = self.overrides[name]
        override.solo, override.pending_solo = solo, None
        self._sound(name, NOW, self._ramp)
        self.arranger.land(NOW, self._launches.playing, self._ramp)
        self._send()
        self.gains.send_audible()

    def set_hold(self, hold: bool, frame: int) -> None:
        """Hold: drop the pending scene; release: land the newest closed window's scene."""
        if hold == self.scenes.hold:
            return
        self.scenes.set_hold(hold, self.next_landing_frame(frame))
        if hold:
            self.arranger.call_off(frame + self.lead_frames)
        self._send()

    def set_cancelled(self, cancelled: bool) -> None:
        """Skip (or not) the coming scene: the pending one, else the next window's."""
        self.scenes.set_cancelled(cancelled)
        reach = self._frame + self.lead_frames
        if cancelled:
            self.arranger.call_off(reach)
        else:
            self.arranger.call_on(reach)
        self._send()

    def undo_cancel(self, number: int, cancelled: bool, frame: int) -> None:
        """Undo of a cancel (or of its second press) that was about scene ``number``.

        A scene skipped meanwhile lands on the next line, if there is no newer one.
        """
        if number == self.scenes.coming_number:
            self.set_cancelled(cancelled)
        elif self.scenes.undo_past_cancel(number, cancelled, self.next_landing_frame(frame)):
            self._send()

    # -- what will be -----------------------------------------------------------------------

    def playable(self, name: str) -> str | None:
        """The clip that ON or solo plays if the crowd has not drawn the instrument."""
        clips = self._clips.get(name, ())
        return self._last_drawn.get(name) or (clips[0] if clips else None)

    def sounding(self, name: str) -> str | None:
        return self._launches.sounding[name]

    @property
    def master_gain(self) -> float:
        return self.gains.master_gain

    def resolve(
        self, name: str, scene: Mapping[str, str], mode: Mode, variation: str | None, solo: bool
    ) -> str | None:
        """The clip of a strip under all of these; None is silence."""
        forced = solo or mode is Mode.ON
        if not forced and (mode is Mode.OFF or name not in scene):
            return None
        return variation or scene.get(name) or self.playable(name)

    def coming(self, name: str, scene: PendingScene | None) -> tuple[int, str | None, bool] | None:
        """A strip's next change (frame, clip, by hand) if ``scene`` comes next; None: no change."""
        lands = scene is not None and not scene.cancelled and not self.scenes.hold
        override, sounding = self.overrides[name], self._launches.sounding[name]
        resolve = partial(self.resolve, name)
        return coming_change(
            override, self.scenes.clips, scene if lands else None, sounding, resolve
        )

    # -- inside -----------------------------------------------------------------------------

    @property
    def _ramp(self) -> int:
        return ramp_frames(self.grid.rate_hz)

    def _landing_frames(self) -> list[int]:
        frames = [f for override in self.overrides.values() for f in override.frames()]
        if self.scenes.pending is not None:
            frames.append(self.scenes.pending.frame)
        return frames

    def _land(self, frame: int) -> None:
        """Make everything pending at or before ``frame`` take effect at ``frame``."""
        scene = self.scenes.land(frame)
        if scene is not None and scene.cancelled:
            self._remember(scene)
        elif scene is not None:
            self._last_drawn.update(scene.clips)
        by_scene = scene is not None and not scene.cancelled
        for name, override in self.overrides.items():
            override.land(frame)
            self._sound(name, frame, scene=by_scene)
        self.gains.land(frame)
        self.arranger.land(frame, self._launches.playing)

    def _sound(self, name: str, frame: int, ramp: int | None = None, scene: bool = False) -> None:
        """Switch a strip to the clip of its current state at ``frame`` (NOW: the next block)."""
        override = self.overrides[name]
        clip = self.resolve(name, self.scenes.clips, *override.landed)
        self._launches.switch(name, clip, frame, ramp, by_scene=scene)

    def _plan(self, name: str) -> list[Launch]:
        """All launches of a strip that the engine has not confirmed."""
        override = self.overrides[name]
        pending = self.scenes.landing
        frames = {*override.frames(), *([] if pending is None else [pending.frame])}
        coming = []
        for frame in sorted(frames):
            lands = pending is not None and pending.frame <= frame
            scene = pending.clips if pending is not None and lands else self.scenes.clips
            by_scene = pending is not None and pending.frame == frame
            coming.append((frame, self.resolve(name, scene, *override.at(frame)), by_scene))
        return self._launches.plan(name, coming)

    def _send(self) -> None:
        plans = {name: self._plan(name) for name in INSTRUMENTS}
        landing = self.scenes.landing
        scene_frame = None if landing is None else landing.frame
        self.arranger.send(plans, self._launches.sounding_ids, scene_frame)

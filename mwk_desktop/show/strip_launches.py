"""What each strip plays, and its launches that the engine has not confirmed. Show thread only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mwk_desktop.engine.protocol import NOW, Landed, Launch
from mwk_desktop.show.arranger import Arranger
from mwk_desktop.units import INSTRUMENTS


class StripLaunches:
    """The strips' clips once all that has landed is carried out.

    Parameters
    ----------
    clip_ids
        Index in the engine's clip table of each clip name.
    arranger
        Makes the launches.
    """

    def __init__(self, clip_ids: Mapping[str, int], arranger: Arranger) -> None:
        self.sounding: dict[str, str | None] = dict.fromkeys(INSTRUMENTS)
        self._clip_ids = clip_ids
        self._arranger = arranger
        self._in_flight: dict[str, list[Launch]] = {name: [] for name in INSTRUMENTS}

    def continue_from(self, before: StripLaunches) -> None:
        """Take over the previous show's sounding clips, to end them."""
        self.sounding = dict(before.sounding)
        self._in_flight = {name: list(flights) for name, flights in before._in_flight.items()}

    def clip_id(self, clip: str | None) -> int:
        return -1 if clip is None else self._clip_ids[clip]

    @property
    def sounding_ids(self) -> dict[str, int]:
        """The clip id of each strip; -1: silent."""
        return {name: self.clip_id(clip) for name, clip in self.sounding.items()}

    @property
    def playing(self) -> list[int]:
        """Clip ids of what plays."""
        return [self._clip_ids[clip] for clip in self.sounding.values() if clip is not None]

    def switch(
        self,
        name: str,
        clip: str | None,
        frame: int,
        fade_in_frames: int | None,
        *,
        by_scene: bool = False,
    ) -> None:
        """Switch a strip to a clip at ``frame`` (NOW: the next block); by default under the short
        fade of a landing, or under the crossfade of scenes."""
        if clip == self.sounding[name]:
            return
        self.sounding[name] = clip
        launch = self._arranger.launch(frame, self.clip_id(clip), fade_in_frames, by_scene=by_scene)
        # The newer launch wins: an older one that is still to come must not follow it.
        flights = [] if frame == NOW else [f for f in self._in_flight[name] if f.frame < frame]
        self._in_flight[name] = [*flights, launch]

    def landed(self, event: Landed) -> None:
        """The engine has carried out a launch: drop it from the plan."""
        flights = self._in_flight[INSTRUMENTS[event.strip]]
        for index, launch in enumerate(flights):
            if launch.clip == event.clip:
                del flights[: index + 1]
                break

    def plan(self, name: str, coming: Iterable[tuple[int, str | None, bool]]) -> list[Launch]:
        """All launches of a strip that the engine has not confirmed, then those to the ``coming``
        clips with their frames, and whether the scene brings them."""
        plan = list(self._in_flight[name])
        clip = self.sounding[name]
        for frame, planned, by_scene in coming:
            if planned != clip:
                clip = planned
                plan.append(self._arranger.launch(frame, self.clip_id(clip), by_scene=by_scene))
        return plan

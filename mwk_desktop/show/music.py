"""What a show needs to know of its sound set: metre, tempo, clip names. No audio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mwk_desktop.show.arrangement import Arrangement
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.strip_state import Clip, MissingClip
from mwk_desktop.sounds.clip_parts import FILL, clip_stem, split_name
from mwk_desktop.units import grid_line_frame


@dataclass(frozen=True)
class Music:
    """The sound set as the rules see it, at one rate.

    ``clips`` maps instruments to their clip names, sorted; ``clip_ids`` maps a clip's name to
    its index in the engine's clip table; ``missing``: clips that the set names but cannot play.
    """

    name: str
    rate_hz: int
    loop_frames: int
    beats_per_loop: int
    beats_per_bar: int
    clips: Mapping[str, tuple[str, ...]]
    clip_ids: Mapping[str, int]
    titles: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missing: Mapping[str, tuple[MissingClip, ...]] = field(default_factory=dict)
    arrangement: Arrangement = field(default_factory=Arrangement)

    def grid(self, window_start_frame: int) -> Grid:
        """A grid whose loops begin one beat after ``window_start_frame``.

        So a scene lands on the bar (at 128 BPM: the loop) that begins one beat after its window's
        end; that beat is the time to close the window and send the plan to the engine.
        """
        beat = grid_line_frame(1, self.loop_frames, self.beats_per_loop)
        return Grid(
            self.rate_hz,
            self.loop_frames,
            self.beats_per_loop,
            self.beats_per_bar,
            window_start_frame + beat,
        )

    def clip(self, name: str | None) -> Clip | None:
        """A clip as shown to people."""
        if name is None:
            return None
        return Clip(name, self.titles.get(name) or clip_stem(name))

    @property
    def sounds(self) -> tuple[str, ...]:
        """The name of everything that the engine can launch, in the order of clip ids."""
        return self.arrangement.sounds or tuple(
            sorted(self.clip_ids, key=self.clip_ids.__getitem__)
        )

    def sound_id(self, name: str) -> int | None:
        """The clip id of a recorded name: a clip (also a foreign one), a transition, or a fill
        (where the set does not have it, the clip that it belongs to)."""
        own = self.resolve(name)
        found = self.arrangement.clip_id(name) if own is None else self.clip_ids[own]
        path = PurePosixPath(name)
        owner, part = split_name(path.stem)
        if found is not None or part != FILL:
            return found
        return self.sound_id(str(path.with_stem(owner)))

    def resolve(self, name: str) -> str | None:
        """The set's clip for a foreign name (``drum/drum2.ogg``), matched by its stem."""
        if name in self.clip_ids:
            return name
        instrument, stem = name.rpartition("/")[0], clip_stem(name)
        for own in self.clips.get(instrument, ()):
            if clip_stem(own) == stem:
                return own
        return None

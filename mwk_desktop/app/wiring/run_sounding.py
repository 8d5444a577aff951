"""Counts and conducts a whole recording together with its sounds, so that it can be rendered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from mwk_desktop.app.rules_setup import open_sounds
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.sound_setup import load_sounds, mix_of, music_of
from mwk_desktop.app.wiring.run_offline import OfflineListener, run_offline
from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.offline_render import Launches, Ramps
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.sounds.clip_paging import PagedSet, Slots
from mwk_desktop.units import SAMPLE_RATE_HZ

_MOST_BYTES: Final = 192 << 20
"""Memory for decoded clips: twice a show's. No windows need it, and time passes faster here, so
that clips come back sooner."""


@dataclass(frozen=True, slots=True)
class SoundingShow:
    """A recording that was counted, and its sound set; ``bounced`` None: it holds no tweet."""

    options: Options
    loaded: PagedSet
    bank: ClipBank
    show: OfflineShow
    bounced: Bounced | None

    def plans(self) -> tuple[ClipBank, EngineSpec, Launches, Ramps, int]:
        """What :func:`~mwk_desktop.engine.offline_render.render` needs; only if it was bounced."""
        assert self.bounced is not None
        loaded, grid = self.loaded, self.show.recorded.grid
        spec = EngineSpec(
            loop_frames=loaded.loop_frames,
            rate_hz=loaded.rate_hz,
            beats_per_loop=loaded.beats_per_loop,
            origin_frame=grid.origin_frame,
            bars_per_loop=grid.bars_per_loop,
            **mix_of(loaded.sound_set, self.options.settings),
        )
        self.bank.source = loaded.pager
        bounced = self.bounced
        return self.bank, spec, bounced.launches, bounced.ramps, bounced.end_frame


def run_sounding(
    options: Options, path: Path, listener: OfflineListener | None = None
) -> SoundingShow:
    """Count and conduct a whole recording as it was played: with the switches of its show."""
    given = options
    loaded, bank = _loaded(given)
    music = music_of(loaded, options.settings)
    options, show, bounced, _ = run_offline(options, path, music, listener)
    if options.settings.music != given.settings.music:
        # The recorded show played with other switches: so does its bounce.
        loaded, bank = _loaded(options)
        music = music_of(loaded, options.settings)
        options, show, bounced, _ = run_offline(options, path, music, listener)
    return SoundingShow(options, loaded, bank, show, bounced)


def _loaded(options: Options) -> tuple[PagedSet, ClipBank]:
    settings = options.settings
    slots: list[Slots] = []

    def allocate_slots(pages: int) -> Slots:
        slots.append(np.empty(pages, np.int32))
        return slots[-1]

    loaded = load_sounds(
        open_sounds(settings),
        SAMPLE_RATE_HZ,
        allocate_slots=allocate_slots,
        takes=settings.music.takes,
        most_bytes=_MOST_BYTES,
    )
    return loaded, ClipBank(loaded.samples, loaded.layouts, *slots)

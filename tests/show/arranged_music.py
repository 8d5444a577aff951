"""A small arranged set for tests: arithmetic clips with fills, tails, a floor and transitions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.show.arrangement import Arrangement, Fill
from mwk_desktop.show.music import Music
from mwk_desktop.sounds.sound_layout import PagePiece, SoundLayout
from mwk_desktop.units import INSTRUMENTS
from tests.support import CLIPS_PER_INSTRUMENT, arithmetic_music

LOOP = 180_000
BAR = 90_000
CLIPS = CLIPS_PER_INSTRUMENT * len(INSTRUMENTS)
FLOOR = CLIPS + len(INSTRUMENTS)
RISER, DROP, IMPACT, CYMBAL = range(FLOOR + 1, FLOOR + 5)
RISER_FRAMES = BAR
FILLED = ("drum", "pad")
"""Instruments whose first clip has a fill: the drum's a loop long, the pad's a bar."""


def arranged_music(**switches: bool) -> Music:
    """Every first clip has a fill; no drum but the first has a kick."""
    music = arithmetic_music()
    names = tuple(sorted(music.clip_ids, key=lambda name: music.clip_ids[name]))
    fills = [f"{name}/{name}1.fill.flac" for name in INSTRUMENTS]
    transitions = [f"transitions/{kind}.flac" for kind in ("riser", "drop", "impact", "cymbal")]
    first = {name: music.clip_ids[f"{name}/{name}1.flac"] for name in INSTRUMENTS}
    arrangement = Arrangement(
        sounds=(*names, *fills, "floor/floor1.flac", *transitions),
        is_arranged=True,
        fills={
            first[name]: Fill(CLIPS + place, 1 if name == "drum" else 2)
            for place, name in enumerate(INSTRUMENTS)
        },
        floor=(FLOOR,),
        with_beat=frozenset({first["drum"]}),
        transitions={
            kind: (clip,)
            for kind, clip in zip(
                ("riser", "drop", "impact", "cymbal"), (RISER, DROP, IMPACT, CYMBAL), strict=True
            )
        },
        lengths={RISER: RISER_FRAMES, DROP: 20_000, IMPACT: 30_000, CYMBAL: 60_000},
        **switches,
    )
    return replace(music, arrangement=arrangement)


def arranged_bank() -> ClipBank:
    """Takes for every clip (page ``n`` and the next), tails, pickups, and kicks of the first drum.

    Quiet noise, so that the limiter is a pure delay.
    """
    pages = np.random.default_rng(3).normal(0.0, 0.003, (12, LOOP, 2)).astype(np.float32)
    tail, pickup = (PagePiece(10, 0, 9_000),), (PagePiece(10, 9_000, 3_000),)
    kicks = tuple(range(0, LOOP, 22_500))
    layouts = []
    for clip in range(CLIPS):
        a, b = clip % 8, (clip + 3) % 8
        beat = kicks if clip == 0 else ()
        layouts.append(
            SoundLayout(
                str(clip),
                clip,
                (a, a, b, a, a, b, b, a),
                (beat,) * 8,
                tail,
                pickup if clip % 3 == 0 else (),
            )
        )
    layouts += [
        SoundLayout(f"fill{place}", CLIPS_PER_INSTRUMENT * place, (8,), ((),), tail)
        for place in range(len(INSTRUMENTS))
    ]
    layouts.append(SoundLayout("floor", FLOOR, (9, 9, 8, 9), (kicks,) * 4, tail))
    lengths = (RISER_FRAMES, 20_000, 30_000, 60_000)
    layouts += [
        SoundLayout(f"shot{n}", FLOOR + 1 + n, shot=(PagePiece(11, 0, frames),))
        for n, frames in enumerate(lengths)
    ]
    return ClipBank(pages, layouts)

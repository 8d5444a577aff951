"""Random scenes of the default set, rendered by the product's own path."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import pytest

from mwk_desktop.app.sound_setup import mix_of
from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.master_bus import MasterBus
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import FLOOR_TRACK, EngineSpec, Launch
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.sounds.set_loading import LoadedSet, load
from mwk_desktop.sounds.sound_set import default_sound_set_dir, open_sound_set
from mwk_desktop.units import INSTRUMENTS
from tests.sounds_product import listening
from tests.sounds_product.listening import RATE_HZ, Sound

SEED = 2018
IN_TEST, IN_SOAK = 14, 200
# Five is what the crowd gets; fewer vote at times, and the presenter can switch all eight on.
SIZES, WEIGHTS = (3, 4, 5, 6, 7, 8), (2, 3, 10, 2, 2, 2)
# What carries the beat. Pads hold, voices and melodies phrase across it.
RHYTHMIC = frozenset({"drum", "heavy_bass", "lead_bass", "line_bass", "synth"})
FADE_FRAMES = RATE_HZ // 100
# The bus has the same bits for every length of block, and is slow to set up for long ones.
CHUNK_FRAMES = 8_192


@dataclass(frozen=True)
class Heard:
    """What a scene measured, and which it was."""

    clips: tuple[str, ...]
    true_peak_dbtp: float
    loudness_lufs: float
    stems_lufs: tuple[float, ...]
    mono_loss_db: float
    limiting_db: float
    tempo_bpm: float

    @property
    def is_rhythmic(self) -> bool:
        return any(clip.split("/")[0] in RHYTHMIC for clip in self.clips)

    def __str__(self) -> str:
        return " + ".join(clip.split("/")[1].removesuffix(".flac") for clip in self.clips)


def drawn_scenes(loaded: LoadedSet, count: int) -> list[tuple[str, ...]]:
    """Scenes by a fixed seed; the first twenty are the same however many are drawn."""
    draw = random.Random(SEED)
    scenes = []
    for _ in range(count):
        chosen = draw.sample(INSTRUMENTS, draw.choices(SIZES, WEIGHTS)[0])
        scenes.append(tuple(draw.choice(loaded.instruments[name]) for name in sorted(chosen)))
    return scenes


def heard(loaded: LoadedSet, scene: tuple[str, ...], before: tuple[str, ...]) -> Heard:
    """Bounce a scene that follows another one on a bar, and listen.

    The peak is that of the whole bounce, the change of scenes included; the rest is measured on
    two phrases after it, which is a window of the show with all its takes.
    """
    layouts = loaded.layouts
    loop, bar = loaded.loop_frames, loaded.loop_frames // loaded.bars_per_loop
    phrases = 8 * loop
    plan: dict[int, list[Launch]] = {strip: [] for strip in range(FLOOR_TRACK + 1)}
    for frame, clips in ((0, before), (bar, scene)):
        playing = {clip.split("/")[0]: loaded.clip_id(clip) for clip in clips}
        for strip, instrument in enumerate(INSTRUMENTS):
            clip = playing.get(instrument, -1)
            plan[strip].append(Launch(frame, clip, FADE_FRAMES, FADE_FRAMES))
        has_beat = any(layouts[clip].carries_beat for clip in playing.values())
        floors = [n for n, each in enumerate(layouts) if each.name.startswith("floor/")]
        under = -1 if has_beat or not floors else floors[0]
        plan[FLOOR_TRACK].append(Launch(frame, under, FADE_FRAMES, FADE_FRAMES))
    spec = EngineSpec(
        loop,
        rate_hz=RATE_HZ,
        beats_per_loop=loaded.beats_per_loop,
        **mix_of(loaded.sound_set, Settings()),
    )
    bank = ClipBank(loaded.samples, layouts)
    chunks = list(render(bank, spec, plan, {}, bar + phrases, stems=True))
    master: Sound = np.concatenate([master for master, _ in chunks])
    stems: Sound = np.concatenate([stems for _, stems in chunks], axis=1)
    steady = slice(bar, bar + phrases)
    strips = [INSTRUMENTS.index(clip.split("/")[0]) for clip in scene]
    return Heard(
        clips=scene,
        true_peak_dbtp=listening.true_peak_dbtp(master),
        loudness_lufs=listening.loudness_lufs(master[steady]),
        stems_lufs=tuple(listening.loudness_lufs(stems[strip, steady]) for strip in strips),
        mono_loss_db=listening.mono_loss_db(master[steady]),
        limiting_db=listening.limiting_db(bus_sound(stems.sum(axis=0), spec), master),
        tempo_bpm=listening.tempo_bpm(master[steady]),
    )


def bus_sound(mix: Sound, spec: EngineSpec) -> Sound:
    """The mix after drive and tilt: what the limiter gets."""
    driven = np.array(mix, dtype=np.float32)
    bus = MasterBus(spec.drive_db, spec.tilt_db, RATE_HZ, CHUNK_FRAMES)
    for begin in range(0, len(driven), CHUNK_FRAMES):
        bus.process(driven[begin : begin + CHUNK_FRAMES].reshape(-1))
    return driven


@pytest.fixture(scope="session")
def loaded() -> LoadedSet:
    """The default set as the show loads it."""
    return load(open_sound_set(default_sound_set_dir()), RATE_HZ)


@pytest.fixture(
    scope="module",
    params=[
        IN_TEST,
        pytest.param(IN_SOAK, marks=[pytest.mark.soak, pytest.mark.timeout(1800)]),
    ],
    ids="{} scenes".format,
)
def scenes(request: pytest.FixtureRequest, loaded: LoadedSet) -> list[Heard]:
    """So many scenes, each after the one before."""
    drawn = drawn_scenes(loaded, request.param)
    return [heard(loaded, scene, drawn[number - 1]) for number, scene in enumerate(drawn)]

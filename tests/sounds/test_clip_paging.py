"""A set larger than its memory: what is decoded when, what makes room, and the same samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mwk_desktop.sounds.clip_decoding import ClipLoader
from mwk_desktop.sounds.clip_paging import ABSENT, PagedSet, Slots, load_paged
from mwk_desktop.sounds.set_findings import SoundFinding
from mwk_desktop.sounds.set_loading import load
from mwk_desktop.sounds.set_pages import PlannedClip
from mwk_desktop.sounds.sound_set import open_sound_set

LOOP = 9_600
PAGE_BYTES = 8 * LOOP
METRE = "bpm = 300\nbeats = 1\nbeats_per_bar = 1\nmatch = false\n"

SetFile = Callable[[str], Path]


def level(value: float, frames: int = LOOP) -> np.ndarray:
    return np.full((frames, 2), value / 1024, np.float32)


class Paged:
    """A paged set with its table of slots."""

    def __init__(self, folder: Path, pages: int) -> None:
        self.slots: Slots = np.zeros(0, np.int32)
        self.loaded: PagedSet = load_paged(
            open_sound_set(folder), 48_000, None, self._slots_of, most_bytes=pages * PAGE_BYTES
        )
        self.ids = {sound.name: number for number, sound in enumerate(self.loaded.layouts)}

    def _slots_of(self, pages: int) -> Slots:
        self.slots = np.zeros(pages, np.int32)
        return self.slots

    def resident(self) -> set[str]:
        return {
            sound.name
            for sound in self.loaded.layouts
            if all(self.slots[page] != ABSENT for page in sound.needs)
        }

    def level(self, name: str, loop: int = 0) -> int:
        sound = self.loaded.layouts[self.ids[name]]
        row = self.loaded.samples[self.slots[sound.pages[loop % len(sound.pages)]]]
        return round(float(row[100, 0]) * 1024)

    def load(self, name: str, *keep: str) -> bool:
        assert self.loaded.pager is not None
        return self.loaded.pager.load(self.ids[name], [self.ids[each] for each in keep])


@pytest.fixture
def six(clip, folder: Path, set_file: SetFile) -> Path:
    """Six pads of one page; the first of three (with a take and a tail)."""
    set_file(METRE + "[clips.p3]\ngain_db = 6.0206\n")
    for number in range(1, 7):
        clip(f"pad/p{number}.wav", samples=level(number))
    clip("pad/p1.b.wav", samples=level(11))
    clip("pad/p1.tail.wav", samples=level(12, 500))
    return folder


def test_a_set_that_fits_is_loaded_whole(six: Path) -> None:
    paged = Paged(six, 8)
    assert paged.loaded.pager is None
    whole = load(open_sound_set(six), 48_000)
    assert paged.loaded.samples.tobytes() == whole.samples.tobytes()
    assert paged.loaded.layouts == whole.layouts


def test_of_a_larger_one_the_first_clips_are_in_memory(six: Path) -> None:
    paged = Paged(six, 5)
    assert len(paged.loaded.samples) == 5
    assert paged.resident() == {"pad/p1.wav", "pad/p2.wav", "pad/p3.wav"}
    assert [paged.level("pad/p1.wav", loop) for loop in range(4)] == [1, 1, 11, 1]
    assert paged.level("pad/p3.wav") == 6  # its gain is that of set.toml


def test_what_is_asked_for_displaces_what_was_not_for_longest(six: Path) -> None:
    paged = Paged(six, 5)
    assert paged.load("pad/p2.wav")
    assert paged.load("pad/p4.wav", "pad/p1.wav")
    assert paged.resident() == {"pad/p1.wav", "pad/p2.wav", "pad/p4.wav"}
    assert (paged.level("pad/p2.wav"), paged.level("pad/p4.wav")) == (2, 4)
    assert paged.load("pad/p5.wav")
    assert paged.resident() == {"pad/p2.wav", "pad/p4.wav", "pad/p5.wav"}


def test_what_must_stay_is_not_displaced(six: Path) -> None:
    paged = Paged(six, 5)
    assert not paged.load("pad/p6.wav", "pad/p1.wav", "pad/p2.wav", "pad/p3.wav")
    assert paged.resident() == {"pad/p1.wav", "pad/p2.wav", "pad/p3.wav"}
    assert paged.load("pad/p1.wav", "pad/p2.wav")


def test_any_order_of_loading_gives_the_samples_of_the_whole_set(six: Path) -> None:
    whole = load(open_sound_set(six), 48_000)
    paged = Paged(six, 4)
    rng = np.random.default_rng(1)
    for number in rng.integers(1, 7, 40):
        name = f"pad/p{number}.wav"
        assert paged.load(name)
        for own, other in zip(
            paged.loaded.layouts[paged.ids[name]].pages,
            whole.layouts[paged.ids[name]].pages,
            strict=True,
        ):
            assert (paged.loaded.samples[paged.slots[own]] == whole.samples[other]).all()


def test_floor_and_transitions_stay(clip, folder: Path, six: Path) -> None:
    clip("floor/f.wav", samples=level(50))
    clip("transitions/riser.wav", samples=level(51, 700))
    clip("transitions/cymbal.wav", samples=level(52, 700))
    paged = Paged(folder, 6)
    always = {"floor/f.wav", "transitions/riser.wav", "transitions/cymbal.wav"}
    assert always <= paged.resident()
    for number in (4, 5, 6, 1, 2):
        assert paged.load(f"pad/p{number}.wav")
        assert always | {f"pad/p{number}.wav"} <= paged.resident()
    riser = paged.loaded.layouts[paged.ids["transitions/riser.wav"]].shot[0]
    sample = paged.loaded.samples[paged.slots[riser.page], riser.offset + 100, 0]
    assert round(float(sample) * 1024) == 51


def test_kicks_of_clips_that_are_not_kept_are_known(clip, folder: Path, set_file) -> None:
    set_file("bpm = 128\nbeats = 8\nmatch = false\n[duck]\npad = 3\n")
    thump = np.zeros((180_000, 2), np.float32)
    time = np.arange(9_600) / 48_000
    for beat in range(8):
        wave = 0.5 * np.sin(2 * np.pi * 55 * time) * np.exp(-time * 20)
        thump[beat * 22_500 : beat * 22_500 + 9_600] += wave[:, None].astype(np.float32)
    for number in range(4):
        clip(f"drum/d{number}.wav", samples=thump)
    loaded = load_paged(open_sound_set(folder), 48_000, most_bytes=8 * 180_000)
    assert loaded.pager is not None
    assert all(len(sound.kicks[0]) == 8 for sound in loaded.layouts)


def test_kicks_that_set_toml_names_are_known_without_decoding(
    clip, folder: Path, set_file, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all instruments, as where the whole set is in memory: the floor makes way for them."""
    kicks = "kicks = [0, 0.5]\n"
    set_file(f"{METRE}[duck]\npad = 3\n[clips.d]\n{kicks}[clips.h]\n{kicks}[clips.e]\nkicks = []\n")
    for name in ("drum/d.wav", "drum/e.wav", "heavy_bass/h.wav", "pad/p.wav"):
        clip(name, samples=level(1))
    whole = load(open_sound_set(folder), 48_000)
    decoded: list[str] = []
    decode = ClipLoader.decode

    def noted(loader: ClipLoader, planned: PlannedClip) -> list[SoundFinding]:
        decoded.append(planned.name)
        return decode(loader, planned)

    monkeypatch.setattr(ClipLoader, "decode", noted)
    loaded = load_paged(open_sound_set(folder), 48_000, most_bytes=PAGE_BYTES)
    assert loaded.layouts == whole.layouts
    assert {sound.name for sound in loaded.layouts if sound.carries_beat} == {
        "drum/d.wav",
        "heavy_bass/h.wav",
    }
    assert decoded == ["drum/d.wav"]  # the one that there is room for


def test_a_clip_that_is_broken_is_silent_and_the_others_play(clip, folder: Path, six: Path) -> None:
    paged = Paged(folder, 4)
    (folder / "pad" / "p5.wav").write_bytes(b"RIFF....")
    assert paged.load("pad/p5.wav")
    assert paged.level("pad/p5.wav") == 0
    assert paged.load("pad/p6.wav")
    assert paged.level("pad/p6.wav") == 6

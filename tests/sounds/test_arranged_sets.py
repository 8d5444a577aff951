"""Takes, fills, tails, pickups, floor and transitions: what belongs together, and what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mwk_desktop.sounds.kick_detection import find_kicks
from mwk_desktop.sounds.set_examination import examine
from mwk_desktop.sounds.set_findings import SoundSetError
from mwk_desktop.sounds.set_loading import LoadedSet, load, read_outline
from mwk_desktop.sounds.sound_layout import SoundLayout
from mwk_desktop.sounds.sound_set import open_sound_set
from mwk_desktop.units import INSTRUMENTS

SetFile = Callable[[str], Path]

LOOP = 9_600
"""One beat at 300 BPM and 48 kHz: a loop of 0.2 s."""
METRE = "bpm = 300\nbeats = 1\nbeats_per_bar = 1\nmatch = false\n"


def level(value: float, frames: int = LOOP) -> np.ndarray:
    """A clip that is told from any other by its level; quiet enough to be no offset."""
    return np.full((frames, 2), value / 1024, np.float32)


def warnings(folder: Path) -> list[str]:
    findings = open_sound_set(folder).findings
    return [str(each) for each in findings if each.where not in INSTRUMENTS]


def layout(loaded: LoadedSet, name: str) -> SoundLayout:
    return next(each for each in loaded.layouts if each.name == name)


def levels(loaded: LoadedSet, name: str) -> list[int]:
    """What sounds in each loop of the cycle, as the level that the file was written with."""
    return [
        round(float(loaded.samples[page, 100, 0]) * 1024) for page in layout(loaded, name).pages
    ]


def test_a_folder_of_single_files_is_pages_in_clip_order(clip, folder: Path, set_file) -> None:
    set_file(METRE)
    for number, name in enumerate(("drum/a.wav", "drum/b.wav", "pad/c.wav")):
        clip(name, samples=level(number + 1))
    loaded = load(open_sound_set(folder), 48_000)
    assert loaded.samples.shape == (3, LOOP, 2)
    assert [each.pages for each in loaded.layouts] == [(0,), (1,), (2,)]
    assert [each.owner for each in loaded.layouts] == [0, 1, 2]
    assert not loaded.sound_set.is_arranged


def test_siblings_belong_to_their_clip_and_are_no_clips(clip, folder: Path, set_file) -> None:
    for name in ("drum1.wav", "drum1.b.wav", "drum1.c.wav", "drum1.fill.wav", "drum1.tail.wav"):
        clip(f"drum/{name}", frames=LOOP)
    clip("drum/drum1.pickup.wav", frames=1000)
    clip("drum/v1.2.wav", frames=LOOP)
    set_file(METRE + '[clips.drum1]\ntitle = "Four"\nform = "aaba"\nform2 = "caca"\nenergy = 4\n')
    sound_set = open_sound_set(folder)
    first, other = sound_set.clips["drum"]
    assert (first.name, other.name) == ("drum/drum1.wav", "drum/v1.2.wav")
    parts = first.parts
    assert [letter for letter, _ in parts.takes] == ["b", "c"]
    assert parts.fill is not None
    assert parts.fill.name == "drum1.fill.wav"
    assert parts.tail is not None
    assert parts.pickup is not None
    assert parts.forms() == ("aaba", "caca")
    assert (parts.energy, first.title) == (4, "Four")
    assert parts.is_arranged
    assert not other.parts.is_arranged
    assert warnings(folder) == []


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("", [1, 1, 2, 1]),
        ('form = "abab"', [1, 2]),
        ('form = "aaaa"', [1]),
        ('form = "aaba"\nform2 = "aabb"', [1, 1, 2, 1, 1, 1, 2, 2]),
        ('form = "abba"\nform2 = "bbbb"', [1, 2, 2, 1, 2, 2, 2, 2]),
    ],
)
def test_a_form_says_which_take_sounds_in_which_loop(
    clip, folder: Path, set_file: SetFile, said: str, heard: list[int]
) -> None:
    clip("pad/p.wav", samples=level(1))
    clip("pad/p.b.wav", samples=level(2))
    set_file(f"{METRE}[clips.p]\n{said}\n")
    assert levels(load(open_sound_set(folder), 48_000), "pad/p.wav") == heard


def test_a_long_take_runs_through_from_the_phrase_s_start(clip, folder: Path, set_file) -> None:
    """In loop three of the phrase the second half of a take of two loops has its first again."""
    clip("pad/p.wav", samples=np.concatenate([level(1), level(2)]))
    clip("pad/p.b.wav", samples=np.concatenate([level(n) for n in (5, 6, 7, 8)]))
    set_file(METRE + '[clips.p]\nform = "aabb"\n')
    loaded = load(open_sound_set(folder), 48_000)
    assert loaded.loop_frames == LOOP
    assert levels(loaded, "pad/p.wav") == [1, 2, 7, 8]
    assert sorted(layout(loaded, "pad/p.wav").needs) == list(range(6))


def test_without_takes_only_the_first_one_plays(clip, folder: Path, set_file: SetFile) -> None:
    for name in ("p", "p.b", "p.fill"):
        clip(f"pad/{name}.wav", samples=level(1 if name == "p" else 2))
    set_file(METRE)
    loaded = load(open_sound_set(folder), 48_000, takes=False)
    assert len(loaded.samples) == 1
    assert [each.name for each in loaded.layouts] == ["pad/p.wav"]


def test_a_single_long_clip_makes_the_loop_longer_as_ever(clip, folder: Path, set_file) -> None:
    clip("pad/p.wav", frames=2 * LOOP)
    clip("pad/q.wav", frames=LOOP)
    set_file(METRE)
    assert load(open_sound_set(folder), 48_000).loop_frames == 2 * LOOP


def test_fill_tail_pickup_floor_and_transitions_have_their_places(
    clip, folder: Path, set_file: SetFile
) -> None:
    clip("drum/d.wav", samples=level(1))
    clip("drum/d.fill.wav", samples=level(2))
    clip("drum/d.tail.wav", samples=level(3, LOOP + 500))
    clip("drum/d.pickup.wav", samples=level(4, 700))
    clip("floor/f.wav", samples=level(5))
    clip("floor/f.b.wav", samples=level(6))
    clip("transitions/riser1.wav", samples=level(7))
    clip("transitions/cymbal.wav", samples=level(8, 300))
    set_file(METRE)
    loaded = load(open_sound_set(folder), 48_000)
    names = [each.name for each in loaded.layouts]
    assert names == [
        "drum/d.wav",
        "drum/d.fill.wav",
        "floor/f.wav",
        "transitions/riser1.wav",
        "transitions/cymbal.wav",
    ]
    assert loaded.clip_names == ("drum/d.wav",)
    drum, fill, floor, riser, cymbal = loaded.layouts
    assert (fill.owner, floor.owner) == (0, 2)
    assert levels(loaded, "drum/d.fill.wav") == [2]
    assert levels(loaded, "floor/f.wav") == [5, 5, 6, 5]
    assert [piece.frames for piece in drum.tail] == [LOOP, 500]
    assert drum.pickup_frames == 700
    assert drum.needs == fill.needs
    assert (riser.shot_frames, cymbal.shot_frames) == (LOOP, 300)
    for piece in drum.tail:
        middle = loaded.samples[piece.page, piece.offset + 100, 0]
        assert round(float(middle) * 1024) == 3
    assert loaded.sound_set.is_arranged


def test_the_outline_names_the_same_sounds(clip, folder: Path, set_file: SetFile) -> None:
    for name in ("drum/d.wav", "drum/d.fill.wav", "floor/f.wav", "transitions/drop.wav"):
        clip(name, frames=LOOP)
    set_file(METRE)
    sound_set = open_sound_set(folder)
    outline, loaded = read_outline(sound_set, 48_000), load(sound_set, 48_000)
    assert [each.name for each in outline.layouts] == [each.name for each in loaded.layouts]
    bare = read_outline(sound_set, 48_000, takes=False)
    assert (bare.clip_names, bare.loop_frames) == (loaded.clip_names, loaded.loop_frames)
    assert not bare.fill_tiles


def test_a_broken_take_is_left_out_and_the_first_plays(clip, folder: Path, set_file) -> None:
    clip("drum/d.wav", samples=level(1))
    clip("drum/d.b.wav", samples=level(2)).write_bytes(b"no audio at all")
    clip("pad/p.wav", samples=level(3))
    set_file(METRE)
    loaded = load(open_sound_set(folder), 48_000)
    assert levels(loaded, "drum/d.wav") == [1]
    assert levels(loaded, "pad/p.wav") == [3]
    assert any("drum/d.b.wav: left out" in str(each) for each in loaded.warnings)


def test_a_gain_is_that_of_all_parts(clip, folder: Path, set_file: SetFile) -> None:
    clip("pad/p.wav", samples=level(16))
    clip("pad/p.b.wav", samples=level(32))
    clip("pad/p.tail.wav", samples=level(64, 500))
    set_file(METRE + "[clips.p]\ngain_db = -6.0206\n")
    loaded = load(open_sound_set(folder), 48_000)
    assert levels(loaded, "pad/p.wav") == [8, 8, 16, 8]
    piece = layout(loaded, "pad/p.wav").tail[0]
    assert round(float(loaded.samples[piece.page, piece.offset, 0]) * 1024) == 32


def test_kicks_are_those_of_the_set_file(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/d.wav", frames=2 * LOOP)
    clip("drum/d.fill.wav", frames=LOOP)
    set_file(METRE + "[duck]\npad = 4\n[clips.d]\nkicks = { a = [0, 0.5, 1.25], fill = [] }\n")
    loaded = load(open_sound_set(folder), 48_000)
    assert layout(loaded, "drum/d.wav").kicks == ((0, LOOP // 2), (LOOP // 4,))
    assert layout(loaded, "drum/d.wav").carries_beat
    assert not layout(loaded, "drum/d.fill.wav").carries_beat
    assert loaded.sound_set.duck_db == {"pad": 4.0}


def kick_loop(beats: list[float], bpm: float = 128.0) -> np.ndarray:
    rate, frames = 48_000, 180_000
    samples = np.zeros(frames)
    time = np.arange(9_600) / rate
    kick = np.sin(2 * np.pi * (50 * time + 6 * np.exp(-time * 40))) * np.exp(-time * 18)
    for beat in beats:
        begin = round(beat * 60 / bpm * rate)
        samples[np.arange(begin, begin + len(kick)) % frames] += 0.7 * kick
    hats = np.random.default_rng(1).normal(0, 0.2, frames)
    hats *= np.exp(-(np.arange(frames) % 11_250) / 900.0)
    return np.repeat((samples + np.diff(hats, prepend=0))[:, None], 2, axis=1).astype(np.float32)


@pytest.mark.parametrize(
    "beats", [[0, 1, 2, 3, 4, 5, 6, 7], [0, 2.5, 4, 6.75], [0, 0.75, 1.5, 4, 4.75], [3]]
)
def test_kicks_are_found_where_they_are(beats: list[float]) -> None:
    found = find_kicks(kick_loop(beats), 48_000, 32)
    assert [frame / 22_500 for frame in found] == beats


def test_a_loop_without_a_kick_has_none() -> None:
    assert find_kicks(kick_loop([]), 48_000, 32) == ()
    assert find_kicks(np.zeros((4800, 2), np.float32), 48_000, 4) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[clips.d]\nform = "aab"', "form: must be four letters"),
        ('[clips.d]\nform = "AABA"', "form: must be four letters"),
        ("[clips.d]\nform2 = 3", "form2: must be four letters"),
        ("[clips.d]\nenergy = 6", "energy: must be a whole number from 1 (sparse) to 5 (full)"),
        ("[clips.d]\nkicks = [-1]", "kicks: must be a list of beats counted from 0"),
        ("[clips.d]\nkicks = { tail = [1] }", "kicks are those of a take"),
        ("[clips.d]\npickup_ms = 71", "pickup_ms: must be milliseconds from 0 to 70"),
        ("[clips.d]\nforms = 1", "unknown key; did you mean form"),
        ("[duck]\nbass = 3", "duck.bass: unknown instrument; did you mean"),
        ("[duck]\npad = 25", "duck.pad: must be decibels from 0 to 24"),
        ("[master]\ndrive_db = -1", "master.drive_db: must be decibels from 0 to 24"),
        ("[master]\ntilt = 1", "master.tilt: unknown key; did you mean tilt_db"),
    ],
)
def test_a_wrong_key_is_named_with_what_would_be_right(
    clip, folder: Path, set_file: SetFile, text: str, said: str
) -> None:
    clip("drum/d.wav", frames=LOOP)
    set_file(METRE + text)
    with pytest.raises(SoundSetError) as caught:
        open_sound_set(folder)
    assert said in str(caught.value)
    assert "set.toml" in str(caught.value)


def test_what_does_not_fit_together_is_named(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/d.wav", frames=LOOP)
    clip("drum/d.b.wav", frames=LOOP)
    clip("drum/d.c.wav", frames=LOOP)
    clip("drum/d.c.flac", frames=LOOP)
    clip("drum/e.fill.wav", frames=LOOP)
    clip("transitions/boom.wav", frames=LOOP)
    set_file(METRE + '[clips.d]\nform = "aazb"\n[clips."floor/x"]\nform = "aaaa"\n')
    said = "\n".join(warnings(folder))
    assert 'drum/d.wav: form = "aazb" names take z, but there is no drum/d.z.wav' in said
    assert "take c never plays" in said
    assert "is there twice, as d.c.flac; left out" in said
    assert "drum/e.fill.wav: is no sibling of a clip (e.wav is missing)" in said
    assert "transitions/boom.wav: is no transition" in said
    assert '[clips."floor/x"] names a file that is not there' in said


def test_the_examination_names_wrong_lengths(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/d.wav", frames=4 * LOOP, turns=100)
    clip("drum/d.b.wav", frames=3 * LOOP, turns=90)
    clip("drum/d.fill.wav", frames=LOOP // 5 * 4, turns=40)
    clip("drum/d.pickup.wav", frames=9_000)
    set_file(METRE.replace("300", "30"))
    said = "\n".join(str(each) for each in examine(folder).clips[0].findings if each.is_warning)
    assert "drum/d.wav: is 0.4 beats long: a take is one, two or four loops (1, 2, 4 beats)" in said
    assert "drum/d.b.wav: is 0.3 beats long: a take is one, two or four loops" in said
    assert "drum/d.fill.wav: is 0.08 beats long: a fill is one loop (1 beats)" in said
    assert "drum/d.pickup.wav: is 188 ms long; at most 70 ms of it play" in said


def test_a_good_arranged_set_has_no_warning(clip, folder: Path, set_file: SetFile) -> None:
    for place, instrument in enumerate(INSTRUMENTS):
        for number in (1, 2):
            name, turns = f"{instrument}/{instrument}{number}", 100 + 2 * place + number
            clip(f"{name}.wav", frames=180_000, turns=turns)
            clip(f"{name}.b.wav", frames=360_000, turns=2 * turns)
    clip("drum/drum1.fill.wav", frames=90_000, turns=77)
    clip("floor/floor1.wav", frames=180_000, turns=99)
    clip("transitions/riser.wav", frames=90_000, turns=98)
    set_file("bpm = 128\nbeats = 8\n")
    examination = examine(folder)
    assert examination.warnings == 0, [str(each) for each in examination.findings]
    assert examination.memory_bytes == 8 * 180_000 * (16 * 3 + 1 + 1 + 1)

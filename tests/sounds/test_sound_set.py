"""Opening a folder: what is a set, what is left out and said, what is refused and why."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from mwk_desktop.sounds.clip_parts import clip_stem
from mwk_desktop.sounds.set_findings import SoundSetError
from mwk_desktop.sounds.sound_set import (
    ClipInfo,
    default_sound_set_dir,
    open_sound_set,
    resolve_name,
)
from mwk_desktop.units import INSTRUMENTS
from tests.support import not_tested

SetFile = Callable[[str], Path]

FULL = """
name = "Night"
author = "A. Nobody"
license = "CC0"
description = "d"
credits = "c"
url = "https://example.org"
bpm = 93.3
beats = 12
beats_per_bar = 3
key = "A minor"
chords = ["Am", "F"]

[aliases]
drum = ["batterie", "boîte à rythmes"]

[clips."drum/b.wav"]
title = "Broken kick"
tags = ["dry", "loud"]
"""


def refused(folder: Path | str) -> str:
    with pytest.raises(SoundSetError) as caught:
        open_sound_set(folder)
    message = str(caught.value)
    assert "\n" not in message
    return message


def findings(folder: Path) -> str:
    return "\n".join(map(str, open_sound_set(folder).findings))


def test_everything_that_a_set_file_says(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/b.wav")
    clip("drum/a_long_name.flac")
    clip("pad/p.ogg")
    set_file(FULL)
    sound_set = open_sound_set(folder)
    assert (sound_set.name, sound_set.author, sound_set.license) == ("Night", "A. Nobody", "CC0")
    assert (sound_set.description, sound_set.credits) == ("d", "c")
    assert sound_set.url == "https://example.org"
    assert (sound_set.bpm, sound_set.beats, sound_set.beats_per_bar) == (Fraction(933, 10), 12, 3)
    assert (sound_set.key, sound_set.chords) == ("A minor", ("Am", "F"))
    assert tuple(sound_set.aliases) == INSTRUMENTS
    assert sound_set.aliases["drum"] == ("batterie", "boîte à rythmes")
    assert sound_set.aliases["pad"] == ()
    assert tuple(sound_set.clips) == INSTRUMENTS
    assert sound_set.clips["vocal"] == ()
    assert sound_set.clips["drum"] == (
        ClipInfo(
            "drum/a_long_name.flac", folder / "drum" / "a_long_name.flac", "a long name", (), "drum"
        ),
        ClipInfo("drum/b.wav", folder / "drum" / "b.wav", "Broken kick", ("dry", "loud"), "drum"),
    )
    assert [info.name for info in sound_set] == ["drum/a_long_name.flac", "drum/b.wav", "pad/p.ogg"]
    assert len(sound_set) == 3
    assert sound_set.findings == ()


def test_a_folder_without_a_set_file(clip, folder: Path) -> None:
    clip("drum/a.flac", frames=180_000)
    sound_set = open_sound_set(folder)
    assert (sound_set.name, sound_set.bpm, sound_set.beats) == ("set", 128, 8)
    assert (sound_set.beats_per_bar, sound_set.license, sound_set.chords) == (4, "", ())


def test_the_tempo_may_be_half_said(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/a.flac", frames=180_000)
    set_file("bpm = 64")
    assert open_sound_set(folder).beats == 4
    set_file("beats = 4")
    assert open_sound_set(folder).bpm == 64
    set_file("beats_per_bar = 3")
    assert open_sound_set(folder).beats % 3 == 0
    set_file("bpm = 20\nbeats_per_bar = 32")
    assert "at most 60 s" in refused(folder)


def test_suffixes_of_any_case_and_folders_as_people_write_them(clip, folder: Path) -> None:
    clip("Drum/A.WAV")
    clip("heavy-bass/b.Flac")
    clip("Lead Bass/c.flac")
    clip("pad/.hidden.flac")
    (folder / ".git").mkdir()
    (folder / "pad" / "notes.txt").write_text("x")
    (folder / "README.md").write_text("x")
    sound_set = open_sound_set(folder)
    assert [info.name for info in sound_set] == [
        "drum/A.WAV",
        "heavy_bass/b.Flac",
        "lead_bass/c.flac",
    ]
    assert sound_set.findings == ()


def test_what_is_left_out_is_said(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/a.flac")
    clip("drum/more/b.flac")
    clip("guitar/c.flac")
    clip("d.flac")
    (folder / "pad").mkdir()
    (folder / "pad" / "e.m4a").write_bytes(b"x")
    set_file('[clips."drum/zzz.flac"]\ntitle = "x"\n[clips."drum/a.flac"]\n')
    said = findings(folder)
    assert "guitar/: no instrument of that name" in said
    assert "drum/more/: a folder inside an instrument" in said
    assert "d.flac: lies outside" in said
    assert "pad/e.m4a: cannot be played" in said
    assert 'set.toml: [clips."drum/zzz.flac"] names a file that is not there' in said
    assert len(said.splitlines()) == 5


def test_two_folders_for_one_instrument(clip, folder: Path) -> None:
    clip("drum/a.flac")
    clip("Drum/a.flac")
    clip("Drum/b.flac")
    sound_set = open_sound_set(folder)
    assert [info.name for info in sound_set] == ["drum/a.flac", "drum/b.flac"]
    assert "drum/a.flac: is also in Drum/" in findings(folder)


@pytest.mark.parametrize("name", [b"drum/\xff\xfe.wav", b"drum/a\x1b[31m.wav", b"drum/a\nb.wav"])
def test_names_that_cannot_be_printed(clip, folder: Path, name: bytes) -> None:
    good = clip("drum/a.wav")
    try:
        shutil.copy(good, os.fsencode(folder) + b"/" + name)
    except OSError:
        not_tested("this file system refuses such names itself")
    sound_set = open_sound_set(folder)
    assert len(sound_set) == 1
    (finding,) = sound_set.findings
    assert "cannot be printed" in str(finding)
    assert finding.where.isprintable()


def test_what_is_no_set(clip, folder: Path, tmp_path: Path) -> None:
    assert "no such folder" in refused(tmp_path / "missing")
    assert "no such folder" in refused(tmp_path / "missing" / "deeper")
    file = tmp_path / "file"
    file.write_bytes(b"x")
    assert "is a file" in refused(file)
    assert "no clip in it; put loops into folders named after instruments" in refused(folder)
    clip("loose.flac")
    assert "loose.flac: lies outside" in refused(folder)
    assert "cannot be read" in refused("nul\x00byte")
    assert str(tmp_path / "missing") in refused(str(tmp_path / "missing"))


def test_no_tempo_to_be_found(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/hit.flac", frames=4_000)
    message = refused(folder)
    assert "so the tempo is unknown" in message
    assert "set.toml" in message
    set_file("bpm = 120")
    assert open_sound_set(folder).beats == 4
    (folder / "drum" / "hit.flac").write_bytes(b"no audio")
    assert "none of its clips can be read" in refused(folder)
    set_file("bpm = 120\nbeats = 8")
    assert open_sound_set(folder).beats == 8  # Loading will say that the clip is broken.
    set_file("beats = 8")
    assert "none of its clips can be read" in refused(folder)


def test_unreadable_files_do_not_decide_the_tempo(clip, folder: Path) -> None:
    clip("drum/a.flac", frames=180_000)
    (folder / "drum" / "b.flac").write_bytes(b"fLaC garbage")
    (folder / "drum" / "c.wav").write_bytes(b"")
    assert open_sound_set(folder).bpm == 128


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bmp = 128", ["bmp", "unknown key", "did you mean bpm?"]),
        ("xyzzy = 1", ["xyzzy", "unknown key", "known are name"]),
        ('bpm = "128"', ["bpm", "tempo from 20 to 400", "'128'"]),
        ("bpm = true", ["bpm", "true"]),
        ("bpm = 0", ["bpm", "0"]),
        ("bpm = -1", ["bpm"]),
        ("bpm = nan", ["bpm", "nan"]),
        ("bpm = inf", ["bpm", "inf"]),
        ("beats = 0", ["beats", "1 to 256"]),
        ("beats = 8.0", ["beats", "whole number"]),
        ("beats = true", ["beats"]),
        ("beats = 6", ["beats", "6 is no multiple of 4"]),
        ("beats_per_bar = 0", ["beats_per_bar", "1 to 32"]),
        ("name = 3", ["name", "text in quotes"]),
        ("chords = [1]", ["chords", "text in quotes"]),
        ("chords = 1", ["chords", "list"]),
        ('chords = [""]', ["chords", "empty"]),
        ("aliases = 1", ["aliases", "table"]),
        ('[aliases]\ndrums = ["x"]', ["aliases.drums", "did you mean drum?"]),
        ('[aliases]\nguitar = ["x"]', ["aliases.guitar", "unknown instrument"]),
        ('[aliases]\ndrum = "x"', ["aliases.drum", "list"]),
        ('[aliases]\ndrum = ["--"]', ["aliases.drum", "no letter"]),
        ('[aliases]\ndrum = ["X"]\npad = ["x"]', ["aliases.pad", "already names drum"]),
        ("clips = []", ["clips", "table"]),
        ('[clips."drum/a.flac"]\nname = "x"', ['clips."drum/a.flac".name', "unknown key"]),
        ('[clips."drum/a.flac"]\ntitle = 1', ['clips."drum/a.flac".title', "text in quotes"]),
        ('[clips."drum/a.flac"]\ntags = "x"', ['clips."drum/a.flac".tags', "list"]),
        ('[clips]\n"drum/a.flac" = 1', ['clips."drum/a.flac"', "table"]),
        ("name = \n", ["is not TOML", "line 1"]),
        ('"a\\nb" = 1', ["a\\nb: unknown key"]),
        ("a = " + "[" * 4000, ["is not TOML"]),
    ],
)
def test_a_wrong_set_file_is_named_with_key(
    clip, folder: Path, set_file: SetFile, text: str, words: list[str]
) -> None:
    clip("drum/a.flac", frames=180_000)
    path = set_file(text)
    message = refused(folder)
    assert message.startswith(str(path))
    for word in words:
        assert word in message


def test_a_set_file_that_is_no_text(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/a.flac", frames=180_000)
    path = folder / "set.toml"
    path.write_bytes(b"\xff\xff")
    assert "is not UTF-8" in refused(folder)
    path.write_bytes(b"\xef\xbb\xbfname = 'x'\r\n")
    assert open_sound_set(folder).name == "x"
    path.unlink()
    path.mkdir()
    assert "cannot be read" in refused(folder)


def test_chords_may_be_one_text(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/a.flac", frames=180_000)
    set_file('chords = "F | G | Am, C"')
    assert open_sound_set(folder).chords == ("F", "G", "Am", "C")


NAMES = ("drum/drum1.flac", "drum/drum2.flac", "drum/drum2.wav", "pad/pad1.flac", "pad/drum1.wav")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("drum/drum2.wav", "drum/drum2.wav"),
        ("drum/drum2.ogg", "drum/drum2.flac"),
        ("drum/drum2", "drum/drum2.flac"),
        ("DRUM/Drum2.OGG", "drum/drum2.flac"),
        ("drum\\drum2.ogg", "drum/drum2.flac"),
        ("/srv/sounds/drum/drum2.ogg", "drum/drum2.flac"),
        ("pad1.ogg", "pad/pad1.flac"),
        ("pad1", "pad/pad1.flac"),
        ("drum1.ogg", None),  # Two clips have that stem.
        ("pad/drum2.ogg", None),
        ("drum/drum3.ogg", None),
        ("", None),
        ("/", None),
        ("drum/", None),
    ],
)
def test_names_from_elsewhere(name: str, found: str | None) -> None:
    assert resolve_name(name, NAMES) == found


def test_a_set_resolves_names(clip, folder: Path) -> None:
    clip("drum/drum2.flac", frames=180_000)
    sound_set = open_sound_set(folder)
    found = sound_set.resolve("drum/drum2.ogg")
    assert found is not None
    assert found.name == "drum/drum2.flac"
    assert found.stem == "drum2"
    assert sound_set.resolve("pad/pad1.ogg") is None
    assert clip_stem("drum/.x") == ".x"


def test_the_default_set_lies_in_the_wheel_or_in_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mwk_desktop.sounds import sound_set

    assert (default_sound_set_dir() / "set.toml").is_file()
    module = tmp_path / "mwk_desktop" / "sounds" / "sound_set.py"
    monkeypatch.setattr(sound_set, "__file__", str(module))
    with pytest.raises(SoundSetError, match="missing; install it again"):
        default_sound_set_dir()
    checkout = tmp_path / "assets" / "sounds"
    checkout.mkdir(parents=True)
    assert default_sound_set_dir() == checkout
    wheel = tmp_path / "mwk_desktop" / "assets" / "sounds"
    wheel.mkdir(parents=True)
    assert default_sound_set_dir() == wheel


@pytest.mark.parametrize(
    ("instrument", "word", "other"),
    [
        ("drum", "pad", "pad"),
        ("drum", "Pads", "pad"),
        ("melody", "heavy-bass", "heavy_bass"),
        ("vocal", "melodies", "melody"),
        ("synth", "line  basses", "line_bass"),
        ("synth", "päd", "pad"),  # aliases are matched with accents folded
        ("pad", "DRUM", "drum"),
    ],
)
def test_an_alias_that_takes_another_instruments_word_warns(
    clip, folder: Path, set_file: SetFile, instrument: str, word: str, other: str
) -> None:
    clip("drum/a.wav", frames=180_000)
    set_file(f'[aliases]\n{instrument} = ["{word}"]')
    assert findings(folder) == (
        f'set.toml: aliases.{instrument}: "{word}" already means {other}: messages that say it may '
        "vote for the wrong one; use another word"
    )


def test_two_aliases_that_read_alike_warn(clip, folder: Path, set_file: SetFile) -> None:
    clip("drum/a.wav", frames=180_000)
    set_file('[aliases]\npad = ["boîte"]\nsynth = ["BOITE"]')
    assert 'aliases.synth: "BOITE" already means pad' in findings(folder)


@pytest.mark.parametrize("text", ['drum = ["drums", "drum kit"]', 'pad = ["nappe", "pad"]', ""])
def test_aliases_of_its_own_do_not_warn(clip, folder: Path, set_file: SetFile, text: str) -> None:
    clip("drum/a.wav", frames=180_000)
    set_file(f"[aliases]\n{text}")
    assert findings(folder) == ""

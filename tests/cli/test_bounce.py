"""`mwk bounce`: the same bytes every time, in every format, and stems that sum to the whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from tests.cli.driving import WINDOW_MS, process
from tests.support import T0_MS, envelope, status, votes, write_lines

RATE_HZ = 48_000
LOOP = 180_000
BEAT = 22_500
FADE = 9_600
SHORT = ("--window-ms", str(WINDOW_MS))
FRAMES = 3 * LOOP + BEAT + LOOP + FADE
"""Three windows, a beat, a window in which the last scene is heard, the fade."""


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [
        *votes(["drum", "drum", "pad", "melody"]),
        *votes(["synth", "vocal"], T0_MS + WINDOW_MS, first=10),
        *votes(["pad"], T0_MS + 2 * WINDOW_MS, first=20),
    ]
    return write_lines(tmp_path_factory.mktemp("show") / "show.jsonl", lines)


@pytest.mark.parametrize(
    ("name", "sample_format", "subtype"),
    [
        ("a.wav", None, "PCM_24"),
        ("a.wav", "pcm16", "PCM_16"),
        ("a.WAV", "pcm24", "PCM_24"),
        ("a.wav", "float", "FLOAT"),
        ("a.flac", None, "PCM_24"),
        ("a.flac", "pcm16", "PCM_16"),
    ],
)
def test_formats(
    mwk: Any, show: Path, tmp_path: Path, name: str, sample_format: str | None, subtype: str
) -> None:
    options = () if sample_format is None else ("--format", sample_format)
    result = mwk("bounce", show, "-o", tmp_path / name, *SHORT, *options)
    assert (result.code, result.err) == (0, "")
    info = soundfile.info(tmp_path / name)
    assert (info.subtype, info.samplerate, info.channels) == (subtype, RATE_HZ, 2)
    assert info.frames == FRAMES
    assert {path.name for path in tmp_path.iterdir()} == {name, "config"}


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "float.wav"])
def test_the_same_bytes_twice(show: Path, tmp_path: Path, name: str) -> None:
    """From two processes, some seconds apart: nothing in the file says when it was made."""
    options = ("--format", "float") if name.startswith("float") else ()
    files = []
    for run, block in enumerate(("256", "100")):
        folder = tmp_path / str(run)
        folder.mkdir()
        result = process(
            "bounce", show, "-o", folder / name, *SHORT, *options, "--block-size", block
        )
        assert (result.code, result.err) == (0, "")
        files.append((folder / name).read_bytes())
    assert files[0] == files[1]
    assert b"PEAK" not in files[0][:4096]  # libsndfile's chunk of that name holds the time


def test_formats_hold_the_same_music(mwk: Any, show: Path, tmp_path: Path) -> None:
    sounds = {}
    for name, sample_format in (("f.wav", "float"), ("w.wav", "pcm24"), ("x.flac", "pcm24")):
        assert (
            mwk("bounce", show, "-o", tmp_path / name, *SHORT, "--format", sample_format).code == 0
        )
        sounds[name] = soundfile.read(tmp_path / name)[0]
    assert np.array_equal(sounds["w.wav"], sounds["x.flac"])
    assert np.abs(sounds["f.wav"] - sounds["w.wav"]).max() <= 2**-23
    assert np.abs(sounds["f.wav"]).max() > 0.01
    assert np.abs(sounds["f.wav"]).max() < 10 ** (-1 / 20)


def test_stems_sum_to_the_master(mwk: Any, show: Path, tmp_path: Path, small_set: Path) -> None:
    whole = tmp_path / "all.wav"
    stems = tmp_path / "new" / "stems"
    result = mwk("bounce", show, "-o", whole, "--stems", stems, *SHORT, "--format", "float")
    assert (result.code, result.err) == (0, "")
    names = sorted(path.name for path in small_set.iterdir())
    assert sorted(path.name for path in stems.iterdir()) == [f"{name}.wav" for name in names]
    parts = [soundfile.read(path, dtype="float32")[0] for path in stems.iterdir()]
    master = soundfile.read(whole, dtype="float32")[0]
    assert all(len(part) == len(master) for part in parts)
    assert np.abs(np.sum(parts, axis=0) - master).max() < 1e-6  # below the ceiling: a pure delay
    assert not soundfile.read(stems / "heavy_bass.wav")[0].any()


def test_scenes_begin_on_their_frames(mwk: Any, show: Path, tmp_path: Path) -> None:
    """The first window's scene stands one beat after its end; what it lacks falls silent there."""
    stems = tmp_path / "stems"
    mwk("bounce", show, "-o", tmp_path / "a.wav", "--stems", stems, *SHORT, "--format", "float")
    landing = LOOP + BEAT
    melody = np.abs(soundfile.read(stems / "melody.wav")[0]).max(axis=1)
    assert not melody[:landing].any()
    assert melody[landing : landing + 200].any()
    drum = np.abs(soundfile.read(stems / "drum.wav")[0]).max(axis=1)
    assert drum[:200].any()  # the opening: from the first frame on
    vocal = np.abs(soundfile.read(stems / "vocal.wav")[0]).max(axis=1)
    assert not vocal[: landing + LOOP].any()
    assert vocal[landing + LOOP : landing + LOOP + 200].any()


def test_the_line_for_a_program(mwk: Any, show: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.wav"
    (line,) = mwk("bounce", show, "-o", output, *SHORT, "--json").lines
    assert line == {
        "type": "bounce",
        "file": str(output),
        "frames": FRAMES,
        "rate_hz": RATE_HZ,
        "format": "pcm24",
    }
    result = mwk("bounce", show, "-o", output, *SHORT)
    assert result.out.decode() == f"{output}: {FRAMES / RATE_HZ:.1f} s, pcm24\n"


def test_another_seed_is_other_music(mwk: Any, show: Path, tmp_path: Path) -> None:
    for seed in (1, 1, 2):
        mwk("bounce", show, "-o", tmp_path / f"{seed}.wav", *SHORT, "--seed", seed)
    assert (tmp_path / "1.wav").read_bytes() != (tmp_path / "2.wav").read_bytes()


def test_a_file_is_replaced_only_by_a_whole_one(mwk: Any, show: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.wav"
    output.write_bytes(b"yesterday's")
    empty = write_lines(tmp_path / "words.jsonl", [envelope("no tweet", topic="twitter_json")])
    mwk("bounce", empty, "-o", output).must_be_refused("words.jsonl", "no tweet")
    assert output.read_bytes() == b"yesterday's"
    assert mwk("bounce", show, "-o", output, *SHORT).code == 0
    assert output.read_bytes().startswith(b"RIFF")


def test_a_record_from_2099_is_no_century_of_silence(mwk: Any, tmp_path: Path) -> None:
    lines = [*votes(["drum"]), envelope(status("pad", "late", id_=9), 4_080_000_000_000, offset=9)]
    result = mwk(
        "bounce", write_lines(tmp_path / "f.jsonl", lines), "-o", tmp_path / "a.wav", *SHORT
    )
    assert (result.code, result.err) == (0, "")
    # The gap becomes one empty window.
    assert soundfile.info(tmp_path / "a.wav").frames == FRAMES


def test_more_than_half_a_day_is_asked_for(mwk: Any, tmp_path: Path) -> None:
    """Mostly it is one record with a wrong time, which is named."""
    lines = [*votes(["drum", "pad"] * 5), *votes(["vocal"], T0_MS + 27 * 3_600_000, first=70)]
    path, out = write_lines(tmp_path / "long.jsonl", lines), tmp_path / "long.wav"
    # A bounce leaves long silences out: only long windows make it long.
    bounce = ["bounce", path, "-o", out, "--window-ms", 6 * 3_600_000]
    for command, hours in ((bounce, "24.0 h"), (["replay", path, "--headless"], "27.0 h")):
        done = mwk(*command, "--device", "null")
        done.must_be_refused("long.jsonl", hours, "offset 70", "2018-04-1", "--yes")
    assert not out.exists()


def test_a_long_recording_that_is_wanted_plays(mwk: Any, tmp_path: Path) -> None:
    lines = [*votes(["drum", "pad"] * 5), *votes(["vocal"], T0_MS + 27 * 3_600_000, first=70)]
    path = write_lines(tmp_path / "long.jsonl", lines)
    command = ["replay", path, "--headless", "--device", "null", "--json", "--exit-after", "1"]
    assert mwk(*command, "--yes").code == 0

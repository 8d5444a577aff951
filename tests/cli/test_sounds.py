"""`mwk sounds` as it is typed: exit codes, table, JSON Lines, one clear line when it cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from mwk_desktop.app.verbs import examine_sounds
from mwk_desktop.cli.main import run
from mwk_desktop.sounds.clip_paging import MOST_BYTES
from mwk_desktop.sounds.set_examination import Examination, examine
from mwk_desktop.units import INSTRUMENTS


@pytest.fixture(autouse=True)
def _no_settings_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    (tmp_path / "mwk.toml").write_text("", encoding="utf-8")


def a_set(folder: Path, frames: int = 180_000) -> Path:
    for number, instrument in enumerate(INSTRUMENTS):
        wave = 0.2 * np.sin(2 * np.pi * (300 + number) * np.arange(frames) / frames)
        (folder / instrument).mkdir(parents=True)
        soundfile.write(folder / instrument / "one.flac", np.stack([wave, wave], 1), 48_000)
    return folder


def test_the_programs_own_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is found in it and what is printed of that: one examination, for it takes seconds."""
    made: list[Examination] = []

    def kept(*args: Any, **more: Any) -> Examination:
        made.append(examine(*args, **more))
        return made[-1]

    monkeypatch.setattr(examine_sounds, "examine", kept)
    assert run(["sounds"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    lines = captured.out.splitlines()
    assert lines[0].split()[0] == "clip"
    assert "drum/drum1.flac" in captured.out
    assert "128 BPM, 8 beats = 180,000 frames at 48 kHz" in lines[-1]
    assert lines[-1].endswith("no warnings")
    assert max(map(len, lines[:-1])) <= 120
    (examination,) = made
    assert examination.warnings == 0
    assert not [finding for report in examination.clips for finding in report.findings]
    assert not [f for f in examination.findings if f.where not in INSTRUMENTS]
    assert examination.loop.loop_frames == 180_000
    # With all its takes it is larger than what is kept in memory at a time.
    assert examination.memory_bytes == MOST_BYTES
    for report in examination.clips:
        assert report.header is not None
        assert (report.header.container, report.header.codec) == ("FLAC", "PCM_16")
        assert (report.beats, report.own_bpm, report.tiles, report.off_frames) == (8, 128, 1, 0)
        assert -26 < report.lufs < -16
        assert -30 < report.peak_dbfs < -6


def test_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_set(tmp_path / "set")
    (folder / "drum" / "broken.wav").write_bytes(b"RIFF")
    assert run(["sounds", str(folder), "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    *clips, whole = (json.loads(line) for line in captured.out.splitlines())
    assert [line["type"] for line in clips] == ["clip"] * 9
    broken, one = clips[0], clips[1]
    assert (broken["name"], broken["plays"]) == ("drum/broken.wav", False)
    assert broken["warnings"][0].startswith("left out")
    assert one["name"] == "drum/one.flac"
    assert (one["format"], one["frames"], one["beats"], one["own_bpm"]) == ("FLAC", 180_000, 8, 128)
    assert (one["off_frames"], one["repeats"], one["seam_clicks"]) == (0, 1, False)
    assert (one["duplicate_of"], one["warnings"]) == (None, [])
    assert whole["type"] == "set"
    assert (whole["bpm"], whole["loop_frames"], whole["clips"]) == (128, 180_000, 8)
    assert whole["warning_count"] == 1


def test_a_table_with_warnings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_set(tmp_path / "set")
    (folder / "drum" / "broken.wav").write_bytes(b"RIFF")
    assert run(["sounds", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "warning  drum/broken.wav: left out: it cannot be decoded" in out
    assert "note     pad: has one clip only" in out
    row = next(line for line in out.splitlines() if line.startswith("drum/broken.wav"))
    assert row.split() == ["drum/broken.wav", "unreadable", "!", "left", "out"]
    assert out.splitlines()[-1].endswith("1 warning")


def test_what_conforming_would_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_set(tmp_path / "set")
    tone = 0.1 * np.sin(np.arange(180_300) / 20)
    soundfile.write(folder / "pad" / "long.wav", tone, 48_000)
    soundfile.write(folder / "pad" / "short.wav", tone[: 2 * 41_344], 44_100)
    (folder / "kazoo").mkdir()
    (folder / "set.toml").write_text("match = false")
    assert run(["sounds", str(folder), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    done = {line["name"]: line["conforming"] for line in lines if line["type"] == "clip"}
    assert done["drum/one.flac"] == []
    assert done["pad/long.wav"] == ["mono to both sides", "300 frames cut off"]
    assert done["pad/short.wav"] == ["mono to both sides", "repeated 2 times", "resampled"]
    assert lines[-1]["warnings"][0].startswith("kazoo/: no instrument of that name")
    assert run(["sounds", str(folder)]) == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].endswith("conformed")
    assert next(line for line in table if "drum/one" in line).endswith("as it is")
    row = next(line for line in table if line.startswith("pad/long.wav"))
    assert row.endswith("!  mono to both sides, 300 frames cut off")
    assert "127.79" in row


def test_the_set_of_the_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_set(tmp_path / "mine")
    (tmp_path / "mwk.toml").write_text('[sounds]\ndir = "mine"\n', encoding="utf-8")
    assert run(["sounds"]) == 0
    assert "drum/one.flac" in capsys.readouterr().out
    a_set(tmp_path / "other", frames=90_000)
    assert run(["sounds", "--sounds", str(tmp_path / "other")]) == 0
    assert "90,000 frames" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "no such folder"),
        (lambda path: path.write_bytes(b"x"), "is a file"),
        (lambda path: path.mkdir(), "no clip in it"),
        (lambda path: (a_set(path) / "set.toml").write_text("bmp = 1"), "did you mean bpm?"),
        (lambda path: (a_set(path) / "set.toml").write_text("["), "is not TOML"),
    ],
)
def test_what_cannot_be_played_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make, words: str
) -> None:
    path = tmp_path / "set"
    make(path)
    assert run(["sounds", str(path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert str(path) in captured.err
    assert words in captured.err


def test_wrong_settings_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mwk.toml").write_text("[sounds]\nfolder = 1\n", encoding="utf-8")
    assert run(["sounds"]) == 2
    error = capsys.readouterr().err
    assert len(error.splitlines()) == 1
    assert "[sounds] folder: unknown key" in error


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sounds", "--help"]) == 0
    assert "mwk sounds ~/my-loops" in capsys.readouterr().out

"""The independent check of loops: what it finds, and that the committed set passes it."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from loopcheck.__main__ import Expected, findings, main
from loopcheck.loop_measures import Floats, seam
from loopcheck.tones import scale_of

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
RATE_HZ, FRAMES = 48_000, 180_000
CHORDS = {"a": ["F", "G", "Am", "C"], "b": ["Dm", "F", "Am", "G"], "fill": ["F", "G", "Am", "G"]}
EXPECTED = Expected(128, 8, "C major", CHORDS)
TRIADS = {"F": (53, 57, 60), "G": (55, 59, 62), "Am": (57, 60, 64), "C": (60, 64, 67),
          "Dm": (62, 65, 69)}  # fmt: skip


def struck(chords: list[str], seed: int) -> Floats:
    """Each chord twice a beat, under a soft stroke of noise; it ends in silence."""
    rng = np.random.default_rng(seed)
    loop = np.zeros((FRAMES, 2))
    time_s = np.arange(FRAMES // 16) / RATE_HZ
    level = np.exp(-time_s / 0.06)[:, None] * np.minimum(1, time_s / 0.002)[:, None]
    level *= np.minimum(1, (time_s[-1] - time_s) / 0.01)[:, None]
    for place in range(16):
        tone = sum(
            np.sin(2 * np.pi * 440 * 2 ** ((midi - 69) / 12) * time_s)
            for midi in TRIADS[chords[place // 4]]
        )
        stroke = np.asarray(tone)[:, None] + 0.2 * rng.standard_normal((len(time_s), 2))
        loop[place * len(time_s) :][: len(time_s)] = stroke * level
    return np.asarray(0.12 * loop)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One clip with its takes, as it should be."""
    (tmp_path / "synth").mkdir()
    for take, chords in CHORDS.items():
        loop = struck(chords, len(take))
        if take == "fill":
            loop = loop[FRAMES // 2 :]
        stem = "synth1" if take == "a" else f"synth1.{take}"
        soundfile.write(tmp_path / "synth" / f"{stem}.flac", loop, RATE_HZ)
    return tmp_path


def failed(folder: Path) -> set[str]:
    return {
        f"{about}: {values.split()[0]}"
        for grade, about, values in findings(folder, EXPECTED)
        if grade == "FAIL"
    }


def change(path: Path, loop: Floats) -> None:
    soundfile.write(path, loop, RATE_HZ)


def test_good_takes_pass(folder: Path) -> None:
    assert failed(folder) == set()


def test_faults_are_named(folder: Path) -> None:
    theme, answer = (folder / "synth" / f"synth1{part}.flac" for part in ("", ".b"))
    sound, _ = soundfile.read(theme)
    change(theme, sound[:-100])
    assert "synth1: length_error_frames" in failed(folder)
    change(theme, sound)
    change(answer, np.repeat(np.tile(alien(), 2)[:, None], 2, axis=1))
    assert {"synth1.b: in_scale", "synth1.b: chord_share"} <= failed(folder)
    change(answer, np.asarray(np.clip(30 * sound, -1, 1)))
    assert {"synth1.b: peak_dbfs", "synth1.b: clipped_runs"} <= failed(folder)


def alien() -> Floats:
    """B flat, which the key has not, for a bar."""
    turns = round(440 * 2 ** (1 / 12) * FRAMES / 2 / RATE_HZ)
    return np.asarray(0.2 * np.sin(2 * np.pi * turns * np.arange(FRAMES // 2) / (FRAMES // 2)))


def test_a_cut_end_is_heard_as_a_click() -> None:
    turns = 2 * np.pi * np.arange(FRAMES) / FRAMES
    loop = np.vstack([0.1 * np.sin(825 * turns) + 0.1 * np.sin(1651 * turns)] * 2)
    assert seam(loop, RATE_HZ)["seam_click_db"] <= 0
    cut = np.roll(loop, 400, axis=1)
    cut[:, -400:] = 0.0
    assert seam(cut, RATE_HZ)["seam_click_db"] > 3
    assert seam(cut, RATE_HZ)["seam_gap_db"] > 16


def test_a_tail_must_end_in_silence(folder: Path) -> None:
    tail = folder / "synth" / "synth1.tail.flac"
    sound = 0.01 * np.ones((4800, 2)) * np.linspace(1, 0, 4800)[:, None]
    change(tail, sound)
    assert failed(folder) == set()
    change(tail, sound[:2400])
    assert failed(folder) == {"synth1.tail: ends_in_silence"}


def test_what_cannot_be_checked_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), "--key", "H major"]) == 2
    assert "C major" in capsys.readouterr().err
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert main([str(empty)]) == 2
    assert str(empty) in capsys.readouterr().err
    with pytest.raises(ValueError, match="a key is like"):
        scale_of("C dur")


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_the_committed_set_has_no_fault() -> None:
    assert [found for found in findings(SOUNDS, EXPECTED, jobs=2) if found[0] == "FAIL"] == []

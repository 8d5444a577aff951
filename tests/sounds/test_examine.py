"""Examining: every fault is found, named and measured, and a clean set has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mwk_desktop.sounds.set_examination import ClipReport, Examination, examine
from mwk_desktop.sounds.set_findings import SoundSetError
from mwk_desktop.units import INSTRUMENTS


def reports(examination: Examination) -> dict[str, ClipReport]:
    return {report.info.name: report for report in examination.clips}


def said(examination: Examination, *, notes: bool = False) -> list[str]:
    every = [f for report in examination.clips for f in report.findings]
    every += [f for f in examination.findings if f.where not in INSTRUMENTS]
    return [str(finding) for finding in every if notes or finding.is_warning]


def test_every_fault_is_found(clip, folder: Path, tone: Callable[..., np.ndarray]) -> None:
    good = np.round(tone(180_000, turns=825) * 32_767).astype(np.int16)
    clip("drum/a.flac", samples=good)
    clip("drum/b.wav", samples=good)  # 16 bits in another box.
    clip("drum/half.flac", frames=90_000, turns=500)
    clip("drum/long.flac", frames=181_000, turns=500)
    clip("pad/cd.wav", frames=165_375, rate_hz=44_100, turns=500)
    clip("pad/mono.wav", frames=180_000, channels=1, turns=501)
    clip("pad/surround.wav", frames=180_000, channels=4, turns=502)
    clip("pad/silent.wav", samples=np.zeros((180_000, 2), np.float32))
    clip("synth/flat.wav", samples=np.clip(tone(180_000, turns=503) * 40, -1, 1))
    clip("synth/faint.wav", samples=tone(180_000, turns=504) * 0.03)
    cut = tone(360_000, turns=1_001)[:180_000]
    clip("vocal/cut.flac", samples=cut)
    chord = sum(tone(180_000, turns=turns, gain=0.06) for turns in (825, 1_039, 1_238, 1_650))
    clip("vocal/coded.opus", samples=chord)
    (folder / "vocal" / "broken.flac").write_bytes(b"fLaC")
    (folder / "set.toml").write_text("match = false")
    examination = examine(folder)
    found = {}
    for text in said(examination, notes=True):
        name, _, message = text.partition(": ")
        found.setdefault(name, []).append(message)
    assert found.pop("drum/b.wav") == ["sounds exactly like drum/a.flac"]
    assert found.pop("drum/half.flac") == ["repeats 2 times in the loop"]
    assert found.pop("drum/long.flac")[0].startswith(
        "is 1,000 frames (20.8 ms) longer than 8 beats"
    )
    assert found.pop("pad/cd.wav") == ["will be resampled from 44100 Hz to 48000 Hz"]
    assert found.pop("pad/mono.wav") == ["mono: the same on both sides"]
    assert found.pop("pad/surround.wav") == ["has 4 channels: only the first two play"]
    assert found.pop("pad/silent.wav") == ["is silent"]
    flat = found.pop("synth/flat.wav")
    assert flat[0] == "is clipped: its loudest waves are cut flat at full scale"
    assert "LU louder than the set's middle" in flat[1]
    assert "LU softer than the set's middle" in found.pop("synth/faint.wav")[0]
    assert found.pop("vocal/cut.flac")[0].startswith("clicks at the seam")
    assert "; OPUS does that, FLAC does not" in found.pop("vocal/coded.opus")[0]
    assert found.pop("vocal/broken.flac")[0].startswith("left out: it cannot be decoded")
    assert found == {}
    by_name = reports(examination)
    assert by_name["drum/b.wav"].duplicate_of == "drum/a.flac"
    assert by_name["drum/a.flac"].duplicate_of == ""
    half, long, broken = (
        by_name[name] for name in ("drum/half.flac", "drum/long.flac", "vocal/broken.flac")
    )
    assert (half.beats, half.own_bpm, half.tiles, half.wanted_frames) == (4, 128, 2, 90_000)
    assert (long.off_frames, long.wanted_frames) == (1_000, 180_000)
    assert long.own_bpm == pytest.approx(128 * 180 / 181)
    assert not broken.plays
    assert examination.memory_bytes == 12 * 180_000 * 8


def test_missing_instruments_and_lonely_clips(clip, folder: Path) -> None:
    clip("drum/a.wav", frames=180_000)
    examination = examine(folder)
    texts = {finding.where: str(finding.message) for finding in examination.findings}
    assert texts["pad"] == "has no clip: its votes are counted, it stays silent"
    assert texts["drum"] == "has one clip only: every scene plays the same one"
    assert examination.warnings == 7


def test_double_clips_are_told_of(clip, folder: Path) -> None:
    clip("drum/a.wav", frames=180_000)
    clip("drum/b.wav", frames=180_000, turns=51)
    clip("pad/c.wav", frames=360_000, turns=99)
    examination = examine(folder)
    assert examination.loop.beats == 16
    assert said(examination, notes=True) == [
        "drum/a.wav: repeats 2 times in the loop",
        "drum/b.wav: repeats 2 times in the loop",
        "set: has clips of 16 beats: the loop is that long, shorter clips repeat",
    ]


def test_at_another_rate(clip, folder: Path) -> None:
    clip("drum/a.wav", frames=180_000)
    examination = examine(folder, 44_100)
    assert examination.loop.loop_frames == 165_375
    assert said(examination, notes=True) == [
        "drum/a.wav: will be resampled from 48000 Hz to 44100 Hz"
    ]


def test_progress(clip, folder: Path) -> None:
    clip("drum/a.wav", frames=180_000)
    (folder / "drum" / "b.wav").write_bytes(b"")
    told: list[tuple[int, int, str]] = []
    examine(folder, progress=lambda *step: told.append(step))
    assert told == [(1, 2, "drum/a.wav"), (2, 2, "drum/b.wav")]


def test_what_cannot_be_played(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(SoundSetError, match="no such folder"):
        examine(tmp_path / "nowhere")
    (folder / "set.toml").write_text("bpm = 128\nbeats = 8\n")
    (folder / "drum").mkdir()
    (folder / "drum" / "a.wav").write_bytes(b"x")
    with pytest.raises(SoundSetError, match="none of its clips can be played"):
        examine(folder)

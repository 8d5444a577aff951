"""Clips that differ by more than 3 LU: matched by default, kept on request, left alone if asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.cli.main import run
from mwk_desktop.sounds.audio_file import Samples
from mwk_desktop.sounds.loudness_match import (
    LEAD_LU,
    MOST_APART_LU,
    MOST_GAIN_DB,
    ClipLevel,
    matched_gains,
)
from mwk_desktop.sounds.measure import loudness_lufs
from mwk_desktop.sounds.set_examination import examine
from mwk_desktop.sounds.set_findings import SoundSetError
from mwk_desktop.sounds.set_loading import LoadedSet, load
from mwk_desktop.sounds.set_writing import keep_gains
from mwk_desktop.sounds.sound_set import default_sound_set_dir, open_sound_set
from mwk_desktop.units import INSTRUMENTS

FRAMES = 180_000
SetFile = Callable[[str], Path]


def pink(seed: int, gain_db: float) -> Samples:
    """Noise with a clip's spectrum, 1/f from 50 Hz on, going round."""
    rng = np.random.default_rng(seed)
    spectrum = np.exp(2j * np.pi * rng.random(FRAMES // 2 + 1))
    hertz = np.fft.rfftfreq(FRAMES, 1 / 48_000)
    spectrum[1:] /= np.sqrt(hertz[1:])
    spectrum[hertz < 50] = 0
    wave = np.fft.irfft(spectrum, FRAMES)
    return np.repeat((0.25 * wave / np.abs(wave).max() * 10 ** (gain_db / 20))[:, None], 2, 1)


@pytest.fixture
def pack(clip) -> Callable[..., None]:
    def write(**gains_db: float) -> None:
        for number, (name, gain_db) in enumerate(gains_db.items()):
            instrument = name.rstrip("0123456789")
            samples = pink(number, gain_db)
            clip(f"{instrument}/{name}.wav", samples=samples, subtype="PCM_24")

    return write


def levels(loaded: LoadedSet) -> dict[str, float]:
    return {
        info.stem: loudness_lufs(loaded.samples[row], loaded.rate_hz)
        for row, info in enumerate(loaded.infos)
    }


def loaded_from(folder: Path) -> LoadedSet:
    return load(open_sound_set(folder), 48_000)


def test_clips_that_differ_play_matched(folder: Path, pack) -> None:
    pack(pad1=0, pad2=-1, pad3=-14, synth1=8, melody1=0)
    loaded = loaded_from(folder)
    played = levels(loaded)
    assert max(played.values()) - min(played.values()) < MOST_APART_LU
    notes = [str(each) for each in loaded.findings if "to match the others" in str(each)]
    assert [text.split(":")[0] for text in notes] == ["pad/pad3.wav", "synth/synth1.wav"]
    untouched = soundfile.read(folder / "pad" / "pad1.wav", dtype="float32")[0]
    np.testing.assert_array_equal(loaded.samples[loaded.clip_id("pad/pad1.wav")], untouched)


def test_a_set_within_3_lu_is_not_touched(folder: Path, pack) -> None:
    pack(pad1=0, pad2=-1.4, synth1=1.4, drum1=1)
    loaded = loaded_from(folder)
    for row, info in enumerate(loaded.infos):
        expected = soundfile.read(info.path, dtype="float32")[0]
        np.testing.assert_array_equal(loaded.samples[row], expected)
    assert not [each for each in loaded.findings if "match" in str(each)]


def test_a_set_file_says_no(folder: Path, pack, set_file: SetFile) -> None:
    pack(pad1=0, pad2=-14)
    set_file("match = false")
    loaded = loaded_from(folder)
    np.testing.assert_array_equal(
        loaded.samples[1], soundfile.read(folder / "pad" / "pad2.wav", dtype="float32")[0]
    )
    text = "\n".join(map(str, examine(folder).clips[1].findings))
    assert "match the others" not in text


def test_a_gain_of_its_own_is_kept(folder: Path, pack, set_file: SetFile) -> None:
    pack(pad1=0, pad2=-14, pad3=0)
    set_file('[clips."pad/pad2.wav"]\ngain_db = 3')
    loaded = loaded_from(folder)
    played = levels(loaded)
    assert played["pad2"] == pytest.approx(played["pad1"] - 11, abs=1)
    set_file('match = false\n[clips."pad/pad2.wav"]\ngain_db = 14.0')
    played = levels(loaded_from(folder))
    assert played["pad2"] == pytest.approx(played["pad1"], abs=1)


def test_examining_offers_what_loading_does(folder: Path, pack) -> None:
    pack(pad1=0, pad2=-9, pad3=-1)
    examination = examine(folder)
    offered = {clip.info.name: clip.gain_db for clip in examination.clips if clip.is_matched}
    assert list(offered) == ["pad/pad2.wav"]
    assert offered["pad/pad2.wav"] == pytest.approx(8.5, abs=0.6)
    assert any("mwk sounds --match" in str(each) for each in examination.findings)
    played = levels(loaded_from(folder))
    assert played["pad2"] == pytest.approx(
        examination.clips[1].lufs + offered["pad/pad2.wav"], abs=0.1
    )


def test_the_verb_keeps_the_gains(
    folder: Path, pack, set_file: SetFile, capsys: pytest.CaptureFixture[str]
) -> None:
    pack(pad1=0, pad2=-9, pad3=-1)
    set_file('# mine\nname = "Pack"  # of the cellar\n[clips."pad/pad1.wav"]\ntitle = "One"\n')
    before = levels(loaded_from(folder))
    assert run(["sounds", str(folder), "--match"]) == 0
    assert "the gain of 1 clip is kept" in capsys.readouterr().err
    text = (folder / "set.toml").read_text()
    assert text.startswith('# mine\nname = "Pack"  # of the cellar\n')
    kept = open_sound_set(folder)
    assert not kept.match
    assert [each.gain_db for each in kept.clips["pad"]] == [None, pytest.approx(8.5, abs=0.6), None]
    assert kept.clips["pad"][0].title == "One"
    assert levels(loaded_from(folder)) == pytest.approx(before)
    assert run(["sounds", str(folder), "--match"]) == 0
    assert "nothing to match" in capsys.readouterr().err
    assert (folder / "set.toml").read_text() == text


def test_a_set_file_that_is_wrong_is_not_overwritten(folder: Path, set_file: SetFile) -> None:
    path = set_file("bpm = 'fast'")
    with pytest.raises(SoundSetError, match="bpm: must be a tempo"):
        keep_gains(folder, {"pad/a.wav": 1.0})
    assert path.read_text() == "bpm = 'fast'"
    path.unlink()
    assert keep_gains(folder, {"pad/a.wav": 1.0}).read_text() == (
        'match = false\n\n[clips."pad/a.wav"]\ngain_db = 1.0\n'
    )


@pytest.mark.parametrize("value", ["'loud'", "true", "25", "-61", "nan", "[1]"])
def test_impossible_gains_are_refused(folder: Path, clip, set_file: SetFile, value: str) -> None:
    clip("pad/a.wav", frames=FRAMES)
    set_file(f'[clips."pad/a.wav"]\ngain_db = {value}')
    with pytest.raises(SoundSetError, match=r'clips\."pad/a\.wav"\.gain_db: must be decibels'):
        open_sound_set(folder)


LEVELS = st.lists(
    st.builds(
        lambda number, instrument, lufs, peak, gain_db: ClipLevel(
            f"{instrument}/{number}", instrument, lufs, peak, gain_db
        ),
        st.integers(),
        st.sampled_from(INSTRUMENTS),
        st.floats(-40, -5),
        st.floats(-30, 3),
        st.none(),
    ),
    unique_by=lambda level: level.name,
    max_size=12,
)


@given(LEVELS)
def test_after_matching_no_two_clips_differ_by_more(clips: list[ClipLevel]) -> None:
    gains = matched_gains(clips)
    played = [
        level.level_lu + gains.get(level.name, 0)
        for level in clips
        if gains.get(level.name) not in (MOST_GAIN_DB, round(max(0, -level.peak_dbfs), 1))
        or gains[level.name] <= 0
    ]
    if gains and len(played) > 1 and all(level.peak_dbfs < -25 for level in clips):
        highest = max(gains.values())
        assert highest == MOST_GAIN_DB or max(played) - min(played) <= MOST_APART_LU + 0.2
    for level in clips:
        gain_db = gains.get(level.name, 0.0)
        assert gain_db <= MOST_GAIN_DB
        assert gain_db <= 0 or level.peak_dbfs + gain_db <= 0.06


@given(LEVELS, st.floats(-20, 20))
def test_only_differences_count(clips: list[ClipLevel], louder_db: float) -> None:
    """How loud a whole pack is does not matter: the faders and the limiter see to that."""
    quiet = [ClipLevel(c.name, c.instrument, c.lufs, -60.0) for c in clips]
    loud = [ClipLevel(c.name, c.instrument, c.lufs + louder_db, -60.0) for c in clips]
    first, second = matched_gains(quiet), matched_gains(loud)
    for name in first.keys() & second.keys():
        assert first[name] == pytest.approx(second[name], abs=0.11)


def test_leads_are_smaller_than_the_tolerance() -> None:
    assert max(LEAD_LU.values()) - min(0, *LEAD_LU.values()) < MOST_APART_LU


def test_the_default_set_plays_bit_for_bit(tmp_path: Path) -> None:
    """Neither matching nor offsets nor lengths touch it, also without its set.toml."""
    loaded = loaded_from(default_sound_set_dir())
    digest = hashlib.sha256()
    for row, info in enumerate(loaded.infos):
        expected = soundfile.read(info.path, dtype="float32", always_2d=True)[0]
        assert loaded.samples[row].tobytes() == expected.tobytes()
        digest.update(expected.tobytes())
    levels_of_default = [
        ClipLevel(info.name, info.instrument, loudness_lufs(loaded.samples[row], 48_000), -10.0)
        for row, info in enumerate(loaded.infos)
    ]
    assert matched_gains(levels_of_default) == {}

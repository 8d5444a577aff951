"""How the voices of a scene make room for each other, by the stems of bounced shows."""

from __future__ import annotations

import tomllib
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
import scipy.signal
import soundfile

from mwk_desktop.sounds.sound_set import default_sound_set_dir
from mwk_desktop.units import INSTRUMENTS
from tests.sounds_product.bounces import mwk, read_sound, record_votes, scenes_of
from tests.sounds_product.listening import RATE_HZ, Sound, decibels
from tests.sounds_product.musicality import BEAT_FRAMES, LOOP_FRAMES, THIRDS_HZ, Floats

pytestmark = pytest.mark.soak

SOUNDS = default_sound_set_dir()
WINDOW_LOOPS = 4
WINDOW_MS, WINDOW_FRAMES = 3750 * WINDOW_LOOPS, WINDOW_LOOPS * LOOP_FRAMES
OPTIONS = ("--window-ms", WINDOW_MS, "--seed", 7)
BASSES = ("heavy_bass", "lead_bass", "line_bass")
QUIET = 10 ** (-40 / 20)


def landing_frame(window: int) -> int:
    """Where the scene lands that was voted in this window."""
    return (window + 1) * WINDOW_FRAMES + BEAT_FRAMES


def stems_of(folder: Path, recording: Path, settings: str = "") -> dict[str, Sound]:
    """Each track's contribution to the master, by its name; without drive and limiter."""
    out = folder / "stems"
    mwk(
        folder, "bounce", recording, "-o", folder / "mix.wav", "--stems", out,
        "--format", "float", *OPTIONS, settings=settings,
    )  # fmt: skip
    return {name: read_sound(out / f"{name}.wav") for name in INSTRUMENTS}


# -- after the line ---------------------------------------------------------------------------


@pytest.mark.parametrize("transitions", [True, False], ids=["beat before", "on the line"])
def test_a_voice_that_ends_leaves_its_tail_and_nothing_else(
    tmp_path: Path, transitions: bool
) -> None:
    """All eight leave, in two landings; with a drop-out they end a beat before the line."""
    leaving = (INSTRUMENTS[:5], INSTRUMENTS[5:])
    recording = record_votes(tmp_path / "show.jsonl", (*leaving, INSTRUMENTS[:1]), WINDOW_MS)
    scenes = scenes_of(tmp_path, recording, *OPTIONS)
    switches = f"[music]\ntransitions = {str(transitions).lower()}\n"
    # A tail yields to the next scene's kick like everything else.
    stems = stems_of(tmp_path, recording, switches + "ducking = false\n")
    for window, names in enumerate(leaving):
        line = landing_frame(window + 1)
        end = line - (BEAT_FRAMES if transitions else 0)
        for clip in scenes[window]:
            stem = stems[clip.split("/")[0]]
            assert np.abs(stem[end - LOOP_FRAMES : end]).max() > QUIET, clip
            left = stem[line : line + LOOP_FRAMES].astype(np.float64)
            tail_path = SOUNDS / clip.replace(".flac", ".tail.flac")
            if tail_path.exists():
                tail = soundfile.read(tail_path, always_2d=True)[0][line - end :]
                left[: len(tail)] -= tail
            assert decibels(float(np.abs(left).max())) <= -40, clip
        assert {clip.split("/")[0] for clip in scenes[window]} == set(names)


# -- under the kick ---------------------------------------------------------------------------


def kick_frames(clip: str, first: int, last: int) -> list[int]:
    """The kicks of a drum clip from one transport loop to another, as its description says."""
    said = tomllib.loads((SOUNDS / "set.toml").read_text("utf-8"))["clips"][clip]
    forms = said["form"] + said["form2"]
    return [
        loop * LOOP_FRAMES + BEAT_FRAMES + round(beat * BEAT_FRAMES)
        for loop in range(first, last)
        for beat in said["kicks"][forms[loop % 8]]
    ]


@pytest.mark.parametrize("drums", [True, False], ids=["with a drum", "without"])
def test_a_bass_yields_to_every_kick_and_to_nothing_else(tmp_path: Path, drums: bool) -> None:
    """The same show with and without ducking: the quotient of the stems is the gain."""
    windows = [("drum", *BASSES) if drums else BASSES] * (3 if drums else 1)
    recording = record_votes(tmp_path / "show.jsonl", windows, WINDOW_MS)
    scenes = scenes_of(tmp_path, recording, *OPTIONS)
    music = "[music]\ntransitions = false\nfloor = false\n"
    ducked = stems_of(tmp_path, recording, music)
    plain = stems_of(tmp_path, recording, music + "ducking = false\n")
    for name in BASSES:
        gains = gain_db(ducked[name], plain[name])
        at_kicks, between = [], []
        for window, scene in enumerate(scenes):
            # All loops but the last: it ends with the fill.
            first = (window + 1) * WINDOW_LOOPS
            begin, last = landing_frame(window), first + WINDOW_LOOPS - 1
            end = last * LOOP_FRAMES + BEAT_FRAMES
            drum = [clip for clip in scene if clip.startswith("drum/")]
            kicks = kick_frames(drum[0], first, last) if drum else []
            free = np.ones(end - begin, dtype=bool)
            for kick in kicks:
                at_kicks.append(least(gains[kick : kick + RATE_HZ // 50]))
                free[max(0, kick - begin) : kick - begin + RATE_HZ * 15 // 100] = False
            between.append(least(gains[begin:end][free]))
        assert min(between) >= -2, name
        assert len(at_kicks) >= 40 * drums
        assert all(-8 <= gain <= -4 for gain in at_kicks if np.isfinite(gain)), name
        assert np.isfinite(at_kicks).sum() >= 0.5 * len(at_kicks)  # it rests under some


def least(gains: Floats) -> float:
    """The smallest of those that are numbers."""
    known = gains[np.isfinite(gains)]
    return float(known.min()) if len(known) else float("nan")


def gain_db(after: Sound, before: Sound) -> Floats:
    """The gain from one sound to the other by frame; not a number where it is too quiet to tell."""
    loudest = np.abs(before).argmax(axis=1)[:, None]
    was = np.take_along_axis(before, loudest, 1)[:, 0].astype(np.float64)
    now = np.take_along_axis(after, loudest, 1)[:, 0].astype(np.float64)
    gains = np.full(len(was), np.nan)
    loud = np.abs(was) > 0.003
    gains[loud] = 20 * np.log10(np.abs(now[loud] / was[loud]) + 1e-9)
    return gains


def test_kick_and_bass_add_up_as_two_voices(tmp_path: Path) -> None:
    """All 36 pairs: together they have the power of both below 100 Hz, within 1.5 dB."""
    windows = [("drum", "heavy_bass")] * 6
    sos = scipy.signal.butter(4, 100, fs=RATE_HZ, output="sos")
    drums: dict[str, Sound] = {}
    basses: dict[str, Sound] = {}
    recording = record_votes(tmp_path / "show.jsonl", windows, WINDOW_MS)
    scenes = scenes_of(tmp_path, recording, *OPTIONS)
    stems = stems_of(tmp_path, recording, "[music]\ntransitions = false\nducking = false\n")
    for window, scene in enumerate(scenes):
        begin = landing_frame(window)
        for clip in scene:
            kept = drums if clip.startswith("drum/") else basses
            stem = stems[clip.split("/")[0]][begin : begin + WINDOW_FRAMES].astype(np.float64)
            kept[clip] = np.asarray(scipy.signal.sosfilt(sos, stem, axis=0))
    away_db = {}
    for (drum, kick), (clip, bass) in product(drums.items(), basses.items()):
        apart = (kick**2).mean() + (bass**2).mean()
        away_db[drum, clip] = 10 * np.log10(((kick + bass) ** 2).mean() / apart)
    assert len(away_db) >= 30
    assert max(map(abs, away_db.values())) <= 1.5, max(away_db, key=lambda pair: abs(away_db[pair]))


def third_octaves_in_time_db(clip: str) -> Floats:
    """Power in each third of an octave from 40 to 1600 Hz and each 40 ms, in dB."""
    sound = soundfile.read(SOUNDS / clip, always_2d=True)[0].mean(axis=1)
    at_hz, _, parts = scipy.signal.stft(sound, RATE_HZ, nperseg=8192, noverlap=8192 - 1875)
    power = np.abs(parts) ** 2
    centres_hz = THIRDS_HZ[(THIRDS_HZ > 38) & (THIRDS_HZ < 1700)]
    bands = [
        power[(at_hz >= centre_hz * 2 ** (-1 / 6)) & (at_hz < centre_hz * 2 ** (1 / 6))].sum(axis=0)
        for centre_hz in centres_hz
    ]
    return np.asarray(10 * np.log10(np.array(bands) + 1e-14))


def test_the_three_basses_do_not_share_a_third_of_an_octave() -> None:
    """Two are hardly ever within 3 dB of each other for more than a third of the time."""
    levels = {
        (name, number): third_octaves_in_time_db(f"{name}/{name}{number}.flac")
        for name in BASSES
        for number in range(1, 7)
    }
    shared = []
    for one, other in combinations(BASSES, 2):
        for first, second in product(range(1, 7), repeat=2):
            a, b = levels[one, first], levels[other, second]
            near = (np.abs(a - b) <= 3) & (np.maximum(a, b) > -70)
            shared += list(near.mean(axis=1))
    assert np.mean(np.array(shared) <= 1 / 3) >= 0.98
    assert max(shared) <= 0.5

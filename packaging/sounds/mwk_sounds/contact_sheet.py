"""Waveform and spectrogram of every clip in one PNG, for people who would rather look."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from mwk_sounds.picture import Colour, Pixels, blank, write_png, write_text
from mwk_sounds.timeline import BEATS_PER_LOOP, LOOP_FRAMES, SAMPLE_RATE_HZ, FloatArray

_CELL_WIDTH, _WAVE_HEIGHT, _SPECTRUM_HEIGHT, _TEXT_HEIGHT, _GAP = 256, 44, 112, 16, 10
_LOW_HZ, _HIGH_HZ, _FLOOR_DB = 35.0, 18_000.0, -75.0
_FFT_FRAMES = 8192
_SHADES = 40
_BACKGROUND: Colour = (18, 18, 26)
_INK: Colour = (225, 225, 235)
_GRID = 46
_COLOURS: Sequence[Colour] = (
    (255, 107, 107), (255, 159, 67), (254, 202, 87), (29, 209, 161),
    (72, 219, 251), (84, 160, 255), (162, 155, 254), (255, 121, 198),
)  # fmt: skip


def _waveform(sound: FloatArray, colour: Colour) -> Pixels:
    """Peak outline, shape (_WAVE_HEIGHT, _CELL_WIDTH, 3), scaled to -6 dBFS at the edge."""
    area = blank(_WAVE_HEIGHT, _CELL_WIDTH, _BACKGROUND)
    edges = np.linspace(0, sound.size, _CELL_WIDTH + 1).astype(int)
    middle = (_WAVE_HEIGHT - 1) / 2
    for x in range(_CELL_WIDTH):
        part = sound[edges[x] : edges[x + 1]]
        top = round(middle - 2 * middle * min(0.5, float(part.max())))
        bottom = round(middle - 2 * middle * max(-0.5, float(part.min())))
        area[max(0, top) : bottom + 1, x] = colour
    return area


def _heat(level: FloatArray, colour: Colour) -> Pixels:
    """Levels 0..1 from the background through the row's colour to white."""
    stops = np.array([_BACKGROUND, colour, (255, 255, 255)], dtype=float)
    # Few shades: the eye does not miss the others, and the file halves.
    at = np.rint(np.clip(level, 0, 1) * _SHADES) / _SHADES
    return np.stack(
        [np.interp(at, (0.0, 0.72, 1.0), stops[:, channel]) for channel in range(3)], axis=-1
    ).astype(np.uint8)


def _spectrogram(sound: FloatArray, colour: Colour) -> Pixels:
    """Logarithmic in frequency, circular in time, relative to the clip's loudest spot."""
    wrapped = np.concatenate([sound[-_FFT_FRAMES // 2 :], sound, sound[: _FFT_FRAMES // 2]])
    starts = np.linspace(0, LOOP_FRAMES, _CELL_WIDTH, endpoint=False).astype(int)
    # A long window for the lows, a short one above 500 Hz: notes and strokes are both sharp.
    bands_hz = np.geomspace(_HIGH_HZ, _LOW_HZ, _SPECTRUM_HEIGHT)
    rows = np.zeros((_SPECTRUM_HEIGHT, _CELL_WIDTH))
    for frames, chosen in ((_FFT_FRAMES, bands_hz < 500), (1024, bands_hz >= 500)):
        offset = (_FFT_FRAMES - frames) // 2
        cut = wrapped[starts[:, None] + offset + np.arange(frames)] * np.hanning(frames)
        power = np.abs(np.fft.rfft(cut, axis=1)) / frames
        at = bands_hz[chosen] * frames / SAMPLE_RATE_HZ
        below = at.astype(int)
        share = (at - below)[:, None]
        rows[chosen] = power[:, below].T * (1 - share) + power[:, below + 1].T * share
    level_db = 20 * np.log10(np.maximum(rows, 1e-9))
    tilt_db = 3.0 * np.log2(bands_hz / 1000)[:, None]  # music falls with frequency; show it level
    level_db += tilt_db
    return _heat((level_db - level_db.max() - _FLOOR_DB) / -_FLOOR_DB, colour)


def _cell(sound: npt.NDArray[np.float64], label: str, colour: Colour) -> Pixels:
    mono = sound.mean(axis=1)
    text = blank(_TEXT_HEIGHT, _CELL_WIDTH, _BACKGROUND)
    write_text(text, 2, 0, label, _INK)
    cell = np.concatenate([text, _waveform(mono, colour), _spectrogram(mono, colour)])
    for beat in range(1, BEATS_PER_LOOP):
        x = beat * _CELL_WIDTH // BEATS_PER_LOOP
        line = cell[_TEXT_HEIGHT:, x]
        cell[_TEXT_HEIGHT:, x] = np.maximum(line, _GRID)
    return cell


def write_contact_sheet(
    folder: Path, clips: Sequence[str], titles: Mapping[str, str], path: Path
) -> None:
    """Draw the stored clips (``drum/drum1``), one row an instrument, into a PNG."""
    instruments = list(dict.fromkeys(name.split("/")[0] for name in clips))
    rows = {i: [n for n in clips if n.split("/")[0] == i] for i in instruments}
    cell_height = _TEXT_HEIGHT + _WAVE_HEIGHT + _SPECTRUM_HEIGHT
    columns = max(len(names) for names in rows.values())
    sheet = blank(
        _GAP + len(rows) * (cell_height + _GAP), _GAP + columns * (_CELL_WIDTH + _GAP), (8, 8, 12)
    )
    for row, names in enumerate(rows.values()):
        for column, name in enumerate(names):
            sound, _ = soundfile.read(folder / f"{name}.flac", dtype="float64", always_2d=True)
            label = f"{name.split('/')[1]} {titles[name]}"
            top = _GAP + row * (cell_height + _GAP)
            left = _GAP + column * (_CELL_WIDTH + _GAP)
            cell = _cell(sound, label, _COLOURS[row % len(_COLOURS)])
            sheet[top : top + cell_height, left : left + _CELL_WIDTH] = cell
    path.parent.mkdir(parents=True, exist_ok=True)
    write_png(path, sheet)

"""`mwk bounce`: renders a recording to audio files."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

from mwk_desktop.app.report_lines import print_json, progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.wiring.long_recordings import check_length_confirmed
from mwk_desktop.app.wiring.run_sounding import SoundingShow, run_sounding
from mwk_desktop.engine.audio_writer import AudioWriter
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import FLOOR_TRACK, TRANSITION_TRACKS
from mwk_desktop.messages import message, message_of
from mwk_desktop.sounds.sound_set import SoundSet
from mwk_desktop.units import INSTRUMENTS, SAMPLE_RATE_HZ


def bounce_recording(
    options: Options, path: Path, output: Path, *, stems: Path | None, sample_format: str
) -> int:
    """Render a recording to an audio file, and with ``stems`` each instrument to its own file."""
    _check_writable(output, stems, sample_format)
    sounding = run_sounding(options, path)
    options, bounced = sounding.options, sounding.bounced
    if bounced is None:
        raise BadInput(
            message("{path}: holds no tweet, so there is nothing to bounce", path=str(path))
        )
    check_length_confirmed(options, path, bounced.end_frame * 1000 / SAMPLE_RATE_HZ)
    try:
        _render(sounding, bounced.end_frame, output, stems, sample_format)
    except OSError as error:
        raise BadInput(message_of(error)) from None
    seconds = bounced.end_frame / SAMPLE_RATE_HZ
    if options.json:
        line = {"type": "bounce", "file": str(output), "frames": bounced.end_frame}
        print_json(options, {**line, "rate_hz": SAMPLE_RATE_HZ, "format": sample_format})
    else:
        options.lines.print_line(f"{output}: {seconds:.1f} s, {sample_format}")
    return 0


def _check_writable(output: Path, stems: Path | None, sample_format: str) -> None:
    """Find wrong paths and formats before minutes of work."""
    if output.suffix.lower() not in (".wav", ".flac"):
        raise BadInput(message("{path}: the name must end in .wav or .flac", path=str(output)))
    if output.suffix.lower() == ".flac" and sample_format == "float":
        raise BadInput(
            message("{path}: FLAC holds no floats; use .wav, or --format pcm24", path=str(output))
        )
    if output.is_dir():
        raise BadInput(message("{path}: is a folder; name a file in it", path=str(output)))
    folder = output.absolute().parent
    if not folder.is_dir():
        key = {"path": str(output), "folder": str(folder)}
        if folder.exists():
            raise BadInput(message("{path}: {folder} is a file; name a file in a folder", **key))
        raise BadInput(message("{path}: {folder} does not exist; name a file in a folder", **key))
    if not os.access(folder, os.W_OK):
        raise BadInput(message("{path}: its folder cannot be written to", path=str(output)))
    if stems is not None:
        try:
            stems.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            is_file = message("is a file; name a folder")
            reason = is_file if stems.exists() else error.strerror
            text = message("{what}: {problem}", what=f"--stems {stems}", problem=reason)
            raise BadInput(text) from None


def _stem_tracks(sound_set: SoundSet) -> dict[str, list[int]]:
    """The tracks of each stem: a file per instrument, and of what else the set brings."""
    tracks = {name: [strip] for strip, name in enumerate(INSTRUMENTS)}
    if sound_set.floor:
        tracks["floor"] = [FLOOR_TRACK]
    if any(sound_set.transitions.values()):
        tracks["transitions"] = list(TRANSITION_TRACKS)
    return tracks


def _render(
    sounding: SoundingShow, end: int, output: Path, stems: Path | None, sample_format: str
) -> None:
    """Render the score into its files; a file appears only when it is complete."""
    loaded, plans = sounding.loaded, sounding.plans()
    with ExitStack() as files, progress_bar("rendering", " frames") as advance:

        def writer(path: Path) -> AudioWriter:
            return files.enter_context(
                AudioWriter(path, loaded.rate_hz, sample_format=sample_format)
            )

        master = writer(output)
        frame = 0
        if stems is None:
            for chunk in render(*plans):
                master.write(chunk)
                frame += len(chunk)
                advance(frame, end)
            return
        suffix = output.suffix.lower()
        parts = [
            (writer(stems / f"{name}{suffix}"), tracks)
            for name, tracks in _stem_tracks(loaded.sound_set).items()
        ]
        for chunk, strips in render(*plans, stems=True):
            master.write(chunk)
            for part, tracks in parts:
                part.write(strips[tracks].sum(axis=0) if len(tracks) > 1 else strips[tracks[0]])
            frame += len(chunk)
            advance(frame, end)

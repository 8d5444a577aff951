"""Wiring without a clock: `replay --speed max` and `bounce`."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

from mwk_desktop.app.common import (
    BadInput,
    Options,
    emit,
    load_sounds,
    music_of,
    open_sounds,
    progress_bar,
    quantize_of,
    ready,
    recording,
    rules_of,
    say_summary,
    say_window,
)
from mwk_desktop.engine.audio_writer import AudioWriter
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.show.core import WindowListener
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.show.music import Music
from mwk_desktop.sounds.set_loading import LoadedSet
from mwk_desktop.sources.one_pass_source import OnePassSource, PreparationNeeded
from mwk_desktop.topology.counting import ClosedWindow
from mwk_desktop.units import INSTRUMENTS, SAMPLE_RATE_HZ


def replay_at_once(options: Options, path: Path) -> int:
    """The charts, scenes and leaderboard of a recording, as fast as they can be counted."""
    music = music_of(load_sounds(open_sounds(options.settings), SAMPLE_RATE_HZ))
    options, show, _, windows = _run(options, path, music)
    for window, scene in windows:
        say_window(options, window, scene)
    say_summary(options, show.counting)
    return 0


def _run(
    options: Options, path: Path, music: Music
) -> tuple[Options, OfflineShow, Bounced | None, list[tuple[ClosedWindow, list[str]]]]:
    """Count and conduct a whole recording: in one pass if it is in order, else prepared.

    Windows are kept until the end: what a pass said before it was given up is void.
    """
    windows: list[tuple[ClosedWindow, list[str]]] = []
    try:
        recorded = ready(options, OnePassSource(path, options.topic), music)
        show, bounced = _play(options, recorded, windows)
    except PreparationNeeded:
        windows.clear()
        options, recorded = recording(options, path, music)
        show, bounced = _play(options, recorded, windows)
        recorded.source.close()
    return options, show, bounced, windows


def _play(
    options: Options, recorded: PreparedRecording, windows: list[tuple[ClosedWindow, list[str]]]
) -> tuple[OfflineShow, Bounced | None]:
    show = _offline_show(options, recorded, lambda window, scene: windows.append((window, scene)))
    with progress_bar("counting", " records") as advance:
        return show, show.run(advance)


def _offline_show(
    options: Options, recorded: PreparedRecording, on_window: WindowListener | None
) -> OfflineShow:
    show = options.settings.show
    music = recorded.music
    return OfflineShow(
        recorded,
        recorded.counting(rules_of(options.settings, music)),
        opening=show.opening,
        quantize=quantize_of(options.settings),
        grace_ms=show.grace_ms,
        on_window=on_window,
    )


def bounce(
    options: Options, path: Path, output: Path, *, stems: Path | None, sample_format: str
) -> int:
    """A recording to an audio file, and with ``stems`` each instrument to one more."""
    _must_be_writable(output, stems, sample_format)
    loaded = load_sounds(open_sounds(options.settings), SAMPLE_RATE_HZ)
    options, show, bounced, _ = _run(options, path, music_of(loaded))
    recorded = show.recorded
    if bounced is None:
        raise BadInput(f"{path}: holds no tweet, so there is nothing to bounce")
    try:
        _render(loaded, recorded, bounced, output, stems, sample_format)
    except OSError as error:
        raise BadInput(str(error)) from None
    seconds = bounced.end_frame / SAMPLE_RATE_HZ
    if options.json:
        line = {"type": "bounce", "file": str(output), "frames": bounced.end_frame}
        emit(options, {**line, "rate_hz": SAMPLE_RATE_HZ, "format": sample_format})
    else:
        options.lines.say(f"{output}: {seconds:.1f} s, {sample_format}")
    return 0


def _must_be_writable(output: Path, stems: Path | None, sample_format: str) -> None:
    """Everything that can be said before minutes of work."""
    if output.suffix.lower() not in (".wav", ".flac"):
        raise BadInput(f"{output}: the name must end in .wav or .flac")
    if output.suffix.lower() == ".flac" and sample_format == "float":
        raise BadInput(f"{output}: FLAC holds no floats; use .wav, or --format pcm24")
    if output.is_dir():
        raise BadInput(f"{output}: is a folder; name a file in it")
    folder = output.absolute().parent
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "does not exist"
        raise BadInput(f"{output}: {folder} {what}; name a file in a folder")
    if not os.access(folder, os.W_OK):
        raise BadInput(f"{output}: its folder cannot be written to")
    if stems is not None:
        try:
            stems.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = "is a file; name a folder" if stems.exists() else error.strerror
            raise BadInput(f"--stems {stems}: {reason}") from None


def _render(
    loaded: LoadedSet,
    recorded: PreparedRecording,
    bounced: Bounced,
    output: Path,
    stems: Path | None,
    sample_format: str,
) -> None:
    """Render the score into its files; none of them appears before it is complete."""
    spec = EngineSpec(
        loop_frames=loaded.loop_frames,
        rate_hz=loaded.rate_hz,
        beats_per_loop=loaded.beats_per_loop,
        origin_frame=recorded.grid.origin_frame,
    )
    end = bounced.end_frame
    plans = (loaded.samples, spec, bounced.launches, bounced.ramps, end)
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
        parts = [writer(stems / f"{name}{output.suffix.lower()}") for name in INSTRUMENTS]
        for chunk, strips in render(*plans, stems=True):
            master.write(chunk)
            for part, strip in zip(parts, strips, strict=True):
                part.write(strip)
            frame += len(chunk)
            advance(frame, end)

"""Counts and conducts a whole recording, without a clock or threads."""

from __future__ import annotations

from pathlib import Path

from mwk_desktop.app.report_lines import progress_bar
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.sound_setup import quantize_of, rules_of
from mwk_desktop.app.value_schemas import recording_schemas
from mwk_desktop.app.wiring.recording_setup import open_recording, prepare_recorded
from mwk_desktop.show.core import WindowListener
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.show.music import Music
from mwk_desktop.sources.one_pass_source import OnePassSource, PreparationNeeded
from mwk_desktop.topology.counting import ClosedWindow


def run_offline(
    options: Options, path: Path, music: Music
) -> tuple[Options, OfflineShow, Bounced | None, list[tuple[ClosedWindow, list[str]]]]:
    """Count and conduct a whole recording: in one pass if it is in order, else after preparing it.

    Windows are printed at the end only: a pass may be given up, and its windows are void then.
    """
    windows: list[tuple[ClosedWindow, list[str]]] = []
    try:
        source = OnePassSource(path, options.topic, recording_schemas(options.settings))
        recorded = prepare_recorded(options, source, music)
        show, bounced = _play(options, recorded, windows)
    except PreparationNeeded:
        windows.clear()
        options, recorded = open_recording(options, path, music)
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

"""Counts and conducts a whole recording, without a clock or threads."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from mwk_desktop.app.report_lines import progress_bar
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.sound_setup import quantize_of, rules_of
from mwk_desktop.app.value_schemas import recording_schemas
from mwk_desktop.app.wiring.recording_setup import open_recording, prepare_recorded
from mwk_desktop.show.counting_listener import CountingListener
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.show.music import Music
from mwk_desktop.sources.one_pass_source import OnePassSource, PreparationNeeded
from mwk_desktop.topology.counting import ClosedWindow


class OfflineListener(CountingListener, Protocol):
    """Receives an offline show's tweets and windows."""

    def begin(self, show: OfflineShow) -> None:
        """Forget everything so far, because another show is about to run."""

    def on_window(self, window: ClosedWindow, scene: list[str]) -> None:
        """Note a closed window that had a vote."""


def run_offline(
    options: Options, path: Path, music: Music, listener: OfflineListener | None = None
) -> tuple[Options, OfflineShow, Bounced | None, list[tuple[ClosedWindow, list[str]]]]:
    """Count and conduct a whole recording: in one pass if it is in order, else after preparing it.

    Windows are printed at the end only: a pass may be given up, and its windows are void then.
    """
    windows: list[tuple[ClosedWindow, list[str]]] = []
    try:
        source = OnePassSource(path, options.topic, recording_schemas(options.settings))
        recorded = prepare_recorded(options, source, music)
        show, bounced = _play(options, recorded, windows, listener)
    except PreparationNeeded:
        windows.clear()
        options, recorded = open_recording(options, path, music)
        show, bounced = _play(options, recorded, windows, listener)
        recorded.source.close()
    return options, show, bounced, windows


def _play(
    options: Options,
    recorded: PreparedRecording,
    windows: list[tuple[ClosedWindow, list[str]]],
    listener: OfflineListener | None,
) -> tuple[OfflineShow, Bounced | None]:
    def on_window(window: ClosedWindow, scene: list[str]) -> None:
        windows.append((window, scene))
        if listener is not None:
            listener.on_window(window, scene)

    settings = options.settings.show
    music = recorded.music
    show = OfflineShow(
        recorded,
        recorded.counting(rules_of(options.settings, music)),
        opening=settings.opening,
        quantize=quantize_of(options.settings),
        grace_ms=settings.grace_ms,
        on_window=on_window,
        listener=listener,
    )
    if listener is not None:
        listener.begin(show)
    with progress_bar("counting", " records", options) as advance:
        return show, show.run(advance)

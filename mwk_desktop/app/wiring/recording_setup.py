"""Prepares a recording to be played or counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from mwk_desktop.app.report_lines import progress_bar
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.value_schemas import recording_schemas
from mwk_desktop.messages import message, message_of
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording, prepare
from mwk_desktop.show.music import Music
from mwk_desktop.show.settings.load import MusicSettings, Settings, SettingsError, ShowSettings
from mwk_desktop.sources.recording_source import RecordingSource


def open_recording(options: Options, path: Path, music: Music) -> tuple[Options, PreparedRecording]:
    """Prepare a recording, with a progress bar while it is scanned.

    A recorded show carries the rules it was played by; they replace settings that were left at
    their defaults.
    """
    schemas = recording_schemas(options.settings)
    source = RecordingSource(path, options.topic, schemas=schemas)
    with progress_bar("reading", "B", options) as advance:
        plan = source.prepare(advance)
    for warning in plan.warnings:
        print_stderr(warning)
    if plan.start is not None:
        options = replace(options, settings=recorded_settings(options, plan.start))
    return options, prepare_recorded(options, source, music)


def prepare_recorded(options: Options, source: RecordingSource, music: Music) -> PreparedRecording:
    """Prepare a source with the settings of the show."""
    show = options.settings.show
    return prepare(source, music, show.window_ms, show.grace_ms, show.seed)


_RECORDED_RULES = (
    "window_ms",
    "grace_ms",
    "top",
    "quantize",
    "count_retweets",
    "require_hashtag",
    "hashtag",
    "opening",
    "max_votes_per_user",
    "blocked",
    "moderation",
)


def recorded_settings(options: Options, start: Mapping[str, Any]) -> Settings:
    """The settings, with the recorded rules wherever the presenter set nothing."""
    settings = options.settings
    recorded = start.get("settings")
    if not isinstance(recorded, dict) or options.with_rules is None:
        return settings
    rules, switches = recorded.get("show"), recorded.get("music")
    if not isinstance(rules, dict):
        return settings
    usual = ShowSettings()
    values = {
        f"show.{name}": rules[name]
        for name in _RECORDED_RULES
        if name in rules and getattr(settings.show, name) == getattr(usual, name)
    }
    if isinstance(switches, dict):
        # What the presenter switched off now stays off.
        for name in (field.name for field in fields(MusicSettings)):
            own = getattr(settings.music, name)
            if isinstance(own, bool):
                values[f"music.{name}"] = bool(switches.get(name, True)) and own
            elif own == getattr(MusicSettings(), name) and name in switches:
                values[f"music.{name}"] = switches[name]
    try:
        return options.with_rules(values)
    except SettingsError as error:
        print_stderr(message("the recorded rules are not used: {reason}", reason=message_of(error)))
        return settings

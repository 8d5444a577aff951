"""The worker behind the settings window: shows every setting, saves changes to ``mwk.toml``.

Threads: the worker's own thread reads and writes the file; any thread reads what it published.
Variables and options win over the file: a change to a setting that they override is saved, but has
no effect for now.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.settings_file import settings_in_file, write_setting
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, Message, languages, message, message_of, verbatim
from mwk_desktop.show.commands import ChangeSetting, SetVoteCap, WorkerRequest
from mwk_desktop.show.settings.load import (
    Description,
    Settings,
    SettingsError,
    UnfitValueError,
    attribute_of,
    default_config_path,
    describe,
    load_settings,
    setting_value,
    split_name,
)
from mwk_desktop.show.settings.origins import FLAG_OF_KEY
from mwk_desktop.show.settings.value_kinds import is_secret, redact
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import SettingRow, SettingsList, WorkersState
from mwk_desktop.topics import DEFAULT_SERVERS

AT_ONCE: Final = frozenset(
    {
        "ui.language",
        "ui.stage_second_language",
        "ui.reduced_motion",
        "audio.visual_offset_ms",
        "show.max_votes_per_user",
    }
)
"""Settings that take effect during the show; the rest wait for the next start."""

DOTS: Final = "\u2022\u2022\u2022"
"""Shown instead of a secret that is set."""

SERVERS: Final = "kafka.bootstrap.servers"

FILES: Final = (
    "sounds.dir",
    "twitter.bearer_token_file",
    "schema_registry.ca",
    "schema_registry.file",
)
_KINDS: Final = {
    "whole number": "whole",
    "number": "number",
    "true/false": "switch",
    "list": "list",
    "secret": "secret",
}


class SettingsWorker(Worker):
    """Lists every setting with where it is set, and saves changes.

    Parameters
    ----------
    options
        Those of the program's start: its file, and the options that win over it.
    environ
        The process's variables.
    """

    handles: ClassVar[tuple[type, ...]] = (ChangeSetting,)

    def __init__(self, options: Options, environ: Mapping[str, str] | None = None) -> None:
        super().__init__("settings")
        self._config = options.config
        self._flags = dict(options.flags)
        self._environ = dict(os.environ if environ is None else environ)
        self._path = options.settings.config_path or default_config_path()
        self._known = {f"{one.section}.{one.key}": one for one in describe()}
        self._problems: dict[str, Message] = {}
        self._kept: set[str] = set()
        self._settings = options.settings
        self._state = self._listed(NOTHING)

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add all settings."""
        return replace(state, settings=self._state)

    def handle_request(self, request: WorkerRequest) -> None:
        """Save one change; an error is shown beside its row."""
        assert isinstance(request, ChangeSetting)
        name = request.name
        section, key = split_name(name)
        self._problems.pop(name, None)
        problem = NOTHING
        try:
            write_setting(self._path, section, key, self._value(section, key, request.value))
        except UnfitValueError as error:
            right = self._expected_value(name)
            secret = is_secret(key) and right
            self._problems[name] = (
                message("must be {right}", right=right) if secret else error.message
            )
        except (KeyError, SettingsError) as error:
            unknown = message("There is no setting {name}", name=name)
            problem = unknown if isinstance(error, KeyError) else message_of(error)
        else:
            self._kept.add(name)
            problem = self._apply_change(name)
        self._state = self._listed(problem)

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show a bug above the list."""
        self._state = replace(self._state, problem=verbatim(f"{type(error).__name__}: {error}"))

    def _value(self, section: str, key: str, text: str) -> object | None:
        """The value to write to the file; None: remove it."""
        if section == "kafka":
            if f"kafka.{key}" != SERVERS:
                raise KeyError(key)
            return text.strip() or None
        default = self._known[f"{section}.{key}"].default
        if text == "" and not isinstance(default, tuple):
            return None
        value = setting_value(section, key, text)
        if value == default:
            return None
        return list(value) if isinstance(value, tuple) else value

    def _apply_change(self, name: str) -> Message:
        """Read everything again and apply what can act at once. Returns what is wrong with the
        rest."""
        try:
            self._settings = self._load()
        except SettingsError as error:
            return message_of(error)
        if name == "show.max_votes_per_user" and self.running is not None:
            self.running.thread.send(SetVoteCap(self._settings.show.max_votes_per_user))
        return NOTHING

    def _load(self) -> Settings:
        path = self._path if self._path.exists() else None
        return load_settings(path or self._config, self._environ, self._flags)

    # -- rows ----------------------------------------------------------------------------------

    def _listed(self, problem: Message) -> SettingsList:
        in_file = settings_in_file(self._path)
        rows = [self._row(name, one, in_file) for name, one in self._known.items()]
        place = next(i for i, row in enumerate(rows) if row.name.startswith("ui."))
        rows[place:place] = self._kafka_rows(in_file)
        return SettingsList(str(self._path), tuple(rows), problem)

    def _row(self, name: str, one: Description, in_file: frozenset[str]) -> SettingRow:
        value = getattr(getattr(self._settings, attribute_of(one.section)), one.key)
        secret = one.type == "secret"
        choices = tuple(one.type.split(" / ")) if " / " in one.type else ()
        kind = "choice" if choices else _KINDS.get(one.type, "text")
        if name in ("ui.language", "ui.stage_second_language"):
            kind, choices = "choice", ("", *languages())
        elif name in FILES:
            kind = "folder"
        source, given_by = self._source(name, one.variable, in_file)
        return SettingRow(
            name,
            (DOTS if value else "") if secret else as_text(redact(one.key, value)),
            as_text(one.default),
            one.help,
            kind,
            choices,
            source,
            name not in AT_ONCE,
            self._problems.get(name, NOTHING),
            one.right,
            given_by,
            name in self._kept,
        )

    def _kafka_rows(self, in_file: frozenset[str]) -> list[SettingRow]:
        """The servers, which can be changed here, and the rest of ``[kafka]``, read-only."""
        rows: list[SettingRow] = []
        for key in ("bootstrap.servers", *sorted(self._settings.kafka)):
            name = f"kafka.{key}"
            if rows and name == SERVERS:
                continue
            value = self._settings.kafka.get(key, "")
            secret = is_secret(key) and not key.endswith(".file")
            shown = DOTS if secret and value else as_text(redact(key, value))
            source, given_by = self._source(name, _variable(key), in_file)
            servers = name == SERVERS
            help_text = (
                message("Where Kafka is: HOST:PORT, several with commas.")
                if servers
                else message("A property of librdkafka; change it in the file.")
            )
            rows.append(
                SettingRow(
                    name,
                    shown,
                    DEFAULT_SERVERS if servers else "",
                    help_text,
                    "text" if servers else "shown",
                    source=source,
                    problem=self._problems.get(name, NOTHING),
                    given_by=given_by,
                    kept=name in self._kept,
                )
            )
        return rows

    def _source(self, name: str, variable: str, in_file: frozenset[str]) -> tuple[str, str]:
        if self._flags.get(name) is not None:
            key = name.partition(".")[2]
            return "option", FLAG_OF_KEY.get(name, "--" + key.replace("_", "-"))
        if variable in self._environ:
            return "environment", variable
        return ("file" if name in in_file else "default"), ""

    def _expected_value(self, name: str) -> Message:
        return self._known[name].right if name in self._known else NOTHING


def _variable(key: str) -> str:
    """The variable that sets a property of ``[kafka]``."""
    return "MWK_KAFKA__" + key.replace("_", "__").replace(".", "_").upper()


def as_text(value: Any) -> str:
    """A setting's value as the text that its editor shows and accepts."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:g}"
    return str(value) if isinstance(value, str | int | Path) else json.dumps(value)

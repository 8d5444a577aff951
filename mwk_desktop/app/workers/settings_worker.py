"""The worker behind the settings page: shows every setting, saves changes to ``mwk.toml``.

Threads: the worker's own thread reads and writes the file; any thread reads what it published.
Variables and options win over the file: a change to a setting that they override is saved, but has
no effect for now.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.kafka_checker import CheckKafka, KafkaChecker
from mwk_desktop.app.workers.picture_file import picture_problem
from mwk_desktop.app.workers.settings_file import (
    read_setting,
    settings_in_file,
    write_setting,
)
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, Message, languages, message, message_of, verbatim
from mwk_desktop.show.commands import ChangeSetting, SetVoteCap, WorkerRequest
from mwk_desktop.show.setting_commands import CheckKafkaSettings, UndoSetting
from mwk_desktop.show.settings.key_table import NO_ACTION, key_action, key_in, key_name
from mwk_desktop.show.settings.load import (
    KAFKA,
    KEYS,
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
from mwk_desktop.show.settings.value_kinds import is_secret, library_value, redact
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import CheckFinding, SettingRow, SettingsList, WorkersState
from mwk_desktop.topics import DEFAULT_SERVERS

DOTS: Final = "\u2022\u2022\u2022"
"""Shown instead of a secret that is set."""

SERVERS: Final = "kafka.bootstrap.servers"

ANOTHER: Final = "kafka."
"""The row that takes a property of ``[kafka]`` by name."""

ANOTHER_KEY: Final = "keys."
"""The row that gives a key of ``[keys]`` an action."""

UNDONE_MOST: Final = 50
"""Changes that can be taken back."""

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
    check_kafka
        Checks ``[kafka]`` and a topic; waits for the broker, on a thread of its own.
    """

    handles: ClassVar[tuple[type, ...]] = (ChangeSetting, UndoSetting, CheckKafkaSettings)

    def __init__(
        self,
        options: Options,
        environ: Mapping[str, str] | None = None,
        check_kafka: CheckKafka | None = None,
    ) -> None:
        super().__init__("settings")
        self._checker = KafkaChecker(check_kafka or _check_kafka)
        self._undo: deque[tuple[str, object | None]] = deque(maxlen=UNDONE_MOST)
        self._config = options.config
        self._flags = dict(options.flags)
        self._environ = dict(os.environ if environ is None else environ)
        self._path = options.settings.config_path or default_config_path()
        self._known = {f"{one.section}.{one.key}": one for one in describe()}
        self._problems: dict[str, Message] = {}
        self._kept: set[str] = set()
        self._settings = options.settings
        self._state = self._shown = self._listed(NOTHING)

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add all settings, and what is known of ``[kafka]``."""
        checking, findings = self._checker.state
        settings = replace(self._state, kafka=findings, checking=checking)
        # The same value until something changes: windows compare it by identity.
        if settings != self._shown:
            self._shown = settings
        return replace(state, settings=self._shown)

    def handle_request(self, request: WorkerRequest) -> None:
        """Save one change, or take one back; an error is shown beside its row."""
        problem = NOTHING
        if isinstance(request, ChangeSetting):
            problem = self._change(request.name, request.value)
        elif isinstance(request, UndoSetting):
            problem = self._undo_change()
        elif isinstance(request, CheckKafkaSettings):
            self._checker.begin(self._settings)
        self._state = self._listed(problem)

    def _change(self, name: str, value: str) -> Message:
        section, key = split_name(name)
        beside = self._row_beside(name, section, key)
        self._problems.pop(beside, None)
        try:
            found = self._value(section, key, value)
            written = self._written(section, key)
            before = read_setting(self._path, section, written)
            write_setting(self._path, section, written, found)
        except UnfitValueError as error:
            right = self._expected_value(name)
            secret = is_secret(key) and right
            self._problems[beside] = (
                message("must be {right}", right=right) if secret else error.message
            )
        except (KeyError, SettingsError) as error:
            unknown = message("There is no setting {name}", name=name)
            return unknown if isinstance(error, KeyError) else message_of(error)
        else:
            self._undo.append((name, before))
            return self._saved(name)
        return NOTHING

    def _undo_change(self) -> Message:
        if not self._undo:
            return NOTHING
        name, before = self._undo[-1]
        section, key = split_name(name)
        try:
            write_setting(self._path, section, self._written(section, key), before)
        except SettingsError as error:
            return message_of(error)
        self._undo.pop()
        self._problems.pop(name, None)
        return self._saved(name)

    def _row_beside(self, name: str, section: str, key: str) -> str:
        """The row that shows what is wrong with a change."""
        if name == SERVERS:
            return name
        if section == KAFKA:
            return name if key in self._settings.kafka else ANOTHER
        if section == KEYS:
            return name if key in self._settings.keys else ANOTHER_KEY
        return name

    def _written(self, section: str, key: str) -> str:
        """The key as the file spells it."""
        if section != KEYS:
            return key
        names = (split_name(name) for name in settings_in_file(self._path))
        return key_in((key for section, key in names if section == KEYS), key)

    def _saved(self, name: str) -> Message:
        self._kept.add(name)
        problem = self._apply_change(name)
        if name.startswith("kafka.") or name == "topics.input":
            self._checker.begin(self._settings)
        return problem

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show a bug above the list."""
        self._state = replace(self._state, problem=verbatim(f"{type(error).__name__}: {error}"))

    def _value(self, section: str, key: str, text: str) -> object | None:
        """The value to write to the file; None: remove it."""
        if section == KAFKA:
            return self._property(key, text.strip())
        if section == KEYS:
            return self._action(key, text.strip())
        default = self._known[f"{section}.{key}"].default
        if text == "" and not isinstance(default, tuple):
            return None
        value = setting_value(section, key, text)
        if value == default:
            return None
        return list(value) if isinstance(value, tuple) else value

    def _action(self, key: str, text: str) -> str | None:
        """What a key does, "" for nothing; None: remove it, so that its default applies."""
        key_name(key)
        return key_action("" if text == NO_ACTION else text) if text else None

    def _property(self, key: str, text: str) -> str | None:
        """A property of ``[kafka]`` that librdkafka takes; None: remove it."""
        # Late: without Kafka its client is not needed.
        from mwk_desktop.kafka.client_settings import KafkaSettingError
        from mwk_desktop.kafka.property_check import property_problem

        if not key:
            raise UnfitValueError(message("must have a name, as librdkafka calls it"))
        if not text:
            return None
        if text == DOTS and is_secret(key):
            raise UnfitValueError(message("must be typed again: it is not shown"))
        try:
            problem = property_problem(key, str(library_value(text)))
        except KafkaSettingError as error:
            raise UnfitValueError(message_of(error)) from None
        if problem:
            raise UnfitValueError(problem)
        return text

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
        rows += self._key_rows(in_file)
        undo = self._undo[-1][0] if self._undo else ""
        return SettingsList(str(self._path), tuple(rows), problem, undo)

    def _row(self, name: str, one: Description, in_file: frozenset[str]) -> SettingRow:
        value = getattr(getattr(self._settings, attribute_of(one.section)), one.key)
        secret = one.type == "secret"
        choices = tuple(one.type.split(" / ")) if " / " in one.type else ()
        kind = "choice" if choices else _KINDS.get(one.type, "text")
        if name in ("ui.language", "ui.stage_second_language"):
            kind, choices = "language", ("", *languages())
        source, given_by = self._source(name, one.variable, in_file)
        problem = self._problems.get(name, NOTHING)
        if name == "stage.picture":
            problem = problem or picture_problem(value)
        return SettingRow(
            name,
            (DOTS if value else "") if secret else as_text(redact(one.key, value)),
            as_text(one.default),
            one.form,
            one.edit or kind,
            choices,
            source,
            not one.at_once,
            problem,
            one.right,
            given_by,
            name in self._kept,
            one.label,
            one.unit,
        )

    def _kafka_rows(self, in_file: frozenset[str]) -> list[SettingRow]:
        """The servers, the rest of ``[kafka]``, and a row for another property."""
        keys = ["bootstrap.servers", *sorted(self._settings.kafka.keys() - {"bootstrap.servers"})]
        rows = [self._kafka_row(key, in_file) for key in keys]
        about = message("librdkafka's own names: security.protocol, sasl.username, ssl.ca.location")
        problem = self._problems.get(ANOTHER, NOTHING)
        label = message("Another property")
        another = SettingRow(ANOTHER, "", "", about, "property", problem=problem, label=label)
        return [*rows, another]

    def _kafka_row(self, key: str, in_file: frozenset[str]) -> SettingRow:
        name = f"kafka.{key}"
        value = self._settings.kafka.get(key, "")
        secret = is_secret(key) and not key.endswith(".file")
        source, given_by = self._source(name, _variable(key), in_file)
        servers = name == SERVERS
        about = message("A property of librdkafka, by its own name.")
        return SettingRow(
            name,
            (DOTS if value else "") if secret else as_text(redact(key, value)),
            DEFAULT_SERVERS if servers else "",
            message("Where Kafka is: HOST:PORT, several with commas.") if servers else about,
            "secret" if secret else "text",
            source=source,
            problem=self._problems.get(name, NOTHING),
            given_by=given_by,
            kept=name in self._kept,
            label=message("Servers") if servers else verbatim(key),
        )

    def _key_rows(self, in_file: frozenset[str]) -> list[SettingRow]:
        """The presenter's own keys, and a row for another one."""
        about = message("What it does in place of what the program gives it.")
        rows = []
        for key, action in sorted(self._settings.keys.items()):
            name = f"{KEYS}.{key}"
            written = f"{KEYS}.{self._written(KEYS, key)}"
            source, given_by = self._source(written, f"MWK_{KEYS}__{key}".upper(), in_file)
            rows.append(
                SettingRow(
                    name,
                    action or NO_ACTION,
                    "",
                    about,
                    "action",
                    source=source,
                    needs_restart=False,
                    problem=self._problems.get(name, NOTHING),
                    given_by=given_by,
                    kept=name in self._kept,
                    label=verbatim(key),
                )
            )
        about = message("Press a key, or a button of the clicker; then choose what it does.")
        problem = self._problems.get(ANOTHER_KEY, NOTHING)
        label = message("Another key")
        return [*rows, SettingRow(ANOTHER_KEY, "", "", about, "key", problem=problem, label=label)]

    def _source(self, name: str, variable: str, in_file: frozenset[str]) -> tuple[str, str]:
        if self._flags.get(name) is not None:
            key = name.partition(".")[2]
            return "option", FLAG_OF_KEY.get(name, "--" + key.replace("_", "-"))
        if variable in self._environ:
            return "environment", variable
        return ("file" if name in in_file else "default"), ""

    def _expected_value(self, name: str) -> Message:
        return self._known[name].right if name in self._known else NOTHING


def _check_kafka(settings: Settings) -> tuple[CheckFinding, ...]:
    from mwk_desktop.app.kafka_options import SERVERS as SERVERS_NAME
    from mwk_desktop.app.workers.kafka_findings import check_kafka

    properties = {SERVERS_NAME: DEFAULT_SERVERS, **settings.kafka}
    return check_kafka(properties, settings.topics.input)


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

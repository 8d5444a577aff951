"""Loads all settings, and describes them for the reference.

Values come from three places; later ones win: ``mwk.toml`` (in the platform's configuration folder,
or ``--config``), then variables (``MWK_SHOW__WINDOW_MS``), then flags. The result is immutable;
``app`` passes it on. :func:`load_settings` reads, :func:`describe` feeds the reference.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from mwk_desktop import platform
from mwk_desktop.messages import Message, message
from mwk_desktop.show.settings.control_sections import (
    ClockSettings,
    MidiSettings,
    OscSettings,
    RemoteSettings,
    SpareSettings,
    TalkSettings,
)
from mwk_desktop.show.settings.key_table import key_action, key_name
from mwk_desktop.show.settings.network_sections import (
    BlueskySettings,
    MastodonSettings,
    TwitchSettings,
    TwitterSettings,
)
from mwk_desktop.show.settings.option_field import unit_of
from mwk_desktop.show.settings.origins import (
    CONFIG_VARIABLE,
    FIELDS,
    Given,
    SettingsError,
    from_environ,
    from_file,
    from_flags,
    unknown_key,
    unknown_section,
)
from mwk_desktop.show.settings.schema_sections import SchemaFieldsSettings, SchemaRegistrySettings
from mwk_desktop.show.settings.sections import (
    AudioSettings,
    MusicSettings,
    PageSettings,
    ShowSettings,
    SoundsSettings,
    TopicsSettings,
)
from mwk_desktop.show.settings.value_kinds import (
    SettingKind,
    UnfitValueError,
    is_secret,
    library_value,
    redact,
)
from mwk_desktop.show.settings.window_sections import StageSettings, UiSettings

__all__ = [
    "AudioSettings",
    "Description",
    "MidiSettings",
    "MusicSettings",
    "OscSettings",
    "PageSettings",
    "RemoteSettings",
    "SchemaFieldsSettings",
    "SchemaRegistrySettings",
    "Settings",
    "SettingsError",
    "ShowSettings",
    "SoundsSettings",
    "SpareSettings",
    "StageSettings",
    "TalkSettings",
    "TopicsSettings",
    "TwitterSettings",
    "UiSettings",
    "UnfitValueError",
    "default_config_path",
    "describe",
    "load_settings",
    "setting_value",
]


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``kafka`` holds librdkafka's own names and values. It may hold passwords, so
    the repr leaves it out; to show or record settings use :meth:`redacted`."""

    show: ShowSettings = field(default_factory=ShowSettings)
    audio: AudioSettings = field(default_factory=AudioSettings)
    sounds: SoundsSettings = field(default_factory=SoundsSettings)
    music: MusicSettings = field(default_factory=MusicSettings)
    topics: TopicsSettings = field(default_factory=TopicsSettings)
    kafka: Mapping[str, str] = field(default_factory=dict, repr=False)
    schema_registry: SchemaRegistrySettings = field(default_factory=SchemaRegistrySettings)
    schema_registry_fields: SchemaFieldsSettings = field(default_factory=SchemaFieldsSettings)
    ui: UiSettings = field(default_factory=UiSettings)
    stage: StageSettings = field(default_factory=StageSettings)
    twitter: TwitterSettings = field(default_factory=TwitterSettings)
    mastodon: MastodonSettings = field(default_factory=MastodonSettings)
    bluesky: BlueskySettings = field(default_factory=BlueskySettings)
    twitch: TwitchSettings = field(default_factory=TwitchSettings)
    page: PageSettings = field(default_factory=PageSettings)
    midi: MidiSettings = field(default_factory=MidiSettings)
    clock: ClockSettings = field(default_factory=ClockSettings)
    osc: OscSettings = field(default_factory=OscSettings)
    remote: RemoteSettings = field(default_factory=RemoteSettings)
    talk: TalkSettings = field(default_factory=TalkSettings)
    spare: SpareSettings = field(default_factory=SpareSettings)
    keys: Mapping[str, str] = field(default_factory=dict)
    """``[keys]``: key -> action, "" for none."""
    config_path: Path | None = None
    """The file that was read; None if there is none."""

    def redacted(self) -> dict[str, dict[str, object]]:
        """Section -> key -> value, safe to show, log and record (plain JSON values)."""
        tables: dict[str, dict[str, object]] = {}
        for name in SECTIONS:
            table = dataclasses.asdict(getattr(self, attribute_of(name)))
            tables[name] = {
                key: redact(key, list(value) if isinstance(value, tuple) else value)
                for key, value in table.items()
            }
        tables[KEYS] = dict(sorted(self.keys.items()))
        tables["kafka"] = {key: redact(key, value) for key, value in sorted(self.kafka.items())}
        return tables


SECTIONS: Final[Mapping[str, Any]] = {
    "show": ShowSettings,
    "audio": AudioSettings,
    "sounds": SoundsSettings,
    "music": MusicSettings,
    "topics": TopicsSettings,
    "schema_registry": SchemaRegistrySettings,
    FIELDS: SchemaFieldsSettings,
    "ui": UiSettings,
    "stage": StageSettings,
    "twitter": TwitterSettings,
    "mastodon": MastodonSettings,
    "bluesky": BlueskySettings,
    "twitch": TwitchSettings,
    "page": PageSettings,
    "midi": MidiSettings,
    "clock": ClockSettings,
    "osc": OscSettings,
    "remote": RemoteSettings,
    "talk": TalkSettings,
    "spare": SpareSettings,
}
"""The sections with fixed keys; ``[kafka]`` accepts any key, ``[keys]`` any of the keyboard."""

KAFKA: Final = "kafka"
KEYS: Final = "keys"


def split_name(name: str) -> tuple[str, str]:
    """Section and key of a setting's dotted name."""
    if name.startswith(f"{FIELDS}."):
        return FIELDS, name.removeprefix(f"{FIELDS}.")
    section, _, key = name.partition(".")
    return section, key


def attribute_of(section: str) -> str:
    """The attribute of :class:`Settings` that holds a section."""
    return section.replace(".", "_")


@dataclass(frozen=True, slots=True)
class Description:
    """One setting, for the reference and the settings page. ``type`` is for people, ``right``
    states the limits, ``form``, ``edit`` and ``at_once`` are those of
    :func:`.option_field.option`."""

    section: str
    key: str
    type: str
    default: object
    help: Message
    form: Message
    right: Message
    variable: str
    label: Message
    unit: Message
    edit: str
    at_once: bool


def describe() -> Iterator[Description]:
    """Every setting with a fixed name, in the order of the sections."""
    for section, cls in SECTIONS.items():
        for item in dataclasses.fields(cls):
            kind: SettingKind = item.metadata["kind"]
            variable = f"MWK_{section.replace('.', '__')}__{item.name}".upper()
            yield Description(
                section,
                item.name,
                kind.name,
                item.default,
                item.metadata["help"],
                item.metadata["form"],
                kind.right,
                variable,
                item.metadata["label"],
                unit_of(item.name, item.metadata),
                item.metadata["edit"],
                item.metadata["at_once"],
            )


def setting_value(section: str, key: str, text: str) -> object:
    """Convert typed text to a setting's value.

    Raises
    ------
    UnfitValueError
        It does not fit; the message begins with "must be" or "must not".
    KeyError
        There is no such setting.
    """
    kind: SettingKind = SECTIONS[section].__dataclass_fields__[key].metadata["kind"]
    return kind.text(text)


def default_config_path() -> Path:
    """``mwk.toml`` in the platform's configuration folder (it need not exist)."""
    return platform.current.config_folder() / "mwk.toml"


def load_settings(
    config_path: Path | str | None = None,
    environ: Mapping[str, str] | None = None,
    flags: Mapping[str, object] | None = None,
) -> Settings:
    """Settings from the file, then the variables, then the flags; later ones win.

    Parameters
    ----------
    config_path : path, optional
        ``--config``, a file that must exist; else ``MWK_CONFIG``, likewise; else the platform's,
        if it is there.
    environ : mapping, optional
        The process's variables (``os.environ``); only ``MWK_*`` are used. None: none.
    flags : mapping, optional
        ``"show.window_ms"`` -> value (text or typed); None means that the flag was not given.

    Raises
    ------
    SettingsError
        A file cannot be read, a section or key is unknown, a value has the wrong type or is out of
        range. The message names file, variable or flag, and what would be right, but no secret.
    """
    environ = environ or {}
    given: list[Given] = []
    path = _config_file(config_path, environ)
    if path is not None:
        given += from_file(path)
    given += from_environ(environ)
    given += from_flags(flags or {})
    kafka: dict[str, str] = {}
    keys: dict[str, str] = {}
    tables: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    for item in given:
        if item.section not in tables and item.section not in (KAFKA, KEYS):
            raise _no_section(item)
        if not item.key:
            _must_be_table(item)
        elif item.section == KAFKA:
            kafka[item.key] = _library_value(item)
        elif item.section == KEYS:
            key, action = _key_and_action(item)
            keys[key] = action
        else:
            tables[item.section][item.key] = _value(item, SECTIONS[item.section])
    sections = {attribute_of(name): cls(**tables[name]) for name, cls in SECTIONS.items()}
    return Settings(**sections, kafka=kafka, keys=keys, config_path=path)


def _config_file(config_path: Path | str | None, environ: Mapping[str, str]) -> Path | None:
    if config_path is not None:
        return _expanded(str(config_path), "--config")
    if environ.get(CONFIG_VARIABLE):
        return _expanded(environ[CONFIG_VARIABLE], CONFIG_VARIABLE)
    path = default_config_path()
    return path if path.exists() else None


def _expanded(path: str, origin: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        text = message(
            "{what}: {path}: whose home folder that is, is unknown", what=origin, path=path
        )
        raise SettingsError(text) from None


def _no_section(item: Given) -> SettingsError:
    """The error for a key outside sections: often a valid key above the first ``[section]``."""
    owners = [name for name, cls in SECTIONS.items() if item.section in cls.__dataclass_fields__]
    if owners and not item.key:
        text = message("{what}: must stand under [{section}]", what=item.origin, section=owners[0])
        return SettingsError(text)
    return unknown_section(item, [*SECTIONS, KAFKA, KEYS])


def _must_be_table(item: Given) -> None:
    if item.value != {}:
        text = message(
            "{what}: must be a table, [{section}]", what=item.origin, section=item.section
        )
        raise SettingsError(text)


def _value(item: Given, section: Any) -> object:
    options = {option.name: option for option in dataclasses.fields(section)}
    if item.key not in options:
        raise unknown_key(item, list(options))
    metadata = options[item.key].metadata
    kind: SettingKind = metadata["kind"]
    try:
        text = item.textual and isinstance(item.value, str)
        value = kind.text(str(item.value)) if text else kind.typed(item.value)
    except UnfitValueError as problem:
        # The problem's text would repeat the value.
        secret = is_secret(item.key)
        what = message("must be {right}", right=kind.right) if secret else problem.message
        raise SettingsError(message("{what}: {problem}", what=item.origin, problem=what)) from None
    if metadata["path"] and isinstance(value, str) and value:
        return str(item.folder / _expanded(value, item.origin))
    return value


def _key_and_action(item: Given) -> tuple[str, str]:
    try:
        return key_name(item.key), key_action(item.value)
    except UnfitValueError as problem:
        text = message("{what}: {problem}", what=item.origin, problem=problem.message)
        raise SettingsError(text) from None


def _library_value(item: Given) -> str:
    try:
        return library_value(item.value)
    except UnfitValueError as problem:
        secret = is_secret(item.key)
        what = message("must be text or a number") if secret else problem.message
        raise SettingsError(message("{what}: {problem}", what=item.origin, problem=what)) from None

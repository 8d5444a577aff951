"""Every setting of the product: its name, its default, what it may be, and what it is for.

Three places give values, later ones win: ``mwk.toml`` (in the platform's configuration folder, or
``--config``), then variables (``MWK_SHOW__WINDOW_MS``), then flags. The result is immutable and
belongs to nobody: ``app`` hands it on. :func:`load_settings` reads, :func:`describe` feeds the
reference.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from mwk_desktop.show.settings_sources import (
    CONFIG_VARIABLE,
    Given,
    SettingsError,
    from_environ,
    from_file,
    from_flags,
    unknown,
)
from mwk_desktop.show.settings_values import (
    Kind,
    UnfitValueError,
    any_text,
    choice,
    hashtag_word,
    is_secret,
    library_value,
    many,
    number,
    redact,
    switch,
    whole,
    words,
)
from mwk_desktop.units import GRACE_MS, INSTRUMENTS, STRIPS, WINDOW_MS

__all__ = [
    "AudioSettings",
    "Description",
    "PageSettings",
    "Settings",
    "SettingsError",
    "ShowSettings",
    "SoundsSettings",
    "TopicsSettings",
    "TwitterSettings",
    "UiSettings",
    "UnfitValueError",
    "default_config_path",
    "describe",
    "load_settings",
    "setting_value",
]


def _option(default: Any, kind: Kind, help_text: str, *, path: bool = False) -> Any:
    """A field of a section: its default, what it may be, a sentence for the reference.

    ``path`` marks a file or folder: ``~`` is expanded, and in ``mwk.toml`` it is relative to that
    file.
    """
    secret = kind.name == "secret"
    metadata = {"kind": kind, "help": help_text, "path": path}
    return field(default=default, metadata=metadata, repr=not secret)


_SECRET_TEXT: Final = dataclasses.replace(any_text(), name="secret")
_USER: Final = words(r"[^\s@,]{1,100}", "a screen name without spaces")


def _screen_name(text: str) -> str:
    return text.strip().removeprefix("@")


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """``[show]``: the rules of the show that a presenter may bend."""

    window_ms: int = _option(
        WINDOW_MS, whole(100, 86_400_000), "How long the crowd votes for one scene."
    )
    grace_ms: int = _option(
        GRACE_MS, whole(0, 60_000), "How long after its end a window still takes votes, live."
    )
    top: int = _option(5, whole(1, STRIPS), "How many instruments make a scene.")
    quantize: str = _option(
        "bar", choice(("beat", "bar", "loop")), "The grid on which changes by hand land."
    )
    opening: tuple[str, ...] = _option(
        ("drum", "pad"),
        many(choice(INSTRUMENTS), f"a list of instruments ({', '.join(INSTRUMENTS)}), or none"),
        "What plays before the first scene; [] for silence.",
    )
    seed: int | None = _option(
        None,
        whole(-(2**63), 2**63 - 1, optional=True),
        "Seed of the draw of variations; unset, it is the recorded one, else 0 offline and a new "
        "one live.",
    )
    hashtag: str = _option("mwk", hashtag_word(), "The show's hashtag.")
    require_hashtag: bool = _option(False, switch(), "Count only tweets that hold the hashtag.")
    count_retweets: bool = _option(True, switch(), "Let retweets vote.")
    max_votes_per_user: int = _option(
        0, whole(0, 1_000_000), "Votes that count per user and window; 0 for no limit."
    )
    blocked: tuple[str, ...] = _option(
        (),
        many(_USER, "a list of screen names", clean=_screen_name),
        "Users whose tweets count nowhere.",
    )


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """``[audio]``: the sound card."""

    device: str = _option(
        "", any_text(), 'The output by name; "" for the system\'s default, "null" for silence.'
    )
    block_size: int = _option(256, whole(16, 8192), "Frames that the sound card asks for at once.")
    latency_ms: int = _option(40, whole(1, 1000), "Latency asked of the sound card.")
    visual_offset_ms: int = _option(
        0, whole(0, 300), "How much later than the computer the loudspeakers are heard (Bluetooth)."
    )


@dataclass(frozen=True, slots=True)
class SoundsSettings:
    """``[sounds]``: the music."""

    dir: str = _option(
        "", any_text(), 'Folder of the sound set; "" for the program\'s own.', path=True
    )


@dataclass(frozen=True, slots=True)
class TopicsSettings:
    """``[topics]``: names on the broker."""

    input: str = _option(
        "twitter_json",
        words(r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}", "a topic's name (letters, digits, . _ -)"),
        "The topic that the tweets come from.",
    )


@dataclass(frozen=True, slots=True)
class UiSettings:
    """``[ui]``: the two windows."""

    language: str = _option(
        "",
        words(r"(?:[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*)?", "a language such as en or fr"),
        'Language of the windows; "" for the system\'s.',
    )
    stage_screen: str = _option(
        "", any_text(), 'Name of the projector\'s screen; "" for the second one.'
    )
    reduced_motion: bool = _option(False, switch(), "Calmer windows: nothing pulses or slides.")
    scale: float = _option(1.0, number(0.5, 3.0), "Size of everything in the console.")
    pictures: bool = _option(
        True, switch(), "Fetch the pictures of the users that are shown; false: initials only."
    )


@dataclass(frozen=True, slots=True)
class TwitterSettings:
    """``[twitter]``: the Twitter/X filtered stream."""

    bearer_token: str = _option("", _SECRET_TEXT, "The token of the API (better in a variable).")
    bearer_token_file: str = _option("", any_text(), "A file that holds the token.", path=True)
    rule: str = _option(
        "",
        words(r"[^\x00-\x1f\x7f]{0,400}", "one line in the words of the API's rules"),
        "What a post must match besides the hashtag, such as -is:retweet or lang:fr.",
    )
    budget_usd: float = _option(
        0.0,
        number(0, 1_000_000),
        "Stop before the API has billed more than this in one run; 0 for no limit.",
    )
    usd_per_post: float = _option(
        0.005, number(0, 1000), "What the API bills for each post that it delivers."
    )
    usd_per_user: float = _option(
        0.01, number(0, 1000), "What the API bills for each author that comes with a post."
    )


@dataclass(frozen=True, slots=True)
class PageSettings:
    """``[page]``: the audience's voting page."""

    host: str = _option("", any_text(), 'Address to listen on; "" for all of this computer\'s.')
    port: int = _option(8080, whole(0, 65_535), "Port to listen on; 0 for a free one.")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``kafka`` holds librdkafka's own names and values; it may hold passwords, so it
    is never part of the repr: to show or record settings use :meth:`redacted`."""

    show: ShowSettings = field(default_factory=ShowSettings)
    audio: AudioSettings = field(default_factory=AudioSettings)
    sounds: SoundsSettings = field(default_factory=SoundsSettings)
    topics: TopicsSettings = field(default_factory=TopicsSettings)
    kafka: Mapping[str, str] = field(default_factory=dict, repr=False)
    ui: UiSettings = field(default_factory=UiSettings)
    twitter: TwitterSettings = field(default_factory=TwitterSettings)
    page: PageSettings = field(default_factory=PageSettings)
    config_path: Path | None = None
    """The file that was read; None where there is none."""

    def redacted(self) -> dict[str, dict[str, object]]:
        """Section -> key -> value as it may be shown, logged and recorded (plain JSON values)."""
        tables: dict[str, dict[str, object]] = {}
        for name in SECTIONS:
            table = dataclasses.asdict(getattr(self, name))
            tables[name] = {
                key: redact(key, list(value) if isinstance(value, tuple) else value)
                for key, value in table.items()
            }
        tables["kafka"] = {key: redact(key, value) for key, value in sorted(self.kafka.items())}
        return tables


SECTIONS: Final[Mapping[str, Any]] = {
    "show": ShowSettings,
    "audio": AudioSettings,
    "sounds": SoundsSettings,
    "topics": TopicsSettings,
    "ui": UiSettings,
    "twitter": TwitterSettings,
    "page": PageSettings,
}
"""The sections with fixed keys; ``[kafka]`` takes any."""

KAFKA: Final = "kafka"


@dataclass(frozen=True, slots=True)
class Description:
    """One line of the settings reference. ``type`` is for people, ``right`` says the limits."""

    section: str
    key: str
    type: str
    default: object
    help: str
    right: str
    variable: str


def describe() -> Iterator[Description]:
    """Every setting with a fixed name, in the order of the sections."""
    for section, cls in SECTIONS.items():
        for item in dataclasses.fields(cls):
            kind: Kind = item.metadata["kind"]
            variable = f"MWK_{section}__{item.name}".upper()
            yield Description(
                section,
                item.name,
                kind.name,
                item.default,
                item.metadata["help"],
                kind.right,
                variable,
            )


def setting_value(section: str, key: str, text: str) -> object:
    """A setting's value from text that somebody typed.

    Raises
    ------
    UnfitValueError
        It does not fit; the message begins with "must be" or "must not".
    KeyError
        There is no such setting.
    """
    kind: Kind = SECTIONS[section].__dataclass_fields__[key].metadata["kind"]
    return kind.text(text)


def default_config_path() -> Path:
    """``mwk.toml`` in the platform's configuration folder (it need not exist)."""
    import platformdirs

    return platformdirs.user_config_path("mwk", appauthor=False) / "mwk.toml"


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
        The process's variables (``os.environ``); only ``MWK_*`` are looked at. None: none.
    flags : mapping, optional
        ``"show.window_ms"`` -> value (text or typed); None means that the flag was not given.

    Raises
    ------
    SettingsError
        A file that cannot be read, an unknown section or key, a wrong type, a value out of range.
        The message names file, variable or flag, and what would be right, and no secret.
    """
    environ = environ or {}
    given: list[Given] = []
    path = _config_file(config_path, environ)
    if path is not None:
        given += from_file(path)
    given += from_environ(environ)
    given += from_flags(flags or {})
    kafka: dict[str, str] = {}
    tables: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    for item in given:
        if item.section not in tables and item.section != KAFKA:
            raise _no_section(item)
        if not item.key:
            _must_be_table(item)
        elif item.section == KAFKA:
            kafka[item.key] = _library_value(item)
        else:
            tables[item.section][item.key] = _value(item, SECTIONS[item.section])
    sections = {section: cls(**tables[section]) for section, cls in SECTIONS.items()}
    return Settings(**sections, kafka=kafka, config_path=path)


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
        raise SettingsError(f"{origin}: {path}: whose home folder that is, is unknown") from None


def _no_section(item: Given) -> SettingsError:
    """Often a right key that stands above the first ``[section]``."""
    owners = [name for name, cls in SECTIONS.items() if item.section in cls.__dataclass_fields__]
    if owners and not item.key:
        return SettingsError(f"{item.origin}: must stand under [{owners[0]}]")
    return unknown(item, "section", [*SECTIONS, KAFKA])


def _must_be_table(item: Given) -> None:
    if item.value != {}:
        raise SettingsError(f"{item.origin}: must be a table, [{item.section}]")


def _value(item: Given, section: Any) -> object:
    options = {option.name: option for option in dataclasses.fields(section)}
    if item.key not in options:
        raise unknown(item, "key", list(options))
    metadata = options[item.key].metadata
    kind: Kind = metadata["kind"]
    try:
        text = item.textual and isinstance(item.value, str)
        value = kind.text(str(item.value)) if text else kind.typed(item.value)
    except UnfitValueError as problem:
        # The problem's own words repeat the value.
        what = f"must be {kind.right}" if is_secret(item.key) else str(problem)
        raise SettingsError(f"{item.origin}: {what}") from None
    if metadata["path"] and isinstance(value, str) and value:
        return str(item.folder / _expanded(value, item.origin))
    return value


def _library_value(item: Given) -> str:
    try:
        return library_value(item.value)
    except UnfitValueError as problem:
        what = "must be text or a number" if is_secret(item.key) else str(problem)
        raise SettingsError(f"{item.origin}: {what}") from None

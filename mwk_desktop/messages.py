"""What the program says to people, as values: a key of a catalogue and its arguments.

A room that says something to people makes a :class:`Message`; the edge (a window, stderr, a JSON
line) renders it in a language. The key is the English text itself, as gettext has it, so
``str(message)`` needs no catalogue. Other languages are files in ``catalogues/``: ``fr.po`` to
edit, ``fr.mo`` compiled from it (``python -m mwk_desktop.catalogue --update``). Pure values, for
any thread or process.
"""

from __future__ import annotations

import gettext
import os
import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

SOURCE_LANGUAGE: Final = "en"
"""The language of the keys; every other language is a file in the catalogues' folder."""

CATALOGUES_DIR: Final = Path(__file__).parent / "catalogues"

_BARE: Final = re.compile(r"(\{\w+[^{}]*\}|\s)*")
"""A text without words of its own."""

Argument: TypeAlias = "str | int | float | date | Message"
"""An argument: text that is not translated (a name, an address), a figure, a date or time, or
another message. A whole number is a count and gets thousands separators; pass an identifier (a
port) as text."""

ISOLATED: Final = "\u2068{}\u2069"
"""Text of its own direction inside a sentence (Unicode's first strong isolate)."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say: a sentence, or a part of one.

    Attributes
    ----------
    key
        The English text with named placeholders: ``"Connecting to Kafka at {servers}."`` A
        placeholder may have a format (``{seconds:.1f}``).
    arguments
        The values of the placeholders. A message among them is rendered in the same language.
    plural_key
        The English text for counts other than one; empty if nothing is counted. The count is the
        argument ``count``.
    """

    key: str
    arguments: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    plural_key: str = ""

    def __str__(self) -> str:
        return render(self)

    def __bool__(self) -> bool:
        return bool(self.key)

    def __hash__(self) -> int:
        return hash((self.key, self.plural_key, tuple(sorted(map(str, self.arguments.items())))))

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return (Message, (self.key, dict(self.arguments), self.plural_key))


NOTHING: Final = Message("")
"""No message: false, and the empty text in every language."""


def message(key: str, /, **arguments: Any) -> Message:
    """Make a message. ``key`` must be a literal: it is collected from the sources."""
    return Message(key, arguments)


def plural_message(one: str, many: str, /, count: int, **arguments: Any) -> Message:
    """Make a message about a count; both texts must be literals, ``{count}`` is the count."""
    return Message(one, {"count": count, **arguments}, many)


def sentences(parts: Iterable[Message | str]) -> Message:
    """Join several sentences into one message; empty ones are left out."""
    kept = [part for part in parts if part]
    if len(kept) == 1 and isinstance(kept[0], Message):
        return kept[0]
    return _row(kept, " ")


def listing(parts: Iterable[Message | str], separator: str = ", ") -> Message:
    """Join parts of a sentence with a separator into one message."""
    return _row(list(parts), separator)


def _row(parts: list[Message | str], separator: str) -> Message:
    if not parts:
        return NOTHING
    names = [f"part{number}" for number in range(len(parts))]
    # Not a key of any catalogue: only placeholders and separators.
    key = separator.join(f"{{{name}}}" for name in names)
    return Message(key, dict(zip(names, parts, strict=True)))


def verbatim(text: str) -> Message:
    """Wrap text from outside (a library's error, a file's name) as a message."""
    return Message("{text}", {"text": text}) if text else NOTHING


def message_of(error: BaseException) -> Message:
    """The message that an error carries, else its text as it is."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Message) else verbatim(str(error) or type(error).__name__)


def render(text: Message | str, language: str = SOURCE_LANGUAGE) -> str:
    """Turn a message into text in a language; English if the catalogue lacks the key.

    Parameters
    ----------
    text
        The message; plain text comes back as it is.
    language
        A short name such as ``fr``.
    """
    if isinstance(text, str):
        return text
    if not text.key:
        return ""
    catalogue = _catalogue(language)
    if text.plural_key:
        pattern = catalogue.ngettext(text.key, text.plural_key, text.arguments["count"])
    else:
        pattern = catalogue.gettext(text.key)
    return _Renderer(language, pattern).vformat(pattern, (), text.arguments)


def languages() -> tuple[str, ...]:
    """English and every language that has a catalogue."""
    return (SOURCE_LANGUAGE, *sorted(path.stem for path in CATALOGUES_DIR.glob("*.mo")))


def is_complete(language: str, folder: Path = CATALOGUES_DIR) -> bool:
    """Whether a language's catalogue claims to have every sentence (for its developers)."""
    path = folder / f"{language}.po"
    return "Complete." in path.read_text(encoding="utf-8").partition("\n")[0]


def own_name(language: str) -> str:
    """What a language calls itself: ``Deutsch``."""
    return _catalogue(language).pgettext("this language's name for itself", "English")


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return _catalogue(language).pgettext("direction of writing: ltr or rtl", "ltr") == "rtl"


def language_of(wanted: str, environ: Mapping[str, str] | None = None) -> str:
    """The language for a wish: ``fr`` for ``fr``, ``fr_CH``...; English where we have no other.

    Parameters
    ----------
    wanted
        The setting; empty: what the system speaks.
    environ
        The process's variables, by which a system says so.
    """
    env = os.environ if environ is None else environ
    if not wanted:
        # As gettext reads them; LANGUAGE is a list, the best first.
        named = (env.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        wanted = next(filter(None, named), "")
        if wanted not in ("", "C", "POSIX") and not wanted.startswith("C."):
            wanted = env.get("LANGUAGE", "").partition(":")[0] or wanted
    short = wanted.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return short if short in languages() else SOURCE_LANGUAGE


def accepted_language(header: str) -> str:
    """The language that a browser prefers of those we have (``Accept-Language``, RFC 9110);
    English if it states none."""
    best, best_quality = SOURCE_LANGUAGE, 0.0
    for part in header[:200].split(","):
        tag, _, more = part.strip().partition(";")
        primary = tag.strip().lower().partition("-")[0]
        if primary == "*":
            primary = SOURCE_LANGUAGE
        if primary not in languages():
            continue
        quality = 1.0
        if more.strip().startswith("q="):
            try:
                quality = float(more.strip()[2:])
            except ValueError:
                continue
        if best_quality < quality <= 1.0:
            best, best_quality = primary, quality
    return best


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    path = CATALOGUES_DIR / f"{language}.mo"
    if language == SOURCE_LANGUAGE or not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


class _Renderer(string.Formatter):
    """Fills placeholders; writes figures and times as the language does.

    Between words that run from right to left, names, paths and figures are isolated: otherwise
    their signs and the words around them would change places on the screen.
    """

    def __init__(self, language: str, pattern: str) -> None:
        self._language = language
        # What stands alone has no neighbours.
        self._isolates = is_right_to_left(language) and _BARE.fullmatch(pattern) is None

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Message):
            return render(value, self._language)
        text = self._plain_field(value, format_spec)
        return ISOLATED.format(text) if self._isolates and text else text

    def _plain_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, date):
            return value.strftime(format_spec or _moment_format(value, self._language))
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return format(value, format_spec)
        text = format(value, format_spec or ("," if isinstance(value, int) else ""))
        return localize_figure(text, self._language)


def localize_figure(figure: str, language: str) -> str:
    """Rewrite an English figure (``1,234.5``) with a language's own separators."""
    return figure.translate(_marks(language))


@cache
def _marks(language: str) -> Mapping[int, str]:
    # A sample figure is translated like any text: a catalogue brings its own separators.
    sample = _catalogue(language).pgettext("how figures are written", "1,234.5")
    thousands, _, decimal = sample.removeprefix("1").removesuffix("5").partition("234")
    return str.maketrans({",": thousands, ".": decimal})


def _moment_format(moment: date, language: str) -> str:
    catalogue = _catalogue(language)
    if isinstance(moment, datetime):
        return catalogue.pgettext("how a moment is written, for strftime", "%Y-%m-%d %H:%M")
    return catalogue.pgettext("how a day is written, for strftime", "%Y-%m-%d")


def duration(ms: float) -> Message:
    """A length of time in a fitting unit: ``0.3 s``, ``2 min``, ``5 h``, ``3 days``."""
    seconds = ms / 1000
    if seconds < 90:
        return message("{seconds:.1f} s", seconds=seconds)
    if seconds < 5400:
        return message("{minutes:.0f} min", minutes=seconds / 60)
    hours = seconds / 3600
    if hours < 48:
        return message("{hours:.0f} h", hours=hours)
    return plural_message("{count} day", "{count} days", count=round(hours / 24))

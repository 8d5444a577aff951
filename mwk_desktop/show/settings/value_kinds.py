"""Kinds of setting values: their limits, and how text becomes a value.

``mwk.toml`` gives typed values, variables and flags give text or typed values; both end as the same
plain Python values or as a :class:`UnfitValueError` that says what would be right.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mwk_desktop.messages import NOTHING, Message, message

_TRUE: Final = frozenset({"true", "yes", "on", "1"})
_FALSE: Final = frozenset({"false", "no", "off", "0"})
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,18}")
_SECRET: Final = re.compile(r"password|passphrase|secret|token|credential|oauthbearer|\bkey\b")
_LOGIN_IN_URL: Final = re.compile(r"(?<=//)[^/@\s]*:[^/@\s]*(?=@)")

HIDDEN: Final = "***"


class UnfitValueError(ValueError):
    """A value that does not fit; ``message`` begins with "must be" or "must not"."""

    def __init__(self, text: Message) -> None:
        super().__init__(text)
        self.message = text


def must_be(right: Message, value: object) -> Message:
    """The message about a wrong value."""
    return message("must be {right}, is {value}", right=right, value=shown(value))


@dataclass(frozen=True, slots=True)
class SettingKind:
    """A kind of setting value. ``name`` is for the reference, ``right`` completes "must be ...".

    ``typed`` checks and converts a typed value (from TOML, or a flag that argparse has converted),
    ``text`` the text of a variable or a flag; both raise :class:`UnfitValueError`.
    """

    name: str
    right: Message
    typed: Callable[[object], object]
    text: Callable[[str], object]


def whole(least: int, most: int, *, optional: bool = False) -> SettingKind:
    """A whole number from ``least`` to ``most``; if optional, "" and "none" mean None."""
    right = message("a whole number from {least} to {most}", least=str(least), most=str(most))

    def typed(value: object) -> object:
        if optional and (value is None or value in ("", "none")):
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise UnfitValueError(must_be(right, value))
        return value

    def text(value: str) -> object:
        stripped = value.strip()
        if optional and stripped.lower() in ("", "none"):
            return None
        return typed(int(stripped) if _INTEGER.fullmatch(stripped) else value)

    return SettingKind("whole number", right, typed, text)


def number(least: float, most: float) -> SettingKind:
    """A finite number from ``least`` to ``most``."""
    right = message("a number from {least:g} to {most:g}", least=least, most=most)

    def typed(value: object) -> object:
        # The comparison refuses nan and inf as well.
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not least <= value <= most
        ):
            raise UnfitValueError(must_be(right, value))
        return float(value)

    def text(value: str) -> object:
        try:
            converted = float(value)
        except ValueError:
            return typed(value)
        return typed(converted if math.isfinite(converted) else value)

    return SettingKind("number", right, typed, text)


def switch() -> SettingKind:
    """True or false."""
    right = message("true or false")

    def typed(value: object) -> object:
        if not isinstance(value, bool):
            raise UnfitValueError(must_be(right, value))
        return value

    def text(value: str) -> object:
        word = value.strip().lower()
        if word in _TRUE or word in _FALSE:
            return word in _TRUE
        return typed(value)

    return SettingKind("true/false", right, typed, text)


def words(pattern: str, right: Message) -> SettingKind:
    """Text that a regular expression matches as a whole."""
    matcher = re.compile(pattern)

    def typed(value: object) -> object:
        if not isinstance(value, str) or matcher.fullmatch(value) is None:
            raise UnfitValueError(must_be(right, value))
        return value

    return SettingKind("text", right, typed, typed)


def hashtag_word() -> SettingKind:
    """A hashtag, with or without ``#``; stored without."""
    plain = words(r"#?\w{1,100}", message("a hashtag: letters, digits and _"))

    def typed(value: object) -> object:
        return str(plain.typed(value)).removeprefix("#")

    return SettingKind("text", plain.right, typed, typed)


def any_text() -> SettingKind:
    """Any text without control characters (a NUL in a path or a device name is a mistake)."""
    return words(r"[^\x00-\x1f\x7f]*", message("text in quotes"))


def secret_text() -> SettingKind:
    """Text that is never shown, logged or recorded."""
    return replace(any_text(), name="secret")


def choice(options: Sequence[str], why: Message = NOTHING) -> SettingKind:
    """One of a few words; ``why`` completes "must be" where the words alone do not say enough."""
    right = why or message("one of {choices}", choices=", ".join(options))

    def typed(value: object) -> object:
        if not isinstance(value, str) or value.strip().lower() not in options:
            raise UnfitValueError(must_be(right, value))
        return value.strip().lower()

    return SettingKind(" / ".join(options), right, typed, typed)


def many(
    item: SettingKind, right: Message, *, clean: Callable[[str], str] = str.strip
) -> SettingKind:
    """A list of texts without repetitions; ``none`` and ``[]`` mean an empty list.

    As text: separated by commas, or in TOML's own form.
    """

    def typed(value: object) -> object:
        if isinstance(value, str):
            return text(value)
        if not isinstance(value, list | tuple | frozenset | set):
            raise UnfitValueError(must_be(right, value))
        items: list[str] = []
        for member in value:
            cleaned = clean(member) if isinstance(member, str) else member
            try:
                converted = item.typed(cleaned)
            except UnfitValueError as unfit:
                problem = message(
                    "must be {right}; {value} is not one", right=right, value=shown(member)
                )
                raise UnfitValueError(problem) from unfit
            if isinstance(converted, str) and converted not in items:
                items.append(converted)
        return tuple(items)

    def text(value: str) -> object:
        stripped = value.strip()
        if stripped.lower() in ("", "none"):
            return ()
        if stripped.startswith("["):
            try:
                members = tomllib.loads(f"value = {stripped}")["value"]
            except tomllib.TOMLDecodeError:
                raise UnfitValueError(must_be(right, value)) from None
            return typed(members)
        return typed([member for member in stripped.split(",") if member.strip()])

    return SettingKind("list", right, typed, text)


def library_value(value: object) -> str:
    """A value of ``[kafka]`` as librdkafka's configuration writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        if "\x00" in value:
            raise UnfitValueError(message("must not hold a NUL character"))
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and math.isfinite(value):
        return str(int(value)) if value.is_integer() else repr(value)
    raise UnfitValueError(must_be(message("text, a number, true or false"), value))


def is_secret(key: str) -> bool:
    """Whether a key names something that must not be logged, shown or recorded."""
    return _SECRET.search(key.lower().replace("_", ".")) is not None


def redact(key: str, value: object) -> object:
    """The value made safe to show: secrets become ``***``, and so does a login in an address."""
    if is_secret(key) and value not in ("", None):
        return HIDDEN
    if isinstance(value, str):
        return _LOGIN_IN_URL.sub(HIDDEN, value)
    return value


def shown(value: object) -> str:
    """A wrong value for a message: short, as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, str):
        text = value if len(value) <= 40 else f"{value[:37]}..."
        return (
            f'"{text.encode("unicode_escape").decode("ascii") if not text.isprintable() else text}"'
        )
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."

"""Reads and writes the records of the result topics, in the original show's formats.

``charts`` ``{"charts": [{"sound": "drum", "count": 7}, ...]}``, ``sounds`` ``{"sounds":
["drum/drum2.flac", ...]}``, ``users`` ``{"name", "imgUri", "tweetCount"}`` and ``user-message``
``{"name", "message"}``, both with the screen name as key. What a schema made of a value has the
same fields, in any case and with or without ``_``. Pure; no Kafka client is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from mwk_desktop.messages import message
from mwk_desktop.records.schema_fields import plain_name
from mwk_desktop.units import INSTRUMENTS

_NAMES: Final = {
    plain_name(name): name
    for name in ("charts", "sound", "count", "sounds", "name", "tweetCount", "imgUri", "message")
}


class ResultError(ValueError):
    """A record does not have its topic's format; the argument is a :class:`Message`."""


class _Sound(msgspec.Struct):
    sound: str
    count: int


class _Charts(msgspec.Struct):
    charts: list[_Sound]


class _Sounds(msgspec.Struct):
    sounds: list[str]


class UserResult(msgspec.Struct, frozen=True):
    """A line of the leaderboard."""

    name: str
    tweets: int = msgspec.field(name="tweetCount")
    image_url: str | None = msgspec.field(name="imgUri", default=None)


class MessageResult(msgspec.Struct, frozen=True, gc=False):
    """A message as screens show it."""

    name: str
    message: str


def charts_value(votes: Mapping[str, int]) -> dict[str, Any]:
    """``charts``: votes per instrument, in rank order."""
    return {"charts": [{"sound": name, "count": count} for name, count in votes.items()]}


def sounds_value(clips: Sequence[str]) -> dict[str, Any]:
    """``sounds``: the clips of a scene, in rank order."""
    return {"sounds": list(clips)}


def user_value(name: str, image_url: str, tweets: int) -> dict[str, Any]:
    """``users``: a line of the leaderboard."""
    return {"name": name, "imgUri": image_url, "tweetCount": tweets}


def message_value(name: str, text: str) -> dict[str, Any]:
    """``user-message``."""
    return {"name": name, "message": text}


def read_charts(value: object) -> dict[str, int]:
    """Votes per instrument of a ``charts`` record; unknown names are left out.

    Raises
    ------
    ResultError
        Another shape.
    """
    rows: list[_Sound] = _read(value, _Charts, '{"charts": [{"sound": "drum", "count": 7}]}').charts
    return {row.sound: row.count for row in rows if row.sound in INSTRUMENTS and row.count > 0}


def read_sounds(value: object) -> list[str]:
    """Clip names of a ``sounds`` record, unchanged. Raises as :func:`read_charts`."""
    found: list[str] = _read(value, _Sounds, '{"sounds": ["drum/drum2.flac"]}').sounds
    return found


def read_user(value: object) -> UserResult:
    """A ``users`` record. Raises as :func:`read_charts`."""
    right = '{"name": "monty", "imgUri": "...", "tweetCount": 88}'
    found: UserResult = _read(value, UserResult, right)
    return found


def read_message(value: object) -> MessageResult:
    """A ``user-message`` record. Raises as :func:`read_charts`."""
    found: MessageResult = _read(value, MessageResult, '{"name": "monty", "message": "drum #mwk"}')
    return found


def _read(value: object, kind: Any, right: str) -> Any:
    if value is None:
        raise ResultError(
            message("a record without a value; right would be {example}", example=right)
        )
    try:
        if isinstance(value, bytes):
            return msgspec.json.decode(value, type=kind)
        return msgspec.convert(_renamed(value), kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ResultError(
            message("{problem}; right would be {example}", problem=str(error), example=right)
        ) from None


def _renamed(value: object) -> object:
    """What a schema made of a value, with the names of the fields above."""
    if isinstance(value, dict):
        return {_NAMES.get(plain_name(name), name): _renamed(each) for name, each in value.items()}
    return [_renamed(each) for each in value] if isinstance(value, list) else value

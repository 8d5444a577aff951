"""Decodes a record's bytes to a tweet, and computes a record's event time.

A tweet is the UpperCamelCase ``TwitterStatus`` of Kafka Connect's Twitter source. It has a string
``Text`` and a non-empty ``User.ScreenName``; everything else is optional, and a field of a
wrong type counts as missing. A Connect envelope ``{"schema": ..., "payload": ...}`` is unwrapped.

Two paths: nearly every record fits the strict structs below (about 1.1 us for 0.9 KB, because
msgspec skips what they do not name); anything else is parsed in full by the standard library and
read leniently. Both are pure functions for any thread.

Text from outside may hold halves of surrogate pairs: a program that counts in UTF-16 cut a message
in the middle of an emoji. A half that is written as an escape like ``\\ud83d`` is not a character:
it becomes U+FFFD and the rest of the tweet counts (:func:`well_formed`). Bytes that are not UTF-8,
however, make the record malformed if they are in a field that is read.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Final, Protocol

import msgspec

from mwk_desktop.messages import Message, message
from mwk_desktop.records.record_types import DecodeError, Headers, Tweet
from mwk_desktop.units import EARLIEST_EVENT_MS, LATEST_EVENT_MS

MOST_REASONS: Final = 5
"""How many malformed records :func:`decode_tweets` explains; all are counted."""

_INT64_MAX: Final = 2**63 - 1

FRAMED: Final = message("framed by a Schema Registry: set [schema_registry] url")
"""What is wrong with a value that begins with a schema's number, where no schemas are known."""

_FRAME_BYTES: Final = 5
_NO_SCHEMA: Final = "\0" * 5
"""Registries number schemas from 1."""

_MARK: Final = "\ufeff"
_OTHER_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

# Identifiers and times go into 64-bit columns; a larger number is not an identifier.
_Int64 = Annotated[int, msgspec.Meta(ge=-_INT64_MAX, le=_INT64_MAX)]


class _User(msgspec.Struct, gc=False):
    ScreenName: str
    Name: str | None = None
    ProfileImageURL: str | None = None


class _Status(msgspec.Struct, gc=False):
    Text: str | None = None
    User: _User | None = None
    Id: _Int64 | None = None
    CreatedAt: _Int64 | None = None
    Retweet: bool | None = None
    # Raw only stores the value's position: a Connect schema is larger than its payload.
    schema: msgspec.Raw = msgspec.Raw()
    payload: msgspec.Raw = msgspec.Raw()


_decode_status: Final = msgspec.json.Decoder(_Status).decode


class ValueDecoder(Protocol):
    """Decodes values that are not plain JSON, because it knows their schemas."""

    def begin(self) -> None:
        """More values follow: look again for schemas that were not known."""

    def with_framing(
        self, value: bytes | str | None, headers: Headers | None
    ) -> bytes | str | None:
        """The value as :meth:`decode` reads it, where a header says which schema it has."""

    def takes(self, value: bytes | str | None) -> bool:
        """Whether a value is one of these."""

    def decode(self, value: bytes | str) -> Tweet:
        """Decode such a value; raises :class:`DecodeError` if it is no tweet."""


def decode_tweet(value: bytes | str | None, schemas: ValueDecoder | None = None) -> Tweet:
    """Decode the value of a record.

    Parameters
    ----------
    value
        UTF-8 JSON, with or without a byte-order mark, as bytes or as text (with bytes that are not
        UTF-8 as surrogates, as in surrogateescape); None is a tombstone.
    schemas
        Decodes values with a schema; None: no schema is known.

    Returns
    -------
    Tweet
        ``name`` and ``image_url`` are ``""`` and ``id`` and ``created_at_ms`` are None if missing,
        of a wrong type, or beyond 64 bits.

    Raises
    ------
    DecodeError
        If the value is anything else.
    """
    if value is None:
        raise DecodeError(message("a tombstone, no value"))
    if schemas is not None and schemas.takes(value):
        return schemas.decode(value)
    try:
        status = _decode_status(value)
    except (ValueError, RecursionError):
        bare = _without_byte_order_mark(value)
        if len(bare) == len(value):
            return _decode_leniently(value)
        try:
            status = _decode_status(bare)
        except (ValueError, RecursionError):
            return _decode_leniently(bare)
        value = bare
    text = status.Text
    if text is None:
        # An envelope, or no tweet. A Connect converter that was left on wraps every record, so
        # envelopes must not need the slow lenient path.
        return _unwrap(status, value)
    user = status.User
    if user is None or not user.ScreenName:
        raise DecodeError(message("no User.ScreenName"))
    return Tweet(
        status.Id,
        user.ScreenName,
        user.Name or "",
        user.ProfileImageURL or "",
        text,
        status.CreatedAt,
        status.Retweet is True,
    )


def decode_tweets(
    values: Iterable[bytes | str | None], schemas: ValueDecoder | None = None
) -> tuple[list[Tweet | None], list[tuple[int, Message]]]:
    """Decode many values like :func:`decode_tweet`, without one call and one exception for each.

    Parameters
    ----------
    values, schemas
        As for :func:`decode_tweet`.

    Returns
    -------
    tweets : list of Tweet or None
        One per value; None if it is no tweet.
    reasons : list of (int, Message)
        Index and reason of the first few that are no tweets: a flood of garbage must not fill the
        memory.
    """
    tweets: list[Tweet | None] = []
    reasons: list[tuple[int, Message]] = []
    append, decode = tweets.append, _decode_status
    if schemas is not None:
        values = list(values)
        if any(map(schemas.takes, values)):
            return _decode_each(values, schemas)
    for value in values:
        if value is not None:
            try:
                status = decode(value)
            except (ValueError, RecursionError):
                pass
            else:
                user, text = status.User, status.Text
                if user is not None and text is not None and user.ScreenName:
                    append(
                        Tweet(
                            status.Id,
                            user.ScreenName,
                            user.Name or "",
                            user.ProfileImageURL or "",
                            text,
                            status.CreatedAt,
                            status.Retweet is True,
                        )
                    )
                    continue
        try:
            append(decode_tweet(value))
        except DecodeError as error:
            if len(reasons) < MOST_REASONS:
                reasons.append((len(tweets), error.reason))
            append(None)
    return tweets, reasons


def _decode_each(
    values: Iterable[bytes | str | None], schemas: ValueDecoder
) -> tuple[list[Tweet | None], list[tuple[int, Message]]]:
    """:func:`decode_tweets` where some values have a schema."""
    tweets: list[Tweet | None] = []
    reasons: list[tuple[int, Message]] = []
    for value in values:
        try:
            if value is not None and schemas.takes(value):
                tweets.append(schemas.decode(value))
            else:
                tweets.append(decode_tweet(value))
        except DecodeError as error:
            if len(reasons) < MOST_REASONS:
                reasons.append((len(tweets), error.reason))
            tweets.append(None)
    return tweets, reasons


def are_event_times(times_ms: Sequence[int]) -> bool:
    """Whether all times (at least one) are possible event times: from 2006 to 2099."""
    return min(times_ms) >= EARLIEST_EVENT_MS and max(times_ms) <= LATEST_EVENT_MS


def event_time_ms(timestamp_ms: int, created_at_ms: int | None, arrival_ms: int) -> int | None:
    """The event time of a record, by the show's rule.

    The record's timestamp; if that is missing or impossible (before 2006 or after 2099), the
    tweet's ``CreatedAt`` (under the same condition); else the arrival. A record with an arrival
    time (live, or recorded by us) cannot be from the future: a later time is replaced by its
    arrival.

    Parameters
    ----------
    timestamp_ms
        The record's own timestamp, any integer (-1: missing).
    created_at_ms
        ``CreatedAt`` of the decoded tweet; None if it has none or the record is no tweet.
    arrival_ms
        Wall clock when the record was received; -1: unknown. A time after 2099 counts as unknown.

    Returns
    -------
    int or None
        Milliseconds since the epoch; None if the record has no usable time.
    """
    if arrival_ms > LATEST_EVENT_MS:
        arrival_ms = -1
    if are_event_times((timestamp_ms,)):
        event_ms = timestamp_ms
    elif created_at_ms is not None and are_event_times((created_at_ms,)):
        event_ms = created_at_ms
    else:
        return arrival_ms if arrival_ms >= 0 else None
    return arrival_ms if 0 <= arrival_ms < event_ms else event_ms


def _unwrap(status: _Status, value: bytes | str) -> Tweet:
    """The tweet inside a Connect envelope that the strict structs could read."""
    payload = bytes(status.payload)
    if not bytes(status.schema) or not payload.startswith(b"{"):
        return _decode_leniently(value)
    try:
        inner = _decode_status(payload)
    except (ValueError, RecursionError):
        return _decode_leniently(value)
    user = inner.User
    if inner.Text is None or user is None or not user.ScreenName:
        return _decode_leniently(value)
    return Tweet(
        inner.Id,
        user.ScreenName,
        user.Name or "",
        user.ProfileImageURL or "",
        inner.Text,
        inner.CreatedAt,
        inner.Retweet is True,
    )


def well_formed(text: str) -> str:
    """Replace each surrogate pair by its character and each lone surrogate by U+FFFD.

    This is the rule of the web's USVString (infra.spec.whatwg.org,
    "convert a string into a scalar value string").
    """
    if _is_text(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decode_leniently(value: bytes | str) -> Tweet:
    """Read a status whose optional fields may be of any type."""
    # Decoded here, because json.loads would guess UTF-16 and UTF-32 from bytes. Broken bytes in a
    # field that is not read are harmless: the strict structs skip them too.
    source = value if isinstance(value, str) else value.decode("utf-8", "surrogateescape")
    # If the source has no surrogates, those in the result were written as escapes.
    has_broken_bytes = not _is_text(source)
    status = _parse(source)
    if not isinstance(status, dict):
        raise DecodeError(message("not a JSON object"))
    if not isinstance(status.get("Text"), str) and "schema" in status and "payload" in status:
        status = status["payload"]
        if isinstance(status, str):  # a string converter behind a JSON converter
            status = _parse(status.removeprefix(_MARK))
        if not isinstance(status, dict):
            raise DecodeError(message("a Connect envelope whose payload is not an object"))
    text = status.get("Text")
    if not isinstance(text, str):
        raise DecodeError(message("no Text"))
    user = status.get("User")
    screen_name = user.get("ScreenName") if isinstance(user, dict) else None
    if not isinstance(user, dict) or not isinstance(screen_name, str) or not screen_name:
        raise DecodeError(message("no User.ScreenName"))
    if has_broken_bytes and not (_is_text(text) and _is_text(screen_name)):
        raise DecodeError(message("not UTF-8"))
    return Tweet(
        int64_or_none(status.get("Id")),
        well_formed(screen_name),
        _text_or_empty(user.get("Name"), has_broken_bytes),
        _text_or_empty(user.get("ProfileImageURL"), has_broken_bytes),
        well_formed(text),
        _time_or_none(status.get("CreatedAt")),
        status.get("Retweet") is True,
    )


def _without_byte_order_mark(value: bytes | str) -> bytes | str:
    if isinstance(value, str):
        return value.removeprefix(_MARK)
    return value.removeprefix(codecs.BOM_UTF8)


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_int=_parse_int, strict=False)
    except RecursionError:
        raise DecodeError(message("JSON nested too deeply")) from None
    except ValueError:
        raise DecodeError(_why_no_json(text)) from None


def _why_no_json(text: str) -> Message:
    encoding = _other_encoding(text)
    if encoding:
        return message("{encoding} text, not UTF-8", encoding=encoding)
    if text.startswith("\0") and len(text) > _FRAME_BYTES and not text.startswith(_NO_SCHEMA):
        return FRAMED
    return message("not JSON") if _is_text(text) else message("not UTF-8")


def _other_encoding(text: str) -> str:
    """``UTF-16`` or ``UTF-32`` if the value looks like that, by its byte-order mark or its zero
    bytes."""
    try:
        head = text[:16].encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return ""
    encoding = json.detect_encoding(head)
    if not encoding.startswith(("utf-16", "utf-32")):
        return ""
    begins = head[: len(head) // 4 * 4].decode(encoding, "ignore").lstrip(_MARK + " \t\r\n")
    if head.startswith(_OTHER_MARKS) or begins[:1] in ("{", "[", '"'):
        return encoding[:6].upper()
    return ""


def _parse_int(digits: str) -> int | None:
    # int() rejects thousands of digits; one absurd field must not cost the whole tweet.
    return int(digits) if len(digits) <= 20 else None


def _is_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _text_or_empty(field: object, has_broken_bytes: bool) -> str:
    if not isinstance(field, str) or (has_broken_bytes and not _is_text(field)):
        return ""
    return well_formed(field)


def int64_or_none(field: object) -> int | None:
    """The value if it is a whole number of 64 bits, else None."""
    if isinstance(field, int) and not isinstance(field, bool) and abs(field) <= _INT64_MAX:
        return field
    return None


def _time_or_none(field: object) -> int | None:
    # Some serialisers write a long as 1.52345001E12, which is still a whole number of milliseconds.
    if isinstance(field, float) and field.is_integer():
        return int64_or_none(int(field))
    return int64_or_none(field)

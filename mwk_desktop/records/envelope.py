"""One line of a recording: the envelope that ``kcat -C -J`` prints, in both directions.

``{"topic","partition","offset","tstype","ts","broker","headers":[k,v,...],"key","payload"}``. Bytes
that are not UTF-8 are written in base64 as ``key_b64``, ``payload_b64``, ``headers_b64`` (kcat
writes them raw: such a line is JSON only if read with surrogateescape). Our recorder adds
``arrival_ms``. Pure functions for any thread.
"""

from __future__ import annotations

import binascii
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, UnsetType

from mwk_desktop.records.record_types import Record
from mwk_desktop.units import LATEST_EVENT_MS

_INT64_MAX: Final = 2**63 - 1
_Int64 = Annotated[int, msgspec.Meta(ge=-_INT64_MAX, le=_INT64_MAX)]
_Int32 = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)]

NO_TIME: Final = "unknown"
"""``tstype`` of a record without a timestamp; kcat then prints ``"ts":0``, which is not a time."""

PRODUCER_TIME: Final = "create"
BROKER_TIME: Final = "logappend"
"""``tstype`` of a record stamped by its producer, or by its broker (LogAppendTime)."""


class EnvelopeHead(msgspec.Struct, gc=False):
    """The fields that decide a record's position; all others are skipped without unescaping."""

    topic: str
    partition: _Int32 = -1
    offset: _Int64 = -1
    ts: _Int64 = -1
    tstype: str = ""
    arrival_ms: _Int64 = -1


class EnvelopeLine(msgspec.Struct, gc=False):
    """The fields that a replay needs. Text may contain surrogates where kcat wrote raw bytes."""

    topic: str
    partition: _Int32 = -1
    offset: _Int64 = -1
    ts: _Int64 = -1
    tstype: str = ""
    payload: str | None = None
    payload_b64: str | None = None
    arrival_ms: _Int64 = -1
    headers: list[str | None] | None = None
    headers_b64: list[str | None] | None = None


class FullEnvelopeLine(EnvelopeLine, gc=False):
    """All fields of a line: nothing of the record is lost."""

    key: str | None = None
    key_b64: str | None = None


class _OutputLine(msgspec.Struct, gc=False):
    """The fields in kcat's order; UNSET ones are omitted."""

    topic: str
    partition: int
    offset: int
    tstype: str
    ts: int
    broker: int = -1
    headers: list[str | None] | UnsetType = UNSET
    headers_b64: list[str | None] | UnsetType = UNSET
    key: str | UnsetType | None = UNSET
    key_b64: str | UnsetType = UNSET
    payload: str | UnsetType | None = UNSET
    payload_b64: str | UnsetType = UNSET
    arrival_ms: int | UnsetType = UNSET


decode_line: Final = msgspec.json.Decoder(FullEnvelopeLine).decode
"""Decode one strict line; raises ValueError or RecursionError. :func:`read_line` is the lenient
one."""

_decode_heads: Final = msgspec.json.Decoder(EnvelopeHead).decode_lines
_decode_lines: Final = msgspec.json.Decoder(EnvelopeLine).decode_lines
_decode_full_lines: Final = msgspec.json.Decoder(FullEnvelopeLine).decode_lines
"""Decode many strict lines at once (blank ones are skipped); one bad line fails the whole call."""

encode_lines: Final = msgspec.json.Encoder().encode_lines
"""Encode prepared lines (:func:`out_lines`) to bytes, each ending in a newline."""


def read_line(line: bytes) -> FullEnvelopeLine | None:
    """Read one line, including kcat's raw bytes.

    Parameters
    ----------
    line
        Bytes without the newline.

    Returns
    -------
    FullEnvelopeLine or None
        None if the line is no envelope: not JSON, no topic, or a partition that is not a number.
        Any other field of a wrong type counts as missing.
    """
    try:
        return decode_line(line)
    except (ValueError, RecursionError):
        return _read_leniently(line)


def strict_heads(chunk: bytes | bytearray | memoryview) -> list[EnvelopeHead]:
    """Read the heads of a chunk of whole lines.

    Raises
    ------
    ValueError, RecursionError
        If a line is no envelope or the strict decoder cannot read it; then use :func:`read_lines`.
    """
    heads = _decode_heads(chunk)
    _check_one_a_line(len(heads), chunk)
    return heads


def _check_one_a_line(count: int, chunk: bytes | bytearray | memoryview) -> None:
    """Raise ValueError if a value spans lines: the decoder accepts that, but we count lines."""
    import numpy as np  # late: the recorder's process never reads

    # Six times faster than bytes.count: 0.05 us a line.
    lines = int(np.count_nonzero(np.frombuffer(chunk, np.uint8) == 0x0A))
    lines += len(chunk) > 0 and chunk[-1] != 0x0A
    if lines != count and sum(1 for line in bytes(chunk).split(b"\n") if line.strip()) != count:
        raise ValueError("a value of several lines")


def read_lines(
    chunk: bytes | bytearray | memoryview, *, full: bool = False
) -> list[EnvelopeLine | None]:
    """Read a chunk of whole lines.

    Parameters
    ----------
    chunk
        Lines that end in a newline (the last one may not).
    full
        Read all fields (into :class:`FullEnvelopeLine`), not only those that a replay needs.

    Returns
    -------
    list of EnvelopeLine or None
        In the order of the chunk, None for an unreadable line; blank lines are skipped.
    """
    try:
        lines = _decode_full_lines(chunk) if full else _decode_lines(chunk)
        _check_one_a_line(len(lines), chunk)
        return list(lines)
    except (ValueError, RecursionError):
        return [read_line(line) for line in bytes(chunk).split(b"\n") if line.strip()]


def line_value(line: EnvelopeLine) -> bytes | str | None:
    """The record's value for decoding a tweet; text if the line has text."""
    if line.payload_b64 is None:
        return line.payload
    return _from_b64(line.payload_b64)


def line_headers(line: EnvelopeLine) -> tuple[tuple[str, bytes | None], ...]:
    """The record's headers, byte for byte."""
    coded = line.headers_b64
    if coded is not None:
        raw = [None if item is None else _from_b64(item) for item in coded]
    elif line.headers:
        raw = [_to_bytes(item) for item in line.headers]
    else:
        return ()
    return tuple(
        ((name or b"").decode("utf-8", "surrogateescape"), value)
        for name, value in zip(raw[::2], raw[1::2], strict=False)
    )


def line_timestamp_ms(line: EnvelopeLine | EnvelopeHead) -> int:
    """The record's timestamp in ms; -1 if it has none."""
    return -1 if line.ts <= 0 and line.tstype == NO_TIME else line.ts


def line_arrival_ms(line: EnvelopeLine | EnvelopeHead) -> int:
    """When the recorder received the record, in ms; -1 if unknown or after 2099."""
    return line.arrival_ms if line.arrival_ms <= LATEST_EVENT_MS else -1


def line_record(line: FullEnvelopeLine) -> Record:
    """The record that a line represents, byte for byte."""
    return Record(
        topic=line.topic,
        partition=line.partition,
        offset=line.offset,
        timestamp_ms=line_timestamp_ms(line),
        key=_to_bytes(line.key) if line.key_b64 is None else _from_b64(line.key_b64),
        value=_to_bytes(line.payload) if line.payload_b64 is None else _from_b64(line.payload_b64),
        headers=line_headers(line),
        arrival_ms=line.arrival_ms,
        log_append=line.tstype == BROKER_TIME,
    )


def out_lines(records: Sequence[Record]) -> list[_OutputLine]:
    """Prepare records for :data:`encode_lines`."""
    if any(record.headers for record in records):
        return list(map(out_line, records))
    try:
        # Without a call for each: nearly all records are text and have no headers.
        return [
            _OutputLine(
                record.topic,
                record.partition,
                record.offset,
                NO_TIME
                if record.timestamp_ms == -1
                else BROKER_TIME
                if record.log_append
                else PRODUCER_TIME,
                record.timestamp_ms,
                -1,
                UNSET,
                UNSET,
                None if record.key is None else record.key.decode(),
                UNSET,
                None if record.value is None else record.value.decode(),
                UNSET,
                UNSET if record.arrival_ms == -1 else record.arrival_ms,
            )
            for record in records
        ]
    except UnicodeDecodeError:
        return list(map(out_line, records))


def out_line(record: Record) -> _OutputLine:
    """Prepare a record for :data:`encode_lines`."""
    timestamp_ms = record.timestamp_ms
    out = _OutputLine(
        record.topic,
        record.partition,
        record.offset,
        NO_TIME if timestamp_ms == -1 else BROKER_TIME if record.log_append else PRODUCER_TIME,
        timestamp_ms,
    )
    key = record.key
    try:
        out.key = None if key is None else key.decode()
    except UnicodeDecodeError:
        out.key_b64 = b64encode(key or b"").decode("ascii")
    value = record.value
    try:
        out.payload = None if value is None else value.decode()
    except UnicodeDecodeError:
        out.payload_b64 = b64encode(value or b"").decode("ascii")
    if record.headers:
        _put_headers(out, record.headers)
    if record.arrival_ms != -1:
        out.arrival_ms = record.arrival_ms
    return out


def _put_headers(out: _OutputLine, headers: tuple[tuple[str, bytes | None], ...]) -> None:
    try:
        texts: list[str | None] = []
        for name, value in headers:
            name.encode()
            texts += (name, None if value is None else value.decode())
        out.headers = texts
    except UnicodeError:
        coded: list[str | None] = []
        for name, value in headers:
            raw_name = name.encode("utf-8", "surrogateescape")
            coded.append(b64encode(raw_name).decode("ascii"))
            coded.append(None if value is None else b64encode(value).decode("ascii"))
        out.headers_b64 = coded


def _read_leniently(line: bytes) -> FullEnvelopeLine | None:
    try:
        # Python's parser, because it accepts the surrogates that stand for raw bytes.
        text = line.decode("utf-8", "surrogateescape")
        # Windows editors begin a file with a byte-order mark.
        envelope = json.loads(text.removeprefix("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None
    if not isinstance(envelope, dict) or not isinstance(envelope.get("topic"), str):
        return None
    partition = _whole(envelope.get("partition", -1))
    offset = _whole(envelope.get("offset", -1))
    if partition is None or not -(2**31) <= partition < 2**31 or offset is None:
        return None
    ts = _whole(envelope.get("ts"))
    tstype = envelope.get("tstype")
    arrival_ms = _whole(envelope.get("arrival_ms"))
    return FullEnvelopeLine(
        topic=envelope["topic"],
        partition=partition,
        offset=offset,
        ts=-1 if ts is None else ts,
        tstype=tstype if isinstance(tstype, str) else "",
        payload=_text(envelope.get("payload")),
        payload_b64=_string(envelope.get("payload_b64")),
        arrival_ms=-1 if arrival_ms is None else arrival_ms,
        key=_text(envelope.get("key")),
        key_b64=_string(envelope.get("key_b64")),
        headers=_texts(envelope.get("headers")),
        headers_b64=_texts(envelope.get("headers_b64")),
    )


def _whole(field: object) -> int | None:
    if isinstance(field, int) and not isinstance(field, bool) and abs(field) <= _INT64_MAX:
        return field
    return None


def _string(field: object) -> str | None:
    return field if isinstance(field, str) else None


def _text(field: Any) -> str | None:
    # kcat with a deserialiser (-s value=avro) and jq's fromjson leave an object instead of text.
    if field is None or isinstance(field, str):
        return field
    return json.dumps(field, ensure_ascii=False)


def _texts(field: object) -> list[str | None] | None:
    return [_text(item) for item in field] if isinstance(field, list) else None


def _to_bytes(text: str | None) -> bytes | None:
    if text is None:
        return None
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # an escaped lone surrogate, which no bytes represent
        return text.encode("utf-8", "surrogatepass")


def _from_b64(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""  # a lost value is not a tombstone: it counts as a broken record

"""Reads ``--since``: where a show begins that has read nothing yet. Pure.

A clock time means the latest moment in the past at which local clocks showed it. In the hour that
occurs twice in an autumn night, that is the second one once it has come; a time that is skipped in
a spring night was last shown the day before.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Final

from mwk_desktop.messages import NOTHING, Message, message

# ListOffsets takes these in the place of a time (KIP-79): one request for all partitions.
EARLIEST_OFFSET: Final = -2
LATEST_OFFSET: Final = -1

_DAYS_BACK: Final = 4
"""How many days are searched for a clock time: one may lack it (spring), and one may be missing as
a whole (a country that crosses the date line)."""

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 9000


class SinceError(ValueError):
    """Not a valid start; the argument is a :class:`Message` without the option's name."""


@dataclass(frozen=True, slots=True)
class Since:
    """Where a show begins: ``t_ms``, or the beginning of the topic, or now.

    ``note`` tells the user which of two possible moments was taken; empty if there was one.
    """

    t_ms: int
    note: Message = field(default=NOTHING, compare=False)

    @property
    def is_time(self) -> bool:
        """Whether it is a time and not the beginning or end of the topic."""
        return self.t_ms >= 0


BEGINNING: Final = Since(EARLIEST_OFFSET)
NOW: Final = Since(LATEST_OFFSET)


def parse_since(text: str, now_ms: int, zone: tzinfo | None = None) -> Since:
    """Read ``--since``: ``beginning``, ``now``, or a time.

    A time is ISO 8601 (``2018-04-11T14:30``, local where it names no zone), ``HH:MM`` or
    ``HH:MM:SS`` (the latest one not in the future), or milliseconds since the epoch.

    Parameters
    ----------
    zone
        Where the clocks are; None: the system's zone.

    Raises
    ------
    SinceError
        It is none of these, in the future, before 1970, or a moment that no clock here showed.
    """
    word = text.strip()
    if word in ("beginning", "now"):
        return BEGINNING if word == "beginning" else NOW
    try:
        if word.isdecimal() and len(word) >= 12:
            found = [int(word)]
        elif "-" in word:
            local = datetime.fromisoformat(word)
            if not _FIRST_YEAR <= local.year <= _LAST_YEAR:  # beyond what clocks can be asked for
                raise SinceError(_out_of_range(text, local.year < _FIRST_YEAR))
            found = _moments(local, zone)
        else:
            clock = datetime.strptime(word, "%H:%M:%S" if word.count(":") == 2 else "%H:%M")
            found = _last_shown(clock, now_ms, zone)
    except SinceError:
        raise
    except ValueError:
        raise SinceError(
            message(
                "{text} is neither beginning, now, nor a time such as 20:15 or 2018-04-11T20:15",
                text=repr(text),
            )
        ) from None
    if not found:
        raise SinceError(
            message("{text}: no clock here showed that, it was turned forward", text=repr(text))
        )
    past = [t_ms for t_ms in found if 0 <= t_ms <= now_ms]
    if not past:
        raise SinceError(_out_of_range(text, max(found) < 0))
    note = NOTHING
    if len(found) > 1:
        note = message(
            "{text} came twice that night; the show begins at {moment}.",
            text=word,
            moment=_in_words(max(past), zone),
        )
    return Since(max(past), note)


def _out_of_range(text: str, old: bool) -> Message:
    if old:
        return message("{text} is before 1970: no record is that old", text=repr(text))
    return message("{text} is in the future", text=repr(text))


def _last_shown(clock: datetime, now_ms: int, zone: tzinfo | None) -> list[int]:
    """The moments, in milliseconds, of the latest day on which a clock has shown this time."""
    today = datetime.fromtimestamp(now_ms / 1000, zone).date()
    # Where a clock was turned back over midnight, tomorrow's date has been here already.
    for days in range(-1, _DAYS_BACK):
        day = today - timedelta(days=days)
        found = _moments(datetime.combine(day, clock.time()), zone)
        if found and min(found) <= now_ms:
            return found
    return []


def _moments(local: datetime, zone: tzinfo | None) -> list[int]:
    """When clocks show ``local``: once, twice (turned back), or never (turned forward)."""
    if local.tzinfo is not None:
        return [_milliseconds(local)]
    moments = set()
    for fold in (0, 1):
        t_ms = _milliseconds(local.replace(tzinfo=zone, fold=fold))
        shown = datetime.fromtimestamp(t_ms / 1000, zone).replace(tzinfo=None, fold=0)
        if abs(shown - local) < timedelta(milliseconds=1):
            moments.add(t_ms)
    return sorted(moments)


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _in_words(t_ms: int, zone: tzinfo | None) -> str:
    """``2026-10-25 02:15:00 +0100``, with the offset that tells the two apart."""
    if zone is None:
        return time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(t_ms / 1000))
    return datetime.fromtimestamp(t_ms / 1000, zone).strftime("%Y-%m-%d %H:%M:%S %z")

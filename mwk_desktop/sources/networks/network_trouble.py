"""What can go wrong between us and a network, and how long to wait before the next try."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import Message, message

MOST_WAIT_S: Final = 64.0
"""An audience does not wait longer for a server that is back."""
MOST_ASKED_S: Final = 960.0
"""A server that asks for a longer pause than this is asked again after this one."""


class NetworkTroubleError(Exception):
    """A connection that could not be made, or has ended.

    Attributes
    ----------
    sentence
        What happened, for people.
    wait_s
        How long the server asks us to wait; None if it does not say.
    is_final
        Waiting does not help: a person has to correct something.
    """

    def __init__(
        self, sentence: Message, *, wait_s: float | None = None, is_final: bool = False
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.wait_s = wait_s
        self.is_final = is_final


class ReconnectWaits:
    """The waits before the next connections: at once, then 1 s, doubling up to 64 s."""

    def __init__(self) -> None:
        self._failures = 0

    def reset(self) -> None:
        """Begin with the shortest wait again, because something was received."""
        self._failures = 0

    def next_wait_s(self, trouble: NetworkTroubleError) -> float:
        """Seconds until the next try; each call counts as one failure."""
        failures, self._failures = self._failures, self._failures + 1
        if trouble.wait_s is not None:
            return min(max(trouble.wait_s, 1.0), MOST_ASKED_S)
        return 0.0 if failures == 0 else min(2.0 ** (failures - 1), MOST_WAIT_S)


def asked_wait_s(headers: Mapping[str, str], now_ms: int | None = None) -> float | None:
    """How long a server asks us to wait, from ``Retry-After`` (RFC 9110: seconds or a date) or
    Mastodon's ``X-RateLimit-Reset`` (ISO 8601); None if it does not say."""
    now_s = (wall_ms() if now_ms is None else now_ms) / 1000
    after = headers.get("Retry-After", "").strip()
    if after.isascii() and after.isdigit() and len(after) < 9:
        return float(after)
    try:
        if after:
            moment = parsedate_to_datetime(after)
        else:
            moment = datetime.fromisoformat(headers.get("X-RateLimit-Reset", ""))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(moment.timestamp() - now_s, 0.0)
    except (ValueError, OverflowError):
        return None


def trouble_of_status(network: str, status: int, headers: Mapping[str, str]) -> NetworkTroubleError:
    """What an HTTP answer other than 200 means."""
    code = str(status)
    if status in (401, 403):
        return NetworkTroubleError(
            message("{network} refuses the access token ({code}).", network=network, code=code),
            is_final=True,
        )
    if status == 429:
        return NetworkTroubleError(
            message("{network} says: too many requests ({code}).", network=network, code=code),
            wait_s=asked_wait_s(headers) or MOST_WAIT_S,
        )
    if status >= 500:
        return NetworkTroubleError(
            message("{network} is in trouble ({code}).", network=network, code=code),
            wait_s=asked_wait_s(headers),
        )
    return NetworkTroubleError(
        message(
            "{network} does not know what we ask for ({code}): is the server's name right?",
            network=network,
            code=code,
        ),
        is_final=True,
    )

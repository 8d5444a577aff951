"""Describes problems with the X API and how long to wait after each.

Pure except for reading an error response; used on the Twitter source's thread.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import Message, message

if TYPE_CHECKING:
    import requests

MOST_TEXT: Final = 300
"""Most characters of a server's text that are repeated."""


class TroubleKind(StrEnum):
    """The kind of problem: some end by themselves, some only people can fix."""

    CLOSED = "closed"
    NETWORK = "network"
    SERVER = "server"
    RATE = "rate"
    RULES_GONE = "rules gone"
    TOKEN_REFUSED = "token refused"
    DENIED = "denied"
    RULE_REFUSED = "rule refused"


FINAL: Final = frozenset([TroubleKind.TOKEN_REFUSED, TroubleKind.DENIED, TroubleKind.RULE_REFUSED])


@dataclass(frozen=True, slots=True)
class TwitterTrouble:
    """Why a connection ended. ``retry_after_s``: the wait that the server asks for, in seconds."""

    kind: TroubleKind
    sentence: Message
    retry_after_s: float | None = None


class TwitterError(Exception):
    """A request to the API failed."""

    def __init__(self, trouble: TwitterTrouble) -> None:
        super().__init__(trouble.sentence)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class RateLimit:
    """The API's count of our requests: ``remaining`` of ``limit`` in 15 minutes are left."""

    limit: int
    remaining: int
    reset_s: float
    """When the limit is reset, in seconds since the epoch."""


class Backoff:
    """How long to wait before the next connection, based on the API's advice.

    Network: at once, then 0.25 s more each time, up to 16 s. Stream closed by the server: 1 s,
    doubling up to 16 s. Server error: 5 s, doubling up to 80 s (the API advises 320 s, too long for
    an audience to wait for a server that is back). Too many requests or connections: as the server
    says, else 60 s, doubling up to 15 min. A line from the stream resets all waits.
    """

    def __init__(self) -> None:
        self._failures = 0
        self._kind: TroubleKind | None = None

    def reset(self) -> None:
        self._failures = 0

    def wait_s(self, trouble: TwitterTrouble) -> float:
        """Seconds until the next try; each call counts as one failure."""
        kind = trouble.kind
        if kind != self._kind:
            self._failures, self._kind = 0, kind
        failures = self._failures
        self._failures += 1
        if trouble.retry_after_s is not None:
            return min(trouble.retry_after_s, 960.0)
        doubled = 2.0 ** min(failures, 10)
        if kind is TroubleKind.NETWORK:
            return min(0.25 * failures, 16.0)
        if kind is TroubleKind.CLOSED:
            return min(doubled, 16.0)
        if kind is TroubleKind.RATE:
            return min(60.0 * doubled, 900.0)
        return min(5.0 * doubled, 80.0)


def trouble_of(answer: requests.Response) -> TwitterTrouble:
    """The problem that an error response means."""
    status = answer.status_code
    reason = _server_text(answer)

    def trouble(
        kind: TroubleKind, what: Message, retry_after_s: float | None = None
    ) -> TwitterTrouble:
        sentence = message("{what} ({status}).", what=what, status=str(status))
        if reason:
            sentence = message(
                "{what} ({status}): {said}", what=what, status=str(status), said=_full_stop(reason)
            )
        return TwitterTrouble(kind, sentence, retry_after_s)

    if status == 401:
        return trouble(TroubleKind.TOKEN_REFUSED, message("X refuses the token"))
    if status == 402:
        what = message("X says that the account has no credits left")
        return trouble(TroubleKind.DENIED, what)
    if status == 403:
        return trouble(TroubleKind.DENIED, message("X does not let this token read the stream"))
    if status == 409:
        return trouble(TroubleKind.RULES_GONE, message("X says that the stream has no rule"))
    if status in (420, 429):
        retry_after_s = _retry_after_s(answer)
        what = message("X limits our requests")
        if retry_after_s is None:
            what = message("X takes no more connections")
        return trouble(TroubleKind.RATE, what, retry_after_s)
    if status in (400, 404, 422):
        return trouble(TroubleKind.RULE_REFUSED, message("X refuses the request"))
    return trouble(TroubleKind.SERVER, message("X has trouble"), _retry_after_s(answer))


def rate_limit_of(answer: requests.Response) -> RateLimit | None:
    """The rate limit in the headers of an answer."""
    headers = answer.headers
    try:
        return RateLimit(
            int(headers["x-rate-limit-limit"]),
            int(headers["x-rate-limit-remaining"]),
            float(headers["x-rate-limit-reset"]),
        )
    except (KeyError, ValueError):
        return None


def disconnect_reason(line: dict[str, Any]) -> str:
    """The reason that the server sends before it closes the stream; empty if it sends none."""
    errors = line.get("errors")
    if "data" in line or not isinstance(errors, list):
        return ""
    return _printable("; ".join(_error_text(each) for each in errors))


def _retry_after_s(answer: requests.Response) -> float | None:
    """How long the server asks to wait, in seconds, by the server's clock if it sends its time."""
    headers = answer.headers
    try:
        if "retry-after" in headers:
            return max(0.0, float(headers["retry-after"]))
        found = rate_limit_of(answer)
        if found is None or found.remaining > 0:
            # Requests are left, so the limit is on connections, for which the server gives no time.
            return None
        now_s = wall_ms() / 1000
        if "date" in headers:
            now_s = parsedate_to_datetime(headers["date"]).timestamp()
    except (ValueError, TypeError):
        return None
    return max(0.0, found.reset_s - now_s) + 1.0


def _server_text(answer: requests.Response) -> str:
    """The server's error text, shortened to one line."""
    import requests  # late: until it connects, a source needs no network library
    import urllib3

    try:
        body = next(answer.iter_content(4096), b"")
        problem = json.loads(body)
    except (requests.RequestException, ValueError, RuntimeError, urllib3.exceptions.HTTPError):
        return ""
    if not isinstance(problem, dict):
        return ""
    errors = problem.get("errors")
    if isinstance(errors, list) and errors:
        return _printable("; ".join(_error_text(each) for each in errors))
    return _printable(_error_text(problem))


def _error_text(problem: object) -> str:
    if not isinstance(problem, dict):
        return str(problem)
    details = problem.get("details")
    if isinstance(details, list) and details:
        return "; ".join(str(each) for each in details)
    for key in ("detail", "message", "title"):
        if isinstance(problem.get(key), str) and problem[key]:
            return str(problem[key])
    return ""


def _printable(text: str) -> str:
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= MOST_TEXT else line[: MOST_TEXT - 1] + "…"


def rule_refused(value: str, errors: list[Any]) -> TwitterTrouble:
    """The problem of a rule that the API refuses."""
    why = _printable("; ".join(_error_text(error) for error in errors))
    if not why:
        sentence = message("X refuses the rule {rule} without a reason.", rule=repr(value))
    else:
        sentence = message(
            "X refuses the rule {rule}: {said}", rule=repr(value), said=_full_stop(why)
        )
    return TwitterTrouble(TroubleKind.RULE_REFUSED, sentence)


def _full_stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def network_trouble(error: Exception) -> TwitterTrouble:
    """The problem of a network error, without its own text: that contains addresses, objects and
    sometimes a header."""
    import requests

    if isinstance(error, requests.Timeout):
        what = message("X does not answer.")
    elif isinstance(error, requests.exceptions.SSLError):
        what = message("The connection to X is not safe (its certificate).")
    elif isinstance(error, requests.ConnectionError):
        what = message("X cannot be reached over this network.")
    else:
        what = message("The connection to X failed ({error}).", error=type(error).__name__)
    return TwitterTrouble(TroubleKind.NETWORK, what)

"""The X API (v2) through tweepy: our rule, one filtered-stream connection, and why it ended.

Thread: all of it runs on the Twitter source's thread and waits for the network, except
:meth:`StreamConnection.abort`, which any thread may call.

tweepy reconnects by itself, but it sleeps up to 320 s and cannot be interrupted, ends forever at
the first exception in a handler, and writes the token to its debug log. So each
:class:`StreamConnection` is one connection: it ends at the first problem, reports it, and the
source decides what to do. tweepy's log is switched off.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Final, Protocol

import requests
import tweepy
import urllib3

from mwk_desktop.messages import message
from mwk_desktop.sources.twitter_trouble import (
    RateLimit,
    TroubleKind,
    TwitterError,
    TwitterTrouble,
    network_trouble,
    rate_limit_of,
    rule_refused,
    trouble_of,
)

TAG: Final = "mwk"
"""Marks our rules; all other rules belong to other programs."""

CONNECT_S: Final = 10.0

TWEET_FIELDS: Final = [
    "created_at",
    "lang",
    "author_id",
    "source",
    "referenced_tweets",
    "note_tweet",
]
USER_FIELDS: Final = ["name", "username", "profile_image_url"]

_log = logging.getLogger(__name__)


class _Session(requests.Session):
    """A session with a timeout on every request, for connecting and for silence while reading."""

    def __init__(self, silence_s: float) -> None:
        super().__init__()
        self._silence_s = silence_s

    def request(self, *args: Any, **more: Any) -> requests.Response:
        more["timeout"] = (CONNECT_S, self._silence_s)
        return super().request(*args, **more)


class Listener(Protocol):
    """Receives a connection's events, on the thread of :meth:`StreamConnection.listen`."""

    def on_open(self) -> None:
        """The stream is connected."""

    def on_alive(self) -> None:
        """A sign of life without a post."""

    def on_line(self, line: bytes) -> None:
        """A line with a post or with a message from the server."""

    def on_rate_limit(self, found: RateLimit) -> None:
        """A response's headers contained the rate limit."""


class StreamConnection(tweepy.StreamingClient):  # type: ignore[misc]
    """One connection to the filtered stream, and the requests about its rules.

    Parameters
    ----------
    token
        The bearer token; no message shows it.
    listener
        Receives all events; exceptions in it are logged and do no harm.
    silence_s
        Seconds without any data after which the connection counts as dead (the server sends a sign
        of life every 20 s).
    prepare
        Changes the new client before its first request (tests redirect it to their own server).
    """

    def __init__(
        self,
        token: str,
        listener: Listener,
        *,
        silence_s: float,
        prepare: Callable[[tweepy.StreamingClient], None] | None = None,
    ) -> None:
        super().__init__(token, max_retries=0)
        logging.getLogger("tweepy").setLevel(logging.CRITICAL + 1)
        self.session = _Session(silence_s)
        self.session.hooks["response"].append(self._on_answer)
        self._listener = listener
        self._silence_s = silence_s
        self._answer: requests.Response | None = None
        self._end_reason: TwitterTrouble | None = None
        self._aborted = False
        self._opened = False
        if prepare is not None:
            prepare(self)

    # -- rules ------------------------------------------------------------------------------

    def ensure_rule(self, value: str) -> str:
        """Make ``value`` our only rule and return its number. Rules of other programs stay
        unchanged.

        Raises
        ------
        TwitterError
            If the token or the rule is refused, or the server cannot be reached now.
        """
        rules = self._request_rules(self.get_rules).data or []
        ours = [rule for rule in rules if rule.tag == TAG]
        kept = next((rule for rule in ours if rule.value == value), None)
        stale = [rule.id for rule in ours if rule is not kept]
        if stale:
            self._request_rules(lambda: self.delete_rules(stale))
        if kept is not None:
            return str(kept.id)
        added = self._request_rules(lambda: self.add_rules(tweepy.StreamRule(value, TAG)))
        if added.data:
            return str(added.data[0].id)
        for error in added.errors:
            # The same rule under another program's tag delivers the same posts; leave it unchanged.
            if error.get("title") == "DuplicateRule" and error.get("id"):
                return str(error["id"])
        raise TwitterError(rule_refused(value, added.errors))

    def _request_rules(self, request: Callable[[], Any]) -> Any:
        """Make a request about rules and check its answer."""
        try:
            return request()
        except tweepy.HTTPException as error:
            raise TwitterError(trouble_of(error.response)) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            trouble = TwitterTrouble(
                TroubleKind.SERVER, message("X's answer about the rules cannot be read.")
            )
            raise TwitterError(trouble) from None
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise TwitterError(network_trouble(error)) from None

    # -- the stream -------------------------------------------------------------------------

    def listen(self) -> TwitterTrouble | None:
        """Listen until the connection ends; returns why it ended, or None after :meth:`abort`."""
        if not self._aborted:
            self.filter(
                expansions=["author_id"], tweet_fields=TWEET_FIELDS, user_fields=USER_FIELDS
            )
        if self._aborted:
            return None
        return self._end_reason or TwitterTrouble(
            TroubleKind.CLOSED, message("X closed the stream.")
        )

    def abort(self) -> None:
        """End :meth:`listen` at once (any thread)."""
        self._aborted = True
        self.disconnect()
        answer = self._answer
        if answer is not None and answer.raw is not None:
            try:
                answer.raw.shutdown()
            except Exception as error:  # already closed, or a transport without a socket
                _log.debug("the stream's socket was not shut: %s", error)

    def _on_answer(self, answer: requests.Response, *_args: Any, **_more: Any) -> None:
        self._answer = answer
        found = rate_limit_of(answer)
        if found is not None:
            self._safely(lambda: self._listener.on_rate_limit(found))

    def on_connect(self) -> None:
        if self._opened or self._aborted:  # tweepy would reconnect at once, endlessly
            self.disconnect()
            return
        self._opened = True
        self._safely(self._listener.on_open)

    def on_keep_alive(self) -> None:
        self._safely(self._listener.on_alive)

    def on_data(self, raw_data: bytes) -> None:
        """Replaces tweepy's method, whose models raise if a field is missing."""
        self._safely(lambda: self._listener.on_line(raw_data))

    def on_closed(self, response: requests.Response) -> None:
        self._end(TwitterTrouble(TroubleKind.CLOSED, message("X closed the stream.")))

    def on_request_error(self, status_code: int) -> None:
        if self._answer is not None:
            self._end(trouble_of(self._answer))

    def on_connection_error(self) -> None:
        # The details are in the log; here only the kind of problem matters.
        if self._opened:
            what = message(
                "The stream broke off, or was silent for {seconds:g} s.", seconds=self._silence_s
            )
        else:
            what = message("X cannot be reached over this network.")
        self._end(TwitterTrouble(TroubleKind.NETWORK, what))

    def on_exception(self, exception: Exception) -> None:
        _log.debug("the stream ended", exc_info=exception)
        self._end(network_trouble(exception))

    def on_disconnect(self) -> None:
        """Do nothing: :meth:`listen` returns the reason."""

    def _end(self, trouble: TwitterTrouble) -> None:
        if self._end_reason is None:
            self._end_reason = trouble
        self.disconnect()

    def _safely(self, tell: Callable[[], None]) -> None:
        try:
            tell()
        except Exception:  # tweepy would end the stream forever
            _log.exception("a line of the stream was not dealt with")

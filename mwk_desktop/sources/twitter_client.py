"""The X API (v2) through tweepy: our rule, one connection of the filtered stream, what went wrong.

Thread: everything here runs on the Twitter source's thread and waits for the network, except
:meth:`StreamConnection.abort`, which any thread may call.

tweepy reconnects by itself, but sleeps up to 320 s without listening to anybody, ends for good at
the first exception of a handler, and writes the token to its debug log. So each
:class:`StreamConnection` is one connection: it ends at the first trouble, tells which, and the
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
"""Marks our rules; all others belong to other programs."""

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
    """A session whose every request has a timeout: connecting, and silence while reading."""

    def __init__(self, silence_s: float) -> None:
        super().__init__()
        self._silence_s = silence_s

    def request(self, *args: Any, **more: Any) -> requests.Response:
        more["timeout"] = (CONNECT_S, self._silence_s)
        return super().request(*args, **more)


class Listener(Protocol):
    """What a connection tells, on the thread of :meth:`StreamConnection.listen`."""

    def on_open(self) -> None:
        """The stream is connected."""

    def on_alive(self) -> None:
        """A sign of life without a post."""

    def on_line(self, line: bytes) -> None:
        """A line with a post, or with something the server has to say."""

    def on_rate_limit(self, found: RateLimit) -> None:
        """The headers of an answer held the rate limit."""


class StreamConnection(tweepy.StreamingClient):  # type: ignore[misc]
    """One connection of the filtered stream, and the requests about its rules.

    Parameters
    ----------
    token
        The bearer token; no message shows it.
    listener
        Told of all that comes; what it raises is logged and harms nothing.
    silence_s
        Without even a sign of life for this long the connection counts as dead (the server sends
        one every 20 s).
    prepare
        Changes the new client before its first request (a test sends it to a server of its own).
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
        self._trouble: TwitterTrouble | None = None
        self._aborted = False
        self._opened = False
        if prepare is not None:
            prepare(self)

    # -- rules ------------------------------------------------------------------------------

    def ensure_rule(self, value: str) -> str:
        """Make ``value`` our only rule; others' rules stay as they are. Returns its number.

        Raises
        ------
        TwitterError
            The token or the rule is refused, or the server cannot be asked now.
        """
        rules = self._ask(self.get_rules).data or []
        ours = [rule for rule in rules if rule.tag == TAG]
        kept = next((rule for rule in ours if rule.value == value), None)
        stale = [rule.id for rule in ours if rule is not kept]
        if stale:
            self._ask(lambda: self.delete_rules(stale))
        if kept is not None:
            return str(kept.id)
        added = self._ask(lambda: self.add_rules(tweepy.StreamRule(value, TAG)))
        if added.data:
            return str(added.data[0].id)
        for error in added.errors:
            # The same rule under another's tag brings the same posts; it is not ours to change.
            if error.get("title") == "DuplicateRule" and error.get("id"):
                return str(error["id"])
        raise TwitterError(rule_refused(value, added.errors))

    def _ask(self, request: Callable[[], Any]) -> Any:
        """A request about rules."""
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
        """Listen until the connection ends; why it did, or None after :meth:`abort`."""
        if not self._aborted:
            self.filter(
                expansions=["author_id"], tweet_fields=TWEET_FIELDS, user_fields=USER_FIELDS
            )
        if self._aborted:
            return None
        return self._trouble or TwitterTrouble(TroubleKind.CLOSED, message("X closed the stream."))

    def abort(self) -> None:
        """End :meth:`listen` at once (any thread)."""
        self._aborted = True
        self.disconnect()
        answer = self._answer
        if answer is not None and answer.raw is not None:
            try:
                answer.raw.shutdown()
            except Exception as error:  # gone already, or a transport that has no such thing
                _log.debug("the stream's socket was not shut: %s", error)

    def _on_answer(self, answer: requests.Response, *_args: Any, **_more: Any) -> None:
        self._answer = answer
        found = rate_limit_of(answer)
        if found is not None:
            self._safely(lambda: self._listener.on_rate_limit(found))

    def on_connect(self) -> None:
        if self._opened or self._aborted:  # tweepy would connect again at once, without end
            self.disconnect()
            return
        self._opened = True
        self._safely(self._listener.on_open)

    def on_keep_alive(self) -> None:
        self._safely(self._listener.on_alive)

    def on_data(self, raw_data: bytes) -> None:
        """Instead of tweepy's, whose models raise where a field is missing."""
        self._safely(lambda: self._listener.on_line(raw_data))

    def on_closed(self, response: requests.Response) -> None:
        self._end(TwitterTrouble(TroubleKind.CLOSED, message("X closed the stream.")))

    def on_request_error(self, status_code: int) -> None:
        if self._answer is not None:
            self._end(trouble_of(self._answer))

    def on_connection_error(self) -> None:
        # The details are in the log; what matters here is that it is the network.
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
        """Nothing: :meth:`listen` says why."""

    def _end(self, trouble: TwitterTrouble) -> None:
        if self._trouble is None:
            self._trouble = trouble
        self.disconnect()

    def _safely(self, tell: Callable[[], None]) -> None:
        try:
            tell()
        except Exception:  # tweepy would end the stream for good
            _log.exception("a line of the stream was not dealt with")

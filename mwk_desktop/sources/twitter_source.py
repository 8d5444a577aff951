"""The filtered stream of Twitter (X) as a source of messages.

Threads: the *twitter thread* sets the rule, reads the stream, waits before reconnecting and passes
messages on; it may wait for the network and for room in the queue. All other methods may be called
on any thread; :attr:`TwitterSource.state` and :attr:`TwitterSource.figures` never wait.

If the stream breaks, the source reconnects after an increasing wait (or the one that the server
asks for), remembers which posts it sent, and reports what it waits for. It ends only if waiting
does not help: after a refused token or rule, or when the budget is spent.
"""

from __future__ import annotations

import json
import logging
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import Message, message, sentences
from mwk_desktop.sources.followed_source import (
    ENDED_BY_REFUSAL,
    ENDED_BY_STOP,
    FollowedSource,
    FollowFigures,
)
from mwk_desktop.sources.status_source import Put
from mwk_desktop.sources.twitter_posts import Bill, PostReader, UnreadablePost, rules_matched
from mwk_desktop.sources.twitter_trouble import (
    FINAL,
    Backoff,
    RateLimit,
    TroubleKind,
    TwitterError,
    TwitterTrouble,
    disconnect_reason,
)

if TYPE_CHECKING:
    import tweepy

    from mwk_desktop.sources.twitter_client import StreamConnection

SILENCE_S: Final = 21.0
"""The server sends a sign of life every 20 s; after one second more the connection counts as
dead."""

HIDDEN: Final = "***"

ENDED_BY_BUDGET: Final = "budget"

_log = logging.getLogger(__name__)


class TokenError(ValueError):
    """Not a possible token; the message says why and never contains the token."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class TwitterFigures(FollowFigures):
    """What was received and what it cost.

    ``elsewhere`` of the posts matched only other programs' rules; ``authors_unknown`` of those sent
    have an unknown author.
    """

    elsewhere: int = 0
    authors_unknown: int = 0
    users: int = 0
    spent_usd: float = 0.0
    budget_usd: float | None = None
    rate_limit: RateLimit | None = None


def checked_token(token: str, where: str) -> str:
    """Check a token and return it without surrounding white space.

    Raises
    ------
    TokenError
        If it is empty or not a single word. The message names ``where`` the token comes from.
    """
    word = token.strip()
    if not word:
        raise TokenError(
            message("{where}: is empty; it should hold the bearer token of your X app", where=where)
        )
    if not word.isascii() or not word.isprintable() or " " in word or len(word) > 4096:
        raise TokenError(
            message(
                "{where}: is not one word of letters, digits and % signs, as a token is",
                where=where,
            )
        )
    return word


def rule_of(hashtag: str, extra: str = "") -> str:
    """The stream's rule: the hashtag plus further conditions (such as ``-is:retweet``)."""
    extra = extra.strip()
    if re.search(r"\bOR\b", extra):
        # OR binds weaker than a space: without brackets far too many posts would come (and cost).
        extra = f"({extra})"
    return f"#{hashtag} {extra}".strip()


class TwitterSource(FollowedSource[TwitterFigures]):
    """Delivers posts with the show's hashtag as they are written.

    Parameters
    ----------
    token
        The API's bearer token; never shown or logged.
    rule
        Which posts, in the API's rule language (see :func:`rule_of`).
    budget_usd
        End when the posts may have cost this much, in USD; None for no limit.
    bill
        Counts what the API charges; reuse a bill to include earlier costs.
    prepare
        Changes each new client of tweepy before its first request.
    pause
        Waits that many seconds; returns True if the source should end. None: a wait that ends at
        :meth:`stop`.

    Attributes
    ----------
    token_refused : bool
        Whether the source ended because X refused the token (any thread).
    """

    def __init__(
        self,
        token: str,
        rule: str,
        *,
        budget_usd: float | None = None,
        bill: Bill | None = None,
        silence_s: float = SILENCE_S,
        prepare: Callable[[tweepy.StreamingClient], None] | None = None,
        pause: Callable[[float], bool] | None = None,
        now_ms: Callable[[], int] = wall_ms,
    ) -> None:
        super().__init__("twitter", "Twitter", TwitterFigures(budget_usd=budget_usd))
        self._token = token
        self._rule = rule
        self._silence_s = silence_s
        self._prepare = prepare
        self._pause = pause if pause is not None else self._stopping.wait
        self._now_ms = now_ms
        self._posts = PostReader()
        self._bill = bill if bill is not None else Bill()
        self._budget_usd = budget_usd
        self._backoff = Backoff()
        self._rule_id = ""
        self._server_message = ""
        self.token_refused = False
        self._connection: StreamConnection | None = None
        self._lock = threading.Lock()
        self._figures = self._billed(self._figures)

    # -- any thread -------------------------------------------------------------------------

    def start(self, put: Put) -> None:
        """Connect and pass every post to ``put``; returns at once."""
        self._set_state("connecting", message("Asking X for posts with {rule}", rule=self._rule))
        self._start_thread(put)

    def _interrupt(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.abort()

    # -- twitter thread ---------------------------------------------------------------------

    def _follow(self) -> None:
        while not self._should_end():
            trouble = self._connect()
            if trouble is None:
                continue
            if trouble.kind in FINAL:
                self.token_refused = trouble.kind is TroubleKind.TOKEN_REFUSED
                self._end("failed", trouble.sentence, ENDED_BY_REFUSAL)
                return
            if trouble.kind is TroubleKind.RULES_GONE:
                self._rule_id = ""
            wait_s = self._backoff.wait_s(trouble)
            again = _again(wait_s, self._now_ms())
            self._set_state("waiting", sentences([trouble.sentence, again]))
            if self._pause(wait_s):
                self._stopping.set()

    def _should_end(self) -> bool:
        """Whether the source should not connect (again); sets the reason."""
        if self._stopping.is_set():
            self._end("off", message("The stream is closed."), ENDED_BY_STOP)
            return True
        if self._budget_spent():
            figures = self._figures
            self._end(
                "failed",
                message(
                    "The budget is spent: {posts} posts cost about ${spent:.2f} of ${budget:.2f}. "
                    "The stream is closed.",
                    posts=figures.posts,
                    spent=figures.spent_usd,
                    budget=self._budget_usd,
                ),
                ENDED_BY_BUDGET,
            )
            return True
        return False

    def _budget_spent(self) -> bool:
        """Whether one more post might exceed the budget."""
        bill = self._bill
        if self._budget_usd is None:
            return False
        return bill.spent_usd + bill.next_usd > self._budget_usd + 1e-9

    def _connect(self) -> TwitterTrouble | None:
        """Make one connection, from the rule to its end; returns None if we ended it."""
        # Late: only Twitter users need tweepy and its network library.
        from mwk_desktop.sources.twitter_client import StreamConnection

        connection = StreamConnection(
            self._token,
            self,
            silence_s=self._silence_s,
            prepare=self._prepare,
        )
        with self._lock:
            self._connection = connection
            if self._stopping.is_set():
                return None
        self._server_message = ""
        try:
            if not self._rule_id:
                self._rule_id = connection.ensure_rule(self._rule)
            trouble = connection.listen()
        except TwitterError as error:
            trouble = error.trouble
        finally:
            with self._lock:
                self._connection = None
            connection.session.close()
        if trouble is not None and self._server_message:
            last_words = message("It said: {said}", said=self._server_message)
            trouble = replace(trouble, sentence=sentences([trouble.sentence, last_words]))
        return trouble

    # -- events of a connection ------------------------------------------------------------

    def on_open(self) -> None:
        self._figures = replace(self._figures, connections=self._figures.connections + 1)
        self._set_state("connected", message("Listening for {rule}", rule=self._rule))

    def on_alive(self) -> None:
        self._backoff.reset()

    def on_rate_limit(self, found: RateLimit) -> None:
        self._figures = replace(self._figures, rate_limit=found)

    def on_line(self, line: bytes) -> None:
        """One line of the stream."""
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            self._count(unreadable=1)  # most likely cut by a disconnect
            return
        self._backoff.reset()
        self._bill.add(found, self._now_ms())
        self._figures = self._billed(self._figures)
        self._handle_line(found)
        if self._budget_spent():
            with self._lock:
                if self._connection is not None:
                    self._connection.abort()

    def _handle_line(self, line: dict[str, Any]) -> None:
        reason = disconnect_reason(line)
        if reason:
            self._server_message = self._without_token(reason)
            return
        rules = rules_matched(line)
        if rules is not None and self._rule_id not in rules:
            self._count(elsewhere=1)
            return
        try:
            post = self._posts.read(line, self._now_ms())
        except UnreadablePost as problem:
            _log.info("a line of the stream is no post: %s", problem)
            self._count(unreadable=1)
            return
        if self._posts.was_sent(post.post_id):
            self._count(duplicates=1)
        elif self._send(post.message):  # until there is room: it has been paid for
            self._posts.mark_sent(post)
            self._count(sent=1, authors_unknown=int(not post.author.known))

    def _billed(self, figures: TwitterFigures) -> TwitterFigures:
        bill = self._bill
        return replace(figures, posts=bill.posts, users=bill.users, spent_usd=bill.spent_usd)

    def _set_state(self, link: str, detail: Message) -> None:
        super()._set_state(link, self._hide_token(detail))

    def _hide_token(self, text: Message) -> Message:
        arguments = {name: self._argument(value) for name, value in text.arguments.items()}
        return replace(text, arguments=arguments)

    def _argument(self, value: Any) -> Any:
        if isinstance(value, Message):
            return self._hide_token(value)
        return self._without_token(value) if isinstance(value, str) else value

    def _without_token(self, text: str) -> str:
        """Remove the token from a server's text, which may repeat the request."""
        return text.replace(self._token, HIDDEN)


def _again(wait_s: float, now_ms: int) -> Message:
    if wait_s < 1.0:
        return message("Connecting again.")
    until = time.strftime("%H:%M:%S", time.localtime(now_ms / 1000 + wait_s))
    return message("Connecting again in {seconds:.0f} s, at {time}.", seconds=wait_s, time=until)

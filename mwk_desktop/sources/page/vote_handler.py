"""Turns a form into a message, or says why the vote is refused. Pure except for its clock.

Used only on the page thread.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.sources.page.identity import Identity
from mwk_desktop.sources.page.last_votes import LastVotes
from mwk_desktop.sources.page.phones import Phone, Phones, Receipt
from mwk_desktop.sources.page.rate_limits import AddressLimits, TokenBucket
from mwk_desktop.sources.page.receipts import Receipts
from mwk_desktop.sources.page.show_facts import (
    OPEN,
    PageCounts,
    PageRules,
    ReadShowFacts,
    ShowFacts,
)
from mwk_desktop.sources.page.text_cleaning import (
    clean_message,
    clean_name,
    name_key,
    screen_name,
)
from mwk_desktop.sources.page.vote_outcomes import (
    COUNTED,
    ExpectedVote,
    ExpectsOutcomes,
    VoteOutcome,
)
from mwk_desktop.sources.status_source import StatusMessage, new_status_id, status_message
from mwk_desktop.units import INSTRUMENTS
from mwk_desktop.word_list import WordList

SOURCE: Final = "mwk page"
"""The status's ``Source``: the program it was written with."""

SENT: Final = "sent"
"""On its way to the show; whether it counts there (in time, not blocked), only the show knows."""

SLOW: Final = "slow"
BUSY: Final = "busy"
BAD: Final = "bad"

NO_MESSAGE: Final = "no_message"
OTHER_NAME: Final = "other_name"


@dataclass(frozen=True, slots=True)
class VoteAnswer:
    """The answer to a vote.

    Attributes
    ----------
    code
        :data:`SENT`, a gate of :class:`~mwk_desktop.sources.page.show_facts.ShowFacts`,
        :data:`SLOW` (try again in ``wait_s``), :data:`BUSY` (more votes than this computer can
        handle) or :data:`BAD` (not a vote from our form).
    instrument, name
        What was voted for, and the phone's name; empty if not known.
    wait_s
        Seconds to wait before trying again.
    notes
        :data:`NO_MESSAGE` (sent, but without the text) and :data:`OTHER_NAME`.
    vote
        The vote's number, by which the phone recognises the report of what became of it.
    """

    code: str
    instrument: str = ""
    name: str = ""
    wait_s: int = 0
    notes: tuple[str, ...] = ()
    vote: int = 0

    @property
    def ok(self) -> bool:
        return self.code == SENT


class VoteHandler:
    """Accepts or refuses votes.

    Parameters
    ----------
    read_facts
        Returns the facts about the show.
    send
        Passes a message on without waiting; False if the queue is full.
    identity
        Gives the users' numbers.
    now_s
        A monotonic clock in seconds; ``now_ms`` is the system's clock in milliseconds.
    outcomes
        Where the show reports what became of votes; None: no reports, votes stay "sent".
    on_named
        Called when a phone has got a name.
    """

    def __init__(
        self,
        read_facts: ReadShowFacts,
        send: Callable[[StatusMessage], bool],
        identity: Identity,
        rules: PageRules,
        words: WordList,
        now_s: Callable[[], float] = time.monotonic,
        now_ms: Callable[[], int] = wall_ms,
        outcomes: ExpectsOutcomes | None = None,
        on_named: Callable[[Phone], None] = lambda _: None,
    ) -> None:
        self._read_facts = read_facts
        self._send = send
        self._identity = identity
        self._rules = rules
        self._words = words
        self._outcomes = outcomes
        self._now_s = now_s
        self._wall_ms = now_ms
        self.phones = Phones(
            lambda at_s: TokenBucket(rules.vote_burst, 1.0 / rules.vote_every_s, at_s)
        )
        self._addresses = AddressLimits(rules.address_votes_per_s, rules.address_phones)
        self._on_named = on_named
        self._receipts = Receipts()
        self._last_votes = LastVotes()
        self._receipt_serial = 0
        self._last_id = 0
        self.votes = 0
        self.refused = 0

    def counts(self, phones: int) -> PageCounts:
        """The counts so far; ``phones`` is passed through."""
        return PageCounts(phones, self.votes, self.refused, self._last_votes.text)

    def vote(
        self, phone_id: str, address: str, instrument: str, name: str, message: str
    ) -> VoteAnswer:
        """Accept or refuse a form from a phone whose cookie and token are valid."""
        facts = self._read_facts()
        if instrument not in INSTRUMENTS:
            return self._count_refusal(VoteAnswer(BAD))
        if facts.gate != OPEN:
            return self._count_refusal(VoteAnswer(facts.gate, instrument))
        now_s = self._now_s()
        if not self._addresses.may_vote(address, now_s):
            return self._count_refusal(VoteAnswer(BUSY, instrument, wait_s=2))
        if self.phones.get(phone_id) is None and not self._addresses.may_join(address, now_s):
            return self._count_refusal(VoteAnswer(BUSY, instrument, wait_s=5))
        phone = self.phones.get_or_add(phone_id, now_s)
        wait_s = phone.bucket.wait_s(now_s)
        if wait_s > 0.0:
            return self._count_refusal(VoteAnswer(SLOW, instrument, phone.name, math.ceil(wait_s)))
        notes = self._rename(phone, name, facts, now_s)
        cleaned = clean_message(message, self._rules.message_length)
        if self._words.forbids(cleaned):
            cleaned, notes = "", (*notes, NO_MESSAGE)
        status = self._status_of(phone, instrument, cleaned, facts)
        number = self.votes + 1
        if self._outcomes is not None and facts.following:  # before the show can count it
            name = screen_name(phone.name)
            self._outcomes.expect(ExpectedVote(self._last_id, phone_id, name, number, instrument))
        if not self._send(status):
            if self._outcomes is not None:
                self._outcomes.withdraw(self._last_id)
            return self._count_refusal(VoteAnswer(BUSY, instrument, phone.name, 2))
        phone.bucket.spend(now_s)
        phone.receipt = phone.outcome = None
        self.votes = number
        self._last_votes.note(phone_id, instrument)
        if facts.following:
            self._receipts.add_vote(phone_id, instrument, facts)
        return VoteAnswer(SENT, instrument, phone.name, notes=notes, vote=number)

    def refuse(self) -> None:
        """Count a refused request that is not a vote."""
        self.refused += 1

    def new_receipts(self, facts: ShowFacts) -> list[tuple[str, Receipt]]:
        """Phone ids and receipts of the votes that were decided since the last call."""
        news: list[tuple[str, Receipt]] = []
        # A thousand phones share at most sixteen different receipts.
        receipts: dict[tuple[str, bool], Receipt] = {}
        self._receipt_serial += 1
        for phone_id, instrument, plays in self._receipts.decided(facts):
            key = instrument, plays
            if key not in receipts:
                receipts[key] = Receipt(self._receipt_serial, instrument, plays)
            receipt = receipts[key]
            phone = self.phones.get(phone_id)
            if phone is not None:
                phone.receipt = receipt
            news.append((phone_id, receipt))
        return news

    def new_outcomes(self) -> list[VoteOutcome]:
        """What the show reported about votes since the last call."""
        if self._outcomes is None:
            return []
        news = self._outcomes.drain()
        for outcome in news:
            phone = self.phones.get(outcome.phone_id)
            if phone is not None:
                phone.outcome = outcome
                phone.counted += outcome.code == COUNTED
        return news

    def _count_refusal(self, answer: VoteAnswer) -> VoteAnswer:
        self.refused += 1
        return answer

    def _rename(self, phone: Phone, name: str, facts: ShowFacts, now_s: float) -> tuple[str, ...]:
        if phone.name and screen_name(phone.name) in facts.blocked:
            return ()  # a blocked name stays with the phone that had it
        wanted = clean_name(name, self._rules.name_length)
        if not name_key(wanted) or self._words.forbids(wanted):
            wanted = ""
        asked, before = bool(name.strip()), phone.name
        as_asked = self.phones.rename(phone, wanted, now_s) and (bool(wanted) or not asked)
        if phone.name != before:
            self._on_named(phone)
        return () if as_asked else (OTHER_NAME,)

    def _status_of(
        self, phone: Phone, instrument: str, cleaned: str, facts: ShowFacts
    ) -> StatusMessage:
        # By the show's clock if there is a show: a vote counts in the window that the phone
        # displays. Without its lead, as others may read the topic too.
        at_ms = facts.now_ms - facts.ahead_ms if facts.following else self._wall_ms()
        # Numbers differ and increase even for two votes in one millisecond.
        self._last_id = max(self._last_id + 1, new_status_id(at_ms))
        return status_message(
            f"{instrument} #{facts.hashtag} {cleaned}".strip(),
            screen_name(phone.name),
            status_id=self._last_id,
            created_at_ms=at_ms,
            name=phone.name,
            user_id=self._identity.user_id(phone.id),
            source=SOURCE,
        )

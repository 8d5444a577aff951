"""One vote, from what a form says to a message on its way, or why not. Pure but for its clock.

Owned by the page's thread.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.sources.page.identity import Identity
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
    WordList,
    clean_message,
    clean_name,
    name_key,
    screen_name,
)
from mwk_desktop.sources.status_source import StatusMessage, new_status_id, status_message
from mwk_desktop.units import INSTRUMENTS

SOURCE: Final = "mwk page"
"""What the status says it was written with."""

COUNTED: Final = "counted"
SLOW: Final = "slow"
BUSY: Final = "busy"
BAD: Final = "bad"

NO_MESSAGE: Final = "no_message"
OTHER_NAME: Final = "other_name"


@dataclass(frozen=True, slots=True)
class VoteAnswer:
    """The answer to a vote. ``code`` is :data:`COUNTED`, a gate of
    :class:`~mwk_desktop.sources.page.show_facts.ShowFacts`, :data:`SLOW` (try again in ``wait_s``),
    :data:`BUSY` (the room is louder than this computer) or :data:`BAD` (no vote of our form).
    ``notes``: :data:`NO_MESSAGE` (counted, its words are not shown), :data:`OTHER_NAME`."""

    code: str
    instrument: str = ""
    name: str = ""
    wait_s: int = 0
    notes: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return self.code == COUNTED


class VoteHandler:
    """Decides about votes.

    Parameters
    ----------
    read_facts
        The show behind the page.
    send
        Passes a message on at once; False: the queue is full.
    identity
        For the users' numbers.
    now_s
        A monotonic clock, seconds; ``now_ms`` the system's, milliseconds.
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
    ) -> None:
        self._read_facts = read_facts
        self._send = send
        self._identity = identity
        self._rules = rules
        self._words = words
        self._now_s = now_s
        self._wall_ms = now_ms
        self.devices = Phones(
            lambda at_s: TokenBucket(rules.vote_burst, 1.0 / rules.vote_every_s, at_s)
        )
        self._addresses = AddressLimits(rules.address_votes_per_s, rules.address_phones)
        self._receipts = Receipts()
        self._receipt_serial = 0
        self._last_id = 0
        self.votes = 0
        self.refused = 0

    def counts(self, phones: int) -> PageCounts:
        """What happened so far."""
        return PageCounts(phones, self.votes, self.refused)

    def vote(
        self, device_id: str, address: str, instrument: str, name: str, message: str
    ) -> VoteAnswer:
        """Decide about a form of a phone that proved itself."""
        facts = self._read_facts()
        if instrument not in INSTRUMENTS:
            return self._no(VoteAnswer(BAD))
        if facts.gate != OPEN:
            return self._no(VoteAnswer(facts.gate, instrument))
        now_s = self._now_s()
        if not self._addresses.may_vote(address, now_s):
            return self._no(VoteAnswer(BUSY, instrument, wait_s=2))
        if self.devices.get(device_id) is None and not self._addresses.may_join(address, now_s):
            return self._no(VoteAnswer(BUSY, instrument, wait_s=5))
        device = self.devices.seen(device_id, now_s)
        wait_s = device.bucket.wait_s(now_s)
        if wait_s > 0.0:
            return self._no(VoteAnswer(SLOW, instrument, device.name, math.ceil(wait_s)))
        notes = self._named(device, name, facts, now_s)
        said = clean_message(message, self._rules.message_length)
        if self._words.forbids(said):
            said, notes = "", (*notes, NO_MESSAGE)
        if not self._send(self._message(device, instrument, said, facts)):
            return self._no(VoteAnswer(BUSY, instrument, device.name, 2))
        device.bucket.spend(now_s)
        device.receipt = None
        self.votes += 1
        if facts.following:
            self._receipts.voted(device_id, instrument, facts)
        return VoteAnswer(COUNTED, instrument, device.name, notes=notes)

    def refuse(self) -> None:
        """Count a request that is not even a vote."""
        self.refused += 1

    def landed(self, facts: ShowFacts) -> list[tuple[str, Receipt]]:
        """Phones whose scene was decided since the last call, with their receipts."""
        news: list[tuple[str, Receipt]] = []
        # A thousand phones share a few receipts: there are sixteen different ones.
        receipts: dict[tuple[str, bool], Receipt] = {}
        self._receipt_serial += 1
        for device_id, instrument, plays in self._receipts.due(facts):
            key = instrument, plays
            if key not in receipts:
                receipts[key] = Receipt(self._receipt_serial, instrument, plays)
            receipt = receipts[key]
            device = self.devices.get(device_id)
            if device is not None:
                device.receipt = receipt
            news.append((device_id, receipt))
        return news

    def _no(self, answer: VoteAnswer) -> VoteAnswer:
        self.refused += 1
        return answer

    def _named(self, device: Phone, name: str, facts: ShowFacts, now_s: float) -> tuple[str, ...]:
        if device.name and screen_name(device.name) in facts.blocked:
            return ()  # a blocked name stays with the phone that had it
        wanted = clean_name(name, self._rules.name_length)
        if not name_key(wanted) or self._words.forbids(wanted):
            wanted = ""
        asked = bool(name.strip())
        as_asked = self.devices.name(device, wanted, now_s) and (bool(wanted) or not asked)
        return () if as_asked else (OTHER_NAME,)

    def _message(
        self, device: Phone, instrument: str, said: str, facts: ShowFacts
    ) -> StatusMessage:
        # In the show's time, where there is one: a vote counts in the window that phones see.
        at_ms = facts.now_ms if facts.following else self._wall_ms()
        # Also two votes of one millisecond have numbers of their own, and they grow.
        self._last_id = max(self._last_id + 1, new_status_id(at_ms))
        return status_message(
            f"{instrument} #{facts.hashtag} {said}".strip(),
            screen_name(device.name),
            status_id=self._last_id,
            created_at_ms=at_ms,
            name=device.name,
            user_id=self._identity.user_id(device.id),
            source=SOURCE,
        )

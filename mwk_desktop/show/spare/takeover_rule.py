"""When a console of a show is heard, and when it takes the show over. Pure; time is passed in.

The rules, in the order in which they were chosen:

1. *Silence is the worst failure.* A console that is heard is muted only by another one's heartbeat
   that says "I am heard, in a later epoch". A main that cannot see Kafka plays on.
2. *Two at once is the second worst.* A console becomes heard only when it reads its own takeover in
   the topic: of two, the first in the topic wins. The exception is a presenter who takes over on a
   console that cannot see Kafka: the presenter decides, and the topic settles it afterwards.
3. *Missing means missing in the topic.* A console sees Kafka while it reads its own heartbeats
   there, soon after it wrote them. As the topic has one order, everything before them is read too.
   Another's silence counts only as far as such heartbeats reach: when the broker dies, nobody takes
   over.
4. *What the topic held before this console came is history.* It says whose show it was, but not who
   is heard now, so it mutes nobody.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mwk_desktop.show.log.show_topic import Ownership
from mwk_desktop.show.spare.spare_records import Beat, SpareRecord, Takeover

BEAT_MS: Final = 200
"""Milliseconds between two heartbeats of a console."""

MISSING_MS: Final = 700
"""The owner is missing when no heartbeat has come for this long: three in a row and a little
more."""

ECHO_MS: Final = 600
"""A console sees Kafka if it has read a heartbeat that it wrote at most this long ago. Less than
:data:`MISSING_MS`, so that it notices that it is cut off before it misses another."""

RETRY_MS: Final = 50
"""A takeover that is not read yet is written again: at most one of them counts, and after an outage
one must be in the topic soon."""

TICK_MS: Final = 20
"""A console that waits for something looks for it this often."""

START_MS: Final = 1_000
"""A starting main reads who else has the show. If it can read nothing for this long, it is heard
without knowing."""


class Start(StrEnum):
    """How a console begins.

    ``FOLLOW``: muted. ``FIRST``: heard, unless another console that is heard has the show.
    ``MAIN``: takes the show, whoever has it.
    """

    FOLLOW = "follow"
    FIRST = "first"
    MAIN = "main"


class Role(StrEnum):
    """What a console is at the moment, as its health says it."""

    MAIN = "main"
    FOLLOW = "follow"


@dataclass(frozen=True, slots=True)
class PartInShow:
    """A console's part in its show, for people.

    Attributes
    ----------
    role
        Whether this console is heard.
    epoch, owner
        Whose show it is, as far as this console has read.
    sees_kafka
        Whether it reads its own heartbeats back.
    owner_age_ms
        Milliseconds since the owner's newest heartbeat was read; -1: none yet, or this is the
        owner.
    starting
        It was not told to follow, and has not found out yet whether another console has the show.
    taking_over
        This console has asked for the show and has not read the answer yet.
    replaced
        It was heard before, and another console took over.
    """

    role: Role
    epoch: int
    owner: str
    sees_kafka: bool
    owner_age_ms: int
    starting: bool
    taking_over: bool
    replaced: bool


class TakeoverRule:
    """One console's part in a show: it reads the topic, writes to it, and is heard or muted.

    All times are milliseconds of one steady clock. After each call :meth:`fetch_records` gives what
    is to be written to the topic, in order.

    Parameters
    ----------
    console
        This console's id.
    start
        How it begins.
    by_itself
        Whether it takes over by itself when the owner is missing, or only by hand.
    now_ms
        The moment of its start.
    """

    def __init__(self, console: str, start: Start, by_itself: bool, now_ms: int) -> None:
        self.console = console
        self.by_itself = by_itself
        self.ownership = Ownership()
        self.heard = False
        """Whether this console is unmuted."""
        self.replaced = False
        self._start = start
        self._waits_since_ms = now_ms  # since when a starting console has read nothing
        self._records: list[SpareRecord] = []
        self._written: deque[tuple[int, int]] = deque()  # number and moment of own heartbeats
        self._number = 0
        self._next_beat_ms = now_ms
        self._echoed_ms = -1  # when the newest heartbeat that was read back was written
        self._sees_since_ms = -1  # since when it sees Kafka without a break
        self._owner_ms = -1  # when the owner's newest heartbeat was read
        self._owned_ms = -1  # when the newest takeover was read
        self._heard_epoch = 0  # a heartbeat of a later epoch mutes this console
        self._claim = 0  # the epoch that it asked for; 0: none
        self._claimed_ms = -1
        self._insists = False  # whether the presenter asked for it, whichever console has the show
        self._met = False  # whether it has read a heartbeat of a console that is heard

    # -- what happens ------------------------------------------------------------------------

    def read(self, record: SpareRecord, now_ms: int, *, is_news: bool = True) -> None:
        """Note a record that was read from the topic, in the topic's order.

        ``is_news`` False: the topic held it before this console came; its own are always news.
        """
        self._look(now_ms)
        is_news = is_news or record.console == self.console
        before = self.ownership
        self.ownership = before.after(record.console, record.epoch)
        if self.ownership is not before:
            self._owned_ms = now_ms
            self._owner_ms = -1
            if self._claim and self._claim <= self.ownership.epoch:
                # Answered: either mine or another's. Before this console came it was another's.
                again = self._insists and not is_news
                self._claim = self.ownership.epoch + 1 if again else 0
        if not is_news:
            self._waits_since_ms = now_ms
        elif record.console == self.console:
            self._read_own(record, now_ms)
        elif isinstance(record, Beat) and record.epoch:
            self._read_heard(record, now_ms)
        self._look(now_ms)

    def tick(self, now_ms: int) -> None:
        """Let time pass; call this by :meth:`next_tick_ms`, and after whatever was read."""
        self._look(now_ms)
        self._begin(now_ms)
        self._take_over_if_missing(now_ms)
        if self._claim and not self.heard and self._sees_since_ms < 0:
            # Kafka went away before it answered: some console must be heard.
            self._be_heard(self._claim, now_ms)
        if self._claim and now_ms - self._claimed_ms >= RETRY_MS:
            self._write_claim(now_ms)
        if now_ms >= self._next_beat_ms:
            self._write_beat(now_ms)

    def next_tick_ms(self, now_ms: int) -> int:
        """When to call :meth:`tick` next: a console that has the show, and is heard, only has to
        say so."""
        has_it = self.heard and self.ownership.owner == self.console and not self._claim
        return self._next_beat_ms if has_it else min(self._next_beat_ms, now_ms + TICK_MS)

    def press(self, now_ms: int) -> None:
        """Take over, because the presenter wants it; does nothing if this console is heard
        already."""
        self._look(now_ms)
        if not self.heard and not self._claim:
            self._ask(now_ms, insists=True)

    @property
    def heard_epoch(self) -> int:
        """The epoch in which it is heard; 0: it is muted."""
        return self._heard_epoch if self.heard else 0

    @property
    def follows(self) -> bool:
        """Whether it is muted because another console has the show, not because it starts."""
        return not self.heard and self._start is Start.FOLLOW and not self._claim

    def is_led_elsewhere(self, now_ms: int) -> bool:
        """Whether this console is muted because of another one, which is heard now."""
        return self.follows and self._owner_ms >= 0 and now_ms - self._owner_ms <= MISSING_MS

    def fetch_records(self) -> list[SpareRecord]:
        """Fetch what is to be written to the topic since the last call, in order."""
        records, self._records = self._records, []
        return records

    def part(self, now_ms: int) -> PartInShow:
        """This console's part, as shown to people."""
        mine = self.ownership.owner == self.console
        return PartInShow(
            role=Role.MAIN if self.heard else Role.FOLLOW,
            epoch=self.ownership.epoch,
            owner=self.ownership.owner,
            sees_kafka=self._sees_kafka(now_ms),
            owner_age_ms=-1 if mine or self._owner_ms < 0 else now_ms - self._owner_ms,
            starting=not (self.heard or self._claim or self.follows),
            taking_over=bool(self._claim) and not self.heard,
            replaced=self.replaced and not self.heard,
        )

    # -- inside ------------------------------------------------------------------------------

    def _sees_kafka(self, now_ms: int) -> bool:
        return self._echoed_ms >= 0 and now_ms - self._echoed_ms <= ECHO_MS

    def _look(self, now_ms: int) -> None:
        """Notice that this console lost Kafka, or was stopped itself, before anything else."""
        if not self._sees_kafka(now_ms):
            self._sees_since_ms = -1
        elif self._sees_since_ms < 0:
            self._sees_since_ms = now_ms

    def _read_own(self, record: SpareRecord, now_ms: int) -> None:
        if isinstance(record, Beat):
            while self._written and self._written[0][0] <= record.number:
                number, written_ms = self._written.popleft()
                if number == record.number:
                    self._echoed_ms = written_ms
        if self.ownership.owner == self.console and not self.heard:
            self._be_heard(self.ownership.epoch, now_ms)
        elif self.ownership.owner == self.console:
            self._heard_epoch = self.ownership.epoch

    def _read_heard(self, beat: Beat, now_ms: int) -> None:
        """Note that another console is heard."""
        if beat.console != self.ownership.owner:
            return  # it plays on, but the show is another's: it will read that
        self._owner_ms = now_ms
        self._met = self._met or self._sees_since_ms >= 0
        if self.heard and beat.epoch >= self._heard_epoch:
            self.heard, self.replaced = False, True

    def _be_heard(self, epoch: int, now_ms: int) -> None:
        self.heard, self.replaced, self._heard_epoch = True, False, epoch
        self._write_beat(now_ms)  # at once: it mutes whoever was heard before

    def _begin(self, now_ms: int) -> None:
        """Decide what a starting main does: it is heard as soon as nothing prevents it."""
        if self._start is Start.FOLLOW:
            return
        sees, waited = self._sees_since_ms >= 0, now_ms - self._waits_since_ms >= START_MS
        if self._start is Start.FIRST and sees:
            free = not self.ownership.owner or self._is_missing(now_ms)
            if not free:
                self._start = Start.FOLLOW if self._met else self._start
                return
        if sees or waited:
            insists, self._start = self._start is Start.MAIN, Start.FOLLOW
            if not self.heard and not self._claim:
                self._ask(now_ms, insists=insists)

    def _is_missing(self, now_ms: int) -> bool:
        """Whether the owner has been missing, while this console saw Kafka all the time."""
        if self._sees_since_ms < 0 or self.ownership.owner in ("", self.console):
            return False
        since_ms = max(self._owner_ms, self._owned_ms, self._sees_since_ms)
        # The topic must have worked for most of that time: this console's heartbeats came.
        worked_ms = self._echoed_ms - since_ms
        return now_ms - since_ms >= MISSING_MS and worked_ms >= MISSING_MS - BEAT_MS

    def _take_over_if_missing(self, now_ms: int) -> None:
        # A console that is heard without having the show only needs to say so.
        wants = self.heard or (self.by_itself and self._met)
        if wants and not self._claim and self._is_missing(now_ms):
            self._ask(now_ms, insists=False)

    def _ask(self, now_ms: int, *, insists: bool) -> None:
        self._claim, self._insists = self.ownership.epoch + 1, insists
        self._write_claim(now_ms)

    def _write_claim(self, now_ms: int) -> None:
        self._claimed_ms = now_ms
        self._records.append(Takeover(self.console, self._claim))

    def _write_beat(self, now_ms: int) -> None:
        self._number += 1
        self._next_beat_ms = now_ms + BEAT_MS
        self._written.append((self._number, now_ms))
        while now_ms - self._written[0][1] > ECHO_MS:
            self._written.popleft()
        self._records.append(Beat(self.console, self._number, self.heard_epoch))

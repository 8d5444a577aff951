"""A model of several consoles of a show and the topic between them, in steps of 10 ms.

The consoles run :class:`TakeoverRule`; the model has their networks (cut, slow), pauses, deaths and
clocks (each with its own origin and rate), and keeps account of who is heard.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from mwk_desktop.show.log.show_topic import Ownership
from mwk_desktop.show.spare.spare_records import SpareRecord
from mwk_desktop.show.spare.takeover_rule import Start, TakeoverRule

STEP_MS = 10
EXPIRE_MS = 1_000
"""A record that could not be written for so long is dropped."""
READ_A_STEP = 100
"""Most records that a console reads in a step."""
DELAY_MS = 30
"""Most that a record takes on its way to the topic, and again from there."""


@dataclass
class Console:
    """A console, its network and its clock."""

    rule: TakeoverRule
    origin_ms: int
    rate: float
    linked: bool = True
    runs: bool = True
    alive: bool = True
    position: int = 0
    history: int = 0
    """How many records the topic held before this console came."""
    outgoing: deque[tuple[int, int, SpareRecord]] = field(default_factory=deque)
    due_ms: int = 0
    """When the rule is to tick next, by the console's clock."""
    seeing_ms: int = 0
    """How long it has been running with its network, without a break."""

    def now_ms(self, time_ms: int) -> int:
        return self.origin_ms + int(time_ms * self.rate)

    @property
    def heard(self) -> bool:
        """Whether the room hears it: a stopped program's engine plays on, a dead one's does not."""
        return self.alive and self.rule.heard


class Consoles:
    """Several consoles on one topic.

    Parameters
    ----------
    starts
        How each begins, and whether it takes over by itself.
    seed
        Of delays and clocks.
    """

    def __init__(self, starts: Sequence[tuple[Start, bool]], seed: int) -> None:
        self._random = random.Random(seed)
        self.time_ms = 0
        self.broker = True
        self.topic: list[tuple[int, SpareRecord]] = []  # with the moment of its writing
        self.consoles: list[Console] = []
        self.twice_ms: dict[tuple[int, int], int] = {}
        """How long two that see Kafka have been heard at once."""
        self.longest_twice_ms = 0
        self.silent_ms = 0
        """How long nobody was heard although somebody could have taken over by itself."""
        self.longest_silent_ms = 0
        self.muted_blind: list[int] = []
        """Consoles that fell silent while they could not see Kafka."""
        for start, by_itself in starts:
            self.add(start, by_itself)

    def add(self, start: Start, by_itself: bool) -> Console:
        origin_ms = self._random.randrange(10**9)
        rate = self._random.uniform(0.999, 1.001)
        now_ms = origin_ms + int(self.time_ms * rate)
        rule = TakeoverRule(f"console-{len(self.consoles)}", start, by_itself, now_ms)
        console = Console(rule, origin_ms, rate, history=len(self.topic))
        self.consoles.append(console)
        return console

    def can_see(self, console: Console) -> bool:
        """Whether it runs and its network leads to a living broker."""
        return console.alive and console.runs and console.linked and self.broker

    def run(self, for_ms: int) -> None:
        for _ in range(for_ms // STEP_MS):
            self.step()

    def step(self) -> None:
        self.time_ms += STEP_MS
        for console in self.consoles:
            self._write(console)
        for number, console in enumerate(self.consoles):
            heard = console.rule.heard
            self._let_run(console)
            if heard and not console.rule.heard and not self.can_see(console):
                self.muted_blind.append(number)
        self._count()

    def _write(self, console: Console) -> None:
        """What a running console sent reaches the topic, in order."""
        if not console.alive or not console.runs:
            return
        while console.outgoing:
            due_ms, written_ms, record = console.outgoing[0]
            if self.time_ms - written_ms > EXPIRE_MS:
                console.outgoing.popleft()
            elif self.can_see(console) and due_ms <= self.time_ms:
                console.outgoing.popleft()
                self.topic.append((self.time_ms, record))
            else:
                break

    def _let_run(self, console: Console) -> None:
        if not console.alive or not console.runs:
            return
        now_ms = console.now_ms(self.time_ms)
        first = console.position
        most = first + READ_A_STEP
        while self.can_see(console) and console.position < min(most, len(self.topic)):
            appended_ms, record = self.topic[console.position]
            if appended_ms + self._random.randrange(DELAY_MS) > self.time_ms:
                break
            is_news = console.position >= console.history
            console.position += 1
            console.rule.read(record, now_ms, is_news=is_news)
        if console.position == first and now_ms < console.due_ms:
            return  # as the worker, which waits for records until then
        console.rule.tick(now_ms)
        console.due_ms = console.rule.next_tick_ms(now_ms)
        for record in console.rule.fetch_records():
            due_ms = self.time_ms + self._random.randrange(DELAY_MS)
            if console.outgoing:
                due_ms = max(due_ms, console.outgoing[-1][0])
            console.outgoing.append((due_ms, self.time_ms, record))

    def _count(self) -> None:
        heard = [n for n, each in enumerate(self.consoles) if each.heard and self.can_see(each)]
        pairs = {(one, other) for one in heard for other in heard if one < other}
        self.twice_ms = {pair: self.twice_ms.get(pair, 0) + STEP_MS for pair in pairs}
        self.longest_twice_ms = max([self.longest_twice_ms, *self.twice_ms.values()])
        for each in self.consoles:
            each.seeing_ms = each.seeing_ms + STEP_MS if self.can_see(each) else 0
        spare = any(e.rule.by_itself and e.seeing_ms > self.silent_ms for e in self.consoles)
        if any(each.heard for each in self.consoles) or not spare:
            self.silent_ms = 0
        else:
            self.silent_ms += STEP_MS
        self.longest_silent_ms = max(self.longest_silent_ms, self.silent_ms)

    # -- what can be said in the end ---------------------------------------------------------

    @property
    def ownership(self) -> Ownership:
        """Whose show it is, by the whole topic."""
        found = Ownership()
        for _, record in self.topic:
            found = found.after(record.console, record.epoch)
        return found

    @property
    def heard(self) -> list[int]:
        return [number for number, each in enumerate(self.consoles) if each.heard]

"""Whose show it is, by the show's topic: a fold that gives the same answer on every console.

Every console of a show writes heartbeats to the topic, and a takeover when it wants the show. The
topic keeps one order for all readers, so of two consoles that want it at once the first in the
topic gets it, whatever their clocks say.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beat:
    """A console's heartbeat, about five a second.

    Attributes
    ----------
    console
        The console's id, another at each start of the program.
    number
        Counts this console's heartbeats.
    epoch
        The epoch in which this console is heard; 0: it is muted.
    """

    console: str
    number: int
    epoch: int = 0


@dataclass(frozen=True, slots=True)
class Takeover:
    """A console wants the show from here on: it asks for an epoch that nobody had yet."""

    console: str
    epoch: int


SpareRecord = Beat | Takeover


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose show it is after some records of the topic.

    Attributes
    ----------
    epoch
        How often the show has changed hands; 0: nobody has had it.
    owner
        The console that has it; empty: nobody.
    """

    epoch: int = 0
    owner: str = ""

    def after(self, record: SpareRecord) -> Ownership:
        """Whose show it is after one more record.

        A heartbeat of a later epoch counts like the takeover before it, which the topic may have
        deleted by its age.
        """
        if record.epoch > self.epoch:
            return Ownership(record.epoch, record.console)
        return self

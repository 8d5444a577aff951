"""What the consoles of a show tell each other in its topic, as the takeover rule needs it. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beat:
    """A console's heartbeat, about five a second.

    Attributes
    ----------
    console
        The console's id, another at each start of a show.
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
    """A console wants the show from now on: it asks for an epoch that nobody has had. What it
    writes later in that epoch says the same."""

    console: str
    epoch: int


SpareRecord = Beat | Takeover

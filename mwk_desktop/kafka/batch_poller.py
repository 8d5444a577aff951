"""Decides how many records make a batch: many under load, no waiting otherwise. Source thread."""

from __future__ import annotations

import time
from typing import Final

from confluent_kafka import Consumer, Message

DRAIN: Final = 999
"""With the one that ``poll`` found: 1,000 records a batch, 2 to 3 ms of folding, so that commands
and the clock soon have their turn (500 cost 5 % more per record). ``consume`` with a timeout would
wait for the whole batch."""

SPACING_S: Final = 0.004
"""Deliveries that are not full come at least this far apart: at 10,000 records a second a thousand
small ones cost the show half a core. The first after a pause is handed over at once."""


class BatchPoller:
    """Gathers the batches of one consumer."""

    def __init__(self) -> None:
        self._next_s = 0.0

    def collect(self, consumer: Consumer, first: Message) -> list[Message]:
        """The records that came with and after ``first``; waits at most :data:`SPACING_S`."""
        wait_s = self._next_s - time.monotonic()
        if wait_s > 0:
            time.sleep(wait_s)
        messages = [first, *consumer.consume(DRAIN, 0)]
        self._next_s = 0.0 if len(messages) > DRAIN else time.monotonic() + SPACING_S
        return messages

"""What receives every counted tweet of a show: for SQL, for publishing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mwk_desktop.records.batch import Batch


class CountingListener(Protocol):
    """Receives every counted tweet (for SQL, for publishing)."""

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        """What :meth:`CountedState.fold` counted of a batch, in order (show thread; must not wait).

        ``counted`` holds (index in the batch, instrument or None). A vote whose window ends at or
        before ``closed_until_ms`` is late; ``refused`` holds the indexes of all votes that are in
        no chart (late, or capped). Partition and offset are in ``batch.records`` live, and in
        ``batch.places`` of a replay.
        """

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        """A user is blocked, or (``blocked`` False) counts again (show thread; must not wait).
        Votes in windows that end after ``closed_until_ms`` are removed, or return."""

    def restart(self) -> None:
        """The counting starts over (a replay's next pass, a jump): forget everything so far."""

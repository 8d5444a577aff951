"""What a show reads of its counting: its own fold, or another console's results.

Two classes implement it: :class:`mwk_desktop.topology.counting.Counting` folds tweets, and
:class:`mwk_desktop.show.drivers.results_counting.ResultCounting` holds the contents of the result
topics.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mwk_desktop.messages import Message
from mwk_desktop.records.batch import Batch
from mwk_desktop.topology.counting import ClosedWindow, CountingRules, RecordCounts
from mwk_desktop.topology.early_votes import EarlyVotes
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.topology.shuffle_bags import ShuffleBags


class CountedState(Protocol):
    """Charts, leaderboard and counters of one show (show thread only).

    Attributes
    ----------
    version
        Grows whenever a user is blocked or unblocked, or the limit of votes changes.
    late_or_capped
        Indexes, in the last folded batch, of votes that are in no chart.
    first_malformed
        The first record that was not a tweet, with the reason; ``NOTHING``: none yet.
    on_block
        Called whenever a user is blocked (name, True) or unblocked (name, False).
    """

    rules: CountingRules
    leaderboard: Leaderboard
    bags: ShuffleBags
    version: int
    late_or_capped: list[int]
    on_block: Callable[[str, bool], None] | None
    first_malformed: Message

    @property
    def early_votes(self) -> EarlyVotes | None: ...

    @property
    def counts(self) -> RecordCounts: ...

    @property
    def open_windows_ms(self) -> list[int]: ...

    @property
    def closed_until_ms(self) -> int: ...

    @property
    def blocked(self) -> frozenset[str]: ...

    def fold(
        self,
        batch: Batch,
        start: int = 0,
        stop: int | None = None,
        counted: list[tuple[int, str | None]] | None = None,
    ) -> None: ...

    def chart(self, start_ms: int) -> dict[str, int]: ...

    def forecast(self, start_ms: int) -> dict[str, str]: ...

    def close(self, until_ms: int) -> list[ClosedWindow]: ...

    def block(self, name: str) -> None: ...

    def unblock(self, name: str) -> None: ...

    def limit_votes(self, votes: int) -> None: ...

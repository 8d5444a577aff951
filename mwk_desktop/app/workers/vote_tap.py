"""Reports to the page whether its votes counted in the running show (show thread)."""

from __future__ import annotations

from collections.abc import Sequence

from mwk_desktop.records.batch import Batch
from mwk_desktop.sources.page.vote_outcomes import CAPPED, COUNTED, LATE, VoteOutcomes


class VoteTap:
    """A ``CountingListener`` that looks for votes of the page."""

    def __init__(self, outcomes: VoteOutcomes) -> None:
        self._outcomes = outcomes

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        """Report the page's votes in a batch; without any it costs nothing."""
        if not self._outcomes.any_expected:
            return
        tweets = batch.tweets
        numbers = [tweets[n].id for n, _ in counted]  # type: ignore[union-attr]
        for place in self._outcomes.find(numbers):
            n, instrument = counted[place]
            tweet = tweets[n]
            if tweet is None or tweet.id is None or instrument is None:
                continue
            code = COUNTED
            if n in refused:
                code = LATE if batch.events_ms[n] < closed_until_ms else CAPPED
            self._outcomes.decide(tweet.id, tweet.screen_name, code)

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        """Do nothing: a phone is not told that its user is blocked."""

    def restart(self) -> None:
        """Do nothing: a show that takes votes never restarts."""

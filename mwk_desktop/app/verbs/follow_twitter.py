"""`mwk twitter`: follows the stream of X, into Kafka or onto the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mwk_desktop.app.metrics_server import Figure
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.verbs.follow_source import (
    FollowOptions,
    SourceReport,
    counted_parts,
    follow_source,
)
from mwk_desktop.app.workers.twitter_stream import (
    PrepareClient,
    token_of,
    twitter_bill,
    twitter_source,
)
from mwk_desktop.messages import message, sentences
from mwk_desktop.sources.followed_source import ENDED_BY_BUG, ENDED_BY_REFUSAL
from mwk_desktop.sources.twitter_source import ENDED_BY_BUDGET, TwitterFigures


def follow_twitter(
    options: Options, wanted: FollowOptions, prepare: PrepareClient | None = None
) -> int:
    """Follow the stream until it ends, the time is over, or Ctrl+C.

    Returns
    -------
    int
        0: ended as asked, or by the budget; 1: messages did not reach Kafka.

    Raises
    ------
    BadInput
        No token, or X refuses it or the rule; or no Kafka.
    """
    source = twitter_source(options.settings, twitter_bill(options.settings), prepare)
    report = TwitterReport("twitter", source)
    is_complete = follow_source(options, wanted, source, report)
    if report.ended == ENDED_BY_REFUSAL:
        parts = [source.state.detail]
        if source.token_refused:
            parts.append(message("It stands in {where}.", where=token_of(options.settings)[1]))
        raise BadInput(sentences(parts))
    return 0 if is_complete and report.ended != ENDED_BY_BUG else 1


class TwitterReport(SourceReport[TwitterFigures]):
    """What the verb prints about the stream: what came, and what it cost."""

    def line(self) -> dict[str, Any]:
        return super().line() | {"spent_usd": round(self.figures.spent_usd, 6)}

    def metrics(self) -> Iterator[Figure]:
        found = self.figures
        for name, text, value in (
            ("posts", "Posts read.", found.posts),
            ("sent", "Posts passed on.", found.sent),
            ("duplicates", "Posts that came again.", found.duplicates),
            ("unreadable", "Posts that cannot be read.", found.unreadable),
            ("spent_dollars", "What X bills, about.", found.spent_usd),
        ):
            yield Figure.single(f"mwk_twitter_{name}_total", text, "counter", value)

    def parts(self, kafka_waiting: int) -> list[str]:
        """`12 posts, 11 sent, 1 came again`, `$0.18 of $5.00`, ..."""
        figures = self.figures
        others = (
            (figures.duplicates, "came again"),
            (figures.elsewhere, "for other rules"),
            (figures.unreadable, "unreadable"),
        )
        parts = counted_parts(figures.posts, figures.sent, others, kafka_waiting)
        money = f"about ${figures.spent_usd:.2f}"
        budget = figures.budget_usd
        parts.append(money if budget is None else f"{money} of ${budget:.2f}")
        rate = figures.rate_limit
        if rate is not None:
            parts.append(f"{rate.remaining} of {rate.limit} requests left")
        if figures.ended == ENDED_BY_BUDGET:
            parts.append("the budget is spent")
        return parts

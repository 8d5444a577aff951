"""`mwk mastodon`, `mwk bluesky`, `mwk twitch`: follow a network, into Kafka or onto the screen."""

from __future__ import annotations

from collections.abc import Iterator

from mwk_desktop.app.metrics_server import Figure
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.verbs.follow_source import (
    FollowOptions,
    SourceReport,
    counted_parts,
    follow_source,
)
from mwk_desktop.app.workers.network_feeds import network_source
from mwk_desktop.sources.followed_source import ENDED_BY_BUG, ENDED_BY_REFUSAL, NetworkFigures


def follow_network(options: Options, wanted: FollowOptions, kind: str) -> int:
    """Follow a network until it ends, the time is over, or Ctrl+C.

    Parameters
    ----------
    kind
        ``mastodon``, ``bluesky`` or ``twitch``.

    Returns
    -------
    int
        0: ended as asked; 1: messages did not reach Kafka.

    Raises
    ------
    BadInput
        A setting is missing, the network refuses us, or no Kafka.
    """
    source = network_source(options.settings, kind)
    report = NetworkReport(kind, source)
    is_complete = follow_source(options, wanted, source, report)
    if report.ended == ENDED_BY_REFUSAL:
        raise BadInput(source.state.detail)
    return 0 if is_complete and report.ended != ENDED_BY_BUG else 1


class NetworkReport(SourceReport[NetworkFigures]):
    """What a verb prints about a network: what came."""

    def metrics(self) -> Iterator[Figure]:
        found = self.figures
        for name, text, value in (
            ("posts", "Posts read.", found.posts),
            ("sent", "Posts passed on.", found.sent),
            ("duplicates", "Posts that came again.", found.duplicates),
            ("edited", "Edits of earlier posts, which are no new votes.", found.edited),
            ("deleted", "Earlier posts that were deleted.", found.deleted),
            ("unreadable", "What was no post.", found.unreadable),
        ):
            yield Figure.single(f"mwk_{self.kind}_{name}_total", text, "counter", value)

    def parts(self, kafka_waiting: int) -> list[str]:
        """`12 posts, 11 sent, 1 came again`, `3 wait for Kafka`."""
        figures = self.figures
        others = (
            (figures.duplicates, "came again"),
            (figures.edited, "edited"),
            (figures.deleted, "deleted"),
            (figures.unreadable, "unreadable"),
        )
        return counted_parts(figures.posts, figures.sent, others, kafka_waiting)

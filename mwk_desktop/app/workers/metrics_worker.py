"""Serves a show's figures by HTTP: ``--metrics``. Any thread of the server reads snapshots only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mwk_desktop.app.metrics_server import Figure, Labels, MetricsServer
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.show.snapshot import Snapshot

if TYPE_CHECKING:
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet

MOST_USERS = 100


class MetricsWorker(Worker):
    """The figures of the running show.

    Parameters
    ----------
    address
        Where to listen.
    results
        Whether ``/charts``, ``/tops``, ``/users`` and ``/tweets`` are served, too.

    Raises
    ------
    BadInput
        Nothing can listen there.
    """

    def __init__(self, address: tuple[str, int], *, results: bool) -> None:
        super().__init__("metrics")
        reads = {
            "/charts": self._charts,
            "/tops": self._tops,
            "/users": self._users,
            "/tweets": self._tweets,
        }
        self.server = MetricsServer(address, self._figures, reads if results else {})

    def close(self) -> None:
        """End the server and the thread."""
        self.server.close()
        super().close()

    def _snapshot(self) -> Snapshot | None:
        running = self.running
        return None if running is None else running.thread.snapshot()

    def _figures(self) -> Iterator[Figure]:
        snapshot = self._snapshot()
        if snapshot is not None:
            yield from show_figures(snapshot)

    def _charts(self) -> dict[str, Any] | None:
        snapshot = self._snapshot()
        if snapshot is None:
            return None
        rows = [row for row in snapshot.chart if row.votes]
        charts = [{"sound": row.instrument, "count": row.votes} for row in rows]
        return {"start_ms": snapshot.window.start_ms, "charts": charts}

    def _tops(self) -> dict[str, Any] | None:
        snapshot = self._snapshot()
        if snapshot is None:
            return None
        return {"tops": [row.instrument for row in snapshot.chart if row.votes][: snapshot.top]}

    def _users(self) -> dict[str, Any] | None:
        snapshot = self._snapshot()
        if snapshot is None:
            return None
        return {
            "users": [
                {"name": each.name, "imgUri": each.image_url, "tweetCount": each.tweets}
                for each in snapshot.leaders[:MOST_USERS]
            ]
        }

    def _tweets(self) -> dict[str, Any] | None:
        snapshot = self._snapshot()
        if snapshot is None:
            return None
        return {
            "tweets": [{"name": item.screen_name, "message": item.text} for item in snapshot.feed]
        }


def show_figures(snapshot: Snapshot) -> Iterator[Figure]:
    """The metrics of a show; what it cannot know is left out."""
    counts, engine = snapshot.counts, snapshot.engine
    for name, text in (
        ("tweets", "Distinct tweets counted."),
        ("votes", "Votes counted in a chart."),
        ("late", "Votes that came after their window had closed."),
        ("malformed", "Records that are no tweets."),
        ("duplicates", "Tweets that were delivered again."),
        ("capped", "Votes beyond the limit of a user."),
    ):
        if name not in counts.unknown:
            value = getattr(counts, name)
            yield Figure.single(f"mwk_{name}_total", text, "counter", value)
    if snapshot.source.lags:
        text = "Records between what is committed and the end of a partition."
        lags: dict[Labels, float | tuple[int, float]] = {
            (("partition", str(number)),): lag for number, lag in snapshot.source.lags.items()
        }
        yield Figure("mwk_lag_records", text, "gauge", lags)
    connected = snapshot.source.state == "connected"
    yield Figure.single("mwk_source_up", "Whether Kafka is connected.", "gauge", connected)
    text = "Audio blocks that came too late."
    yield Figure.single("mwk_engine_xruns_total", text, "counter", engine.xruns)
    text = "Engines that were replaced, because they died, stood still or lost their device."
    yield Figure.single("mwk_engine_restarts_total", text, "counter", engine.restarts)
    running = engine.state == "running"
    text = "Whether the engine plays on a sound card."
    yield Figure.single("mwk_engine_up", text, "gauge", running)
    text = "Names on the leaderboard."
    yield Figure.single("mwk_users", text, "gauge", counts.users)


def inlet_figures(inlet: KafkaInlet) -> Iterator[Figure]:
    """The metrics of what writes into Kafka."""
    done = inlet.deliveries
    text = "Messages that Kafka has acknowledged."
    yield Figure.single("mwk_delivered_total", text, "counter", done.delivered)
    text = "Messages that were given up."
    yield Figure.single("mwk_undelivered_total", text, "counter", done.failed)
    text = "Messages that Kafka has not acknowledged yet."
    yield Figure.single("mwk_waiting_messages", text, "gauge", inlet.waiting)

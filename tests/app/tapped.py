"""A tap that takes what a topology counted, fed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from mwk_desktop.app.workers.publish_tap import PublishTap
from mwk_desktop.app.workers.publish_worker import PublishWorker
from mwk_desktop.app.workers.vote_tap import VoteTap
from mwk_desktop.records.batch import Batch
from mwk_desktop.show.snapshot import ChartRow
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.app.live_process import WINDOW_MS
from tests.support import T0_MS, arithmetic_music, status, wait_for

# -- the tap: no broker needed ------------------------------------------------------------------


def batch_of(tweets: list[tuple[str, str]], first: int = 0) -> Batch:
    from mwk_desktop.records.tweet_decoding import decode_tweet

    batch = Batch()
    for number, (name, text) in enumerate(tweets, first):
        value = json.dumps(status(text, name, id_=number)).encode()
        batch.tweets.append(decode_tweet(value))
        batch.events_ms.append(T0_MS + number)
        batch.record_ms.append(T0_MS + number)
    return batch


def feed(tap: PublishTap | VoteTap, counting: Counting, batch: Batch) -> None:
    counted: list[tuple[int, str | None]] = []
    counting.fold(batch, 0, None, counted)
    tap.on_counted(batch, counted, counting.closed_until_ms, counting.late_or_capped)


def new_tap() -> tuple[PublishTap, Counting]:
    tap = PublishTap()
    counting = Counting(CountingRules(window_ms=WINDOW_MS), arithmetic_music().clips, 1)
    tap.begin(counting)
    return tap, counting


def worker_of(tap: PublishTap, counting: Counting, kafka: dict[str, Any]) -> PublishWorker:
    """A publisher beside a show thread that only counts."""

    class Thread:
        def call_soon(self, function: Callable[[], None]) -> None:
            function()

        def snapshot(self) -> Any:
            window = SimpleNamespace(start_ms=T0_MS)
            rows = [ChartRow(name, count) for name, count in counting.chart(T0_MS).items()]
            return SimpleNamespace(window=window, chart=rows, source=SimpleNamespace(lag=0))

    worker = PublishWorker(SimpleNamespace(), tap)  # type: ignore[arg-type]
    worker.running = SimpleNamespace(kind="live", thread=Thread(), kafka=kafka)  # type: ignore[assignment]
    return worker


def rounds(worker: PublishWorker, tap: PublishTap, until: Callable[[], bool]) -> None:
    """The publisher's rounds, one after the other."""

    def one() -> bool:
        worker.on_idle()
        return until()

    wait_for(one, otherwise=lambda: str(tap.problem))

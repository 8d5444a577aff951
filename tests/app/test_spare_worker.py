"""The worker of a show that several consoles share: which topic, what without one, how fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import msgspec
import pytest

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.shared_show import SharedShow
from mwk_desktop.app.wiring.start_live import shared_show
from mwk_desktop.app.workers import spare_worker
from mwk_desktop.app.workers.decision_tap import DecisionTap
from mwk_desktop.app.workers.spare_worker import SpareWorker
from mwk_desktop.engine.protocol import Curve
from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.show_topic_client import ShowValue
from mwk_desktop.messages import verbatim
from mwk_desktop.show.log.show_topic import Stamp, TopicRecord, topic_value
from mwk_desktop.show.settings.load import Settings, TopicsSettings
from mwk_desktop.show.spare.takeover_rule import Start
from tests.show.followed import RATE_HZ, Main
from tests.support import wait_for

FADE_MS = 10


@pytest.fixture
def options(tmp_path: Path) -> Options:
    settings = Settings(topics=TopicsSettings(show="our-show"))
    return Options(settings, False, True, None, None, tmp_path)


def started(monkeypatch: pytest.MonkeyPatch, options: Options, client: Any) -> tuple[Mock, Mock]:
    """A worker beside a show; returns what opened its client, and the shared show."""
    opened = Mock(side_effect=client)
    monkeypatch.setattr(spare_worker, "ShowTopicClient", opened)
    shared = Mock(spec=SharedShow)
    shared.show, shared.console, shared.start = "evening", "red-1", Start.MAIN
    worker = SpareWorker(options, Mock(), Mock())
    worker.on_show_started(RunningShow("live", Mock(), {}, "tweets", shared=shared))
    worker.close()
    return opened, shared


def test_heartbeats_go_where_the_decisions_go(
    monkeypatch: pytest.MonkeyPatch, options: Options
) -> None:
    opened, _ = started(monkeypatch, options, lambda *_: Mock())
    opened.assert_called_once_with({}, "our-show")


def test_a_main_without_a_client_is_heard(
    monkeypatch: pytest.MonkeyPatch, options: Options
) -> None:
    _, shared = started(monkeypatch, options, KafkaSettingError(verbatim("no")))
    shared.lead.assert_called_once_with(0)


class Topic:
    """A client whose records are read back in the round after the one in which they came."""

    def __init__(self) -> None:
        self.coming: list[ShowValue] = []

    def ensure_topic(self) -> bool:
        return True

    def read(self, timeout_s: float) -> list[ShowValue]:
        found, self.coming = self.coming, []
        return found

    def write(self, key: str, value: dict[str, Any]) -> None:
        self.coming.append(ShowValue(msgspec.json.encode(value), True))

    def close(self) -> None:
        """Nothing is held."""


def test_an_overtaken_main_is_muted_in_the_round_in_which_it_reads_that(
    monkeypatch: pytest.MonkeyPatch, options: Options
) -> None:
    """No time passes between: what is left is a tick of the show thread, a block and the fade."""
    topic, main, tap = Topic(), Main(), DecisionTap()
    monkeypatch.setattr(spare_worker, "ShowTopicClient", lambda *_: topic)
    tap.begin("evening", "tweets", 0)
    tap.driver = main.show
    calls: list[Callable[[], None]] = []
    thread = Mock(call_soon=calls.append)
    thread.snapshot.return_value = main.show.next_snapshot()
    part = replace(options, part=Start.MAIN)
    shared = shared_show(part, tap, thread)
    worker = SpareWorker(part, main.clock, Mock())
    worker.on_show_started(RunningShow("live", thread, {}, "tweets", shared=shared))

    def step() -> None:
        """A round of the worker, and a tick of the show thread."""
        worker.on_idle()
        while calls:
            calls.pop(0)()
        main.show.tick()

    wait_for(lambda: step() or tap.epoch == 1)
    other = Stamp("evening", "tweets", "blue-2", 2, 1, 0)
    for kind in ("takeover", "heartbeat"):
        topic.write("", topic_value(TopicRecord(other, {"type": kind})))
    main.advance(1_000)
    frame = main.port.frame_now()
    step()
    assert tap.epoch == 0
    muted = main.port.ramps[Curve.HEARD][-1]
    assert (muted.target, muted.frame) == (0.0, frame)
    assert muted.ramp_frames <= RATE_HZ * FADE_MS // 1000
    worker.close()

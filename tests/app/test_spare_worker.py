"""The worker of a show that several consoles share: which topic, and what without one."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.shared_show import SharedShow
from mwk_desktop.app.workers import spare_worker
from mwk_desktop.app.workers.spare_worker import SpareWorker
from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.messages import verbatim
from mwk_desktop.show.settings.load import Settings, TopicsSettings
from mwk_desktop.show.spare.takeover_rule import Start


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

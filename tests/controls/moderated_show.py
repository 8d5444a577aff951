"""A moderated show behind the presenter's phone, for tests in a browser."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.talk_clock import ExtendTalk, PauseTalk, TalkState
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.word_list import WordList
from tests.controls.remote_browser import Device
from tests.controls.remote_stand import RemoteBench
from tests.show.shows import MUSIC, WINDOW_MS, Live, batch_of
from tests.support import T0_MS


class ModeratedShow:
    """A live show with a word list, under a held clock; any thread asks it."""

    def __init__(self, folder: Path) -> None:
        rules = CountingRules(window_ms=WINDOW_MS, approve=True, words=WordList(["crap"]))
        counting = Counting(rules, MUSIC.clips, 5, remember=1024)
        self._live = Live(folder / "show.jsonl", counting=counting)
        self._lock = threading.Lock()
        self._tweets = 0
        self.talk: TalkState | None = None
        self.changes: dict[str, Any] = {}
        """Of the snapshot: states that a clock which stands still does not reach."""
        self.asked: list[Any] = []

    def snapshot(self) -> Snapshot:
        with self._lock:
            now = self._live.show.next_snapshot()
        return replace(now, workers=replace(now.workers, talk=self.talk), **self.changes)

    def send(self, command: Any) -> None:
        if isinstance(command, PauseTalk | ExtendTalk):
            self.asked.append(command)
            return
        with self._lock:
            self._live.show.apply_command(command)

    def write(self, *texts: str) -> None:
        """Messages by different people."""
        with self._lock:
            for text in texts:
                self._tweets += 1
                pair = (f"user{self._tweets}", text)
                self._live.show.fold_batch(batch_of(T0_MS, pair, first=self._tweets))

    def wall(self) -> list[str]:
        return [item.text for item in self.snapshot().feed]

    def waiting(self) -> list[str]:
        return [item.text for item in self.snapshot().moderation.queue]


@pytest.fixture
def show(tmp_path: Path) -> ModeratedShow:
    return ModeratedShow(tmp_path)


@pytest.fixture
def remote(show: ModeratedShow) -> Iterator[RemoteBench]:
    bench = RemoteBench(show)
    yield bench
    bench.server.close()


def count_is(device: Device, count: int) -> None:
    device.page.wait_for_function(
        f"() => document.getElementById('waiting').textContent === '{count}'"
    )


@pytest.fixture
def busy(show: ModeratedShow, device_of: Callable[..., Device]) -> Callable[[str], Device]:
    """Opens a phone of a language on which everything is to be seen: a mixer's and a moderator's
    part, the talk's last minute, messages that wait and one that is approved."""

    def open_phone(language: str) -> Device:
        show.write("drum one " + "x" * 200, "this crap", "vocal three", "pad four")
        show.talk = TalkState(50_000, True, "red")
        device = device_of("mix", "moderate", size=(390, 844), language=language)
        count_is(device, 4)
        device.tap("#queue li:nth-child(1) button.approve")
        device.wait("#messages li")
        device.wait("#talk[data-level=red]")
        return device

    return open_phone

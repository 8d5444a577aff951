"""How a show's thread is started: after its engine, held back as asked, its failure said."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any

import pytest

from mwk_desktop.app.wiring import engine_setup
from mwk_desktop.app.wiring.engine_setup import start_show_thread
from mwk_desktop.records.batch import Batch
from tests.support import wait_for


class Steps:
    """A driver and an engine that write down what happens, in order."""

    finished = False

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.failure: Exception | None = None
        monkeypatch.setattr(engine_setup, "tune_memory", lambda: None)

    def wait_started(self, timeout_s: float) -> bool:
        self.calls.append("engine")
        return True

    def start(self) -> None:
        self.calls.append("start")

    def fold_batch(self, batch: Any, between_slices: Any) -> None:
        self.calls.append("batch")

    def apply_command(self, command: Any) -> None:
        raise AssertionError("nobody commands")

    def tick(self) -> None:
        if self.failure is not None:
            raise self.failure

    def next_snapshot(self) -> Any:
        return SimpleNamespace(engine=SimpleNamespace(master_peak_left=0.0))

    def finish(self) -> None:
        self.calls.append("finish")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Any:
    return Steps(monkeypatch)


def test_the_engine_then_the_moment_then_the_show(steps: Any) -> None:
    with ExitStack() as stack:
        start_show_thread(steps, stack, steps, lambda: steps.calls.append("moment"))
        wait_for(lambda: "start" in steps.calls)
    assert steps.calls == ["engine", "moment", "start", "finish"]


def test_sources_are_held_back_as_the_show_asks(steps: Any) -> None:
    behind = threading.Event()
    behind.set()
    with ExitStack() as stack:
        thread = start_show_thread(steps, stack, steps, held_back=behind.is_set)
        assert not thread.put(Batch(), 0.001)
        behind.clear()
        assert thread.put(Batch())
    assert steps.calls == ["engine", "start", "batch", "finish"]


def test_a_show_that_stopped_says_why(
    steps: Any, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    steps.failure = RuntimeError("a bug")
    with ExitStack() as stack:
        assert start_show_thread(steps, stack, steps).wait_finished(10)
    assert capsys.readouterr().err == "mwk: the show stopped: RuntimeError: a bug\n"
    caplog.clear()

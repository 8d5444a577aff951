"""A signal while a process starts waits until it has started."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from mwk_desktop.platform.spawning import start_process


class Interrupted:
    """A process in the middle of whose start signals arrive."""

    def __init__(self, *numbers: signal.Signals) -> None:
        self.numbers = numbers
        self.started = False

    def start(self) -> None:
        for number in self.numbers:
            signal.raise_signal(number)
        self.started = True


@pytest.fixture
def handled() -> Iterator[list[int]]:
    """The signals whose handlers ran, which both interrupt."""
    found: list[int] = []

    def interrupt(number: int, _frame: Any) -> None:
        found.append(number)
        raise KeyboardInterrupt

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, interrupt) for number in numbers}
    yield found
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_start_is_never_left_half_way(handled: list[int], number: signal.Signals) -> None:
    process = Interrupted(number)
    with pytest.raises(KeyboardInterrupt):
        start_process(process)
    assert process.started
    assert handled == [number]
    with pytest.raises(KeyboardInterrupt):  # and now it interrupts at once, as before
        signal.raise_signal(number)
    assert handled == [number, number]


def test_without_a_signal_nothing_changes(handled: list[int]) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    process = Interrupted()
    start_process(process)
    assert process.started
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
    assert handled == []


def test_a_start_that_fails_keeps_the_handlers(handled: list[int]) -> None:
    before = signal.getsignal(signal.SIGTERM)

    class Failing(Interrupted):
        def start(self) -> None:
            raise OSError("no more processes")

    with pytest.raises(OSError, match="no more processes"):
        start_process(Failing())
    assert signal.getsignal(signal.SIGTERM) is before


def test_other_threads_start_processes_too() -> None:
    process = Interrupted()
    thread = threading.Thread(target=start_process, args=(process,))
    thread.start()
    thread.join()
    assert process.started

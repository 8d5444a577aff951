"""A show without windows: prints on stderr what the console would show, one line each.

Main thread. It may block: the show does not depend on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mwk_desktop.app.line_printer import LinePrinter
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.messages import (
    NOTHING,
    Message,
    listing,
    message,
    plural_message,
    sentences,
    verbatim,
)
from mwk_desktop.show.drivers.running import Handle
from mwk_desktop.show.snapshot import EngineState, ShowCounts, Snapshot, SourceState

HEALTHY = ("connected", "connecting", "starting", "paused", "ended", "stopped")
"""States of a source in which nothing is lost."""

_MORE: Final[Mapping[str, Message]] = {
    # With windows, a dialog with two buttons asks this.
    "history gone": message(
        "The show waits: begin it again with --lost-history oldest (what is left)"
        " or --lost-history now (what comes)."
    ),
}
"""What the presenter can do, where the source's sentence does not say so."""


class SourceLines:
    """Prints when a show's source is lost, each kind of trouble once, and when it is back."""

    def __init__(self) -> None:
        self._name = ""
        self._printed_states: set[str] = set()

    def watch(self, source: SourceState) -> None:
        """Print what is news about the source."""
        if source.name != self._name:  # another show's: nothing of it was lost yet
            self._name = source.name
            self._printed_states.clear()
        if source.state == "connected":
            if self._printed_states:
                print_stderr(message("{name}: connected again", name=source.name))
            self._printed_states.clear()
        elif source.state not in HEALTHY and source.state not in self._printed_states:
            # Each kind of trouble once until it is over: a broker that is down is retried forever.
            self._printed_states.add(source.state)
            line = source.detail or verbatim(f"{source.name}: {source.state}")
            print_stderr(sentences([line, _MORE.get(source.state, NOTHING)]))


class HeadlessConsole:
    """Wraps a running show for :func:`mwk_desktop.show.drivers.running.wait_for_end`.

    It also ends when no one is left to hear or read it: the output is silent and the reader of
    stdout has gone. A show that can be heard goes on.
    """

    def __init__(self, show: Handle, lines: LinePrinter) -> None:
        self._show = show
        self._lines = lines
        self._printed: frozenset[Message] = frozenset()
        self._device = ""
        self._device_lost = False
        self._printed_details: set[str] = set()
        self._rate_hz = 0
        self._source_lines = SourceLines()
        self._malformed_printed = False

    def snapshot(self) -> Snapshot:
        return self._show.snapshot()

    def wait_finished(self, timeout_s: float) -> bool:
        """Wait a moment; returns whether the show is over. Prints news: one line when something is
        lost, one when it is back."""
        finished = self._show.wait_finished(timeout_s)
        snapshot = self._show.snapshot()
        self._watch_device(snapshot.engine)
        self._source_lines.watch(snapshot.source)
        self._watch_records(snapshot.counts)
        # The source's own sentence changes with every attempt; it was printed once, above.
        problems = frozenset(
            each.text for each in snapshot.problems if each.summary != snapshot.source.detail
        )
        for problem in sorted(problems - self._printed, key=str):
            print_stderr(problem)
        self._printed = problems
        return finished or (self._lines.unread and snapshot.engine.state == "silent")

    def print_end(self) -> None:
        """At the end, print how many records were not tweets, if any."""
        malformed = self._show.snapshot().counts.malformed
        if malformed:
            print_stderr(
                plural_message("1 record was no tweet", "{count} records were no tweets", malformed)
            )

    def _watch_records(self, counts: ShowCounts) -> None:
        """Print the first record that is not a tweet, and why: it may be the wrong topic."""
        if counts.first_malformed and not self._malformed_printed:
            self._malformed_printed = True
            print_stderr(message("a record is no tweet: {record}", record=counts.first_malformed))

    def _watch_device(self, engine: EngineState) -> None:
        if engine.state == "running":
            if self._device_lost:
                line = message("the sound is back: {device}", device=engine.device)
                if self._rate_hz not in (0, engine.rate_hz):
                    line = message(
                        "the sound is back: {device}, at {rate:g} kHz: "
                        "the sounds are conformed to it",
                        device=engine.device,
                        rate=engine.rate_hz / 1000,
                    )
                print_stderr(line)
            self._device_lost, self._device = False, engine.device
            self._rate_hz = engine.rate_hz
            self._printed_details = set()
        elif engine.device_missing and not self._device_lost:
            self._device_lost = True
            lost = message("no sound")
            if self._device:
                lost = message("the output {device} is gone", device=self._device)
            print_stderr(listing([each for each in (lost, engine.detail) if each], ": "))
            self._printed_details = {str(engine.detail)}
        elif engine.device_missing and str(engine.detail) not in self._printed_details:
            # It is back but cannot be used: print each reason once.
            self._printed_details.add(str(engine.detail))
            print_stderr(engine.detail)
        elif engine.state == "silent" and not engine.device_missing:
            self._device_lost = False  # silence was chosen

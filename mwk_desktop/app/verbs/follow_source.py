"""What the verbs that follow a network share: from the source into Kafka or onto the screen.

Threads: the main thread waits and prints figures once a second; the source and the inlet have their
own threads.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final, Generic

from mwk_desktop.app.metrics_server import Figure, MetricsServer
from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.room_setup import RoomFilter, room_code
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.workers.metrics_worker import inlet_figures
from mwk_desktop.messages import NOTHING, Message, message_of
from mwk_desktop.sources.followed_source import ENDED_BY_REFUSAL, Figures, FollowedSource
from mwk_desktop.sources.status_source import StatusMessage
from mwk_desktop.terminal_text import RawText, escape_controls

if TYPE_CHECKING:
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
TELL_S: Final = 1.0
CLEAR: Final = "\r\x1b[K"
"""Moves to the beginning of a terminal's line and clears it."""


@dataclass(frozen=True, slots=True)
class FollowOptions:
    """The options of these verbs: print instead of write; partitions of a new topic."""

    dry_run: bool = False
    partitions: int = 4


class SourceReport(ABC, Generic[Figures]):
    """What a verb reports about its source.

    Parameters
    ----------
    kind
        The verb: the type of its JSON lines.
    """

    def __init__(self, kind: str, source: FollowedSource[Figures]) -> None:
        self.kind = kind
        self._source = source

    @property
    def figures(self) -> Figures:
        """What was received so far."""
        return self._source.figures

    @property
    def ended(self) -> str:
        """Why the source has ended: ``stopped``, ``refused``, ``bug``...; empty if it has not."""
        return self.figures.ended

    @property
    def was_open(self) -> bool:
        """Whether a stream was open at all."""
        return self.figures.connections > 0

    def line(self) -> dict[str, Any]:
        """The figures, for a JSON line."""
        counted = asdict(self.figures)
        del counted["ended"]
        return counted

    @abstractmethod
    def parts(self, kafka_waiting: int) -> list[str]:
        """The figures, for people: joined they are a sentence."""

    @abstractmethod
    def metrics(self) -> Iterator[Figure]:
        """The figures, for Prometheus."""


def counted_parts(
    posts: int, sent: int, others: Iterable[tuple[int, str]], kafka_waiting: int
) -> list[str]:
    """`12 posts, 11 sent, 1 came again`, `3 wait for Kafka`; what did not happen is left out."""
    counted = [f"{posts:,} posts", f"{sent:,} sent"]
    counted += [f"{number:,} {words}" for number, words in others if number]
    waiting = [f"{kafka_waiting:,} wait for Kafka"] if kafka_waiting else []
    return [", ".join(counted), *waiting]


def follow_source(
    options: Options,
    wanted: FollowOptions,
    source: FollowedSource[Figures],
    report: SourceReport[Figures],
) -> bool:
    """Follow a source until it ends, the time is over, or Ctrl+C; prints a summary.

    Returns
    -------
    bool
        Whether every message reached Kafka.

    Raises
    ------
    BadInput
        Kafka cannot be reached.
    """
    inlet: KafkaInlet | None = None
    with ExitStack() as stack:
        stack.enter_context(options.lines.running())
        if wanted.dry_run:
            source.start(lambda post: _print(options, post))
        else:
            inlet = _open_inlet(options, wanted, f"mwk-{report.kind}")
            stack.callback(inlet.abandon)
            settings = options.settings
            source.start(RoomFilter(inlet, room_code(options), settings.show.hashtag))
        stack.callback(source.stop)
        if options.metrics is not None:

            def metrics() -> Iterator[Figure]:
                yield from report.metrics()
                if inlet is not None:
                    yield from inlet_figures(inlet)

            stack.callback(MetricsServer(options.metrics, metrics).close)
        watch = _Watch(options, source, report, inlet)
        with suppress(KeyboardInterrupt):
            watch.run(options.exit_after_s)
        source.stop()
        is_complete = _close(inlet)
        watch.print_summary()
    return is_complete


def _open_inlet(options: Options, wanted: FollowOptions, client_id: str) -> KafkaInlet:
    """Open the producer into Kafka; raises :class:`BadInput` if Kafka cannot be reached."""
    from mwk_desktop.app.wiring.connection_lines import ConnectionLines, cannot_begin
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic

    kafka, topic = options.settings.kafka, options.settings.topics.input
    try:
        ensure_topic(kafka, topic, partitions=wanted.partitions)
        inlet = KafkaInlet(kafka, topic, client_id=client_id, on_state=ConnectionLines())
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from error
    except TopicError as error:
        raise cannot_begin(error) from None
    inlet.start()
    return inlet


def _close(inlet: KafkaInlet | None) -> bool:
    """Close the inlet; returns whether all messages arrived (and says on stderr if not)."""
    from mwk_desktop.kafka.tweet_producer import ProduceError

    if inlet is None:
        return True
    try:
        inlet.close()
    except ProduceError as error:
        print_stderr(message_of(error))
        return False
    return True


def _print(options: Options, post: StatusMessage) -> bool:
    """Print a message of a dry run."""
    status = json.loads(post.value)
    if options.json:
        line = {"type": "tweet", "timestamp_ms": post.timestamp_ms, "value": status}
        print_json(options, line)
    else:
        if "Text" not in status:
            return True  # a deletion: it is counted
        at = time.strftime("%H:%M:%S", time.localtime(post.timestamp_ms / 1000))
        text = " ".join(status["Text"].split())
        who = f"@{status['User']['ScreenName']}"
        shown = "".join(char if char.isprintable() else " " for char in f"{who}  {text}")
        # Overwrite the line of figures if both go to the same terminal.
        clear = CLEAR if sys.stdout.isatty() else ""
        options.lines.print_line(RawText(clear + escape_controls(f"{at}  {shown}")))
    return True


class _Watch:
    """Prints changes of state on stderr, and figures once a second."""

    def __init__(
        self,
        options: Options,
        source: FollowedSource[Any],
        report: SourceReport[Any],
        inlet: KafkaInlet | None,
    ) -> None:
        self._options = options
        self._source = source
        self._report = report
        self._inlet = inlet
        self._last_printed: Message = NOTHING
        self._on_terminal = not options.json and sys.stderr.isatty()

    def run(self, for_s: float | None) -> None:
        """Wait until the source has ended, at most ``for_s`` seconds."""
        ends_s = time.monotonic() + (for_s if for_s is not None else float("inf"))
        told_s = time.monotonic()
        while not self._source.wait_ended(0.05):
            self._print_state()
            now_s = time.monotonic()
            if now_s - told_s >= TELL_S:
                told_s = now_s
                self._print_figures()
            if now_s >= ends_s or self._options.lines.unread:
                return
        self._print_state()

    def print_summary(self) -> None:
        """Print the last line."""
        ended = self._report.ended
        if ended == ENDED_BY_REFUSAL and not self._report.was_open:
            return  # nothing was received: the error says it all
        if self._options.json:
            print_json(self._options, self._figures_line("summary") | {"ended": ended})
            return
        self._clear_line()
        self._options.lines.print_line(self._figures_text())

    def _print_state(self) -> None:
        state = self._source.state
        refused = self._report.ended == ENDED_BY_REFUSAL  # printed when the verb ends
        if state.link in ("connecting", "off") or refused or state.detail == self._last_printed:
            return
        self._last_printed = state.detail
        self._clear_line()
        print_stderr(state.detail)

    def _print_figures(self) -> None:
        if self._source.state.link == "connecting":
            return
        if self._options.json:
            print_json(self._options, self._figures_line(self._report.kind))
        elif self._on_terminal:
            text = self._figures_text()
            columns = shutil.get_terminal_size().columns
            sys.stderr.write(RawText(CLEAR + escape_controls(text[: columns - 1])))
            sys.stderr.flush()

    def _clear_line(self) -> None:
        if self._on_terminal:
            sys.stderr.write(RawText(CLEAR))
            sys.stderr.flush()

    def _figures_line(self, kind: str) -> dict[str, Any]:
        state = self._source.state
        line: dict[str, Any] = {"type": kind, "state": state.link, "detail": str(state.detail)}
        line |= self._report.line()
        if self._inlet is not None:
            found = self._inlet.deliveries
            line |= {
                "delivered": found.delivered,
                "failed": found.failed,
                "waiting": self._inlet.waiting,
                "kafka": str(self._inlet.state.link),
            }
        return line

    def _figures_text(self) -> str:
        waiting = 0 if self._inlet is None else self._inlet.waiting
        return "; ".join(self._report.parts(waiting))

"""`mwk twitter`: follows the stream, into Kafka or onto the screen.

Threads: the main thread waits and prints figures once a second; the source and the inlet have their
own threads.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from mwk_desktop.app.metrics_server import Figure, MetricsServer
from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.workers.metrics_worker import inlet_figures
from mwk_desktop.app.workers.twitter_stream import (
    PrepareClient,
    token_of,
    twitter_bill,
    twitter_source,
)
from mwk_desktop.messages import NOTHING, Message, message, message_of, sentences
from mwk_desktop.sources.status_source import StatusMessage
from mwk_desktop.sources.twitter_source import (
    ENDED_BY_BUDGET,
    ENDED_BY_REFUSAL,
    TwitterFigures,
    TwitterSource,
)
from mwk_desktop.terminal_text import RawText, escape_controls

if TYPE_CHECKING:
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
TELL_S: Final = 1.0
CLEAR: Final = "\r\x1b[K"
"""Moves to the beginning of a terminal's line and clears it."""


@dataclass(frozen=True, slots=True)
class TwitterOptions:
    """The options of `mwk twitter`: print instead of write; partitions of a new topic."""

    dry_run: bool = False
    partitions: int = 4


def follow_twitter(
    options: Options, wanted: TwitterOptions, prepare: PrepareClient | None = None
) -> int:
    """Follow the stream until it ends, the time is over, or Ctrl+C.

    Returns
    -------
    int
        0: ended as asked, or by the budget; 1: messages did not reach Kafka.

    Raises
    ------
    BadInput
        No token, or X refuses it or the rule; or no Kafka.
    """
    source = twitter_source(options.settings, twitter_bill(options.settings), prepare)
    inlet: KafkaInlet | None = None
    with ExitStack() as stack:
        stack.enter_context(options.lines.running())
        if wanted.dry_run:
            source.start(lambda post: _print(options, post))
        else:
            inlet = _open_inlet(options, wanted)
            stack.callback(inlet.abandon)
            source.start(inlet)
        stack.callback(source.stop)
        if options.metrics is not None:
            metrics = partial(twitter_figures, source, inlet)
            stack.callback(MetricsServer(options.metrics, metrics).close)
        watch = _Watch(options, source, inlet)
        with suppress(KeyboardInterrupt):
            watch.run(options.exit_after_s)
        source.stop()
        lost = _close(inlet)
        watch.print_summary()
    figures = source.figures
    if figures.ended == ENDED_BY_REFUSAL:
        parts = [source.state.detail]
        if source.token_refused:
            parts.append(message("It stands in {where}.", where=token_of(options.settings)[1]))
        raise BadInput(sentences(parts))
    return 1 if lost or figures.ended == "bug" else 0


def _open_inlet(options: Options, wanted: TwitterOptions) -> KafkaInlet:
    """Open the producer into Kafka; raises :class:`BadInput` if Kafka cannot be reached."""
    from mwk_desktop.app.wiring.connection_lines import ConnectionLines, cannot_begin
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic

    kafka, topic = options.settings.kafka, options.settings.topics.input
    try:
        ensure_topic(kafka, topic, partitions=wanted.partitions)
        inlet = KafkaInlet(kafka, topic, client_id="mwk-twitter", on_state=ConnectionLines())
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from error
    except TopicError as error:
        raise cannot_begin(error) from None
    inlet.start()
    return inlet


def _close(inlet: KafkaInlet | None) -> bool:
    """Close the inlet; returns whether messages were lost (and says so on stderr)."""
    from mwk_desktop.kafka.tweet_producer import ProduceError

    if inlet is None:
        return False
    try:
        inlet.close()
    except ProduceError as error:
        print_stderr(message_of(error))
        return True
    return False


def _print(options: Options, post: StatusMessage) -> bool:
    """Print a message of a dry run."""
    status = json.loads(post.value)
    if options.json:
        line = {"type": "tweet", "timestamp_ms": post.timestamp_ms, "value": status}
        print_json(options, line)
    else:
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

    def __init__(self, options: Options, source: TwitterSource, inlet: KafkaInlet | None) -> None:
        self._options = options
        self._source = source
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
        figures = self._source.figures
        if figures.ended == ENDED_BY_REFUSAL and not figures.connections:
            return  # nothing was received: the error says it all
        if self._options.json:
            print_json(self._options, self._figures_line("summary") | {"ended": figures.ended})
            return
        self._clear_line()
        self._options.lines.print_line(figures_text(figures, self._inlet))

    def _print_state(self) -> None:
        state = self._source.state
        refused = self._source.figures.ended == ENDED_BY_REFUSAL  # printed when the verb ends
        if state.link in ("connecting", "off") or refused or state.detail == self._last_printed:
            return
        self._last_printed = state.detail
        self._clear_line()
        print_stderr(state.detail)

    def _print_figures(self) -> None:
        if self._source.state.link == "connecting":
            return
        if self._options.json:
            print_json(self._options, self._figures_line("twitter"))
        elif self._on_terminal:
            text = figures_text(self._source.figures, self._inlet)
            columns = shutil.get_terminal_size().columns
            sys.stderr.write(RawText(CLEAR + escape_controls(text[: columns - 1])))
            sys.stderr.flush()

    def _clear_line(self) -> None:
        if self._on_terminal:
            sys.stderr.write(RawText(CLEAR))
            sys.stderr.flush()

    def _figures_line(self, kind: str) -> dict[str, Any]:
        state, figures = self._source.state, self._source.figures
        line: dict[str, Any] = {"type": kind, "state": state.link, "detail": str(state.detail)}
        counted = asdict(figures)
        del counted["ended"]
        line |= counted | {"spent_usd": round(figures.spent_usd, 6)}
        if self._inlet is not None:
            found = self._inlet.deliveries
            line |= {
                "delivered": found.delivered,
                "failed": found.failed,
                "waiting": self._inlet.waiting,
                "kafka": str(self._inlet.state.link),
            }
        return line


def twitter_figures(source: TwitterSource, inlet: KafkaInlet | None) -> Iterator[Figure]:
    """The stream's metrics."""
    found = source.figures
    for name, text, value in (
        ("posts", "Posts read.", found.posts),
        ("sent", "Posts passed on.", found.sent),
        ("duplicates", "Posts that came again.", found.duplicates),
        ("unreadable", "Posts that cannot be read.", found.unreadable),
        ("spent_dollars", "What X bills, about.", found.spent_usd),
    ):
        yield Figure.single(f"mwk_twitter_{name}_total", text, "counter", value)
    if inlet is not None:
        yield from inlet_figures(inlet)


def figures_text(figures: TwitterFigures, inlet: KafkaInlet | None) -> str:
    """The figures as a sentence: `12 posts, 11 sent, 1 came again; $0.18 of $5.00; ...`."""
    counted = [f"{figures.posts:,} posts", f"{figures.sent:,} sent"]
    for number, words in (
        (figures.duplicates, "came again"),
        (figures.elsewhere, "for other rules"),
        (figures.unreadable, "unreadable"),
    ):
        if number:
            counted.append(f"{number:,} {words}")
    parts = [", ".join(counted)]
    if inlet is not None and inlet.waiting:
        parts.append(f"{inlet.waiting:,} wait for Kafka")
    money = f"about ${figures.spent_usd:.2f}"
    parts.append(money if figures.budget_usd is None else f"{money} of ${figures.budget_usd:.2f}")
    rate = figures.rate_limit
    if rate is not None:
        parts.append(f"{rate.remaining} of {rate.limit} requests left")
    if figures.ended == ENDED_BY_BUDGET:
        parts.append("the budget is spent")
    return "; ".join(parts)

"""`mwk streams`: runs one instance of the aggregation service."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING

from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.line_printer import OutputError
from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.rules_setup import open_sounds, rules_with
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.value_schemas import live_schemas
from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import NOTHING, Message, message, message_of, sentences

if TYPE_CHECKING:
    from mwk_desktop.app.metrics_server import Figure, Labels
    from mwk_desktop.service.pipeline import Service, ServiceSettings

REPORT_EVERY_S = 1.0
AGAIN_S = 2.0
"""Pause between two attempts while Kafka is away."""

READS = ("charts", "tops", "users", "tweets")
"""What an instance serves by HTTP beside its figures."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_GROUP = re.compile(r"[A-Za-z0-9._-]{1,200}")


@dataclass(frozen=True, slots=True)
class StreamsOptions:
    """The options of `mwk streams`."""

    group: str = "mwk-streams"
    partitions: int = 4
    replication: int = 1


def run_streams(options: Options, wanted: StreamsOptions) -> int:
    """Run one instance until it is stopped."""
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.topic_admin import TopicError
    from mwk_desktop.service.pipeline import (
        DamagedPartialError,
        OtherWindowsError,
        RightMissingError,
        ServiceSettings,
    )

    if not _GROUP.fullmatch(wanted.group):
        raise BadInput(
            message(
                "--group {group}: letters, digits, dots, hyphens and underscores, 200 at most",
                group=wanted.group,
            )
        )
    sounds = open_sounds(options.settings)
    show = options.settings.show
    clips = {name: [clip.name for clip in infos] for name, infos in sounds.clips.items()}
    settings = ServiceSettings(
        properties=kafka_properties(options),
        input_topic=options.settings.topics.input,
        group=wanted.group,
        rules=rules_with(options.settings, sounds.aliases),
        grace_ms=show.grace_ms,
        clips=clips,
        seed=show.seed or 0,
        partitions=wanted.partitions,
        replication=wanted.replication,
    )
    try:
        with live_schemas(options.settings) as schemas:
            _Run(options, replace(settings, schemas=schemas)).run_until_stopped()
    except (
        DamagedPartialError,
        KafkaSettingError,
        OtherWindowsError,
        RightMissingError,
        TopicError,
    ) as error:
        raise BadInput(message_of(error)) from None
    return 0


class _Run:
    """Runs instances one after another until stopped: if Kafka breaks one off, the next goes on.

    Threads: the main thread counts; the *reporter* prints figures, and stops the run in time.
    """

    def __init__(self, options: Options, settings: ServiceSettings) -> None:
        from mwk_desktop.service.pipeline import ServiceProgress

        self._options = options
        self._settings = settings
        self._progress = ServiceProgress()
        self._service: Service | None = None
        self._ends = threading.Event()
        self._last_printed = NOTHING

    def run_until_stopped(self) -> None:
        """Run until stopped (blocks); raises errors that waiting cannot mend."""
        from mwk_desktop.kafka.topic_admin import TopicError
        from mwk_desktop.service.pipeline import BrokenOffError, Service

        threading.Thread(target=self._report_progress, name="streams-reporter", daemon=True).start()
        server = None
        if self._options.metrics is not None:
            from mwk_desktop.app.metrics_server import MetricsServer  # late: rarely asked for

            reads = {f"/{name}": partial(self._read, name) for name in READS}
            server = MetricsServer(self._options.metrics, self._figures, reads)
        before = {number: signal.signal(number, self._end) for number in _SIGNALS}
        try:
            while not self._ends.is_set():
                if not self._answers():
                    self._ends.wait(AGAIN_S)
                    continue
                try:
                    self._service = Service(self._settings, self._progress)
                    self._service.run()
                    return
                except BrokenOffError as error:
                    self._print_problem(
                        message("it was broken off ({error}); going on", error=message_of(error))
                    )
                    self._ends.wait(AGAIN_S)
                except TopicError as error:
                    if error.link is None:
                        raise
                    self._print_problem(sentences([error.message, message("Trying on.")]))
                    self._ends.wait(AGAIN_S)
                finally:
                    self._service = None
        finally:
            self._ends.set()
            if server is not None:
                server.close()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._ends.set()
        if self._service is not None:
            self._service.stop()

    def _read(self, name: str) -> object:
        """What is served at ``/name``; None where this instance does not know it."""
        service = self._service
        return None if service is None else service.read(name)

    def _figures(self) -> Iterator[Figure]:
        from mwk_desktop.app.metrics_server import Figure

        progress, service = self._progress, self._service
        for name, text in (
            ("tweets", "Distinct tweets counted here."),
            ("late", "Votes that came after their window had closed."),
            ("malformed", "Records that are no tweets."),
            ("duplicates", "Tweets that were delivered again."),
            ("windows", "Windows closed here."),
        ):
            yield Figure.single(f"mwk_{name}_total", text, "counter", getattr(progress, name))
        text = "Whether this instance merges."
        yield Figure.single("mwk_merges", text, "gauge", progress.merges)
        if service is None:
            return
        lags: dict[Labels, float | tuple[int, float]] = {
            (("partition", str(number)),): lag for number, lag in service.lags.items()
        }
        text = "Records of a partition that are not counted yet."
        yield Figure("mwk_lag_records", text, "gauge", lags)
        for name, text, seconds in service.latencies:
            yield Figure(f"mwk_{name}_seconds", text, "summary", {(): seconds})

    def _answers(self) -> bool:
        """Whether Kafka answers; prints the reason if not."""
        from mwk_desktop.kafka.probe import probe_topic

        settings = self._settings
        state = probe_topic(settings.properties, settings.input_topic, read_messages=False).state
        if state.ok:
            self._last_printed = NOTHING
            return True
        self._print_problem(sentences([state.sentence, message("Trying on.")]))
        return False

    def _print_problem(self, problem: Message) -> None:
        """Print a problem once on stderr."""
        self._progress.problem = str(problem)
        if problem != self._last_printed:
            self._last_printed = problem
            if problem:
                print_stderr(problem)

    def _report_progress(self) -> None:
        """Print figures: as JSON every second, as text only after some work was done."""
        options, progress = self._options, self._progress
        begin_s = time.monotonic()
        before = -1
        unread = False
        while not self._ends.wait(REPORT_EVERY_S):
            service = self._service
            seconds = time.monotonic() - begin_s
            if options.exit_after_s is not None and seconds >= options.exit_after_s:
                # Repeated every second: an instance that is just starting would miss it.
                if service is None:
                    self._ends.set()
                else:
                    service.stop()
            if service is not None:
                service.update_progress()
            try:
                if unread:
                    continue
                if options.json:
                    line = {"type": "streams", "t_ms": wall_ms()}
                    print_json(options, line | asdict(progress))
                elif progress.tweets != before:
                    before = progress.tweets
                    options.lines.print_line(
                        f"{progress.tweets:,} tweets read here in {seconds:.0f} s, "
                        f"{progress.windows:,} windows closed"
                    )
            except (BrokenPipeError, OutputError):
                unread = True  # it goes on counting for the cluster

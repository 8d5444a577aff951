"""`mwk streams`: runs one instance of the aggregation service, in the environment it needs.

It imports the service only once its library is known to be installed: the console's environment has
a newer Kafka client, so the service has its own environment.
"""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mwk_desktop import platform
from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.line_printer import OutputError
from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.sound_setup import open_sounds, rules_with
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import NOTHING, Message, message, message_of, sentences, verbatim

if TYPE_CHECKING:
    from mwk_desktop.service.pipeline import Service, ServiceSettings

LIBRARY = "quixstreams"
OWN_ENVIRONMENT = ".venv-streams"
REPORT_EVERY_S = 1.0
AGAIN_S = 2.0
"""Pause between two attempts while Kafka is away."""

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
    if importlib.util.find_spec(LIBRARY) is None:
        return _run_in_service_environment()
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.service.pipeline import OtherWindowsError, ServiceSettings

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
        state_dir=_own_folder(options.state_dir / "streams"),
        input_topic=options.settings.topics.input,
        group=wanted.group,
        rules=rules_with(options.settings, sounds.aliases),
        grace_ms=show.grace_ms,
        clips=clips,
        seed=show.seed or 0,
        partitions=wanted.partitions,
        replication=wanted.replication,
    )
    run = _Run(options, settings)
    try:
        run.run_until_stopped()
    except (KafkaSettingError, OtherWindowsError) as error:
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
        from mwk_desktop.service.pipeline import BrokenOffError, Service

        threading.Thread(target=self._report_progress, name="streams-reporter", daemon=True).start()
        try:
            while not self._ends.is_set():
                if not self._answers():
                    self._ends.wait(AGAIN_S)
                    continue
                before = {number: signal.getsignal(number) for number in _SIGNALS}
                try:
                    self._service = Service(self._settings, self._progress)
                    self._service.run()
                    return
                except BrokenOffError as error:
                    self._print_problem(
                        message("it was broken off ({error}); going on", error=message_of(error))
                    )
                    self._ends.wait(AGAIN_S)
                finally:
                    self._service = None
                    for number, handler in before.items():
                        signal.signal(number, handler)  # the library leaves its own handlers
        finally:
            self._ends.set()

    def _answers(self) -> bool:
        """Whether Kafka answers; prints the reason if not."""
        from mwk_desktop.kafka.connection_state import Link
        from mwk_desktop.kafka.probe import probe_topic

        settings = self._settings
        state = probe_topic(settings.properties, settings.input_topic, read_messages=False).state
        if state.ok or state.link is Link.TOPIC_MISSING:
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
        passed = ""
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
                reason = service.problem
                text = message("Kafka does not answer: {reason}", reason=reason)
                self._print_problem(text if reason else NOTHING)
            if progress.passed != passed:
                passed = progress.passed
                print(f"mwk: {passed}", file=sys.stderr)
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


def _run_in_service_environment() -> int:
    """Run in the checkout's environment that has the library; if there is none, say how to get
    it."""
    python = Path(__file__).resolve().parents[2] / OWN_ENVIRONMENT / "bin" / "python"
    if python.exists() and Path(sys.prefix).resolve() != python.parents[1].resolve():
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(python, [str(python), "-m", "mwk_desktop", *sys.argv[1:]])
    raise BadInput(
        message(
            "mwk streams needs an environment of its own (its library wants an older Kafka client):"
            " `make streams` in a checkout, else install music-with-kafka[streams] into a new one"
        )
    )


def _own_folder(parent: Path) -> Path:
    """A state folder that no other instance on this machine uses; locked until the end."""
    for number in range(1, 65):
        folder = parent / f"instance-{number}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            held = platform.current.lock_file(folder / "lock")
        except OSError as error:
            raise BadInput(verbatim(f"{folder}: {error.strerror}")) from None
        if held is not None:
            return folder / "state"
    raise BadInput(message("{path}: 64 instances run here already", path=str(parent)))

"""Starts a show on a Kafka topic: source thread, store thread, and what connects them.

The stack ends it in this order: reading stops, the show thread counts and hands over what came, the
store commits it, the source commits to the group, the engine and the recorder close.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.report_lines import progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.shared_show import SharedShow
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.value_schemas import live_schemas
from mwk_desktop.app.wiring.connection_lines import connection_problems, since_option, source_state
from mwk_desktop.app.wiring.show_files import (
    LiveOptions,
    StoredShow,
    load_show,
    open_show,
    reopen_show_file,
)
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.wiring.wall_clock_show import Followed, ShowFeed, start_counting_show
from mwk_desktop.app.workers.decision_tap import DecisionTap
from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import KafkaSettingError, servers_of
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.since import BEGINNING, NOW, Since
from mwk_desktop.kafka.topic_source import KafkaSource, LostChoice
from mwk_desktop.messages import message, message_of
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.snapshot import Problem, ProblemKind
from mwk_desktop.show.spare.takeover_rule import Start
from mwk_desktop.store.store_thread import StoreThread


def prepare_live(
    options: Options, resources: ShowResources, wanted: LiveOptions, *, early: bool = True
) -> StartShow:
    """Check that a live show is possible; returns what starts it.

    Parameters
    ----------
    early
        Open the show's file now, so that little is left to do between two shows. False if the
        running show may hold it.

    Raises
    ------
    BadInput
        A Kafka setting is wrong, or the show cannot be continued.
    """
    properties = kafka_properties(options)
    since = since_option(wanted.since, wall_ms()) if wanted.since else None
    try:
        open_consumer(properties, client_id="mwk").close()
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from None
    start = _StartLive(options, resources, properties, wanted, since)
    if early:
        start.open()
    return start


class _StartLive:
    """Starts a live show; called again, it continues the same show."""

    def __init__(
        self,
        options: Options,
        resources: ShowResources,
        properties: Mapping[str, Any],
        wanted: LiveOptions,
        since: Since | None,
    ) -> None:
        self._options = options
        self._resources = resources
        self._properties = properties
        self._wanted = wanted
        self._since = since
        self._opened: StoredShow | None = None
        self._path: Path | None = None

    def open(self) -> StoredShow:
        """Open the show's file, before the start or when starting."""
        if self._opened is None:
            clock = self._resources.clock
            self._opened = (
                open_show(self._options, self._resources, self._wanted, self._since, clock)
                if self._path is None
                else load_show(self._options, self._resources, reopen_show_file(self._path))
            )
            self._path = self._opened.file.path
        return self._opened

    def __call__(self, stack: ExitStack) -> RunningShow:
        stored, self._opened = self.open(), None  # the show closes it when it ends
        since = self._since or (NOW if self._wanted.new_show else BEGINNING)
        return start_live_show(
            self._options,
            stack,
            self._resources,
            self._properties,
            stored,
            since,
            self._wanted.lost_history,
        )


def start_live_show(
    options: Options,
    stack: ExitStack,
    resources: ShowResources,
    properties: Mapping[str, Any],
    kept: StoredShow,
    since: Since,
    lost_history: str,
    followed: Followed | None = None,
) -> RunningShow:
    """Start a live show on its topic; it ends with ``stack``.

    ``followed``: the show of another console, which decides; None: this one decides.
    """
    topic = options.settings.topics.input
    decisions = resources.decisions
    if decisions is not None:
        start = None if followed is None else followed.start
        name = kept.name if start is None else start.stamp.show
        decisions.begin(name, topic, kept.since_ms, start)
    feed = ShowFeed()
    source = KafkaSource(
        properties,
        topic,
        feed.deliver,
        next_offsets=kept.next_offsets,
        marks=kept.marks,
        topic_id=kept.topic_id,
        since=since,
        lost_history=LostChoice(lost_history),
        clock_ms=resources.clock.now_ms,
        yield_to_frames=resources.yield_to_frames,
        schemas=stack.enter_context(live_schemas(options.settings)),
        waiting=kept.waiting,
    )
    store = StoreThread(kept.file, on_committed=lambda offsets: _commit_to_group(source, offsets))
    store.start()
    # The stack ends in reverse: reading stops, the show counts what came, the store commits it, the
    # source commits to the group.
    end_source = stack.enter_context(ExitStack())  # holds what ends the source once it runs
    stack.callback(_stop_store, store)
    committer = Committer(
        kept.counting, store.submit, lambda: store.ready, lambda: source.topic_id, kept.waiting
    )
    name = f"{topic}@{servers_of(properties)}"
    thread = start_counting_show(
        options,
        stack,
        resources,
        kept.counting,
        source_state=lambda: replace(source_state(source, name), lag=source.lag, lags=source.lags),
        committer=committer,
        stored_desks=kept.desks,
        problems=lambda: _problems(source, store),
        publish=resources.publish,
        catching_up=True,
        broker_ahead_ms=lambda: source.broker_ahead_ms,
        decisions=decisions,
        followed=followed,
    )
    feed.attach(thread)
    try:
        source.start()
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from None
    end_source.callback(source.stop)
    stack.callback(source.stop_reading)
    _show_rebuild(source)
    return RunningShow(
        "live",
        thread,
        properties,
        topic,
        resolve_lost=lambda choice: source.choose(LostChoice(choice)),
        history_lost=lambda: source.state.link is Link.HISTORY_GONE,
        shared=shared_show(options, decisions, thread),
    )


def shared_show(
    options: Options, decisions: DecisionTap | None, thread: ShowThread
) -> SharedShow | None:
    """What this show offers to the worker of several consoles; None: it is alone."""
    if decisions is None or options.part is None:
        return None

    def lead(epoch: int) -> None:
        decisions.set_epoch(epoch)
        thread.call_soon(decisions.be_heard)

    def follow() -> None:
        decisions.set_epoch(0)
        thread.call_soon(decisions.fall_silent)

    def note_elsewhere(is_led_elsewhere: bool) -> None:
        decisions.is_led_elsewhere = is_led_elsewhere

    return SharedShow(
        show=decisions.show,
        console=decisions.console,
        start=options.part if decisions.start is None else Start.FOLLOW,
        hear=decisions.hear,
        lead=lead,
        follow=follow,
        note_elsewhere=note_elsewhere,
    )


def _commit_to_group(source: KafkaSource, next_offsets: Mapping[int, int]) -> None:
    """Commit to the group if offsets moved; some commits (a closed window, a block) move none."""
    if next_offsets:
        source.committed(next_offsets)


def _stop_store(store: StoreThread) -> None:
    if not store.stop():
        print_stderr(
            message(
                "the newest counts were not saved ({reason}); "
                "the next start reads those records again",
                reason=store.problem or message("the disk is slow"),
            )
        )


def _problems(source: KafkaSource, store: StoreThread) -> tuple[Problem, ...]:
    unsaved = (Problem(ProblemKind.DISK, store.problem),) if store.problem else ()
    schemas = source.schema_problem
    undecoded = (Problem(ProblemKind.BROKER, schemas),) if schemas else ()
    return (*connection_problems(source.state), *undecoded, *unsaved)


def _show_rebuild(source: KafkaSource) -> None:
    """A progress bar while what the topic held at the start is counted (on a terminal only)."""
    if not sys.stderr.isatty():
        return

    def watch() -> None:
        with progress_bar("rebuilding from the topic", " records") as advance:
            while source.state.link not in (Link.STOPPED, Link.FAILED):
                progress = source.progress
                if progress is not None:
                    advance(progress.done, progress.total)
                    if progress.caught_up:
                        return
                time.sleep(0.1)

    threading.Thread(target=watch, name="rebuild-bar", daemon=True).start()

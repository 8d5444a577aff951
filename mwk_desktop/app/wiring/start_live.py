"""Wiring of a show on a real Kafka: source thread, store thread, and what both need to know.

Order of the end (the stack's): reading stops, the show thread counts and hands over what came, the
store commits it, the source tells the group, the engine and the recorder close.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.report_lines import progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.wiring.connection_lines import since_option
from mwk_desktop.app.wiring.show_files import (
    LiveOptions,
    StoredShow,
    load_show,
    open_show,
    reopen_show_file,
)
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.wiring.wall_clock_show import start_wall_clock_show
from mwk_desktop.kafka.client_settings import KafkaSettingError, servers_of
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection import Link
from mwk_desktop.kafka.since import BEGINNING, NOW, Since
from mwk_desktop.kafka.topic_source import KafkaSource, LostChoice
from mwk_desktop.records.batch import Delivery
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.store.store_thread import StoreThread


def prepare_live(
    options: Options, band: ShowResources, wanted: LiveOptions, *, early: bool = True
) -> StartShow:
    """Look whether a live show can be; what is returned begins it.

    Parameters
    ----------
    early
        Whether the show's file is opened now, so that only little is left to do between two shows.
        False where the show that runs may hold it.

    Raises
    ------
    BadInput
        A setting of Kafka's, or a show that cannot be gone on with.
    """
    properties = kafka_properties(options)
    clock = band.clock
    since = since_option(wanted.since, clock.now_ms()) if wanted.since else None
    try:
        open_consumer(properties, client_id="mwk").close()
    except KafkaSettingError as error:
        raise BadInput(str(error)) from None
    opened = [open_show(options, band, wanted, since, clock)] if early else []
    path: list[Path] = []

    def begin(stack: ExitStack) -> RunningShow:
        if opened:
            kept = opened.pop()
        elif path:  # begun before: it goes on with that show
            kept = load_show(options, band, reopen_show_file(path[0]))
        else:
            kept = open_show(options, band, wanted, since, clock)
        path[:] = [kept.file.path]
        new = since or (NOW if wanted.new_show else BEGINNING)
        return _begin(options, stack, band, properties, kept, new, wanted.lost_history)

    return begin


def _begin(
    options: Options,
    stack: ExitStack,
    band: ShowResources,
    properties: Mapping[str, Any],
    kept: StoredShow,
    since: Since,
    lost_history: str,
) -> RunningShow:
    topic = options.settings.topics.input
    feed = _Feed()
    source = KafkaSource(
        properties,
        topic,
        feed.deliver,
        next_offsets=kept.next_offsets,
        topic_id=kept.topic_id,
        since=since,
        lost_history=LostChoice(lost_history),
        clock_ms=band.clock.now_ms,
        yield_to_frames=band.pacer.yield_to_frames,
    )
    store = StoreThread(kept.file, on_committed=lambda offsets: _tell_group(source, offsets))
    store.start()
    # The stack ends backwards: reading stops, the show counts what came, the store commits it,
    # the source tells the group.
    stack.callback(feed.stop, source)
    stack.callback(_stop_store, store)
    committer = Committer(kept.counting, store.submit, lambda: store.ready, lambda: source.topic_id)
    name = f"{topic}@{servers_of(properties)}"
    feed.thread = start_wall_clock_show(
        options,
        stack,
        band,
        kept.counting,
        source_state=lambda: state_of(source, name),
        committer=committer,
        problems=lambda: _problems(source, store),
        publish=band.publish,
    )
    try:
        source.start()
    except KafkaSettingError as error:
        raise BadInput(str(error)) from None
    feed.started = True
    stack.callback(source.stop_reading)
    _show_rebuild(source)
    return RunningShow(
        "live",
        feed.thread,
        properties,
        topic,
        resolve_lost=lambda choice: source.choose(LostChoice(choice)),
        history_lost=lambda: source.state.link is Link.HISTORY_GONE,
    )


class _Feed:
    """Between the source thread and the show thread."""

    def __init__(self) -> None:
        self.thread: ShowThread | None = None
        self.started = False

    def deliver(self, delivery: Delivery) -> bool:
        """Never waits: what finds no place is offered again."""
        return self.thread is not None and self.thread.put(delivery, timeout_s=0.0)

    def stop(self, source: KafkaSource) -> None:
        if self.started:
            source.stop()


def _tell_group(source: KafkaSource, next_offsets: Mapping[int, int]) -> None:
    """Not every commit moves an offset (a window that closed, a blocked user)."""
    if next_offsets:
        source.committed(next_offsets)


def _stop_store(store: StoreThread) -> None:
    if not store.stop():
        print(
            f"mwk: the newest counts were not saved ({store.problem or 'the disk is slow'}); "
            "the next start reads those records again",
            file=sys.stderr,
        )


def state_of(source: KafkaSource, name: str) -> SourceState:
    """The connection as the windows and the health line name it."""
    state = source.state
    return SourceState(
        "live", name, state.link.value, state.since_ms, lag=source.lag, detail=state.sentence
    )


def _problems(source: KafkaSource, store: StoreThread) -> tuple[str, ...]:
    state = source.state
    quiet = (Link.CONNECTED, Link.CONNECTING, Link.STOPPED)
    said = () if state.link in quiet else (state.sentence,)
    return (*said, *((store.problem,) if store.problem else ()))


def _show_rebuild(source: KafkaSource) -> None:
    """A progress bar while what the topic held at the start is counted (on a terminal only)."""
    if not sys.stderr.isatty():
        return

    def watch() -> None:
        with progress_bar("rebuilding from the topic", " records") as advance:
            while source.state.link != Link.STOPPED:
                progress = source.progress
                if progress is not None:
                    advance(progress.done, progress.total)
                    if progress.caught_up:
                        return
                if pause.wait(0.1):
                    return

    pause = threading.Event()
    threading.Thread(target=watch, name="rebuild-bar", daemon=True).start()

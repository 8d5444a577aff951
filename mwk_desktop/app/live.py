"""Wiring of a show on a real Kafka: source thread, store thread, and what both need to know.

Order of the end (the stack's): reading stops, the show thread counts and hands over what came, the
store commits it, the source tells the group, the engine and the recorder close.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mwk_desktop.app.attendants import Running
from mwk_desktop.app.common import BadInput, Options, progress_bar, rules_of, with_settings
from mwk_desktop.app.shows import Band, begin_live, gather, seed_of
from mwk_desktop.app.state_lines import since_option
from mwk_desktop.app.switch import Begin
from mwk_desktop.clock import Clock
from mwk_desktop.kafka.client_settings import KafkaSettingError, servers_of
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection import Link
from mwk_desktop.kafka.since import BEGINNING, NOW, Since
from mwk_desktop.kafka.topic_source import KafkaSource, LostChoice
from mwk_desktop.records.batch import Delivery
from mwk_desktop.show.drivers.committing import TOPIC_ID, Committer, restored
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.settings.load import UnfitValueError, setting_value
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.store.show_file import SUFFIX, ShowFile, StoreError
from mwk_desktop.store.show_folder import ShowEntry, list_shows, newest_show
from mwk_desktop.store.store_thread import StoreThread
from mwk_desktop.topology.counting import Counting

DEFAULT_SERVERS = "localhost:9092"


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """What `mwk live` adds: which show to go on with, and where a new one begins."""

    new_show: bool = False
    show: str = ""
    since: str = ""
    lost_history: str = "ask"


def shows_folder(options: Options) -> Path:
    return options.state_dir / "shows"


def say_shows(options: Options) -> int:
    """The shows of the state folder, the newest first."""
    entries = list_shows(shows_folder(options))
    for entry in entries:
        about = f"{entry.tweets:,} tweets, {entry.users:,} users"
        if entry.problem:
            about = entry.problem.removeprefix(f"{entry.path}: ")
        options.lines.say(f"{entry.name}  {entry.info.get('topic', '')}  {about}")
    if not entries:
        options.lines.say(f"no show in {shows_folder(options)} yet")
    return 0


def live(options: Options, wanted: LiveOptions) -> int:
    """The console on a Kafka topic."""
    from mwk_desktop.app.programme import run_show

    def kind(options: Options, band: Band) -> Begin:
        # Begun anew (other sounds), it is the same show.
        which = wanted if first else LiveOptions(show=wanted.show)
        early = bool(first)
        first.clear()
        return prepare_live(options, band, which, early=early)

    first = [wanted]
    return run_show(options, gather(options), kind)


def connected_to(options: Options, bootstrap_servers: str, topic: str) -> Options:
    """The same options with another Kafka and topic, for this run.

    Raises
    ------
    BadInput
        No server, or no topic of that name is possible.
    """
    servers = ",".join(part.strip() for part in bootstrap_servers.split(",") if part.strip())
    if not servers:
        raise BadInput("Kafka's servers: at least one HOST:PORT")
    try:
        name = setting_value("topics", "input", topic.strip())
    except UnfitValueError as error:
        raise BadInput(f"The topic {error}") from None
    kafka = {"bootstrap.servers": servers}
    if "metadata.broker.list" in options.settings.kafka:  # its old name would win
        kafka["metadata.broker.list"] = servers
    return with_settings(options, {"kafka": kafka, "topics": {"input": name}})


def kafka_of(options: Options) -> dict[str, Any]:
    """``[kafka]``, with the default server where none is named."""
    return {"bootstrap.servers": DEFAULT_SERVERS, **options.settings.kafka}


def prepare_live(options: Options, band: Band, wanted: LiveOptions, *, early: bool = True) -> Begin:
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
    properties = kafka_of(options)
    clock = band.clock
    since = since_option(wanted.since, clock.now_ms()) if wanted.since else None
    try:
        open_consumer(properties, client_id="mwk").close()
    except KafkaSettingError as error:
        raise BadInput(str(error)) from None
    opened = [_opened(options, band, wanted, since, clock)] if early else []
    path: list[Path] = []

    def begin(stack: ExitStack) -> Running:
        if opened:
            kept = opened.pop()
        elif path:  # begun before: it goes on with that show
            kept = _load(options, band, _open_again(path[0]))
        else:
            kept = _opened(options, band, wanted, since, clock)
        path[:] = [kept.file.path]
        new = since or (NOW if wanted.new_show else BEGINNING)
        return _begin(options, stack, band, properties, kept, new, wanted.lost_history)

    return begin


@dataclass(frozen=True, slots=True)
class _Kept:
    """A show's file, with what it held."""

    file: ShowFile
    counting: Counting
    next_offsets: Mapping[int, int]
    topic_id: str


def _opened(
    options: Options, band: Band, wanted: LiveOptions, since: Since | None, clock: Clock
) -> _Kept:
    return _load(options, band, _open_show(options, wanted, since, clock))


def _open_again(path: Path) -> ShowFile:
    try:
        return ShowFile.open(path)
    except StoreError as error:
        raise BadInput(by_name(str(error), path)) from None


def _load(options: Options, band: Band, file: ShowFile) -> _Kept:
    try:
        stored = file.load()
        rules = rules_of(options.settings, band.music)
        counting = restored(stored, rules, band.music.clips)
        seed = file.info().get("seed")
    except (StoreError, ValueError) as error:
        file.close()
        raise BadInput(by_name(str(error), file.path)) from None
    if counting is None:
        counting = Counting(
            rules, band.music.clips, seed if isinstance(seed, int) else 0, track=True
        )
    return _Kept(file, counting, stored.next_offsets, stored.values.get(TOPIC_ID, b"").decode())


def _begin(
    options: Options,
    stack: ExitStack,
    band: Band,
    properties: Mapping[str, Any],
    kept: _Kept,
    since: Since,
    lost_history: str,
) -> Running:
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
    feed.thread = begin_live(
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
    return Running(
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


def _open_show(
    options: Options, wanted: LiveOptions, since: Since | None, clock: Clock
) -> ShowFile:
    """The show to go on with, or a new one.

    A new one begins where ``--new-show`` or ``--since`` asks for it, and where there is none yet
    for this topic.
    """
    folder = shows_folder(options)
    topic = options.settings.topics.input
    try:
        if wanted.show:
            return _open_again(_show_named(folder, wanted.show).path)
        entry = None if wanted.new_show or since else newest_show(folder, topic=topic)
        if entry is not None:
            return _open_again(entry.path)
        info = {"topic": topic, "seed": seed_of(options)}
        return ShowFile.create(folder, info, clock.now_ms())
    except StoreError as error:
        raise BadInput(f"{error}; choose another --state-dir") from None


def by_name(message: str, path: Path) -> str:
    """What is wrong with a show, by the name that ``--show`` takes instead of its file's path."""
    name = path.name.removesuffix(SUFFIX)
    return f"show {name}: {message.removeprefix(f'{path}: ')}"


def _show_named(folder: Path, name: str) -> ShowEntry:
    entries = list_shows(folder)
    for entry in entries:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in entries[:5]) or "none yet"
    raise BadInput(f"--show {name}: no such show; there are: {known}")


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

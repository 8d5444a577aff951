"""The files of live shows: chooses the one to continue, or makes a new one, and loads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.sound_setup import rules_of
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.wiring.wall_clock_show import seed_of
from mwk_desktop.clock import Clock
from mwk_desktop.kafka.since import Since
from mwk_desktop.messages import Message, message, message_of
from mwk_desktop.records.batch import OffsetMark, WaitingStretch
from mwk_desktop.show.drivers.committing import DESKS, TOPIC_ID, restored, waiting_of
from mwk_desktop.store.show_file import SUFFIX, ShowFile, StoreError
from mwk_desktop.store.show_folder import ShowEntry, list_shows, newest_show
from mwk_desktop.topology.counting import Counting


@dataclass(frozen=True, slots=True)
class LiveOptions:
    """The options of `mwk live`: which show to continue, and where a new one begins."""

    new_show: bool = False
    show: str = ""
    since: str = ""
    lost_history: str = "ask"


def shows_folder(options: Options) -> Path:
    return options.state_dir / "shows"


@dataclass(frozen=True, slots=True)
class StoredShow:
    """A show's file and what was loaded from it."""

    file: ShowFile
    counting: Counting
    next_offsets: Mapping[int, int]
    marks: Mapping[int, OffsetMark]
    topic_id: str
    desks: bytes = b""
    since_ms: int = 0
    """Event time from which the show counts; 0: from the topic's beginning."""
    waiting: Sequence[WaitingStretch] = ()
    """Records that wait for their schemas."""

    @property
    def name(self) -> str:
        """The name that ``--show`` accepts."""
        return self.file.path.name.removesuffix(SUFFIX)


def open_show(
    options: Options,
    resources: ShowResources,
    wanted: LiveOptions,
    since: Since | None,
    clock: Clock,
) -> StoredShow:
    return load_show(options, resources, open_show_file(options, wanted, since, clock))


def reopen_show_file(path: Path) -> ShowFile:
    try:
        return ShowFile.open(path)
    except StoreError as error:
        raise _unusable(path, error.problem) from None


def load_show(options: Options, resources: ShowResources, file: ShowFile) -> StoredShow:
    try:
        stored = file.load()
        rules = rules_of(options.settings, resources.music)
        counting = restored(stored, rules, resources.music.clips)
        waiting = waiting_of(stored)
        seed, since_ms = file.info().get("seed"), file.info().get("since_ms", 0)
    except (StoreError, ValueError) as error:
        file.close()
        problem = error.problem if isinstance(error, StoreError) else message_of(error)
        raise _unusable(file.path, problem) from None
    if counting is None:
        counting = Counting(
            rules, resources.music.clips, seed if isinstance(seed, int) else 0, track=True
        )
    return StoredShow(
        file,
        counting,
        stored.next_offsets,
        {partition: OffsetMark(*mark) for partition, mark in stored.marks.items()},
        stored.values.get(TOPIC_ID, b"").decode(),
        stored.values.get(DESKS, b""),
        since_ms if isinstance(since_ms, int) else 0,
        waiting,
    )


def open_show_file(
    options: Options, wanted: LiveOptions, since: Since | None, clock: Clock
) -> ShowFile:
    """Open the show to continue, or a new one.

    A new one begins if ``--new-show`` or ``--since`` asks for it, or if this topic has none yet.
    """
    folder = shows_folder(options)
    topic = options.settings.topics.input
    try:
        if wanted.show:
            return reopen_show_file(_show_named(folder, wanted.show).path)
        entry = None if wanted.new_show or since else newest_show(folder, topic=topic)
        if entry is not None:
            return reopen_show_file(entry.path)
        info = {"topic": topic, "seed": seed_of(options)}
        if wanted.new_show or (since is not None and since.is_time):
            info["since_ms"] = since.t_ms if since and since.is_time else clock.now_ms()
        return ShowFile.create(folder, info, clock.now_ms())
    except StoreError as error:
        text = message("{problem}; choose another --state-dir", problem=message_of(error))
        raise BadInput(text) from None


def open_followed_show(
    options: Options, resources: ShowResources, show: str, since: Since
) -> StoredShow:
    """Open this console's own counts of another console's show; they begin where its did.

    Raises
    ------
    BadInput
        The counts cannot be read or written.
    """
    folder, topic = shows_folder(options), options.settings.topics.input
    try:
        path = folder / f"{show}{SUFFIX}"
        entry = newest_show(folder, topic=topic, follows=show)
        if path.parent == folder and path.is_file():  # this console has led it
            file = reopen_show_file(path)
        elif entry is not None:
            file = reopen_show_file(entry.path)
        else:
            info = {"topic": topic, "seed": 0, "follows": show, "since_ms": max(0, since.t_ms)}
            file = ShowFile.create(folder, info, resources.clock.now_ms())
    except StoreError as error:
        text = message("{problem}; choose another --state-dir", problem=message_of(error))
        raise BadInput(text) from None
    return load_show(options, resources, file)


def _unusable(path: Path, problem: Message) -> BadInput:
    """Reword a message about a show's file: the name that ``--show`` takes instead of the path."""
    name = path.name.removesuffix(SUFFIX)
    return BadInput(message("show {name}: {problem}", name=name, problem=problem))


def _show_named(folder: Path, name: str) -> ShowEntry:
    entries = list_shows(folder)
    for entry in entries:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in entries[:5])
    raise BadInput(
        message(
            "--show {name}: no such show; there are: {known}",
            name=name,
            known=known or message("none yet"),
        )
    )

"""The note about the running show, from which the next start goes on after a crash.

A normal end removes the note; a crash, a kill or a power cut leaves it. A lock that ends with its
process keeps two running consoles from reading each other's note. The functions may wait for the
disk.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from mwk_desktop import platform
from mwk_desktop.app.kafka_options import OLD_SERVERS, SERVERS
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.show.commands import (
    Command,
    Mode,
    Scrub,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
)
from mwk_desktop.show.settings.load import UnfitValueError, setting_value
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.sound_commands import SetFilter
from mwk_desktop.units import FILTER_NEUTRAL, INSTRUMENTS
from mwk_desktop.whole_files import write_whole

NOTE = "last-show.json"
LOCK = "last-show.lock"
VERSION = 1
KINDS = ("live", "results", "replay")
KEPT_FLAGS = (
    "show.window_ms",
    "show.quantize",
    "sounds.dir",
    "audio.device",
    "audio.block_size",
)
"""Options worth keeping: none is a secret, and none changes what was counted."""
MOST_TRIES = 2

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LastShow:
    """A show, and the presenter's mix and overrides.

    ``servers`` and ``topic`` of a live show, ``path`` and ``position_ms`` of a replay. ``hands``:
    per instrument the mode, variation, mute, solo, gain and filter that differ from the start.
    """

    kind: str
    servers: str = ""
    topic: str = ""
    path: str = ""
    position_ms: int = 0
    hold: bool = False
    master_gain: float = 1.0
    hands: dict[str, dict[str, Any]] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    """Settings given as options: they belong to the show just as its topic does."""
    page: bool = False
    tries: int = 0
    """How often it was continued and then ended within :data:`STANDS_S`."""

    def settings(self) -> dict[str, dict[str, object]]:
        """The options it was started with, section -> name -> value; invalid ones are left out."""
        found: dict[str, dict[str, object]] = {}
        for name in KEPT_FLAGS:
            text = self.flags.get(name)
            if not isinstance(text, str):
                continue
            section, _, key = name.partition(".")
            with suppress(UnfitValueError, KeyError):
                value = setting_value(section, key, text)
                found.setdefault(section, {})[key] = value
        return found

    def commands(self) -> list[Command]:
        """Commands that bring a newly started show to this one's state."""
        found: list[Command] = []
        if self.position_ms > 0:
            found.append(Scrub(self.position_ms))
        for name, hand in self.hands.items():
            if name not in INSTRUMENTS:
                continue
            if hand.get("mode") in tuple(Mode):
                found.append(SetMode(name, Mode(hand["mode"])))
            if isinstance(hand.get("variation"), str):
                found.append(SetVariation(name, hand["variation"]))
            if isinstance(hand.get("gain"), float):
                found.append(SetGain(name, hand["gain"]))
            if isinstance(hand.get("filter"), float):
                found.append(SetFilter(name, hand["filter"]))
            if hand.get("mute") is True:
                found.append(SetMute(name, True))
            if hand.get("solo") is True:
                found.append(SetSolo(name, True))
        if self.master_gain != 1.0:
            found.append(SetGain(None, self.master_gain))
        if self.hold:
            found.append(SetHold(True))
        return found


def last_show_of(running: RunningShow, snapshot: Snapshot) -> LastShow | None:
    """A note on the running show; None for a demo, which cannot be continued."""
    if running.kind not in KINDS:
        return None
    hands: dict[str, dict[str, Any]] = {}
    for strip in snapshot.strips:
        hand: dict[str, Any] = {}
        mode = strip.pending_mode or strip.mode
        if mode is not Mode.AUTO:
            hand["mode"] = mode.value
        if strip.variation is not None:
            hand["variation"] = strip.variation
        if strip.gain != 1.0:
            hand["gain"] = strip.gain
        if strip.filter != FILTER_NEUTRAL:
            hand["filter"] = strip.filter
        hand |= {name: True for name in ("mute", "solo") if getattr(strip, name)}
        if hand:
            hands[strip.instrument] = hand
    replay = snapshot.replay
    if replay is not None and replay.ended:
        return None
    return LastShow(
        running.kind,
        str(running.kafka.get(SERVERS) or running.kafka.get(OLD_SERVERS, "")),
        running.topic,
        str(running.path.absolute()) if running.path else "",
        # Whole seconds, so that the note is not rewritten for every frame of a paused replay.
        replay.position_ms // 1000 * 1000 if replay else 0,
        snapshot.hold,
        snapshot.master_gain,
        hands,
    )


def read_last_show(folder: Path) -> LastShow | None:
    """The note left by a crash; None if there is none, or if another console is running."""
    path = folder / NOTE
    try:
        if not path.exists():
            return None
    except OSError:  # an unreadable folder holds no note for us
        return None
    lock = lock_note(folder)
    if lock is None:
        return None
    os.close(lock)
    try:
        value = json.loads(path.read_text("utf-8"))
        if not isinstance(value, dict) or value.pop("version", None) != VERSION:
            return None
        known = {name: value[name] for name in LastShow.__dataclass_fields__ if name in value}
        note = LastShow(**known)
        sound = (
            note.kind in KINDS
            and all(isinstance(text, str) for text in (note.servers, note.topic, note.path))
            and bool(note.path if note.kind == "replay" else note.servers)
            and isinstance(note.hold, bool)
            and isinstance(note.hands, dict)
            and all(isinstance(hand, dict) for hand in note.hands.values())
            and isinstance(note.position_ms, int)
            and isinstance(note.tries, int)
            and isinstance(note.flags, dict)
            and isinstance(note.page, bool)
            and isinstance(note.master_gain, float)
        )
    except (OSError, ValueError, TypeError) as error:
        _log.warning("%s cannot be used: %s", path, error)
        return None
    return note if sound else None


def count_try(folder: Path, note: LastShow) -> bool:
    """Count one more try; False after too many: the same failure would come again."""
    if note.tries >= MOST_TRIES:
        return False
    with suppress(OSError):
        write_note(folder, {"version": VERSION, **asdict(replace(note, tries=note.tries + 1))})
    return True


def write_note(folder: Path, value: Mapping[str, Any]) -> None:
    write_whole(folder / NOTE, json.dumps(value, ensure_ascii=False, indent=1))


def forget_last_show(folder: Path) -> None:
    """Remove the note, unless it belongs to another running console."""
    lock = lock_note(folder)
    if lock is not None:
        remove_note(folder)
        os.close(lock)


def remove_note(folder: Path) -> None:
    with suppress(OSError):
        (folder / NOTE).unlink(missing_ok=True)


def lock_note(folder: Path) -> int | None:
    """A descriptor that holds the lock; None if another process has it or it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return platform.current.lock_file(folder / LOCK)
    except OSError:
        return None

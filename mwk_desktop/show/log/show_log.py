"""The show's own records (topic ``mwk-show``): its decisions, recorded among the tweets.

A recorded show holds, in file order, its tweets, each window's close, each override and each
launch and ramp with the transport frame and segment in which the engine carried it out. Replaying
the file gives the same charts and scenes; bouncing it gives the same music.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol, get_args

from msgspec import to_builtins

from mwk_desktop.engine.protocol import Landed, PortEvent, SegmentBegan
from mwk_desktop.records.record_types import Record
from mwk_desktop.show.arrangement import TRANSITION_KINDS
from mwk_desktop.show.commands import Command, Mode
from mwk_desktop.show.desk_commands import StoredDesk, StripChange
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.music import Music
from mwk_desktop.show.stored_desks import changes_of_json, stored_desk
from mwk_desktop.topology.counting_rules import ClosedWindow
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.units import INSTRUMENTS, STRIPS

LOG_VERSION = 2
"""Since version 2 the draws lean to clips of more or less energy."""

TRACK_NAMES: Final = (*INSTRUMENTS, "floor", *TRANSITION_KINDS)
"""The engine's tracks as the log names them: a landing line has an instrument, or a track."""

_COMMANDS: Final = {kind.__name__: kind for kind in get_args(Command)}
_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "str": (str,),
    "str | None": (str, type(None)),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "Mode": (Mode,),
    "tuple[int, ...]": (tuple,),
    "tuple[str, ...]": (tuple,),
    "tuple[StripChange, ...]": (tuple,),
    "StoredDesk | None": (StoredDesk, type(None)),
}
"""The types that a command's fields may have; checked, because a log may have been edited."""

_ITEMS: Final[dict[str, type]] = {
    "tuple[int, ...]": int,
    "tuple[str, ...]": str,
    "tuple[StripChange, ...]": StripChange,
}

ShowLine = dict[str, Any]


class Recorder(Protocol):
    """Writes what happened in a show; must not block for long (show thread)."""

    def write_all(self, records: Sequence[Record]) -> None: ...

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None: ...


def start_line(
    music: Music,
    grid: Grid,
    anchor_ms: int,
    anchor_frame: int,
    seed: int,
    settings: ShowLine,
    bags: ShuffleBags | None = None,
) -> ShowLine:
    """The first record of a show: everything its replay needs to know.

    ``bags``: what was drawn before, and from how many votes; a continued show continues them.
    """
    drawn: dict[str, int] = {}
    more: dict[str, Any] = {}
    if bags is not None and bags.counts:
        drawn = bags.counts
        more = {"bags": bags.orders, "window_votes": bags.pace.votes}
    return {
        "type": "start",
        "version": LOG_VERSION,
        "seed": seed,
        "draws": drawn,
        **more,
        "anchor_ms": anchor_ms,
        "anchor_frame": anchor_frame,
        "segment": 0,
        "rate_hz": music.rate_hz,
        "loop_frames": music.loop_frames,
        "beats_per_loop": music.beats_per_loop,
        "beats_per_bar": music.beats_per_bar,
        "origin_frame": grid.origin_frame,
        "settings": settings,
        "sound_set": {"name": music.name, "clips": sorted(music.clip_ids)},
    }


def close_lines(
    ends_ms: Sequence[int],
    window_ms: int,
    closed: Mapping[int, ClosedWindow],
    frame: int,
    lands: int | None,
    draws: Mapping[str, int] | None = None,
) -> list[ShowLine]:
    """A line for each window that closed while the transport was at ``frame``, even without votes:
    later votes for it are late.

    ``ends_ms`` are the windows' ends, in order; ``closed`` those with votes, by their ends. Their
    scenes land at ``lands``, if that is one frame for all. The last line holds ``draws``: how often
    each instrument has been drawn since the show began.
    """
    lines: list[ShowLine] = []
    for end_ms in ends_ms:
        window = closed.get(end_ms)
        line: ShowLine = {
            "type": "close",
            "start_ms": end_ms - window_ms,
            "end_ms": end_ms,
            "votes": dict(window.votes) if window else {},
            "scene": list(window.drawn.values()) if window else [],
            "frame": frame,
        }
        lines.append(line if lands is None else {**line, "lands": lands})
    if lines and draws is not None:
        lines[-1]["draws"] = dict(draws)
    return lines


MAX_DRAWS = 100_000
"""Most draws that are accepted: bags are replayed draw by draw, and an edited log must not take
forever."""


def draws_of(line: Mapping[str, Any]) -> dict[str, int] | None:
    """The draws of a start or close line; None if missing or invalid."""
    draws = line.get("draws")
    if not isinstance(draws, dict):
        return None
    sound = all(type(count) is int and 0 <= count <= MAX_DRAWS for count in draws.values())
    return draws if sound and set(draws) <= set(INSTRUMENTS) else None


def orders_of(start: Mapping[str, Any]) -> dict[str, list[str]]:
    """What was left in the shuffle bags when a show began; empty if missing or invalid."""
    found = start.get("bags")
    if not isinstance(found, dict) or not set(found) <= set(INSTRUMENTS):
        return {}
    sound = all(
        isinstance(order, list) and all(isinstance(name, str) for name in order)
        for order in found.values()
    )
    return found if sound else {}


def window_votes_of(start: Mapping[str, Any]) -> list[int]:
    """The votes of the windows before a show began; empty if missing or invalid."""
    votes = start.get("window_votes")
    if not isinstance(votes, list):
        return []
    return votes if all(type(each) is int and each > 0 for each in votes) else []


def draws_lean(start: Mapping[str, Any]) -> bool:
    """Whether the draws of the show with this start line leaned."""
    version = start.get("version")
    return isinstance(version, int) and version >= 2


def sleep_line(until_ms: int, skip_ms: int, frame: int) -> ShowLine:
    """The machine slept until now: the wall clock moved by ``skip_ms``, the transport did not."""
    return {"type": "sleep", "until_ms": until_ms, "skip_ms": skip_ms, "frame": frame}


def clock_line(moved_ms: int, shift_ms: int) -> ShowLine:
    """The system's clock was set; from now on ``shift_ms`` is added to event times."""
    return {"type": "clock", "moved_ms": moved_ms, "shift_ms": shift_ms}


def recorded_health_line(lag: int | None, xruns: int, frame: int) -> ShowLine:
    """How the show was: records waiting in the topic (None: unknown), blocks missed so far."""
    return {"type": "health", "lag": lag, "xruns": xruns, "frame": frame}


def shift_of(line: Mapping[str, Any]) -> int | None:
    """What a clock line adds to later event times; None for other lines."""
    shift_ms = line.get("shift_ms")
    if line.get("type") != "clock" or type(shift_ms) is not int or shift_ms < 0:
        return None
    return shift_ms


def event_line(event: PortEvent, clip_names: Sequence[str]) -> ShowLine:
    """What the engine carried out, and when; or that the output changed its rate.

    Frames are counted at the start line's rate in every segment; a segment line holds the output's
    rate.
    """
    if isinstance(event, SegmentBegan):
        return {
            "type": "segment",
            "frame": event.frame,
            "segment": event.segment,
            "rate_hz": event.rate_hz,
        }
    if isinstance(event, Landed):
        key = "instrument" if event.strip < STRIPS else "track"
        line: ShowLine = {
            "type": "landing",
            "frame": event.frame,
            "segment": event.segment,
            key: TRACK_NAMES[event.strip],
            "clip": clip_names[event.clip] if event.clip >= 0 else None,
            "fade_in_frames": event.fade_in_frames,
            "fade_out_frames": event.fade_out_frames,
        }
        return {**line, "early_frames": event.early_frames} if event.early_frames else line
    return {
        "type": "ramp",
        "frame": event.frame,
        "segment": event.segment,
        "curve": event.curve,
        "target": event.target,
        "ramp_frames": event.ramp_frames,
    }


def override_line(command: Command, frame: int, segment: int) -> ShowLine:
    """A presenter's command, as given."""
    return {
        "type": "override",
        "frame": frame,
        "segment": segment,
        "command": type(command).__name__,
        "values": to_builtins(command),
    }


def armed_line(command: Command, frame: int, segment: int) -> ShowLine:
    """A presenter's command that is only about what waits for GO. A replay passes it by: the GO's
    own line holds what landed."""
    return {**override_line(command, frame, segment), "type": "armed"}


def sleep_of(line: Mapping[str, Any]) -> tuple[int, int] | None:
    """(until_ms, skip_ms) of a sleep line; None for other lines."""
    until_ms, skip_ms = line.get("until_ms"), line.get("skip_ms")
    if line.get("type") != "sleep" or not isinstance(until_ms, int):
        return None
    return (until_ms, skip_ms) if isinstance(skip_ms, int) and skip_ms > 0 else None


def command_of(line: Mapping[str, Any]) -> Command | None:
    """The command of an override line; None if this version does not know it."""
    kind = _COMMANDS.get(str(line.get("command")))
    values = line.get("values")
    if kind is None or not isinstance(values, dict):
        return None
    try:
        if "changes" in values:
            values = {**values, "changes": changes_of_json(values["changes"])}
        if "desk" in values and values["desk"] is not None:
            desk = stored_desk(values["desk"])
            if desk is None:
                return None
            values = {**values, "desk": desk}
        if "mode" in values:
            values = {**values, "mode": Mode(values["mode"])}
        # JSON has lists, commands have tuples.
        values = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
        command: Command = kind(**values)
    except (TypeError, ValueError, KeyError):
        return None
    for name, written in kind.__annotations__.items():
        value = getattr(command, name)
        if not isinstance(value, _TYPES.get(written, ())):
            return None
        items = value if isinstance(value, tuple) else ()
        if not all(type(item) is _ITEMS[written] for item in items):
            return None
    if getattr(command, "instrument", None) not in (None, *INSTRUMENTS):
        return None
    return command

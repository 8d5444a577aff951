"""The properties of a replay's timeline, from a snapshot."""

from __future__ import annotations

from typing import Any

from mwk_desktop.messages import plural_message
from mwk_desktop.show.actions import SPEEDS
from mwk_desktop.show.snapshot import ReplayState, Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import long_time
from mwk_desktop.window_times import window_end_ms, window_number

_FRACTIONS = {0.25: "\u00bc", 0.5: "\u00bd"}


def _speed_text(speed: float) -> str:
    return _FRACTIONS.get(speed, f"{speed:g}\u00d7")


REPLAY_DEFAULTS: dict[str, Any] = {
    "replaying": False,
    "paused": False,
    "ended": False,
    "looping": False,
    "positionText": "",
    "lengthText": "",
    "positionShare": 0.0,
    "speedPlace": SPEEDS.index(1.0),
    "speedTexts": [_speed_text(speed) for speed in SPEEDS],
    "density": [],  # votes per part, the fullest part is 1
    "timeMarks": [],  # {"share", "text"}
    "windowShares": [],  # where windows begin; empty where they are too close to be told apart
    "overrideMarks": [],  # where the recorded presenter did something
    "stepShare": 0.0,  # one window
    "scrubbing": False,
    "scrubShare": 0.0,
    "scrubText": "",
}

_MOST_WINDOW_MARKS = 120
_NEAR = 0.005
"""A mark is as wide as this share of the timeline."""
_STEPS_MS = tuple(s * 1000 for s in (1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600))


def replay_properties(snapshot: Snapshot) -> dict[str, Any]:
    """The timeline's properties; all empty if the show is not a replay."""
    replay = snapshot.replay
    if replay is None:
        return dict(REPLAY_DEFAULTS)
    length = max(1, replay.length_ms)
    scrub = ""
    if replay.scrubbing:
        scrub = translate("Replay", "going there: %1 %")
        scrub = scrub.replace("%1", str(round(replay.scrub_share * 100)))
    return {
        "replaying": True,
        "paused": replay.paused,
        "ended": replay.ended,
        "looping": replay.loop,
        "positionText": long_time(replay.position_ms),
        "lengthText": translate("Replay", "of %1").replace("%1", long_time(replay.length_ms)),
        "positionShare": round(min(1.0, max(0.0, replay.position_ms / length)), 4),
        "speedPlace": min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - replay.speed)),
        "stepShare": min(1.0, snapshot.window_ms / length),
        "scrubbing": replay.scrubbing,
        "scrubShare": round(min(1.0, max(0.0, replay.scrub_share)), 3),
        "scrubText": scrub,
    }


def timeline_properties(replay: ReplayState, window_ms: int) -> dict[str, Any]:
    """The part that is fixed for a recording: computed once per recording."""
    most = max(replay.density, default=0)
    length = max(1, replay.length_ms)
    step = next((s for s in _STEPS_MS if length / s <= 6), _STEPS_MS[-1] * (1 + length // 10**8))
    marks = [
        {"share": at / length, "text": _short(at)} for at in range(0, int(length * 0.97) + 1, step)
    ]
    first = window_end_ms(replay.start_ms - 1, window_ms) - replay.start_ms
    windows: list[float] = []
    if length / window_ms <= _MOST_WINDOW_MARKS:
        windows = [at / length for at in range(first, length, window_ms)]
    return {
        "density": [round(votes / most, 3) if most else 0.0 for votes in replay.density],
        "timeMarks": marks,
        "windowShares": windows,
        "overrideMarks": [round(at / length, 4) for at in replay.overrides_ms],
    }


def moment_words(snapshot: Snapshot, share: float) -> str:
    """``00:25:50 · window 52 · 212 votes``: describes a place of the recording."""
    replay = snapshot.replay
    if replay is None:
        return ""
    at_ms = round(max(0.0, min(1.0, share)) * replay.length_ms)
    window_ms = max(1, snapshot.window_ms)
    first = window_number(replay.start_ms, window_ms)
    window = window_number(replay.start_ms + at_ms, window_ms) - first + 1
    parts = [long_time(at_ms), translate("Replay", "window %1").replace("%1", str(window))]
    if replay.density:
        part = min(len(replay.density) - 1, int(share * len(replay.density)))
        number = replay.density[max(0, part)]
        parts.append(message_text(plural_message("{count} vote", "{count} votes", number)))
    if any(
        abs(override_ms - at_ms) <= _NEAR * replay.length_ms for override_ms in replay.overrides_ms
    ):
        parts.append(translate("Replay", "presenter\u2019s hand"))
    return " \u00b7 ".join(parts)


def _short(ms: int) -> str:
    seconds = ms // 1000
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"

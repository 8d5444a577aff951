"""Collects what the report of a show says, while an offline show counts a recording.

On the caller's thread. Of each tweet only its author's number is kept (4 bytes), so that a night
of a million tweets fits easily.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

import numpy as np

from mwk_desktop.analysis.report.report_facts import (
    HealthPoint,
    LeaderRow,
    OverrideFacts,
    PlayedClip,
    PostedWith,
    RaceLine,
    ReportFacts,
    WindowFacts,
)
from mwk_desktop.engine.protocol import Curve, Launch, Ramp, audible_curve
from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import Message, message, render
from mwk_desktop.records.batch import Batch
from mwk_desktop.show.command_labels import command_label
from mwk_desktop.show.commands import Command, SetGain
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.json_lines import summary_line, window_line
from mwk_desktop.show.log.show_log import command_of
from mwk_desktop.show.music import Music
from mwk_desktop.show.sound_commands import SetFilter
from mwk_desktop.show.winner_moment import MOST_WINNERS, winner_rows
from mwk_desktop.topology.counting import ClosedWindow
from mwk_desktop.units import INSTRUMENTS

ONE_MOVE_MS: Final = 2_000
"""Positions of one fader or filter that follow within this are one move: its last one counts."""

SHORTEST_MS: Final = 20
"""A clip that sounded for less than this was replaced on the same grid line."""


def guest(place: int) -> Message:
    """The name of somebody in an anonymous report."""
    return message("Guest {number}", number=str(place))


class ReportCollector:
    """Listens to an offline show.

    Parameters
    ----------
    anonymous
        Replace the names of users by their places.
    language
        The language of the names that replace them.
    """

    def __init__(self, *, anonymous: bool = False, language: str = "en") -> None:
        self._anonymous = anonymous
        self._language = language
        self._show: OfflineShow | None = None
        self._forget()

    def _forget(self) -> None:
        self._authors = array("I")
        self._marks: list[int] = []
        self._windows: list[WindowFacts] = []
        self._late = 0
        self._tweets_by_source: Counter[str] = Counter()
        self._votes_by_source: Counter[str] = Counter()

    def begin(self, show: OfflineShow) -> None:
        """Begin with a show that has not been run; whatever came before is forgotten."""
        self._show = show
        self._forget()
        show.recorded.source.keep_sources = True

    # -- the show's listener ---------------------------------------------------------------------

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        """Note authors, sources and late votes of a batch."""
        if not counted:
            return
        assert self._show is not None
        numbers, tweets = self._show.counting.leaderboard.numbers, batch.tweets
        authors = [tweet.screen_name for n, _ in counted if (tweet := tweets[n]) is not None]
        self._authors.extend([numbers[name] for name in authors])
        turned_away = set(refused)
        if batch.sources:
            sources = batch.sources
            self._tweets_by_source.update([sources[n] for n, _ in counted])
            self._votes_by_source.update(
                [sources[n] for n, name in counted if name and n not in turned_away]
            )
        self._late += sum(batch.events_ms[n] < closed_until_ms for n in refused)

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        """Do nothing: the leaderboard leaves blocked users out."""

    def restart(self) -> None:
        """Forget everything: the counting starts over."""
        self._forget()

    def on_window(self, window: ClosedWindow, scene: list[str]) -> None:
        """Note a window with its scene."""
        self._marks.append(len(self._authors))
        begin_ms, end_ms = (self._at_ms(each) for each in (window.start_ms, window.end_ms))
        line = window_line(window, scene)
        self._windows.append(WindowFacts(begin_ms, end_ms, line, self._late))
        self._late = 0

    # -- the report --------------------------------------------------------------------------------

    def facts(self, file_name: str, bounced: Bounced) -> ReportFacts:
        """Everything that the report says, after the show has run (loudness aside)."""
        show = self._show
        assert show is not None
        recorded, counting = show.recorded, show.counting
        music = recorded.music
        length_ms = bounced.end_frame * 1000 // music.rate_hz
        if self._late and self._windows:
            last = self._windows[-1]
            self._windows[-1] = replace(last, late=last.late + self._late)
        leaders = self._leaders()
        summary = summary_line(counting)
        if self._anonymous:
            summary["leaderboard"] = [
                {"name": self._guest(n), "tweets": each["tweets"], "image": ""}
                for n, each in enumerate(summary["leaderboard"], 1)
            ]
        health = [
            HealthPoint(self._at_ms(note.arrival_ms), _lag(note.line), _xruns(note.line))
            for note in recorded.notes
            if note.line["type"] == "health"
        ]
        return ReportFacts(
            file_name=file_name,
            anonymous=self._anonymous,
            length_ms=length_ms,
            music_name=music.name,
            beats_per_minute=music.beats_per_loop * 60 * music.rate_hz / music.loop_frames,
            window_ms=counting.rules.window_ms,
            seed=recorded.seed,
            instrument_names={name: strip_name(name) for name in INSTRUMENTS},
            summary=summary,
            windows=tuple(self._windows),
            leaders=leaders,
            race=self._race(leaders),
            sources=tuple(
                PostedWith(source, tweets, self._votes_by_source[source])
                for source, tweets in self._tweets_by_source.most_common()
            ),
            played=tuple(_played(bounced, music)),
            silences=tuple(_silences(bounced, music)),
            overrides=tuple(self._overrides(length_ms)),
            health=tuple(health),
            engine_starts=sum(note.line["type"] == "segment" for note in recorded.notes),
            wall_at=tuple(self._wall_at(length_ms)),
        )

    def _at_ms(self, wall_ms: int) -> int:
        """The show's time of an event time."""
        assert self._show is not None
        frame = self._show.timeline.frame_of(wall_ms)
        return int(frame * 1000 / self._show.recorded.music.rate_hz)

    def _wall_at(self, length_ms: int) -> Iterator[tuple[int, int]]:
        """Where the clock leaves the show's time: at its start, and after each gap left out."""
        assert self._show is not None
        timeline, rate_hz = self._show.timeline, self._show.recorded.music.rate_hz
        last_ms = None
        for at_ms in range(0, length_ms, max(1, self._show.counting.rules.window_ms)):
            wall_ms = timeline.event_ms_at(at_ms * rate_hz // 1000)
            if last_ms is None or abs(wall_ms - at_ms - last_ms) > 1:
                last_ms = wall_ms - at_ms
                yield at_ms, wall_ms

    def _guest(self, number: int) -> str:
        return render(guest(number), self._language)

    def _leaders(self) -> tuple[LeaderRow, ...]:
        assert self._show is not None
        rows = winner_rows(self._show.counting.leaderboard.top(MOST_WINNERS + 1))
        return tuple(
            LeaderRow(
                row.place, row.tied, self._guest(n) if self._anonymous else row.name, row.tweets
            )
            for n, row in enumerate(rows, 1)
        )

    def _race(self, leaders: Sequence[LeaderRow]) -> tuple[RaceLine, ...]:
        """How the counts of the best ten grew."""
        assert self._show is not None
        board = self._show.counting.leaderboard
        authors = np.frombuffer(self._authors, np.uint32)
        marks = np.array([0, *self._marks, len(authors)], np.int64)
        lines = []
        for row, standing in zip(leaders, board.top(10), strict=False):
            own = np.flatnonzero(authors == board.numbers[standing.name])
            tweets = np.searchsorted(own, marks).tolist()
            lines.append(RaceLine(row.place, row.name, tuple(tweets[1:])))
        return tuple(lines)

    def _overrides(self, length_ms: int) -> Iterator[OverrideFacts]:
        """What the recorded presenter did; the positions of one move are one."""
        assert self._show is not None
        music, waiting, waiting_control = self._show.recorded.music, None, ("", "")
        for note in self._show.recorded.notes:
            command = command_of(note.line) if note.line["type"] == "override" else None
            if command is None:
                continue
            what = command_label(command, music, anonymous=self._anonymous)
            at_ms = self._at_ms(note.arrival_ms)
            if not what or not 0 <= at_ms <= length_ms:
                continue
            values = {} if self._anonymous and _names_users(note.line) else note.line["values"]
            override = OverrideFacts(at_ms, note.arrival_ms, what, note.line["command"], values)
            control = _moved(command)
            if waiting is not None:
                same = control == waiting_control and control[0]
                if not same or at_ms - waiting.at_ms > ONE_MOVE_MS:
                    yield waiting
            waiting, waiting_control = override, control
        if waiting is not None:
            yield waiting


def _names_users(line: Mapping[str, Any]) -> bool:
    return line["command"] in ("BlockUser", "UnblockUser", "DecideMessages", "HideMessage")


def _moved(command: Command) -> tuple[str, str]:
    """The control that a command moves, if it moves in many small steps."""
    match command:
        case SetGain(name, _):
            return "gain", name or ""
        case SetFilter(name, _):
            return "filter", name
        case _:
            return "", ""


def _lag(line: Mapping[str, Any]) -> int | None:
    lag = line.get("lag")
    return lag if type(lag) is int and lag >= 0 else None


def _xruns(line: Mapping[str, Any]) -> int:
    xruns = line.get("xruns")
    return xruns if type(xruns) is int and xruns >= 0 else 0


def _closed(ramps: Sequence[Ramp], end_frame: int) -> list[tuple[int, int]]:
    """Stretches in which a gate is closed, or closing."""
    found, since = [], None
    for ramp in ramps:
        if ramp.target <= 0.0 and since is None:
            since = ramp.frame
        elif ramp.target > 0.0 and since is not None:
            found.append((since, ramp.frame))
            since = None
    if since is not None:
        found.append((since, end_frame))
    return [(begin, end) for begin, end in found if end > begin]


def _silences(bounced: Bounced, music: Music) -> Iterator[tuple[int, int]]:
    """Stretches after a panic or a fade out; the show's own end is none."""
    gates = [
        stretch
        for curve in (Curve.PANIC, Curve.FADE)
        for stretch in _closed(bounced.ramps.get(curve, []), bounced.end_frame)
    ]
    last_fade = bounced.ramps[Curve.FADE][-1].frame
    for begin, end in sorted(gates):
        if begin < last_fade:
            yield begin * 1000 // music.rate_hz, end * 1000 // music.rate_hz


def _played(bounced: Bounced, music: Music) -> Iterator[PlayedClip]:
    """What each strip played, cut where it was muted or unmuted."""
    owners = {fill.clip_id: owner for owner, fill in music.arrangement.fills.items()}
    for strip, instrument in enumerate(INSTRUMENTS):
        gate = _closed(bounced.ramps.get(audible_curve(strip), []), bounced.end_frame)
        changes = _changes(bounced.launches[strip], owners)
        ends = [*changes, (bounced.end_frame, -1)]
        for (begin, clip_id), (end, _) in pairwise(ends):
            name = music.sounds[clip_id] if clip_id >= 0 else None
            clip = music.clip(name)
            if clip is None:
                continue
            edges = sorted({begin, end, *(e for cut in gate for e in cut if begin < e < end)})
            for first, last in pairwise(edges):
                heard = not any(low <= first < high for low, high in gate)
                begin_ms, end_ms = (frame * 1000 // music.rate_hz for frame in (first, last))
                if end_ms - begin_ms >= SHORTEST_MS:
                    yield PlayedClip(instrument, clip.name, clip.title, begin_ms, end_ms, heard)


def _changes(launches: Sequence[Launch], owners: Mapping[int, int]) -> list[tuple[int, int]]:
    """(frame, clip) wherever another clip begins; a fill belongs to its clip."""
    changes: list[tuple[int, int]] = []
    for launch in launches:
        clip = owners.get(launch.clip, launch.clip)
        if changes and changes[-1][0] == launch.frame:
            changes.pop()
        if not changes or changes[-1][1] != clip:
            changes.append((launch.frame, clip))
    return changes

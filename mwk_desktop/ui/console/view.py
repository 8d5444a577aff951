"""The console's view-model: snapshots in, commands out (GUI thread only, never blocks).

Every control of the window ends in one slot of :class:`ConsoleView`. The logic of the show is
not here: a slot reads the newest snapshot, to know what a toggle should become, and sends.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

from PySide6.QtCore import Signal, Slot

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Command, DeskRequest, Mode
from mwk_desktop.show.snapshot import Snapshot, StripState
from mwk_desktop.ui import keys
from mwk_desktop.ui.console.feed import FeedModel
from mwk_desktop.ui.console.files import FilesView
from mwk_desktop.ui.console.outputs import OutputsView
from mwk_desktop.ui.console.problems import SHOWN, Banners
from mwk_desktop.ui.console.strip_facts import StripView, strip_facts, strip_key
from mwk_desktop.ui.console.top_facts import (
    REPLAY_DEFAULTS,
    TOP_DEFAULTS,
    moving_facts,
    replay_facts,
    resting_facts,
    resting_key,
    source_lost,
)
from mwk_desktop.ui.facts import facts_class
from mwk_desktop.ui.names import translate
from mwk_desktop.ui.people import Leaders, Votes
from mwk_desktop.ui.scales import FADER_ZERO, Ballistics, fader_gain, stepped_gain
from mwk_desktop.ui.words import count, rate, signed_db, wall_time
from mwk_desktop.units import INSTRUMENTS, STRIPS, db_to_gain

_MODE_AFTER = {Mode.AUTO: Mode.ON, Mode.ON: Mode.OFF, Mode.OFF: Mode.AUTO}
_MASTER = STRIPS
_PEAK_TEXT_S = 0.25
_SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)

_LOCKED_ALLOWS = frozenset({"panic", "lock", "help", "stage", "full_screen"})
"""What still works on a locked console: the way out of trouble, and what harms nothing."""


class Show(Protocol):
    """What the windows know of a show."""

    def snapshot(self) -> Snapshot: ...

    def send(self, command: Command | DeskRequest) -> None: ...


_ConsoleFacts = facts_class(
    "ConsoleFacts",
    {
        **TOP_DEFAULTS,
        **REPLAY_DEFAULTS,
        "levels": [0.0] * ((STRIPS + 1) * 4),
        "strips": [],
        "votes": [],
        "votesText": "",
        "anyVotes": False,
        "topPlaces": 5,
        "staleText": "",
        "feedStaleText": "",
        "leaders": [],
        "usersText": "",
        "anyUsers": False,
        "rateText": "",
        "hashtag": "mwk",
        "banners": [],
        "moreBanners": 0,
        "locked": False,
        "canOpen": False,
        "firstRun": False,
        "speedPlace": 2,
    },
)


class ConsoleView(_ConsoleFacts):  # type: ignore[misc, valid-type]
    """What the console shows, and what its controls ask for.

    Parameters
    ----------
    show
        Gives the newest snapshot and takes commands; neither waits.
    visual_offset_ms
        How much later the eye sees the beat, to match late sound.
    language
        For numbers: ``en`` or ``fr``.
    platform
        Qt's platform name; it decides how native key codes are read.
    on_open_recording
        Called with the file when the presenter opens a recording; None hides that.
    """

    helpAsked = Signal()
    openAsked = Signal()
    stageAsked = Signal()
    fullScreenAsked = Signal()

    def __init__(
        self,
        show: Show,
        *,
        visual_offset_ms: float = 0.0,
        language: str = "en",
        platform: str = "",
        on_open_recording: Any = None,
    ) -> None:
        super().__init__()
        self._show = show
        self._offset_ms = visual_offset_ms
        self._language = language
        self._platform = platform
        self._on_open_recording = on_open_recording
        self._strips = [StripView(self) for _ in range(STRIPS)]
        self._votes = Votes(INSTRUMENTS)
        self._leaders = Leaders(10)
        self.feed = FeedModel()
        self.files = FilesView(Path.cwd())
        self.outputs = OutputsView(show.send)
        self._banners = Banners()
        self._meters = Ballistics((STRIPS + 1) * 2)
        self._serial = -1
        self._strip_keys: list[Any] = [None] * STRIPS
        self._resting_key: Any = None
        self._met_s = perf_counter()
        self._peaks_s = 0.0
        self._dismissed = False
        self.tell(
            {
                "strips": list(self._strips),
                "votes": list(self._votes.rows),
                "leaders": list(self._leaders.rows),
                "canOpen": on_open_recording is not None,
            }
        )
        self.pull()

    # ---- in: snapshots -------------------------------------------------------------------

    def pull(self) -> Snapshot:
        """Take over the newest snapshot; called by the window's timer."""
        snapshot = self._show.snapshot()
        if snapshot.serial != self._serial:
            self._serial = snapshot.serial
            self._take(snapshot)
        self._move_meters(snapshot)
        return snapshot

    def _take(self, snapshot: Snapshot) -> None:
        for place, strip in enumerate(self._strips):
            key = strip_key(snapshot, place)
            if key != self._strip_keys[place]:
                self._strip_keys[place] = key
                strip.tell(strip_facts(snapshot, place))
        self.tell(moving_facts(snapshot, self._offset_ms))
        self._votes.tell(snapshot)
        self._leaders.tell(snapshot)
        self.feed.tell(snapshot.feed, snapshot.t_ms)
        self.outputs.take(snapshot)
        key = (*resting_key(snapshot), snapshot.problems, snapshot.replay)
        if key != self._resting_key:
            self._resting_key = key
            self._take_words(snapshot)

    def _take_words(self, snapshot: Snapshot) -> None:
        counts = snapshot.counts
        total = sum(row.votes for row in snapshot.chart)
        stale = feed_stale = ""
        if source_lost(snapshot.source):
            since = translate("Votes", "as of %1, no news since")
            stale = since.replace("%1", wall_time(snapshot.source.since_ms))
            newest_ms = max((item.event_ms for item in snapshot.feed), default=None)
            if newest_ms is not None:
                last = translate("Feed", "last message %1")
                feed_stale = last.replace("%1", wall_time(newest_ms))
        speed = snapshot.replay.speed if snapshot.replay else 1.0
        banners = self._banners.of(snapshot)
        self.tell(
            {
                **resting_facts(snapshot, self._language),
                **replay_facts(snapshot),
                "votesText": count(total, self._language),
                "anyVotes": total > 0,
                "topPlaces": snapshot.top,
                "staleText": stale,
                "feedStaleText": feed_stale,
                "usersText": count(counts.users, self._language),
                "anyUsers": bool(snapshot.leaders),
                "rateText": rate(counts.tweets_per_s, self._language),
                "hashtag": snapshot.hashtag,
                "banners": banners[:SHOWN],
                "moreBanners": max(0, len(banners) - SHOWN),
                "firstRun": snapshot.source.kind == "demo"
                and not self._dismissed
                and not banners
                and self._on_open_recording is not None,
                "speedPlace": min(range(len(_SPEEDS)), key=lambda i: abs(_SPEEDS[i] - speed)),
            }
        )

    def _move_meters(self, snapshot: Snapshot) -> None:
        now_s = perf_counter()
        passed_s, self._met_s = now_s - self._met_s, now_s
        peaks = [p for s in snapshot.strips for p in (s.peak_left, s.peak_right)]
        peaks += [snapshot.engine.master_peak_left, snapshot.engine.master_peak_right]
        self.tell({"levels": self._meters.step(peaks, passed_s)})
        if now_s - self._peaks_s >= _PEAK_TEXT_S:
            self._peaks_s = now_s
            for place, strip in enumerate(self._strips):
                strip.tell({"peakText": self._peak_text(place)})
            self.tell({"masterPeakText": self._peak_text(_MASTER)})

    def _peak_text(self, place: int) -> str:
        db = self._meters.hold_db(place * 2)
        return signed_db(db_to_gain(db) if db > -89.0 else 0.0)

    # ---- out: the strips' controls -------------------------------------------------------

    def _strip(self, place: int) -> StripState:
        return self._show.snapshot().strips[place]

    @Slot(int, str)
    def setMode(self, place: int, mode: str) -> None:
        self._show.send(ask.SetMode(INSTRUMENTS[place], Mode(mode)))

    @Slot(int)
    def cycleMode(self, place: int) -> None:
        strip = self._strip(place)
        after = _MODE_AFTER[strip.pending_mode or strip.mode]
        self._show.send(ask.SetMode(INSTRUMENTS[place], after))

    @Slot(int, int)
    def setClip(self, place: int, clip: int) -> None:
        """Choose a clip by its place in the list; -1 gives the choice back to the crowd."""
        clips = self._strip(place).clips
        name = clips[clip].name if 0 <= clip < len(clips) else None
        self._show.send(ask.SetVariation(INSTRUMENTS[place], name))

    @Slot(int)
    def nextClip(self, place: int) -> None:
        self._show.send(ask.NextVariation(INSTRUMENTS[place]))

    @Slot(int)
    def toggleMute(self, place: int) -> None:
        self._show.send(ask.SetMute(INSTRUMENTS[place], not self._strip(place).mute))

    @Slot(int)
    def toggleSolo(self, place: int) -> None:
        self._show.send(ask.SetSolo(INSTRUMENTS[place], not self._strip(place).solo))

    @Slot(int)
    def cancelChange(self, place: int) -> None:
        if self._strip(place).can_cancel:
            self._show.send(ask.CancelChange(INSTRUMENTS[place]))

    @Slot(int, float)
    def setFader(self, place: int, position: float) -> None:
        """Move a fader (8 is the master) to a place on its travel."""
        gain = 1.0 if abs(position - FADER_ZERO) < 1e-6 else fader_gain(position)
        self._send_gain(place, gain)

    @Slot(int, float)
    def stepFader(self, place: int, step_db: float) -> None:
        snapshot = self._show.snapshot()
        gain = snapshot.master_gain if place == _MASTER else snapshot.strips[place].gain
        self._send_gain(place, stepped_gain(gain, step_db))

    @Slot(int, str)
    def typeGain(self, place: int, text: str) -> None:
        """Set a fader to typed decibels; what is no number changes nothing."""
        try:
            db = float(text.replace("\u2212", "-").replace(",", ".").lower().removesuffix("db"))
        except ValueError:
            return
        if db == db:
            self._send_gain(place, 0.0 if db < -90.0 else db_to_gain(min(6.0, db)))

    def _send_gain(self, place: int, gain: float) -> None:
        self._show.send(ask.SetGain(None if place == _MASTER else INSTRUMENTS[place], gain))

    # ---- out: the whole show -------------------------------------------------------------

    @Slot()
    def toggleHold(self) -> None:
        self._show.send(ask.SetHold(not self._show.snapshot().hold))

    @Slot()
    def pressPanic(self) -> None:
        silent = self._show.snapshot().panic == "silent"
        self._show.send(ask.Resume() if silent else ask.Panic())

    @Slot()
    def pressFade(self) -> None:
        self._show.send(ask.FadeOut())

    @Slot()
    def toggleRecord(self) -> None:
        self._show.send(ask.RecordMaster(self._show.snapshot().master_recorded_ms is None))

    @Slot()
    def cancelScene(self) -> None:
        self._show.send(ask.CancelScene())

    @Slot()
    def undo(self) -> None:
        if self._show.snapshot().can_undo:
            self._show.send(ask.Undo())

    @Slot()
    def togglePause(self) -> None:
        replay = self._show.snapshot().replay
        if replay is not None:
            self._show.send(ask.Pause(not replay.paused))

    @Slot(int)
    def setSpeed(self, place: int) -> None:
        self._show.send(ask.SetSpeed(_SPEEDS[place]))

    @Slot()
    def toggleLock(self) -> None:
        self.tell({"locked": not self.locked})

    @Slot()
    def dismissFirstRun(self) -> None:
        self._dismissed = True
        self.tell({"firstRun": False})

    @Slot(str)
    def openRecording(self, path: str) -> None:
        if self._on_open_recording is not None and path:
            self._dismissed = True
            self._on_open_recording(Path(path))

    # ---- keys ----------------------------------------------------------------------------

    @Slot(int, int, int, bool, result=bool)
    def key(self, key: int, scan_code: int, modifiers: int, repeats: bool) -> bool:
        """A key pressed in either window; answers whether it was ours. Held down, it acts once."""
        act = keys.act_of(key, scan_code, modifiers, self._platform)
        if act is None:
            return False
        if repeats or (self.locked and act.name not in _LOCKED_ALLOWS):
            return True
        self._act(act)
        return True

    def _act(self, act: keys.Act) -> None:
        on_strip = {
            "mode": self.cycleMode,
            "solo": self.toggleSolo,
            "next_variation": self.nextClip,
        }
        if act.strip >= 0:
            on_strip[act.name](act.strip)
            return
        {
            "hold": self.toggleHold,
            "panic": self.pressPanic,
            "fade": self.pressFade,
            "record": self.toggleRecord,
            "undo": self.undo,
            "lock": self.toggleLock,
            "help": self.helpAsked.emit,
            "stage": self.stageAsked.emit,
            "full_screen": self.fullScreenAsked.emit,
            "open": self._ask_open,
        }[act.name]()

    def _ask_open(self) -> None:
        if self.canOpen:
            self.openAsked.emit()

    @Slot(int, int, int, bool, result=bool)
    def stripKey(self, place: int, key: int, modifiers: int, repeats: bool) -> bool:
        """A key pressed on the strip (8: the master) that has the focus."""
        act = keys.strip_act_of(key, modifiers)
        if act is None:
            return False
        if self.locked or (repeats and act not in keys.REPEATS):
            return True
        step_db = 0.1 if modifiers & keys.SHIFT else 0.5
        if act in ("up", "down"):
            self.stepFader(place, step_db if act == "up" else -step_db)
        elif place == _MASTER:
            if act == "cancel":
                self.cancelScene()
        elif act == "mute":
            self.toggleMute(place)
        else:
            self.cancelChange(place)
        return True

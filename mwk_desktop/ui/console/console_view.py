"""The console's view-model: snapshots in, commands out (GUI thread only, never blocks).

Every control of the window ends in one slot of :class:`ConsoleView`, and every slot in an action of
:mod:`mwk_desktop.show.actions`: the result of a toggle and what the lock refuses are decided there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import Signal, Slot

from mwk_desktop.show.action_kinds import UNLOCKED, ConsoleRequest, ConsoleState
from mwk_desktop.show.recording_facts import LookAtRecordings
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.audience_view import AudienceView
from mwk_desktop.ui.console.banners import SHOWN, Banners
from mwk_desktop.ui.console.ceiling_view import CeilingView
from mwk_desktop.ui.console.console_properties import (
    TOP_DEFAULTS,
    moving_properties,
    resting_key,
    resting_properties,
)
from mwk_desktop.ui.console.crowd_view import CrowdView
from mwk_desktop.ui.console.cue_view import CueView
from mwk_desktop.ui.console.desk_controls import DeskControls
from mwk_desktop.ui.console.escape_hold import EscapeHold
from mwk_desktop.ui.console.fader_marks import fader_marks
from mwk_desktop.ui.console.feed_model import FeedModel
from mwk_desktop.ui.console.file_choice import FilesView
from mwk_desktop.ui.console.key_controls import KEY_DEFAULTS, KeyControls
from mwk_desktop.ui.console.late_rate import LateRate
from mwk_desktop.ui.console.learning_sender import LearningSender
from mwk_desktop.ui.console.leave_view import LeaveView, reasons_to_stay
from mwk_desktop.ui.console.outputs_view import OutputsView
from mwk_desktop.ui.console.panel_properties import PANEL_DEFAULTS, panel_properties
from mwk_desktop.ui.console.queue_model import QueueModel
from mwk_desktop.ui.console.replay_properties import (
    REPLAY_DEFAULTS,
    replay_properties,
    timeline_properties,
)
from mwk_desktop.ui.console.report_controls import ReportControls
from mwk_desktop.ui.console.show_controls import ShowControls
from mwk_desktop.ui.console.silence_view import SilenceView
from mwk_desktop.ui.console.strip_controls import MASTER, StripControls
from mwk_desktop.ui.console.strip_properties import StripView, strip_key, strip_properties
from mwk_desktop.ui.console.talk_view import TalkView
from mwk_desktop.ui.local_numbers import signed_db
from mwk_desktop.ui.meter_scale import Ballistics
from mwk_desktop.ui.ranking_rows import LeaderRows, VoteRows
from mwk_desktop.ui.redraw_pace import RedrawPace
from mwk_desktop.ui.view_model import view_model_class
from mwk_desktop.units import (
    INSTRUMENTS,
    MASTER_OVER_DB,
    STRIPS,
    db_to_gain,
)

_PEAK_TEXT_S = 0.25
MESSAGES = MASTER + 1
"""The place of the list of messages among what a key focuses."""

_ConsoleProperties = view_model_class(
    "ConsoleProperties",
    {
        **TOP_DEFAULTS,
        **REPLAY_DEFAULTS,
        "levels": [0.0] * ((STRIPS + 1) * 4),
        "strips": [],
        "votes": [],
        **PANEL_DEFAULTS,
        "leaders": [],
        "banners": [],
        "moreBanners": 0,
        "locked": False,
        "storing": False,
        **KEY_DEFAULTS,
        "canOpen": False,
        "canSounds": False,
        "canConnect": False,
        "canDemo": False,
        "firstRun": False,
        "stripCount": STRIPS,
        "messagesPlace": MESSAGES,
        "faderMarks": fader_marks(),
    },
)


class ConsoleView(
    StripControls,
    ShowControls,
    DeskControls,
    KeyControls,
    ReportControls,
    _ConsoleProperties,  # type: ignore[misc, valid-type]
):
    """What the console shows, and what its controls do.

    Parameters
    ----------
    show
        Gives the newest snapshot and takes commands; neither waits.
    visual_offset_ms
        By how much the visible beat is delayed, to match late sound.
    language
        For numbers: a language's code, such as ``en``.
    platform
        Qt's platform name; it decides how native key codes are read.
    on_open_recording
        Called with the file when the presenter opens a recording; None hides that control.
    own_keys
        ``[keys]`` of the settings: key -> action.
    escape_leaves_full_screen
        Whether Esc on a stage in full screen leaves that first, and is no panic.
    recordings_dir
        Where to look for recordings first.
    """

    helpAsked = Signal()
    pageAsked = Signal(str)
    crowdAsked = Signal()
    talkAsked = Signal()
    menuAsked = Signal()
    stageAsked = Signal()
    fullScreenAsked = Signal()
    focusAsked = Signal(int)
    recordingOffered = Signal(str)
    """A recording was chosen in the list."""

    def __init__(
        self,
        show: ShowClient,
        *,
        visual_offset_ms: float = 0.0,
        language: str = "en",
        platform: str = "",
        on_open_recording: Any = None,
        own_keys: Mapping[str, str] | None = None,
        escape_leaves_full_screen: bool = False,
        recordings_dir: Path | None = None,
    ) -> None:
        super().__init__()
        self._show = show
        self._actions = LearningSender(show, self.state, self.carry_out)
        self.stage_open = self.stage_full_screen = False
        self.visual_offset_ms = visual_offset_ms
        self._language = language
        self._platform = platform
        self.use_keys(own_keys or {})
        self.escape_leaves_full_screen = escape_leaves_full_screen
        self.silence = SilenceView(self._actions)
        self.escape = EscapeHold(lambda: self._actions.perform("show.panic"))
        self._on_open_recording = on_open_recording
        self._strips = [StripView(self) for _ in range(STRIPS)]
        self._votes = VoteRows(INSTRUMENTS)
        self._leaders = LeaderRows(10)
        self.feed = FeedModel()
        self.files = FilesView(recordings_dir or Path.cwd(), look=self.look_at)
        self.sound_folders = FilesView(Path.cwd(), recordings=False)
        self.outputs = OutputsView(show.send)
        self.cue = CueView(self._actions)
        self.ceiling = CeilingView(self._actions)
        self.crowd = CrowdView(show, self._actions, self.feed)
        self.queue = QueueModel(show, self._actions)
        self.leave = LeaveView(self._actions)
        self.talk = TalkView(self._actions)
        self.audience = AudienceView(self._actions, language)
        self._views: list[Any] = [self.outputs, self.crowd, self.audience, self.silence]
        self._views += [self.queue, self.leave, self.talk, self.cue, self.ceiling]
        self._late = LateRate()
        self._pace = RedrawPace()
        self._timeline_key: Any = None
        self._banners = Banners()
        self._meters = Ballistics((STRIPS + 1) * 2)
        self._serial = -1
        self._strip_keys: list[Any] = [None] * STRIPS
        self._resting_key: Any = None
        self._met_s = perf_counter()
        self._peaks_s = 0.0
        self._dismissed = False
        self.set_properties(
            {
                "strips": list(self._strips),
                "votes": list(self._votes.rows),
                "leaders": list(self._leaders.rows),
                "canOpen": on_open_recording is not None,
            }
        )
        self.pull()

    def show_pictures(self, pictures: Any) -> None:
        """Set the source of users' pictures; None: initials only."""
        self._leaders.pictures = self.feed.pictures = self.queue.pictures = pictures

    def retranslate(self, language: str) -> None:
        """Update all texts in another language."""
        self._language = language
        for view in (self._votes, self._leaders, self.feed, self.outputs, self.crowd, self.files):
            view.retranslate()
        for other in (self.sound_folders, self.silence, self.talk, self.queue):
            other.retranslate()
        self.cue.retranslate()
        self.ceiling.retranslate()
        self.audience.retranslate(language)
        self.use_keys(self._own)
        self._serial = -1
        self._strip_keys = [None] * STRIPS
        self._resting_key = None
        self._peaks_s = 0.0
        self.pull()

    # ---- in: snapshots -------------------------------------------------------------------

    def pull(self) -> Snapshot:
        """Show the newest snapshot; called by the window's timer."""
        snapshot = self._show.snapshot()
        if snapshot.serial != self._serial:
            self._serial = snapshot.serial
            self._show_changes(snapshot)
        else:
            # A new picture does not change the snapshot.
            self._leaders.show_snapshot(snapshot)
            self.feed.refresh_pictures()
        self._move_meters(snapshot)
        return snapshot

    def _show_changes(self, snapshot: Snapshot) -> None:
        for place, strip in enumerate(self._strips):
            key = strip_key(snapshot, place)
            if key != self._strip_keys[place]:
                self._strip_keys[place] = key
                strip.set_properties(strip_properties(snapshot, place))
        self.set_properties(moving_properties(snapshot, self.visual_offset_ms))
        for view in self._views:
            view.show_snapshot(snapshot)
        self.files.show_recent(snapshot.workers.recent)
        self.files.show_facts(snapshot.workers.recordings)
        if self._pace.due(snapshot):
            self._leaders.show_snapshot(snapshot)
            self._votes.show_snapshot(snapshot)
        self.feed.show_messages(snapshot.feed, snapshot.t_ms, snapshot.blocked)
        lost_history = snapshot.workers.lost_history
        key = (*resting_key(snapshot), snapshot.problems, snapshot.replay, lost_history)
        if key != self._resting_key:
            self._resting_key = key
            self._show_texts(snapshot)

    def _show_texts(self, snapshot: Snapshot) -> None:
        late = self._late.of(snapshot.counts, snapshot.t_ms)
        banners = self._banners.of(snapshot)
        self.set_properties(
            {
                **resting_properties(snapshot, self._language, late),
                **panel_properties(snapshot, self._language),
                **replay_properties(snapshot),
                **self._timeline(snapshot),
                "banners": banners[:SHOWN],
                "moreBanners": max(0, len(banners) - SHOWN),
                "canSounds": "OpenSounds" in snapshot.workers.offers,
                "canConnect": "ConnectLive" in snapshot.workers.offers,
                "canDemo": "OpenDemo" in snapshot.workers.offers and snapshot.source.kind != "demo",
                "firstRun": snapshot.source.kind == "demo"
                and not self._dismissed
                and not banners
                and (
                    self._on_open_recording is not None
                    or bool({"OpenSounds", "ConnectLive"} & set(snapshot.workers.offers))
                ),
            }
        )

    def _timeline(self, snapshot: Snapshot) -> dict[str, Any]:
        """The timeline's fixed part, if the recording has changed."""
        replay = snapshot.replay
        if replay is None:
            self._timeline_key = None
            return {}
        span = (replay.start_ms, replay.length_ms, snapshot.window_ms)
        key = (replay.density, replay.overrides_ms, span)
        if key == self._timeline_key:
            return {}
        self._timeline_key = key
        return timeline_properties(replay, snapshot.window_ms)

    def _move_meters(self, snapshot: Snapshot) -> None:
        now_s = perf_counter()
        passed_s, self._met_s = now_s - self._met_s, now_s
        peaks = [p for s in snapshot.strips for p in (s.peak_left, s.peak_right)]
        peaks += [snapshot.engine.master_peak_left, snapshot.engine.master_peak_right]
        self.set_properties({"levels": self._meters.step(peaks, passed_s)})
        # Alone such a strip exceeds the master's ceiling and makes the limiter work; the master is
        # held there, so only an overshoot is too loud.
        ceiling_dbtp = snapshot.sound.ceiling_dbtp
        loud = db_to_gain(ceiling_dbtp)
        for place, strip in enumerate(self._strips):
            if max(peaks[place * 2 : place * 2 + 2]) > loud:
                strip.set_properties({"clipped": True})
        if max(peaks[-2:]) > db_to_gain(ceiling_dbtp + MASTER_OVER_DB):
            self.set_properties({"masterClipped": True})
        if now_s - self._peaks_s >= _PEAK_TEXT_S:
            self._peaks_s = now_s
            for place, strip in enumerate(self._strips):
                strip.set_properties({"peakText": self._peak_text(place)})
            self.set_properties({"masterPeakText": self._peak_text(MASTER)})

    def _peak_text(self, place: int) -> str:
        db = self._meters.hold_db(place * 2)
        return signed_db(db_to_gain(db) if db > -89.0 else 0.0)

    # ---- out: what the window itself does ------------------------------------------------

    def state(self) -> ConsoleState:
        """What only the windows know: the lock, the stage, the selected message."""
        selected = self.feed.serialAt(self.crowd.selected_row)
        if self.queue.approving:
            selected = self.queue.serialAt(self.queue.selected_row)
        return ConsoleState(
            locked=self.locked,
            stage_open=self.stage_open,
            stage_full_screen=self.stage_full_screen,
            selected_message=None if selected < 0 else selected,
            black_is_dark=self.blackIsDark,
        )

    def carry_out(self, request: ConsoleRequest) -> None:
        """Carry out a request to the windows, from a key or from another control."""
        signals = {
            "console.help": self.helpAsked,
            "console.menu": self.menuAsked,
            "console.crowd": self.crowdAsked,
            "console.talk": self.talkAsked,
        }
        if request.action == "show.lock":
            self.set_properties({"locked": request.on})
        elif request.action == "stage.window":
            if request.on != self.stage_open:
                self.stageAsked.emit()
        elif request.action == "stage.fullscreen":
            if request.on != self.stage_full_screen:
                self.fullScreenAsked.emit()
        elif request.action.endswith(".focus"):
            channel = request.action.removesuffix(".focus")
            places = {"master": MASTER, "message": MESSAGES}
            place = (
                places[channel] if channel in places else int(channel.removeprefix("strip.")) - 1
            )
            self.focusAsked.emit(place)
        elif request.action == "console.store":
            self.set_properties({"storing": not self.storing})
        elif request.action == "console.learn":
            self.toggleLearning()
        elif request.action == "console.quit":
            self.askToLeave()
        elif request.action in signals:
            signals[request.action].emit()
        else:
            self.askPage(request.action.removeprefix("console."))

    @Slot(str)
    def askPage(self, name: str) -> None:
        """Open a page over the console, by name, if this program has it."""
        there = {"open": self.canOpen, "sounds": self.canSounds, "connect": self.canConnect}
        if there.get(name, True):
            self.pageAsked.emit(name)

    @Slot()
    def dismissFirstRun(self) -> None:
        self._dismissed = True
        self.set_properties({"firstRun": False})

    def look_at(self, paths: tuple[Path, ...]) -> None:
        """Ask what recordings hold, where the program can tell."""
        if LookAtRecordings.__name__ in self._show.snapshot().workers.offers:
            self._show.send(LookAtRecordings(paths))

    @Slot(result=bool)
    def endsShow(self) -> bool:
        """Whether a recording that opens now ends a show, so that it is asked about."""
        return bool(reasons_to_stay(self._show.snapshot(), UNLOCKED))

    @Slot(str)
    def offerRecording(self, path: str) -> None:
        """Open a recording, after a question where a show would end."""
        self.recordingOffered.emit(path)

    @Slot(str)
    def openRecording(self, path: str) -> None:
        if self._on_open_recording is not None and path:
            self._dismissed = True
            self._on_open_recording(Path(path))

"""Commands: what a presenter, a test or the command line can ask of a show.

Plain values, from any thread to the show thread; the show answers through its next snapshot.
Instruments are named by the words of :data:`mwk_desktop.units.INSTRUMENTS`.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from mwk_desktop.show.control_requests import ControlRequest
from mwk_desktop.show.desk_commands import DeskCommand
from mwk_desktop.show.followed_networks import FollowNetwork, FollowTwitter
from mwk_desktop.show.message_commands import MessageCommand
from mwk_desktop.show.recording_facts import LookAtRecordings
from mwk_desktop.show.report_state import ReportRequest
from mwk_desktop.show.setting_commands import SettingRequest
from mwk_desktop.show.sound_commands import SoundCommand
from mwk_desktop.show.source_commands import OpenDemo, SetLoop
from mwk_desktop.show.spare_state import TakeOver
from mwk_desktop.show.stage_state import ShowOnStage
from mwk_desktop.show.talk_clock import TalkRequest
from mwk_desktop.show.tone_state import PlayTone


class Mode(StrEnum):
    """Who controls an instrument: the crowd or the presenter."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class SetMode(Struct, frozen=True):
    instrument: str
    mode: Mode


class SetVariation(Struct, frozen=True):
    """Choose a clip by hand (``"drum/drum2.flac"``); None gives the choice back to the crowd."""

    instrument: str
    clip: str | None


class NextVariation(Struct, frozen=True):
    """The next clip by name after the current one, cyclically."""

    instrument: str


class SetMute(Struct, frozen=True):
    instrument: str
    mute: bool


class SetSolo(Struct, frozen=True):
    instrument: str
    solo: bool


class SetGain(Struct, frozen=True):
    """Fader of a strip, linear gain; instrument None is the master."""

    instrument: str | None
    gain: float


class SetHold(Struct, frozen=True):
    hold: bool


class Panic(Struct, frozen=True):
    """Fade everything out in 200 ms; again within 2 s: cut at once. See :class:`Resume`."""


class Resume(Struct, frozen=True):
    """Bring the music back on the next bar after a panic or a fade out."""


class FadeOut(Struct, frozen=True):
    """Two loops to silence; pressed again, the music returns on the next bar."""


class CancelScene(Struct, frozen=True):
    """Skip the coming scene (its draws still happen); again: take the cancel back."""


class CancelChange(Struct, frozen=True):
    """Drop one instrument's pending mode or variation that was set by hand."""

    instrument: str


class SetFloor(Struct, frozen=True):
    """Let the rhythm floor be heard under scenes without a kick (True), or not."""

    on: bool


class SetFloorGain(Struct, frozen=True):
    """The rhythm floor's level, linear."""

    gain: float


class Undo(Struct, frozen=True):
    """Take back the last change; :mod:`~mwk_desktop.show.presenter` says which can be undone."""


class Pause(Struct, frozen=True):
    """Replay only: stop (True) or go on (False) reading the recording; the music goes on."""

    pause: bool


class SetSpeed(Struct, frozen=True):
    """Replay only."""

    speed: float


class Scrub(Struct, frozen=True):
    """Replay only: jump to this place; that moment's scene lands on the next line."""

    position_ms: int


class HideMessage(Struct, frozen=True):
    """Remove a message from feed and stage; its vote still counts. The show fills in the rest."""

    serial: int
    screen_name: str = ""
    event_ms: int = 0
    tweet_id: str = ""


class BlockUser(Struct, frozen=True):
    """Block a screen name: it is removed from open votes, leaderboard, feed and stage."""

    name: str


class UnblockUser(Struct, frozen=True):
    """Remove a block, even one from an earlier night."""

    name: str


class SetVoteCap(Struct, frozen=True):
    """Limit the votes per user and window from now on; 0: no limit."""

    votes: int


class ShowWinner(Struct, frozen=True):
    """Show the winner moment on the stage (True), or return to the chart (False)."""

    show: bool


Command = (
    SetMode
    | SetVariation
    | NextVariation
    | SetMute
    | SetSolo
    | SetGain
    | SetHold
    | Panic
    | Resume
    | FadeOut
    | CancelScene
    | CancelChange
    | SetFloor
    | SetFloorGain
    | Undo
    | Pause
    | SetSpeed
    | SetLoop
    | Scrub
    | HideMessage
    | BlockUser
    | UnblockUser
    | SetVoteCap
    | ShowWinner
    | MessageCommand
    | ShowOnStage
    | SoundCommand
    | DeskCommand
)


class RecordMaster(Struct, frozen=True):
    """Record the master to a file (True), or complete that file (False)."""

    record: bool


class ChooseOutput(Struct, frozen=True):
    """Switch to another output: its name and sound system, or ``null`` for silence."""

    name: str


class ListOutputs(Struct, frozen=True):
    """List the outputs; the answer is in :attr:`Snapshot.outputs`."""


class OpenRecording(Struct, frozen=True):
    """Switch to a recording; the running show ends when it is ready."""

    path: Path


class OpenSounds(Struct, frozen=True):
    """Restart the same kind of show with another sound set."""

    folder: Path


class TestConnection(Struct, frozen=True):
    """Test whether Kafka can be reached; the answer is :attr:`WorkersState.connection`."""

    __test__ = False  # not a test class for pytest

    bootstrap_servers: str
    topic: str


class ConnectLive(Struct, frozen=True):
    """Switch to a topic; ``new_show``: start now, with an empty leaderboard."""

    bootstrap_servers: str
    topic: str
    new_show: bool = False


class ResolveLostHistory(Struct, frozen=True):
    """The topic has lost the next record: continue from the ``oldest`` one, or from ``now``."""

    choice: str


class RunChecks(Struct, frozen=True):
    """Check everything a show needs; the answer is :attr:`WorkersState.checks`."""

    tone: bool = False
    """Whether to play a tone."""


class RunQuery(Struct, frozen=True):
    """Query the running show in SQL, again and again; answers: :attr:`WorkersState.query`."""

    text: str


class StopQuery(Struct, frozen=True):
    """Stop repeating the query; its last answer stays."""


class SetVoting(Struct, frozen=True):
    """Open or close voting on the audience's page."""

    open: bool


class ServePage(Struct, frozen=True):
    """Serve the audience's page during the show (True), or stop (False)."""

    serve: bool


class ChangeSetting(Struct, frozen=True):
    """Save a setting to the presenter's ``mwk.toml``: its dotted name and its new value as text
    (empty: back to the default)."""

    name: str
    value: str


WorkerRequest = (
    RecordMaster
    | ChooseOutput
    | ListOutputs
    | OpenRecording
    | OpenSounds
    | OpenDemo
    | TestConnection
    | ConnectLive
    | ResolveLostHistory
    | RunChecks
    | RunQuery
    | StopQuery
    | SetVoting
    | ServePage
    | FollowTwitter
    | FollowNetwork
    | ChangeSetting
    | SettingRequest
    | ControlRequest
    | TalkRequest
    | TakeOver
    | ReportRequest
    | PlayTone
    | LookAtRecordings
)
"""Requests to the machine: they may wait, and are not recorded; the show thread never gets one."""

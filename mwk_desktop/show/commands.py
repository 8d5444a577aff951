"""Commands: what a presenter, a test or the command line can ask of a show.

Plain values, from any thread to the show thread; the show answers through its next snapshot.
Instruments are named by the words of :data:`mwk_desktop.units.INSTRUMENTS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class SetMode:
    instrument: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class SetVariation:
    """Choose a clip by hand (``"drum/drum2.flac"``); None gives the choice back to the crowd."""

    instrument: str
    clip: str | None


@dataclass(frozen=True, slots=True)
class NextVariation:
    """The next clip by name after the current one, cyclically."""

    instrument: str


@dataclass(frozen=True, slots=True)
class SetMute:
    instrument: str
    mute: bool


@dataclass(frozen=True, slots=True)
class SetSolo:
    instrument: str
    solo: bool


@dataclass(frozen=True, slots=True)
class SetGain:
    """Fader of a strip, linear gain; instrument None is the master."""

    instrument: str | None
    gain: float


@dataclass(frozen=True, slots=True)
class SetHold:
    hold: bool


@dataclass(frozen=True, slots=True)
class Panic:
    """Fade everything out in 200 ms; again within 2 s: cut at once. See :class:`Resume`."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Bring the music back on the next bar after a panic or a fade out."""


@dataclass(frozen=True, slots=True)
class FadeOut:
    """Two loops to silence; pressed again, the music returns on the next bar."""


@dataclass(frozen=True, slots=True)
class CancelScene:
    """Skip the coming scene (its draws still happen); again: take the cancel back."""


@dataclass(frozen=True, slots=True)
class CancelChange:
    """Drop one instrument's pending mode or variation that was set by hand."""

    instrument: str


@dataclass(frozen=True, slots=True)
class SetFloor:
    """Let the rhythm floor be heard under scenes without a kick (True), or not."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetFloorGain:
    """The rhythm floor's level, linear."""

    gain: float


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change; :mod:`~mwk_desktop.show.presenter` says which can be undone."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Replay only: stop (True) or go on (False) reading the recording; the music goes on."""

    pause: bool


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """Replay only."""

    speed: float


@dataclass(frozen=True, slots=True)
class Scrub:
    """Replay only: jump to this place; that moment's scene lands on the next line."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class HideMessage:
    """Remove a message from feed and stage; its vote still counts. The show fills in the rest."""

    serial: int
    screen_name: str = ""
    event_ms: int = 0
    tweet_id: str = ""


@dataclass(frozen=True, slots=True)
class BlockUser:
    """Block a screen name: it is removed from open votes, leaderboard, feed and stage."""

    name: str


@dataclass(frozen=True, slots=True)
class UnblockUser:
    """Remove a block, even one from an earlier night."""

    name: str


@dataclass(frozen=True, slots=True)
class SetVoteCap:
    """Limit the votes per user and window from now on; 0: no limit."""

    votes: int


@dataclass(frozen=True, slots=True)
class ShowWinner:
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


@dataclass(frozen=True, slots=True)
class RecordMaster:
    """Record the master to a file (True), or complete that file (False)."""

    record: bool


@dataclass(frozen=True, slots=True)
class ChooseOutput:
    """Switch to another output: its name and sound system, or ``null`` for silence."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOutputs:
    """List the outputs; the answer is in :attr:`Snapshot.outputs`."""


@dataclass(frozen=True, slots=True)
class OpenRecording:
    """Switch to a recording; the running show ends when it is ready."""

    path: Path


@dataclass(frozen=True, slots=True)
class OpenSounds:
    """Restart the same kind of show with another sound set."""

    folder: Path


@dataclass(frozen=True, slots=True)
class TestConnection:
    """Test whether Kafka can be reached; the answer is :attr:`WorkersState.connection`."""

    __test__ = False  # not a test class for pytest

    bootstrap_servers: str
    topic: str


@dataclass(frozen=True, slots=True)
class ConnectLive:
    """Switch to a topic; ``new_show``: start now, with an empty leaderboard."""

    bootstrap_servers: str
    topic: str
    new_show: bool = False


@dataclass(frozen=True, slots=True)
class ResolveLostHistory:
    """The topic has lost the next record: continue from the ``oldest`` one, or from ``now``."""

    choice: str


@dataclass(frozen=True, slots=True)
class RunChecks:
    """Check everything a show needs; the answer is :attr:`WorkersState.checks`."""

    tone: bool = False
    """Whether to play a tone."""


@dataclass(frozen=True, slots=True)
class RunQuery:
    """Query the running show in SQL, again and again; answers: :attr:`WorkersState.query`."""

    text: str


@dataclass(frozen=True, slots=True)
class StopQuery:
    """Stop repeating the query; its last answer stays."""


@dataclass(frozen=True, slots=True)
class SetVoting:
    """Open or close voting on the audience's page."""

    open: bool


@dataclass(frozen=True, slots=True)
class ServePage:
    """Serve the audience's page during the show (True), or stop (False)."""

    serve: bool


@dataclass(frozen=True, slots=True)
class ChangeSetting:
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

"""What a presenter (or a test, or the command line) can ask of a show.

Plain values that travel from any thread to the show thread; the show answers through its next
snapshot. Instruments are named by the words of :data:`mwk_desktop.units.INSTRUMENTS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Mode(StrEnum):
    """Who decides over one instrument: the crowd, or the presenter's hand."""

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
    """The clip after the current one, by name, round and round."""

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
    """After a panic or a fade out: the music returns on the next bar."""


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
class Undo:
    """Take back the last mode, variation, mute, solo, gain, hold, cancel, hide, block or limit."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Replay only: stop (True) or go on (False) reading the recording; the music goes on."""

    pause: bool


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """Replay only: 0.25 to 8."""

    speed: float


@dataclass(frozen=True, slots=True)
class Scrub:
    """Replay only: go to this place of the recording. What was before it is folded again, that
    moment's scene lands on the next line, the music keeps its phase."""

    position_ms: int


@dataclass(frozen=True, slots=True)
class HideMessage:
    """Take one message from feed and stage; it keeps its vote. ``serial`` is
    :attr:`~mwk_desktop.show.snapshot.FeedItem.serial`; the show itself fills in the rest, which
    names the message in its log."""

    serial: int
    screen_name: str = ""
    event_ms: int = 0
    tweet_id: str = ""


@dataclass(frozen=True, slots=True)
class BlockUser:
    """A screen name counts nowhere from now on: open votes, board, feed and stage lose it."""

    name: str


@dataclass(frozen=True, slots=True)
class UnblockUser:
    """Take a block back, also one of an earlier night."""

    name: str


@dataclass(frozen=True, slots=True)
class SetVoteCap:
    """Votes that count per user and window from now on; 0 for no limit."""

    votes: int


@dataclass(frozen=True, slots=True)
class ShowWinner:
    """The winner moment on the stage (True), or back to the chart (False)."""

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
    | Undo
    | Pause
    | SetSpeed
    | Scrub
    | HideMessage
    | BlockUser
    | UnblockUser
    | SetVoteCap
    | ShowWinner
)


@dataclass(frozen=True, slots=True)
class RecordMaster:
    """Record the master to a file (True), or complete that file (False)."""

    record: bool


@dataclass(frozen=True, slots=True)
class ChooseOutput:
    """Go on with another output: its name and sound system, or ``null`` for silence."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOutputs:
    """Look which outputs there are; the answer is in :attr:`Snapshot.outputs`."""


@dataclass(frozen=True, slots=True)
class OpenRecording:
    """Go on with a recording; the running show ends when it is ready."""

    path: Path


@dataclass(frozen=True, slots=True)
class OpenSounds:
    """Begin the running show's kind anew with another sound set (the demo, or a replay)."""

    folder: Path


@dataclass(frozen=True, slots=True)
class TestConnection:
    """Look whether Kafka can be reached; the answer is :attr:`WorkersState.connection`."""

    __test__ = False  # not one of pytest's classes

    bootstrap_servers: str
    topic: str


@dataclass(frozen=True, slots=True)
class ConnectLive:
    """Go on with a topic; ``new_show`` begins with an empty leaderboard, from now on."""

    bootstrap_servers: str
    topic: str
    new_show: bool = False


@dataclass(frozen=True, slots=True)
class ResolveLostHistory:
    """The topic no longer holds what comes next: go on from the ``oldest`` record or from
    ``now``."""

    choice: str


@dataclass(frozen=True, slots=True)
class RunChecks:
    """Look at everything a show needs; the answer is :attr:`WorkersState.checks`."""

    tone: bool = False
    """Whether an audible tone is wanted."""


@dataclass(frozen=True, slots=True)
class RunQuery:
    """Ask the running show in SQL, again and again as it goes on; the answer is
    :attr:`WorkersState.query`."""

    text: str


@dataclass(frozen=True, slots=True)
class StopQuery:
    """The last answer stays, and is not asked again."""


@dataclass(frozen=True, slots=True)
class SetVoting:
    """Open or close voting on the audience's page."""

    open: bool


@dataclass(frozen=True, slots=True)
class ServePage:
    """Serve the audience's page beside the running show (True), or end it."""

    serve: bool


@dataclass(frozen=True, slots=True)
class FollowTwitter:
    """Let the Twitter stream's messages into the running show (True), or end it."""

    follow: bool


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """Keep a setting in the presenter's ``mwk.toml``: its dotted name and its new value as text
    (empty: back to the default)."""

    name: str
    value: str


WorkerRequest = (
    RecordMaster
    | ChooseOutput
    | ListOutputs
    | OpenRecording
    | OpenSounds
    | TestConnection
    | ConnectLive
    | ResolveLostHistory
    | RunChecks
    | RunQuery
    | StopQuery
    | SetVoting
    | ServePage
    | FollowTwitter
    | ChangeSetting
)
"""What is asked of the machine the show runs on: it changes no note of the show, is in no
recording of it, and may wait for a disk, a network or a sound system, so the show thread never
sees it."""

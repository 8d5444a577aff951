"""The show as one immutable value, for windows, health line and tests.

The show thread builds a new one a few hundred times a second at most and puts it into a
latest-value slot; readers never wait and never write. Times are wall-clock milliseconds,
frames are transport frames, gains are linear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mwk_desktop.messages import NOTHING, Message, sentences
from mwk_desktop.show.desk_state import DeskState
from mwk_desktop.show.message_commands import ModerationState
from mwk_desktop.show.silence import AUDIBLE, SilenceState
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.show.sound_state import SoundState
from mwk_desktop.show.stage_state import LockedWindow, SceneTotals, StageState
from mwk_desktop.show.strip_state import Clip, FloorState, StripState
from mwk_desktop.show.winner_state import Winner
from mwk_desktop.show.workers_state import WorkersState


class ProblemKind(StrEnum):
    """What a problem is about; the console chooses a picture and buttons by it."""

    BROKER = "broker"
    DISK = "disk"
    RECORDING = "recording"
    SOUND = "sound"
    SCREEN = "screen"
    CLOCK = "clock"
    SPARE = "spare"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with the show: ``summary`` names it in one sentence,
    ``details`` tells the rest (what goes on, what to do). ``mild``: it is only to be known."""

    kind: ProblemKind
    summary: Message
    details: Message = NOTHING
    mild: bool = False

    def __str__(self) -> str:
        return str(self.text)

    @property
    def text(self) -> Message:
        """All of it, as one message."""
        return sentences([self.summary, self.details])


@dataclass(frozen=True, slots=True)
class ChartRow:
    instrument: str
    votes: int


@dataclass(frozen=True, slots=True)
class Leader:
    name: str
    tweets: int
    image_url: str


@dataclass(frozen=True, slots=True)
class TransportState:
    """Where the music stands. ``bar`` is 1 at the first bar line after the start (0 before).

    ``block_beats``: beats from bar 1 to the engine's newest block, which was asked for at
    ``block_time_ns`` (``time.monotonic_ns``) and is heard ``sound_delay_ms`` later.
    ``phrase_beats``: from bar 1 to the first line on which a phrase begins. ``graph_delay_ms``: the
    part of the delay after JACK's graph; 0 where the sound card is not JACK's.
    """

    rate_hz: int
    frame: int
    bar: int
    beat: int
    beat_phase: float
    loop_phase: float
    bpm: float
    beats_per_bar: int
    bars_per_loop: int
    running: bool
    block_time_ns: int = 0
    block_beats: float = 0.0
    phrase_beats: int = 0
    graph_delay_ms: float = 0.0
    sound_delay_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class WindowState:
    """The open window and when its scene lands.

    ``remaining_ms`` counts down to the lock (the window's end); ``bars`` is the window as cells of
    the transport ribbon: (first bar of the window, number of bars, playhead in bars, lock in
    bars).
    """

    start_ms: int
    end_ms: int
    remaining_ms: int
    landing_bar: int | None
    bars_to_landing: int | None
    first_bar: int
    bar_count: int
    playhead_bars: float
    lock_bars: float


@dataclass(frozen=True, slots=True)
class SourceState:
    """Where records come from. ``kind``: demo, live or replay; ``state``: connected, reconnecting,
    ended, paused, failed...; ``since_ms`` when that state began; ``detail`` is a sentence;
    ``schemas``: what keeps values from being decoded by their schemas."""

    kind: str
    name: str
    state: str
    since_ms: int
    lag: int | None = None
    detail: Message = NOTHING
    schemas: Message = NOTHING
    lags: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EngineState:
    """The engine process. ``state``: running, starting, restarting, silent (null output),
    failed. ``device_missing``: silent although a device was asked for; ``detail`` says why.
    ``lost_events``: engine events that were not read in time; ``restarts``: engines that were
    replaced; ``postponed``: launches that landed a
    bar later, because their clip was not in memory yet."""

    state: str
    device: str
    rate_hz: int
    block_frames: int
    xruns: int
    detail: Message = NOTHING
    master_peak_left: float = 0.0
    master_peak_right: float = 0.0
    limiter_gain: float = 1.0
    lufs: float | None = None
    device_missing: bool = False
    lost_events: int = 0
    postponed: int = 0
    restarts: int = 0


@dataclass(frozen=True, slots=True)
class OutputRow:
    """An output that can be chosen; ``name`` is what :class:`ChooseOutput` takes."""

    name: str
    title: str
    system: str
    rate_hz: int
    is_default: bool = False
    channels: int = 2


@dataclass(frozen=True, slots=True)
class OutputList:
    """The outputs at the newest scan, or why there are none; ``looking``: a scan is in progress."""

    rows: tuple[OutputRow, ...] = ()
    problem: Message = NOTHING
    looking: bool = False


@dataclass(frozen=True, slots=True)
class ShowCounts:
    records: int = 0
    tweets: int = 0
    votes: int = 0
    malformed: int = 0
    duplicates: int = 0
    late: int = 0
    blocked: int = 0
    capped: int = 0
    users: int = 0
    tweets_per_s: float = 0.0
    first_malformed: Message = NOTHING
    """The first record of this run that was not a tweet, with the reason."""
    unknown: tuple[str, ...] = ()
    """Counts (and ``lag``) that a show of another one's results cannot know."""


@dataclass(frozen=True, slots=True)
class ReplayState:
    """Replay only: position in the recording, its length, speed, paused.

    ``density`` holds votes per equal part (about 200), ``start_ms`` the event time of position 0;
    ``scrubbing``: a jump is being folded, ``scrub_share`` of it done; ``overrides_ms``: when the
    recorded presenter did something (at most about 200 times); ``loop``: it starts again at its
    end.
    """

    position_ms: int
    length_ms: int
    speed: float
    paused: bool
    ended: bool
    file_name: str
    start_ms: int = 0
    density: tuple[int, ...] = ()
    scrubbing: bool = False
    scrub_share: float = 0.0
    overrides_ms: tuple[int, ...] = ()
    loop: bool = False


@dataclass(frozen=True, slots=True)
class ResultsState:
    """A show that plays the result topics: what of them could not be used.

    ``unreadable``: records of another format; ``unknown_clips``: names that the sound set lacks.
    """

    unreadable: int = 0
    unknown_clips: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole show at one moment. ``serial`` grows by one per snapshot.

    ``t_ms`` is the show's own time. After the system's clock was set back it is ``ahead_ms`` ahead
    of that (see :class:`mwk_desktop.clock.ShowClock`): what people read is :attr:`wall_ms`.
    """

    serial: int
    t_ms: int
    transport: TransportState
    window: WindowState
    strips: tuple[StripState, ...]
    chart: tuple[ChartRow, ...]
    top: int
    scene_number: int
    scene_since_bar: int
    scene: tuple[Clip, ...]
    next_scene: tuple[Clip, ...]
    next_scene_cancelled: bool
    leaders: tuple[Leader, ...]
    feed: tuple[FeedItem, ...]
    counts: ShowCounts
    source: SourceState
    engine: EngineState
    hashtag: str = "mwk"
    set_name: str = ""
    hold: bool = False
    hold_since_ms: int | None = None
    panic: str = ""
    """"" , "fading" (a second press cuts), "silent" """
    fade: str = ""
    """"" , "fading", "silent" """
    silence: SilenceState = AUDIBLE
    can_undo: bool = False
    undo_label: Message = NOTHING
    master_gain: float = 1.0
    floor: FloorState = field(default_factory=FloorState)
    sound: SoundState = field(default_factory=SoundState)
    quantize: str = "bar"
    window_ms: int = 30_000
    recording: bool = False
    replay: ReplayState | None = None
    master_recorded_ms: int | None = None
    """Length of the master's recording so far; None: it is not being recorded."""
    outputs: OutputList = OutputList()
    problems: tuple[Problem, ...] = field(default=())
    winner: Winner | None = None
    stage: StageState = field(default_factory=StageState)
    locked: LockedWindow | None = None
    """The window that locked last, for the stage's reveal; None: none yet, or after a jump."""
    scene_totals: SceneTotals = field(default_factory=SceneTotals)
    band: tuple[str, ...] = ()
    """The instruments of the crowd's scenes as they stand on the stage, left to right; "" is an
    empty place."""
    moderation: ModerationState = field(default_factory=ModerationState)
    blocked: tuple[str, ...] = field(default=())
    """Blocked screen names, sorted."""
    aliases: tuple[tuple[str, ...], ...] = field(default=())
    """Aliases for each instrument in votes, in the order of ``INSTRUMENTS``."""
    max_votes_per_user: int = 0
    results: ResultsState | None = None
    workers: WorkersState = field(default_factory=WorkersState)
    ahead_ms: int = 0
    desk: DeskState = field(default_factory=DeskState)

    @property
    def wall_ms(self) -> int:
        """The time as clocks on the wall show it (a replay: the recording's)."""
        return self.t_ms - self.ahead_ms

"""What the workers publish in the snapshot: connection test, checks, SQL, page, settings.

Immutable values that any thread reads. A worker (:mod:`mwk_desktop.app.workers.worker`) makes a new
one when it has news; windows and tests read it in
:attr:`mwk_desktop.show.snapshot.Snapshot.workers`. Texts for people are messages; the windows
render them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.show.controllers_state import ControllersState, OscState, RemoteState
from mwk_desktop.show.followed_networks import NetworkState
from mwk_desktop.show.recent_hands import Hand
from mwk_desktop.show.recording_facts import RecordingFacts
from mwk_desktop.show.report_state import ReportState
from mwk_desktop.show.spare_state import SpareState
from mwk_desktop.show.talk_clock import TalkState
from mwk_desktop.show.tone_state import ToneState


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One row of a connection test or of the pre-flight page.

    ``key`` names what was checked (``kafka.topic``, ``audio.device``, ``disk``...), ``level`` is
    ``ok``, ``warn``, ``bad`` or ``off`` (not checked), ``found`` what was found, ``remedy`` what to
    do about it (empty: nothing).
    """

    key: str
    level: str
    title: Message
    found: Message
    remedy: Message = NOTHING


@dataclass(frozen=True, slots=True)
class ConnectionTest:
    """The connect dialog's answer. ``running``: still testing; ``usable``: a show can begin.

    ``connecting``: a show is being prepared; ``attempts``: how many were; ``refused``: why the last
    one could not begin.
    """

    bootstrap_servers: str
    topic: str
    running: bool = False
    usable: bool = False
    findings: tuple[CheckFinding, ...] = ()
    connecting: bool = False
    attempts: int = 0
    refused: Message = NOTHING


@dataclass(frozen=True, slots=True)
class Checks:
    """The pre-flight page's answer; ``level`` is the worst of its findings."""

    running: bool = False
    level: str = "off"
    t_ms: int = 0
    findings: tuple[CheckFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryState:
    """The newest answer of a continuous query.

    ``columns`` are names and ``types`` DuckDB's types; ``rows`` hold texts ready to show (None for
    NULL), at most a few hundred, ``row_count`` is their full number. ``error`` says what is wrong,
    and ``error_at`` at which character of ``text`` (-1: unknown). ``as_of_tweets``: how many tweets
    the answer has seen; ``note``: what it cannot have seen. ``running``: the first answer is still
    to come; ``continuous``: the query repeats as the show goes on.
    """

    text: str = ""
    running: bool = False
    continuous: bool = False
    columns: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    row_count: int = 0
    error: Message = NOTHING
    error_at: int = -1
    took_ms: float = 0.0
    as_of_tweets: int = 0
    note: Message = NOTHING


@dataclass(frozen=True, slots=True)
class WordListFile:
    """The file that keeps the word list. ``path``: where it is, or where the first word will be
    written; ``problem``: why it could not be written."""

    path: str = ""
    problem: Message = NOTHING


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """One of the talk's queries, with its line of explanation."""

    title: Message
    text: str
    explanation: Message


@dataclass(frozen=True, slots=True)
class PageState:
    """The audience's page. ``address`` is what phones open (empty: not served); ``qr`` holds the
    rows of its QR code without quiet zone, ``"1"`` for a dark module; ``room_code``: what a phone
    must type that did not scan it ("": nothing); ``last_votes``: a digit for each phone that has
    voted, the place of its last vote in ``INSTRUMENTS``; ``problem``: why it cannot be served."""

    address: str = ""
    qr: tuple[str, ...] = ()
    room_code: str = ""
    open: bool = False
    phones: int = 0
    last_votes: str = ""
    votes: int = 0
    refused: int = 0
    problem: Message = NOTHING


@dataclass(frozen=True, slots=True)
class TwitterState:
    """The Twitter stream. ``state``: off, connecting, connected, waiting, failed; ``detail`` is a
    sentence; ``spent_usd``: what the posts read so far cost at the price in the settings."""

    state: str = "off"
    detail: Message = NOTHING
    posts: int = 0
    spent_usd: float = 0.0
    budget_usd: float | None = None


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting as the settings window shows it.

    ``kind``: switch, choice, language, whole, number, text, list, folder, file, output, screen,
    secret (``value`` is then dots, or empty if not set), property (another one of ``[kafka]``, by
    name), action (what a key of ``[keys]`` does), key (another one of ``[keys]``). ``choices`` for
    a choice and for languages; ``unit``: what a number counts; ``label``: its name for people;
    ``source`` where the value comes from (default, file, environment, option); ``given_by`` names
    the variable or option that wins over the file; ``needs_restart``: it is saved and takes effect
    at the next start. ``right`` completes "must be ..."; ``problem``: why the last change was
    refused. ``kept``: changed since the start.
    """

    name: str
    value: str
    default: str
    help: Message
    kind: str
    choices: tuple[str, ...] = ()
    source: str = "default"
    needs_restart: bool = True
    problem: Message = NOTHING
    right: Message = NOTHING
    given_by: str = ""
    kept: bool = False
    label: Message = NOTHING
    unit: Message = NOTHING


@dataclass(frozen=True, slots=True)
class SettingsList:
    """All settings that can be changed in the window, and the file that keeps them.

    ``undo``: the name of the setting that was changed last, "" for none; ``kafka``: what `mwk
    check` says of ``[kafka]``, empty before it was asked; ``checking``: it is being checked.
    """

    path: str = ""
    rows: tuple[SettingRow, ...] = ()
    problem: Message = NOTHING
    undo: str = ""
    kafka: tuple[CheckFinding, ...] = ()
    checking: bool = False


@dataclass(frozen=True, slots=True)
class WorkersState:
    """Everything the workers know; a part is None if its worker does not run."""

    connection: ConnectionTest | None = None
    checks: Checks | None = None
    query: QueryState | None = None
    ready_queries: tuple[ReadyQuery, ...] = field(default=())
    page: PageState | None = None
    twitter: TwitterState | None = None
    settings: SettingsList | None = None
    controllers: ControllersState | None = None
    osc: OscState | None = None
    remote: RemoteState | None = None
    talk: TalkState | None = None
    recent: tuple[str, ...] = ()
    """Recordings that were played last, newest first: their paths, also of files that are gone."""
    recordings: tuple[RecordingFacts, ...] = ()
    """What is known of recordings that may be opened."""
    report: ReportState | None = None
    spare: SpareState | None = None
    tone: ToneState | None = None
    word_list: WordListFile | None = None
    hands: tuple[Hand, ...] = ()
    """What was done last, the newest first."""
    lost_history: bool = False
    """The source waits for :class:`~mwk_desktop.show.commands.ResolveLostHistory`."""
    networks: tuple[NetworkState, ...] = ()
    offers: tuple[str, ...] = field(default=())
    """Names of the request classes that this program can carry out (``ConnectLive``...): the
    windows hide or disable the others."""

"""What is said of a Kafka connection: on stderr each change once, in a show's snapshot its state.

Threads: a connection's owner calls; several may call at once (one per topic of `mwk record`).
"""

from __future__ import annotations

import threading
from typing import Final, Protocol

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.workers.kafka_findings import REMEDIES
from mwk_desktop.kafka.connection_state import ConnectionState, Link, local_time
from mwk_desktop.kafka.since import Since, SinceError, parse_since
from mwk_desktop.kafka.topic_admin import TopicError
from mwk_desktop.messages import NOTHING, Message, message, message_of, sentences
from mwk_desktop.show.snapshot import Problem, ProblemKind, SourceState

_ABOUT_A_TOPIC: Final = frozenset([Link.TOPIC_MISSING, Link.FORBIDDEN, Link.HISTORY_GONE])
_ADDRESS: Final = frozenset([Link.REFUSED, Link.UNKNOWN_HOST, Link.NO_ANSWER, Link.CONNECTING])


class ConnectionLines:
    """Reports the connections of one verb; several count as one.

    Parameters
    ----------
    welcome
        Print a line at the first "connected"; otherwise only at recoveries.

    Attributes
    ----------
    reached : bool
        Whether Kafka has answered, even if the topic is missing.
    """

    def __init__(self, *, welcome: bool = False) -> None:
        self._lock = threading.Lock()
        self._states: dict[str, ConnectionState] = {}
        self._remarks: dict[str, Message] = {}
        self._last_printed: tuple[Link, str] | None = None if welcome else (Link.CONNECTED, "")
        self.reached = False

    def __call__(self, state: ConnectionState, topic: str = "") -> None:
        """Report a new state of the connection (of one topic, if there are several)."""
        if state.link in (Link.CONNECTING, Link.STOPPED):
            return
        with self._lock:
            if state.remark and state.remark != self._remarks.get(topic):
                print_stderr(state.remark)
            self._remarks[topic] = state.remark
            self._states[topic] = state
            answers = (Link.CONNECTED, Link.TOPIC_MISSING, Link.FORBIDDEN)
            self.reached = self.reached or state.link in answers
            troubles = {name: each for name, each in self._states.items() if not each.ok}
            # A recovery is not reported while another connection is still broken.
            about, told = next(iter(troubles.items()), (topic, state))
            what = (told.link, about if told.link in _ABOUT_A_TOPIC else "")
            if what == self._last_printed:
                return
            self._last_printed = what
            print_stderr(with_since(told, several=len(self._states) > 1))

    @property
    def missing(self) -> list[str]:
        """Topics known not to exist."""
        return self._topics_in(Link.TOPIC_MISSING)

    @property
    def forbidden(self) -> list[str]:
        """Topics that this user may not read."""
        return self._topics_in(Link.FORBIDDEN)

    def _topics_in(self, link: Link) -> list[str]:
        with self._lock:
            states = sorted(self._states.items())
        return [topic for topic, state in states if state.link is link]

    @property
    def advice(self) -> Message:
        """What to do about the current trouble."""
        with self._lock:
            states = list(self._states.values())
        return advice_on(next((s.link for s in states if not s.ok), Link.CONNECTING))


def since_option(text: str, now_ms: int) -> Since:
    """Read ``--since``; prints a note if needed (which of two possible hours was taken).

    Raises
    ------
    BadInput
        It is not a start time.
    """
    try:
        since = parse_since(text, now_ms)
    except SinceError as error:
        raise BadInput(_of_since(message_of(error))) from None
    if since.note:
        print_stderr(_of_since(since.note))
    return since


def _of_since(problem: Message) -> Message:
    return message("--since {problem}", problem=problem)


class ConnectedSource(Protocol):
    """A source that reads from Kafka."""

    @property
    def state(self) -> ConnectionState: ...

    @property
    def schema_problem(self) -> Message: ...


def source_state(source: ConnectedSource, name: str) -> SourceState:
    """The connection as the windows and the health line name it; without a lag."""
    state = source.state
    return SourceState(
        "live",
        name,
        state.link.value,
        state.since_ms,
        detail=state.sentence,
        schemas=source.schema_problem,
    )


def connection_problems(state: ConnectionState) -> tuple[Problem, ...]:
    """What the console shows about a show's connection; nothing while all is well."""
    quiet = state.ok or state.link in (Link.CONNECTING, Link.STOPPED)
    texts = (NOTHING if quiet else state.sentence, state.remark)
    return tuple(Problem(ProblemKind.BROKER, each) for each in texts if each)


def with_since(state: ConnectionState, *, several: bool = False) -> Message:
    """The state's sentence, with the time since which it holds; ``several``: without its topic."""
    sentence = state.sentence
    if several and state.ok:
        servers = sentence.arguments.get("servers", "")
        sentence = message("Connected to Kafka at {servers}.", servers=servers)
    if "since" in sentence.arguments:
        return sentence
    return sentences([sentence, message("(Since {since}.)", since=local_time(state.since_ms))])


def advice_on(link: Link) -> Message:
    """What the user can do; empty if the state's sentence says it all."""
    remedy = REMEDIES.get(Link.REFUSED if link is Link.CONNECTING else link, NOTHING)
    option = message("The option is --bootstrap-servers HOST:PORT.")
    return sentences([remedy, option]) if link in _ADDRESS else remedy


def cannot_begin(error: TopicError) -> BadInput:
    """An unreachable Kafka as bad input, like a missing file. A verb that could not begin exits as
    for bad input; losing Kafka later is a failure."""
    advice = NOTHING if error.link is None else advice_on(error.link)
    return BadInput(sentences([error.message, advice]))

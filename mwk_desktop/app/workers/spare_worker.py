"""The worker of a show that several consoles share: heartbeats, takeovers, and who is heard.

Threads: the worker's own thread reads and writes the topic ``mwk-show``; it waits for nothing else,
and for records only until there is something to do. Another short one creates the topic where it is
missing. The show thread is only told (:class:`~mwk_desktop.app.shared_show.SharedShow`). Any thread
reads the state.
"""

from __future__ import annotations

import logging
import socket
import threading
import time
from dataclasses import replace
from typing import ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.shared_show import SharedShow
from mwk_desktop.app.workers.output_worker import OutputWorker
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.clock import Clock, steady_ns
from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.show_topic_client import ShowTopicClient
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.log.show_topic import read_topic_value, topic_value
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.spare.console_session import ConsoleMoment, ConsoleSession
from mwk_desktop.show.spare.spare_notices import spare_problems
from mwk_desktop.show.spare.takeover_rule import TakeoverRule
from mwk_desktop.show.spare_state import SpareState, TakeOver
from mwk_desktop.show.workers_state import WorkersState

LONGEST_READ_S: Final = 0.05
"""How long a round waits for records at most: so long may the show's end wait for it."""

BETWEEN_SHOWS_S: Final = 0.1

CREATE_AGAIN_S: Final = 1.0

_log = logging.getLogger(__name__)


class SpareWorker(Worker):
    """A console's part in a shared show, for as long as that runs.

    Parameters
    ----------
    options
        Of its settings ``[spare]``, whether this console takes over by itself, and the topic's
        name.
    clock
        The show's clock.
    outputs
        Has the running engine, whose transport is moved while nobody hears it.
    """

    handles: ClassVar[tuple[type, ...]] = (TakeOver,)
    idle_s: ClassVar[float | None] = 0.001

    def __init__(self, options: Options, clock: Clock, outputs: OutputWorker) -> None:
        super().__init__("spare")
        self._by_itself = options.settings.spare.takeover == "auto"
        self._topic = options.settings.topics.show
        self._clock = clock
        self._outputs = outputs
        self._lock = threading.Lock()  # a show ends while this worker's thread may be in a round
        self._part: _Part | None = None
        self._state: SpareState | None = None

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        if running.shared is None:
            return
        try:
            client = ShowTopicClient(running.kafka, self._topic)
        except KafkaSettingError as error:  # the show's own clients would have refused it
            _log.warning("no heartbeats: %s", error)
            running.shared.lead(0)  # else nothing would unmute it
            return
        part = _Part(running, running.shared, client, self._by_itself, self._clock)
        with self._lock:
            self._part = part

    def on_show_ending(self) -> None:
        super().on_show_ending()
        self._end_part()

    def close(self) -> None:
        super().close()
        self._end_part()

    def handle_request(self, request: WorkerRequest) -> None:
        with self._lock:
            if self._part is not None:
                self._part.press()

    def on_idle(self) -> None:
        """One round: read, decide, write."""
        with self._lock:
            part = self._part
            if part is not None:
                self._state = part.run_round()
                shift_ms = part.next_shift_ms()
                if shift_ms:
                    _log.info("the music moves by %.1f ms, to the other console's", shift_ms)
                    self._outputs.shift_transport(shift_ms)
        if part is None:
            time.sleep(BETWEEN_SHOWS_S)

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        return replace(state, spare=self._state)

    def complete_snapshot(self, snapshot: Snapshot) -> Snapshot:
        problems = spare_problems(self._state)
        return replace(snapshot, problems=(*problems, *snapshot.problems)) if problems else snapshot

    def _end_part(self) -> None:
        with self._lock:
            part, self._part, self._state = self._part, None, None
        if part is not None:
            part.close()


class _Part:
    """One show's session, its topic, and what the show thread was told last."""

    def __init__(
        self,
        running: RunningShow,
        shared: SharedShow,
        client: ShowTopicClient,
        by_itself: bool,
        clock: Clock,
    ) -> None:
        self._running = running
        self._shared = shared
        self._client = client
        self._clock = clock
        rule = TakeoverRule(shared.console, shared.start, by_itself, self._steady_ms())
        computer = socket.gethostname().split(".", 1)[0]
        self._session = ConsoleSession(rule, shared.show, running.topic, computer)
        self._heard_epoch = 0
        self._stop = threading.Event()
        threading.Thread(target=self._create_topic, name="show-topic", daemon=True).start()

    def press(self) -> None:
        self._session.rule.press(self._steady_ms())

    def run_round(self) -> SpareState:
        """Read what came, decide, write; tell the show what changed."""
        steady_ms = self._steady_ms()
        wait_ms = self._session.rule.next_tick_ms(steady_ms) - steady_ms
        values = self._client.read(min(LONGEST_READ_S, max(0, wait_ms) / 1000))
        read = [(read_topic_value(each.value), each.is_news) for each in values]
        records = [(record, is_news) for record, is_news in read if record is not None]
        if records:
            # Before the takeover is told: what was decided before it must be carried out first.
            self._shared.hear(record for record, _ in records)
        now = self._moment()
        for record, is_news in records:
            self._session.read(record, now, is_news=is_news)
        for record in self._session.tick(now):
            self._client.write(record.key, topic_value(record))
        self._tell(now)
        return self._session.state(now)

    def next_shift_ms(self) -> float:
        """How far the music is to be moved; 0: not at all."""
        return self._session.next_shift_ms()

    def close(self) -> None:
        self._stop.set()
        self._client.close()

    def _tell(self, now: ConsoleMoment) -> None:
        self._shared.note_elsewhere(self._session.rule.is_led_elsewhere(now.steady_ms))
        epoch = self._session.heard_epoch
        if epoch == self._heard_epoch:
            return
        before, self._heard_epoch = self._heard_epoch, epoch
        _log.info("heard in epoch %d (before: %d)", epoch, before)
        if epoch:
            self._shared.lead(epoch)
        else:
            self._shared.follow()

    def _moment(self) -> ConsoleMoment:
        snapshot = self._running.thread.snapshot(asks_for_more=False)
        at_ms, transport = self._clock.now_ms(), snapshot.transport
        frame = None
        if transport.running:
            # The snapshot is up to a tenth of a second old.
            since_ms = at_ms - snapshot.t_ms
            frame = transport.frame + since_ms * transport.rate_hz // 1000
        return ConsoleMoment(self._steady_ms(), at_ms, frame, transport.rate_hz)

    @staticmethod
    def _steady_ms() -> int:
        return steady_ns() // 1_000_000

    def _create_topic(self) -> None:
        while not self._stop.is_set() and not self._client.ensure_topic():
            self._stop.wait(CREATE_AGAIN_S)

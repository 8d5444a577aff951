"""The driver of a console that plays what another show counted: the result topics.

Owned by the show thread (:mod:`mwk_desktop.show.drivers.threads`); a test with a held clock calls
:meth:`ResultsShow.fold_batch` and :meth:`ResultsShow.tick` itself. Never blocks.

Windows close when their scene comes, not by this machine's clock, and the scene lands on the next
grid line; the hand, hold, cancel and panic work as in every show.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from mwk_desktop.clock import Clock
from mwk_desktop.engine.protocol import EnginePort
from mwk_desktop.kafka.result_delivery import ResultDelivery, SceneResult
from mwk_desktop.kafka.result_records import MessageResult
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.show.commands import BlockUser, Command, SetVoteCap, UnblockUser
from mwk_desktop.show.core import ShowCore, WindowListener
from mwk_desktop.show.drivers.live import LEAD_MS, live_grid
from mwk_desktop.show.drivers.results_counting import UNKNOWN, ResultCounting
from mwk_desktop.show.grid import Quantize
from mwk_desktop.show.log.show_log import Recorder, start_line
from mwk_desktop.show.music import Music
from mwk_desktop.show.snapshot import ResultsState, Snapshot, SourceState
from mwk_desktop.show.snapshot_builder import SnapshotBuilder
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.units import EARLIEST_EVENT_MS, INSTRUMENTS, ms_to_frames

SETTLE_MS = 500
"""A window's line waits so long for the chart's last word, which travels in a topic of its own."""

NOTICE_MS = 20_000
"""How long the console says what could not be done, or read."""

NOT_HERE = message(
    "Blocked users and votes per user belong to the show that counts: "
    "this console plays the results of another one."
)


class ResultsShow:
    """A show on the wall clock that is told its charts, scenes, users and messages.

    Parameters
    ----------
    rules
        Of the show that counts: the length of its windows and its top must be the same.
    source_state, recorder, on_window, problems
        As for :class:`mwk_desktop.show.drivers.live.LiveShow`.
    """

    finished = False
    """It ends when somebody ends it."""

    def __init__(
        self,
        music: Music,
        port: EnginePort,
        clock: Clock,
        anchor_ms: int,
        *,
        rules: CountingRules,
        opening: tuple[str, ...],
        quantize: Quantize,
        grace_ms: int,
        source_state: Callable[[], SourceState],
        hashtag: str = "mwk",
        settings: dict[str, Any] | None = None,
        recorder: Recorder | None = None,
        on_window: WindowListener | None = None,
        problems: Callable[[], tuple[Message | str, ...]] = tuple,
    ) -> None:
        self.counting = ResultCounting(rules, music)
        self._clock = clock
        self._port = port
        self._source_state = source_state
        self._problems = problems
        self._recorder = recorder
        self._on_window = on_window
        grid = live_grid(music, anchor_ms, rules.window_ms)
        self.core = ShowCore(
            self.counting,
            music,
            grid,
            port,
            opening=opening,
            quantize=quantize,
            grace_ms=grace_ms,
            lead_frames=int(ms_to_frames(LEAD_MS, music.rate_hz)),
            recorder=recorder,
        )
        self._snapshots = SnapshotBuilder(self.core, hashtag, music.name)
        # What was chosen last: a scene without a clip of ours leaves it as it is.
        self._scene = [music.clips[name][0] for name in opening if music.clips.get(name)]
        self._last: SceneResult | None = None
        self._settling: deque[tuple[int, int, dict[str, str], list[str]]] = deque()
        self._notice: Message = NOTHING
        self._notice_ms = 0
        if recorder is not None:
            line = start_line(music, grid, anchor_ms, 0, 0, settings or {})
            recorder.write_show(line, anchor_ms)

    def _now_ms(self) -> int:
        """The system's time: the show that counts decides when windows close, so a clock that is
        set moves nothing here but what "now" is."""
        self._clock.follow(self.counting.rules.window_ms)
        return self._clock.now_ms() - self._clock.ahead_ms

    def start(self) -> None:
        """Plan the opening and let the transport run."""
        self.core.conductor.start(0)
        self._port.play()

    def fold_batch(self, batch: Batch | Delivery) -> None:
        """Apply results; this show counts no tweets itself."""
        if isinstance(batch, ResultDelivery):
            self._apply_results(batch)

    def apply_command(self, command: Command) -> None:
        """Carry out a presenter's command."""
        if isinstance(command, BlockUser | UnblockUser | SetVoteCap):
            self._set_notice(NOT_HERE, self._now_ms())
        else:
            self.core.apply_command(command, self._port.frame_now(), self._now_ms())

    def tick(self) -> None:
        """What time brings: landings, and the lines of windows whose chart has settled."""
        now_ms = self._now_ms()
        self.core.advance(self._port.frame_now(), now_ms)
        while self._settling and self._settling[0][0] <= now_ms:
            _, start_ms, drawn, scene = self._settling.popleft()
            self._report_window(start_ms, drawn, scene)

    def finish(self) -> None:
        """The last thing of a show: windows whose line still waits."""
        while self._settling:
            _, start_ms, drawn, scene = self._settling.popleft()
            self._report_window(start_ms, drawn, scene)

    def next_snapshot(self) -> Snapshot:
        """The show as people see it; what results do not tell is marked as unknown."""
        now_ms = self._now_ms()
        said = (self._notice,) if self._notice and now_ms - self._notice_ms < NOTICE_MS else ()
        snapshot = self._snapshots.next_snapshot(
            now_ms,
            self._port.frame_now(),
            self._port.status(),
            self._source_state(),
            recording=self._recorder is not None,
            problems=(*said, *self._problems()),
        )
        counting = self.counting
        return replace(
            snapshot,
            counts=replace(snapshot.counts, unknown=UNKNOWN),
            results=ResultsState(counting.unreadable, counting.unknown_clips),
        )

    # -- results ----------------------------------------------------------------------------

    def _apply_results(self, delivery: ResultDelivery) -> None:
        counting, now_ms = self.counting, self._now_ms()
        if delivery.users_restarted:
            counting.forget_users()
        for timestamp_ms, votes in delivery.charts:
            counting.set_chart(counting.window_at(timestamp_ms, now_ms), votes)
        if delivery.users:
            counting.set_users(delivery.users)
        if delivery.messages:
            self._show_messages(delivery.messages, now_ms)
        for scene in delivery.scenes:
            self._apply_scene(scene, now_ms)
        if delivery.unreadable:
            counting.unreadable += delivery.unreadable
            counting.count_other_records(delivery.unreadable)
            if now_ms - self._notice_ms >= NOTICE_MS or not self._notice:
                self._set_notice(
                    message(
                        "A result cannot be read and is left out. {example}",
                        example=delivery.example,
                    ),
                    now_ms,
                )

    def _show_messages(
        self, messages: Sequence[tuple[str, MessageResult, int]], now_ms: int
    ) -> None:
        """The newest to show; which instrument one names, our own matching says."""
        self.counting.count_other_records(len(messages))
        shown = messages[-self.core.feed_per_batch :]
        board = self.counting.leaderboard
        batch = Batch()
        for name, said, timestamp_ms in shown:
            user = board.numbers.get(name)
            image_url = "" if user is None else board.standing(user).image_url
            batch.tweets.append(Tweet(None, name, said.name, image_url, said.message, None))
            past = EARLIEST_EVENT_MS <= timestamp_ms <= now_ms
            batch.events_ms.append(timestamp_ms if past else now_ms)
        found = self.counting.matcher.find_all([said.message for _, said, _ in shown])
        names = (*INSTRUMENTS, None)
        counted = [(index, names[number]) for index, number in enumerate(found)]
        self.core.moderation.add(batch, counted)

    def _apply_scene(self, scene: SceneResult, now_ms: int) -> None:
        """One scene a record; the same one told twice (at least once is what Kafka promises many
        writers) is one."""
        counting, core = self.counting, self.core
        start_ms = counting.window_at(scene.timestamp_ms, now_ms)
        told = SceneResult(start_ms, scene.clips)
        if told == self._last:
            counting.count_other_records(1)
            return
        self._last = told
        drawn = counting.clips_of(scene.clips)
        if drawn:
            self._scene = list(drawn.values())
        landing = core.landing_from_now(self._port.frame_now())
        if scene.standing:  # of a window before this show: no close of it
            counting.count_other_records(1)
            core.conductor.scene_drawn(drawn, landing)
            return
        counting.add_scene(start_ms, drawn)
        core.close(start_ms + counting.rules.window_ms, landing, now_ms)
        self._settling.append((now_ms + SETTLE_MS, start_ms, drawn, self._scene))

    def _report_window(self, start_ms: int, drawn: dict[str, str], scene: list[str]) -> None:
        if self._on_window is not None:
            self._on_window(self.counting.window(start_ms, drawn), scene)

    def _set_notice(self, text: Message, now_ms: int) -> None:
        self._notice, self._notice_ms = text, now_ms

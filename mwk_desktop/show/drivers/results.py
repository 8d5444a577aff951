"""The results driver: plays what another show counted, from the result topics.

Owned by the show thread (:mod:`mwk_desktop.show.drivers.threads`); a test with a held clock calls
:meth:`ResultsShow.fold_batch` and :meth:`ResultsShow.tick` itself. Never blocks.

A window closes when its scene arrives, not by this machine's clock, and the scene lands on the next
grid line. Overrides, hold, cancel and panic work as in every show.
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
from mwk_desktop.messages import message, verbatim
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.show.commands import BlockUser, Command, SetVoteCap, UnblockUser
from mwk_desktop.show.core import WindowListener
from mwk_desktop.show.drivers.live import wall_clock_core
from mwk_desktop.show.drivers.results_counting import UNKNOWN, ResultCounting
from mwk_desktop.show.grid import Quantize
from mwk_desktop.show.log.show_log import Recorder, start_line
from mwk_desktop.show.music import Music
from mwk_desktop.show.snapshot import Problem, ProblemKind, ResultsState, Snapshot, SourceState
from mwk_desktop.show.snapshot_builder import SnapshotBuilder
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.units import EARLIEST_EVENT_MS, INSTRUMENTS

SETTLE_MS = 500
"""A window's line waits this long for the final chart, which comes on another topic."""

NOTICE_MS = 20_000
"""The console shows this long what could not be done or read."""

NOT_HERE = Problem(
    ProblemKind.OTHER,
    message(
        "Blocked users and votes per user belong to the show that counts: "
        "this console plays the results of another one."
    ),
)

SEVERAL_SCENES = Problem(
    ProblemKind.OTHER,
    message(
        "Several scenes came for one window: the last one lands. "
        "Does the application that counts write one partition of sounds?"
    ),
)


class ResultsShow:
    """A show on the wall clock that receives its charts, scenes, users and messages.

    Parameters
    ----------
    rules
        Must match the counting show's window length and number of winners.
    source_state, recorder, on_window, problems
        As for :class:`mwk_desktop.show.drivers.live.LiveShow`.
    """

    finished = False
    """False: it runs until stopped."""

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
        problems: Callable[[], tuple[Problem, ...]] = tuple,
    ) -> None:
        self.counting = ResultCounting(rules, music)
        self._clock = clock
        self._port = port
        self._source_state = source_state
        self._problems = problems
        self._recorder = recorder
        self._on_window = on_window
        self.core = wall_clock_core(
            self.counting,
            music,
            port,
            anchor_ms,
            opening=opening,
            quantize=quantize,
            grace_ms=grace_ms,
            recorder=recorder,
        )
        self._snapshots = SnapshotBuilder(self.core, hashtag, music.name)
        # The last choice; a scene without known clips leaves it unchanged.
        self._scene = [music.clips[name][0] for name in opening if music.clips.get(name)]
        self._last: SceneResult | None = None
        self._settling: deque[tuple[int, int, dict[str, str], list[str]]] = deque()
        self._notice: Problem | None = None
        self._notice_ms = 0
        if recorder is not None:
            line = start_line(music, self.core.grid, anchor_ms, 0, 0, settings or {})
            recorder.write_show(line, anchor_ms)

    def _now_ms(self) -> int:
        """The system's time. The counting show decides when windows close, so setting the clock
        only changes what "now" is here."""
        self._clock.follow(self.counting.rules.window_ms)
        return self._clock.now_ms() - self._clock.ahead_ms

    def start(self) -> None:
        """Plan the opening and start the transport."""
        self.core.conductor.start(0)
        self._port.play()

    def fold_batch(
        self, batch: Batch | Delivery, between_slices: Callable[[], None] = lambda: None
    ) -> None:
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
        """Handle what is due: landings, and the lines of windows whose chart has settled."""
        now_ms = self._now_ms()
        self.core.advance(self._port.frame_now(), now_ms)
        while self._settling and self._settling[0][0] <= now_ms:
            _, start_ms, drawn, scene = self._settling.popleft()
            self._report_window(start_ms, drawn, scene)

    def finish(self) -> None:
        """End the show: print the lines of windows that still wait."""
        while self._settling:
            _, start_ms, drawn, scene = self._settling.popleft()
            self._report_window(start_ms, drawn, scene)

    def next_snapshot(self) -> Snapshot:
        """The show's snapshot; what results do not contain is marked as unknown."""
        now_ms = self._now_ms()
        notices = (
            (self._notice,)
            if self._notice is not None and now_ms - self._notice_ms < NOTICE_MS
            else ()
        )
        snapshot = self._snapshots.next_snapshot(
            now_ms,
            self._port.frame_now(),
            self._port.status(),
            self._source_state(),
            recording=self._recorder is not None,
            problems=(*notices, *self._problems()),
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
            if now_ms - self._notice_ms >= NOTICE_MS or self._notice is None:
                self._set_notice(
                    Problem(
                        ProblemKind.OTHER,
                        message("A result cannot be read and is left out."),
                        verbatim(delivery.example),
                    ),
                    now_ms,
                )

    def _show_messages(
        self, messages: Sequence[tuple[str, MessageResult, int]], now_ms: int
    ) -> None:
        """Show the newest messages; our own matching finds the instruments they name."""
        self.counting.count_other_records(len(messages))
        shown = messages[-self.core.feed_per_batch :]
        board = self.counting.leaderboard
        batch = Batch()
        for name, result, timestamp_ms in shown:
            user = board.numbers.get(name)
            image_url = "" if user is None else board.standing(user).image_url
            batch.tweets.append(Tweet(None, name, result.name, image_url, result.message, None))
            past = EARLIEST_EVENT_MS <= timestamp_ms <= now_ms
            batch.events_ms.append(timestamp_ms if past else now_ms)
        found = self.counting.matcher.find_all([result.message for _, result, _ in shown])
        names = (*INSTRUMENTS, None)
        counted = [(index, names[number]) for index, number in enumerate(found)]
        self.core.moderation.add(batch, counted)

    def _apply_scene(self, scene: SceneResult, now_ms: int) -> None:
        """Apply a record's scene; repeated records count once (Kafka delivers at least once)."""
        counting, core = self.counting, self.core
        start_ms = counting.window_at(scene.timestamp_ms, now_ms)
        told = SceneResult(start_ms, scene.clips)
        if told == self._last:
            counting.count_other_records(1)
            return
        waiting = deque(each for each in self._settling if each[1] != start_ms)
        again = len(waiting) < len(self._settling) or (
            self._last is not None and self._last.timestamp_ms == start_ms
        )
        self._last = told
        drawn = counting.clips_of(scene.clips)
        if drawn:
            self._scene = list(drawn.values())
        landing = core.landing_from_now(self._port.frame_now())
        if scene.standing:  # of a window before this show: it does not close here
            counting.count_other_records(1)
            core.conductor.scene_drawn(drawn, landing)
            return
        if again:  # a line that waits is that of the scene that lands
            self._settling = waiting
            self._set_notice(SEVERAL_SCENES, now_ms)
        counting.add_scene(start_ms, drawn)
        core.close(start_ms + counting.rules.window_ms, landing, now_ms)
        self._settling.append((now_ms + SETTLE_MS, start_ms, drawn, self._scene))

    def _report_window(self, start_ms: int, drawn: dict[str, str], scene: list[str]) -> None:
        if self._on_window is not None:
            self._on_window(self.counting.window(start_ms, drawn), scene)

    def _set_notice(self, notice: Problem, now_ms: int) -> None:
        self._notice, self._notice_ms = notice, now_ms

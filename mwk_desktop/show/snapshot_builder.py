"""Builds snapshots of the show for windows, health line and tests. Show thread only."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from typing import TypeVar

from mwk_desktop.engine.protocol import EngineStatus
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.crowd_scenes import PendingScene
from mwk_desktop.show.desk_state_builder import DeskStateBuilder
from mwk_desktop.show.late_clips import LateClips
from mwk_desktop.show.snapshot import (
    ChartRow,
    EngineState,
    Leader,
    Problem,
    ProblemKind,
    ReplayState,
    ShowCounts,
    Snapshot,
    SourceState,
    TransportState,
    WindowState,
)
from mwk_desktop.show.strip_state import Clip, FloorState, StripState
from mwk_desktop.show.window_locks import WindowLocks
from mwk_desktop.sounds.clip_parts import PHRASE_LOOPS
from mwk_desktop.units import INSTRUMENTS, ms_to_frames
from mwk_desktop.window_times import window_start_ms

_T = TypeVar("_T")

LEADERS = 10
RATE_WINDOW_MS = 3_000
"""Tweets per second are averaged over this time: steady to read, quick to fall."""


def _pending(waits: tuple[int, _T] | None) -> _T | None:
    return None if waits is None else waits[1]


_JACK = "JACK Audio Connection Kit"
"""How PortAudio calls it, after the device's name."""


class SnapshotBuilder:
    """Makes one snapshot after another from a core.

    Parameters
    ----------
    core
        The show.
    hashtag, set_name
        For the stage's "how to vote" and the header.
    """

    def __init__(self, core: ShowCore, hashtag: str, set_name: str) -> None:
        self._core = core
        self._hashtag = hashtag
        self._set_name = set_name
        aliases = core.counting.rules.aliases
        self._aliases = tuple(tuple(aliases.get(name, ())) for name in INSTRUMENTS)
        self._serial = 0
        self._rate: deque[tuple[int, int]] = deque()
        self._hold_since_ms: int | None = None
        self._late_clips = LateClips(core.music.loop_frames)
        self._leaders: tuple[Leader, ...] = ()
        self._leaders_at = (-1, -1, -1)
        self._counted_at = (-1, -1, -1)
        self._chart_at: tuple[int, ...] = ()
        self._blocked: frozenset[str] = frozenset()
        self._blocked_names: tuple[str, ...] = ()
        self._chart: tuple[ChartRow, ...] = ()
        self._forecast: dict[str, str] = {}
        self._clips: dict[str, tuple[Clip, ...]] = {}
        self._locks = WindowLocks(core)
        self._desk = DeskStateBuilder(core)
        self._strip_clips()

    def _strip_clips(self) -> None:
        music = self._core.music
        for name in INSTRUMENTS:
            clips = (music.clip(clip) for clip in music.clips.get(name, ()))
            self._clips[name] = tuple(clip for clip in clips if clip is not None)

    def next_snapshot(
        self,
        now_ms: int,
        frame: int,
        status: EngineStatus,
        source: SourceState,
        *,
        ahead_ms: int = 0,
        replay: ReplayState | None = None,
        recording: bool = False,
        problems: tuple[Problem, ...] = (),
    ) -> Snapshot:
        """The show at ``now_ms`` (on its own clock: wall clock or recording)."""
        core = self._core
        conductor = core.conductor
        counting = core.counting
        self._serial += 1
        counts = self._counted(now_ms)
        # As long as these are unchanged, no count has changed.
        self._counted_at = (id(counting), counts.records, counting.version)
        window_ms = counting.rules.window_ms
        start_ms = window_start_ms(now_ms, window_ms)
        self._refresh_chart(start_ms)
        coming = self._coming_scene(now_ms, start_ms, frame)
        if conductor.scenes.hold and self._hold_since_ms is None:
            self._hold_since_ms = now_ms
        elif not conductor.scenes.hold:
            self._hold_since_ms = None
        music = core.music
        strips = tuple(
            self._strip(index, name, coming, status) for index, name in enumerate(INSTRUMENTS)
        )
        # Who pre-listens to what comes next hears what the console shows.
        names = [strip.next.name if strip.next is not None else None for strip in strips]
        conductor.gains.cue.follow(names, music.clip_ids)
        scene_clips = (music.clip(clip) for clip in conductor.scenes.clips.values())
        next_clips = (music.clip(clip) for clip in (coming.clips.values() if coming else ()))
        return Snapshot(
            serial=self._serial,
            t_ms=now_ms,
            ahead_ms=ahead_ms,
            transport=self._transport(frame, status),
            window=self._window(now_ms, start_ms, frame, coming),
            strips=strips,
            chart=self._chart,
            top=counting.rules.top,
            scene_number=conductor.scenes.number,
            scene_since_bar=core.grid.bar_at(conductor.scenes.landed_frame),
            scene=tuple(clip for clip in scene_clips if clip is not None),
            next_scene=tuple(clip for clip in next_clips if clip is not None),
            next_scene_cancelled=conductor.scenes.cancelled,
            leaders=self._refresh_leaders(),
            feed=core.moderation.feed,
            counts=counts,
            source=source,
            engine=self._engine(status),
            hashtag=self._hashtag,
            set_name=self._set_name,
            hold=conductor.scenes.hold,
            hold_since_ms=self._hold_since_ms,
            panic=conductor.gates.panic,
            fade=conductor.gates.fade,
            silence=conductor.gates.silence(frame),
            can_undo=core.presenter.can_undo,
            undo_label=core.presenter.undo_label,
            master_gain=conductor.master_gain,
            sound=conductor.gains.sound_state(status),
            floor=self._floor(),
            quantize=conductor.quantize,
            window_ms=window_ms,
            recording=recording,
            replay=replay,
            problems=(
                *problems,
                *self._late_clips.problems(status.postponed, frame, now_ms),
                *(Problem(ProblemKind.SOUND, each) for each in (status.cue_problem,) if each),
            ),
            winner=core.stage.winner.state(counting.blocked),
            stage=core.stage.state(frame),
            locked=self._locks.newest(start_ms, now_ms, frame),
            scene_totals=core.scenes.totals,
            band=core.scenes.band,
            moderation=core.moderation.state(now_ms, self._names()),
            blocked=self._sorted_blocked(counting.blocked),
            aliases=self._aliases,
            max_votes_per_user=counting.rules.max_votes_per_user,
            desk=self._desk.state(now_ms, frame),
        )

    # -- parts ------------------------------------------------------------------------------

    def _refresh_chart(self, start_ms: int) -> None:
        """Update chart and forecast, but only after a new tweet or window."""
        counting = self._core.counting
        key = (start_ms, counting.closed_until_ms, *self._counted_at)
        if key == self._chart_at:
            return
        self._chart_at = key
        votes = counting.chart(start_ms)
        ranked = sorted(INSTRUMENTS, key=lambda name: (-votes.get(name, 0), name))
        self._chart = tuple(ChartRow(name, votes.get(name, 0)) for name in ranked)
        self._forecast = counting.forecast(start_ms)

    def _refresh_leaders(self) -> tuple[Leader, ...]:
        counting = self._core.counting
        if self._counted_at != self._leaders_at:
            self._leaders_at = self._counted_at
            self._leaders = tuple(
                Leader(row.name, row.tweets, row.image_url)
                for row in counting.leaderboard.top(LEADERS)
            )
        return self._leaders

    def _names(self) -> Iterator[str]:
        """The names that the stage would show beside messages."""
        yield from (leader.name for leader in self._refresh_leaders())
        winner = self._core.stage.winner.state(self._core.counting.blocked)
        if winner is not None:
            yield from (row.name for row in winner.rows)
            yield from winner.names

    def _sorted_blocked(self, blocked: frozenset[str]) -> tuple[str, ...]:
        if blocked != self._blocked:
            self._blocked, self._blocked_names = blocked, tuple(sorted(blocked))
        return self._blocked_names

    def _counted(self, now_ms: int) -> ShowCounts:
        counts = self._core.counting.counts
        rate = self._rate
        if not rate or now_ms - rate[-1][0] >= 100:
            rate.append((now_ms, counts.tweets))
        while len(rate) > 2 and rate[-1][0] - rate[0][0] > RATE_WINDOW_MS:
            rate.popleft()
        span_ms = rate[-1][0] - rate[0][0]
        per_s = (rate[-1][1] - rate[0][1]) * 1000 / span_ms if span_ms > 0 else 0.0
        return ShowCounts(
            records=counts.records,
            tweets=counts.tweets,
            votes=counts.votes,
            malformed=counts.malformed,
            duplicates=counts.duplicates,
            late=counts.late,
            blocked=counts.blocked,
            capped=counts.capped,
            users=counts.users,
            tweets_per_s=max(0.0, per_s),
            first_malformed=self._core.counting.first_malformed,
        )

    def _transport(self, frame: int, status: EngineStatus) -> TransportState:
        grid = self._core.grid
        position = grid.position(frame)
        return TransportState(
            rate_hz=grid.rate_hz,
            frame=frame,
            bar=position.bar,
            beat=position.beat,
            beat_phase=position.beat_phase,
            loop_phase=position.loop_phase,
            bpm=grid.bpm,
            beats_per_bar=grid.beats_per_loop // grid.bars_per_loop,
            bars_per_loop=grid.bars_per_loop,
            running=status.state != "starting",
            block_time_ns=status.frame_time_ns,
            block_beats=float((status.frame - grid.bar_1_frame) / grid.beat_frames),
            phrase_beats=grid.beats_to_phrase(PHRASE_LOOPS),
            graph_delay_ms=status.latency_ms if _JACK in status.device else 0.0,
            sound_delay_ms=status.latency_ms + 1000.0 * status.delay_frames / status.rate_hz,
        )

    def _end_frame(self, now_ms: int, end_ms: int, frame: int) -> Fraction:
        return frame + ms_to_frames(end_ms - now_ms, self._core.grid.rate_hz)

    def _coming_scene(self, now_ms: int, start_ms: int, frame: int) -> PendingScene | None:
        """The pending scene, else what would land if the window closed now."""
        conductor = self._core.conductor
        if conductor.scenes.pending is not None:
            return conductor.scenes.pending
        if not self._forecast:
            return None
        end_ms = start_ms + self._core.counting.rules.window_ms
        landing = self._core.landing_by_rule(self._end_frame(now_ms, end_ms, frame))
        return PendingScene(landing, self._forecast, 0, conductor.scenes.cancel_next)

    def _window(
        self, now_ms: int, start_ms: int, frame: int, coming: PendingScene | None
    ) -> WindowState:
        core = self._core
        grid = core.grid
        window_ms = core.counting.rules.window_ms
        end_ms = start_ms + window_ms
        end_frame = self._end_frame(now_ms, end_ms, frame)
        landing = coming.frame if coming is not None else core.landing_by_rule(end_frame)
        window_frames = ms_to_frames(window_ms, grid.rate_hz)
        first = core.landing_by_rule(end_frame - window_frames)
        if frame < first:  # until it lands, the ribbon shows the previous window
            end_frame -= window_frames
            first = core.landing_by_rule(end_frame - window_frames)
        bar_frames = grid.bar_frames
        return WindowState(
            start_ms=start_ms,
            end_ms=end_ms,
            remaining_ms=end_ms - now_ms,
            landing_bar=grid.bar_at(landing),
            bars_to_landing=grid.bar_at(landing) - grid.bar_at(frame),
            first_bar=grid.bar_at(first),
            bar_count=max(1, int(window_frames / bar_frames)),
            playhead_bars=float((frame - first) / bar_frames),
            lock_bars=float((end_frame - first) / bar_frames),
        )

    def _strip(
        self, index: int, name: str, coming: PendingScene | None, status: EngineStatus
    ) -> StripState:
        core = self._core
        conductor = core.conductor
        override = conductor.overrides[name]
        now = conductor.sounding(name)
        change = conductor.coming(name, coming)
        kind, clip, by_hand, bar = "stay", now, False, None
        if change is not None:
            frame, clip, by_hand = change
            bar = core.grid.bar_at(frame)
            if clip == now:
                kind = "stay"
            elif clip is None:
                kind = "stop"
            else:
                kind = "enter" if now is None else "swap"
        left, right = status.strip_peaks[index]
        solo_elsewhere = any(h.solo for h in conductor.overrides.values()) and not override.solo
        return StripState(
            instrument=name,
            clips=self._clips[name],
            armed=(armed := core.desk.armed.of(name)),
            armed_next=core.music.clip(core.desk.clip_after_go(name)) if armed else None,
            pending_mute=_pending(override.pending_mute),
            pending_solo=_pending(override.pending_solo),
            pending_gain=_pending(override.pending_gain),
            pending_filter=_pending(override.pending_filter),
            missing=core.music.missing.get(name, ()),
            mode=override.mode,
            pending_mode=override.pending_mode[1] if override.pending_mode else None,
            variation=override.target_variation,
            variation_pending=override.pending_variation is not None,
            now=core.music.clip(now),
            next_kind=kind,
            next=core.music.clip(clip),
            next_by_hand=by_hand,
            next_bar=bar,
            can_cancel=bool(override.frames()),
            gain=override.gain,
            filter=override.filter,
            cue=name in conductor.gains.cue.strips,
            mute=override.mute,
            solo=override.solo,
            silenced_by_solo=solo_elsewhere,
            audible=conductor.audible(name) and not conductor.gates.is_silenced,
            peak_left=left,
            peak_right=right,
        )

    def _floor(self) -> FloorState:
        """The rhythm floor, as what it is."""
        conductor = self._core.conductor
        arranger = conductor.arranger
        playing = arranger.floor_sounding
        name = None if playing is None else arranger.arrangement.sounds[playing]
        audible = arranger.floor_audible and not conductor.gates.is_silenced
        return FloorState(
            bool(arranger.arrangement.floor),
            arranger.floor_on,
            arranger.floor_gain,
            self._core.music.clip(name),
            playing is not None and audible,
        )

    def _engine(self, status: EngineStatus) -> EngineState:
        left, right = status.master_peak
        return EngineState(
            state=status.state,
            device=status.device,
            rate_hz=status.rate_hz,
            block_frames=status.block_frames,
            xruns=status.xruns,
            detail=status.detail,
            master_peak_left=left,
            master_peak_right=right,
            limiter_gain=status.limiter_gain,
            lufs=status.lufs,
            device_missing=status.device_missing,
            lost_events=status.lost_events,
            postponed=status.postponed,
            restarts=status.restarts,
        )

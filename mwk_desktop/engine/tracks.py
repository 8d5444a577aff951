"""What one track plays when: its voices, its pending launches, and the edges between clips.

A track is an instrument's strip, the rhythm floor, or one kind of transition. All that happens here
is a function of the transport's frame and of the plan, never of where a block ends.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.gains import Floats, Gain
from mwk_desktop.engine.protocol import NOW, SILENCE, Launch
from mwk_desktop.sounds.sound_layout import PagePiece, SoundLayout

MAX_VOICES: Final = 6
"""Most voices of one track, sounding or fading. A seventh ends the oldest fade at once, so that
launches faster than the fades cannot make a block arbitrarily expensive."""

LATE_PER_LOOP: Final = 32
"""What plays once is left out if it would begin later than this part of a loop: a sixteenth note of
two bars. So late it comes only where an engine was replaced, or a plan came late."""

CROSSFADE_MS: Final = 50
"""A fade of at least this length is a crossfade and keeps the power; shorter ones only avoid
clicks."""

NEVER: Final = 1 << 62
"""A frame that the transport never reaches."""


class Voice:
    """One playing sound, with its own gain for fading in and out.

    ``pieces`` is empty for a clip that loops in phase with the transport; else the voice plays them
    once, from ``begin_frame`` on.
    """

    __slots__ = ("begin_frame", "clip", "end_frame", "gain", "layout", "pieces")

    def __init__(
        self,
        clip: int,
        layout: SoundLayout,
        frame: int,
        fade_in_frames: int = 0,
        pieces: tuple[PagePiece, ...] = (),
        begin_frame: int = 0,
        equal_power_frames: int | None = None,
    ) -> None:
        self.clip = clip
        self.layout = layout
        self.pieces = pieces
        self.begin_frame = begin_frame
        self.end_frame = begin_frame + sum(piece.frames for piece in pieces) if pieces else NEVER
        self.gain = Gain(0.0, equal_power_frames)
        self.gain.ramp(frame, 1.0, fade_in_frames)

    def piece_end(self, frame: int) -> int:
        """The frame after the piece that sounds at ``frame``; :data:`NEVER` for a loop."""
        end = self.begin_frame
        for piece in self.pieces:
            end += piece.frames
            if frame < end:
                return end
        return NEVER

    def samples(self, bank: ClipBank, loop: int, position: int, frame: int, frames: int) -> Floats:
        """The next samples, interleaved, all inside one page.

        Parameters
        ----------
        loop, position : int
            The loop since the origin, and the sample (not frame) in it, at ``frame``.
        """
        if not self.pieces:
            pages = self.layout.pages
            row = bank.row(pages[loop % len(pages)])
            return row[position : position + 2 * frames]
        at = frame - self.begin_frame
        for piece in self.pieces:
            if at < piece.frames:
                first = 2 * (piece.offset + at)
                return bank.row(piece.page)[first : first + 2 * frames]
            at -= piece.frames
        raise IndexError("the sound has ended")


class Track:
    """The voices of a track (oldest first; one may be ``current``) and its pending launches."""

    __slots__ = (
        "_bank",
        "_equal_power_frames",
        "_fading",
        "_next_bar",
        "_pickup",
        "_postponed",
        "_seen_frame",
        "current",
        "pending",
        "postponed",
        "voices",
    )

    def __init__(self, bank: ClipBank, next_bar: Callable[[int], int], rate_hz: int) -> None:
        self._bank = bank
        self._equal_power_frames = CROSSFADE_MS * rate_hz // 1000
        self._next_bar = next_bar
        self.postponed = 0
        """Launches that had to wait for the next bar, because their clip was not in memory."""
        self.voices: list[Voice] = []
        self.current: Voice | None = None
        self.pending: deque[Launch] = deque()
        self._seen_frame = 0
        self._fading = False
        self._pickup: Voice | None = None
        # The newest launch that had to wait, as it was planned, and where it lands instead.
        self._postponed: tuple[Launch, Launch] | None = None

    # -- plans -----------------------------------------------------------------------------

    def plan(self, launches: Sequence[Launch], frame: int) -> None:
        """Replace everything that is pending; what already leads to a launch that is no longer
        planned is taken back."""
        head = self.pending[0] if self.pending else None
        self.pending = deque(sorted(launches, key=_frame_of))
        if self._postponed is not None and self.pending:
            planned, later = self._postponed
            if self.pending[0] == planned:  # the plan was sent again: it still has to wait
                self.pending.popleft()
                self._wait(later)
        if head is None or not self.pending or self.pending[0][:2] != head[:2]:
            self._take_back(frame)
            self._seen_frame = frame

    def _take_back(self, frame: int) -> None:
        if self._fading and self.current is not None:
            gain = self.current.gain
            gain.ramp(frame, 1.0, gain.end_frame - gain.start_frame)
        if self._pickup is not None:
            self._pickup.gain.ramp(frame, 0.0, self._pickup.layout.pickup_frames // 8)
        self._fading, self._pickup = False, None

    def jump(self, frame: int) -> None:
        """Go on at ``frame``: only the loop that was launched last sounds on."""
        if self.current is not None and self.current.pieces:
            self.current = None
        if self.current is not None:
            self.current.gain.ramp(frame, 1.0, 0)
        self.voices = [] if self.current is None else [self.current]
        self._fading, self._pickup = False, None
        self._seen_frame = frame

    def next_change(self, frame: int) -> int:
        """The next frame after ``frame`` at which anything of the track begins or ends."""
        change = NEVER
        if self.pending:
            head = self.pending[0]
            change = head.frame
            if head.early_frames:
                for begins in (self._fade_span(head)[0], self._pickup_begins(head)):
                    if frame < begins < change:
                        change = begins
        for voice in self.voices:
            if frame < voice.gain.end_frame < change:
                change = voice.gain.end_frame
            if voice.pieces:
                change = min(change, voice.piece_end(frame))
        return change

    @property
    def plays_once(self) -> bool:
        """Whether a sound that does not loop is sounding."""
        return any(voice.pieces for voice in self.voices)

    # -- what is due -----------------------------------------------------------------------

    def apply_due(self, frame: int) -> list[Launch]:
        """Carry out what is due at ``frame``; returns the launches, as they happened."""
        done = []
        while self.pending and self.pending[0].frame <= frame:
            if self._comes_too_late(self.pending[0], frame):
                self.pending.popleft()
                continue
            if not self._bank.is_ready(self.pending[0].clip):
                self._postpone(frame)
                continue
            done.append(self._launch(self.pending.popleft(), frame))
            self._seen_frame = frame
        if self.pending and self.pending[0].early_frames:
            self._approach(self.pending[0], frame)
        if self.voices:
            self.voices = [
                voice
                for voice in self.voices
                if frame < voice.end_frame
                and (voice is self.current or voice.gain.end_frame > frame or voice.gain.target)
            ]
            if self.current is not None and self.current.end_frame <= frame:
                self.current = None
        return done

    def _comes_too_late(self, launch: Launch, frame: int) -> bool:
        """Whether a sound that plays once would end long after what it leads up to."""
        if launch.frame == NOW or launch.clip == SILENCE:
            return False
        late_frames = frame - launch.frame
        most = self._bank.loop_frames // LATE_PER_LOOP
        return late_frames > most and bool(self._bank.layouts[launch.clip].shot)

    def _postpone(self, frame: int) -> None:
        """Let what is due land on the next bar, unless a later launch comes before that."""
        launch = self.pending.popleft()
        later = launch._replace(frame=self._next_bar(frame))
        self.postponed += 1
        self._take_back(frame)
        self._seen_frame = frame
        planned, waiting = self._postponed or (launch, launch)
        self._postponed = (planned if launch == waiting else launch, later)
        self._wait(later)

    def _wait(self, later: Launch) -> None:
        if not self.pending or self.pending[0].frame > later.frame:
            self.pending.appendleft(later)

    def _changes(self, launch: Launch) -> bool:
        """Whether a launch ends or begins a voice: not that of the clip that sounds already."""
        current = self.current
        return launch.clip != (SILENCE if current is None else current.clip)

    def _early_frames(self, launch: Launch) -> int:
        """How long before its frame a launch could begin to act: less where it was planned late."""
        return max(0, min(launch.early_frames, launch.frame - self._seen_frame))

    def _fade_span(self, launch: Launch) -> tuple[int, int]:
        """Where the outgoing voice's fade begins and ends: on the line, or where the pickup that
        the voice repeats before each line would begin."""
        if self.current is None or not self._changes(launch):
            return NEVER, NEVER
        pickup = self.current.layout.pickup_frames
        begins = launch.frame - pickup - launch.fade_out_frames
        begins = max(begins, launch.frame - self._early_frames(launch))
        return begins, min(launch.frame, begins + launch.fade_out_frames)

    def _pickup_begins(self, launch: Launch) -> int:
        if launch.clip == SILENCE or not self._changes(launch):
            return NEVER
        pickup = self._bank.layouts[launch.clip].pickup_frames
        return launch.frame - min(pickup, self._early_frames(launch)) if pickup else NEVER

    def _approach(self, launch: Launch, frame: int) -> None:
        """Begin what leads to a launch: the fade of the outgoing voice, the pickup of the next."""
        if not self._bank.is_ready(launch.clip):
            return  # it will land later: the outgoing voice goes on
        begins, ends = self._fade_span(launch)
        pickup_begins = self._pickup_begins(launch)
        if not self._fading and self._pickup is None and min(begins, pickup_begins) < frame:
            # It came into memory too late to lead up to its line: it only lands there.
            self._seen_frame = launch.frame
            return
        if not self._fading and begins <= frame and self.current is not None:
            self._fading = True
            self.current.gain.ramp(frame, 0.0, ends - frame)
        if self._pickup is None and pickup_begins <= frame < launch.frame:
            layout = self._bank.layouts[launch.clip]
            begin_frame = launch.frame - layout.pickup_frames
            in_its_middle = frame > begin_frame
            fade_in = min(launch.fade_in_frames, launch.frame - frame) if in_its_middle else 0
            self._pickup = Voice(launch.clip, layout, frame, fade_in, layout.pickup, begin_frame)
            self._add(self._pickup)

    def _launch(self, launch: Launch, frame: int) -> Launch:
        early = self._early_frames(launch) if launch.early_frames else 0
        current, changes = self.current, self._changes(launch)
        layout = None if launch.clip == SILENCE else self._bank.layouts[launch.clip]
        if current is not None and current.pieces and not changes:
            # A plan that was sent again: what plays once has begun already.
            changes = current.begin_frame != launch.frame
            layout = layout if changes else None
        if changes or (layout is not None and layout.shot):
            if current is not None:
                if not self._fading:
                    current.gain.ramp(frame, 0.0, launch.fade_out_frames)
                if early and current.layout.tail:
                    tail = current.layout.tail
                    self._add(Voice(current.clip, current.layout, frame, 0, tail, frame))
            self.current = None
            if layout is not None:
                fade_in = 0 if self._pickup is not None else launch.fade_in_frames
                power = self._equal_power_frames
                self.current = Voice(launch.clip, layout, frame, fade_in, layout.shot, frame, power)
                self._add(self.current)
        self._fading, self._pickup = False, None
        return launch._replace(frame=frame, early_frames=early)

    def _add(self, voice: Voice) -> None:
        self.voices.append(voice)
        if len(self.voices) > MAX_VOICES:
            self.voices.remove(next(each for each in self.voices if each is not self.current))


def _frame_of(launch: Launch) -> int:
    return launch.frame

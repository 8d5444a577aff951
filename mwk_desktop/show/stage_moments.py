"""Keeps what the stage shows: one moment at a time, the votes by default. Show thread only."""

from __future__ import annotations

from typing import Final

from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.show.winner_moment import WinnerMoment

END_PRESSES_S: Final = 2
"""The end must be asked for twice within this time: one wrong key must not end a night."""

LONG_AGO_FRAME: Final = -(2**40)
"""The start of a moment that did not begin on this transport."""

_MOMENTS: Final = frozenset(moment.value for moment in StageMoment)


class StageMoments:
    """What the stage shows now.

    Parameters
    ----------
    winner
        Freezes the leaderboard when the winner is shown.
    rate_hz
        Of the transport, to measure the time between two presses.
    """

    def __init__(self, winner: WinnerMoment, rate_hz: int) -> None:
        self.winner = winner
        self._press_frames = END_PRESSES_S * rate_hz
        self._moment = StageMoment.VOTES
        self._since_frame = 0
        self._since_ms = 0
        self._end_asked: int | None = None

    def show(self, moment: str, counting: CountedState, frame: int, now_ms: int) -> bool:
        """Show a moment; False if nothing changes (shown already, unknown, no winner yet)."""
        if moment not in _MOMENTS or moment == self._moment:
            return False
        wanted = StageMoment(moment)
        if wanted is StageMoment.END and not self._is_end_asked(frame):
            self._end_asked = frame
            return True
        if wanted is StageMoment.WINNER and not self.winner.begin(counting, now_ms):
            return False
        if self._moment is StageMoment.WINNER:
            self.winner.end()
        self._moment, self._since_frame, self._since_ms = wanted, frame, now_ms
        self._end_asked = None
        return True

    def hide_winner(self, counting: CountedState, frame: int, now_ms: int) -> bool:
        """Return from the winner to the votes; False if the stage shows something else."""
        if self._moment is not StageMoment.WINNER:
            return False
        return self.show(StageMoment.VOTES, counting, frame, now_ms)

    def arrive(self) -> None:
        """After a jump in a recording: treat what is shown as shown long ago."""
        self._since_frame, self._end_asked = LONG_AGO_FRAME, None

    def _is_end_asked(self, frame: int) -> bool:
        asked = self._end_asked
        return asked is not None and 0 <= frame - asked < self._press_frames

    def state(self, frame: int) -> StageState:
        """For the snapshot, at transport frame ``frame``."""
        return StageState(
            self._moment, self._since_frame, self._since_ms, self._is_end_asked(frame)
        )

"""The share of recent votes that came too late: it reveals a producer's wrong clock."""

from __future__ import annotations

from collections import deque

from mwk_desktop.show.snapshot import ShowCounts

_SPAN_MS = 60_000
_STEP_MS = 1_000
_LEAST_VOTES = 20
"""With fewer votes than this there is no meaningful rate."""


class LateRate:
    """The share of late votes over the last minute of the show's time."""

    def __init__(self) -> None:
        self._seen: deque[tuple[int, int, int]] = deque()

    def of(self, counts: ShowCounts, t_ms: int) -> float:
        """The share after the newest counts, 0 to 1; 0 if there are too few votes."""
        now = (t_ms, counts.votes, counts.late)
        if self._seen and any(new < old for new, old in zip(now, self._seen[-1], strict=True)):
            self._seen.clear()  # another show, or another place of a recording
        if not self._seen or t_ms - self._seen[-1][0] >= _STEP_MS:
            self._seen.append(now)
        while len(self._seen) > 1 and self._seen[1][0] <= t_ms - _SPAN_MS:
            self._seen.popleft()
        _, votes, late = self._seen[0]
        late, votes = counts.late - late, counts.votes - votes
        return late / (late + votes) if late + votes >= _LEAST_VOTES else 0.0

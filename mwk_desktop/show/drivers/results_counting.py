"""Holds what another show counted, in place of a counting of our own. Show thread only.

Charts, users' lines and closed windows come complete from the result topics; nothing is matched,
folded or drawn here. What results do not contain (:data:`UNKNOWN`) stays 0 and is marked unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from mwk_desktop.kafka.result_records import UserResult
from mwk_desktop.messages import NOTHING
from mwk_desktop.records.batch import Batch
from mwk_desktop.show.music import Music
from mwk_desktop.topology.chart import ranked, top
from mwk_desktop.topology.counting import (
    NEVER_MS,
    ClosedWindow,
    CountingRules,
    RecordCounts,
)
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.topology.matching import Matcher
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.units import EARLIEST_EVENT_MS
from mwk_desktop.window_times import check_window_ms, window_start_ms

UNKNOWN = ("records", "malformed", "duplicates", "late", "blocked", "capped", "lag")
"""Counters that only a reader of the input topic knows."""

SOME_CLIP = "\u2013"
"""Stands for a clip that is not known yet. It is shown, but never planned."""

MOST_CHARTS = 256
"""Windows whose charts are kept (two hours): a later correction of an older one is not shown."""


class ResultCounting:
    """Absolute results as a :class:`mwk_desktop.show.counted_state.CountedState`.

    Parameters
    ----------
    rules
        ``window_ms``, ``top`` and the words of a vote (for the colours of messages); blocked users
        and the limit of votes belong to the counting show.
    music
        Resolves the clips' names.
    """

    def __init__(self, rules: CountingRules, music: Music) -> None:
        check_window_ms(rules.window_ms)
        self.rules = replace(rules, blocked=frozenset(), max_votes_per_user=0)
        self.matcher = Matcher(
            rules.aliases, rules.hashtag, rules.require_hashtag, rules.count_retweets
        )
        self.leaderboard = Leaderboard()
        self.bags = ShuffleBags(music.clips, 0)  # never drawn from here
        self.version = 0
        self.late_or_capped: list[int] = []
        self.on_block: Callable[[str, bool], None] | None = None
        self.first_malformed = NOTHING  # only the counting show knows it
        self.unknown_clips = 0
        self.unreadable = 0
        self._music = music
        self._charts: dict[int, dict[str, int]] = {}
        self._closing: list[ClosedWindow] = []
        self._until_ms = NEVER_MS
        self._sum_votes = self._sum_tweets = self._records = 0
        self._most_votes = 0
        """A chart may be corrected downwards, and partitions of another application may each tell
        their own: what was counted once is not taken back."""

    # -- in ---------------------------------------------------------------------------------

    def window_at(self, timestamp_ms: int, now_ms: int) -> int:
        """Start of the window that a result's timestamp lies in.

        An invalid one (missing, or before Twitter) counts as now, and so does one further in the
        future than another machine's clock could be.
        """
        window_ms = self.rules.window_ms
        if not EARLIEST_EVENT_MS <= timestamp_ms < now_ms + window_ms:
            timestamp_ms = now_ms
        return window_start_ms(timestamp_ms, window_ms)

    def set_chart(self, start_ms: int, votes: Mapping[str, int]) -> None:
        """Set a window's current chart."""
        self._records += 1
        charts = self._charts
        if start_ms not in charts and len(charts) >= MOST_CHARTS:
            oldest_ms = min(charts)
            if start_ms < oldest_ms:
                return
            del charts[oldest_ms]
        before = sum(charts.get(start_ms, {}).values())
        charts[start_ms] = ranked(votes)
        self._sum_votes += sum(votes.values()) - before
        self._most_votes = max(self._most_votes, self._sum_votes)

    def set_users(self, users: Sequence[tuple[str, UserResult | None, int]]) -> None:
        """Set lines of the leaderboard; the last one of a name wins, None removes it."""
        board = self.leaderboard
        self._records += len(users)
        newest = {name: (line, latest_ms) for name, line, latest_ms in users}
        board.add_users([name for name in newest if name not in board.numbers])
        lines: dict[int, tuple[int, int, str]] = {}
        for name, (line, latest_ms) in newest.items():
            user = board.numbers[name]
            tweets, url = (0, "") if line is None else (line.tweets, line.image_url or "")
            self._sum_tweets += tweets - board.standing(user).tweets
            lines[user] = tweets, latest_ms, url
        board.replace_lines(lines)

    def forget_users(self) -> None:
        """Clear the leaderboard: it is sent again from the beginning."""
        self.leaderboard = Leaderboard()
        self._sum_tweets = 0
        self.version += 1

    def clips_of(self, names: Sequence[str]) -> dict[str, str]:
        """The set's clips for foreign names, by instrument; unknown names are counted, not played.
        If two are of one instrument, the first plays."""
        found: dict[str, str] = {}
        for name in names:
            clip = self._music.resolve(name)
            if clip is None:
                self.unknown_clips += 1
            else:
                found.setdefault(clip.partition("/")[0], clip)
        return found

    def add_scene(self, start_ms: int, drawn: Mapping[str, str]) -> None:
        """Add a closed window; ``close`` returns it."""
        self._records += 1
        self._closing.append(self.window(start_ms, drawn))

    def window(self, start_ms: int, drawn: Mapping[str, str]) -> ClosedWindow:
        """A closed window with its chart as known so far."""
        votes = self._charts.get(start_ms, {})
        chosen = top(votes, self.rules.top) if votes else tuple(drawn)
        end_ms = start_ms + self.rules.window_ms
        return ClosedWindow(start_ms, end_ms, dict(votes), chosen, dict(drawn))

    def count_other_records(self, records: int) -> None:
        """Count records that change none of the show's numbers."""
        self._records += records

    early_votes = None
    """The scenes are drawn elsewhere."""

    # -- out, as of a counting --------------------------------------------------------------

    @property
    def counts(self) -> RecordCounts:
        """The totals as far as results contain them: see :data:`UNKNOWN`."""
        return RecordCounts(
            records=self._records,
            tweets=self._sum_tweets,
            votes=self._most_votes,
            malformed=0,
            duplicates=0,
            late=0,
            blocked=0,
            capped=0,
            users=self.leaderboard.users,
        )

    @property
    def closed_until_ms(self) -> int:
        """End of the newest window whose scene has arrived."""
        return self._until_ms

    def chart(self, start_ms: int) -> dict[str, int]:
        """Votes of a window, in rank order."""
        return dict(self._charts.get(start_ms, {}))

    @property
    def open_windows_ms(self) -> list[int]:
        """Empty: another console counts, and this one knows of none."""
        return []

    def forecast(self, start_ms: int) -> dict[str, str]:
        """The instruments that would land if the window closed now. Only the counting show knows
        their clips: :data:`SOME_CLIP`."""
        chosen = top(self.chart(start_ms), self.rules.top)
        return {name: f"{name}/{SOME_CLIP}" for name in chosen if self._music.clips.get(name)}

    def close(self, until_ms: int) -> list[ClosedWindow]:
        """The windows whose scenes came since the last call."""
        closed, self._closing = self._closing, []
        self._until_ms = max(self._until_ms, until_ms)
        return closed

    def fold(
        self,
        batch: Batch,
        start: int = 0,
        stop: int | None = None,
        counted: list[tuple[int, str | None]] | None = None,
    ) -> None:
        """Do nothing: tweets are counted elsewhere."""

    # -- what belongs to the show that counts ---------------------------------------------------

    @property
    def blocked(self) -> frozenset[str]:
        """Empty: users that the other show blocks are not on its leaderboard."""
        return frozenset()

    def block(self, name: str) -> None:
        """Do nothing; the driver refuses the command and says why."""

    def unblock(self, name: str) -> None:
        """Do nothing, like :meth:`block`."""

    def limit_votes(self, votes: int) -> None:
        """Do nothing, like :meth:`block`."""

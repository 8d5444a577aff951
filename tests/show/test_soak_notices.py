"""The five minutes of every `make test` notice broken rules: their seed was chosen by these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from mwk_desktop.kafka.topic_reader import TopicReader
from mwk_desktop.show.drivers.live import LiveShow
from mwk_desktop.topology.counting import Counting
from mwk_desktop.topology.counting_rows import CountingRows
from mwk_desktop.topology.duplicates import SeenTweets
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.topology.open_windows import OpenWindows
from tests.show.soak_show import FIVE_MINUTES, Soak

Patch = pytest.MonkeyPatch


def late_votes_count(patch: Patch) -> None:
    count = OpenWindows.count_votes

    def in_time(self: OpenWindows, who: Any, events: Sequence[int], found: Sequence[int]) -> None:
        count(self, who, [max(event, self.closed_until_ms) for event in events], found)

    patch.setattr(OpenWindows, "count_votes", in_time)


def windows_close_one_too_late(patch: Patch) -> None:
    close = OpenWindows.close
    patch.setattr(OpenWindows, "close", lambda self, ms: close(self, ms - self.window_ms))


def windows_close_before_their_end(patch: Patch) -> None:
    begin: Callable[..., None] = LiveShow.__init__

    def impatient(self: LiveShow, *arguments: Any, **options: Any) -> None:
        begin(self, *arguments, **{**options, "grace_ms": -1_500})

    patch.setattr(LiveShow, "__init__", impatient)


def duplicates_count(patch: Patch) -> None:
    patch.setattr(SeenTweets, "repeats", lambda *_: [])


def duplicates_count_after_a_restart(patch: Patch) -> None:
    patch.setattr(SeenTweets, "restore", lambda *_: None)


def open_windows_are_empty_after_a_restart(patch: Patch) -> None:
    restore = Counting.from_rows

    def empty(rules: Any, clips: Any, rows: CountingRows, **options: Any) -> Counting:
        return restore(rules, clips, structs.replace(rows, ballots=[]), **options)

    patch.setattr(Counting, "from_rows", empty)


def some_malformed_records_are_not_counted(patch: Patch) -> None:
    fold = Counting.fold

    def forgetful(self: Counting, batch: Any, *arguments: Any, **options: Any) -> None:
        fold(self, batch, *arguments, **options)
        if len(batch.tweets) > 1 and batch.tweets[0] is None:
            self._malformed -= 1

    patch.setattr(Counting, "fold", forgetful)


def equal_counts_are_in_order_of_names(patch: Patch) -> None:
    def key(self: Leaderboard, user: int) -> tuple[int, str, int]:
        return -self._counts[user], self._names[user], 0

    patch.setattr(Leaderboard, "_key", key)


def nothing_is_said_of_what_is_passed_by(patch: Patch) -> None:
    patch.setattr(TopicReader, "_remark", lambda *_: None)


def a_lost_tail_is_nobodys_business(patch: Patch) -> None:
    patch.setattr(TopicReader, "_lose_rewritten", lambda *_, **__: None)


@pytest.mark.soak
@pytest.mark.parametrize(
    "break_rule",
    [
        late_votes_count,
        windows_close_one_too_late,
        windows_close_before_their_end,
        duplicates_count,
        duplicates_count_after_a_restart,
        open_windows_are_empty_after_a_restart,
        some_malformed_records_are_not_counted,
        equal_counts_are_in_order_of_names,
        nothing_is_said_of_what_is_passed_by,
        a_lost_tail_is_nobodys_business,
    ],
)
@pytest.mark.parametrize("seed", FIVE_MINUTES)
def test_a_broken_rule_is_noticed(
    seed: int, break_rule: Callable[[Patch], None], tmp_path: Path, monkeypatch: Patch
) -> None:
    break_rule(monkeypatch)
    with pytest.raises(AssertionError):
        Soak(seed, 300_000, 3_750, 4_000, tmp_path, monkeypatch).run()

"""Hide, block, limit and winner: live, undone, recorded and replayed."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.frame_pacing import UNPACED_TWEETS
from mwk_desktop.show.commands import (
    BlockUser,
    HideMessage,
    SetVoteCap,
    ShowWinner,
    UnblockUser,
    Undo,
)
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.log.show_log import command_of, override_line
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.show.shows import (
    MUSIC,
    RATE_HZ,
    WINDOW_MS,
    Live,
    Replayed,
    batch_of,
    random_show,
)
from tests.support import T0_MS, live_batch


def texts(live: Live) -> list[str]:
    return [item.text for item in live.show.next_snapshot().feed]


def test_a_hidden_message_leaves_the_feed_at_once_keeps_its_vote_and_comes_back_to_its_place(
    tmp_path: Path,
) -> None:
    live = Live(tmp_path / "show.jsonl")
    messages = [("ana", "drum"), ("bert", "rude pad"), ("ana", "synth")]
    live.show.fold_batch(batch_of(T0_MS, *messages, first=0))
    serial = live.show.next_snapshot().feed[1].serial
    live.show.apply_command(HideMessage(serial))
    assert texts(live) == ["drum", "synth"]
    snapshot = live.show.next_snapshot()
    assert snapshot.counts.votes == 3
    assert str(snapshot.undo_label) == "hidden message of bert"
    live.show.apply_command(HideMessage(999))  # no such message: nothing to undo
    live.show.apply_command(Undo())
    assert texts(live) == ["drum", "rude pad", "synth"]
    assert not live.show.next_snapshot().can_undo


def test_a_block_takes_feed_votes_and_board_and_its_undo_gives_them_back(tmp_path: Path) -> None:
    live = Live(tmp_path / "show.jsonl")
    live.show.fold_batch(
        batch_of(T0_MS, ("ana", "drum"), ("spam", "pad"), ("spam", "pad"), first=0)
    )
    before = live.show.next_snapshot()
    live.show.apply_command(BlockUser("spam"))
    after = live.show.next_snapshot()
    assert after.blocked == ("spam",)
    assert [leader.name for leader in after.leaders] == ["ana"]
    assert {row.instrument for row in after.chart if row.votes} == {"drum"}
    assert texts(live) == ["drum"]
    live.show.fold_batch(batch_of(T0_MS + 5, ("spam", "pad"), first=9))
    assert live.show.next_snapshot().counts.blocked == 1
    live.show.apply_command(Undo())
    again = live.show.next_snapshot()
    assert again.blocked == ()
    assert again.leaders == before.leaders
    assert again.chart == before.chart
    assert again.feed == before.feed
    live.show.apply_command(BlockUser(""))
    live.show.apply_command(UnblockUser("nobody"))
    assert not live.show.next_snapshot().can_undo


def test_a_limit_in_the_middle_and_its_undo(tmp_path: Path) -> None:
    live = Live(tmp_path / "show.jsonl")
    live.show.apply_command(SetVoteCap(1))
    live.show.apply_command(SetVoteCap(-1))
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), ("ana", "pad"), first=0))
    snapshot = live.show.next_snapshot()
    assert snapshot.max_votes_per_user == 1
    assert (snapshot.counts.votes, snapshot.counts.capped) == (1, 1)
    live.show.apply_command(Undo())
    live.show.fold_batch(batch_of(T0_MS, ("ana", "pad"), first=7))
    snapshot = live.show.next_snapshot()
    assert snapshot.max_votes_per_user == 0
    assert (snapshot.counts.votes, snapshot.counts.capped) == (2, 1)


def test_the_winner_is_frozen_with_ties_told_as_ties(tmp_path: Path) -> None:
    live = Live(tmp_path / "show.jsonl")
    live.show.apply_command(ShowWinner(True))
    assert live.show.next_snapshot().winner is None  # nobody wrote yet
    crowd = [("ana", "x"), ("bert", "x"), ("ana", "y"), ("bert", "y"), ("cleo", "x")]
    live.show.fold_batch(batch_of(T0_MS, *crowd, first=0))
    live.show.apply_command(ShowWinner(True))
    winner = live.show.next_snapshot().winner
    assert winner is not None
    assert winner.since_ms == T0_MS
    assert [(row.place, row.tied, row.name, row.tweets) for row in winner.rows] == [
        (1, True, "ana", 2),
        (1, True, "bert", 2),
        (3, False, "cleo", 1),
    ]
    assert sorted(winner.names) == ["ana", "bert", "cleo"]
    live.show.fold_batch(batch_of(T0_MS + 9, ("cleo", "a"), ("cleo", "b"), ("dora", "x"), first=20))
    live.show.apply_command(ShowWinner(True))
    assert live.show.next_snapshot().winner == winner
    assert not live.show.next_snapshot().can_undo
    live.show.apply_command(BlockUser("ana"))  # a name that nobody should see on the wall
    blocked = live.show.next_snapshot().winner
    assert blocked is not None
    assert [(row.place, row.tied, row.name) for row in blocked.rows] == [
        (1, False, "bert"),
        (2, False, "cleo"),
    ]
    live.show.apply_command(ShowWinner(False))
    assert live.show.next_snapshot().winner is None


def test_more_than_ten_rows_only_where_the_first_place_is_shared(tmp_path: Path) -> None:
    live = Live(tmp_path / "show.jsonl")
    crowd = [(f"user{n:02}", "x") for n in range(14)]
    live.show.fold_batch(batch_of(T0_MS, *crowd, first=0))
    live.show.apply_command(ShowWinner(True))
    winner = live.show.next_snapshot().winner
    assert winner is not None
    assert len(winner.rows) == 14
    assert {row.place for row in winner.rows} == {1}
    live.show.apply_command(ShowWinner(False))
    live.show.fold_batch(batch_of(T0_MS, ("user03", "y"), first=50))
    live.show.apply_command(ShowWinner(True))
    winner = live.show.next_snapshot().winner
    assert winner is not None
    assert [row.place for row in winner.rows] == [1] + [2] * 9
    assert winner.rows[9].tied


@pytest.mark.parametrize("seed", range(8))
def test_a_recorded_hand_replays_the_same_offline_and_in_time(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "show.jsonl"
    live = Live(path)
    live.run(31_000, random_show(random.Random(seed)))
    offline = Replayed(path)
    assert offline.recorded.order == "log"
    bounced = offline.offline()
    assert bounced is not None
    assert offline.lines == live.lines
    # The replay's rules are those of the start: it limits by hand as the show did.
    assert offline.summary == live.summary
    assert offline.countings[-1].blocked == live.counting.blocked

    timed = Replayed(path)
    planned = timed.timed()
    assert timed.lines == live.lines
    assert timed.summary == live.summary
    assert dict(enumerate(planned.launches)) == bounced.launches
    assert planned.ramps == bounced.ramps


@pytest.mark.parametrize("seed", range(6))
def test_without_closes_in_the_file_bounce_and_timed_replay_agree(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "show.jsonl"
    Live(path).run(31_000, random_show(random.Random(seed)))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if '\\"type\\":\\"close\\"' not in line]
    assert len(kept) < len(lines)
    bare = tmp_path / "bare.jsonl"
    bare.write_text("".join(kept), "utf-8")
    offline, timed = Replayed(bare), Replayed(bare)
    assert offline.recorded.order == "arrival"
    bounced = offline.offline()
    planned = timed.timed()
    assert bounced is not None
    assert timed.lines == offline.lines
    assert timed.summary == offline.summary
    assert dict(enumerate(planned.launches)) == bounced.launches


def test_the_replay_hides_the_same_message_whatever_its_serial(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    live = Live(path)
    # More than a batch shows: serials of the replay are others.
    flood = [("ana", f"message {n}") for n in range(50)]
    live.show.fold_batch(batch_of(T0_MS, *flood, first=0))
    live.show.fold_batch(batch_of(T0_MS + 60, ("bert", "rude"), first=70, with_id=False))
    live.show.apply_command(HideMessage(live.show.next_snapshot().feed[-1].serial))
    live.run(8_000, [(1_000, batch_of(T0_MS + 1_000, ("cleo", "drum"), first=90))])
    replayed = Replayed(path)
    planned = PlannedLaunches(RATE_HZ)
    show = replayed.show(planned)
    show.start()
    while planned.frame < 2 * RATE_HZ:
        planned.advance_to(planned.frame + 960)
        show.tick()
    feed = [item.text for item in show.next_snapshot().feed]
    assert "rude" not in feed
    assert feed[-1] == "drum"


def test_a_show_that_goes_on_tells_its_new_log_who_was_blocked(tmp_path: Path) -> None:
    counting = Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 5)
    counting.block("spam")
    counting.limit_votes(2)
    again = Counting.from_rows(CountingRules(WINDOW_MS), MUSIC.clips, counting.all_rows())
    path = tmp_path / "second.jsonl"
    live = Live(path, counting=again)
    crowd = [("spam", "pad"), ("ana", "drum"), ("ana", "drum"), ("ana", "drum")]
    live.run(9_000, [(500, batch_of(T0_MS + 500, *crowd, first=0))])
    assert live.counting.counts.blocked == 1
    offline = Replayed(path)
    offline.offline()
    assert offline.lines == live.lines
    assert offline.summary == live.summary


@pytest.mark.parametrize(
    "line",
    [
        {"command": "BlockUser", "values": {"name": 7}},
        {"command": "SetVoteCap", "values": {"votes": "many"}},
        {"command": "HideMessage", "values": {"serial": 1, "tweet_id": 5}},
        {"command": "SetGain", "values": {"instrument": "drum", "gain": "loud"}},
        {"command": "SetMode", "values": {"instrument": "drum", "mode": ["on"]}},
        {"command": "dataclass", "values": {}},
        {"command": "SetMode", "values": {"instrument": "kazoo", "mode": "on"}},
        {"command": 5, "values": {}},
    ],
)
def test_an_edited_log_gives_no_command(line: dict[str, Any]) -> None:
    assert command_of(line) is None


def test_every_command_of_the_hand_survives_the_log() -> None:
    for command in (
        BlockUser("é"),
        UnblockUser("x"),
        SetVoteCap(3),
        HideMessage(3, "ana", 5, "77"),
        ShowWinner(True),
        Undo(),
    ):
        line = json.loads(json.dumps(override_line(command, 1, 0)))
        assert command_of(line) == command


def test_a_user_blocked_in_the_middle_of_a_batch_is_blocked_there_in_its_replay(
    tmp_path: Path,
) -> None:
    """Hands act between the slices of a large batch, and are recorded where they acted."""
    path = tmp_path / "night.jsonl"
    live = Live(path)
    hands = [BlockUser("user3")]

    def apply_hands() -> None:
        while hands:
            live.show.apply_command(hands.pop())

    batch = live_batch(["drum"] * 4 * UNPACED_TWEETS, T0_MS)
    live.show.fold_batch(batch, apply_hands)
    live.run(2 * WINDOW_MS, [])
    replayed = Replayed(path)
    replayed.offline()
    assert replayed.summary == live.summary
    assert 0 < live.summary["blocked"] < len(batch.tweets) // 7

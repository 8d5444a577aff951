"""A console that plays what another show counted, under a held clock."""

from __future__ import annotations

import json

import pytest

from mwk_desktop.kafka.result_delivery import ResultDelivery
from mwk_desktop.kafka.result_records import message_value
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.show.commands import (
    BlockUser,
    CancelScene,
    Mode,
    SetHold,
    SetMode,
    SetVoteCap,
    ShowWinner,
)
from mwk_desktop.show.drivers.results import SETTLE_MS
from mwk_desktop.show.drivers.results_counting import MOST_CHARTS, UNKNOWN
from mwk_desktop.show.json_lines import health_line
from mwk_desktop.show.sound_commands import SetCueNext
from mwk_desktop.topology.counting import CountingRules
from tests.show.results_shows import Show, user
from tests.show.shows import MUSIC, WINDOW_MS
from tests.support import T0_MS

DRUM, PAD = MUSIC.clips["drum"], MUSIC.clips["pad"]


def test_the_original_s_names_play_on_the_next_line() -> None:
    show = Show()
    show.go(1_000)
    stem = DRUM[1].rsplit(".", 1)[0]
    show.chart({"drum": 3})
    show.scene(f"{stem}.ogg", "zither/z1.ogg", at_ms=T0_MS)
    snapshot = show.show.next_snapshot()
    assert [clip.name for clip in snapshot.next_scene] == [DRUM[1]]
    bar = next(s.next_bar for s in snapshot.strips if s.instrument == "drum")
    show.go(3_000)
    assert show.playing() == [DRUM[1]]
    landed = [line for line in show.log.of("landing") if line["clip"] == DRUM[1]]
    assert len(landed) == 1
    grid = show.show.core.grid
    assert grid.next_line(landed[0]["frame"], "bar") == landed[0]["frame"]
    assert grid.bar_at(landed[0]["frame"]) == bar
    assert show.show.next_snapshot().results is not None
    assert show.show.counting.unknown_clips == 1
    assert show.lines == [
        {
            "type": "window", "start_ms": T0_MS, "end_ms": T0_MS + WINDOW_MS,
            "votes": {"drum": 3}, "top": ["drum"], "scene": [DRUM[1]],
        }
    ]  # fmt: skip


def test_a_clip_that_only_the_counting_show_knows_is_not_pre_listened_to() -> None:
    """Nor does it end the show, while nobody pre-listens and while somebody does."""
    show = Show()
    show.go(1_000)
    show.chart({"pad": 2})
    show.go(50)
    for hears_next in (False, True):
        show.show.apply_command(SetCueNext(hears_next))
        pad = next(s for s in show.show.next_snapshot().strips if s.instrument == "pad")
        assert pad.next is not None
        assert pad.next_kind == "swap"
    show.scene(PAD[1], at_ms=T0_MS)
    snapshot = show.show.next_snapshot()
    assert [clip.name for clip in snapshot.next_scene] == [PAD[1]]


def test_a_chart_belongs_to_the_window_that_holds_its_time() -> None:
    show = Show()
    show.go(500)
    show.chart({"pad": 1, "drum": 2}, at_ms=T0_MS + 1_234)
    assert show.top == {"drum": 2, "pad": 1}
    assert [row.instrument for row in show.show.next_snapshot().chart][:2] == ["drum", "pad"]
    show.chart({"drum": 5}, at_ms=T0_MS)  # the same window: it is absolute
    assert show.top == {"drum": 5}
    assert show.show.next_snapshot().counts.votes == 5
    show.chart({"pad": 9}, at_ms=T0_MS - 1)  # the window before: counted, not shown
    assert show.top == {"drum": 5}
    assert show.show.next_snapshot().counts.votes == 14
    show.go(WINDOW_MS)
    assert show.top == {}  # another window, and nothing said of it yet


@pytest.mark.parametrize("stamp", [-1, 0, T0_MS // 1000, T0_MS + 10 * WINDOW_MS])
def test_no_time_and_the_far_future_are_now(stamp: int) -> None:
    show = Show()
    show.go(WINDOW_MS + 500)
    show.chart({"drum": 4}, at_ms=stamp)
    assert show.top == {"drum": 4}


def test_of_the_coming_scene_the_instruments_are_known_and_no_clip_is() -> None:
    show = Show()
    show.go(500)
    show.chart({"pad": 1, "drum": 2, "melody": 3})
    snapshot = show.show.next_snapshot()
    assert [clip.name for clip in snapshot.next_scene] == [
        "melody/\u2013",
        "drum/\u2013",
        "pad/\u2013",
    ]
    melody = next(strip for strip in snapshot.strips if strip.instrument == "melody")
    assert (melody.next_kind, melody.next.title if melody.next else "") == ("enter", "\u2013")
    show.go(WINDOW_MS)  # nothing lands before its scene is told
    assert show.playing() == [DRUM[0], PAD[0]]


def test_a_clock_that_is_a_little_ahead_keeps_its_window() -> None:
    show = Show()
    show.go(WINDOW_MS - 200)
    show.chart({"drum": 4})
    show.chart({"pad": 1}, at_ms=T0_MS + WINDOW_MS)
    assert show.top == {"drum": 4}
    show.go(300)
    assert show.top == {"pad": 1}


def test_the_line_of_a_window_waits_for_the_last_chart() -> None:
    """Chart and scene travel in two topics: nothing orders them."""
    show = Show()
    show.go(WINDOW_MS + 300)
    show.chart({"drum": 1}, at_ms=T0_MS)
    show.scene(PAD[0], DRUM[0], at_ms=T0_MS)
    show.go(100)
    assert show.lines == []
    show.chart({"pad": 3, "drum": 2}, at_ms=T0_MS)
    show.go(SETTLE_MS)
    assert [(line["votes"], line["top"]) for line in show.lines] == [
        ({"pad": 3, "drum": 2}, ["pad", "drum"])
    ]
    show.scene(DRUM[1], at_ms=T0_MS + WINDOW_MS)  # and one whose chart never comes
    show.go(SETTLE_MS)
    assert show.lines[1]["votes"] == {}
    assert show.lines[1]["top"] == ["drum"]
    show.scene(DRUM[0], at_ms=T0_MS + 2 * WINDOW_MS)
    show.show.finish()
    assert [line["scene"] for line in show.lines] == [[PAD[0], DRUM[0]], [DRUM[1]], [DRUM[0]]]


def test_the_scene_that_stands_plays_and_closes_nothing() -> None:
    show = Show()
    show.scene(DRUM[1], PAD[1], at_ms=T0_MS - 100_000, standing=True)
    show.go(3_000)
    assert show.playing() == [DRUM[1], PAD[1]]
    assert show.lines == []
    assert show.log.of("close") == []


def test_a_scene_told_twice_is_one() -> None:
    show = Show()
    show.go(500)
    for _ in range(3):
        show.scene(DRUM[1], at_ms=T0_MS)
    show.go(2_500)
    assert show.show.next_snapshot().scene_number == 1
    assert len(show.lines) == 1
    show.scene(DRUM[1], at_ms=T0_MS + WINDOW_MS)
    show.go(2_500)
    assert show.show.next_snapshot().scene_number == 2


def test_of_several_scenes_of_one_window_the_last_lands_and_it_is_said() -> None:
    """As an application writes that counts each partition for itself."""
    show = Show()
    show.go(WINDOW_MS + 300)
    show.chart({"drum": 2}, at_ms=T0_MS)
    show.scene(DRUM[1], at_ms=T0_MS)
    assert show.show.next_snapshot().problems == ()
    show.scene(PAD[1], at_ms=T0_MS + 5)
    said = [str(problem) for problem in show.show.next_snapshot().problems]
    assert len(said) == 1
    assert "Several scenes came for one window: the last one lands." in said[0]
    show.go(2_500)
    assert show.playing() == [PAD[1]]
    assert [line["scene"] for line in show.lines] == [[PAD[1]]]


def test_votes_are_those_of_each_window_s_last_chart_and_never_fall() -> None:
    show = Show()
    show.go(500)
    seen = []
    for at_ms, votes in (
        (0, {"drum": 3}), (1, {"drum": 5}), (WINDOW_MS, {"pad": 4}), (2, {"drum": 6}),
        (3, {"pad": 1}), (WINDOW_MS + 1, {"pad": 6}), (4, {"drum": 7}),
    ):  # fmt: skip
        show.chart(votes, at_ms=T0_MS + at_ms)
        seen.append(show.show.next_snapshot().counts.votes)
    assert seen == [3, 5, 9, 10, 10, 10, 13]


@pytest.mark.parametrize("clips", [(), ("zither/z1.ogg",), ("drum",), ("",)])
def test_a_scene_without_a_clip_of_ours_changes_nothing(clips: tuple[str, ...]) -> None:
    show = Show()
    show.go(500)
    before = show.playing()
    show.scene(*clips)
    show.go(3_000)
    assert show.playing() == before
    assert show.lines[0]["scene"] == before  # the scene stays


def test_the_hand_is_stronger_and_hold_and_cancel_work() -> None:
    show = Show()
    show.show.apply_command(SetMode("drum", Mode.OFF))
    show.go(2_500)
    show.scene(DRUM[1], PAD[1])
    show.go(2_500)
    assert show.playing() == [PAD[1]]
    show.show.apply_command(SetHold(True))
    show.scene(PAD[0])
    show.go(2_500)
    assert show.playing() == [PAD[1]]
    show.show.apply_command(SetHold(False))
    show.go(2_500)
    assert show.playing() == [PAD[0]]
    show.show.apply_command(CancelScene())
    show.scene(PAD[1])
    show.go(2_500)
    assert show.playing() == [PAD[0]]
    assert [line["command"] for line in show.log.of("override")] == [
        "SetMode", "SetHold", "SetHold", "CancelScene",
    ]  # fmt: skip


def test_blocks_and_limits_belong_to_whoever_counts() -> None:
    show = Show(
        rules=CountingRules(window_ms=WINDOW_MS, blocked=frozenset({"x"}), max_votes_per_user=2)
    )
    for command in (BlockUser("monty"), SetVoteCap(1)):
        show.show.apply_command(command)
        snapshot = show.show.next_snapshot()
        assert any("show that counts" in str(problem) for problem in snapshot.problems)
        assert snapshot.blocked == ()
        assert snapshot.max_votes_per_user == 0
    assert show.log.of("override") == []
    show.go(25_000)
    assert show.show.next_snapshot().problems == ()


def test_leaderboard_messages_and_what_cannot_be_known() -> None:
    show = Show()
    show.go(500)
    users = [user("b", 3), user("a", 3), user("c", 3, T0_MS - 1), user("d", 9, image="https://x/d")]
    show.show.fold_batch(ResultDelivery(users=users))
    delivery = ResultDelivery()
    for name, text in (("d", "Drum please #mwk"), ("q", "hello")):
        value = json.dumps(message_value(name, text)).encode()
        delivery.add_record("user-message", "here", T0_MS + 100, name.encode(), value)
    show.show.fold_batch(delivery)
    snapshot = show.show.next_snapshot()
    assert [(row.name, row.tweets) for row in snapshot.leaders] == [
        ("d", 9), ("c", 3), ("a", 3), ("b", 3),
    ]  # fmt: skip
    assert snapshot.counts.tweets == 18
    assert snapshot.counts.users == 4
    assert snapshot.counts.unknown == UNKNOWN
    assert [(i.screen_name, i.instrument, i.image_url) for i in snapshot.feed] == [
        ("d", "drum", "https://x/d"), ("q", None, ""),
    ]  # fmt: skip
    show.show.apply_command(ShowWinner(True))
    winner = show.show.next_snapshot().winner
    assert winner is not None
    assert winner.rows[0].name == "d"
    line = health_line(show.show.next_snapshot(), 1.0)
    assert line["lag"] is None
    assert line["unreadable"] == line["unknown_clips"] == 0
    # Counts may fall (another show), lines may go, and the whole board may be sent again.
    show.show.fold_batch(ResultDelivery(users=[user("d", 1), ("c", None, T0_MS)]))
    assert [row.name for row in show.show.next_snapshot().leaders] == ["a", "b", "d"]
    assert show.show.next_snapshot().counts.tweets == 7
    show.show.fold_batch(ResultDelivery(users_restarted=True))
    assert show.show.next_snapshot().leaders == ()
    assert show.show.next_snapshot().counts.tweets == 0


def test_tweets_are_no_business_of_it() -> None:
    show = Show()
    show.show.fold_batch(Batch())
    show.show.fold_batch(Delivery(Batch(), {0: 5}))
    assert show.show.next_snapshot().counts.records == 0


def test_more_windows_than_are_kept() -> None:
    counting = Show().show.counting
    for number in range(MOST_CHARTS + 50):
        counting.set_chart(T0_MS + number * WINDOW_MS, {"drum": 1})
    assert counting.counts.votes == MOST_CHARTS + 50
    counting.set_chart(T0_MS, {"drum": 7})  # too old to be corrected
    assert counting.counts.votes == MOST_CHARTS + 50

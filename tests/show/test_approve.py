"""Moderation before the wall: what waits, what passes, what the audience's snapshot holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.show.audience_snapshot import UNSHOWN_NAME, audience_snapshot
from mwk_desktop.show.commands import BlockUser, HideMessage, ShowWinner, Undo
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.log.show_log import command_of, override_line
from mwk_desktop.show.message_commands import (
    DecideMessages,
    SetApprovalsToPass,
    SetModeration,
    SetWordList,
    UndoDecision,
)
from mwk_desktop.show.message_controls import apply_message
from mwk_desktop.show.message_keys import message_key
from mwk_desktop.show.moderation import KEPT_ITEMS, LAPSE_MS, WAITING_MOST, Moderation
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.word_list import WordList
from tests.show.shows import MUSIC, RATE_HZ, WINDOW_MS, Live, Replayed, batch_of
from tests.support import T0_MS, examples

WORDS = WordList(["crap", "promo*"])


def moderated(approve: bool = True, passes: int = 0) -> Counting:
    rules = CountingRules(
        window_ms=WINDOW_MS, approve=approve, words=WORDS, approvals_to_pass=passes
    )
    return Counting(rules, MUSIC.clips, 5, remember=1024)


def live_show(folder: Path, approve: bool = True, passes: int = 0) -> Live:
    return Live(folder / "show.jsonl", counting=moderated(approve, passes))


def waiting(live: Live) -> list[str]:
    return [item.text for item in live.show.next_snapshot().moderation.queue]


def wall(live: Live) -> list[str]:
    return [item.text for item in audience_snapshot(live.show.next_snapshot()).feed]


def serial_of(live: Live, text: str) -> int:
    queue = live.show.next_snapshot().moderation.queue
    return next(item.serial for item in queue if item.text == text)


def approve(live: Live, *texts: str, yes: bool = True) -> None:
    serials = tuple(serial_of(live, text) for text in texts)
    live.show.apply_command(DecideMessages(yes, serials))


def test_nothing_reaches_the_stage_before_it_is_approved_but_votes_count(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), ("bert", "pad"), ("ana", "x"), first=0))
    assert wall(live) == []
    snapshot = live.show.next_snapshot()
    assert snapshot.counts.votes == 2
    assert snapshot.moderation.waiting == 3
    # The board counts everybody; the room reads only the names that were let through.
    assert [leader.name for leader in snapshot.leaders] == ["ana", "bert"]
    shown = audience_snapshot(snapshot)
    assert [(row.name, row.tweets) for row in shown.leaders] == [
        (UNSHOWN_NAME, 2),
        (UNSHOWN_NAME, 1),
    ]
    assert {row.image_url for row in shown.leaders} == {""}
    approve(live, "pad")
    assert wall(live) == ["pad"]
    assert waiting(live) == ["drum", "x"]
    names = [row.name for row in audience_snapshot(live.show.next_snapshot()).leaders]
    assert names == [UNSHOWN_NAME, "bert"]


def test_the_winner_shows_only_names_that_were_let_through(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), ("bert", "pad"), ("ana", "x"), first=0))
    approve(live, "pad")
    live.show.apply_command(ShowWinner(True))
    winner = audience_snapshot(live.show.next_snapshot()).winner
    assert winner is not None
    assert [row.name for row in winner.rows] == [UNSHOWN_NAME, "bert"]
    assert winner.names == ("bert",)


def test_undo_puts_a_message_back_and_a_bulk_is_one_step(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), ("bert", "pad"), ("cleo", "x"), first=0))
    approve(live, "drum", "pad")
    approve(live, "x", yes=False)
    assert (wall(live), waiting(live)) == (["drum", "pad"], [])
    live.show.apply_command(Undo())
    assert waiting(live) == ["x"]
    live.show.apply_command(Undo())
    assert (wall(live), sorted(waiting(live))) == ([], ["drum", "pad", "x"])
    assert not live.show.next_snapshot().can_undo


def test_the_undo_of_a_decision_passes_over_what_came_since(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), first=0))
    approve(live, "drum")
    live.show.apply_command(BlockUser("troll"))
    live.show.apply_command(UndoDecision())
    assert wall(live) == []
    assert live.show.next_snapshot().blocked == ("troll",)
    live.show.apply_command(UndoDecision())
    assert live.show.next_snapshot().can_undo


def test_a_listed_word_waits_in_both_modes_whatever_its_spelling(tmp_path: Path) -> None:
    live = live_show(tmp_path, approve=False)
    texts = [("a", "drum"), ("b", "this C\u0155A\u200bP pad"), ("promoter", "pad"), ("c", "scrap")]
    live.show.fold_batch(batch_of(T0_MS, *texts, first=0))
    assert wall(live) == ["drum", "scrap"]
    queue = live.show.next_snapshot().moderation.queue
    assert [item.mark for item in queue] == ["crap", "promoter"]
    assert live.show.next_snapshot().counts.votes == 3
    shown = audience_snapshot(live.show.next_snapshot())
    assert "promoter" not in [row.name for row in shown.leaders]
    approve(live, "pad")
    assert "pad" in wall(live)
    assert "promoter" in [r.name for r in audience_snapshot(live.show.next_snapshot()).leaders]


def test_open_shows_all_but_what_was_refused(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("a", "drum"), ("b", "rude"), ("c", "crap"), first=0))
    approve(live, "rude", yes=False)
    live.show.apply_command(SetModeration(False))
    assert wall(live) == ["drum"]
    assert waiting(live) == ["crap"]
    live.show.apply_command(SetModeration(True))
    assert wall(live) == []
    live.show.apply_command(Undo())
    assert not live.show.next_snapshot().moderation.approve


def test_who_was_approved_often_passes_but_never_with_a_listed_word(tmp_path: Path) -> None:
    live = live_show(tmp_path, passes=2)
    for n in range(4):
        live.show.fold_batch(batch_of(T0_MS + n, ("ana", f"m{n}"), first=n))
        if n < 2:
            approve(live, f"m{n}")
    assert wall(live) == ["m0", "m1", "m2", "m3"]
    live.show.fold_batch(batch_of(T0_MS + 9, ("ana", "crap"), first=9))
    assert waiting(live) == ["crap"]


def test_what_nobody_decides_lapses_and_memory_is_bounded(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    for second in range(40):
        crowd = [(f"u{n}", f"{second}.{n}") for n in range(20)]
        live.show.fold_batch(batch_of(T0_MS + second * 1000, *crowd, first=second * 100))
    live.clock.advance(40_000)
    state = live.show.next_snapshot().moderation
    assert state.waiting == WAITING_MOST
    assert state.lapsed == 300
    live.clock.advance(LAPSE_MS)
    state = live.show.next_snapshot().moderation
    assert (state.waiting, state.queue, state.lapsed) == (0, (), 800)


def test_a_page_that_holds_still_can_still_be_decided_under_a_flood(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "first"), first=0))
    serial = serial_of(live, "first")
    for second in range(20):
        for part in range(10):
            crowd = [(f"u{n}", "flood") for n in range(100)]
            first = 1 + second * 1000 + part * 100
            live.show.fold_batch(batch_of(T0_MS + second * 1000, *crowd, first=first))
    live.show.apply_command(DecideMessages(True, (serial,)))
    assert wall(live) == ["first"]


@pytest.mark.parametrize("seed", range(4))
def test_decisions_are_recorded_and_replay(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    live = live_show(tmp_path, passes=2)
    live.show.apply_command(SetModeration(False))
    live.show.apply_command(SetModeration(True))
    for n in range(12):
        live.show.fold_batch(batch_of(T0_MS + n, (rng.choice("abc"), f"m{n}"), first=n))
        live.show.tick()
        queue = live.show.next_snapshot().moderation.queue
        if queue and rng.random() < 0.7:
            live.show.apply_command(DecideMessages(rng.random() < 0.7, (queue[-1].serial,)))
        elif rng.random() < 0.5:
            live.show.apply_command(rng.choice([Undo(), UndoDecision()]))
    expected = wall(live)
    live.run(8_000, [])
    replayed = Replayed(tmp_path / "show.jsonl")
    planned = PlannedLaunches(RATE_HZ)
    show = replayed.show(planned)
    show.start()
    while planned.frame < 2 * RATE_HZ:
        planned.advance_to(planned.frame + 960)
        show.tick()
    assert sorted(item.text for item in show.next_snapshot().feed) == sorted(expected)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(st.sampled_from("am-+uhx"), st.integers(0, 5)), max_size=40))
def test_the_wall_holds_only_what_was_approved(steps: list[tuple[str, int]]) -> None:
    """A model beside it: the set of texts that are approved now."""
    counting = moderated()
    moderation = Moderation(counting)
    approved: set[str] = set()
    keys: dict[str, tuple[str, str]] = {}
    for n, (what, number) in enumerate(steps):
        if what in "am":
            text = f"{'crap ' if what == 'm' else ''}{n}"
            keys[text] = (f"user{number}", str(n))
            moderation.add(batch_of(T0_MS, (f"user{number}", text), first=n), [(0, None)])
        elif keys:
            text = sorted(keys)[number % len(keys)]
            decision = {"+": True, "-": False, "u": None, "h": None, "x": False}[what]
            moderation.decide([keys[text]], decision)
            approved = approved | {text} if decision else approved - {text}
        assert {item.text for item in moderation.feed} == approved
        state = moderation.state(T0_MS, [f"user{n}" for n in range(6)])
        assert not {item.text for item in state.queue} & approved
        assert state.names is not None
        assert set(state.names) == {keys[text][0] for text in approved}


def test_a_decision_in_an_edited_log_is_checked() -> None:
    command = DecideMessages(True, (3,), ("ana\n7",))
    line = override_line(command, 0, 0)
    assert command_of({**line, "values": {**line["values"], "serials": [3]}}) == command
    for values in ({"serials": ["x"]}, {"keys": [3]}, {"keys": "ana"}, {"approve": 1}):
        assert command_of({**line, "values": {**line["values"], **values}}) is None


def test_a_hidden_message_does_not_come_back_by_its_approval(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), first=0))
    approve(live, "drum")
    live.show.apply_command(HideMessage(live.show.next_snapshot().feed[0].serial))
    assert wall(live) == []


@pytest.mark.parametrize("how", ["hidden", "refused", "deleted"])
def test_what_was_withheld_is_known_long_after_it_left_the_feed(tmp_path: Path, how: str) -> None:
    """SQL on the stage reads the whole night, not only the newest messages."""
    live = live_show(tmp_path, approve=how == "refused")
    live.show.fold_batch(batch_of(T0_MS, ("bert", "a rude pad"), first=0))
    state = live.show.next_snapshot()
    if how == "refused":
        approve(live, "a rude pad", yes=False)
    elif how == "hidden":
        live.show.apply_command(HideMessage(state.feed[-1].serial))
    else:
        moderation = live.show.core.moderation
        message = moderation.named(HideMessage(state.feed[-1].serial))
        assert message is not None
        moderation.remove_deleted([int(message.tweet_id)])
    for number in range(1, 1 + KEPT_ITEMS // 10):
        crowd = [("ana", f"message {number} {n}") for n in range(20)]
        live.show.fold_batch(batch_of(T0_MS + number, *crowd, first=20 * number))
    withheld = live.show.next_snapshot().moderation.withheld
    assert withheld == {"a rude pad"}
    if how != "deleted":
        live.show.apply_command(UndoDecision())
        assert live.show.next_snapshot().moderation.withheld == frozenset()


def test_a_changed_word_list_is_used_at_once_on_texts_and_names(tmp_path: Path) -> None:
    live = live_show(tmp_path, approve=False)
    crowd = [("ana", "drum"), ("snake", "pad"), ("cleo", "a SNAKE"), ("dora", "crap")]
    live.show.fold_batch(batch_of(T0_MS, *crowd, first=0))
    assert wall(live) == ["drum", "pad", "a SNAKE"]
    live.show.apply_command(SetWordList(("snake",)))
    assert wall(live) == ["drum", "crap"]
    assert sorted(waiting(live)) == ["a SNAKE", "pad"]
    state = live.show.next_snapshot().moderation
    assert (state.words, state.word_list.words) == (1, ("snake",))
    live.show.fold_batch(batch_of(T0_MS + 1, ("emil", "snakes"), ("fritz", "snake"), first=9))
    assert wall(live) == ["drum", "crap", "snakes"]
    live.show.apply_command(Undo())
    assert wall(live) == ["drum", "pad", "a SNAKE", "snakes", "snake"]
    assert waiting(live) == ["crap"]


def test_what_a_new_word_keeps_off_the_stage_waits_in_its_order(tmp_path: Path) -> None:
    live = live_show(tmp_path, approve=False)
    texts = [f"snake {n}" for n in range(9)]
    live.show.fold_batch(batch_of(T0_MS, *(("ana", text) for text in texts), first=0))
    live.show.apply_command(SetWordList(("snake",)))
    assert waiting(live) == texts


def test_what_is_deleted_or_hidden_does_not_wait_when_its_word_is_listed() -> None:
    moderation = Moderation(moderated(approve=False))
    batch = batch_of(T0_MS, *(("ana", f"snake {n}") for n in range(3)), first=0)
    moderation.add(batch, [(n, None) for n in range(3)])
    message = moderation.named(HideMessage(moderation.feed[0].serial))
    assert message is not None
    moderation.hide(message_key(message))
    deleted = batch.tweets[1]
    assert deleted is not None
    assert deleted.id is not None
    moderation.remove_deleted([deleted.id])
    moderation.set_words(WordList(["snake"]))
    assert [item.text for item in moderation.state(T0_MS, ()).queue] == ["snake 2"]


def test_what_waits_again_is_compared_with_the_list_of_now(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "a snake"), first=0))
    approve(live, "a snake", yes=False)
    for number in range(1, 1 + KEPT_ITEMS // 10):
        crowd = [("bert", f"message {number} {n}") for n in range(20)]
        live.show.fold_batch(batch_of(T0_MS + number, *crowd, first=20 * number))
    live.show.apply_command(SetWordList(("snake",)))
    live.show.apply_command(UndoDecision())
    queue = live.show.next_snapshot().moderation.queue
    assert [item.mark for item in queue if item.text == "a snake"] == ["snake"]


def test_what_was_approved_stays_when_its_word_is_listed_later(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "a snake"), ("bert", "one snake"), first=0))
    approve(live, "a snake")
    live.show.apply_command(SetWordList(("snake",)))
    assert wall(live) == ["a snake"]
    assert [item.mark for item in live.show.next_snapshot().moderation.queue] == ["snake"]


def test_who_passes_by_themselves_is_switched_and_undone(tmp_path: Path) -> None:
    live = live_show(tmp_path)
    for n in range(3):
        live.show.fold_batch(batch_of(T0_MS + n, ("ana", f"m{n}"), first=n))
        approve(live, f"m{n}")
    live.show.fold_batch(batch_of(T0_MS + 5, ("ana", "m5"), first=5))
    assert waiting(live) == ["m5"]
    live.show.apply_command(SetApprovalsToPass(3))
    live.show.fold_batch(batch_of(T0_MS + 6, ("ana", "m6"), ("ana", "crap"), first=6))
    assert wall(live)[-1] == "m6"
    assert live.show.next_snapshot().moderation.approvals_to_pass == 3
    live.show.apply_command(Undo())
    live.show.fold_batch(batch_of(T0_MS + 8, ("ana", "m8"), first=8))
    assert sorted(waiting(live)) == ["crap", "m5", "m8"]


def test_a_word_list_is_recorded_and_checked_in_a_log() -> None:
    command = SetWordList(("snake", "promo*"))
    line = override_line(command, 0, 0)
    assert command_of(line) == command
    assert command_of({**line, "values": {"words": [3]}}) is None
    counting = moderated()
    moderation = Moderation(counting)
    assert not apply_message(SetWordList(("x",) * 20_001), moderation)
    assert not apply_message(SetWordList(counting.rules.words.words), moderation)
    assert not apply_message(SetApprovalsToPass(-1), moderation)

"""The list of what was done last, and by whom."""

from __future__ import annotations

from mwk_desktop.show.recent_hands import MERGED_MS, MOST, Hand, RecentHands


def test_a_drag_is_one_row_and_the_list_is_short() -> None:
    now = [1_000]
    hands = RecentHands(lambda: now[0])
    for _ in range(50):
        hands.note("strip.1.fader", "iPad")
        now[0] += 100
    assert hands.newest == (Hand(5_900, "strip.1.fader", "iPad"),)
    hands.note("strip.1.fader", "")
    now[0] += MERGED_MS
    hands.note("strip.1.fader", "")
    assert [hand.by for hand in hands.newest] == ["", "", "iPad"]
    for number in range(100):
        hands.note(f"strip.{number % 8 + 1}.mute", "iPad")
    assert len(hands.newest) == MOST
    assert hands.newest[0].action == "strip.4.mute"

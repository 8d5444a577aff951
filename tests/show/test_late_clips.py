"""When the console says that a clip came too late."""

from __future__ import annotations

from mwk_desktop.show.late_clips import SHOWN_MS, LateClips

OPENING = 1_000


def test_what_begins_a_show_is_no_fault() -> None:
    late = LateClips(OPENING)
    assert not late.problems(0, 500, 0)
    assert not late.problems(5, 700, 10)
    assert not late.problems(5, 500 + OPENING, 20)


def test_what_an_earlier_show_postponed_is_none_of_this_one() -> None:
    late = LateClips(OPENING)
    assert not late.problems(7, 0, 0)
    assert not late.problems(7, OPENING, 10)


def test_a_clip_that_comes_late_is_said_for_a_while() -> None:
    late = LateClips(OPENING)
    assert not late.problems(0, 0, 0)
    assert late.problems(1, OPENING, 100)
    assert late.problems(1, OPENING + 5, 100 + SHOWN_MS - 1)
    assert not late.problems(1, OPENING + 9, 100 + SHOWN_MS)
    assert late.problems(2, OPENING + 9, 200 + SHOWN_MS)
    # An engine that was replaced counts from zero.
    assert not late.problems(0, OPENING + 10, 201 + SHOWN_MS)

"""One open window: counts, ballots, and votes that are taken out and put back."""

from __future__ import annotations

import numpy as np
import pytest

from mwk_desktop.topology.chart import OpenWindow, ranked, top
from mwk_desktop.units import INSTRUMENTS

LAST_USER = (1 << 29) - 1


def test_rank_is_by_votes_then_name():
    votes = {"pad": 2, "drum": 2, "vocal": 3, "synth": 0, "melody": 1}
    assert list(ranked(votes).items()) == [("vocal", 3), ("drum", 2), ("pad", 2), ("melody", 1)]
    assert top(votes, 2) == ("vocal", "drum")
    assert top(votes, 9) == ("vocal", "drum", "pad", "melody")
    assert top({}, 5) == ()


def test_half_a_billion_users_have_room():
    window = OpenWindow(0)
    window.count_vote(LAST_USER, 7)
    window.count_votes(np.array([0, LAST_USER]), np.array([0, 7]))
    assert window.votes() == {INSTRUMENTS[7]: 2, INSTRUMENTS[0]: 1}
    assert window.votes_of(LAST_USER) == [0] * 7 + [2]
    assert window.votes_of(LAST_USER - 1) == [0] * 8
    assert window.remove_votes_of(LAST_USER) == 2
    assert window.votes() == {INSTRUMENTS[0]: 1}
    assert window.restore_votes_of(LAST_USER) == 2
    assert window.recount({0}) == 2
    assert window.votes() == {INSTRUMENTS[7]: 2}


def test_a_limit_counts_what_was_there_before_it():
    window = OpenWindow(0)
    window.count_votes(np.array([3, 3, 1]), np.array([0, 1, 2]))
    assert not window.may_vote(3, 2)
    assert window.may_vote(1, 2)
    assert not window.may_vote(1, 2)
    # A user who came later than the list of limits has room as well.
    assert [window.may_vote(900, 2) for _ in range(3)] == [True, True, False]
    assert [window.may_vote(899, 1) for _ in range(2)] == [True, False]


def test_stored_runs_continue_each_other():
    window = OpenWindow(30_000)
    data = np.array([5 << 3 | 2, 6 << 3 | 2], np.uint32).tobytes()
    window.append_stored(0, data)
    window.append_stored(2, data[:4])
    with pytest.raises(
        ValueError, match=r"the saved votes of window 30000 are damaged: there is a gap"
    ):
        window.append_stored(4, data)
    with pytest.raises(ValueError, match=r"the saved votes of window 30000 are damaged: "):
        window.append_stored(3, data[:-1])
    assert window.recount(set()) == 3
    assert window.votes_of(5) == [0, 0, 2, 0, 0, 0, 0, 0]

"""What a show tells the audience's page: what the room chose, for some seconds, and who leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mwk_desktop.app.workers.page_worker import RESULT_MS, facts_of
from mwk_desktop.show.snapshot import Leader
from mwk_desktop.show.stage_state import LockedWindow, LockOutcome
from tests.controls.stands import still_snapshot

LOCKED = LockedWindow(
    start_ms=0,
    end_ms=30_000,
    lock_frame=0,
    landing_frame=22_500,
    outcome=LockOutcome.LANDS,
    closed=True,
    chart=(("pad", 3), ("drum", 1)),
    top=("pad", "drum"),
    scene_number=2,
    before=(),
    after=("drum", "pad"),
    in_a_row=(1, 1),
)


@pytest.mark.parametrize(
    ("after_ms", "closed", "result"),
    [
        (250, True, ("pad", "drum")),
        (RESULT_MS - 1, True, ("pad", "drum")),
        (RESULT_MS, True, ()),
        (100, False, ()),  # votes of the last moment still come
    ],
)
def test_the_result_stands_for_some_seconds(
    after_ms: int, closed: bool, result: tuple[str, ...]
) -> None:
    snapshot = replace(
        still_snapshot(), t_ms=LOCKED.end_ms + after_ms, locked=replace(LOCKED, closed=closed)
    )
    assert facts_of(snapshot).result == result


def test_the_first_of_the_leaderboard() -> None:
    leaders = (Leader("ana", 9, ""), Leader("bert", 8, ""))
    facts = facts_of(replace(still_snapshot(), leaders=leaders))
    assert (facts.leaders, facts.result) == (("ana", "bert"), ())

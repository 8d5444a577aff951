"""How much room is left for a recording."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mwk_desktop.records.space import free_bytes, hours_left


def test_what_does_not_exist_yet_has_the_room_of_the_folder_above(tmp_path: Path) -> None:
    room = free_bytes(tmp_path)
    assert room > 0
    later = free_bytes(tmp_path / "recordings" / "a-show.jsonl")
    assert later == pytest.approx(room, rel=0.5)  # others write meanwhile


def test_a_user_may_write_what_is_free_for_a_user(tmp_path: Path) -> None:
    found = os.statvfs(tmp_path)
    assert free_bytes(tmp_path) <= found.f_bfree * found.f_frsize + (1 << 30)


@pytest.mark.parametrize(
    ("free", "written", "elapsed_ms", "hours"),
    [
        (3_600_000, 1_000, 1_000, 1.0),
        (7_200_000, 1_000, 1_000, 2.0),
        (0, 1_000, 1_000, 0.0),
        (1_000, 0, 1_000, None),
        (1_000, 10, 0, None),
    ],
)
def test_hours_left(free: int, written: int, elapsed_ms: int, hours: float | None) -> None:
    assert hours_left(free, written, elapsed_ms) == hours

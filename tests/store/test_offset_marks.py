"""Which record was the last one is kept with the offsets, in one transaction, also in old files."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import SCHEMA_VERSION, ShowFile


def test_marks_move_with_their_offsets_and_stay_without(tmp_path: Path) -> None:
    show = ShowFile.create(tmp_path, {}, 0)
    show.apply(Changes(next_offsets={0: 10, 1: 5}, marks={0: (9, 3, 2**32 - 1)}))
    assert show.load().marks == {0: (9, 3, 2**32 - 1)}
    show.apply(Changes(next_offsets={0: 12}))  # a transaction's marker is no record
    assert (show.load().next_offsets, show.load().marks) == (
        {0: 12, 1: 5},
        {0: (9, 3, 2**32 - 1)},
    )
    show.apply(Changes(next_offsets={0: 0}, marks={0: (-1, -1, 0)}))  # it goes on elsewhere
    assert show.load().marks == {}
    show.close()


def test_changes_that_wait_keep_the_later_mark() -> None:
    changes = Changes(next_offsets={0: 1}, marks={0: (0, 1, 1), 1: (4, 1, 1)})
    changes.merge(Changes(next_offsets={0: 2}, marks={0: (1, 1, 2)}))
    assert changes.marks == {0: (1, 1, 2), 1: (4, 1, 1)}


def test_a_file_of_the_version_before_goes_on(tmp_path: Path) -> None:
    show = ShowFile.create(tmp_path, {}, 0)
    path = show.path
    show.apply(Changes(next_offsets={0: 10}))
    show.close()
    with sqlite3.connect(path) as old:
        for column in ("last", "epoch", "digest"):
            old.execute(f"ALTER TABLE offsets DROP COLUMN {column}")
        old.execute("PRAGMA user_version = 2")
    old.close()
    again = ShowFile.open(path)
    assert again.load().next_offsets == {0: 10}
    assert again.load().marks == {}
    again.apply(Changes(next_offsets={0: 11}, marks={0: (10, 4, 7)}))
    again.close()
    with sqlite3.connect(path) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    now.close()
    reopened = ShowFile.open(path)
    assert reopened.load().marks == {0: (10, 4, 7)}
    reopened.close()

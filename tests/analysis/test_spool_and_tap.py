"""The spool holds what was taken; the tap costs the show next to nothing, and loses nothing
silently."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.analysis import stream_tap as tap_module
from mwk_desktop.analysis.counted_rows import (
    CountedRows,
    CountingRestarted,
    UserBlocked,
    counted_rows_of,
    pack,
    unpack,
)
from mwk_desktop.analysis.spool import SpoolWriter, read_spool
from mwk_desktop.analysis.stream_tap import StreamTap, new_folder
from mwk_desktop.messages import NOTHING
from tests.analysis.queries import wait_idle
from tests.support import T0_MS, live_batch


def some_rows(first: int = 0) -> CountedRows:
    batch = live_batch(["drum", "hello", "pad"], T0_MS, first=first)
    return counted_rows_of(batch, [(0, "drum"), (1, None), (2, "pad")], T0_MS, [2])


def take_five(tap: StreamTap) -> None:
    """Hand five counted tweets over and wait until they are written, or found missing."""
    batch = live_batch(["drum"] * 5, T0_MS)
    tap.on_counted(batch, [(n, "drum") for n in range(5)], T0_MS, [])
    wait_idle(tap)


def test_packed_rows_are_the_rows() -> None:
    events = [
        CountingRestarted(30_000),
        some_rows(),
        UserBlocked("anna", True, -(1 << 63)),
        some_rows(5),
    ]
    assert unpack(pack(events)) == events
    with pytest.raises(ValueError, match="array"):
        unpack(b"nonsense")


def test_a_part_of_a_batch_travels_alone() -> None:
    batch = live_batch(["drum"] * 10, T0_MS)
    rows = counted_rows_of(batch, [(4, "drum"), (6, None)], T0_MS, [6])
    assert len(rows.tweets) == 3
    assert rows.counted == [(0, "drum"), (2, None)]
    assert rows.refused == [2]
    assert rows.places == [(0, 4), (0, 5), (0, 6)]


def test_a_spool_is_read_while_it_grows(tmp_path: Path) -> None:
    writer = SpoolWriter(tmp_path / "rows")
    sizes = []
    for n in range(3):
        writer.write([some_rows(10 * n)])
        sizes.append(writer.size_bytes)
    read = list(read_spool(writer.path, 0, sizes[1]))
    assert [events for events, _ in read] == [[some_rows(0)], [some_rows(10)]]
    assert [position for _, position in read] == sizes[:2]
    assert [events for events, _ in read_spool(writer.path, sizes[1], sizes[2])] == [
        [some_rows(20)]
    ]
    writer.close()


def test_a_full_disk_is_said_and_the_show_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_events: Any) -> None:
        raise OSError(28, "No space left on device")

    tap = StreamTap(tmp_path, pack_s=0.01)
    tap.start()
    take_five(tap)
    assert tap.state.tweets == 5
    monkeypatch.setattr(tap._writer, "write", full)
    take_five(tap)
    monkeypatch.undo()
    take_five(tap)
    state = tap.state
    assert (state.tweets, state.missing) == (10, 5)
    assert str(state.problem).startswith("SQL does not see 5 tweets")
    tap.close()


def test_idle_is_said_when_the_state_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tap = StreamTap(tmp_path, pack_s=0.01)
    beginning, go_on = threading.Event(), threading.Event()
    begin_file = tap._begin_file

    def slow(restart: Any) -> None:
        beginning.set()
        assert go_on.wait(60)
        begin_file(restart)

    monkeypatch.setattr(tap, "_begin_file", slow)
    tap.start()
    tap.restart()
    assert beginning.wait(60)
    assert not tap.idle
    go_on.set()
    wait_idle(tap)
    assert tap.state.generation == 1
    tap.close()


def test_a_file_that_cannot_be_deleted_loses_no_later_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows deletes no file that another process has open."""
    tap = StreamTap(tmp_path, pack_s=0.01)
    tap.start()
    take_five(tap)

    def busy(_path: Path, **_: Any) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "unlink", busy)
    tap.restart()
    take_five(tap)
    assert (tap.state.generation, tap.state.tweets, tap.state.missing) == (1, 5, 0)
    tap.close()


def test_a_folder_with_an_impossible_number_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / f"mwk-sql-{10**30}-x").mkdir()
    assert new_folder(tmp_path).is_dir()


def test_too_many_at_once_are_counted_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tap_module, "MOST_WAITING", 10)
    tap = StreamTap(tmp_path, pack_s=0.01)  # not started: nothing is packed
    batch = live_batch(["drum"] * 8, T0_MS)
    counted = [(n, "drum") for n in range(8)]
    for _ in range(4):
        tap.on_counted(batch, counted, T0_MS, [])
    assert tap.waiting == 16
    tap.start()
    wait_idle(tap)
    assert (tap.state.tweets, tap.state.missing) == (16, 16)
    assert "too many at once" in str(tap.state.problem)
    tap.begin(30_000)
    tap.on_counted(batch, counted, T0_MS, [])
    wait_idle(tap)
    assert (tap.state.tweets, tap.state.missing, tap.state.problem) == (8, 0, NOTHING)
    tap.close()


def test_the_show_thread_hands_over_references(tmp_path: Path) -> None:
    """What it costs the show thread is one entry a batch: nothing is copied, nor looked at."""

    class Untouched(list[Any]):
        def __iter__(self) -> Any:
            raise AssertionError("the show thread walked through the tweets")

    tap = StreamTap(tmp_path)
    batch = live_batch(["drum"] * 500, T0_MS)
    batch.tweets = Untouched(batch.tweets)
    counted = Untouched((n, "drum") for n in range(500))
    for number in range(400):
        tap.on_counted(batch, counted, T0_MS, [])
        assert len(tap._queue) == number + 1
    assert all(entry[0] is batch and entry[1] is counted for entry in tap._queue)


def test_what_a_crash_left_is_deleted(tmp_path: Path) -> None:
    left = tmp_path / "mwk-sql-999999999-x"
    left.mkdir()
    (left / "rows-0").write_bytes(b"x")
    mine = new_folder(tmp_path)
    assert not left.exists()
    assert str(os.getpid()) in mine.name
    assert new_folder(tmp_path) != mine
    assert mine.exists()

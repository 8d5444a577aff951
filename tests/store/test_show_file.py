"""A show's file: rows in, the same rows out, all or nothing, clear words when it is broken."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from array import array
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.store import show_file
from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import SUFFIX, ShowFile, StoreError
from mwk_desktop.store.show_folder import list_shows, newest_show
from tests.support import examples

BEGAN_MS = 1_523_450_010_000


def new_show(folder: Path, **info: Any) -> ShowFile:
    return ShowFile.create(folder, {"topic": "twitter_json", **info}, BEGAN_MS)


def numbers(*tweets: int) -> tuple[bytes, bytes]:
    """A page of users with so many tweets."""
    return array("I", tweets).tobytes(), array("q", tweets).tobytes()


def test_what_is_committed_comes_back(tmp_path: Path) -> None:
    show = new_show(tmp_path, seed=7)
    first = Changes(next_offsets={0: 10, 1: 5}, values={"totals": b"\x00\xff", "gone": b"x"})
    first.newcomers = [(0, ["monty", "py\0thon"], ["https://p/0", ""])]
    first.pages = {0: numbers(3, 1)}
    first.remembered = [(1, 4, b"ids", b"users", b"created", "[]")]
    first.ballots = [(0, 0, b"ab"), (30_000, 0, b"c")]
    first.open_windows_ms = (0, 30_000)
    show.apply(first)
    second = Changes(next_offsets={1: 6}, values={"totals": b"2", "gone": None})
    second.newcomers = [(2, ["guido"], [""])]
    second.pictures = {1: "https://p/1\0"}
    second.pages = {0: numbers(3, 2, 1)}
    second.remembered = [(5, 5, b"i", b"u", b"c", '[[5,"1","2"]]')]
    second.ballots = [(30_000, 1, b"d")]
    second.open_windows_ms = (30_000,)
    second.forget_serial = 4
    show.apply(second)
    show.close()

    again = ShowFile.open(show.path)
    stored = again.load()
    assert stored.next_offsets == {0: 10, 1: 6}
    assert stored.newcomers == [
        (0, ["monty", "py\0thon"], ["https://p/0", ""]),
        (2, ["guido"], [""]),
    ]
    assert stored.pictures == {1: "https://p/1\0"}
    assert stored.pages == {0: numbers(3, 2, 1)}
    assert stored.remembered == [(5, 5, b"i", b"u", b"c", '[[5,"1","2"]]')]
    assert stored.ballots == [(30_000, 0, b"c"), (30_000, 1, b"d")]
    assert stored.values == {"totals": b"2"}
    assert again.info() == {"topic": "twitter_json", "seed": 7, "began_ms": BEGAN_MS}
    assert again.summary() == (3, 6)
    again.close()
    assert [file.name for file in tmp_path.iterdir()] == [show.path.name]  # no log left behind
    assert show.path.stat().st_mode & 0o077 == 0


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
KEYS = st.integers(0, 2**40)


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(TEXT, max_size=9),
    pictures=st.dictionaries(KEYS, TEXT, max_size=40),
    pages=st.dictionaries(KEYS, st.tuples(st.binary(max_size=9), st.binary(max_size=9))),
)
def test_any_user_comes_back(
    tmp_path: Path, names: list[str], pictures: dict[int, str], pages: dict[int, Any]
) -> None:
    show = new_show(tmp_path)
    show.apply(Changes(newcomers=[(0, names, names)], pictures=pictures, pages=pages))
    stored = show.load()
    show.close()
    assert stored.newcomers == [(0, names, names)]
    assert stored.pictures == pictures
    assert stored.pages == pages


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 256, 257, 300, 1_000])
def test_any_number_of_rows_comes_back(tmp_path: Path, count: int) -> None:
    show = new_show(tmp_path)
    for moment in (b"1", b"2"):
        show.apply(Changes(pages={n * 7: (b"%d" % n, moment) for n in reversed(range(count))}))
    stored = show.load().pages
    show.close()
    assert stored == {n * 7: (b"%d" % n, b"2") for n in range(count)}


def test_merged_changes_are_those_of_the_later_moment(tmp_path: Path) -> None:
    def moments() -> tuple[Changes, Changes]:
        early = Changes(
            next_offsets={0: 1, 1: 1},
            newcomers=[(0, ["a", "b"], ["", "p"])],
            pictures={0: "q"},
            pages={0: numbers(1, 1), 1: numbers(2)},
            remembered=[(1, 1, b"", b"", b"", "[]")],
            ballots=[(0, 0, b"a")],
            open_windows_ms=(0,),
            values={"x": b"1", "y": b"1"},
        )
        late = Changes(
            next_offsets={1: 2},
            newcomers=[(2, ["c"], [""])],
            pictures={0: "r", 1: ""},
            pages={0: numbers(2, 1)},
            remembered=[(2, 2, b"", b"", b"", "[]")],
            ballots=[(9, 0, b"b")],
            forget_serial=1,
            open_windows_ms=(9,),
            values={"x": b"2", "y": None},
        )
        return early, late

    one, two = new_show(tmp_path / "1"), new_show(tmp_path / "2")
    for moment in moments():
        one.apply(moment)
    early, late = moments()
    early.merge(late)
    two.apply(early)
    assert one.load() == two.load()
    one.close()
    two.close()


def test_a_failed_commit_changes_nothing(tmp_path: Path) -> None:
    show = new_show(tmp_path)
    show.apply(Changes({0: 1}, pages={0: numbers(1)}))
    bad = Changes({0: 2}, pages={0: numbers(2)})
    bad.ballots = [(0, 0, None)]  # type: ignore[list-item]
    with pytest.raises(StoreError, match="NOT NULL"):
        show.apply(bad)
    assert show.load().next_offsets == {0: 1}
    assert show.load().pages == {0: numbers(1)}
    show.apply(Changes({0: 3}))
    assert show.load().next_offsets == {0: 3}
    show.close()


def test_one_process_at_a_time(tmp_path: Path) -> None:
    show = new_show(tmp_path)
    show.apply(Changes({0: 1}))
    with pytest.raises(
        StoreError, match=f"{show.path}: this show is open in another mwk"
    ) as caught:
        ShowFile.open(show.path)
    assert not caught.value.damaged
    [entry] = list_shows(tmp_path)
    assert str(entry.problem).endswith("this show is open in another mwk")
    show.close()


@pytest.mark.parametrize("where", [0, 40, 4096, 8192, 12000])
def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path, where: int) -> None:
    show = new_show(tmp_path)
    names = [f"user{n}" for n in range(400)]
    changes = Changes({0: 1}, newcomers=[(0, names, ["https://pictures/" + "x" * 50] * 400)])
    changes.pages = {0: numbers(*[1] * 256), 1: numbers(*[1] * 144)}
    show.apply(changes)
    show.close()
    content = bytearray(show.path.read_bytes())
    content[where : where + 3000] = b"\xa5" * len(content[where : where + 3000])
    show.path.write_bytes(content)

    def read() -> None:
        opened = ShowFile.open(show.path)
        try:
            opened.info()
            opened.load()
        finally:
            opened.close()

    with pytest.raises(StoreError, match=str(show.path)) as caught:
        read()
    assert caught.value.damaged
    # Somebody may still save the leaderboard from it: it stays as it is, and is listed.
    assert show.path.read_bytes() == content
    assert [entry.path for entry in list_shows(tmp_path)] == [show.path]


def test_no_show_and_newer_shows(tmp_path: Path) -> None:
    path = tmp_path / f"x{SUFFIX}"
    path.write_text("this is no database, whatever its name says, and long enough to be read")
    with pytest.raises(StoreError, match="damaged") as caught:
        ShowFile.open(path)
    assert caught.value.damaged
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError, match="is no show of mwk"):
        ShowFile.open(path)
    path.unlink()
    show = new_show(tmp_path)
    show.close()
    for version, words in ((99, "written by a newer mwk"), (1, "written by an older mwk")):
        other = sqlite3.connect(show.path)
        other.execute(f"PRAGMA user_version = {version}")
        other.close()
        with pytest.raises(StoreError, match=words) as caught:
            ShowFile.open(show.path)
        assert not caught.value.damaged


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=str(tmp_path / "file")):
        new_show(tmp_path / "file")


def test_a_show_that_cannot_be_created_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty file would be the newest show, a damaged one, at the next start."""
    monkeypatch.setattr(show_file, "_SCHEMA", "CREATE TABLE a (b); CREATE TABLE a (b)")
    with pytest.raises(StoreError, match="already exists"):
        ShowFile.create(tmp_path, {"topic": "t"}, 1_523_450_000_000)
    assert list(tmp_path.iterdir()) == []


def test_a_show_that_disappears_while_the_folder_is_read_is_not_listed(tmp_path: Path) -> None:
    ShowFile.create(tmp_path, {"topic": "t"}, 1_523_450_000_000).close()
    (tmp_path / f"gone{SUFFIX}").symlink_to(tmp_path / "nowhere")
    assert [show.info["topic"] for show in list_shows(tmp_path)] == ["t"]
    newest = newest_show(tmp_path, topic="t")
    assert newest is not None
    assert not newest.problem


def test_the_list_of_shows(tmp_path: Path) -> None:
    assert list_shows(tmp_path / "none") == []
    old, other, new = new_show(tmp_path), new_show(tmp_path, topic="t2"), new_show(tmp_path)
    for moment, show in enumerate((old, other, new)):
        show.apply(Changes(pages={0: numbers(moment + 1)}))
        show.close()
        os.utime(show.path, (1000 + moment, 1000 + moment))
    assert [entry.path for entry in list_shows(tmp_path)] == [new.path, other.path, old.path]
    assert [entry.tweets for entry in list_shows(tmp_path)] == [3, 2, 1]
    assert [entry.began_ms for entry in list_shows(tmp_path)] == [BEGAN_MS] * 3
    newest = newest_show(tmp_path, topic="t2")
    assert newest is not None
    assert newest.name == other.path.name.removesuffix(SUFFIX)
    assert newest_show(tmp_path, topic="t3") is None
    # Where the newest is broken it is not passed over in silence.
    new.path.write_bytes(b"broken" * 1000)
    newest = newest_show(tmp_path, topic="t2")
    assert newest is not None
    assert newest.damaged


def test_looking_at_a_killed_show_does_not_make_it_the_newest(tmp_path: Path) -> None:
    show = new_show(tmp_path / "a")
    show.apply(Changes({0: 1}))
    killed = tmp_path / "b" / show.path.name
    killed.parent.mkdir()
    for (
        file
    ) in show.path.parent.iterdir():  # as kill -9 leaves them: what was written is in the log
        shutil.copy(file, killed.parent / file.name)
        os.utime(killed.parent / file.name, (2000, 2000))
    show.close()
    assert killed.with_name(killed.name + "-wal").stat().st_size > 0
    newer = new_show(killed.parent, topic="newer")
    newer.close()
    os.utime(newer.path, (3000, 3000))
    for _ in range(2):
        assert [entry.path for entry in list_shows(killed.parent)] == [newer.path, killed]
    assert [entry.changed_ms for entry in list_shows(killed.parent)] == [3_000_000, 2_000_000]
    again = ShowFile.open(killed)
    assert again.load().next_offsets == {0: 1}
    again.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import ShowFile
show = ShowFile.open(Path(sys.argv[1]))
at = show.load().next_offsets.get(0, 0)
while True:
    at += 1
    changes = Changes({0: at}, values={"count": str(at).encode()})
    changes.newcomers = [(at, [f"user{at}"], [""])]
    changes.pages = {n: (b"%d" % at, b"") for n in range(at % 50, at % 50 + 200)}
    changes.pages[1000] = (b"%d" % at, b"all")
    show.apply(changes)
    print(at, flush=True)
"""


def test_kill_9_leaves_whole_commits(tmp_path: Path) -> None:
    show = new_show(tmp_path)
    show.close()
    for stop_after in (3, 20, 57):
        command = [sys.executable, "-c", KILLED, str(show.path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            told = [int(writer.stdout.readline()) for _ in range(stop_after)][-1]
            writer.kill()
        again = ShowFile.open(show.path)
        stored = again.load()
        again.close()
        at = stored.next_offsets[0]
        assert at >= told
        assert stored.values["count"] == str(at).encode()
        assert stored.pages[1000] == (b"%d" % at, b"all")
        assert [first for first, _, _ in stored.newcomers] == list(range(1, at + 1))

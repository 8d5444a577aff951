"""The store thread: merges while it works, keeps what failed, closes at the end."""

from __future__ import annotations

import threading
from pathlib import Path

from mwk_desktop.messages import Message, verbatim
from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import ShowFile, StoreError
from mwk_desktop.store.store_thread import StoreThread
from tests.support import wait_for


class Gate(ShowFile):
    """A show whose commits wait for the test, and fail when told so."""

    def prepare(self) -> Gate:
        self.go = threading.Semaphore(0)
        self.entered = threading.Semaphore(0)
        self.fail = False
        return self

    def apply(self, changes: Changes) -> None:
        self.entered.release()
        assert self.go.acquire(timeout=60)
        if self.fail:
            raise StoreError(Path("disk"), verbatim("full"))
        super().apply(changes)


def gate(folder: Path) -> Gate:
    show = Gate.create(folder, {}, 0)
    assert isinstance(show, Gate)
    return show.prepare()


def change(offset: int, name: str) -> Changes:
    return Changes({0: offset}, pictures={0: name})


def test_changes_wait_together_and_are_acknowledged(tmp_path: Path) -> None:
    show = gate(tmp_path)
    told: list[dict[int, int]] = []
    thread = StoreThread(show, on_committed=lambda offsets: told.append(dict(offsets)))
    thread.start()
    thread.submit(change(1, "a"))
    assert show.entered.acquire(timeout=60)
    for offset in (2, 3, 4):  # while the first is under way
        thread.submit(change(offset, "b"))
    show.go.release(10)
    assert thread.flush()
    assert thread.ready
    assert told == [{0: 1}, {0: 4}]
    assert thread.commits == 2
    thread.submit(change(5, "c"))
    assert thread.stop()
    again = ShowFile.open(show.path)
    assert again.load().pictures == {0: "c"}
    again.close()


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    show = gate(tmp_path)
    problems: list[Message] = []
    thread = StoreThread(show, on_problem=problems.append)
    thread.start()
    show.fail = True
    thread.submit(change(1, "a"))
    show.go.release()
    assert not thread.flush()
    assert str(thread.problem) == "disk: full"
    thread.submit(change(2, "b"))
    show.fail = False
    show.go.release(10)
    wait_for(lambda: thread.ready)
    assert list(map(str, problems)) == ["disk: full", ""]
    assert thread.stop()
    again = ShowFile.open(show.path)
    assert again.load().pictures == {0: "b"}
    again.close()


def test_a_thread_that_cannot_save_says_so_at_the_end(tmp_path: Path) -> None:
    show = gate(tmp_path)
    show.fail = True
    show.go.release(10)
    thread = StoreThread(show)
    thread.start()
    thread.submit(change(1, "a"))
    assert not thread.stop()


def test_a_thread_that_never_started_closes_the_file(tmp_path: Path) -> None:
    show = ShowFile.create(tmp_path, {}, 0)
    assert StoreThread(show).stop()
    ShowFile.open(show.path).close()

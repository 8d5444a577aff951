"""The process that writes a recording in a flood: real ones, which are stopped, killed and full."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from mwk_desktop.records import recording_process
from mwk_desktop.records.line_reader import LineReader, RecordingError
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_process import RemoteWriter, WriterGoneError
from mwk_desktop.records.recording_writer import RecordingWriter, read_recording
from tests.support import only_linux, wait_for

SUFFIXES = ["jsonl", "jsonl.gz", "jsonl.zst"]
ROOT = Path(__file__).parents[2]


def numbered(first: int, stop: int, size: int = 900) -> list[Record]:
    value = b'{"Text":"drum"}' + b" " * size
    return [Record("twitter_json", 0, n, 1, None, value, (), n) for n in range(first, stop)]


def offsets(path: Path) -> list[int]:
    return [record.offset for record in read_recording(path)]


Begin = Callable[[Path], tuple[RecordingWriter, RemoteWriter]]


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process may take long to come up here; who tests that it is given up says when."""
    monkeypatch.setattr(recording_process, "ANSWER_S", 60.0)


@pytest.fixture
def begun() -> Iterator[Begin]:
    """Begins a file that another process goes on with from the eleventh record."""
    with ExitStack() as stack:

        def begin(path: Path) -> tuple[RecordingWriter, RemoteWriter]:
            local = RecordingWriter(path)
            stack.callback(local.abandon)
            local.write_all(numbered(0, 10))
            remote = RemoteWriter(path, local.checkpoint())
            stack.callback(remote.abandon)
            return local, remote

        yield begin


def pour(remote: RemoteWriter, first: int, stop: int, given: list[int] | None = None) -> None:
    """Records, as a flood brings them, to the disk; ``given`` counts them."""
    for at in range(first, stop, 100):
        if given is not None:
            given.append(at + 100)
        remote.write_all(numbered(at, at + 100))
    remote.request_checkpoint(wait=True)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_from_one_writer_to_the_other_and_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"show.{suffix}"
    odd = Record("t", 1, 9, -1, b"\xff\x00", None, (("n\udcff", None), ("a", b"\xfe")), 5)
    first, last = numbered(0, 2), numbered(3_000, 3_005)
    between = [*numbered(2, 3_000), odd]
    local = RecordingWriter(path)
    local.write_all(first)
    remote = RemoteWriter(path, local.checkpoint())
    for at in range(0, len(between), 256):
        remote.write_all(between[at : at + 256])
    process = psutil.Process(remote.pid)
    local.resume_at(remote.finish())
    assert not process.is_running()
    local.write_all(last)
    local.close()
    assert list(read_recording(path)) == [*first, *between, *last]
    reader = LineReader(path)
    list(reader.chunks())
    assert not reader.tear


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_killed_process_takes_nothing_with_it(begun: Begin, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"show.{suffix}"
    local, remote = begun(path)
    remote.write_all(numbered(10, 2_000))
    remote.request_checkpoint(wait=True)
    remote.write_all(numbered(2_000, 2_100))
    assert remote.pid is not None
    os.kill(remote.pid, signal.SIGKILL)
    given: list[int] = []
    with pytest.raises(WriterGoneError) as caught:
        pour(remote, 2_100, 10_000, given)
    local.resume_at(caught.value.size_bytes)
    for records in caught.value.left:
        local.write_all(records)
    local.close()
    assert offsets(path) == list(range(given[-1]))


def test_a_process_that_does_not_answer_is_given_up(
    begun: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, remote = begun(tmp_path / "show.jsonl.zst")
    remote.request_checkpoint(wait=True)  # it is up
    monkeypatch.setattr(recording_process, "ANSWER_S", 0.3)
    assert remote.pid is not None
    process = psutil.Process(remote.pid)
    process.suspend()
    remote.write_all(numbered(10, 20))
    with pytest.raises(WriterGoneError) as caught:
        remote.request_checkpoint(wait=True)
    assert [record.offset for part in caught.value.left for record in part] == list(range(10, 20))
    assert not process.is_running()


def test_somebody_else_ends_a_process_that_does_not_read(
    begun: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording_process, "ANSWER_S", 0.3)
    _, remote = begun(tmp_path / "show.jsonl.zst")
    psutil.Process(remote.pid).suspend()
    left: list[list[Record]] = []

    def write() -> None:
        try:
            remote.write_all(numbered(10, 4_000))  # more than a pipe holds
        except WriterGoneError as gone:
            left.extend(gone.left)

    thread = threading.Thread(target=write)
    thread.start()

    def ended() -> bool:
        remote.kill_if_stuck()
        return not thread.is_alive()

    wait_for(ended)
    thread.join()
    assert sum(map(len, left)) == 3_990


def test_a_full_disk_is_said_and_nothing_is_lost(begun: Begin, tmp_path: Path) -> None:
    only_linux("limits of another process")
    path = tmp_path / "show.jsonl"
    local, remote = begun(path)
    remote.request_checkpoint(wait=True)
    process = psutil.Process(remote.pid)
    full = (path.stat().st_size + 5_000, psutil.RLIM_INFINITY)
    process.rlimit(psutil.RLIMIT_FSIZE, full)
    remote.write_all(numbered(10, 100))
    for _ in range(2):
        with pytest.raises(RecordingError, match=r"show\.jsonl: cannot be written: File too large"):
            remote.request_checkpoint(wait=True)
    remote.write_all(numbered(100, 200))
    with pytest.raises(RecordingError, match="File too large"):
        remote.finish()
    assert process.is_running()
    process.rlimit(psutil.RLIMIT_FSIZE, (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY))
    local.resume_at(remote.finish())
    local.close()
    assert offsets(path) == list(range(200))


def test_what_is_waited_for_is_on_the_disk(begun: Begin, tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    _, remote = begun(path)
    remote.write_all(numbered(10, 20))
    remote.request_checkpoint()
    remote.write_all(numbered(20, 30))
    remote.request_checkpoint(wait=True)  # not only the earlier question's answer
    assert offsets(path) == list(range(30))


def test_control_c_is_not_for_a_process_that_starts(begun: Begin, tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    local, remote = begun(path)
    assert remote.pid is not None
    pause = threading.Event()
    for _ in range(40):
        os.kill(remote.pid, signal.SIGINT)
        pause.wait(0.005)
    pour(remote, 10, 110)
    local.resume_at(remote.finish())
    local.close()
    assert offsets(path) == list(range(110))


@pytest.mark.parametrize("what", ["Pipe", "Process"])
def test_a_process_that_cannot_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    owner = recording_process.SPAWN
    if what == "Process":
        monkeypatch.setattr(owner.Process, "start", refuse)
    else:
        monkeypatch.setattr(owner, what, refuse)
    with pytest.raises(WriterGoneError) as caught:
        RemoteWriter(tmp_path / "x.jsonl", 7)
    assert (caught.value.size_bytes, caught.value.left) == (7, [])


def test_a_file_that_is_gone_is_nothing_to_go_on_with(begun: Begin, tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl.zst"
    local, remote = begun(path)
    remote.finish()
    path.unlink()
    remote = RemoteWriter(path, 10)
    remote.write_all(numbered(10, 12))
    with pytest.raises(WriterGoneError) as caught:
        remote.request_checkpoint(wait=True)
    assert caught.value.size_bytes == 10
    assert len(caught.value.left) == 1
    local.close()


def test_the_file_is_whole_after_a_kill_of_the_show(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl.zst"
    script = tmp_path / "show.py"
    script.write_text(
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from mwk_desktop.records import recording_process\n"
        "from mwk_desktop.records.recording_writer import RecordingWriter\n"
        "from mwk_desktop.records.recording_process import RemoteWriter\n"
        "from tests.records.test_recording_process import numbered\n"
        "recording_process.ANSWER_S = 60.0\n"
        "def main():\n"
        "    local = RecordingWriter(Path(sys.argv[1]))\n"
        "    local.write_all(numbered(0, 10))\n"
        "    remote = RemoteWriter(Path(sys.argv[1]), local.checkpoint())\n"
        "    remote.write_all(numbered(10, 2_000))\n"
        "    remote.request_checkpoint(wait=True)\n"
        "    remote.write_all(numbered(2_000, 4_000))\n"
        "    print(remote.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "if __name__ == '__main__':\n"
        "    main()\n"
    )
    done = subprocess.run(
        [sys.executable, str(script), str(path)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    writer = int(done.stdout)
    wait_for(lambda: not psutil.pid_exists(writer))
    reader = LineReader(path)
    list(reader.chunks())
    assert not reader.tear
    found = offsets(path)
    assert found == list(range(len(found)))
    assert len(found) >= 2_000


def test_the_process_needs_little(begun: Begin, tmp_path: Path) -> None:
    """It comes up beside a running show: neither the windows' nor the engine's libraries."""
    _, remote = begun(tmp_path / "show.jsonl.zst")
    remote.request_checkpoint(wait=True)
    assert remote.pid is not None
    maps = Path(f"/proc/{remote.pid}/maps").read_text()
    for library in ("PySide6", "numpy", "confluent_kafka", "sounddevice", "duckdb"):
        assert library not in maps
    assert os.getpriority(os.PRIO_PROCESS, remote.pid) > os.getpriority(os.PRIO_PROCESS, 0)
    remote.finish()

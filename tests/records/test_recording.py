"""What is written is read again, whatever the bytes; what is torn is read up to the tear."""

from __future__ import annotations

import errno
import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.records import line_reader, recording_writer
from mwk_desktop.records.envelope import out_line, out_lines
from mwk_desktop.records.line_reader import LineReader
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import (
    RecordingError,
    RecordingWriter,
    read_recording,
)
from mwk_desktop.topics import SHOW_TOPIC

SUFFIXES = ["jsonl", "jsonl.gz", "jsonl.zst"]

int64 = st.integers(-(2**63) + 1, 2**63 - 1)
raw = st.none() | st.binary(max_size=40) | st.text(max_size=20).map(str.encode)
# A header's name comes from Kafka as text; bytes that were none stand in it as surrogates.
names = st.binary(max_size=8).map(lambda data: data.decode("utf-8", "surrogateescape"))
some_records = st.builds(
    Record,
    topic=st.text("abcXYZ019._-", min_size=1, max_size=12),
    partition=st.integers(-1, 2**31 - 1),
    offset=int64,
    timestamp_ms=int64,
    key=raw,
    value=raw,
    headers=st.lists(st.tuples(names, raw), max_size=3).map(tuple),
    arrival_ms=int64,
)


def write(path: Path, records: list[Record]) -> None:
    with RecordingWriter(path) as writer:
        for record in records:
            writer.write(record)


def numbered(count: int, value: bytes = b'{"Text":"drum"}') -> list[Record]:
    return [Record("twitter_json", 0, number, 1, None, value) for number in range(count)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(records=st.lists(some_records, min_size=1, max_size=8), suffix=st.sampled_from(SUFFIXES))
def test_any_record_survives(tmp_path: Path, records: list[Record], suffix: str) -> None:
    path = tmp_path / f"any.{suffix}"
    write(path, records)
    assert list(read_recording(path)) == records


@given(
    st.lists(
        st.builds(
            Record, st.just("t"), st.just(0), int64, st.sampled_from([-1, 5]), raw, raw,
            st.just(()) | st.just((("h", b"v"),)), st.sampled_from([-1, 7]), st.booleans(),
        ),
        max_size=4,
    )
)  # fmt: skip
def test_records_together_are_the_lines_that_each_is_alone(records: list[Record]) -> None:
    assert out_lines(records) == list(map(out_line, records))


def test_a_line_is_kcats_envelope(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    record = Record(
        "t", 2, 7, 1523450010000, b"k", '{"é":"\n"}'.encode(), (("h", None),), 1523450010005
    )
    write(path, [record])
    assert path.read_bytes().endswith(b"}\n")
    (line,) = path.read_text("utf-8").splitlines()
    assert list(json.loads(line).items()) == [
        ("topic", "t"),
        ("partition", 2),
        ("offset", 7),
        ("tstype", "create"),
        ("ts", 1523450010000),
        ("broker", -1),
        ("headers", ["h", None]),
        ("key", "k"),
        ("payload", '{"é":"\n"}'),
        ("arrival_ms", 1523450010005),
    ]


def test_bytes_that_are_not_utf8_are_base64(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    write(path, [Record("t", 0, 0, -1, b"\xff", b"\xfe\n", (("h", b"\x80"),))])
    line = json.loads(path.read_text("ascii"))
    assert (line["key_b64"], line["payload_b64"]) == ("/w==", "/go=")
    assert line["headers_b64"] == ["aA==", "gA=="]
    assert line["tstype"] == "unknown"
    assert not {"key", "payload", "headers", "arrival_ms"} & set(line)


def test_a_missing_timestamp_of_kcat_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text('{"topic":"t","partition":0,"offset":0,"tstype":"unknown","ts":0}\n')
    assert next(read_recording(path)).timestamp_ms == -1


def test_decisions_of_a_show(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    with RecordingWriter(path) as writer:
        writer.write_show({"type": "start", "seed": 3}, 1000)
        writer.write_show({"type": "close", "end_ms": 5}, 2000)
    first, second = read_recording(path)
    assert (first.topic, first.offset, first.arrival_ms) == (SHOW_TOPIC, 0, 1000)
    assert first.value == b'{"type":"start","seed":3}'
    assert (second.offset, second.timestamp_ms) == (1, 2000)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_kill_loses_nothing_that_was_flushed(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"killed.{suffix}"
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from mwk_desktop.records.record_types import Record\n"
        "from mwk_desktop.records.recording_writer import RecordingWriter\n"
        "writer = RecordingWriter(Path(sys.argv[1]))\n"
        "for number in range(3000):\n"
        "    writer.write(Record('t', 0, number, 1, None, b'x' * 50))\n"
        "    if number == 1999: writer.flush()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], check=False, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == -signal.SIGKILL
    offsets = [record.offset for record in read_recording(path)]
    assert offsets == list(range(len(offsets)))
    assert len(offsets) >= 2000


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_cut_anywhere_leaves_what_stands_before_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"whole.{suffix}"
    with RecordingWriter(path) as writer:
        for number, record in enumerate(numbered(400)):
            writer.write(record)
            if number % 50 == 0:
                writer.flush()
    whole = path.read_bytes()
    torn = tmp_path / f"torn.{suffix}"
    last = 0
    for size in range(1, len(whole), 97):
        torn.write_bytes(whole[:size])
        reader = LineReader(torn)
        text = b"".join(bytes(chunk) for chunk in reader.chunks())
        assert bool(reader.tear) == (suffix != "jsonl")
        offsets = [record.offset for record in read_recording(torn)]
        assert offsets == list(range(len(offsets)))
        assert len(offsets) == sum(line.endswith(b'}"}') for line in text.split(b"\n"))
        assert len(offsets) >= last
        last = len(offsets)
    assert last > 300


def test_frames_and_members_one_after_the_other(tmp_path: Path) -> None:
    write(tmp_path / "part.jsonl", numbered(3))
    text = (tmp_path / "part.jsonl").read_bytes()
    frame = zstandard.compress(text)
    skippable = b"\x50\x2a\x4d\x18" + (5).to_bytes(4, "little") + b"hello"
    packed = {
        "two.jsonl.zst": frame + frame,
        "skip.jsonl.zst": skippable + frame + skippable + frame,
        "two.jsonl.gz": gzip.compress(text) + gzip.compress(text) + b"\0" * 100,
    }
    for name, data in packed.items():
        (tmp_path / name).write_bytes(data)
        assert [record.offset for record in read_recording(tmp_path / name)] == [0, 1, 2] * 2, name


@pytest.mark.parametrize("suffix", ["jsonl.gz", "jsonl.zst"])
def test_a_flipped_byte_is_a_tear(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"flipped.{suffix}"
    write(path, [Record("t", 0, number, 1, None, os.urandom(50)) for number in range(2000)])
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    reader = LineReader(path)
    for _ in reader.chunks():
        pass
    assert reader.tear


def test_lines_of_any_length_in_chunks_of_any_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lines.jsonl"
    texts = [b"%d" % number + b"x" * (number * 7 % 60) for number in range(100)]
    path.write_bytes(b"\n".join(texts))
    for chunk_bytes in (1, 2, 7, 64, 65, 1000):
        monkeypatch.setattr(line_reader, "CHUNK_BYTES", chunk_bytes)
        reader = LineReader(path)
        read = b""
        for chunk in reader.chunks():
            assert reader.position == len(read)
            read += chunk
            assert read.endswith(b"\n") or read == b"\n".join(texts)
        assert read == b"\n".join(texts)
        assert reader.bytes_read == reader.size_bytes == path.stat().st_size


def test_a_line_without_end_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_reader, "CHUNK_BYTES", 64)
    monkeypatch.setattr(line_reader, "MAX_LINE_BYTES", 200)
    path = tmp_path / "long.jsonl"
    path.write_bytes(b"a\n" + b"x" * 5000 + b"\nb\n" + b"y" * 301 + b"\n" + b"z" * 1000)
    reader = LineReader(path)
    kept = [bytes(chunk) for chunk in reader.chunks()]
    assert b"".join(kept) == b"a\nb\n"
    assert reader.oversized == 3


def test_a_file_that_grows_is_read_to_its_old_end(tmp_path: Path) -> None:
    path = tmp_path / "grows.jsonl"
    path.write_bytes(b"1\n2\n")
    reader = LineReader(path)
    with path.open("ab") as file:
        file.write(b"3\n")
    assert b"".join(bytes(chunk) for chunk in reader.chunks()) == b"1\n2\n"


def test_what_cannot_be_a_recording(tmp_path: Path) -> None:
    plain = tmp_path / "plain.jsonl"
    write(plain, numbered(3))
    cases = {
        "missing.jsonl": (None, "no such file"),
        "empty.jsonl": (b"", "is empty"),
        "plain.jsonl.gz": (plain.read_bytes(), "holds no gzip data"),
        "plain.jsonl.zst": (plain.read_bytes(), "holds no zstandard data"),
        "packed.jsonl": (gzip.compress(b"x"), "rename it to packed.jsonl.gz"),
        "packed.json": (zstandard.compress(b"x"), "rename it to packed.json.zst"),
    }
    for name, (data, message) in cases.items():
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(RecordingError, match=message) as error:
            LineReader(path)
        assert str(path) in str(error.value)
    with pytest.raises(RecordingError, match="is a folder"):
        LineReader(tmp_path)
    os.mkfifo(tmp_path / "pipe.jsonl")
    with pytest.raises(RecordingError, match="not a regular file"):
        LineReader(tmp_path / "pipe.jsonl")


def test_what_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="cannot be written"):
        RecordingWriter(tmp_path)
    with pytest.raises(RecordingError, match="cannot be written"):
        RecordingWriter(tmp_path / "no" / "such.jsonl")
    path = tmp_path / "there.jsonl"
    write(path, numbered(1))
    with pytest.raises(RecordingError, match="exists"):
        RecordingWriter(path, exclusive=True)
    assert len(list(read_recording(path))) == 1


def test_a_disk_that_cannot_confirm_is_said_as_every_other_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with RecordingWriter(tmp_path / "a.jsonl") as writer:
        writer.write_all(numbered(1))
        monkeypatch.setattr(os, "fsync", fails)
        with pytest.raises(RecordingError, match=r"a\.jsonl: cannot be written: Input"):
            writer.flush(sync=True)


def test_a_pipe_has_no_disk_to_wait_for() -> None:
    """As ``mwk record --force -o /dev/stdout | jq``."""
    reading, writing = os.pipe()
    with RecordingWriter(Path(f"/dev/fd/{writing}")) as writer:
        writer.write_all(numbered(1))
        writer.flush(sync=True)
    os.close(writing)
    assert os.read(reading, 1 << 16).endswith(b"\n")
    os.close(reading)


def test_a_full_disk_loses_nothing_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # /dev/full refuses the first bytes already; a real disk takes some of a line and then refuses.
    room = 700

    def write_some(descriptor: int, data: bytes) -> int:
        nonlocal room
        if not room:
            raise OSError(28, "No space left on device")
        count = real_write(descriptor, bytes(data[: min(room, 100)]))
        room -= count
        return count

    real_write = os.write
    path = tmp_path / "full.jsonl.zst"
    records = [Record("t", 0, number, 1, None, os.urandom(30)) for number in range(60)]
    writer = RecordingWriter(path)
    monkeypatch.setattr(recording_writer.os, "write", write_some)
    for record in records[:40]:
        writer.write(record)
    with pytest.raises(RecordingError, match="No space left on device"):
        writer.flush()
    with pytest.raises(RecordingError, match="No space left on device"):
        writer.flush()
    room = 1_000_000
    for record in records[40:]:
        writer.write(record)
    writer.close()
    assert list(read_recording(path)) == records
    assert (writer.written, writer.dropped) == (60, 0)


def test_a_disk_that_stays_full_costs_whole_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording_writer, "_MAX_BACKLOG_BYTES", 10_000)
    path = tmp_path / "full.jsonl"
    writer = RecordingWriter(path)
    real_write = os.write

    def refuse(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recording_writer.os, "write", refuse)
    for record in numbered(400):
        writer.write(record)
        if record.offset % 10 == 9:
            with pytest.raises(RecordingError):
                writer.flush()
    monkeypatch.setattr(recording_writer.os, "write", real_write)
    writer.close()
    kept = [record.offset for record in read_recording(path)]
    assert kept == list(range(len(kept)))
    assert writer.written == len(kept)
    assert writer.dropped == 400 - len(kept) > 0

"""Whatever is broken in a recording is counted: no record stops its replay, SQL or bounce."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.analysis.counted_rows import counted_rows_of, pack
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.envelope import read_line
from mwk_desktop.records.line_reader import LineReader, RecordingError
from mwk_desktop.show.commands import BlockUser, Command, SetMute, SetVoteCap, Undo
from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting
from tests.show.shows import COMMON, RATE_HZ, Happening, Live, Replayed
from tests.support import T0_MS, examples, live_batch, votes, write_lines

ABSURD = (
    b"0", b"-1", b"1.5", b"-0", b"1e308", b"999999999999999999", b"9223372036854775808",
    b"-99999999999999999999", b"1" + b"0" * 5000, b"null", b"true", b"[]", b"{}", b'"x"', b"NaN",
)  # fmt: skip
NUMBER = re.compile(rb"-?\d+")


def recorded_show(path: Path) -> None:
    """Several windows, landings, and the presenter's hand."""
    names = ["drum", "pad", "synth", "vocal", "melody", "line_bass"]
    commands: list[Command] = [SetMute("pad", True), Undo(), BlockUser("u3"), SetVoteCap(2)]
    happenings: list[Happening] = [
        (n * 700, live_batch(names[n % 3 :], T0_MS + n * 700, first=n * 6)) for n in range(20)
    ]
    happenings += [(1_300 + 2_900 * n, command) for n, command in enumerate(commands)]
    Live(path).run(15_000, happenings)


def copied_topic(path: Path) -> None:
    lines = votes(["drum", "pad", "vocal"] * 12, step_ms=300)
    write_lines(path, lines[::2] + lines[1::2])


def arrived_topic(path: Path) -> None:
    lines = votes(["drum", "pad", "vocal"] * 12, step_ms=300)
    write_lines(
        path, [{**line, "arrival_ms": line["ts"] + 20, "headers": ["k", "v"]} for line in lines]
    )


@pytest.fixture(scope="module", params=[recorded_show, copied_topic, arrived_topic])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "show.jsonl"
    make: Callable[[Path], None] = request.param
    make(path)
    return path.read_bytes()


def replace(data: bytes, at: int, length: int, by: bytes) -> bytes:
    return data[:at] + by + data[at + length :]


def absurd_number(data: bytes, which: int, by: bytes) -> bytes:
    numbers = list(NUMBER.finditer(data))
    found = numbers[which % len(numbers)] if numbers else None
    return data if found is None else data[: found.start()] + by + data[found.end() :]


places = st.integers(0, 40_000)
damages = st.one_of(
    st.builds(
        lambda at, length, by: lambda data: replace(data, at % (len(data) + 1), length, by),
        places,
        st.integers(0, 300),
        st.binary(max_size=8)
        | st.sampled_from([b"\n", b"\n\n", b'"', b"\\", b"}", b"\xff", b"\0"]),
    ),
    st.builds(
        lambda which, by: lambda data: absurd_number(data, which, by),
        places,
        st.sampled_from(ABSURD),
    ),
    st.builds(lambda at: lambda data: data[: at % (len(data) + 1)], places),
    st.builds(
        lambda at, length: lambda data: data + data[at % (len(data) + 1) :][:length],
        places,
        st.integers(0, 3_000),
    ),
)


class Feeder:
    """What SQL is fed with."""

    def __init__(self) -> None:
        self.rows = 0

    def on_counted(self, batch: Batch, counted: Any, closed_until_ms: int, refused: Any) -> None:
        if counted:
            self.rows += len(counted)
            pack([counted_rows_of(batch, counted, closed_until_ms, refused)])

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        pass

    def restart(self) -> None:
        self.rows = 0


def lines_of(path: Path, topic: str) -> int:
    """Lines that are records of the topic, or nothing that can be read."""
    lines = [
        read_line(raw)
        for chunk in LineReader(path).chunks()
        for raw in bytes(chunk).split(b"\n")
        if raw.strip()
    ]
    return sum(line is None or line.topic == topic for line in lines)


def replayed(path: Path) -> tuple[Counting, Feeder, str, int]:
    """Counts, what SQL got, the input topic, and how long the bounce would be (frames)."""
    replay = Replayed(path)
    feeder = Feeder()
    show = OfflineShow(replay.recorded, replay.new_counting(), listener=feeder, **COMMON)
    bounced = show.run()
    topic = replay.recorded.source.prepare().topic
    replay.recorded.source.close()
    return show.counting, feeder, topic, 0 if bounced is None else bounced.end_frame


@settings(
    deadline=None,
    max_examples=examples(150),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(damages, min_size=1, max_size=4))
def test_a_damaged_recording_counts_every_line(
    whole: bytes, tmp_path: Path, damage: list[Callable[[bytes], bytes]]
) -> None:
    data = whole
    for each in damage:
        data = each(data)
    path = tmp_path / "show.jsonl"
    path.write_bytes(data)
    try:
        counting, feeder, topic, frames = replayed(path)
    except RecordingError:  # nothing in it, or another topic: said in one sentence
        return
    counts = counting.counts
    assert counts.records == lines_of(path, topic)
    assert counts.records == counts.tweets + counts.malformed + counts.duplicates + counts.blocked
    assert feeder.rows == counts.tweets
    # A time that is off by up to ten minutes is a gap that is played, a longer one is shortened.
    assert frames < 4 * 3_600 * RATE_HZ
    assert bool(counting.first_malformed) == bool(counts.malformed)


def test_undamaged(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    path.write_bytes(whole)
    counting, _, topic, _ = replayed(path)
    assert counting.counts.records == lines_of(path, topic) > 30
    assert not counting.counts.malformed
    RecordingSource(path).close()

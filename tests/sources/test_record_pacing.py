"""Records leave at their times: counted on a clock that the test holds."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.sources.record_pacing import AWAKE_NS, READ_NS, when_due

MS = 1_000_000


class Machine:
    """A clock that moves when it is asked, slept on or worked on; a sleeper is woken late."""

    def __init__(self, woken_late_ns: int = 0) -> None:
        self.now = 0
        self.woken_late_ns = woken_late_ns
        self.idled: list[int] = []

    def now_ns(self) -> int:
        self.now += 10_000  # asking costs a little, or nobody would come to an end
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += int(seconds * 1e9) + self.woken_late_ns

    def idle(self) -> bool:
        self.idled.append(self.now)
        self.now += MS
        return True

    def lateness(self, dues: list[int], chunk: int = 0, chunk_ns: int = 0) -> list[int]:
        def records() -> Iterator[int]:
            for number, due in enumerate(dues):
                if chunk and not number % chunk:
                    self.now += chunk_ns
                yield due

        found = when_due(
            records(), lambda due: due, self.idle, now_ns=self.now_ns, sleep=self.sleep
        )
        order, late = zip(*found, strict=True)
        assert list(order) == dues
        return list(late)


@given(
    st.lists(st.integers(0, 5_000 * MS), min_size=1, max_size=60).map(sorted),
    st.integers(0, AWAKE_NS - 50_000),
)
def test_nobody_is_early_and_nobody_late_where_the_machine_wakes_in_time(
    dues: list[int], woken_late_ns: int
) -> None:
    late = Machine(woken_late_ns).lateness([5 * MS + due for due in dues])
    assert min(late) >= 0
    # Records of one moment follow one another; each costs two questions of the clock.
    assert max(late) <= 30_000 * len(dues)


def test_chunks_of_the_file_are_read_while_nothing_is_due() -> None:
    dues = [n * 100 * MS for n in range(1, 200)]
    late = Machine().lateness(dues, chunk=50, chunk_ns=20 * MS)
    assert max(late) < MS
    assert READ_NS >= 20 * MS


def test_a_dense_stream_is_sent_on_time_without_a_wait() -> None:
    machine = Machine()
    late = machine.lateness([5 * MS + n * MS // 2 for n in range(1_000)])
    assert max(late) < MS
    assert len(machine.idled) <= 4


def test_other_work_is_done_in_long_waits_and_ends_it() -> None:
    machine = Machine()
    machine.lateness([2_000 * MS])
    assert 30 <= len(machine.idled) <= 60
    calls = iter([True, False])
    machine = Machine()
    found = when_due(
        [10_000 * MS],
        lambda due: due,
        lambda: next(calls),
        now_ns=machine.now_ns,
        sleep=machine.sleep,
    )
    assert not list(found)

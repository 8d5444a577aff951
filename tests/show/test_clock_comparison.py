"""A producer whose clock is off is told from a console whose own clock is off."""

from __future__ import annotations

import pytest

from mwk_desktop.records.record_types import Record
from mwk_desktop.show.drivers.clock_comparison import ClockComparison
from tests.support import T0_MS


def record(ahead_ms: int, *, log_append: bool = False) -> Record:
    return Record("t", 0, 0, T0_MS + ahead_ms, None, b"", (), T0_MS, log_append)


def said(records: list[Record], ahead_ms: int = 0) -> str:
    comparison = ClockComparison()
    for each in records:
        comparison.note([each], ahead_ms)
    return str(comparison.notice)


@pytest.mark.parametrize(
    ("aheads_ms", "log_append", "says"),
    [
        ([-30] * 100, False, ""),
        ([-30] * 100, True, ""),
        ([40_000] * 100, False, "this computer's clock is probably behind"),
        ([-30] * 80 + [3_600_000] * 20, False, "the computer that sends them is ahead"),
        ([-30] * 99 + [3_600_000], False, ""),  # one message proves nothing
        ([-40_000] * 100, False, ""),  # late by nature, or a producer behind: no telling
        ([40_000, 39_000] * 50, True, "behind the broker's"),
        ([-40_000, -45_000] * 50, True, "this computer's clock is ahead"),
        ([-40_000] * 99 + [-20], True, ""),  # a delay that is over
        ([40_000] * 5, True, ""),
    ],
)
def test_who_is_off(aheads_ms: list[int], log_append: bool, says: str) -> None:
    found = said([record(ahead, log_append=log_append) for ahead in aheads_ms])
    assert says in found
    assert bool(says) == bool(found)


def test_the_shows_own_lead_is_no_error_of_anybody() -> None:
    """The show's clock stayed ahead by an hour after the system's was set back."""
    arrived = [record(-3_600_000 - 30, log_append=True) for _ in range(50)]
    assert said(arrived, 3_600_000) == ""
    assert said(arrived) != ""


def test_what_was_compared_before_a_correction_is_forgotten() -> None:
    comparison = ClockComparison()
    comparison.note([record(40_000)] * 20)
    assert comparison.notice
    comparison.forget()
    assert not comparison.notice


@pytest.mark.parametrize("log_append", [False, True])
def test_the_message_does_not_change_with_every_record(log_append: bool) -> None:
    """Headless, each other message is another line."""
    comparison, told = ClockComparison(), set()
    for n in range(400):
        comparison.note([record(40_000 + n * 7 % 900, log_append=log_append)])
        told.add(str(comparison.notice))
    assert len(told - {""}) == 1
    for _ in range(400):
        comparison.note([record(90_000, log_append=log_append)])
    assert str(comparison.notice) not in told  # it is another length now


@pytest.mark.parametrize(
    ("aheads_ms", "broker_ahead_ms", "says"),
    [
        ([], 0, ""),
        ([], 40_000, "This computer's clock is 40.0 s behind the broker's"),
        ([], -3_600_000, "ahead of the broker's"),
        ([40_000] * 100, None, "probably behind"),
        ([40_000] * 100, 40_000, "This computer's clock is 40.0 s behind the broker's"),
        ([40_000] * 100, 0, "those of the senders are ahead"),
        ([-30] * 80 + [3_600_000] * 20, 0, "the computer that sends them is ahead"),
        ([-30] * 100, 300, ""),  # a difference that loses no vote
    ],
)
def test_who_is_off_when_the_broker_tells_its_time(
    aheads_ms: list[int], broker_ahead_ms: int | None, says: str
) -> None:
    comparison = ClockComparison()
    comparison.note_broker(broker_ahead_ms)
    for each in aheads_ms:
        comparison.note([record(each)])
    assert says in str(comparison.notice)
    assert bool(says) == bool(comparison.notice)
    comparison.note_broker(0 if broker_ahead_ms is None else None)
    assert "broker's: set it" not in str(comparison.notice)

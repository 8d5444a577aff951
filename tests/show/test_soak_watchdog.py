"""A soak that does not go on fails, and says where it stood, instead of running for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from confluent_kafka import KafkaError

from mwk_desktop.kafka.topic_source import KafkaSource
from tests.show import soak_show
from tests.show.soak_show import Soak
from tests.show.soak_topic import Log, LogConsumer


def short_soak(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Soak:
    return Soak(3, 60_000, 3_750, 4_000, folder, monkeypatch)


def test_going_round_in_circles_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends_for_ever(consumer: LogConsumer) -> None:
        for number, at in consumer.positions.items():
            consumer.say(number, at, KafkaError._PARTITION_EOF, "", stuck=False)

    monkeypatch.setattr(LogConsumer, "_find_events", ends_for_ever)
    soak = short_soak(tmp_path, monkeypatch)
    with pytest.raises(AssertionError, match=r"in circles(.|\n)*logs \{0: \(0, 0, 0, \[\]\)"):
        soak.run()


def test_standing_still_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread of the source has ended, and nobody knows."""
    monkeypatch.setattr(soak_show, "PATIENCE_S", 0.2)
    soak = short_soak(tmp_path, monkeypatch)
    monkeypatch.setattr(KafkaSource, "start", lambda self: None)
    with pytest.raises(AssertionError, match="stands still"):
        soak.run()


def test_a_topic_created_again_has_no_old_damage() -> None:
    """Left over, it lay in the way of the records to come."""
    log = Log(low=20, entries=[(0, None)] * 5, damaged=[(3, 9), (18, 22)])  # type: ignore[list-item]
    log.expire(23)
    assert log.damaged == []
    log.damage(2)
    log.create_again()
    assert (log.low, log.end, log.damaged) == (0, 0, [])

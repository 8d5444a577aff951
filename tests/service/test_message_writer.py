"""What becomes of messages that Kafka does not take. Nobody listens at the address."""

from __future__ import annotations

import gc
import weakref

import pytest
from confluent_kafka import KafkaError, KafkaException

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.service import message_writer
from mwk_desktop.service.message_writer import MessageWriter
from tests.support import T0_MS

NOBODY = {"bootstrap.servers": "127.0.0.1:1", "log_level": 0}
ONE = Batch([Tweet(1, "eric", "Eric", "", "pad", T0_MS)], [T0_MS])


def test_messages_that_were_not_written_in_time_are_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counts that are committed now would be committed without them."""
    monkeypatch.setattr(message_writer, "FLUSH_S", 0.05)
    monkeypatch.setattr(message_writer, "CLOSE_S", 0.0)
    writer = MessageWriter(NOBODY)
    writer.flush()
    writer.send(ONE, [0], T0_MS)
    with pytest.raises(KafkaException) as raised:
        writer.flush()
    assert raised.value.args[0].code() == KafkaError._TIMED_OUT
    writer.close()


def test_messages_that_were_given_up_are_an_error_for_good(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing waits any more, and they are not there: a later commit would hold them, too."""
    monkeypatch.setattr(message_writer, "CLOSE_S", 0.0)
    writer = MessageWriter({**NOBODY, "message.timeout.ms": 60})
    writer.send(ONE, [0], T0_MS)
    for _ in range(2):
        with pytest.raises(KafkaException) as raised:
            writer.flush()
        assert raised.value.args[0].code() == KafkaError._MSG_TIMED_OUT
    writer.close()


def test_a_closed_writer_sends_nothing_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its client would go on trying, beside the one of the next instance."""
    monkeypatch.setattr(message_writer, "CLOSE_S", 0.0)
    writer = MessageWriter(NOBODY)
    writer.send(ONE, [0], T0_MS)
    writer.close()
    with pytest.raises(KafkaException) as raised:
        writer.flush()
    assert raised.value.args[0].code() == KafkaError._PURGE_QUEUE
    del raised
    gone = weakref.ref(writer)
    gc.disable()  # nothing is to be left for it
    try:
        del writer
        assert gone() is None
    finally:
        gc.enable()

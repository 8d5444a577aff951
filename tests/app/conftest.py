"""The real broker of the Kafka tests, and `mwk live` processes that end with their test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.app.live_process import Live
from tests.kafka.conftest import broker, guest, kafka, shared_broker, topic

__all__ = ["broker", "guest", "kafka", "shared_broker", "topic"]


@pytest.fixture
def running() -> Iterator[list[Live]]:
    """The shows that a test started; those that still run are killed."""
    shows: list[Live] = []
    yield shows
    for show in shows:
        if show.process.poll() is None:
            show.kill()

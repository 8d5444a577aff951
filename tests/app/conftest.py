"""The real broker of the Kafka tests, for the whole program."""

from tests.kafka.conftest import broker, guest, kafka, shared_broker, topic

__all__ = ["broker", "guest", "kafka", "shared_broker", "topic"]

"""The real broker of the Kafka tests, for the whole program."""

from tests.kafka.conftest import broker, kafka, shared_broker, topic

__all__ = ["broker", "kafka", "shared_broker", "topic"]

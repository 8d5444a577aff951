"""Music with Kafka: a desktop mixing console that a crowd plays through a Kafka topic."""

__version__ = "0.9.0"

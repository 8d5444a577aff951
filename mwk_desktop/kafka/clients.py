"""Opens Kafka's clients with our settings; a refused property becomes an error that names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from confluent_kafka import Consumer, KafkaException, Producer
from confluent_kafka.admin import AdminClient

from mwk_desktop.kafka.client_settings import (
    PropertyValue,
    admin_config,
    consumer_config,
    producer_config,
    resolved,
    setting_error,
)

_ADDRESSES: Final = ("bootstrap.servers", "metadata.broker.list")


def open_consumer(
    properties: Mapping[str, PropertyValue], *, client_id: str, **more: Any
) -> Consumer:
    """A consumer with our settings; ``more`` are callbacks.

    Raises
    ------
    KafkaSettingError
        A property is refused.
    """
    config = consumer_config(properties, client_id=client_id, **more)
    try:
        return Consumer(config)
    except (KafkaException, TypeError, ValueError) as error:
        raise setting_error(error) from error


def open_producer(
    properties: Mapping[str, PropertyValue], *, client_id: str, **more: Any
) -> Producer:
    """A producer with our settings; raises as :func:`open_consumer`."""
    config = producer_config(properties, client_id=client_id, **more)
    try:
        return Producer(config)
    except (KafkaException, TypeError, ValueError) as error:
        raise setting_error(error) from error


def open_admin(
    properties: Mapping[str, PropertyValue], *, client_id: str, **more: Any
) -> AdminClient:
    """An admin client with our settings; raises as :func:`open_consumer`."""
    config = admin_config(properties, client_id=client_id, **more)
    try:
        return AdminClient(config)
    except (KafkaException, TypeError, ValueError) as error:
        raise setting_error(error) from error


def check_properties(properties: Mapping[str, PropertyValue]) -> None:
    """Let Kafka's client check ``[kafka]``, without connecting.

    Raises
    ------
    KafkaSettingError
        A property is refused by a consumer or a producer.
    """
    nobody = {name: value for name, value in resolved(properties).items() if name not in _ADDRESSES}
    open_consumer(nobody, client_id="mwk-check", **{"bootstrap.servers": ""}).close()
    open_producer(nobody, client_id="mwk-check", **{"bootstrap.servers": ""})

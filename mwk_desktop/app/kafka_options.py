"""Kafka's servers, topic and properties, from the settings and the connect dialog."""

from __future__ import annotations

from typing import Any, Final

from mwk_desktop.app.run_options import BadInput, Options, with_settings
from mwk_desktop.messages import message, message_of
from mwk_desktop.show.settings.load import UnfitValueError, setting_value
from mwk_desktop.topics import DEFAULT_SERVERS

SERVERS: Final = "bootstrap.servers"
OLD_SERVERS: Final = "metadata.broker.list"
"""librdkafka's old name for the same property."""


def with_kafka(options: Options, bootstrap_servers: str, topic: str) -> Options:
    """The same options with another Kafka and topic, for this run.

    Raises
    ------
    BadInput
        No server is named, or the topic's name is not allowed.
    """
    servers = ",".join(part.strip() for part in bootstrap_servers.split(",") if part.strip())
    if not servers:
        raise BadInput(message("Kafka's servers: at least one HOST:PORT"))
    try:
        name = setting_value("topics", "input", topic.strip())
    except UnfitValueError as error:
        raise BadInput(message("The topic {problem}", problem=message_of(error))) from None
    kafka = {SERVERS: servers}
    if OLD_SERVERS in options.settings.kafka:  # it would win
        kafka[OLD_SERVERS] = servers
    return with_settings(options, {"kafka": kafka, "topics": {"input": name}})


def kafka_properties(options: Options) -> dict[str, Any]:
    """The properties of ``[kafka]``, with the default server if none is named."""
    properties: dict[str, Any] = dict(options.settings.kafka)
    if not properties.keys() & {SERVERS, OLD_SERVERS}:
        properties[SERVERS] = DEFAULT_SERVERS
    return properties

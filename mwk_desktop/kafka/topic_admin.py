"""Finds and creates topics; knows the partitions and settings that the result topics need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from confluent_kafka import KafkaError, KafkaException
from confluent_kafka.admin import NewTopic

from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import PropertyValue, servers_of, user_of
from mwk_desktop.kafka.clients import open_admin
from mwk_desktop.kafka.connection import ConnectionTracker
from mwk_desktop.kafka.connection_state import ConnectionState, Link
from mwk_desktop.kafka.probe import probe_topic
from mwk_desktop.kafka.topic_facts import describe_topic, may_not_write
from mwk_desktop.messages import Message, message
from mwk_desktop.topics import CHARTS_TOPIC, MESSAGES_TOPIC, SOUNDS_TOPIC, USERS_TOPIC

RESULT_PARTITIONS: Final[Mapping[str, int]] = {
    CHARTS_TOPIC: 1,
    SOUNDS_TOPIC: 1,
    USERS_TOPIC: 4,
    MESSAGES_TOPIC: 4,
}
"""``charts`` and ``sounds`` have one partition: their order is the order of the windows."""

RESULT_CONFIG: Final[Mapping[str, Mapping[str, str]]] = {USERS_TOPIC: {"cleanup.policy": "compact"}}
"""``users`` is a table: the newest line of each user is kept, however long ago it was written."""

DEFAULT_PARTITIONS: Final = 4


class TopicError(Exception):
    """A topic could not be found or created.

    Attributes
    ----------
    message
        One sentence for a person.
    link
        The state of the connection, where that is why.
    """

    def __init__(self, message: Message, link: Link | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.link = link


def create_topic(
    properties: Mapping[str, PropertyValue],
    name: str,
    *,
    partitions: int = DEFAULT_PARTITIONS,
    replication: int = -1,
    config: Mapping[str, str] | None = None,
    timeout_s: float = 10.0,
) -> bool:
    """Create the topic ``name`` if it does not exist.

    Parameters
    ----------
    replication
        Copies of each partition; -1 is the cluster's default.
    config
        Topic settings, such as ``{"cleanup.policy": "compact"}``.

    Returns
    -------
    bool
        Whether it was created; False: it existed already (with whatever partitions).

    Raises
    ------
    TopicError
        Kafka is not there, does not answer, or does not allow it.
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """
    connection = ConnectionTracker(
        servers_of(properties), name, wall_ms(), user=user_of(properties)
    )

    def on_error(error: KafkaError) -> None:
        connection.on_error(error.code(), error.str(), wall_ms())

    admin = open_admin(properties, client_id="mwk-topics", error_cb=on_error)
    # A new topic named here would otherwise live with whatever the broker thinks of partitions.
    new = NewTopic(name, partitions, replication, config=dict(config or {}))
    future = admin.create_topics([new], operation_timeout=timeout_s, request_timeout=timeout_s)[
        name
    ]
    try:
        future.result(timeout_s + 1.0)
    except KafkaException as failure:
        error = failure.args[0]
        if error.code() == KafkaError.TOPIC_ALREADY_EXISTS:
            return False
        admin.poll(0)
        raise TopicError(_reason(error, name, connection.state, timeout_s)) from failure
    return True


def _reason(error: KafkaError, name: str, state: ConnectionState, timeout_s: float) -> Message:
    if error.code() in (
        KafkaError.TOPIC_AUTHORIZATION_FAILED,
        KafkaError.CLUSTER_AUTHORIZATION_FAILED,
    ):
        return message(
            "This user may not create topic {topic}: ask whoever runs Kafka to create it.",
            topic=name,
        )
    if error.code() in (KafkaError._TIMED_OUT, KafkaError._TRANSPORT):
        if state.link == "connecting":
            return message(
                "Kafka did not answer within {seconds:g} s, topic {topic} was not created.",
                seconds=timeout_s,
                topic=name,
            )
        return state.sentence
    return message("Topic {topic} was not created: {text}", topic=name, text=error.str())


def ensure_topic(
    properties: Mapping[str, PropertyValue],
    name: str,
    *,
    partitions: int = DEFAULT_PARTITIONS,
    config: Mapping[str, str] | None = None,
) -> bool:
    """Create the topic ``name`` only if it is missing: a user who may write need not be allowed to
    create. A user who may not write gets an error here, before anything is lost.

    Returns
    -------
    bool
        Whether it was created.

    Raises
    ------
    TopicError
        Kafka is not there, does not answer, or does not allow it: to create the topic, or to write
        to it.
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """
    found = probe_topic(properties, name, read_messages=False)
    created = False
    if found.state.link is Link.TOPIC_MISSING:
        created = create_topic(properties, name, partitions=partitions, config=config)
    elif not found.state.ok:
        raise TopicError(found.state.sentence, found.state.link)
    if not describe_topic(properties, name).may_write:
        raise TopicError(may_not_write(properties, name))
    return created

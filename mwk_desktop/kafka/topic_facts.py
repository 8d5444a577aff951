"""Facts about a topic: its identity, and what this user may do with it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from confluent_kafka import KafkaError, KafkaException, TopicCollection
from confluent_kafka.admin import AclOperation

from mwk_desktop.kafka.client_settings import PropertyValue, user_of
from mwk_desktop.kafka.clients import open_admin
from mwk_desktop.messages import Message, message


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """Facts about a topic.

    Attributes
    ----------
    id
        The topic's id; a topic that was deleted and created again has another one. Empty if Kafka
        does not answer in time, does not allow it, or is older than 3.1.
    may_read, may_write
        False if Kafka says that this user may not.
    """

    id: str = ""
    may_read: bool = True
    may_write: bool = True


class TopicIdentity:
    """Tracks which topic a show reads: a topic of the same name may be another one.

    Attributes
    ----------
    kept
        Id of the topic that the stored counts belong to; empty: unknown.
    found
        Id of the topic that was found last; empty: unknown.
    """

    def __init__(self, kept: str) -> None:
        self.kept = self.found = kept

    @property
    def is_another(self) -> bool:
        """Whether the found topic is known to differ from the one that the counts belong to."""
        return bool(self.kept and self.found) and self.found != self.kept

    def adopt(self) -> None:
        """Let the counts belong to the found topic from now on."""
        self.kept = self.found or self.kept


def describe_topic(
    properties: Mapping[str, PropertyValue], name: str, timeout_s: float = 2.0
) -> TopicFacts:
    """Ask for the topic's id and whether it may be read; reading alone would tell late."""
    return describe_topics(properties, [name], timeout_s)[name]


def describe_topics(
    properties: Mapping[str, PropertyValue], names: Sequence[str], timeout_s: float = 2.0
) -> dict[str, TopicFacts]:
    """Ask for the facts about several topics at once."""
    admin = open_admin(properties, client_id="mwk-topics")
    futures = admin.describe_topics(
        TopicCollection(list(names)),
        include_authorized_operations=True,
        request_timeout=timeout_s,
    )
    deadline_s = time.monotonic() + timeout_s + 0.5
    facts: dict[str, TopicFacts] = {}
    for name, future in futures.items():
        try:
            found = future.result(max(0.0, deadline_s - time.monotonic()))
        except TimeoutError:
            facts[name] = TopicFacts()
            continue
        except KafkaException as error:
            # Who may read or write may also describe.
            allowed = error.args[0].code() != KafkaError.TOPIC_AUTHORIZATION_FAILED
            facts[name] = TopicFacts(may_read=allowed, may_write=allowed)
            continue
        rights = found.authorized_operations  # None: an old broker, or one without rights
        facts[name] = TopicFacts(
            str(found.topic_id),
            not rights or AclOperation.READ in rights,
            not rights or AclOperation.WRITE in rights,
        )
    return facts


def may_not_write(properties: Mapping[str, PropertyValue], topic: str) -> Message:
    """The message if Kafka refuses this user's records."""
    user = user_of(properties)
    if user:
        return message(
            "Kafka does not let user {user} write to topic {topic}.", user=user, topic=topic
        )
    return message("Kafka does not let this user write to topic {topic}.", topic=topic)


def may_not_read(properties: Mapping[str, PropertyValue], topic: str) -> Message:
    """The message if this user may not read a topic."""
    user = user_of(properties)
    if user:
        return message("Kafka does not let user {user} read topic {topic}.", user=user, topic=topic)
    return message("Kafka does not let this user read topic {topic}.", topic=topic)

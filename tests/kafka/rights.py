"""Rights on topics, given to the guest of the tests' broker."""

from __future__ import annotations

from typing import Any

from confluent_kafka.admin import (
    AclBinding,
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    AdminClient,
    ResourcePatternType,
    ResourceType,
)

from tests.support import wait_for


def allow(kafka: Any, topic: str, *operations: AclOperation) -> None:
    """Let the guest do these with a topic."""
    rules = [
        AclBinding(
            ResourceType.TOPIC,
            topic,
            ResourcePatternType.LITERAL,
            "User:guest",
            "*",
            operation,
            AclPermissionType.ALLOW,
        )
        for operation in operations
    ]
    admin = AdminClient(kafka)
    for future in admin.create_acls(rules).values():
        future.result(30)
    wanted = AclBindingFilter(
        ResourceType.TOPIC,
        topic,
        ResourcePatternType.LITERAL,
        "User:guest",
        None,
        AclOperation.ANY,
        AclPermissionType.ANY,
    )

    def applied() -> bool:  # the broker hears of it a moment later
        found = {rule.operation for rule in admin.describe_acls(wanted).result(30)}
        return found >= set(operations)

    wait_for(applied)


def deny(kafka: Any, topic: str, operation: AclOperation = AclOperation.ANY) -> None:
    """Take from the guest what was given."""
    given = AclBindingFilter(
        ResourceType.TOPIC,
        topic,
        ResourcePatternType.LITERAL,
        "User:guest",
        None,
        operation,
        AclPermissionType.ANY,
    )
    admin = AdminClient(kafka)
    for future in admin.delete_acls([given]).values():
        future.result(30)
    wait_for(lambda: not admin.describe_acls(given).result(30))

"""Rights on topics, given to the guest of the tests' broker."""

from __future__ import annotations

from collections.abc import Sequence
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
    _allow(kafka, ResourceType.TOPIC, topic, ResourcePatternType.LITERAL, operations)


def allow_all(
    kafka: Any,
    resource: ResourceType,
    name: str,
    pattern: ResourcePatternType = ResourcePatternType.LITERAL,
) -> None:
    """Let the guest do everything with it."""
    _allow(kafka, resource, name, pattern, [AclOperation.ALL])


def _allow(
    kafka: Any,
    resource: ResourceType,
    name: str,
    pattern: ResourcePatternType,
    operations: Sequence[AclOperation],
) -> None:
    rules = [
        AclBinding(resource, name, pattern, "User:guest", "*", operation, AclPermissionType.ALLOW)
        for operation in operations
    ]
    admin = AdminClient(kafka)
    for future in admin.create_acls(rules).values():
        future.result(30)
    wanted = _given(resource, name, AclOperation.ANY)

    def applied() -> bool:  # the broker hears of it a moment later
        found = {rule.operation for rule in admin.describe_acls(wanted).result(30)}
        return found >= set(operations)

    wait_for(applied)


def deny(
    kafka: Any,
    name: str,
    operation: AclOperation = AclOperation.ANY,
    *,
    resource: ResourceType = ResourceType.TOPIC,
) -> None:
    """Take from the guest what was given."""
    given = _given(resource, name, operation)
    admin = AdminClient(kafka)
    for future in admin.delete_acls([given]).values():
        future.result(30)
    wait_for(lambda: not admin.describe_acls(given).result(30))


def _given(resource: ResourceType, name: str, operation: AclOperation) -> AclBindingFilter:
    return AclBindingFilter(
        resource,
        name,
        ResourcePatternType.ANY,
        "User:guest",
        None,
        operation,
        AclPermissionType.ANY,
    )

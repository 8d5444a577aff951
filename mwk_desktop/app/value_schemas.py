"""The schemas of the records' values, by the settings: a registry, a file, or none."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.messages import message
from mwk_desktop.records.schema_decoding import LocalSchema, ValueSchemas, local_schema
from mwk_desktop.records.schema_fields import FieldNames
from mwk_desktop.records.schema_types import SchemaError
from mwk_desktop.show.settings.load import Settings

if TYPE_CHECKING:
    from mwk_desktop.kafka.schema_registry import RegistryLogin


@contextmanager
def live_schemas(settings: Settings) -> Iterator[ValueSchemas]:
    """Schemas for a topic that is read now: a registry is asked beside the reading.

    Raises
    ------
    BadInput
        The schema's file cannot be used.
    """
    fields, local = _fields(settings), _local(settings)
    if local is not None or not settings.schema_registry.url:
        yield ValueSchemas(local, fields)
        return
    # Late: without a registry its client is not needed.
    from mwk_desktop.kafka.schema_registry import RegistryClient, SchemaRegistry

    client = RegistryClient(registry_login(settings))
    registry = SchemaRegistry(client.fetch, min(2.0, settings.schema_registry.timeout_s))
    registry.start()
    try:
        yield ValueSchemas(registry, fields)
    finally:
        registry.close()
        client.close()


def recording_schemas(settings: Settings) -> ValueSchemas:
    """Schemas for a recording or a check: what is missing is asked at once, and waited for.

    Raises
    ------
    BadInput
        The schema's file cannot be used.
    """
    fields, local = _fields(settings), _local(settings)
    if local is not None or not settings.schema_registry.url:
        return ValueSchemas(local, fields)
    from mwk_desktop.kafka.schema_registry import DirectSchemas, RegistryClient

    return ValueSchemas(DirectSchemas(RegistryClient(registry_login(settings)).fetch), fields)


def _fields(settings: Settings) -> FieldNames:
    return FieldNames(dataclasses.asdict(settings.schema_registry_fields))


def _local(settings: Settings) -> LocalSchema | None:
    chosen = settings.schema_registry
    if not chosen.file:
        return None
    try:
        return local_schema(
            Path(chosen.file),
            bare=not chosen.framed,
            message_name=chosen.message_name,
            fields=_fields(settings),
        )
    except SchemaError as error:
        raise BadInput(message("[schema_registry] file: {problem}", problem=error.reason)) from None


def registry_login(settings: Settings) -> RegistryLogin:
    """The registry's address in the settings, and the login for it."""
    from mwk_desktop.kafka.schema_registry import RegistryLogin

    chosen = settings.schema_registry
    return RegistryLogin(chosen.url, chosen.username, chosen.password, chosen.ca, chosen.timeout_s)

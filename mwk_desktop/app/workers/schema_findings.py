"""Schema checks as rows for the connect dialog, the pre-flight page and `mwk check`.

:func:`schema_findings` waits for the registry, at most for its timeout.
"""

from __future__ import annotations

from collections.abc import Iterator

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.app.value_schemas import recording_schemas, registry_login
from mwk_desktop.messages import message, message_of
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.show.workers_state import CheckFinding


def schema_findings(settings: Settings) -> Iterator[CheckFinding]:
    """Row ``kafka.schemas``: whether the registry answers, or the file can be used; nothing where
    neither is set."""
    chosen = settings.schema_registry
    title = message("Schemas")
    if chosen.file:
        try:
            recording_schemas(settings)
        except BadInput as error:
            remedy = message("Correct [schema_registry] in mwk.toml.")
            yield CheckFinding("kafka.schemas", "bad", title, message_of(error), remedy)
        else:
            text = message("{path} can be used", path=chosen.file)
            yield CheckFinding("kafka.schemas", "ok", title, text)
        return
    if not chosen.url:
        return
    from mwk_desktop.kafka.schema_registry import RegistryClient, RegistryError

    client = RegistryClient(registry_login(settings))
    try:
        client.check()
    except RegistryError as error:
        remedy = message("Start the registry, or correct [schema_registry] in mwk.toml.")
        yield CheckFinding("kafka.schemas", "warn", title, error.reason, remedy)
    else:
        text = message("the registry answers at {url}", url=client.url)
        yield CheckFinding("kafka.schemas", "ok", title, text)
    finally:
        client.close()

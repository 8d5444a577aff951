"""The broker of the tests and of ``make kafka`` starts with its classes mapped, not parsed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.kafka.conftest import broker_module


def test_the_broker_runs_with_its_class_archive(broker: Any) -> None:
    mapped = Path(f"/proc/{broker.pid()}/maps").read_text()
    assert str(broker_module.class_archive()) in mapped
    # Another broker, or one that was killed, may have left its own.
    assert not list(broker_module.jars_folder().glob(f"*.{broker.port}.new"))

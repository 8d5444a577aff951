"""A query process that starts like the program's, and questions to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_messages import QueryLimits
from tests.engine.conftest import _children_start_like_the_app

__all__ = ["_children_start_like_the_app"]

LIMITS = QueryLimits(memory_mb=128, disk_mb=256)


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[QueryClient]:
    """One for a whole module: a Restart makes it new."""
    process = QueryClient(tmp_path_factory.mktemp("tables"), LIMITS)
    yield process
    process.close()


@pytest.fixture
def own_process(tmp_path: Path) -> Iterator[QueryClient]:
    """One for a test that kills it."""
    process = QueryClient(tmp_path / "tables", LIMITS)
    yield process
    process.close()


def rows(process: QueryClient, text: str, **how: Any) -> list[tuple[Any, ...]]:
    """The rows of an answer."""
    return process.ask(text, 30.0, **how).rows

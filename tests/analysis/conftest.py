"""A query process that starts like the program's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mwk_desktop.analysis.query_client import QueryClient
from tests.analysis.queries import LIMITS
from tests.engine.conftest import _children_start_like_the_app

__all__ = ["_children_start_like_the_app"]


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

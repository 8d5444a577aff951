"""A plugin of pytest for mutation testing: the quickest tests first, for most changes die at once.

mutmut measures each test once, and keeps that beside the changed code.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

MEASURED = Path("mutmut-stats.json")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests into the order of what they took; those that were not measured come first."""
    if MEASURED.exists():
        durations_s = json.loads(MEASURED.read_text("utf-8"))["duration_by_test"]
        items.sort(key=lambda item: durations_s.get(item.nodeid, 0.0))

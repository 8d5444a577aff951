"""Debian's Chromium, for tests of pages on phones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support import needed


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium; without it the test fails in CI and is skipped elsewhere."""
    path = needed("chromium", "chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()

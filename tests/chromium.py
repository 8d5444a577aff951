"""Debian's Chromium, for tests of pages on phones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support import needed

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""Axe's names of the rules of WCAG 2.2, levels A and AA."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium; without it the test fails in CI and is skipped elsewhere."""
    path = needed("chromium", "chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def axe_violations(page: Any) -> str:
    """What axe-core finds on a page; "" for nothing."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    return str(found.generate_report()) if found.violations_count else ""

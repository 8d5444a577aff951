"""The page comes whole with one request, and is small: a slow line in a full hall."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mwk_desktop.messages import languages
from mwk_desktop.sources.page.page_html import PageRenderer
from mwk_desktop.sources.page.show_facts import PageRules, ShowFacts
from tests.chromium import browser
from tests.sources.page_stand import Stand
from tests.support import wait_for

__all__ = ["browser"]

MOST_BYTES = 60_000


@pytest.mark.parametrize("language", languages())
def test_the_page_is_small_and_fetches_nothing(language: str) -> None:
    votes = {"drum": 123_456}
    page = PageRenderer(PageRules()).page(
        language,
        ShowFacts("", True, 0, 30_000, 30_000, votes, ("pad",)),
        "t" * 24,
        name="n" * 40,
        asks_code=True,
        ticket="x" * 64,
    )
    assert len(page) <= MOST_BYTES
    found = re.findall(r'(?:src|href)="([^"]*)"|url\(([^)]*)\)|@import', page.decode())
    assert [link for link in found if not link[0].startswith(("data:", "/"))] == []
    assert all(link[0] in ("data:,", "/") for link in found), found


def test_a_phone_asks_once_before_it_can_vote(stand: Stand, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: troubles.append(line.text))
    page.goto(f"http://127.0.0.1:{stand.page.port}/", wait_until="load")
    page.locator("button[value=drum]").click()
    wait_for(lambda: len(stand.votes) == 1)
    before = [url.rpartition("/")[2] for url in asked]
    assert [path for path in before if path not in ("events", "vote")] == [""]
    assert troubles == [], "the policy lets the page's own style and script run"
    assert page.locator(".buttons").evaluate("e => getComputedStyle(e).display") == "grid"
    context.close()

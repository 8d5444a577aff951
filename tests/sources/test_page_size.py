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
RATE_BYTES_PER_S = 750_000 / 8
LATENCY_S = 0.1
"""A slow line in a full hall: "Regular 3G" of Chromium's developer tools."""


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
    # A connection, one question, and the answer as fast as the line is.
    assert 2 * LATENCY_S + (len(page) + 2_000) / RATE_BYTES_PER_S <= 1.0
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


def test_on_a_slow_line_a_scan_is_a_vote_at_once(stand: Stand, browser: Any) -> None:
    """Measured in Chromium, five times looser than the second that it may take."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"downloadThroughput": RATE_BYTES_PER_S, "uploadThroughput": 250_000 / 8}
    throttle = {"offline": False, "latency": LATENCY_S * 1000, **slow}
    line.send("Network.emulateNetworkConditions", throttle)
    page.goto(f"http://127.0.0.1:{stand.page.port}/", wait_until="commit")
    page.locator("button[value=drum]").click()
    wait_for(lambda: len(stand.votes) == 1)
    page.wait_for_load_state("domcontentloaded")  # a hand may be faster than the page's last byte
    ready_ms = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    print(f"ready for a vote after {ready_ms:.0f} ms")
    assert LATENCY_S * 1000 <= ready_ms <= 5_000, "the line is slow, the page is not"
    context.close()

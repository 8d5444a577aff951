"""The audience's page in Chromium: every language, dark and light, small and with large letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from mwk_desktop.messages import is_right_to_left, languages
from mwk_desktop.sources.page.page_html import PageRenderer
from mwk_desktop.sources.page.page_texts import sentence, texts
from mwk_desktop.sources.page.show_facts import PageRules, ShowFacts
from tests.chromium import axe_violations, browser

__all__ = ["browser"]

FACTS = ShowFacts("", True, 10_000, 30_000, 30_000, {"drum": 7, "pad": 1_203}, ("pad",), 1)
LONGEST = "late"


@pytest.fixture(scope="module")
def phone(browser: Any) -> Iterator[Any]:
    """A phone of 320 pixels; the page is put into it as the server would send it."""
    context = browser.new_context(viewport={"width": 320, "height": 568}, java_script_enabled=True)
    page = context.new_page()
    # Nothing is answered: what is examined is the page as it arrives.
    page.route("**/*", lambda route: route.fulfill(status=204, body=""))
    yield page
    context.close()


def show(page: Any, language: str, scheme: str, text_size: str, status_class: str) -> None:
    body = PageRenderer(PageRules()).page(
        language,
        FACTS,
        "t" * 64,
        name="ana_ruiz",
        status=sentence(language, LONGEST, "heavy_bass"),
        status_class=status_class,
        asks_code=True,
    )
    page.emulate_media(color_scheme=scheme)
    page.set_content(body.decode(), wait_until="domcontentloaded")
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", text_size)


def check(page: Any, language: str, scheme: str, status_class: str) -> None:
    for text_size in ("100%", "200%"):
        show(page, language, scheme, text_size, status_class)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{text_size}: scrolls sideways"
        cut = page.evaluate(
            """() => [...document.querySelectorAll("h1, #status, label, .vote b, .vote i")]
                .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
                .map(e => e.textContent)"""
        )
        assert cut == []
    assert axe_violations(page) == ""


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_page_is_whole_and_accessible(phone: Any, language: str) -> None:
    check(phone, language, "light" if language == "de" else "dark", "bad")
    direction = phone.evaluate("getComputedStyle(document.querySelector('main')).direction")
    assert direction == ("rtl" if is_right_to_left(language) else "ltr")
    assert texts(language)["title"] == phone.locator("h1").inner_text()


@pytest.mark.soak
@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("language", languages())
def test_every_page_is_whole_and_accessible(phone: Any, language: str, scheme: str) -> None:
    for status_class in ("bad", "good", "plays"):
        check(phone, language, scheme, status_class)
    colours = phone.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (colours == "rgb(16, 18, 22)") == (scheme == "dark")

"""The report in Chromium: readable by everyone, on any screen; it plays where one clicks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.cli.main import run
from tests.chromium import axe_violations, browser
from tests.support import T0_MS, votes, wait_for, write_lines

__all__ = ["browser"]

WINDOW_MS = 3_750


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, small_set: Path) -> Path:
    """A report with its sound, of six windows."""
    folder = tmp_path_factory.mktemp("report")
    words = ["drum", "pad", "synth", "vocal", "line_bass", "melody", "heavy bass", "lead bass"]
    lines = [
        line
        for n in range(6)
        for line in votes(words[n:] + words[: n + 1], T0_MS + n * WINDOW_MS, first=20 * n)
    ]
    path = write_lines(folder / "show.jsonl", lines)
    page = folder / "report.html"
    arguments = ["report", str(path), "-o", str(page), "--audio", "--window-ms", str(WINDOW_MS)]
    assert run([*arguments, "--sounds", str(small_set), "--state-dir", str(folder)]) == 0
    return page


@pytest.fixture
def page_of(browser: Any, report: Path) -> Iterator[Any]:
    pages = []

    def call(scheme: str, width: int) -> Any:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        pages.append(context)
        page.asked = []
        page.wrong = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda line: page.wrong.append(line.text))
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.goto(report.as_uri())
        return page

    yield call
    for context in pages:
        context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
def test_axe_finds_nothing(page_of: Any, scheme: str, width: int) -> None:
    page = page_of(scheme, width)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert axe_violations(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert page.wrong == []


def test_a_click_on_the_timeline_plays_from_there(page_of: Any) -> None:
    page = page_of("dark", 1280)
    wait_for(lambda: page.evaluate("document.querySelector('audio').readyState >= 1"))
    seconds = page.evaluate("document.querySelector('audio').duration")
    line = page.locator("svg.score").first
    box = line.bounding_box()
    share = (104 + (1040 - 104) / 2) / 1040
    line.click(position={"x": share * box["width"], "y": 40})
    wait_for(lambda: page.evaluate("!document.querySelector('audio').paused"))
    at_s = page.evaluate("document.querySelector('audio').currentTime")
    assert seconds / 2 - 0.5 <= at_s
    assert page.locator(".head[visibility=visible]").count() == 1
    page.evaluate("document.querySelector('audio').pause()")
    page.locator("summary", has_text="what played").click()
    button = page.locator("button[data-at]").nth(2)
    button.focus()
    page.keyboard.press("Enter")
    wanted_s = int(button.get_attribute("data-at")) / 1000
    wait_for(
        lambda: abs(page.evaluate("document.querySelector('audio').currentTime") - wanted_s) < 2
    )


def test_print_shows_no_player(page_of: Any) -> None:
    page = page_of("dark", 704)
    page.emulate_media(media="print")
    assert not page.locator("audio").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"

"""Phones and tablets in Chromium before the presenter's phone server, for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.controls.remote_stand import RemoteBench


class Device:
    """A phone or a tablet: a browser's context of its own."""

    def __init__(self, browser: Any, size: tuple[int, int], language: str) -> None:
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            is_mobile=True,
            has_touch=True,
            locale=language,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def status(self) -> str:
        return str(self.page.locator("#status").get_attribute("data-state"))

    def tap(self, selector: str) -> None:
        self.page.locator(selector).tap()

    def wait(self, selector: str) -> None:
        self.page.wait_for_selector(selector)

    def resize(self, size: tuple[int, int], text_size: str) -> None:
        """Another screen, and larger letters (the browser's own text size), seen from its end: what
        sticks to the screen covers nothing there."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        pixels = 16 * int(text_size.removesuffix("%")) // 100
        session = self.context.new_cdp_session(self.page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
        session.detach()
        self.page.wait_for_function(
            f"() => getComputedStyle(document.documentElement).fontSize === '{pixels}px'"
        )
        self.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")

    def is_whole(self) -> bool:
        """Whether nothing scrolls sideways and no word is cut or sticks out; else it fails."""
        wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        cut = self.page.evaluate(
            """() => [...document.querySelectorAll("h2, h3, p, button, strong, li")]
                .filter(e => e.checkVisibility() && e.clientWidth > 1)
                .filter(e => e.scrollWidth > e.clientWidth + 1)
                .map(e => e.id || e.textContent)"""
        )
        assert (wide, cut) == (0, [])
        return True


@pytest.fixture
def remote() -> Iterator[RemoteBench]:
    bench = RemoteBench()
    yield bench
    bench.server.close()


def small_targets(page: Any) -> int:
    """How many visible buttons are smaller than a finger: 44 px."""
    return int(
        page.evaluate(
            "() => [...document.querySelectorAll('button')].filter(b => b.offsetParent !== null)"
            ".filter(b => b.offsetWidth < 44 || b.offsetHeight < 44).length"
        )
    )


@pytest.fixture
def device_of(browser: Any, remote: RemoteBench) -> Iterator[Callable[..., Device]]:
    """Makes a device that has opened the pairing link (or, without roles, just the page)."""
    made: list[Device] = []

    def make(*roles: str, size: tuple[int, int] = (390, 844), language: str = "en") -> Device:
        device = Device(browser, size, language)
        made.append(device)
        link = f"{remote.origin}/r"
        if roles:
            link += f"#pair={remote.server.offer_pairing(roles).secret}"
        device.page.goto(link)
        device.wait("#status[data-state=connected]" if roles else "#status[data-state=unpaired]")
        return device

    yield make
    for device in made:
        assert not device.troubles
        device.context.close()

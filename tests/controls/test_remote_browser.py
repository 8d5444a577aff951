"""The presenter's phone in Chromium: two devices and the show agree, woken, lost, sent away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.snapshot_feed import FeedItem
from tests.chromium import axe_violations, browser
from tests.controls.remote_browser import (
    Device,
    device_of,
    remote,
    small_targets,
)
from tests.controls.remote_stand import RemoteBench
from tests.support import wait_for

__all__ = ["browser", "device_of", "remote"]


def test_two_devices_and_the_show_agree(
    remote: RemoteBench, device_of: Callable[..., Device]
) -> None:
    mixer, moderator = device_of("mix"), device_of("mix", "moderate", size=(768, 1024))
    assert mixer.page.url == f"{remote.origin}/r", "the secret is gone from the address"
    assert mixer.page.locator("#moderate").is_hidden()
    mixer.tap("#modes button:nth-child(6)")
    wait_for(lambda: remote.show.strip("pad").mode is Mode.ON)
    for device in (mixer, moderator):
        device.wait("#modes button:nth-child(6)[data-mode=on]")
    remote.show.change(hold=True)  # the console
    for device in (mixer, moderator):
        device.wait("#hold[aria-pressed=true]")
    remote.show.taken()
    moderator.tap("#messages li button.hide")
    wait_for(lambda: remote.show.taken() == [ask.HideMessage(7)])


def test_a_message_is_text_whatever_it_holds(
    remote: RemoteBench, device_of: Callable[..., Device]
) -> None:
    text = "<img src=x onerror=alert(1)> <b>drum</b>"
    remote.show.change(feed=(FeedItem(8, "<i>eve</i>", "Eve", "", text, "drum", 0),))
    moderator = device_of("moderate", size=(768, 1024))
    row = moderator.page.locator("#messages li")
    assert row.locator(".said").inner_text().endswith(text)
    assert row.locator("img, b, i").count() == 0


def test_a_revoked_device_is_out(remote: RemoteBench, device_of: Callable[..., Device]) -> None:
    phone = device_of("mix")
    remote.server.revoke(remote.server.rows[0].id)
    phone.wait("#status[data-state=unpaired]")
    assert phone.page.locator("#mix").is_hidden()
    phone.page.reload()
    phone.wait("#status[data-state=unpaired]")


def test_a_used_link_says_so(
    remote: RemoteBench, device_of: Callable[..., Device], browser: Any
) -> None:
    secret = remote.server.offer_pairing(("mix",)).secret
    first, second = Device(browser, (390, 844), "en"), Device(browser, (390, 844), "en")
    first.page.goto(f"{remote.origin}/r#pair={secret}")
    first.wait("#status[data-state=connected]")
    second.page.goto(f"{remote.origin}/r#pair={secret}")
    second.wait("#status[data-state=unpaired]")
    assert "used up" in second.page.locator("#statusText").inner_text()
    for device in (first, second):
        device.context.close()


def test_what_is_pressed_while_disconnected_is_never_done(
    remote: RemoteBench, device_of: Callable[..., Device]
) -> None:
    phone = device_of("mix")
    phone.context.set_offline(True)
    phone.wait("#status[data-state=lost]")
    assert "does not answer" in phone.page.locator("#statusText").inner_text()
    phone.page.locator("#hold").dispatch_event("click")
    phone.page.locator("#modes button:first-child").dispatch_event("click")
    phone.context.set_offline(False)
    phone.wait("#status[data-state=connected]")
    # The next press is the first that arrives.
    phone.tap("#fade")
    wait_for(lambda: remote.show.commands)
    assert remote.show.taken() == [ask.FadeOut()]


def test_it_works_when_it_is_woken(remote: RemoteBench, device_of: Callable[..., Device]) -> None:
    """A phone that slept has a dead stream; its page becomes visible again."""
    phone = device_of("mix")
    phone.page.evaluate(
        """() => {
            // As after a long sleep: the stream is gone, nobody said so.
            source.close();
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    remote.show.change(hold=True)
    phone.wait("#hold[aria-pressed=true]")
    phone.wait("#status[data-state=connected]")


def test_resume_is_held(remote: RemoteBench, device_of: Callable[..., Device]) -> None:
    remote.show.change(panic="silent")
    phone = device_of("mix")
    phone.wait("#silent")
    assert phone.page.locator("#panic").is_hidden()
    # In one go: a slow machine would hold it for as long as it takes between two steps of a test.
    held = phone.page.evaluate(
        """() => ["pointerdown", "pointerup"].map(kind => {
            const resume = document.getElementById("resume");
            resume.dispatchEvent(new PointerEvent(kind, {bubbles: true}));
            return resume.classList.contains("held");
        })"""
    )
    assert held == [True, False]
    phone.page.locator("#resume").dispatch_event("pointerdown")
    wait_for(lambda: remote.show.commands)
    assert remote.show.taken() == [ask.Resume()], "held once, let go once"


def test_the_lock_is_said(remote: RemoteBench, device_of: Callable[..., Device]) -> None:
    from mwk_desktop.show.action_kinds import ConsoleState

    phone = device_of("mix")
    remote.show.link.publish(ConsoleState(locked=True))
    remote.show.change(hold=True)
    phone.page.wait_for_function("() => !document.getElementById('notice').hidden")
    assert "locked" in phone.page.locator("#notice").inner_text()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("roles", "size"),
    [(("mix",), (390, 844)), (("mix", "moderate"), (768, 1024)), ((), (390, 664))],
)
def test_axe_finds_nothing(
    remote: RemoteBench,
    device_of: Callable[..., Device],
    roles: tuple[str, ...],
    size: tuple[int, int],
    language: str,
) -> None:
    device = device_of(*roles, size=size, language=language)
    states = [{}, {"panic": "silent"}, {"panic": "fading", "hold": True, "fade": "fading"}]
    for state in states if roles else states[:1]:
        remote.show.change(**{"panic": "", "hold": False, "fade": "", **state})
        if roles:
            wanted = "true" if state.get("panic") == "silent" else "false"
            device.page.wait_for_function(
                f"() => state && String(!document.getElementById('silent').hidden) === '{wanted}'"
            )
        assert not axe_violations(device.page)
    assert device.page.locator("html").get_attribute("lang") == language
    width = device.page.evaluate("document.documentElement.scrollWidth")
    assert width <= size[0]
    if "mix" in roles:
        box = device.page.locator("#panic").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= size[1], "panic is on the screen without scrolling"
        assert small_targets(device.page) == 0

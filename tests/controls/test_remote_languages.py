"""The presenter's phone in every language, dark and light, small and with large letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mwk_desktop.controls.remote.remote_state import page_texts
from mwk_desktop.messages import is_right_to_left, languages
from tests.chromium import axe_violations, browser
from tests.controls.moderated_show import ModeratedShow, busy, remote, show
from tests.controls.remote_browser import Device, device_of, small_targets

__all__ = ["browser", "busy", "device_of", "remote", "show"]

SCREENS = [
    ((320, 568), "100%", "light"),
    ((320, 568), "200%", "dark"),
    ((390, 844), "100%", "dark"),
    ((390, 844), "200%", "light"),
    ((768, 1024), "100%", "dark"),
    ((768, 1024), "200%", "light"),
]


@pytest.mark.soak
@pytest.mark.parametrize("language", languages())
def test_every_page_is_whole_and_accessible(
    show: ModeratedShow, busy: Callable[[str], Device], language: str
) -> None:
    device = busy(language)
    page = device.page
    for size, text_size, scheme in SCREENS:
        page.emulate_media(color_scheme=scheme)
        device.resize(size, text_size)
        assert device.is_whole()
        assert not axe_violations(page)
        assert small_targets(page) == 0
    said = page_texts(language)
    assert page.title() == said["title"]
    first, second = (page.locator(f"#modes button:nth-child({n})").bounding_box() for n in (1, 2))
    assert (first["x"] > second["x"]) == is_right_to_left(language)
    assert page.locator("#which").evaluate("e => getComputedStyle(e).direction") == (
        "rtl" if is_right_to_left(language) else "ltr"
    )
    # Silent: the one button that brings the music back.
    device.resize((320, 568), "200%")
    show.changes["panic"] = "silent"
    device.wait("#silent")
    assert page.locator("#resume").inner_text() == said["resume"]
    assert device.is_whole()
    assert not axe_violations(page)

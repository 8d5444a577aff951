"""The page beside a running show: five phones in a real browser vote, hear of it, and win places.

Debian's Chromium; without it the test fails in CI and is skipped elsewhere.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import build_opener

import pytest

from mwk_desktop.app.verbs.serve_page import qr_lines
from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.records.recording_writer import read_recording
from mwk_desktop.show.commands import ServePage, SetVoting
from mwk_desktop.sources.page.page_texts import spoken_names
from tests.app.page_shows import WINDOW_MS, begin, served
from tests.chromium import browser
from tests.engine.conftest import _children_start_like_the_app
from tests.support import needed, wait_for

__all__ = ["_children_start_like_the_app", "begin", "browser"]

ROOT = Path(__file__).parents[2]


class Phone:
    """One phone: a context of its own, as small as phones are."""

    def __init__(self, browser: Any, url: str, name: str, language: str = "en") -> None:
        self.troubles: list[str] = []
        self.name = name
        self.context = browser.new_context(
            viewport={"width": 360, "height": 640},
            device_scale_factor=2,
            is_mobile=True,
            has_touch=True,
            locale=language,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("request", self._only_ours)
        self._url = url
        # A line may be replaced before anybody polls for it: what was said is kept.
        self.page.add_init_script(
            """window.said = [];
            document.addEventListener("DOMContentLoaded", () => {
                for (const name of ["status", "lead"]) {
                    const line = document.getElementById(name);
                    new MutationObserver(() => window.said.push(line.textContent))
                        .observe(line, {childList: true, characterData: true, subtree: true});
                }
            });"""
        )
        self.page.goto(url)

    def _only_ours(self, request: Any) -> None:
        if not request.url.startswith((self._url, "data:")):
            self.troubles.append(f"asked elsewhere: {request.url}")

    def write(self, message: str) -> None:
        self.page.fill("#name", self.name)
        self.page.fill("#message", message)

    def vote(self, instrument: str, message: str = "") -> None:
        self.write(message)
        self.tap(instrument)

    def tap(self, instrument: str) -> None:
        self.page.tap(f"button[value={instrument}]")

    def wait(self, text: str) -> None:
        self.page.wait_for_function(
            "text => document.getElementById('status').textContent.indexOf(text) >= 0", arg=text
        )

    def wait_until_said(self, text: str) -> None:
        """However shortly it was to be seen, since the page was opened."""
        self.page.wait_for_function(
            "text => window.said.some(line => line.indexOf(text) >= 0)", arg=text
        )

    def forget(self) -> None:
        """What was said until now is not waited for any more."""
        self.page.evaluate("() => { window.said = []; }")

    @property
    def status(self) -> str:
        return str(self.page.text_content("#status"))


@pytest.mark.timeout(280)
def test_five_phones_make_the_next_scene(
    begin: Callable[..., ShowHost], browser: Any, tmp_path: Path
) -> None:
    window_ms = 2 * WINDOW_MS
    show_host = begin("--page", "127.0.0.1:0", "--window-ms", str(window_ms))
    url = served(show_host)
    wanted = ("vocal", "synth", "melody", "lead_bass", "heavy_bass")
    phones = [
        Phone(browser, url, f"Fan {n}", "fr-FR" if n == 4 else "en-GB") for n in range(len(wanted))
    ]
    wait_for(lambda: show_host.snapshot().workers.page.phones == 5)  # type: ignore[union-attr]

    def vote_in_one_window() -> bool:
        """They vote just after a window began; False if it ended before the last vote."""
        for phone in phones:
            phone.write("<img src=x onerror=alert(1)> encore")
            phone.forget()
        wait_for(lambda: show_host.snapshot().window.remaining_ms > window_ms - 500)
        before = show_host.snapshot()
        for phone, instrument in zip(phones, wanted, strict=True):
            phone.tap(instrument)
        wait_for(lambda: show_host.snapshot().counts.votes == before.counts.votes + 5)
        return show_host.snapshot().window.start_ms == before.window.start_ms

    # A machine that is too slow for five hands in one window has another one.
    wait_for(vote_in_one_window)
    for phone in phones[:4]:
        phone.wait_until_said("is sent")
    phones[4].wait_until_said("est envoyé")
    assert {leader.name for leader in show_host.snapshot().leaders} == {
        f"Fan_{n}" for n in range(5)
    }
    for phone, instrument in zip(phones[:4], wanted, strict=False):
        phone.wait_until_said(f"Your {instrument.replace('_', ' ')} counts for the next scene.")
    phones[4].wait_until_said("Votre vote pour basse lourde compte pour la prochaine scène.")
    texts = {item.text for item in show_host.snapshot().feed}
    assert "vocal #mwk <img src=x onerror=alert(1)> encore" in texts

    for phone, instrument in zip(phones[:4], wanted, strict=False):
        phone.wait_until_said(f"Your {instrument.replace('_', ' ')} plays now!")
    phones[4].wait_until_said("Basse lourde joue maintenant")
    assert {clip.name.split("/")[0] for clip in show_host.snapshot().scene} == set(wanted)
    phones[0].page.wait_for_function("() => document.querySelectorAll('.vote.playing').length == 5")
    for text in ("The room has chosen: ", "Your votes so far: ", "You are number "):
        phones[0].wait_until_said(text)

    # The presenter closes voting, and opens it again.
    show_host.send(SetVoting(False))
    for phone in phones[:4]:
        phone.wait("Voting is closed")
        assert phone.page.locator(".vote[disabled]").count() == 8
    show_host.send(SetVoting(True))
    phones[0].page.wait_for_function(
        "() => document.querySelectorAll('.vote[disabled]').length == 0"
    )

    # Two with one name: the second gets another, and is told.
    phones[1].context.clear_cookies()
    phones[1].page.evaluate("window.localStorage.clear()")
    phones[1].page.reload()
    phones[1].name = "fan 0"
    phones[1].vote("drum")
    phones[1].wait_until_said("You are fan 0-2 here")

    # Too quick: kindly refused, with the time to wait; when it is over, the line goes.
    phones[0].page.evaluate(
        "() => { for (let n = 0; n < 8; n += 1) document.querySelector('[value=drum]').click(); }"
    )
    phones[0].wait_until_said("That was quick!")
    phones[0].page.wait_for_function(
        "() => document.getElementById('status').textContent.indexOf('quick') < 0"
    )
    wait_for(lambda: show_host.snapshot().workers.page.refused >= 1)  # type: ignore[union-attr]
    for phone in phones:
        # A refusal is an HTTP status that the browser writes into its console; nothing else is.
        assert [text for text in phone.troubles if "status of 429" not in text] == []

    show_host.send(ServePage(False))
    wait_for(lambda: not show_host.snapshot().workers.page.address)  # type: ignore[union-attr]
    # What was voted stands in the show's recording, as every other record does.
    show_host.close()
    (recording,) = (tmp_path / "state" / "recordings").glob("show-*.jsonl.zst")
    recorded = [record for record in read_recording(recording) if record.topic == "twitter_json"]
    assert len(recorded) >= 6
    assert all(b'"Source":"mwk page"' in (record.value or b"") for record in recorded)


@pytest.mark.timeout(200)
@pytest.mark.parametrize(
    ("language", "counts", "used_up"),
    [
        ("en-GB", "Your drum counts for the next scene.", "Your votes for this scene are used up"),
        ("fr-FR", "Votre vote pour batterie compte", "Vos votes pour cette scène sont épuisés"),
    ],
)
def test_a_phone_hears_that_a_vote_is_not_counted(
    begin: Callable[..., ShowHost],
    browser: Any,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    counts: str,
    used_up: str,
) -> None:
    monkeypatch.setenv("MWK_SHOW__MAX_VOTES_PER_USER", "1")
    # No window ends meanwhile: a receipt would replace the line.
    show_host = begin("--page", "127.0.0.1:0", "--window-ms", "3600000")
    phone = Phone(browser, served(show_host), "Ana", language)
    wait_for(lambda: show_host.snapshot().window.remaining_ms > 60_000, 90.0)
    phone.vote("drum")
    phone.wait(counts)
    phone.tap("pad")
    phone.wait(used_up)
    assert phone.page.locator(".mine").count() == 0
    phone.page.reload()  # a phone that missed it reads it on the page
    assert used_up in phone.status
    assert show_host.snapshot().counts.votes == 1


@pytest.mark.timeout(200)
def test_a_phone_without_script_votes_as_well(begin: Callable[..., ShowHost], browser: Any) -> None:
    show_host = begin("--page", "127.0.0.1:0")
    url = served(show_host)
    context = browser.new_context(
        viewport={"width": 320, "height": 568}, java_script_enabled=False, locale="fr"
    )
    page = context.new_page()
    page.goto(url)
    page.fill("#name", "Zoé")
    # The keyboard's "done" must not press the first button.
    page.press("#name", "Enter")
    page.wait_for_timeout(300)
    assert show_host.snapshot().counts.votes == 0
    with page.expect_navigation():  # else the page of before may be read
        page.click("button[value=pad]")
    assert "Votre vote pour nappe est envoyé" in str(page.text_content("#status"))
    wait_for(lambda: show_host.snapshot().counts.votes == 1)
    assert show_host.snapshot().leaders[0].name == "Zoé"

    def told() -> bool:
        page.click(".again a")
        return "Nappe joue maintenant" in str(page.text_content("#status"))

    wait_for(told)


@pytest.mark.timeout(200)
def test_the_page_fits_every_phone(begin: Callable[..., ShowHost], browser: Any) -> None:
    url = served(begin("--page", "127.0.0.1:0"))
    for width, height, font in ((360, 640, 16), (320, 568, 16), (640, 360, 16), (360, 640, 32)):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="fr")
        page = context.new_page()
        page.goto(url)
        page.evaluate("size => { document.documentElement.style.fontSize = size + 'px'; }", font)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = [page.locator(".vote").nth(n).bounding_box() for n in range(8)]
        for box in boxes:
            assert min(box["width"], box["height"]) >= 48  # a thumb
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        if font == 16 and height > width:
            assert boxes[-1]["y"] + boxes[-1]["height"] <= height  # all eight without scrolling
        # Colour is never alone: each has an icon and its name.
        for n in range(8):
            button = page.locator(".vote").nth(n)
            assert button.locator("svg path").count() >= 1
            instrument = button.get_attribute("value")
            assert button.locator("b").inner_text() == spoken_names("fr")[instrument]
        context.close()


def test_the_code_leads_to_the_page(
    begin: Callable[..., ShowHost], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    needed("zbarimg", "zbar-tools")
    show_host = begin("--page", ":0")
    url = served(show_host)
    page = show_host.snapshot().workers.page
    assert page is not None
    picture = tmp_path / "code.pgm"
    scale, quiet = 4, 4
    size = (len(page.qr) + 2 * quiet) * scale
    rows = ["0" * len(page.qr)] * quiet + list(page.qr) + ["0" * len(page.qr)] * quiet
    pixels = b"".join(
        bytes(
            0 if each == "1" else 255 for each in f"{'0' * quiet}{row}{'0' * quiet}" for _ in "four"
        )
        * scale
        for row in rows
    )
    picture.write_bytes(b"P5 %d %d 255\n" % (size, size) + pixels)
    done = subprocess.run(
        ["zbarimg", "--raw", "-q", str(picture)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == url
    opener = build_opener()
    with opener.open(url, timeout=60) as response:
        assert response.status == 200
    opener.close()
    said: list[str] = []

    def is_said() -> bool:
        said.append(capfd.readouterr().err)
        return url in "".join(said)

    wait_for(is_said)
    lines = qr_lines(page.qr)
    # On a terminal: light modules are painted, two rows a line.
    halves = {"█": ("0", "0"), "▀": ("0", "1"), "▄": ("1", "0"), " ": ("1", "1")}
    seen = ["".join(halves[each][half] for each in line) for line in lines for half in (0, 1)]
    assert [row[2:-2] for row in seen[2 : 2 + len(page.qr)]] == list(page.qr)

"""The page beside a running show: five phones in a real browser vote, hear of it, and win places.

Debian's Chromium; without it the test fails in CI and is skipped elsewhere.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest

from mwk_desktop.app import shows
from mwk_desktop.app.page_alone import drawn
from mwk_desktop.app.page_host import PageHost
from mwk_desktop.app.switch import Switch
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.options import options_of
from mwk_desktop.records.recording import read_recording
from mwk_desktop.show.commands import ServePage, SetVoting
from tests.engine.conftest import _children_start_like_the_app
from tests.support import votes, write_lines

__all__ = ["_children_start_like_the_app"]

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
WINDOW_MS = 3_750
NO_CROWD = 1e-6


def wait_for(what: Callable[[], object], timeout_s: float = 60.0) -> None:
    deadline = time.monotonic() + timeout_s
    pause = threading.Event()
    while not what():
        assert time.monotonic() < deadline
        pause.wait(0.02)


def needed(program: str, package: str) -> None:
    if shutil.which(program) is None:
        message = (
            f"{program} is not installed: the page in a browser is NOT tested (apt: {package})"
        )
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    needed(CHROMIUM, "chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


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
        self.page.goto(url)
        # A line may be replaced before anybody polls for it: what was said is kept.
        self.page.evaluate(
            """() => {
                const status = document.getElementById("status");
                window.said = [];
                new MutationObserver(() => window.said.push(status.textContent))
                    .observe(status, {childList: true, characterData: true, subtree: true});
            }"""
        )

    def _only_ours(self, request: Any) -> None:
        if not request.url.startswith((self._url, "data:")):
            self.troubles.append(f"asked elsewhere: {request.url}")

    def vote(self, instrument: str, message: str = "") -> None:
        self.page.fill("#name", self.name)
        self.page.fill("#message", message)
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

    @property
    def status(self) -> str:
        return str(self.page.text_content("#status"))


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Switch]]:
    """Begins a show with its page, as the command line does."""
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mwk.toml").touch()
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    with ExitStack() as around:

        def begin(*arguments: str, recording: Path | None = None) -> Switch:
            verb = ["replay", str(recording)] if recording else []
            command = [*verb, "--device", "null", "--headless", "--window-ms", str(WINDOW_MS)]
            options = options_of(parser().parse_args([*command, *arguments]))
            band = shows.gather(options)
            if recording is not None:
                prepared = shows.prepare_replay(options, band, recording)
            else:
                prepared = shows.prepare_demo(options, band, "calm", NO_CROWD, 1)
            stack = ExitStack()
            around.callback(stack.close)
            switch = Switch(
                prepared(stack),
                stack,
                lambda path: shows.prepare_replay(options, band, path),
                band.desk,
                [PageHost(options)],
            )
            around.callback(switch.close)
            return switch

        yield begin


def served(switch: Switch) -> str:
    wait_for(lambda: switch.snapshot().desk.page.address)  # type: ignore[union-attr]
    page = switch.snapshot().desk.page
    assert page is not None
    return page.address


@pytest.mark.timeout(280)
def test_five_phones_make_the_next_scene(
    begin: Callable[..., Switch], browser: Any, tmp_path: Path
) -> None:
    switch = begin("--page", "127.0.0.1:0")
    url = served(switch)
    wanted = ("vocal", "synth", "melody", "lead_bass", "heavy_bass")
    phones = [
        Phone(browser, url, f"Fan {n}", "fr-FR" if n == 4 else "en-GB") for n in range(len(wanted))
    ]
    wait_for(lambda: switch.snapshot().desk.page.phones == 5)  # type: ignore[union-attr]

    # All in one window: they vote just after one began.
    wait_for(lambda: switch.snapshot().window.remaining_ms > WINDOW_MS - 500)
    for phone, instrument in zip(phones, wanted, strict=True):
        phone.vote(instrument, "<img src=x onerror=alert(1)> encore")
    for phone in phones[:4]:
        phone.wait("is counted")
    phones[4].wait("est compté")
    wait_for(lambda: switch.snapshot().counts.votes == 5)
    assert {leader.name for leader in switch.snapshot().leaders} == {f"Fan_{n}" for n in range(5)}
    texts = {item.text for item in switch.snapshot().feed}
    assert "vocal #mwk <img src=x onerror=alert(1)> encore" in texts

    for phone, instrument in zip(phones[:4], wanted, strict=False):
        phone.wait(f"Your {instrument.replace('_', ' ')} plays now!")
    phones[4].wait("Heavy bass joue maintenant")
    assert {clip.name.split("/")[0] for clip in switch.snapshot().scene} == set(wanted)
    phones[0].page.wait_for_function("() => document.querySelectorAll('.vote.playing').length == 5")

    # The presenter closes voting, and opens it again.
    switch.send(SetVoting(False))
    for phone in phones[:4]:
        phone.wait("Voting is closed")
        assert phone.page.locator(".vote[disabled]").count() == 8
    switch.send(SetVoting(True))
    phones[0].page.wait_for_function(
        "() => document.querySelectorAll('.vote[disabled]').length == 0"
    )

    # Two with one name: the second gets another, and is told.
    phones[1].context.clear_cookies()
    phones[1].page.evaluate("window.localStorage.clear()")
    phones[1].page.reload()
    phones[1].name = "fan 0"
    phones[1].vote("drum")
    phones[1].wait("You are fan 0-2 here")

    # Too quick: kindly refused, with the time to wait; when it is over, the line goes.
    phones[0].page.evaluate(
        "() => { for (let n = 0; n < 8; n += 1) document.querySelector('[value=drum]').click(); }"
    )
    phones[0].wait_until_said("That was quick!")
    phones[0].page.wait_for_function(
        "() => document.getElementById('status').textContent.indexOf('quick') < 0"
    )
    assert switch.snapshot().desk.page.refused >= 1  # type: ignore[union-attr]
    for phone in phones:
        # A refusal is an HTTP status that the browser writes into its console; nothing else is.
        assert [text for text in phone.troubles if "status of 429" not in text] == []

    switch.send(ServePage(False))
    wait_for(lambda: not switch.snapshot().desk.page.address)  # type: ignore[union-attr]
    # What was voted stands in the show's recording, as every other record does.
    switch.close()
    (recording,) = (tmp_path / "state" / "recordings").glob("show-*.jsonl.zst")
    recorded = [record for record in read_recording(recording) if record.topic == "twitter_json"]
    assert len(recorded) >= 6
    assert all(b'"Source":"mwk page"' in (record.value or b"") for record in recorded)


@pytest.mark.timeout(200)
def test_a_phone_without_script_votes_as_well(begin: Callable[..., Switch], browser: Any) -> None:
    switch = begin("--page", "127.0.0.1:0")
    url = served(switch)
    context = browser.new_context(
        viewport={"width": 320, "height": 568}, java_script_enabled=False, locale="fr"
    )
    page = context.new_page()
    page.goto(url)
    page.fill("#name", "Zoé")
    # The keyboard's "done" must not press the first button.
    page.press("#name", "Enter")
    page.wait_for_timeout(300)
    assert switch.snapshot().counts.votes == 0
    page.click("button[value=pad]")
    page.wait_for_load_state()
    assert "Votre vote pour pad est compté" in str(page.text_content("#status"))
    wait_for(lambda: switch.snapshot().counts.votes == 1)
    assert switch.snapshot().leaders[0].name == "Zoé"

    def told() -> bool:
        page.click(".again a")
        return "Pad joue maintenant" in str(page.text_content("#status"))

    wait_for(told)


@pytest.mark.timeout(200)
def test_the_page_fits_every_phone(begin: Callable[..., Switch], browser: Any) -> None:
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
            named = button.get_attribute("value").replace("_", " ")
            assert button.locator("b").inner_text() == named
        context.close()


def test_the_code_leads_to_the_page(
    begin: Callable[..., Switch], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    needed("zbarimg", "zbar-tools")
    switch = begin("--page", ":0")
    url = served(switch)
    page = switch.snapshot().desk.page
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
    with opener.open(url, timeout=20) as response:
        assert response.status == 200
    opener.close()
    assert url in capfd.readouterr().err
    lines = drawn(page.qr)
    # On a terminal: light modules are painted, two rows a line.
    halves = {"█": ("0", "0"), "▀": ("0", "1"), "▄": ("1", "0"), " ": ("1", "1")}
    seen = ["".join(halves[each][half] for each in line) for line in lines for half in (0, 1)]
    assert [row[2:-2] for row in seen[2 : 2 + len(page.qr)]] == list(page.qr)


def browser_of_old(url: str) -> tuple[Any, str]:
    """A client with a cookie jar, and the token of its form."""
    opener = build_opener(HTTPCookieProcessor())
    with opener.open(url, timeout=20) as response:
        found = re.search(r'name="token" value="([^"]+)"', response.read().decode())
    assert found is not None
    return opener, found[1]


def vote_by(opener: Any, url: str, token: str, instrument: str) -> dict[str, Any]:
    form = urlencode({"token": token, "instrument": instrument}).encode()
    request = Request(f"{url}/vote", form, {"Accept": "application/json"})
    from urllib.error import HTTPError

    try:
        with opener.open(request, timeout=20) as response:
            return dict(json.loads(response.read()))
    except HTTPError as error:
        with error:
            return dict(json.loads(error.read()))


def test_in_a_replay_it_refuses_and_a_live_show_would_open_it(
    begin: Callable[..., Switch], tmp_path: Path
) -> None:
    switch = begin("--page", "127.0.0.1:0")
    url = served(switch)
    opener, token = browser_of_old(url)
    assert vote_by(opener, url, token, "drum")["code"] == "counted"
    recording = write_lines(tmp_path / "show.jsonl", votes(["drum", "pad"] * 10))
    switch.open_recording(recording)
    wait_for(lambda: switch.snapshot().source.kind == "replay")
    wait_for(lambda: vote_by(opener, url, token, "drum")["code"] == "replay")
    page = switch.snapshot().desk.page
    assert page is not None
    assert not page.open
    assert "no votes" in page.problem
    assert switch.snapshot().counts.tweets <= 20
    with opener.open(url, timeout=20) as response:
        assert "A recording is playing" in response.read().decode()


def test_asked_for_later_and_a_bad_word_list_are_said(
    begin: Callable[..., Switch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MWK_PAGE__PORT", "0")
    monkeypatch.setenv("MWK_PAGE__HOST", "127.0.0.1")
    monkeypatch.setenv("MWK_PAGE__WORD_LIST", str(tmp_path / "words.txt"))
    switch = begin()
    page = switch.snapshot().desk.page
    assert page is not None
    assert (page.address, page.problem) == ("", "")
    assert {"ServePage", "SetVoting"} <= set(switch.snapshot().desk.offers)
    switch.send(ServePage(True))
    wait_for(lambda: "words.txt" in switch.snapshot().desk.page.problem)  # type: ignore[union-attr]
    (tmp_path / "words.txt").write_text("kazoo\n", "utf-8")
    switch.send(SetVoting(False))
    switch.send(ServePage(True))
    url = served(switch)
    opener, token = browser_of_old(url)
    assert vote_by(opener, url, token, "drum")["code"] == "closed"
    switch.send(SetVoting(True))
    wait_for(lambda: vote_by(opener, url, token, "drum")["code"] == "counted")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--page", "198.51.100.77:80"], "no such address"),
        (["--page", "replay"], "HOST:PORT"),
        (["page", "127.0.0.1:99999"], "65535"),
        (["page", "--partitions", "0"], "--partitions"),
    ],
)
def test_what_cannot_be_served_is_one_line(arguments: list[str], word: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mwk_desktop", "--headless", "--device", "null", *arguments],
        capture_output=True, text=True, cwd=ROOT, timeout=120,
        env={**os.environ, "MWK_STATE_DIR": str(tmp_path), "MWK_CONFIG": str(_empty(tmp_path))},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert word in done.stderr


def _empty(folder: Path) -> Path:
    path = folder / "mwk.toml"
    path.touch()
    return path

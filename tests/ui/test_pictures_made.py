"""What becomes of a picture's bytes, how they are remembered, and the way into a window."""

from __future__ import annotations

import struct
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import centre
from fake_show import evening
from picture_server import HOST, answer, authority, chunk, image, moved, png, serving
from PySide6.QtGui import QColor, QImage

from mwk_desktop.show.snapshot import Leader
from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.ui.pictures.fetch_target import RefusedError
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.pictures.picture_decoding import SIDE, picture_of, sniff
from mwk_desktop.ui.pictures.picture_fetching import Fetcher
from tests.support import wait_for

BLUE = 0xFF336699


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("size", [(1, 1), (48, 48), (400, 100), (3, 2000), (2048, 2048)])
def test_a_picture_becomes_a_small_disc(kind: str, size: tuple[int, int]) -> None:
    made = picture_of(image(kind, *size, BLUE))
    assert (made.width(), made.height()) == (SIDE, SIDE)
    middle = made.pixelColor(SIDE // 2, SIDE // 2)
    wanted = QColor(BLUE)
    assert abs(middle.red() - wanted.red()) < 6
    assert abs(middle.blue() - wanted.blue()) < 6
    assert middle.alpha() == 255
    assert made.pixelColor(0, 0).alpha() == 0


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + b"\x00" * 40,
        SVG,
        b"BM" + b"\x00" * 60,
        b"<html><img src='x.png'></html>",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + SVG,
        b"\xff\xd8\xff" + b"\x00" * 40,
        b"RIFF\x20\x00\x00\x00WEBP" + b"\x00" * 32,
        png(2049, 10),
        png(10, 2049),
        png(7000, 7000),
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 6, 0, 0, 0)),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError):
        picture_of(data)


def test_a_torn_picture_breaks_nothing() -> None:
    for kind in ("png", "jpeg", "webp"):
        whole = image(kind, 300, 300)
        for end in range(1, len(whole), max(1, len(whole) // 40)):
            try:
                made = picture_of(whole[:end])
            except RefusedError:
                continue
            assert made.width() == SIDE


def test_noise_inside_a_picture_breaks_nothing() -> None:
    for kind in ("png", "jpeg", "webp"):
        whole = image(kind, 64, 64)
        for at in range(12, len(whole), max(1, len(whole) // 60)):
            changed = bytearray(whole)
            changed[at] ^= 0xFF
            try:
                picture_of(bytes(changed))
            except RefusedError:
                continue


def test_many_scans_are_refused_before_they_are_walked() -> None:
    whole = image("jpeg", 2048, 2048)
    scan = whole.index(b"\xff\xda")
    with pytest.raises(RefusedError, match="scans"):
        picture_of(whole[:scan] + whole[scan:-2] * 100 + whole[-2:])


def test_formats_are_told_by_their_first_bytes() -> None:
    assert [sniff(image(kind)) for kind in ("png", "jpeg", "webp")] == ["png", "jpeg", "webp"]


def test_bombs_take_no_memory(tmp_path: Path) -> None:
    """7000 x 7000 pixels in 208 kB, and text chunks that unfold to 8 MB each, measured in a
    process of their own: with Qt's defaults each of them takes several hundred MB."""
    text = chunk(b"zTXt", b"a\x00\x00" + zlib.compress(b"b" * 7_900_000, 9))
    bombs = [png(7000, 7000), png(64, 64, extra=text * 60), png(2048, 2048, extra=text * 40)]
    for place, bomb in enumerate(bombs):
        (tmp_path / f"{place}.png").write_bytes(bomb)
    assert all(len(bomb) < 512 * 1024 for bomb in bombs)
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from mwk_desktop.ui.pictures.fetch_target import RefusedError\n"
        "from mwk_desktop.ui.pictures.picture_decoding import picture_of\n"
        "most = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = most()\n"
        "made = []\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        made.append(picture_of(Path(name).read_bytes()).width())\n"
        "    except RefusedError as error:\n"
        "        made.append(str(error))\n"
        "print(most() - before, *made, sep='\\n')\n"
    )
    names = [str(tmp_path / f"{place}.png") for place in range(len(bombs))]
    command = [sys.executable, "-c", code, *names]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=True, cwd=root
    )
    grown_kb, *made = done.stdout.splitlines()
    assert made == ["7000 x 7000 pixels", "128", "128"]
    assert int(grown_kb) < 64 * 1024


class HeldClock:
    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def _settle(pictures: PictureCache) -> None:
    wait_for(pictures.idle, pause_s=0.002)


@pytest.fixture
def make() -> Iterator[Callable[..., PictureCache]]:
    made: list[PictureCache] = []

    def build(fetch: Callable[[str], bytes], **more: Any) -> PictureCache:
        more.setdefault("decode", lambda data: data)
        made.append(PictureCache(fetch=fetch, **more))
        return made[-1]

    yield build
    for pictures in made:
        pictures.close()


def test_a_picture_is_there_later_under_a_key_of_ours(make: Callable[..., PictureCache]) -> None:
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return b"picture"

    pictures = make(fetch)
    url = "https://secret.example.net/monty.png?token=1"
    assert pictures.source("") == ""
    assert pictures.source(url) == ""
    _settle(pictures)
    source = pictures.source(url)
    assert source.startswith("image://people/")
    key = source.rsplit("/", 1)[1]
    assert key.isalnum()
    assert "monty" not in key
    assert pictures.image(key) == b"picture"
    assert pictures.image("other") is None
    assert pictures.serial == 1
    for _ in range(100):
        pictures.source(url)
    assert asked == [url]


def test_failures_are_left_alone_for_a_while(make: Callable[..., PictureCache]) -> None:
    asked: list[str] = []
    errors: dict[str, Exception] = {
        "https://a/": OSError("network"),
        "https://b/": RefusedError("no"),
    }

    def fetch(url: str) -> bytes:
        asked.append(url)
        raise errors[url]

    clock = HeldClock()
    pictures = make(fetch, clock=clock)

    def ask_at(seconds: float) -> list[str]:
        asked.clear()
        clock.now_s = 1000.0 + seconds
        for url in errors:
            for _ in range(3):
                assert pictures.source(url) == ""
                _settle(pictures)
        return [url[8] for url in asked]

    assert ask_at(0) == ["a", "b"]
    assert ask_at(29) == []
    assert ask_at(30) == ["a"]
    assert ask_at(60) == []
    assert ask_at(91) == ["a"]
    assert ask_at(3601) == ["a", "b"]


def test_a_picture_that_finds_a_bug_ends_nothing(
    make: Callable[..., PictureCache], caplog: pytest.LogCaptureFixture
) -> None:
    def fetch(url: str) -> bytes:
        if "bad" in url:
            raise ZeroDivisionError
        return b"picture"

    pictures = make(fetch, threads=1)
    pictures.source("https://bad/")
    pictures.source("https://good/")
    _settle(pictures)
    assert pictures.source("https://good/")
    assert "could not be made" in caplog.text


def test_memory_queue_and_threads_are_bounded(make: Callable[..., PictureCache]) -> None:
    go = threading.Event()
    under_way: list[str] = []
    most = [0]
    lock = threading.Lock()

    def fetch(url: str) -> bytes:
        with lock:
            under_way.append(url)
            most[0] = max(most[0], len(under_way))
        go.wait(60)
        with lock:
            under_way.remove(url)
        return b"picture"

    pictures = make(fetch)
    for number in range(1000):
        pictures.source(f"https://x/{number}")
    assert len(pictures._waiting) <= 48
    go.set()
    _settle(pictures)
    assert most[0] <= 3
    # What was asked for last is what is on the screen.
    assert pictures.source("https://x/999")
    for number in range(1000):
        pictures.source(f"https://y/{number}")
        _settle(pictures)
    assert len(pictures._kept) <= 192
    assert pictures.source("https://y/999")


def test_the_end_waits_for_no_server() -> None:
    began, go, answered = threading.Event(), threading.Event(), threading.Event()

    def fetch(url: str) -> bytes:
        began.set()
        go.wait(60)
        answered.set()
        return b""

    pictures = PictureCache(fetch=fetch, decode=lambda data: data)
    pictures.source("https://x/")
    assert began.wait(60)
    pictures.close()
    assert not answered.is_set()
    assert pictures.source("https://y/") == ""
    go.set()
    assert answered.wait(60)


def test_pictures_from_the_network_in_both_windows(
    open_ui: Callable[..., Any], tmp_path: Path
) -> None:
    """A real server; one good picture, and every kind of bad one around it."""
    own = authority(tmp_path)
    with serving(own.server()) as server, serving(None, "127.0.0.2") as private:
        server.answers |= {
            "/good": answer(image("png", 48, 48, 0xFF00FF00)),
            "/bomb": answer(png(7000, 7000)),
            "/moved": moved(f"http://127.0.0.2:{private.port}/x.png"),
            "/inside": moved(f"https://127.0.0.2:{private.port}/x.png"),
            "/text": answer(b"<svg/>", "image/png"),
        }
        fetcher = Fetcher(
            may_ask=lambda address: address == "127.0.0.1",
            resolver=lambda host, port: ["127.0.0.1"] if host == HOST else [host],
            tls=own.client(),
            ports=frozenset({server.port, private.port}),
        )
        pictures = PictureCache(fetch=fetcher.fetch)
        urls = [server.url(path) for path in ("/good", "/bomb", "/moved", "/inside", "/text")]
        urls += [f"http://127.0.0.2:{private.port}/a.png", "file:///etc/passwd"]
        urls += [f"https://127.0.0.2:{private.port}/a.png", "qrc:/x.png", "image://people/x"]
        leaders = tuple(Leader(f"user{i}", 90 - i, url) for i, url in enumerate(urls))
        feed = tuple(replace(item, image_url=urls[0]) for item in evening().feed)
        # Bars 3 to 6 of a window show the leaderboard on the stage.
        early = replace(evening().window, remaining_ms=22_000, playhead_bars=4.0)
        ui = open_ui(
            evening(leaders=leaders, feed=feed, window=early), stage=True, stage_size=(1280, 720),
            pictures=pictures,
        )  # fmt: skip
        ui.click(ui.find("boardTab"))
        _settle(pictures)
        ui.settle()
        shown = [row.picture for row in ui.windows.console.leaders]
        assert shown[0].startswith("image://people/")
        assert shown[1:] == [""] * 9
        assert private.connections == 0
        assert len(server.heads) == 5
        for window, name in ((ui.console, "leader_0"), (ui.stage, "stageLeader_0")):
            row = ui.find(name, window.contentItem())
            face = next(i for i in ui.items(row) if i.objectName() == "avatar")
            assert _colour(window.grabWindow(), centre(face)) == (0, 255, 0)
        row = ui.find("leader_1")
        face = next(i for i in ui.items(row) if i.objectName() == "avatar")
        assert _colour(ui.console.grabWindow(), centre(face)) != (0, 255, 0)
        faces = [
            item
            for item in ui.items(ui.find("feedList"))
            if item.objectName() == "avatar" and item.isVisible()
        ]
        assert len(faces) >= 3
        for face in faces[:3]:
            assert _colour(ui.console.grabWindow(), centre(face)) == (0, 255, 0)
        assert ui.stage.grabWindow().isNull() is False
        ui.show.change(stage=StageState(StageMoment.MESSAGES))
        ui.settle()
        assert [card["picture"] for card in ui.windows.stage.wall] == [shown[0]] * 4


def _colour(picture: QImage, point: Any) -> tuple[int, int, int]:
    colour = picture.pixelColor(point.toPoint())
    return colour.red(), colour.green(), colour.blue()

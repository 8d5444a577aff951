"""Strangers' texts and addresses in both windows: nothing breaks, and nothing is fetched."""

from __future__ import annotations

import os
import socket
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from layout_checks import HOSTILE, _rect
from PySide6.QtCore import QRectF
from PySide6.QtTest import QTest
from stage_states import hostile

from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.ui import safe_text
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.pictures.picture_fetching import Fetcher
from tests.support import wait_for

SHOTS = os.environ.get("MWK_SHOTS")


class Trap:
    """Listens on every private way in, and remembers who came."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.port = self.listener.getsockname()[1]

    def visits(self) -> int:
        came = 0
        while True:
            try:
                self.listener.accept()[0].close()
            except BlockingIOError:
                return came
            came += 1


@pytest.fixture
def trap() -> Iterator[Trap]:
    made = Trap()
    yield made
    made.listener.close()


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def pictures(asked: list[str]) -> Iterator[PictureCache]:
    """The real store with the real guard; names are only written down."""

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return [host] if host[0].isdigit() or ":" in host else ["127.0.0.1"]

    made = PictureCache(fetch=Fetcher(resolver=resolver).fetch)
    yield made
    made.close()


def _addresses(port: int) -> list[str]:
    return [
        f"http://127.0.0.1:{port}/a.png",
        f"https://127.0.0.1:{port}/a.png",
        "https://127.0.0.1/a.png",
        "https://localhost/a.png",
        "https://[::ffff:127.0.0.1]/a.png",
        "https://rebound.example.net/a.png",
        "file:///etc/passwd",
        f"image://people/../../x:{port}",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "qrc:/qt-project.org/imports/x.png",
    ]


def test_nothing_is_fetched_that_must_not_be(
    open_ui: Callable[..., Any], trap: Trap, pictures: PictureCache, asked: list[str]
) -> None:
    address = f"http://127.0.0.1:{trap.port}/x.png"
    markup = (
        f"<img src='{address}'><style>@import '{address}';</style><a href='{address}'>x</a>"
        f"<svg><image href='{address}'/></svg>![x]({address}) url({address}) {address}"
    )
    ui = open_ui(
        hostile(markup, _addresses(trap.port)[0]),
        stage=True,
        stage_size=(1280, 720),
        pictures=pictures,
    )
    for url in _addresses(trap.port):
        ui.show.set(hostile(markup, url))
        ui.settle()
        ui.show.change(winner=None)
        ui.settle()
    wait_for(lambda: (QTest.qWait(20), pictures.idle())[1])
    ui.settle()
    assert pictures.serial == 0
    assert trap.visits() == 0
    # The names of the two public-looking addresses were looked up, and nothing else.
    assert set(asked) == {"127.0.0.1", "::ffff:127.0.0.1", "rebound.example.net"}
    shown = {row.picture for row in [*ui.windows.console.leaders, *ui.windows.stage.leaders]}
    assert shown == {""}
    assert not ui.console.grabWindow().isNull()


def test_any_text_keeps_its_place_in_every_state_of_the_stage(
    open_ui: Callable[..., Any],
) -> None:
    ui = open_ui(stage=True, stage_size=(1280, 720))
    for number, (name, text) in enumerate(HOSTILE.items()):
        # Newer serials each time: every text rises on the stage and in the feed.
        state = hostile(text, "", first_serial=1_000 * number)
        ui.show.set(state)
        _look(ui, f"{name}-winner")
        for moment in (StageMoment.VOTES, StageMoment.MESSAGES, StageMoment.END):
            # Another message each time: the newest stands on the wall.
            ui.show.change(winner=None, stage=StageState(moment))
            _look(ui, f"{name}-{moment.value}")


def _look(ui: Any, name: str) -> None:
    ui.settle()
    if SHOTS:
        folder = Path(SHOTS)
        folder.mkdir(parents=True, exist_ok=True)
        ui.stage.grabWindow().save(str(folder / f"hostile-{name}-stage.png"))
        ui.console.grabWindow().save(str(folder / f"hostile-{name}-console.png"))
    for window in (ui.stage, ui.console):
        bounds = QRectF(-1, -1, window.width() + 2.0, window.height() + 2.0)
        for item in ui.items(window.contentItem()):
            if not item.isVisible() or not item.metaObject().className().startswith("Words"):
                continue
            text = item.property("text")
            # A delegate that is being taken apart has no font of ours any more.
            if not text or item.property("font").pixelSize() <= 0:
                continue
            assert len(text) < 400
            lines = 2 if item.objectName() == "messageText" else 1
            assert item.property("lineCount") <= lines
            # A tower of marks would stand far above its own line.
            tallest = 2.4 * lines * item.property("font").pixelSize()
            assert item.property("contentHeight") <= tallest
            assert item.property("contentWidth") <= item.width() + 2.5 or item.clip(), text[:40]
            if item.height() > 0 and item.width() > 0 and not _cut(item):
                assert bounds.contains(_rect(item)), (text[:40], _rect(item))


def _cut(item: Any) -> bool:
    above = item.parentItem()
    while above is not None:
        if above.clip():
            return True
        above = above.parentItem()
    return False


def test_a_hostile_flood_is_cheap(
    open_ui: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """100 kB of marks in every name and message: no more is looked at than of texts that fit."""
    looked_at = [0]

    class Counting:
        """``unicodedata`` with a count of the characters that it is asked for."""

        category = staticmethod(unicodedata.category)

        @staticmethod
        def normalize(form: Any, text: str) -> str:
            looked_at[0] += len(text)
            return unicodedata.normalize(form, text)

    monkeypatch.setattr(safe_text, "unicodedata", Counting)

    def looked_at_in_a_pull(marks: int) -> int:
        before = looked_at[0]
        for number in range(5):
            text = f"{number}" + "\u0301\u202e\U0001f469\u200d" * marks
            ui.show.set(hostile(text, ""))
            ui.windows.pull()
        return (looked_at[0] - before) // 5

    ui = open_ui(hostile("z" + "\u0301" * 100_000, ""), stage=True, stage_size=(1280, 720))
    at_the_limit = looked_at_in_a_pull(safe_text.TEXT_LIMIT * 4)
    assert 0 < looked_at_in_a_pull(25_000) <= at_the_limit

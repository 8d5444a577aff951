"""Pictures of the pages on the fake show: ``python tests/ui/pages_shots.py OUT [NAME ...]``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import pages_state as known
from fake_show import FakeShow, demo

from mwk_desktop.messages import message
from mwk_desktop.show.followed_networks import NetworkState
from mwk_desktop.show.workers_state import Checks, QueryState
from mwk_desktop.ui.application import AppWindows
from mwk_desktop.ui.display import prepare_graphics
from mwk_desktop.ui.ui_options import UiOptions

RAW = QueryState(
    text=known.READY[0].text,
    continuous=True,
    columns=("created_at", "screen_name", "text"),
    types=("TIMESTAMP", "VARCHAR", "VARCHAR"),
    rows=tuple(
        (f"2018-04-18 20:31:{59 - n:02}", name, text)
        for n, (name, text) in enumerate(
            [
                ("ana_ruiz", "heavy bass #mwk \U0001f525 let it shake the room"),
                (
                    "\u0644\u06cc\u0644\u06cc \u062d\u062f\u0627\u062f",
                    "vocal #mwk \u064a\u0644\u0627",
                ),
                ("\u5c0f\u6797\u5065\u4e8c", "melody \u304a\u9858\u3044\u3057\u307e\u3059 #mwk"),
                ("pierrot", "Allez, une nappe bien large pour l\u2019amphi " * 5),
                ("zoe_t", "<img src='https://example.org/x.png'> drum"),
            ]
            * 8
        )
    ),
    row_count=1203,
    took_ms=11.0,
    as_of_tweets=1203,
)

STATES: dict[str, tuple[str, dict[str, Any]]] = {
    "connect": ("connect", {}),
    "connect-good": ("connect", {"connection": known.found_by_test(known.GOOD)}),
    "connect-refused": (
        "connect",
        {
            "connection": known.found_by_test(
                known.REFUSED,
                usable=False,
                refused="[kafka] no.such.thing: no such property (librdkafka's names are meant)",
            )
        },
    ),
    "connect-missing": ("connect", {"connection": known.found_by_test(known.MISSING)}),
    "connect-networks": (
        "connect",
        {
            "networks": (
                NetworkState(
                    "mastodon",
                    "failed",
                    message(
                        "{network} refuses the access token ({code}).",
                        network="Mastodon",
                        code="401",
                    ),
                ),
                NetworkState("bluesky"),
                NetworkState(
                    "twitch",
                    "connected",
                    message("Listening to the chat of {channel}", channel="hall"),
                    1_203,
                ),
            ),
            "offers": ("FollowNetwork",),
        },
    ),
    "settings": ("settings", {}),
    "settings-problem": (
        "settings",
        {
            "settings": known.settings(
                changed=known.row(
                    "show.window_ms",
                    "30000",
                    "whole",
                    default="30000",
                    source="file",
                    kept=True,
                    problem="Must be a whole number from 100 to 86400000, is 3",
                )
            )
        },
    ),
    "checks": ("checks", {"checks": known.ALL_CHECKED}),
    "checks-running": ("checks", {"checks": Checks(True, "warn", 5, known.CHECKED[:3])}),
    "query": ("query", {}),
    "query-bars": ("query", {"query": known.ANSWER}),
    "query-raw": ("query", {"query": RAW}),
    "query-error": (
        "query",
        {
            "query": QueryState(
                text="SELECT screen_nam FROM tweets",
                error='Column "screen_nam" is not there. Did you mean "screen_name"?',
                error_at=7,
            )
        },
    ),
}


def item_named(name: str, item: Any) -> Any:
    """The item of this object name, in the item or below; None if it is not there."""
    if item.objectName() == name:
        return item
    below = (item_named(name, child) for child in item.childItems())
    return next((found for found in below if found is not None), None)


def picture(folder: Path, state: str, size: tuple[int, int]) -> None:
    """One page as a PNG."""
    from PySide6.QtTest import QTest

    name, ui = STATES[state]
    show = FakeShow(demo())
    windows = AppWindows(show, UiOptions(console_size=size, on_open_recording=lambda _path: None))
    assert windows.load()
    windows.open(None, lambda: None)
    query = ui.get("query")
    if query is not None:
        windows.pages.query.edit(query.text, 0)
        windows.pages.query.offerNothing()
    windows.pages.open(name)
    show.change(workers=known.workers_state(**ui))
    QTest.qWait(400)
    if "networks" in ui:
        item_named("connectPage", windows.console_window.contentItem()).setProperty(
            "part", "networks"
        )
        QTest.qWait(200)
    windows.console_window.grabWindow().save(str(folder / f"page-{state}-{size[0]}x{size[1]}.png"))
    windows.close()


def main(folder: Path, states: list[str]) -> int:
    import os

    from PySide6.QtGui import QGuiApplication

    prepare_graphics(os.environ)
    app = QGuiApplication(["mwk"])
    folder.mkdir(parents=True, exist_ok=True)
    for state in states or STATES:
        picture(folder, state, (1280, 800))
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))

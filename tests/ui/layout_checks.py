"""What every console must keep to, in every state: nothing cut, nothing over another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import go_states
from fake_show import demo, empty, evening, replay_trouble, replayed, served, trouble, winner_state
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQml import QQmlExpression, qmlContext

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.units import INSTRUMENTS

TWO_LINES = ("messageText", "slotTitle")
STAGE_BUTTONS = ("votes", "join", "sql", "winner", "end", "black")
STRIP_PARTS = ("now", "next", "segment", "clip", "meter", "fader", "gain", "mute", "solo")


MASTER_PARTS = ("sceneNow", "sceneNext", "masterMeter", "masterFader", "masterGain", "outputButton")


STATES: dict[str, Callable[[], Snapshot]] = {
    "evening": evening,
    "demo": demo,
    "trouble": trouble,
    "replay": replayed,
    "replay-trouble": replay_trouble,
    "served": served,
    "lost-history": lambda: evening(workers=WorkersState(lost_history=True)),
    "winner": lambda: evening(winner=winner_state()),
    "empty": empty,
    "armed": go_states.armed,
    "fired": go_states.fired,
    "next-now": go_states.next_now,
    "snapshots": go_states.snapshots,
    "recording": lambda: evening(master_recorded_ms=45_296_000),
}


BOMB = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466\U0001f3f4\ufdfd\u2e3b"


HOSTILE = {
    "html": "<img src='http://127.0.0.1:9/x.png'><h1><b>big</b></h1><br><br><a href='x'>y</a>",
    "marks": "z" + "\u0301\u0338\u20dd" * 10_000 + "algo",
    "overrides": "\u202eevil\u202d \u2066\u2067x\u200f\u200e\u061c \u202cend",
    "long": "W" * 100_000,
    "spaces": "a b " * 30_000,
    "emoji": BOMB * 500,
    "lines": "one\ntwo\r\nthree\u2028four\u2029five\tsix\x00\x07\x1b[31m",
    "surrogate": "half \ud83d pair \uffff \ue000",
    "markdown": "# head **bold** [x](http://127.0.0.1:9/) `code`",
    "tags": "\U000e0041\U000e0042\ufeff\u2060\u00ad\u180e",
    "wide": "\ufdfd" * 300,
}


def _rect(item: Any) -> QRectF:
    corner = item.mapToScene(QPointF(0, 0))
    return QRectF(corner.x(), corner.y(), item.width(), item.height())


def _texts(ui: Any, root: Any = None) -> Iterator[Any]:
    for item in ui.items(root):
        # Not by metaObject(): PySide keeps its wrapper for an address that an item may get later.
        if item.property("lineCount") is not None and item.isVisible() and item.property("text"):
            yield item


def _scroller(item: Any) -> Any:
    """The nearest part around an item that scrolls; None: none does."""
    while (item := item.parentItem()) is not None:
        if item.property("contentY") is not None:
            return item
    return None


def _disjoint(rects: dict[str, QRectF], slack: float = 0.5) -> None:
    for (name, a), (other, b) in combinations(rects.items(), 2):
        common = a.intersected(b)
        both = common.width() > slack and common.height() > slack
        assert not both, f"{name} {a} covers {other} {b}"


def _named(ui: Any, root: Any = None) -> dict[str, Any]:
    """As ``ui.find`` has them, all items with a name: one walk instead of one for each name."""
    found: dict[str, Any] = {}
    for item in ui.items(root):
        name = item.objectName()
        if name and (name not in found or (item.isVisible() and not found[name].isVisible())):
            found[name] = item
    return found


def _check_console(ui: Any) -> None:
    window = QRectF(0, 0, ui.console.width(), ui.console.height())
    named = _named(ui)
    blocks = {
        name: _rect(named[name])
        for name in ("header", "transport", "rail", "votes", "stagePanel", "health")
    }
    feed = named["feed"]
    if feed.isVisible():
        blocks["feed"] = _rect(feed)
    blocks["master"] = _rect(named["master"])
    # Compact, below 1240 across or 700 high: lower rows, and shorter faders.
    small = ui.console.width() < 1240 or ui.console.height() < 700
    for name in INSTRUMENTS:
        strip = named[f"strip_{name}"]
        in_strip = _named(ui, strip)
        blocks[name] = _rect(strip)
        parts = {part: _rect(in_strip[part]) for part in STRIP_PARTS}
        _disjoint(parts)
        assert all(blocks[name].contains(rect) for rect in parts.values()), (name, parts)
        assert strip.width() >= (74 if ui.console.width() < 1240 else 92)
        assert in_strip["fader"].height() >= (130 if small else 160)
    in_master = _named(ui, named["master"])
    parts = {part: _rect(in_master[part]) for part in MASTER_PARTS}
    _disjoint(parts)
    assert all(blocks["master"].contains(rect) for rect in parts.values())
    for name in ("firstRun", "replayBar", "banner_0", "banner_1"):
        if name in named and named[name].isVisible():
            blocks[name] = _rect(named[name])
    _disjoint(blocks)
    assert all(window.contains(rect) for rect in blocks.values()), blocks
    buttons = ("hold", "panic", "fade", "nextNow", "go", "record", "ribbon")
    _disjoint({n: _rect(named[n]) for n in buttons})
    _disjoint({n: _rect(named[n]) for n in ("stageTab", "boardTab", "stage")})
    _disjoint({n: _rect(named[f"stage_{n}"]) for n in STAGE_BUTTONS})
    last = "clearArmed" if named["clearArmed"].isVisible() else "allAuto"
    rail = ("arm", *(f"snap_{number}" for number in range(1, 9)), last)
    _disjoint({n: _rect(named[n]) for n in rail})
    heads = ("menu", "undo", "redo", "lock", "keys", "sourcePill", "sourceName")
    _disjoint({n: _rect(named[n]) for n in heads})


def _is_plain(text: Any) -> bool:
    ask = QQmlExpression(qmlContext(text), text, "textFormat === Text.PlainText")
    plain: bool = ask.evaluate()[0]
    return plain


def _check_texts(ui: Any, root: Any, window: Any) -> None:
    bounds = QRectF(-0.5, -0.5, window.width() + 1.0, window.height() + 1.0)
    for text in _texts(ui, root):
        assert _is_plain(text), text.property("text")
        assert text.property("lineCount") <= (2 if text.objectName() in TWO_LINES else 1)
        shown = _rect(text)
        drawn = QRectF(
            shown.x(), shown.y(), min(shown.width(), text.property("contentWidth")), shown.height()
        )
        above = text.parentItem()
        while above is not None:
            if above.clip():
                drawn = drawn.intersected(_rect(above))
            above = above.parentItem()
        if drawn.width() > 0 and drawn.height() > 0:
            assert bounds.contains(drawn), (text.property("text")[:60], drawn)


def check_whole_console(ui: Any) -> None:
    """Everything stands apart, inside the window, and is whole."""
    _check_console(ui)
    _check_texts(ui, None, ui.console)
    check_own_words(ui)


def check_own_words(ui: Any) -> None:
    """Our own words fit; only what comes from outside (clips, users, problems) may be cut."""
    ours = (
        "health",
        "transport",
        "header",
        "master",
        "votes",
        "stagePanel",
    )
    named = _named(ui)
    shown_at_times = tuple(name for name in ("firstRun", "replayBar") if name in named)
    users = {row.name for row in ui.windows.console.leaders}
    for name in ours + shown_at_times:
        for text in _texts(ui, named[name]):
            if text.property("text") not in users and text.opacity() > 0:
                assert not text.property("truncated"), (name, text.property("text"))
    for name in INSTRUMENTS:
        strip = named[f"strip_{name}"]
        in_strip = _named(ui, strip)
        titles = {in_strip[slot].property("title") for slot in ("now", "next")}
        for text in _texts(ui, strip):
            if text.property("text") not in titles:
                assert not text.property("truncated"), (name, text.property("text"))

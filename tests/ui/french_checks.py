"""Which words of a window are still English, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mwk_desktop.ui.translation import messages, ts_file
from mwk_desktop.units import INSTRUMENTS

# What may be cut off: what strangers wrote, the own titles of clips and snapshots, and sentences
# after the first.
_MAY_ELIDE = {"feedText", "messageCard", "runnerUp", "now", "next", "banner_0", "banner_1"}
_MAY_ELIDE |= {"queryRows", "lockNote", "snapName"}


def texts_of(ui: Any, root: Any) -> Iterator[Any]:
    for item in ui.items(root):
        if item.property("lineCount") is not None and item.isVisible() and item.property("text"):
            yield item


def place_of(item: Any) -> set[str]:
    names = set()
    for _ in range(4):
        if item is None:
            break
        names.add(item.objectName())
        item = item.parentItem()
    return names


_SAME = {
    message.source for message in messages(ts_file("fr")) if message.translation == message.source
}


ENGLISH = {
    message.source for message in messages(ts_file("fr")) if "%" not in message.source
} - _SAME
ENGLISH -= {"beat", "bar", "loop", *INSTRUMENTS}


def check_words(ui: Any, root: Any, where: str) -> None:
    """No text is cut off that must not be, and none has stayed English."""
    for item in texts_of(ui, root):
        text = item.property("text")
        if item.property("truncated"):
            assert place_of(item) & _MAY_ELIDE, (where, text, item.width(), item.implicitWidth())
        typed = item.property("readOnly") is not None
        assert typed or text not in ENGLISH, (where, text)

"""Counts the frames of both windows, and times the pulls between them."""

from __future__ import annotations

import time
from typing import Any

_COUNTER = b"""
import QtQuick
QtObject {
    property Window window
    property int frames: 0
    property Connections counting: Connections {
        target: window
        function onFrameSwapped() { frames += 1 }
    }
}
"""


class WindowFrames:
    """Both windows of a running program.

    Attributes
    ----------
    pulls_ms
        What each pull of the windows took, in milliseconds; None: not measured at the moment.
    """

    def __init__(self, windows: Any) -> None:
        self.pulls_ms: list[float] | None = None
        self._counters = {
            "console": _counter(windows.engine, windows.console_window),
            "stage": _counter(windows.engine, windows.stage_window),
        }
        pull = windows.pull

        def timed() -> None:
            begun_s = time.perf_counter()
            pull()
            if self.pulls_ms is not None:
                self.pulls_ms.append((time.perf_counter() - begun_s) * 1000)

        windows._frames._pull = timed

    def count(self) -> dict[str, int]:
        """Frames of each window since the beginning."""
        return {name: one.property("frames") for name, one in self._counters.items()}


def _counter(engine: Any, window: Any) -> Any:
    """Counts a window's frames without Python: a slot in it waits for the interpreter's lock."""
    from PySide6.QtQml import QQmlComponent

    component = QQmlComponent(engine)
    component.setData(_COUNTER, "")
    counter = component.createWithInitialProperties({"window": window})
    assert counter is not None, component.errorString()
    counter.setParent(window)
    return counter

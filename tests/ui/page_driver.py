"""A page of the console and hands to use it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fake_show import demo
from pages_state import workers_state
from PySide6.QtCore import Qt

CTRL = Qt.KeyboardModifier.ControlModifier


class Page:
    """The windows with one page open."""

    def __init__(self, ui: Any, name: str) -> None:
        self.ui = ui
        self.show = ui.show
        ui.windows.pages.open(name)
        self.settle()

    def settle(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(1)
        self.ui.settle()

    def know(self, **changes: Any) -> None:
        """The workers found something."""
        ui = self.show.snapshot().workers
        self.show.change(workers=replace(ui, **changes))
        self.settle()

    def find(self, name: str) -> Any:
        return self.ui.find(name, self.ui.find("pageHost"))

    def there(self, name: str) -> bool:
        host = self.ui.find("pageHost")
        return any(item.objectName() == name and item.isVisible() for item in self.ui.items(host))

    def text(self, name: str) -> str:
        return str(self.find(name).property("text"))

    def click(self, name: str) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(20)  # a list is laid out only with the next frame
        self.ui.click(self.find(name))

    def press(self, key: Any, modifiers: Any = None) -> None:
        self.ui.press(key, modifiers)

    def type_into(self, item: Any, text: str) -> None:
        self.ui.click(item)
        self.press(Qt.Key.Key_A, CTRL)
        self.press(Qt.Key.Key_Delete)
        self.ui.type(text)

    def sent(self) -> list[Any]:
        return self.ui.sent()

    @property
    def open(self) -> str:
        return str(self.ui.windows.pages.page)

    @property
    def focus(self) -> Any:
        return self.ui.console.activeFocusItem()


@pytest.fixture
def open_page(open_ui: Callable[..., Any]) -> Callable[..., Page]:
    def make(name: str, **ui: Any) -> Page:
        return Page(open_ui(demo(workers=workers_state(**ui))), name)

    return make


@pytest.fixture
def open_shared_page(shared_console: Any) -> Callable[..., Page]:
    """Opens a page in the file's one console."""

    def make(name: str, **workers: Any) -> Page:
        ui = shared_console(demo(workers=workers_state(**workers)))
        ui.windows.pages.close()
        ui.settle()
        page = Page(ui, name)
        page.ui.windows.pages.settings.choose(0)
        page.settle()
        page.sent()
        return page

    return make

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
    """A desk with one page open."""

    def __init__(self, desk: Any, name: str) -> None:
        self.desk = desk
        self.show = desk.show
        desk.windows.pages.open(name)
        self.settle()

    def settle(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(1)
        self.desk.settle()

    def know(self, **changes: Any) -> None:
        """The desk's workers found something."""
        desk = self.show.snapshot().workers
        self.show.change(workers=replace(desk, **changes))
        self.settle()

    def find(self, name: str) -> Any:
        return self.desk.find(name, self.desk.find("pageHost"))

    def there(self, name: str) -> bool:
        host = self.desk.find("pageHost")
        return any(item.objectName() == name and item.isVisible() for item in self.desk.items(host))

    def text(self, name: str) -> str:
        return str(self.find(name).property("text"))

    def click(self, name: str) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(20)  # a list is laid out only with the next frame
        self.desk.click(self.find(name))

    def press(self, key: Any, modifiers: Any = None) -> None:
        self.desk.press(key, modifiers)

    def type_into(self, item: Any, text: str) -> None:
        self.desk.click(item)
        self.press(Qt.Key.Key_A, CTRL)
        self.press(Qt.Key.Key_Delete)
        self.desk.type(text)

    def sent(self) -> list[Any]:
        return self.desk.sent()

    @property
    def open(self) -> str:
        return str(self.desk.windows.pages.page)

    @property
    def focus(self) -> Any:
        return self.desk.console.activeFocusItem()


@pytest.fixture
def open_page(open_desk: Callable[..., Any]) -> Callable[..., Page]:
    def make(name: str, **desk: Any) -> Page:
        return Page(open_desk(demo(workers=workers_state(**desk))), name)

    return make

"""View-models without boilerplate: a QObject class whose properties are a table of defaults.

QML binds to ``barText`` and the like; Python passes a dictionary, and only changed values are
signalled. GUI thread only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Signal

_KINDS: dict[type, Any] = {
    str: str,
    bool: bool,
    int: int,
    float: float,
    list: "QVariantList",
    dict: "QVariantMap",
    object: QObject,
}


def view_model_class(name: str, defaults: Mapping[str, Any]) -> type:
    """A QObject class with one read-only, notifying property for each default.

    Parameters
    ----------
    name
        The class's name in Python and QML.
    defaults
        Property name to first value; the value's type is the property's. QML gets lists and maps as
        a whole, so pass a new one to change one.
    """
    space: dict[str, Any] = {}
    for key, value in defaults.items():
        changed = Signal()
        space[f"{key}Changed"] = changed
        space[key] = Property(_KINDS[type(value)], _getter(key), notify=changed)

    def start(self: Any, parent: QObject | None = None) -> None:
        QObject.__init__(self, parent)
        self._values = dict(defaults)

    def set_properties(self: Any, values: Mapping[str, Any]) -> None:
        """Set new values; properties that did not change send no signal."""
        mine = self._values
        for key, value in values.items():
            if mine[key] != value:
                mine[key] = value
                getattr(self, f"{key}Changed").emit()

    space["__init__"] = start
    space["set_properties"] = set_properties
    space["__doc__"] = f"What {name} shows; see :func:`view_model_class`."
    made: type = type(QObject)(name, (QObject,), space)  # type: ignore[misc]
    return made


def _getter(key: str) -> Any:
    def get(self: Any) -> Any:
        return self._values[key]

    return get

"""Reads a running console as a screen reader does: over AT-SPI, from another process.

``dbus-run-session -- python tests/ui/screen_reader.py`` starts ``mwk`` with its demo and prints
what the accessibility bus says of its console, one JSON object a line: role, name, description and
value.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.support import wait_for

LIBRARY = "libatspi.so.0"
WAIT_S = 90.0
SHOWING = 25  # ATSPI_STATE_SHOWING
ROWS = 2
"""Of the feed: as many as a small window has room for."""


class Reader:
    """The few calls of libatspi that are needed here."""

    def __init__(self) -> None:
        self._lib = lib = ctypes.CDLL(LIBRARY)
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        for name, result, arguments in (
            ("get_desktop", pointer, [ctypes.c_int]),
            ("accessible_get_child_count", ctypes.c_int, [pointer, pointer]),
            ("accessible_get_child_at_index", pointer, [pointer, ctypes.c_int, pointer]),
            ("accessible_get_name", text, [pointer, pointer]),
            ("accessible_get_description", text, [pointer, pointer]),
            ("accessible_get_role_name", text, [pointer, pointer]),
            ("accessible_get_state_set", pointer, [pointer]),
            ("state_set_contains", ctypes.c_int, [pointer, ctypes.c_int]),
            ("accessible_get_value_iface", pointer, [pointer]),
            ("value_get_current_value", ctypes.c_double, [pointer, pointer]),
            ("value_get_minimum_value", ctypes.c_double, [pointer, pointer]),
            ("value_get_maximum_value", ctypes.c_double, [pointer, pointer]),
        ):
            function = getattr(lib, f"atspi_{name}")
            function.restype, function.argtypes = result, arguments
        lib.atspi_init()
        self.desktop = lib.atspi_get_desktop(0)

    def children(self, item: int) -> list[int]:
        number = self._lib.atspi_accessible_get_child_count(item, None)
        found = (
            self._lib.atspi_accessible_get_child_at_index(item, place, None)
            for place in range(number)
        )
        return [child for child in found if child]

    def text(self, item: int, what: str) -> str:
        raw = getattr(self._lib, f"atspi_accessible_get_{what}")(item, None)
        return "" if raw is None else raw.decode("utf-8")

    def value(self, item: int) -> list[float] | None:
        """Current, least and most value; None for what has none."""
        face = self._lib.atspi_accessible_get_value_iface(item)
        if not face:
            return None
        names = ("current", "minimum", "maximum")
        return [getattr(self._lib, f"atspi_value_get_{name}_value")(face, None) for name in names]

    def is_showing(self, item: int) -> bool:
        """Whether people see it, too."""
        states = self._lib.atspi_accessible_get_state_set(item)
        return bool(states and self._lib.atspi_state_set_contains(states, SHOWING))

    def walk(self, item: int, most: int = 4000) -> Iterator[dict[str, Any]]:
        """Everything that is shown below an item, parents first."""
        left = [item]
        while left and most:
            most -= 1
            item = left.pop()
            role = self.text(item, "role_name")
            yield {
                "role": role,
                "name": self.text(item, "name"),
                "description": self.text(item, "description"),
                "value": self.value(item) if role == "slider" else None,
            }
            left += [one for one in reversed(self.children(item)) if self.is_showing(one)]


def console(reader: Reader) -> int | None:
    """The console's window on the bus."""
    for program in reader.children(reader.desktop):
        for window in reader.children(program):
            if reader.text(window, "name") == "Music with Kafka":
                return window
    return None


def main(state_dir: str) -> int:
    environ = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "mwk_desktop", "--device", "null", "--state-dir", state_dir]
    with subprocess.Popen(command, env=environ, cwd=sys.path[0]) as program:
        try:
            reader = Reader()
            window = wait_for(lambda: console(reader), WAIT_S)

            def with_messages() -> list[dict[str, Any]]:
                found = list(reader.walk(window))
                rows = [one for one in found if one["role"] == "list item" and ": " in one["name"]]
                return found if len(rows) >= ROWS else []

            for one in wait_for(with_messages, WAIT_S):
                print(json.dumps(one))
        finally:
            program.terminate()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))

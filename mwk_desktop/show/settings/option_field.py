"""A field of a section of ``mwk.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final

from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.show.settings.value_kinds import SettingKind

_UNITS: Final[Mapping[str, Message]] = {
    "ms": message("ms"),
    "s": message("s"),
    "minutes": message("min"),
    "beats": message("beats"),
    "usd": message("US$"),
    "length": message("characters"),
}
"""Units live in names: the last word of a number's name says what it counts."""


def option(
    default: Any,
    kind: SettingKind,
    help_text: Message,
    *,
    label: Message,
    form: Message = NOTHING,
    path: bool = False,
    edit: str = "",
    unit: Message = NOTHING,
    at_once: bool = False,
) -> Any:
    """A field of a section: its default, its kind, a sentence for the reference.

    Parameters
    ----------
    label
        What the settings page calls it.
    form
        What the settings page says in place of ``help_text``, where that speaks of how the file is
        written and the page has a control for it.
    path
        It is a file or folder: ``~`` is expanded, and in ``mwk.toml`` it is relative to that file.
    edit
        What the settings page offers to choose from, where the kind does not say: ``folder``,
        ``file``, ``output``, ``screen``.
    unit
        What a number counts, where its name does not say.
    at_once
        A change takes effect during the show; others wait for the next start.
    """
    secret = kind.name == "secret"
    metadata = {
        "kind": kind,
        "help": help_text,
        "label": label,
        "form": form or help_text,
        "path": path,
        "edit": edit,
        "unit": unit,
        "at_once": at_once,
    }
    return field(default=default, metadata=metadata, repr=not secret)


def unit_of(name: str, metadata: Mapping[str, Any]) -> Message:
    """What a setting's number counts; nothing for what is no number."""
    if not metadata["kind"].name.endswith("number"):
        return NOTHING
    if metadata["unit"]:
        return metadata["unit"]  # type: ignore[no-any-return]
    if re.search(r"_per_", name) and name.endswith("_s"):
        return message("a second")
    words = name.split("_")
    return _UNITS.get(words[-1], _UNITS.get(words[0], NOTHING) if words[0] == "usd" else NOTHING)

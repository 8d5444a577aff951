"""A field of a section of ``mwk.toml``."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from mwk_desktop.messages import Message
from mwk_desktop.show.settings.value_kinds import SettingKind


def option(default: Any, kind: SettingKind, help_text: Message, *, path: bool = False) -> Any:
    """A field of a section: its default, its kind, a sentence for the reference.

    ``path`` marks a file or folder: ``~`` is expanded, and in ``mwk.toml`` it is relative to that
    file.
    """
    secret = kind.name == "secret"
    metadata = {"kind": kind, "help": help_text, "path": path}
    return field(default=default, metadata=metadata, repr=not secret)

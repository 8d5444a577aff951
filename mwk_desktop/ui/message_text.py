"""Renders messages as text for a window: in its language, safe for a screen."""

from __future__ import annotations

from typing import Any

from mwk_desktop.messages import Message, render
from mwk_desktop.ui.interface_language import language
from mwk_desktop.ui.safe_text import clean

LONGEST = 400
"""Most characters of a sentence: a long list of devices or brokers fits."""


def message_text(text: Message | str, limit: int = LONGEST) -> str:
    """A message in the language of the windows, at most ``limit`` characters of it.

    Only its arguments are cleaned: the catalogue's own spaces and marks are intended.
    """
    if isinstance(text, str):
        return clean(text, limit)  # text in no language
    line = render(_with_clean_arguments(text, limit), language())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "\u2026"


def _with_clean_arguments(text: Message, limit: int) -> Message:
    def cleaned(argument: Any) -> Any:
        if isinstance(argument, Message):
            return _with_clean_arguments(argument, limit)
        return clean(argument, limit) if isinstance(argument, str) else argument

    arguments = {name: cleaned(argument) for name, argument in text.arguments.items()}
    return Message(text.key, arguments, text.plural_key)

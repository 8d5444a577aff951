"""Texts on the terminal, in the presenter's language, and lines on stderr (any thread).

Until the settings are known, the language is the system's.
"""

from __future__ import annotations

import sys
from typing import Final

from mwk_desktop.messages import ISOLATED, Message, language_of, render

_ISOLATES: Final = dict.fromkeys(map(ord, ISOLATED.format("")))

_language: str | None = None


def set_presenter_language(wanted: str) -> None:
    """Speak the language of ``[ui] language`` from now on; empty: the system's."""
    global _language
    _language = language_of(wanted)


def presenter_text(text: Message | str) -> str:
    """A message in the presenter's language, for the terminal; plain text comes back as it is."""
    if isinstance(text, str):
        return text
    said = render(text, language_of("") if _language is None else _language)
    # Hardly any terminal knows isolates: ours would be printed as escapes, like all marks that
    # change a text's direction.
    return said.translate(_ISOLATES)


def print_stderr(text: Message | str) -> None:
    """One line on stderr, after the program's name."""
    print(f"mwk: {presenter_text(text)}", file=sys.stderr)

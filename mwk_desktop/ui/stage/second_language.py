"""Texts of the stage in two languages at once (GUI thread)."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from mwk_desktop.messages import ISOLATED, SOURCE_LANGUAGE
from mwk_desktop.ui.translation import qm_file

_TITLE = "Top %1 plays next"


def second_title(language: str) -> str:
    """The title of the race (``Race.qml``) in a language, with its ``%1``; empty for none."""
    if language in ("", SOURCE_LANGUAGE):
        return _TITLE if language else ""
    translator = QTranslator()
    translator.load(str(qm_file(language)))
    return translator.translate("Race", _TITLE) or _TITLE


def beside(*words: str) -> str:
    """Words of several languages in one line, each once and in its own direction."""
    apart = list(dict.fromkeys(words))
    if len(apart) == 1:
        return apart[0]
    return " \u00b7 ".join(ISOLATED.format(word) for word in apart)

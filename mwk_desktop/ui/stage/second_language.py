"""Texts of the stage in two languages at once (GUI thread)."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from mwk_desktop.messages import ISOLATED, SOURCE_LANGUAGE
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.translation import qm_file


def race_title(second: str) -> str:
    """The title of the race with its ``%1``, in the windows' language and in ``second``, if any."""
    own = translate("Race", "Top %1 play next")
    return beside(own, in_language(second, "Race", "Top %1 play next")) if second else own


def in_language(language: str, context: str, text: str) -> str:
    """A text of the windows in a language that need not be theirs."""
    if language == SOURCE_LANGUAGE:
        return text
    translator = QTranslator()
    translator.load(str(qm_file(language)))
    return translator.translate(context, text) or text


def beside(*words: str) -> str:
    """Words of several languages in one line, each once and in its own direction."""
    apart = list(dict.fromkeys(words))
    if len(apart) == 1:
        return apart[0]
    return " \u00b7 ".join(ISOLATED.format(word) for word in apart)

"""Chooses the windows' language, and changes it while they are open (GUI thread)."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTranslator

from mwk_desktop.messages import SOURCE_LANGUAGE, languages
from mwk_desktop.ui.translation import qm_file


def language_of(wanted: str, environ: Mapping[str, str] | None = None) -> str:
    """The language for a setting: ``fr`` for ``fr``, ``fr_CH``...; English if there is no other.

    Parameters
    ----------
    wanted
        The setting; empty: the system's language.
    environ
        The process's variables, which name the system's language.
    """
    env = os.environ if environ is None else environ
    if not wanted:
        # As gettext reads them; LANGUAGE is a list, the best first.
        said = (env.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        wanted = next(filter(None, said), "")
        if wanted not in ("", "C", "POSIX") and not wanted.startswith("C."):
            wanted = env.get("LANGUAGE", "").partition(":")[0] or wanted
    short = wanted.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return short if short in languages() else SOURCE_LANGUAGE


class Translations:
    """Installs one language at a time in the application; :meth:`leave` removes it again."""

    def __init__(self) -> None:
        self.language = SOURCE_LANGUAGE
        self._translator: QTranslator | None = None

    def use(self, wanted: str) -> bool:
        """Switch to the language of a setting; False: it is already in use.

        Texts translated before stay as they are: their owners have to translate again.
        """
        language = language_of(wanted)
        if language == self.language:
            return False
        self.leave()
        if language != SOURCE_LANGUAGE:
            translator = QTranslator()
            if not translator.load(str(qm_file(language))):
                return False
            QCoreApplication.installTranslator(translator)
            self._translator = translator
        self.language = language
        return True

    def leave(self) -> None:
        """Return to English, as in the sources."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        self.language = SOURCE_LANGUAGE

"""The language that the windows speak now, and changing it while they are open (GUI thread)."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTranslator

from mwk_desktop.messages import SOURCE_LANGUAGE, languages
from mwk_desktop.ui.translation import qm_file


def language_of(wanted: str, environ: Mapping[str, str] | None = None) -> str:
    """The language for a wish: ``fr`` for ``fr``, ``fr_CH``...; English where we have no other.

    Parameters
    ----------
    wanted
        The setting; empty: what the system speaks.
    environ
        The process's variables, by which a system says so.
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
    """Installs one language at a time in the application; :meth:`leave` takes it out again."""

    def __init__(self) -> None:
        self.language = SOURCE_LANGUAGE
        self._translator: QTranslator | None = None

    def use(self, wanted: str) -> bool:
        """Speak the language of a wish from now on; False: it is spoken already.

        What was translated before stays as it is: whoever shows it has to ask again.
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
        """English again, as in the sources."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        self.language = SOURCE_LANGUAGE

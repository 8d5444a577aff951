"""Chooses the windows' language, and changes it while they are open (GUI thread)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from mwk_desktop.messages import SOURCE_LANGUAGE, language_of
from mwk_desktop.ui.translation import qm_file


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

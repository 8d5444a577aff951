"""Chooses the windows' language, and changes it while they are open (GUI thread)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from mwk_desktop.messages import (
    NOTHING,
    SOURCE_LANGUAGE,
    is_right_to_left,
    language_of,
    message,
    own_name,
)
from mwk_desktop.ui.font_coverage import can_draw
from mwk_desktop.ui.translation import qm_file


class Translations:
    """Installs one language at a time in the application; :meth:`leave` removes it again."""

    def __init__(self) -> None:
        self.language = SOURCE_LANGUAGE
        self.problem = NOTHING
        """Why the wanted language is not in use; empty if it is."""
        self._translator: QTranslator | None = None

    def use(self, wanted: str) -> bool:
        """Switch to the language of a setting; False: it is already in use.

        Texts translated before stay as they are: their owners have to translate again.
        """
        language, self.problem = language_of(wanted), NOTHING
        if not can_draw(language):
            self.problem = message(
                "No font here can draw {language}: install one (Noto has it); the windows speak"
                " English.",
                language=own_name(language),
            )
            language = SOURCE_LANGUAGE
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
        self._set_direction()
        return True

    def leave(self) -> None:
        """Return to English, as in the sources."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        self.language = SOURCE_LANGUAGE
        self._set_direction()

    def _set_direction(self) -> None:
        """The windows follow the direction of writing (``Theme.mirrored``)."""
        direction = Qt.LayoutDirection
        right = is_right_to_left(self.language)
        QGuiApplication.setLayoutDirection(
            direction.RightToLeft if right else direction.LeftToRight
        )

"""The system's fixed-width font, for SQL and for the keys of settings."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase


def fixed_family() -> str:
    """The family of the system's fixed-width font (call it after the application was made)."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()

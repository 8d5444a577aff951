"""The system's font whose letters are all as wide: for SQL and for the keys of settings."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase


def fixed_family() -> str:
    """Its family (after the application was made)."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()

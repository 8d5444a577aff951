"""What examining and loading say about files: findings, and the error that ends the work."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from mwk_desktop.messages import Message


class SoundSetError(ValueError):
    """A folder that cannot be played; ``message`` names the file or key and what would be right."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class FindingLevel(StrEnum):
    """How much a finding matters: a note is what conforming does anyway, a warning is heard."""

    NOTE = "note"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class SoundFinding:
    """One sentence about one file, folder, key or instrument (``where``, as people name it)."""

    where: str
    message: Message
    level: FindingLevel = FindingLevel.WARNING

    @property
    def is_warning(self) -> bool:
        """Whether somebody should hear about it (a note is what conforming does anyway)."""
        return self.level is FindingLevel.WARNING

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def note(where: str, message: Message) -> SoundFinding:
    """A finding that nobody needs to act on."""
    return SoundFinding(where, message, FindingLevel.NOTE)


def warning(where: str, message: Message) -> SoundFinding:
    """A finding that somebody will hear or miss."""
    return SoundFinding(where, message, FindingLevel.WARNING)


def printable(name: str) -> str:
    """A file's or key's name as one line that can be printed and written as JSON, whatever it is.

    Control characters and bytes that are no UTF-8 come out as escapes.
    """
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in name):
        return name.encode("unicode_escape").decode("ascii")
    return name

"""Findings about files from examining and loading, and the error for an unusable set."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from mwk_desktop.messages import Message, listing, verbatim


class SoundSetError(ValueError):
    """A folder cannot be played; ``message`` names the file or key and what would be right."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class FindingLevel(StrEnum):
    """How much a finding matters: a note needs no action, a warning is audible."""

    NOTE = "note"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class SoundFinding:
    """One sentence about one file, folder, key or instrument (named in ``where``)."""

    where: str
    message: Message
    level: FindingLevel = FindingLevel.WARNING

    @property
    def is_warning(self) -> bool:
        """Whether the user should know about it (a note needs no action)."""
        return self.level is FindingLevel.WARNING

    def __str__(self) -> str:
        return str(self.text)

    @property
    def text(self) -> Message:
        """The whole sentence, with what it is about."""
        return listing([verbatim(self.where), self.message], ": ")


def note(where: str, message: Message) -> SoundFinding:
    """Make a finding that needs no action."""
    return SoundFinding(where, message, FindingLevel.NOTE)


def warning(where: str, message: Message) -> SoundFinding:
    """Make a finding about something audible or missing."""
    return SoundFinding(where, message, FindingLevel.WARNING)


def printable(name: str) -> str:
    """Any file or key name as one line that can be printed and written as JSON.

    Control characters and bytes that are not UTF-8 become escapes.
    """
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in name):
        return name.encode("unicode_escape").decode("ascii")
    return name

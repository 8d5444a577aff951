"""Findings of the connection test and of the pre-flight checks, as rows to show."""

from __future__ import annotations

from collections.abc import Iterable

from mwk_desktop.show.workers_state import CheckFinding
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text


def level_word(level: str) -> str:
    """A level as a word, for people who cannot see shapes."""
    return {
        "ok": translate("Findings", "ok"),
        "warn": translate("Findings", "look at it"),
        "bad": translate("Findings", "fix it"),
        "off": translate("Findings", "not checked"),
    }.get(level, level)


def finding_rows(findings: Iterable[CheckFinding]) -> list[dict[str, str]]:
    """Rows with ``key``, ``level``, ``word``, ``title``, ``found`` and ``remedy``."""
    return [
        {
            "key": finding.key,
            "level": finding.level,
            "word": level_word(finding.level),
            "title": message_text(finding.title),
            "found": message_text(finding.found),
            "remedy": message_text(finding.remedy),
        }
        for finding in findings
    ]

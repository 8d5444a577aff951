"""The commands of the console's own sound: filters, and what is heard of them.

Values like those of :mod:`~mwk_desktop.show.commands`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetFilter:
    """A strip's filter: 0.5 neutral, to 0 a low-pass, to 1 a high-pass (24 dB per octave)."""

    instrument: str
    position: float


SoundCommand = SetFilter

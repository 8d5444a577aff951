"""Commands about where the messages come from: a recording that begins again, the demo.

Values like those of :mod:`~mwk_desktop.show.commands`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetLoop:
    """Replay only: whether the recording begins again at its end; at once if it has ended."""

    on: bool


@dataclass(frozen=True, slots=True)
class OpenDemo:
    """Switch to the demo: a simulated crowd, without a broker."""

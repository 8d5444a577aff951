"""Commands about where the messages come from: a recording that begins again, the demo.

Values like those of :mod:`~mwk_desktop.show.commands`.
"""

from __future__ import annotations

from msgspec import Struct


class SetLoop(Struct, frozen=True):
    """Replay only: whether the recording begins again at its end; at once if it has ended."""

    on: bool


class OpenDemo(Struct, frozen=True):
    """Switch to the demo: a simulated crowd, without a broker."""

"""The request for a test tone on an output, and what the snapshot says of it. Pure values."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from mwk_desktop.messages import NOTHING, Message


class PlayTone(Struct, frozen=True):
    """Play a test tone on an output beside the running show.

    ``output``: its name, "" for the system's default, ``null`` for silence; ``pair``: ``1-2`` or
    ``3-4``. The answer is :attr:`WorkersState.tone`.
    """

    output: str
    pair: str = "1-2"


@dataclass(frozen=True, slots=True)
class ToneState:
    """The newest test tone. ``pair``: where it was asked for; ``running``: it is being played;
    ``level``: ok, off (it would disturb, or there is nothing to hear) or bad; ``text``: what was
    played, or why not."""

    pair: str = "1-2"
    running: bool = False
    level: str = ""
    text: Message = NOTHING

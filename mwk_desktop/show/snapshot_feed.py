"""A message as people see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One message. ``serial`` grows by one per message, so readers know what is new; a message that
    is approved gets a new one. ``mark``: the word of the presenter's list in it."""

    serial: int
    screen_name: str
    name: str
    image_url: str
    text: str
    instrument: str | None
    event_ms: int
    mark: str = ""

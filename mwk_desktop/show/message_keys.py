"""How a log names a message: by its author and its tweet, because serials change in a replay."""

from __future__ import annotations

from mwk_desktop.show.commands import HideMessage
from mwk_desktop.show.message_commands import DecideMessages

MessageKey = tuple[str, str]
"""Author, and the tweet's ``Id`` (else its time)."""

Decision = bool | None
"""Approved, refused, or (None) neither."""


def message_key(message: HideMessage) -> MessageKey:
    """The key of a command's message; the command must be completed
    (:meth:`mwk_desktop.show.moderation.Moderation.named`)."""
    return message.screen_name, message.tweet_id or str(message.event_ms)


def keys_of(command: DecideMessages) -> list[MessageKey]:
    """The keys of a completed command's messages."""
    split = (text.rpartition("\n") for text in command.keys)
    return [(name, tweet) for name, _, tweet in split]

"""The networks that a show can follow, the requests for it, and what the snapshot says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from msgspec import Struct

from mwk_desktop.messages import NOTHING, Message

NETWORKS: Final[dict[str, str]] = {
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "twitch": "Twitch",
}
"""Networks besides Twitter, and their names for people (the same in every language)."""

TYPED_SETTINGS: Final[dict[str, tuple[str, ...]]] = {
    "mastodon": ("server", "access_token"),
    "bluesky": (),
    "twitch": ("channel",),
}
"""The settings of each network that can be typed for one run of the program."""


class FollowTwitter(Struct, frozen=True):
    """Feed the Twitter stream into the running show (True), or stop (False)."""

    follow: bool


@dataclass(frozen=True, slots=True)
class FollowNetwork:
    """Feed a network of :data:`NETWORKS` into the running show (True), or stop (False).

    ``typed``: settings of :data:`TYPED_SETTINGS` with the text that holds instead of their value
    until the program ends. One may be a token: no text of this request shows it.
    """

    network: str
    follow: bool
    typed: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class NetworkState:
    """A network's stream. ``state``: off, connecting, connected, waiting, failed; ``detail`` is a
    sentence; ``posts`` were passed on, ``left_out`` lacked the room's code."""

    network: str
    state: str = "off"
    detail: Message = NOTHING
    posts: int = 0
    left_out: int = 0

    @property
    def is_followed(self) -> bool:
        return self.state not in ("off", "failed")

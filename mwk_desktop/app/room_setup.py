"""The room's code of this computer: the page, the networks and the stage ask for the same one."""

from __future__ import annotations

import threading
from typing import Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.records.deletions import deleted_ids
from mwk_desktop.records.tweet_decoding import decode_tweets
from mwk_desktop.sources.page.identity import kept_key
from mwk_desktop.sources.room_code import RoomCode
from mwk_desktop.sources.status_source import Put, StatusMessage

VOTERS: Final = "page-voters.jsonl"
"""The file of the page's phones and their names, in the state folder."""


def page_key(options: Options) -> bytes:
    """The secret that is kept with the show's state: signs cookies, makes codes."""
    return kept_key(options.state_dir / "page.key")


def room_code(options: Options) -> RoomCode | None:
    """The room's code; None if ``[page] room_code`` does not ask for one."""
    return RoomCode(page_key(options)) if options.settings.page.room_code else None


class RoomFilter:
    """A ``put`` that leaves out posts without the room's code (any thread).

    Parameters
    ----------
    put
        Where the others go.
    room
        The room's code; None: nothing is left out.
    """

    def __init__(self, put: Put, room: RoomCode | None, hashtag: str) -> None:
        self._put = put
        self._room = room
        self._hashtag = hashtag
        self._lock = threading.Lock()
        self.left_out = 0

    def __call__(self, message: StatusMessage) -> bool:
        if self._room is not None and not self._names_the_code(self._room, message):
            with self._lock:
                self.left_out += 1
            return True
        return self._put(message)

    def _names_the_code(self, room: RoomCode, message: StatusMessage) -> bool:
        tweets, _ = decode_tweets([message.value])
        (tweet,) = tweets
        if tweet is None:
            return bool(deleted_ids([message.value], tweets))  # a deletion is no post
        return room.is_in(tweet.text, self._hashtag, message.timestamp_ms)

"""People on the stage: cards in fixed places, faces that fly to their bar and ride on it (GUI
thread only)."""

from __future__ import annotations

import math
from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.ranking_rows import avatar
from mwk_desktop.ui.safe_text import NAME_LIMIT, clean, safe
from mwk_desktop.ui.stage.message_places import MessagePlaces

SIDE_PLACES, WALL_PLACES = 2, 4
SIDE_TURN_BEATS, WALL_TURN_BEATS = 4, 2
READ_BEATS = 8
"""A card stays at least this long."""
LATE_BEATS = 0.25
"""So much less where the frame that brought it came late: the next change is on a beat again."""
NO_FLIGHT_MS = 2_000
"""In the window's last moments no face flies: the votes are what counts."""
_TEXT_LIMIT = 160
_EMPTY: dict[str, Any] = {"serial": -1}


class StagePeople:
    """The cards of one part of the stage.

    Parameters
    ----------
    places
        How many cards.
    turn_beats
        A new card every so many beats.
    pictures
        Where the senders' pictures come from; None: initials only.
    """

    def __init__(self, places: int, turn_beats: int, pictures: PictureCache | None) -> None:
        self._places = MessagePlaces(places)
        self._turn_beats = turn_beats
        self._pictures = pictures
        self._turn = 0
        self._since = [-math.inf] * places
        """Since when each place has been read, in beats."""
        self._seen = False
        self._pictures_serial = -1
        self._approve = False
        self._cards: list[dict[str, Any]] = [dict(_EMPTY) for _ in range(places)]
        self.newest: FeedItem | None = None
        """The message that this turn brought; None: it brought none."""
        self._marked: FeedItem | None = None

    def show(self, snapshot: Snapshot, beats: float, *, turns: bool) -> list[dict[str, Any]]:
        """The cards after this snapshot; ``turns``: whether they are seen, so that new ones may
        come."""
        feed = shown_messages(snapshot)
        # From now on only what was approved: what stands may not be.
        switched = snapshot.moderation.approve and not self._approve
        self._approve = snapshot.moderation.approve
        serials = {item.serial for item in feed}
        oldest = min(serials, default=0)
        blocked = frozenset(snapshot.blocked)
        newest = max(serials, default=-1)

        def allowed(item: FeedItem) -> bool:
            # Older than the feed: it has only scrolled out of it.
            stands = item.serial in serials or (item.serial < oldest <= newest and not switched)
            return stands and item.screen_name not in blocked

        changed = self._places.withdraw(allowed)
        self.newest = None
        turn = math.floor(beats / self._turn_beats)
        if turns:
            changed |= self._turn_to(turn, beats, feed)
        self._seen = turns
        pictures = self._pictures
        serial = 0 if pictures is None else pictures.serial
        if changed or serial != self._pictures_serial:
            self._pictures_serial = serial
            self._cards = [self._card(item, snapshot.hashtag) for item in self._places.cards]
        return self._cards

    def _turn_to(self, turn: int, beats: float, feed: tuple[FeedItem, ...]) -> bool:
        """A new card at each turn; several at once only where nobody reads one yet."""
        if not self._seen or not any(self._places.cards):
            items = [item for _ in self._since if (item := self._places.turn(feed))]
            self._since = [beats] * len(self._since)
            self._turn = turn
            # The face of the newest flies.
            self.newest = items[0] if items else None
            self._marked = self.newest or self._marked
            return bool(items)
        if self._turn - 64 < turn <= self._turn:
            return False
        self._turn = turn
        place = self._places.oldest
        read = beats - self._since[place]
        if self._places.cards[place] is not None and 0 <= read < READ_BEATS - LATE_BEATS:
            return False
        self.newest = self._places.turn(feed)
        if self.newest is None:
            return False
        self._since[place], self._marked = beats, self.newest
        return True

    def forget(self) -> None:
        """Show everything again with the next snapshot."""
        self._pictures_serial = -1

    def _card(self, item: FeedItem | None, hashtag: str) -> dict[str, Any]:
        if item is None:
            return dict(_EMPTY)
        return {
            **face_of(item, self._pictures),
            "name": safe(item.screen_name, NAME_LIMIT),
            "text": safe(_without_hashtag(item.text, hashtag), _TEXT_LIMIT),
            "newest": item is self._marked,
        }


def shown_messages(snapshot: Snapshot) -> tuple[FeedItem, ...]:
    """The messages that the stage may show: the show's feed holds only those it lets through."""
    return snapshot.feed


def face_of(item: FeedItem, pictures: PictureCache | None) -> dict[str, Any]:
    """A sender's face."""
    return {
        "serial": item.serial,
        "instrument": item.instrument or "",
        "picture": pictures.source(item.image_url) if pictures else "",
        **avatar(item.screen_name),
    }


def _without_hashtag(text: str, hashtag: str) -> str:
    """The message without the show's own hashtag: everyone wrote it."""
    tag = f"#{hashtag}".casefold()
    # Long texts are cut before they are looked at.
    words = text[:4_000].split(" ")
    kept = [word for word in words if word.casefold() != tag]
    return clean(" ".join(kept), _TEXT_LIMIT)


class Riders:
    """The newest face on each bar, taken away with its message."""

    def __init__(self) -> None:
        self._by_instrument: dict[str, tuple[FeedItem, dict[str, Any]]] = {}
        self._approve = False

    def land(self, item: FeedItem, face: dict[str, Any]) -> None:
        """Note that a face has reached its bar."""
        if item.instrument:
            self._by_instrument[item.instrument] = item, face

    def keep(self, snapshot: Snapshot) -> bool:
        """Drop the faces whose message the show took back; True if one went."""
        serials = {item.serial for item in shown_messages(snapshot)}
        switched = snapshot.moderation.approve and not self._approve
        self._approve = snapshot.moderation.approve
        oldest = min(serials, default=0)
        before = len(self._by_instrument)
        for name, (item, _) in list(self._by_instrument.items()):
            scrolled = item.serial < oldest
            gone = item.serial not in serials and (not scrolled or switched)
            if gone or item.screen_name in snapshot.blocked or not serials:
                del self._by_instrument[name]
        return len(self._by_instrument) < before

    def clear(self) -> None:
        """Remove all faces, for a new race."""
        self._by_instrument.clear()

    def face(self, instrument: str) -> dict[str, Any]:
        """The face on an instrument's bar; empty without one."""
        return self._by_instrument[instrument][1] if instrument in self._by_instrument else {}

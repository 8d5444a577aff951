"""Finds a tweet's fields in values of any schema, by their names.

Names are compared without case, ``_`` and ``-``: ``ScreenName``, ``screenName`` and
``screen_name`` are one. A path such as ``user.screen_name`` leads through nested records. Pure
functions for any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, TypeVar

from mwk_desktop.messages import message
from mwk_desktop.records.record_types import DecodeError, Tweet
from mwk_desktop.records.tweet_decoding import int64_or_none, well_formed

Node = TypeVar("Node")
FieldPath = tuple[str, ...]

_USERS: Final = ("user", "author", "account", "sender")
_SCREEN_NAMES: Final = ("screenname", "username", "handle", "login")
_PICTURES: Final = (
    "profileimageurl",
    "profileimageurlhttps",
    "imageurl",
    "imguri",
    "avatarurl",
    "avatar",
    "picture",
)


def _of_user(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{user}.{name}" for user in _USERS for name in names)


USUAL_PATHS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "fulltext", "message", "body", "content"),
    "screen_name": (
        *_of_user((*_SCREEN_NAMES, "name")),
        *_SCREEN_NAMES,
        "userscreenname",
        *_USERS,
    ),
    "name": (
        *_of_user(("name", "displayname", "fullname")),
        "displayname",
        "fullname",
        "name",
    ),
    "image_url": (*_of_user(_PICTURES), *_PICTURES),
    "id": ("id", "tweetid", "statusid", "messageid"),
    "created_at": ("createdat", "createdatms", "timestamp", "timestampms", "time"),
    "retweet": ("retweet", "isretweet"),
}
"""A tweet's fields, and the names that are tried in turn."""


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """The name as it is compared."""
    return name.replace("_", "").replace("-", "").casefold()


class FieldNames:
    """The names to look for.

    Parameters
    ----------
    chosen
        Field of a tweet -> path, for those that have other names than the usual.
    """

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        self.chosen = {name: path for name, path in (chosen or {}).items() if path}
        self._paths = {
            name: [
                tuple(map(plain_name, path.split(".")))
                for path in ((self.chosen[name],) if name in self.chosen else usual)
            ]
            for name, usual in USUAL_PATHS.items()
        }

    def find(
        self, root: Node, children: Callable[[Node], Mapping[str, Node]]
    ) -> dict[str, FieldPath]:
        """Where each field of a tweet is, under its real names; fields that are missing are left
        out.

        Parameters
        ----------
        children
            The named parts of a node; empty for a leaf.
        """
        levels: dict[FieldPath, dict[str, tuple[str, Node]]] = {}

        def parts(path: FieldPath, node: Node) -> dict[str, tuple[str, Node]]:
            if path not in levels:
                levels[path] = {
                    plain_name(name): (name, child) for name, child in children(node).items()
                }
            return levels[path]

        def real_path(wanted: FieldPath) -> FieldPath | None:
            node, real = root, []
            for depth, name in enumerate(wanted):
                found = parts(wanted[:depth], node).get(name)
                if found is None:
                    return None
                real.append(found[0])
                node = found[1]
            # A record is no text: "user" alone means a field that holds the name itself.
            return None if parts(wanted, node) and name in _USERS else tuple(real)

        found = {
            field: next(filter(None, map(real_path, paths)), None)
            for field, paths in self._paths.items()
        }
        return {field: path for field, path in found.items() if path is not None}


def tweet_of(fields: Mapping[str, object], ms_per_unit: float = 1) -> Tweet:
    """A tweet of the values that were found; what has another type counts as missing.

    Parameters
    ----------
    ms_per_unit
        Milliseconds of one unit of ``created_at``.

    Raises
    ------
    DecodeError
        There is no text or no screen name.
    """
    text, screen_name = fields.get("text"), fields.get("screen_name")
    if not isinstance(text, str):
        raise DecodeError(message("no Text"))
    if not isinstance(screen_name, str) or not screen_name:
        raise DecodeError(message("no User.ScreenName"))
    name, image_url = fields.get("name"), fields.get("image_url")
    return Tweet(
        _whole(fields.get("id")),
        well_formed(screen_name),
        well_formed(name) if isinstance(name, str) else "",
        well_formed(image_url) if isinstance(image_url, str) else "",
        well_formed(text),
        _time_ms(fields.get("created_at"), ms_per_unit),
        fields.get("retweet") is True,
    )


def _whole(value: object) -> int | None:
    if isinstance(value, str) and len(value) <= 20 and value.isascii() and value.isdigit():
        value = int(value)
    return int64_or_none(value)


def _time_ms(value: object, ms_per_unit: float) -> int | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if ms_per_unit != 1:
            value = value * ms_per_unit
        try:
            return int64_or_none(int(value))
        except (OverflowError, ValueError):  # infinite, or no number
            return None
    if isinstance(value, str):
        if value.isdigit():
            return _whole(value)
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return None
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return int(aware.timestamp() * 1000)
    return None

"""The followed networks as QML shows them: a word, a mark and a sentence for each stream."""

from __future__ import annotations

from typing import Any, Final

from mwk_desktop.show.followed_networks import NETWORKS, NetworkState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.safe_text import clean

_LIMIT: Final = 200


def stream_words(state: str) -> tuple[str, str]:
    """The mark and the word for a stream's state."""
    return {
        "off": ("off", translate("Audience", "not followed")),
        "connecting": ("warn", translate("Audience", "connecting")),
        "connected": ("ok", translate("Audience", "connected")),
        "waiting": ("warn", translate("Audience", "waiting")),
        "failed": ("bad", translate("Audience", "failed")),
    }.get(state, ("warn", clean(state, 40)))


def network_rows(
    networks: tuple[NetworkState, ...], offers: tuple[str, ...], language: str
) -> list[dict[str, Any]]:
    """A row for each network."""
    rows = []
    for one in networks:
        mark, text = stream_words(one.state)
        posts = translate("Audience", "%1 posts").replace("%1", count(one.posts, language))
        if one.left_out:
            without = translate("Audience", "%1 without the code")
            posts = f"{posts} \u00b7 {without.replace('%1', count(one.left_out, language))}"
        rows.append(
            {
                "network": one.network,
                "name": NETWORKS[one.network],
                "mark": mark,
                "text": text,
                "detail": message_text(one.detail, _LIMIT) or posts,
                "posts": posts,
                "followed": one.is_followed,
                "canFollow": "FollowNetwork" in offers,
            }
        )
    return rows

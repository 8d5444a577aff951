"""The audience's page and the Twitter stream, as the console shows them (GUI thread only)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.followed_networks import NETWORKS
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import PageState, TwitterState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count, decimal
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.network_rows import network_rows, stream_words
from mwk_desktop.ui.qr_picture import qr_picture
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

_LIMIT = 200

_AudienceProperties = view_model_class(
    "AudienceProperties",
    {
        "page": False,  # whether this show can have a page
        "serving": False,
        "canServe": False,
        "address": "",
        "qr": "",
        "voting": False,
        "canVote": False,
        "pageText": "",
        "pageProblem": "",
        "twitter": False,
        "canFollow": False,
        "following": False,
        "twitterMark": "off",  # off, ok, warn, bad
        "twitterText": "",
        "twitterDetail": "",
        "spentText": "",
        "networks": [],
    },
)


class AudienceView(_AudienceProperties):  # type: ignore[misc, valid-type]
    """The page's and the stream's state, and their switches.

    Parameters
    ----------
    actions
        Receives the actions; never waits.
    language
        For numbers.
    """

    def __init__(self, actions: ActionSender, language: str) -> None:
        super().__init__()
        self._actions = actions
        self._language = language
        self._key: Any = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
        workers = snapshot.workers
        key = (workers.page, workers.twitter, workers.networks, workers.offers)
        if key == self._key:
            return
        self._key = key
        self.set_properties(
            {
                **page_properties(workers.page, workers.offers, self._language),
                **twitter_properties(workers.twitter, workers.offers, self._language),
                "networks": network_rows(workers.networks, workers.offers, self._language),
            }
        )

    def retranslate(self, language: str) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._language = language
        self._key = None

    @Slot()
    def toggleServe(self) -> None:
        """Start or stop serving the page."""
        self._actions.perform("page.serve")

    @Slot()
    def toggleVoting(self) -> None:
        """Open or close voting on the page."""
        self._actions.perform("page.voting")

    @Slot()
    def toggleTwitter(self) -> None:
        """Start or stop following the stream."""
        self._actions.perform("twitter.follow")

    @Slot(str)
    def toggleNetwork(self, network: str) -> None:
        """Start or stop following a network."""
        if network in NETWORKS:
            self._actions.perform(f"{network}.follow")


def page_properties(
    page: PageState | None, offers: tuple[str, ...], language: str
) -> dict[str, Any]:
    """Values for the page's part."""
    if page is None:
        return {"page": False, "serving": False, "address": "", "qr": "", "canVote": False}
    serving = page.address != ""
    address = page.address
    if page.room_code:
        address = f"{address.rstrip('/')}/{page.room_code}".removeprefix("/")
    text = translate("Audience", "not served")
    if serving:
        text = (
            translate("Audience", "%1 phones \u00b7 %2 votes \u00b7 %3 refused")
            .replace("%1", count(page.phones, language))
            .replace("%2", count(page.votes, language))
            .replace("%3", count(page.refused, language))
        )
    return {
        "page": True,
        "serving": serving,
        "canServe": "ServePage" in offers,
        "address": clean(address, _LIMIT),
        "qr": qr_picture(page.qr),
        "voting": page.open,
        "canVote": serving and "SetVoting" in offers,
        "pageText": text,
        "pageProblem": message_text(page.problem, _LIMIT),
    }


def twitter_properties(
    twitter: TwitterState | None, offers: tuple[str, ...], language: str
) -> dict[str, Any]:
    """Values for the stream's part."""
    if twitter is None:
        return {"twitter": False, "following": False}
    mark, text = stream_words(twitter.state)
    spent = (
        translate("Audience", "%1 posts \u00b7 $%2 spent")
        .replace("%1", count(twitter.posts, language))
        .replace("%2", decimal(f"{twitter.spent_usd:.2f}"))
    )
    if twitter.budget_usd is not None:
        of = translate("Audience", "%1 of $%2")
        spent = of.replace("%1", spent).replace("%2", decimal(f"{twitter.budget_usd:.2f}"))
    return {
        "twitter": True,
        "canFollow": "FollowTwitter" in offers,
        "following": twitter.state not in ("off", "failed"),
        "twitterMark": mark,
        "twitterText": text,
        "twitterDetail": message_text(twitter.detail, _LIMIT),
        "spentText": spent,
    }

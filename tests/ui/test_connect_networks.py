"""Networks in the connect dialog, in a real window on a show that stands still."""

from __future__ import annotations

from typing import Any

import pytest
from page_driver import Page, open_page
from pages_state import row, settings
from PySide6.QtCore import Qt

from mwk_desktop.messages import message, verbatim
from mwk_desktop.show.followed_networks import NETWORKS, FollowNetwork, NetworkState

__all__ = ["open_page"]

OFF = tuple(NetworkState(network) for network in NETWORKS)
KNOWN = settings(
    **{
        "mastodon.server": row("mastodon.server", "mastodon.social"),
        "mastodon.access_token": row("mastodon.access_token", "\u2022\u2022\u2022", "secret"),
        "twitch.channel": row("twitch.channel", ""),
    }
)


@pytest.fixture
def networks_page(open_page: Any) -> Page:
    page: Page = open_page("connect", networks=OFF, settings=KNOWN, offers=("FollowNetwork",))
    page.click("choice_networks")
    page.sent()
    return page


def test_the_dialog_names_the_networks_and_what_each_asks_for(networks_page: Page) -> None:
    page = networks_page
    assert not page.there("connectServers")
    assert page.text("mastodonServer") == "mastodon.social"
    assert page.find("mastodonToken").property("secret")
    for network in NETWORKS:
        assert page.text(f"{network}State") == "not followed"
        assert page.text(f"{network}Follow") == "Follow"
    page.click("choice_kafka")
    assert page.there("connectServers")
    assert not page.there("mastodonServer")


def test_what_is_typed_goes_with_the_request_and_what_is_not_stays(networks_page: Page) -> None:
    page = networks_page
    page.click("mastodonFollow")
    kept = (("server", "mastodon.social"),)
    assert page.sent() == [FollowNetwork("mastodon", True, kept)], "and no dots for the token"
    page.type_into(page.find("mastodonServer"), "fosstodon.org")
    page.type_into(page.find("mastodonToken"), "secret-word")
    page.click("mastodonFollow")
    typed = (("server", "fosstodon.org"), ("access_token", "secret-word"))
    (request,) = page.sent()
    assert request == FollowNetwork("mastodon", True, typed)
    assert "secret" not in repr(request)
    page.type_into(page.find("twitchChannel"), "hall")
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [FollowNetwork("twitch", True, (("channel", "hall"),))]
    page.click("blueskyFollow")
    assert page.sent() == [FollowNetwork("bluesky", True)]


def test_a_followed_network_says_how_it_is_and_is_stopped(networks_page: Page) -> None:
    page = networks_page
    detail = message("Listening to the chat of {channel}", channel="hall")
    page.know(networks=(*OFF[:2], NetworkState("twitch", "connected", detail, 1_203)))
    assert page.text("twitchState") == "connected \u00b7 1,203 posts"
    assert page.text("twitchDetail") == str(detail)
    assert page.find("twitchChannel").property("locked")
    page.click("twitchFollow")
    assert page.sent() == [FollowNetwork("twitch", False)]


def test_an_error_is_said_in_the_card(networks_page: Page) -> None:
    page = networks_page
    why = verbatim("Mastodon refuses the access token (401).")
    page.know(networks=(NetworkState("mastodon", "failed", why), *OFF[1:]))
    assert page.there("mastodonDetail")
    assert page.text("mastodonDetail") == str(why)
    assert page.text("mastodonFollow") == "Follow", "it can be asked again"
    assert not page.find("mastodonServer").property("locked")


def test_a_program_that_follows_nothing_offers_nothing(open_page: Any) -> None:
    page = open_page("connect", networks=OFF, settings=KNOWN, offers=())
    page.click("choice_networks")
    page.sent()
    page.click("twitchFollow")
    assert page.sent() == []

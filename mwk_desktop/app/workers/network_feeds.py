"""Sets up the networks' feeds from the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.messages import message, verbatim
from mwk_desktop.show.settings.load import Settings, UnfitValueError, setting_value
from mwk_desktop.sources.networks.bluesky import BlueskyFeed, BlueskyOptions
from mwk_desktop.sources.networks.mastodon import MastodonFeed, MastodonOptions
from mwk_desktop.sources.networks.network_source import Feed, NetworkSource
from mwk_desktop.sources.networks.twitch import TwitchFeed, TwitchOptions

MAX_TOKEN_FILE_BYTES: Final = 65_536


def network_source(
    settings: Settings, network: str, typed: Mapping[str, str] | None = None
) -> NetworkSource:
    """The source of a network of :data:`mwk_desktop.show.followed_networks.NETWORKS`.

    Parameters
    ----------
    typed
        Settings of the network, as text, that hold instead of those in ``settings``.

    Raises
    ------
    BadInput
        A setting is missing or wrong.
    """
    return NetworkSource(FEEDS[network](_with_typed(settings, network, typed or {})))


def _with_typed(settings: Settings, network: str, typed: Mapping[str, str]) -> Settings:
    values = {}
    for key, text in typed.items():
        try:
            values[key] = setting_value(network, key, text.strip())
        except UnfitValueError as error:
            name = f"[{network}] {key}"
            problem = message("{what}: {problem}", what=name, problem=error.message)
            raise BadInput(problem) from None
    return replace(settings, **{network: replace(getattr(settings, network), **values)})


def _mastodon(settings: Settings) -> Feed:
    token = _token(settings.mastodon.access_token, settings.mastodon.access_token_file)
    return MastodonFeed(MastodonOptions(settings.mastodon.server, settings.show.hashtag, token))


def _bluesky(settings: Settings) -> Feed:
    bluesky = settings.bluesky
    return BlueskyFeed(BlueskyOptions(settings.show.hashtag, bluesky.jetstream, bluesky.api))


def _twitch(settings: Settings) -> Feed:
    channel = settings.twitch.channel.removeprefix("#")
    if not channel:
        raise BadInput(
            message("no channel: name it with --channel, or in mwk.toml ([twitch] channel)")
        )
    return TwitchFeed(TwitchOptions(channel, settings.twitch.server))


FEEDS: Final[dict[str, Callable[[Settings], Feed]]] = {
    "mastodon": _mastodon,
    "bluesky": _bluesky,
    "twitch": _twitch,
}


def _token(text: str, file: str) -> str:
    """The access token, from the settings or a file; "" for none."""
    if not text and file:
        try:
            with Path(file).open("rb") as opened:
                text = opened.read(MAX_TOKEN_FILE_BYTES).decode("utf-8-sig", "replace")
        except OSError as error:
            problem = verbatim(f"{file}: {error.strerror}")
            raise BadInput(
                message("{problem}; it should hold the access token", problem=problem)
            ) from None
        if not text.strip():
            raise BadInput(message("{path}: is empty; it should hold the access token", path=file))
    token = text.strip()
    if not token.isascii() or (token and not token.isprintable()) or " " in token:
        raise BadInput(
            message("the access token of Mastodon is one word of letters, digits, - and _")
        )
    return token

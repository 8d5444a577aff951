"""The sections of ``mwk.toml`` for the networks where people write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.settings.option_field import option
from mwk_desktop.show.settings.value_kinds import any_text, number, secret_text, words

_HOST: Final = r"[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?"


@dataclass(frozen=True, slots=True)
class TwitterSettings:
    """``[twitter]``: the Twitter/X filtered stream."""

    bearer_token: str = option(
        "",
        secret_text(),
        message("The token of the API (better in a variable)."),
        label=message("Token"),
    )
    bearer_token_file: str = option(
        "",
        any_text(),
        message("A file that holds the token."),
        path=True,
        edit="file",
        label=message("File with the token"),
    )
    rule: str = option(
        "",
        words(r"[^\x00-\x1f\x7f]{0,400}", message("one line in the words of the API's rules")),
        message("What a post must match besides the hashtag, such as -is:retweet or lang:fr."),
        label=message("Rule for posts"),
    )
    budget_usd: float = option(
        0.0,
        number(0, 1_000_000),
        message("Stop before the API has billed more than this in one run; 0 for no limit."),
        label=message("Budget"),
    )
    usd_per_post: float = option(
        0.005,
        number(0, 1000),
        message("What the API bills for each post that it delivers."),
        label=message("Price of a post"),
    )
    usd_per_user: float = option(
        0.01,
        number(0, 1000),
        message("What the API bills for each author that comes with a post."),
        label=message("Price of a user"),
    )


@dataclass(frozen=True, slots=True)
class MastodonSettings:
    """``[mastodon]``: the stream of the hashtag on one server."""

    server: str = option(
        "mastodon.social",
        words(
            rf"(https?://)?{_HOST}/?",
            message("a server's name such as mastodon.social, or its address"),
        ),
        message("The server; it sees its own people and those whom they follow."),
        label=message("Server"),
    )
    access_token: str = option(
        "",
        secret_text(),
        message("The access token of an app (better in a variable); some servers need none."),
        label=message("Token"),
    )
    access_token_file: str = option(
        "",
        any_text(),
        message("A file that holds the access token."),
        path=True,
        edit="file",
        label=message("File with the token"),
    )


@dataclass(frozen=True, slots=True)
class BlueskySettings:
    """``[bluesky]``: where all posts of Bluesky stream by."""

    jetstream: str = option(
        "wss://jetstream2.us-east.bsky.network",
        words(rf"wss?://{_HOST}/?", message("an address such as wss://host")),
        message("The Jetstream to read."),
        label=message("Jetstream server"),
    )
    api: str = option(
        "https://public.api.bsky.app",
        words(rf"https?://{_HOST}/?", message("an address such as https://host")),
        message("The API that knows the authors' names."),
        label=message("Server for names"),
    )


@dataclass(frozen=True, slots=True)
class TwitchSettings:
    """``[twitch]``: the chat of a channel."""

    channel: str = option(
        "",
        words(r"#?[A-Za-z0-9_]{0,25}", message("a channel's name: letters, digits and _")),
        message("The channel whose chat votes."),
        label=message("Channel"),
    )
    server: str = option(
        "ircs://irc.chat.twitch.tv:6697",
        words(rf"ircs?://{_HOST}/?", message("an address such as ircs://host:6697")),
        message("The chat's server; ircs:// is encrypted."),
        label=message("Server"),
    )

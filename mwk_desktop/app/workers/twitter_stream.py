"""Sets up the Twitter stream from the settings: its token, its rule, its bill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.messages import message, message_of, verbatim
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.sources.twitter_posts import Bill
from mwk_desktop.sources.twitter_source import (
    TokenError,
    TwitterSource,
    checked_token,
    rule_of,
)

if TYPE_CHECKING:
    import tweepy


TOKEN_VARIABLE: Final = "MWK_TWITTER__BEARER_TOKEN"
MAX_TOKEN_FILE_BYTES: Final = 65_536

PrepareClient = Callable[["tweepy.StreamingClient"], None]
"""Changes each new client of tweepy before its first request (a test's server)."""


def token_of(settings: Settings) -> tuple[str, str]:
    """The API's token, and where it was found.

    Raises
    ------
    BadInput
        There is none, or it cannot be a token; the message never contains it.
    """
    twitter = settings.twitter
    where = TOKEN_VARIABLE
    text = twitter.bearer_token
    if not text:
        if not twitter.bearer_token_file:
            raise BadInput(
                message(
                    "no token for X: put your app's bearer token into {variable}, or name a"
                    " file that holds it in mwk.toml ([twitter] bearer_token_file)",
                    variable=TOKEN_VARIABLE,
                )
            )
        path = Path(twitter.bearer_token_file)
        where = str(path)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_TOKEN_FILE_BYTES)
        except OSError as error:
            problem = verbatim(f"{path}: {error.strerror}")
            raise BadInput(
                message("{problem}; it should hold the bearer token", problem=problem)
            ) from None
        text = data.decode("utf-8-sig", "replace")
    try:
        return checked_token(text, where), where
    except TokenError as error:
        raise BadInput(message_of(error)) from None


def twitter_bill(settings: Settings) -> Bill:
    """A new bill with the prices from the settings."""
    return Bill(settings.twitter.usd_per_post, settings.twitter.usd_per_user)


def twitter_source(
    settings: Settings, bill: Bill, prepare: PrepareClient | None = None
) -> TwitterSource:
    """The stream described by the settings; raises as :func:`token_of` does."""
    twitter = settings.twitter
    token, _where = token_of(settings)
    return TwitterSource(
        token,
        rule_of(settings.show.hashtag, twitter.rule),
        budget_usd=twitter.budget_usd or None,
        bill=bill,
        prepare=prepare,
    )

"""The page's texts. Pure.

``{}`` is the instrument; ``{n}`` a number; ``{name}`` one name or more. A page holds the texts of
one language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from mwk_desktop.instrument_names import vote_name
from mwk_desktop.messages import Message, message, render
from mwk_desktop.units import INSTRUMENTS

TEXTS: Final[Mapping[str, Message]] = {
    "title": message("Play with the band"),
    "lead": message("Tap an instrument. The five with the most votes play next."),
    "lead_alone": message("Tap an instrument to vote for it."),
    "name": message("Nickname"),
    "name_hint": message("optional"),
    "message": message("Message"),
    "message_hint": message("optional"),
    "votes": message("votes"),
    "plays_now": message("playing"),
    "next_in": message("Next scene in {seconds} s", seconds="{n}"),
    "refresh": message("Look again"),
    "sent": message("Your {instrument} is sent.", instrument="{}"),
    "sent_next": message(
        "Your {instrument} is sent. The next scene comes in {seconds} s.",
        instrument="{}",
        seconds="{n}",
    ),
    "counted": message("Your {instrument} counts for the next scene.", instrument="{}"),
    "votes_so_far": message("Your votes so far: {votes}.", votes="{n}"),
    "place": message("You are number {place} of the room.", place="{n}"),
    "comma": message(", "),
    "result": message("The room has chosen: {instruments}.", instruments="{name}"),
    "late": message(
        "Your {instrument} came too late for this scene. Vote again for the next one!",
        instrument="{}",
    ),
    "capped": message(
        "Your votes for this scene are used up: this {instrument} does not count. Vote again for "
        "the next one!",
        instrument="{}",
    ),
    "plays": message("Your {instrument} plays now!", instrument="{}"),
    "not": message("Your {instrument} did not make it this time. Vote again!", instrument="{}"),
    "closed": message("Voting is closed. Thank you!"),
    "replay": message("A recording is playing: voting opens with the next live show."),
    "away": message("The show is about to begin. One moment, please."),
    "lost": message("The show cannot be reached at the moment. Please try again soon."),
    "slow": message("That was quick! Vote again in {seconds} s.", seconds="{n}"),
    "busy": message("So many votes at once! Please try again in {seconds} s.", seconds="{n}"),
    "bad": message("That was no vote. Please open the page again."),
    "stale": message("This page is too old. Please open it again and vote."),
    "offline": message("No connection. Your vote did not arrive, please try again."),
    "code": message("Code on the stage"),
    "room": message("Type the four characters that the stage shows, then vote."),
    "room_wrong": message("That is not the code on the stage. It changes every two minutes."),
    "room_busy": message("Too many wrong codes from this network. Scan the picture on the stage."),
    "no_message": message("Your words are not shown: they hold one that is not welcome here."),
    "other_name": message("You are {name} here.", name="{name}"),
    "sending": message("Sending {instrument}", instrument="{}"),
}
"""The page's texts; placeholders are filled later, here or by the page's script."""


@cache
def texts(language: str) -> Mapping[str, str]:
    """All texts in a language, with the placeholders ``{}``, ``{n}``, ``{name}`` still in them."""
    return {key: render(text, language) for key, text in TEXTS.items()}


FOR_SCRIPT: Final = (
    "lead",
    "sent",
    "counted",
    "votes_so_far",
    "place",
    "comma",
    "result",
    "late",
    "capped",
    "plays",
    "not",
    "closed",
    "replay",
    "away",
    "lost",
    "slow",
    "busy",
    "bad",
    "stale",
    "offline",
    "room",
    "room_wrong",
    "room_busy",
    "no_message",
    "other_name",
    "sending",
    "next_in",
    "plays_now",
)
"""The texts that the page's script needs; the page contains them."""


@cache
def spoken_names(language: str) -> Mapping[str, str]:
    """The instruments' names for people, by instrument: ``heavy bass``."""
    return {name: render(vote_name(name), language) for name in INSTRUMENTS}


def sentence(language: str, key: str, instrument: str = "", n: int = 0, name: str = "") -> str:
    """One text with its placeholders filled; plain text, not markup."""
    text = texts(language)[key]
    spoken = spoken_names(language).get(instrument, instrument.replace("_", " "))
    text = text.replace("{}", spoken).replace("{n}", str(n)).replace("{name}", name)
    return text[:1].upper() + text[1:]

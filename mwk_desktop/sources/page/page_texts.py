"""What the page says, in English and French, and which of them a phone wants. Pure.

``{}`` is the instrument; ``{n}`` a number of seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "title": "Play with the band",
    "lead": "Tap an instrument. The five with the most votes play next.",
    "lead_alone": "Tap an instrument to vote for it.",
    "name": "Nickname",
    "name_hint": "optional",
    "message": "Message",
    "message_hint": "optional",
    "votes": "votes",
    "plays_now": "playing",
    "next_in": "Next scene in {n} s",
    "refresh": "Look again",
    "counted": "Your {} is counted.",
    "counted_next": "Your {} is counted. The next scene comes in {n} s.",
    "plays": "Your {} plays now!",
    "not": "Your {} did not make it this time. Vote again!",
    "closed": "Voting is closed. Thank you!",
    "replay": "A recording is playing: voting opens with the next live show.",
    "away": "The show is about to begin. One moment, please.",
    "lost": "The show cannot be reached at the moment. Please try again soon.",
    "slow": "That was quick! Vote again in {n} s.",
    "busy": "So many votes at once! Please try again in {n} s.",
    "bad": "That was no vote. Please open the page anew.",
    "stale": "This page is too old. Please open it anew and vote again.",
    "offline": "No connection. Your vote did not arrive, please try again.",
    "no_message": "Your words are not shown: they hold one that is not welcome here.",
    "other_name": "You are {name} here.",
    "sending": "Sending {}",
}

FRENCH: Final[Mapping[str, str]] = {
    "title": "Jouez avec le groupe",
    "lead": "Touchez un instrument. Les cinq qui ont le plus de votes jouent ensuite.",
    "lead_alone": "Touchez un instrument pour voter.",
    "name": "Pseudo",
    "name_hint": "facultatif",
    "message": "Message",
    "message_hint": "facultatif",
    "votes": "votes",
    "plays_now": "joue",
    "next_in": "Prochaine scène dans {n} s",
    "refresh": "Regarder à nouveau",
    "counted": "Votre vote pour {} est compté.",
    "counted_next": "Votre vote pour {} est compté. Prochaine scène dans {n} s.",
    "plays": "{} joue maintenant, grâce à vous !",
    "not": "{} n’est pas passé cette fois. Votez encore !",
    "closed": "Le vote est fermé. Merci !",
    "replay": "Un enregistrement est diffusé : le vote ouvrira avec le prochain concert.",
    "away": "Le concert va commencer. Un instant, s’il vous plaît.",
    "lost": "Le concert n’est pas joignable pour le moment. Réessayez bientôt.",
    "slow": "Déjà ! Votez à nouveau dans {n} s.",
    "busy": "Tant de votes à la fois ! Réessayez dans {n} s.",
    "bad": "Ce n’était pas un vote. Rouvrez la page, s’il vous plaît.",
    "stale": "Cette page est trop ancienne. Rouvrez-la et votez à nouveau.",
    "offline": "Pas de connexion. Votre vote n’est pas arrivé, réessayez.",
    "no_message": "Votre message n’est pas affiché : un mot n’est pas le bienvenu ici.",
    "other_name": "Ici, vous êtes {name}.",
    "sending": "Envoi de {}",
}

LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = {"en": ENGLISH, "fr": FRENCH}

FOR_SCRIPT: Final = (
    "lead",
    "counted",
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
    "no_message",
    "other_name",
    "sending",
    "next_in",
    "plays_now",
)
"""What the script says by itself; the page carries them."""


def language_of(accept_language: str) -> str:
    """``en`` or ``fr``: what the phone would rather read; English where it says nothing."""
    best, best_quality = "en", 0.0
    for part in accept_language[:200].split(","):
        tag, _, more = part.strip().partition(";")
        primary = tag.strip().lower().partition("-")[0]
        if primary == "*":
            primary = "en"
        if primary not in LANGUAGES:
            continue
        quality = 1.0
        if more.strip().startswith("q="):
            try:
                quality = float(more.strip()[2:])
            except ValueError:
                continue
        if best_quality < quality <= 1.0:
            best, best_quality = primary, quality
    return best


def spoken(instrument: str) -> str:
    """An instrument as people read it: ``heavy bass``."""
    return instrument.replace("_", " ")


def sentence(language: str, key: str, instrument: str = "", n: int = 0, name: str = "") -> str:
    """One sentence; what stands in it is plain text, not markup."""
    text = LANGUAGES[language][key]
    text = text.replace("{}", spoken(instrument)).replace("{n}", str(n)).replace("{name}", name)
    return text[:1].upper() + text[1:]

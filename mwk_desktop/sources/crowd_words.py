"""Names and texts of a simulated audience (data and pure functions).

Names and texts use many scripts on purpose: every rehearsal should show what the stage may have to
display in a show. Pictures point to ``.invalid``, a domain that never resolves (RFC 2606): a
simulated user's picture must not cause a real request.
"""

from __future__ import annotations

from random import Random
from typing import Any, Final
from unicodedata import normalize

import msgspec

INSTRUMENT_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "drum": ("drum", "drums", "batterie", "DRUM", "la batterie", "#drum"),
    "heavy_bass": ("heavy bass", "heavy_bass", "grosse basse", "basse lourde", "HEAVY BASS"),
    "lead_bass": ("lead bass", "lead_bass", "basse solo", "Lead-Bass", "basse lead"),
    "line_bass": ("line bass", "line_bass", "ligne de basse", "linebass"),
    "melody": ("melody", "mélodie", "Melody", "la mélodie", "melodies"),
    "pad": ("pad", "pads", "nappe", "PAD", "#pad"),
    "synth": ("synth", "synthé", "synthétiseur", "Synth", "synths"),
    "vocal": ("vocal", "voix", "vocals", "chant", "la voix", "VOCAL"),
}
"""How the audience writes each instrument: its name, spellings, and the default set's aliases."""

_VOTES: Final = (
    "More {i} please! #{h}",
    "{i}! {i}! {i}! #{h}",
    "I vote {i} #{h}",
    "I vote {i} 🎶 #{h}",
    "#{h} can we get some {i}?",
    "Time for the {i} #{h} #DevoxxFR",
    "{i} on fire 🔥🔥🔥 #{h}",
    "give the room {i} #{h}",
    "#{h} {i}",
    "{i} #{h}",
    "a bit of {i}, thank you #{h}",
    "this needs {i}, louder #{h} 🔊",
    "Our whole row wants {i} 🙋‍♀️🙋🏿‍♂️ #{h}",
    "Allez, {i} ! #{h}",
    "On veut {i} ! #{h}",
    "{i} svp #{h}",
    "{i} s'il vous plaît #{h}",
    "Moi je dis {i} 😎 #{h}",
    "Moi je vote {i} #{h}",
    "plus de {i} !!! #{h}",
    "Et si on ajoutait {i} ? #{h} #DevoxxFR",
    "Toute la salle Maillot réclame {i} #{h}",
    "encore {i}, encore {i} #{h} 💃",
)

_TWO_VOTES: Final = (
    "{i} rather than {j} #{h}",
    "d'abord {i}, ensuite {j} #{h}",
    "{i} + {j} = ❤️ #{h}",
)

_CHATTER: Final = (
    "What a talk! #{h}",
    "Bonjour depuis le dernier rang 👋 #{h}",
    "Kafka partout, silence nulle part #{h}",
    "is the wifi down or is it me? #{h}",
    "my iPad just died #{h}",
    "That drummer joke, seriously? #{h}",
    "Le clavier du voisin, un vrai keypad de distributeur #{h}",
    "一番後ろからこんにちは #{h}",
    "Грає вся зала #{h}",
    "تحية من الصف الأخير #{h}",
    "Who ordered 1,500 producers and one consumer? #{h}",
    "#{h} #DevoxxFR 📸",
)

_FIRST: Final = (
    "Léa", "Hugo", "Emma", "Louis", "Chloé", "Jules", "Inès", "Gabriel", "Anaïs", "Camille", "Sam",
    "Ada", "Grace", "Linus", "Margaret", "Ken", "Barbara", "Dennis", "Frances", "Alan", "Sarah",
    "Nicolas", "Marie", "Julien", "Claire", "Thomas", "Laura", "Vincent", "Manon", "Olivier", "Zoé",
    "Björk", "Łukasz", "Nguyễn", "Çağla", "José", "Siobhán", "Wanjirũ", "Kwame", "Noor", "Ravi",
)  # fmt: skip

_LAST: Final = (
    "Martin", "Bernard", "Petit", "Durand", "Leroy", "Moreau", "Girard", "Lefèvre", "Mercier",
    "Dupont", "Smith", "Jones", "Kim", "Sato", "Müller", "Novák", "Rossi", "Okafor", "Silva",
)  # fmt: skip

# Most people use an ordinary name; one in four has one that is hard to display.
_DISPLAY: Final = (
    *["{first} {last}"] * 22, *["{first}"] * 5, "dj_{n}", "{last} & co", "{first} (at Devoxx)",
    "{first} 🎸", "✨ {first} ✨", "{first} 👩🏽‍💻", "{first} 🇫🇷🏳️‍🌈", "佐藤 {first}", "김민준 {n}",
    "محمد {first}", "שירה {first}", "Ольга {last}", "Z̤͔a̯l͙g̜o̖ {n}",
)  # fmt: skip

_CITIES: Final = (
    *["Paris"] * 6, "Lyon", "Lille", "Nantes", "London", "Gent", "Dakar", "Orléans", "東京", "", "",
)  # fmt: skip

SPAMMER: Final = -1
"""User number of the spammer."""


class User(msgspec.Struct, frozen=True, gc=False):
    """One simulated person; all fields follow from the number."""

    id: int
    screen_name: str
    name: str
    city: str


def user_of(number: int) -> User:
    """The person with a number (0 or more, or :data:`SPAMMER`); no two share a screen name."""
    if number == SPAMMER:
        return User(666, "all_the_bass", "ALL THE BASS 📢", "Paris")
    # One generator per person: person 7 is the same in a crowd of ten and in one of a million.
    draw = Random(f"user:{number}")
    first, last = draw.choice(_FIRST), draw.choice(_LAST)
    letters = normalize("NFKD", first + last).encode("ascii", "ignore").decode("ascii").lower()
    digits = str(number)
    screen_name = f"{letters[: 14 - len(digits)]}_{digits}"  # Twitter allows 15 characters
    name = draw.choice(_DISPLAY).format(first=first, last=last, n=number)
    return User(20_000_000 + number * 37, screen_name, name, draw.choice(_CITIES))


def vote_text(draw: Random, instrument: str, hashtag: str) -> str:
    """A message that names the given instrument first."""
    word = draw.choice(INSTRUMENT_WORDS[instrument])
    if draw.random() < 0.06:
        other = draw.choice(sorted(INSTRUMENT_WORDS))
        second = draw.choice(INSTRUMENT_WORDS[other])
        return draw.choice(_TWO_VOTES).format(i=word, j=second, h=hashtag)
    return draw.choice(_VOTES).format(i=word, h=hashtag)


def chatter_text(draw: Random, hashtag: str) -> str:
    """A message that names no instrument (some nearly do)."""
    return draw.choice(_CHATTER).format(h=hashtag)


def status_json(
    user: User, text: str, status_id: int, created_at_ms: int, *, hashtag: str, retweet: bool
) -> bytes:
    """A complete TwitterStatus, about 0.9 KB of compact UTF-8 JSON.

    The field names are those of Kafka Connect's Twitter source, as in the original show's topic.
    """
    picture = f"https://pictures.invalid/profile_images/{user.id}/{user.screen_name}_normal.png"
    start = max(text.find(f"#{hashtag}"), 0)
    status: dict[str, Any] = {
        "CreatedAt": created_at_ms,
        "Id": status_id,
        "Text": text,
        "Source": '<a href="https://mwk.invalid/crowd" rel="nofollow">Simulated crowd</a>',
        "Truncated": False,
        "InReplyToStatusId": -1,
        "InReplyToUserId": -1,
        "InReplyToScreenName": None,
        "GeoLocation": None,
        "Place": None,
        "Favorited": False,
        "Retweeted": False,
        "FavoriteCount": 0,
        "User": {
            "Id": user.id,
            "Name": user.name,
            "ScreenName": user.screen_name,
            "Location": user.city,
            "Description": None,
            "ContributorsEnabled": False,
            "ProfileImageURL": picture,
            "URL": None,
            "Protected": False,
            "FollowersCount": user.id % 997,
            "FriendsCount": user.id % 313,
            "StatusesCount": user.id % 7919,
            "Lang": "fr",
            "Verified": False,
        },
        "Retweet": retweet,
        "Contributors": [],
        "RetweetCount": 0,
        "RetweetedByMe": False,
        "CurrentUserRetweetId": -1,
        "PossiblySensitive": False,
        "Lang": "fr",
        "HashtagEntities": [{"Text": hashtag, "Start": start, "End": start + len(hashtag) + 1}],
        "UserMentionEntities": [],
        "URLEntities": [],
    }
    return msgspec.json.encode(status)

"""The sections of ``mwk.toml``: every setting's name, default, limits and description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.settings.option_field import option
from mwk_desktop.show.settings.value_kinds import (
    any_text,
    choice,
    hashtag_word,
    many,
    number,
    switch,
    whole,
    words,
)
from mwk_desktop.topics import INPUT_TOPIC, SHOW_TOPIC
from mwk_desktop.units import GRACE_MS, INSTRUMENTS, STRIPS, WINDOW_MS

_USER: Final = words(r"[^\s@,]{1,100}", message("a screen name without spaces"))


def _screen_name(text: str) -> str:
    return text.strip().removeprefix("@")


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """``[show]``: the rules of the show that a presenter may change."""

    window_ms: int = option(
        WINDOW_MS,
        whole(100, 86_400_000),
        message("How long the crowd votes for one scene."),
        label=message("Voting time"),
    )
    grace_ms: int = option(
        GRACE_MS,
        whole(0, 60_000),
        message("How long after its end a window still takes votes, live."),
        label=message("Late votes"),
    )
    top: int = option(
        5,
        whole(1, STRIPS),
        message("How many instruments make a scene."),
        label=message("Instruments in a scene"),
    )
    quantize: str = option(
        "bar",
        choice(("beat", "bar", "loop")),
        message("The grid on which changes by hand land."),
        label=message("Changes land on"),
    )
    opening: tuple[str, ...] = option(
        ("drum", "pad"),
        many(
            choice(INSTRUMENTS),
            message(
                "a list of instruments ({instruments}), or none", instruments=", ".join(INSTRUMENTS)
            ),
        ),
        message("What plays before the first scene; [] for silence."),
        label=message("Before the first scene"),
        form=message("What plays before the first scene."),
    )
    seed: int | None = option(
        None,
        whole(-(2**63), 2**63 - 1, optional=True),
        message(
            "Seed of the draw of variations; unset, it is the recorded one, else 0 offline and a "
            "new one live."
        ),
        label=message("Seed of the draw"),
    )
    hashtag: str = option(
        "mwk", hashtag_word(), message("The show's hashtag."), label=message("Hashtag")
    )
    require_hashtag: bool = option(
        False,
        switch(),
        message("Count only tweets that hold the hashtag."),
        label=message("Only with the hashtag"),
    )
    count_retweets: bool = option(
        True, switch(), message("Let retweets vote."), label=message("Retweets vote")
    )
    max_votes_per_user: int = option(
        0,
        whole(0, 1_000_000),
        message("Votes that count per user and window; 0 for no limit."),
        at_once=True,
        label=message("Votes per person"),
    )
    blocked: tuple[str, ...] = option(
        (),
        many(_USER, message("a list of screen names"), clean=_screen_name),
        message("Users whose tweets count nowhere."),
        label=message("Blocked users"),
    )
    moderation: str = option(
        "open",
        choice(("open", "approve")),
        message("open: the stage shows every message; approve: only what the presenter approves."),
        label=message("Messages on the stage"),
        form=message("Which messages the stage shows."),
    )
    word_list: str = option(
        "",
        any_text(),
        message(
            "A file of words, one a line, that keep a message or name off the stage until it is "
            'approved; "" for that of [page].'
        ),
        path=True,
        edit="file",
        label=message("Word list for the stage"),
        form=message(
            "A file of words, one a line, that keep a message or name off the stage until it "
            "is approved. Empty: that of the voting page."
        ),
    )
    approvals_to_pass: int = option(
        0,
        whole(0, 1_000),
        message("After so many approved messages a user's others pass by themselves; 0 for never."),
        label=message("Passes after approvals"),
    )


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """``[audio]``: the sound card."""

    device: str = option(
        "",
        any_text(),
        message('The output by name; "" for the system\'s default, "null" for silence.'),
        edit="output",
        label=message("Output"),
        form=message("The sound card that the room hears."),
    )
    block_size: int = option(
        256,
        whole(16, 8192),
        message("Frames that the sound card asks for at once."),
        unit=message("frames"),
        label=message("Block size"),
        form=message("Frames that the sound card asks for at once: larger is safer."),
    )
    latency_ms: int = option(
        40,
        whole(1, 1000),
        message("Latency asked of the sound card."),
        label=message("Latency asked for"),
    )
    cue: str = option(
        "off",
        choice(
            ("off", "3-4"),
            message(
                '"off" or "3-4": the outputs of the same card (a second card has a clock of its own'
                " and would drift against the room)"
            ),
        ),
        message('Pre-listening: "3-4" for headphones on the card\'s outputs 3 and 4, else "off".'),
        label=message("Pre-listening on"),
        form=message(
            "For headphones, on outputs 3 and 4 of the same card. With two outputs there is none."
        ),
    )
    visual_offset_ms: int = option(
        0,
        whole(0, 300),
        message("How much later than the computer the loudspeakers are heard (Bluetooth)."),
        at_once=True,
        label=message("Sound later than picture"),
    )


@dataclass(frozen=True, slots=True)
class SoundsSettings:
    """``[sounds]``: the music."""

    dir: str = option(
        "",
        any_text(),
        message('Folder of the sound set; "" for the program\'s own.'),
        path=True,
        edit="folder",
        label=message("Sound set"),
        form=message("Folder of the sound set. Empty: the program's own."),
    )


@dataclass(frozen=True, slots=True)
class MusicSettings:
    """``[music]``: what the engine makes of the sounds, where the set brings what it needs."""

    takes: bool = option(
        True,
        switch(),
        message("Play the takes and fills of a clip; false: its first take only."),
        label=message("Takes and fills"),
        form=message("Play the takes and fills of a clip, not only its first take."),
    )
    transitions: bool = option(
        True,
        switch(),
        message("Play the sounds of a landing (riser, drop, impact, cymbal)."),
        label=message("Transitions"),
    )
    floor: bool = option(
        True,
        switch(),
        message("Play the rhythm floor under a scene without a kick."),
        label=message("Rhythm floor"),
    )
    ducking: bool = option(
        True,
        switch(),
        message("Let the other instruments yield to the kick."),
        label=message("Ducking"),
    )
    crossfade_beats: float = option(
        0.0,
        number(0.0, 4.0),
        message("Beats that a scene takes to replace the one before."),
        label=message("Crossfade of scenes"),
    )


@dataclass(frozen=True, slots=True)
class TopicsSettings:
    """``[topics]``: names on the broker."""

    input: str = option(
        INPUT_TOPIC,
        words(
            r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}", message("a topic's name (letters, digits, . _ -)")
        ),
        message("The topic that the tweets come from."),
        label=message("Topic of the tweets"),
    )
    show: str = option(
        SHOW_TOPIC,
        words(
            r"|(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}",
            message("a topic's name (letters, digits, . _ -), or nothing"),
        ),
        message('Where a show\'s decisions go, for a second console; "" for nowhere.'),
        label=message("Topic of the decisions"),
        form=message("Where a show's decisions go, for a second console. Empty: nowhere."),
    )


@dataclass(frozen=True, slots=True)
class PageSettings:
    """``[page]``: the audience's voting page."""

    host: str = option(
        "",
        any_text(),
        message('Address to listen on; "" for all of this computer\'s.'),
        label=message("Listens on"),
        form=message("Address to listen on. Empty: all of this computer's."),
    )
    port: int = option(
        8080,
        whole(0, 65_535),
        message("Port to listen on; 0 for a free one."),
        label=message("Port"),
    )
    address: str = option(
        "",
        words(
            r"(?:https?://[^\s/?#\x00-\x20]+/?)?",
            message("an address such as https://vote.example.org"),
        ),
        message("The address that phones open, where it is not this computer's own (a tunnel)."),
        label=message("Address for phones"),
    )
    room_code: bool = option(
        False,
        switch(),
        message(
            "Ask for the code on the stage, once a phone: no vote from outside the room counts. "
            "Posts of networks need it behind the hashtag."
        ),
        label=message("Code of the room"),
    )
    word_list: str = option(
        "",
        any_text(),
        message(
            "A file of words that nobody may write, one a line; a * at the end stands for any "
            "ending."
        ),
        path=True,
        edit="file",
        label=message("Forbidden words"),
    )
    vote_every_s: float = option(
        2.0,
        number(0.1, 3_600),
        message("Seconds after which a phone may vote once more."),
        label=message("Pause between votes"),
    )
    vote_burst: int = option(
        3,
        whole(1, 100),
        message("Votes that a phone may send at once."),
        label=message("Votes at once"),
    )
    address_votes_per_s: float = option(
        1_000.0,
        number(1, 1_000_000),
        message(
            "Votes a second from one network address, which may be a whole room behind a router."
        ),
        label=message("Votes a second and address"),
    )
    address_phones: int = option(
        3_000,
        whole(1, 1_000_000),
        message("Phones that one network address may bring at once."),
        label=message("Phones per address"),
    )
    message_length: int = option(
        100,
        whole(0, 200),
        message("Characters of a message."),
        label=message("Length of a message"),
    )
    name_length: int = option(
        20,
        whole(4, 40),
        message("Characters of a nickname."),
        label=message("Length of a nickname"),
    )

"""The sections of ``mwk.toml``: every setting's name, default, limits and description."""

from __future__ import annotations

import dataclasses
import ipaddress
from dataclasses import dataclass, field
from typing import Any, Final

from mwk_desktop.messages import Message, languages, message
from mwk_desktop.show.settings.value_kinds import (
    SettingKind,
    UnfitValueError,
    any_text,
    choice,
    hashtag_word,
    many,
    must_be,
    number,
    switch,
    whole,
    words,
)
from mwk_desktop.topics import INPUT_TOPIC
from mwk_desktop.units import GRACE_MS, INSTRUMENTS, STRIPS, WINDOW_MS


def _option(default: Any, kind: SettingKind, help_text: Message, *, path: bool = False) -> Any:
    """A field of a section: its default, its kind, a sentence for the reference.

    ``path`` marks a file or folder: ``~`` is expanded, and in ``mwk.toml`` it is relative to that
    file.
    """
    secret = kind.name == "secret"
    metadata = {"kind": kind, "help": help_text, "path": path}
    return field(default=default, metadata=metadata, repr=not secret)


_SECRET_TEXT: Final = dataclasses.replace(any_text(), name="secret")
_USER: Final = words(r"[^\s@,]{1,100}", message("a screen name without spaces"))


def _screen_name(text: str) -> str:
    return text.strip().removeprefix("@")


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """``[show]``: the rules of the show that a presenter may change."""

    window_ms: int = _option(
        WINDOW_MS, whole(100, 86_400_000), message("How long the crowd votes for one scene.")
    )
    grace_ms: int = _option(
        GRACE_MS,
        whole(0, 60_000),
        message("How long after its end a window still takes votes, live."),
    )
    top: int = _option(5, whole(1, STRIPS), message("How many instruments make a scene."))
    quantize: str = _option(
        "bar", choice(("beat", "bar", "loop")), message("The grid on which changes by hand land.")
    )
    opening: tuple[str, ...] = _option(
        ("drum", "pad"),
        many(
            choice(INSTRUMENTS),
            message(
                "a list of instruments ({instruments}), or none", instruments=", ".join(INSTRUMENTS)
            ),
        ),
        message("What plays before the first scene; [] for silence."),
    )
    seed: int | None = _option(
        None,
        whole(-(2**63), 2**63 - 1, optional=True),
        message(
            "Seed of the draw of variations; unset, it is the recorded one, else 0 offline and a "
            "new one live."
        ),
    )
    hashtag: str = _option("mwk", hashtag_word(), message("The show's hashtag."))
    require_hashtag: bool = _option(
        False, switch(), message("Count only tweets that hold the hashtag.")
    )
    count_retweets: bool = _option(True, switch(), message("Let retweets vote."))
    max_votes_per_user: int = _option(
        0, whole(0, 1_000_000), message("Votes that count per user and window; 0 for no limit.")
    )
    blocked: tuple[str, ...] = _option(
        (),
        many(_USER, message("a list of screen names"), clean=_screen_name),
        message("Users whose tweets count nowhere."),
    )
    moderation: str = _option(
        "open",
        choice(("open", "approve")),
        message("open: the stage shows every message; approve: only what the presenter approves."),
    )
    word_list: str = _option(
        "",
        any_text(),
        message(
            "A file of words, one a line, that keep a message or name off the stage until it is "
            'approved; "" for that of [page].'
        ),
        path=True,
    )
    approvals_to_pass: int = _option(
        0,
        whole(0, 1_000),
        message("After so many approved messages a user's others pass by themselves; 0 for never."),
    )


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """``[audio]``: the sound card."""

    device: str = _option(
        "",
        any_text(),
        message('The output by name; "" for the system\'s default, "null" for silence.'),
    )
    block_size: int = _option(
        256, whole(16, 8192), message("Frames that the sound card asks for at once.")
    )
    latency_ms: int = _option(40, whole(1, 1000), message("Latency asked of the sound card."))
    visual_offset_ms: int = _option(
        0,
        whole(0, 300),
        message("How much later than the computer the loudspeakers are heard (Bluetooth)."),
    )


@dataclass(frozen=True, slots=True)
class SoundsSettings:
    """``[sounds]``: the music."""

    dir: str = _option(
        "", any_text(), message('Folder of the sound set; "" for the program\'s own.'), path=True
    )


@dataclass(frozen=True, slots=True)
class MusicSettings:
    """``[music]``: what the engine makes of the sounds, where the set brings what it needs."""

    takes: bool = _option(
        True, switch(), message("Play the takes and fills of a clip; false: its first take only.")
    )
    transitions: bool = _option(
        True, switch(), message("Play the sounds of a landing (riser, drop, impact, cymbal).")
    )
    floor: bool = _option(
        True, switch(), message("Play the rhythm floor under a scene without a kick.")
    )
    ducking: bool = _option(True, switch(), message("Let the other instruments yield to the kick."))


@dataclass(frozen=True, slots=True)
class TopicsSettings:
    """``[topics]``: names on the broker."""

    input: str = _option(
        INPUT_TOPIC,
        words(
            r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}", message("a topic's name (letters, digits, . _ -)")
        ),
        message("The topic that the tweets come from."),
    )


@dataclass(frozen=True, slots=True)
class SchemaRegistrySettings:
    """``[schema_registry]``: where the schemas of the records are."""

    url: str = _option(
        "",
        words(
            r"(?:https?://[^\s?#\x00-\x20]+)?",
            message("an address such as https://registry.example.org:8081"),
        ),
        message('Address of the Schema Registry; "" for none.'),
    )
    username: str = _option("", any_text(), message("The user of the registry, or the API key."))
    password: str = _option(
        "", _SECRET_TEXT, message("Its password, or the API secret (better in a variable).")
    )
    ca: str = _option(
        "",
        any_text(),
        message('A file of certificates to trust; "" for the system\'s.'),
        path=True,
    )
    timeout_s: float = _option(
        5.0, number(0.1, 60), message("How long an answer of the registry may take.")
    )
    file: str = _option(
        "",
        words(
            r"(?:[^\x00-\x1f\x7f]+\.(?:avsc|proto|json))?",
            message("a file that ends with .avsc, .proto or .json"),
        ),
        message("A schema's file that is used in place of a registry."),
        path=True,
    )
    framed: bool = _option(
        True,
        switch(),
        message("With a file: values begin with a schema's number; false: they are bare."),
    )
    message_name: str = _option(
        "",
        words(r"[A-Za-z0-9_.]{0,200}", message("the name of a message in a .proto file")),
        message('With a file and bare values: which Protobuf message they are; "" for its first.'),
    )


def _field_path(what: Message) -> Any:
    kind = words(
        r"(?:[^.\s\x00-\x1f\x7f]{1,100}(?:\.[^.\s\x00-\x1f\x7f]{1,100}){0,9})?",
        message("a field's name, or a path such as user.screen_name"),
    )
    return _option("", kind, what)


@dataclass(frozen=True, slots=True)
class SchemaFieldsSettings:
    """``[schema_registry.fields]``: what a tweet's fields are called, where they have unusual
    names."""

    text: str = _field_path(message("The message; usually text."))
    screen_name: str = _field_path(message("The user's short name; usually user.screen_name."))
    name: str = _field_path(message("The user's full name; usually user.name."))
    image_url: str = _field_path(message("The user's picture; usually user.profile_image_url."))
    id: str = _field_path(message("The message's number, which tells duplicates; usually id."))
    created_at: str = _field_path(message("When it was written; usually created_at."))
    retweet: str = _field_path(message("Whether it is a retweet; usually retweet."))


@dataclass(frozen=True, slots=True)
class UiSettings:
    """``[ui]``: the two windows."""

    language: str = _option(
        "",
        words(
            rf"(?:(?i:{'|'.join(languages())})(?:[_-][A-Za-z0-9]{{2,8}})*)?",
            message("one of {choices}", choices=", ".join(languages())),
        ),
        message('Language of the windows; "" for the system\'s.'),
    )
    stage_screen: str = _option(
        "", any_text(), message('Name of the projector\'s screen; "" for the second one.')
    )
    escape_leaves_full_screen: bool = _option(
        False,
        switch(),
        message("Esc on a stage in full screen leaves full screen; false: Esc is always panic."),
    )
    reduced_motion: bool = _option(
        False, switch(), message("Calmer windows: nothing pulses or slides.")
    )
    scale: float = _option(1.0, number(0.5, 3.0), message("Size of everything in the console."))
    pictures: bool = _option(
        True,
        switch(),
        message("Fetch the pictures of the users that are shown; false: initials only."),
    )


@dataclass(frozen=True, slots=True)
class TwitterSettings:
    """``[twitter]``: the Twitter/X filtered stream."""

    bearer_token: str = _option(
        "", _SECRET_TEXT, message("The token of the API (better in a variable).")
    )
    bearer_token_file: str = _option(
        "", any_text(), message("A file that holds the token."), path=True
    )
    rule: str = _option(
        "",
        words(r"[^\x00-\x1f\x7f]{0,400}", message("one line in the words of the API's rules")),
        message("What a post must match besides the hashtag, such as -is:retweet or lang:fr."),
    )
    budget_usd: float = _option(
        0.0,
        number(0, 1_000_000),
        message("Stop before the API has billed more than this in one run; 0 for no limit."),
    )
    usd_per_post: float = _option(
        0.005, number(0, 1000), message("What the API bills for each post that it delivers.")
    )
    usd_per_user: float = _option(
        0.01, number(0, 1000), message("What the API bills for each author that comes with a post.")
    )


@dataclass(frozen=True, slots=True)
class MidiSettings:
    """``[midi]``: MIDI controllers."""

    on: bool = _option(True, switch(), message("Use the MIDI controllers that are plugged in."))
    takeover: bool = _option(
        True,
        switch(),
        message("A fader moves its strip only after it has met it; false: at once."),
    )
    system: str = _option(
        "",
        words("(alsa|jack)?", message('alsa, jack or ""')),
        message('On Linux: alsa or jack; "" for ALSA where it is there, else JACK.'),
    )


def _network() -> SettingKind:
    """An address or a network of addresses."""
    right = message("an address or a network such as 192.168.1.0/24")

    def typed(value: object) -> object:
        try:
            if isinstance(value, str):  # a number would be an address too
                return str(ipaddress.ip_network(value, strict=False))
        except ValueError:
            pass
        raise UnfitValueError(must_be(right, value))

    return SettingKind("text", right, typed, typed)


@dataclass(frozen=True, slots=True)
class OscSettings:
    """``[osc]``: lights, visuals and layouts over OSC."""

    on: bool = _option(False, switch(), message("Serve OSC from the start of a show."))
    host: str = _option(
        "127.0.0.1",
        words(r"[0-9A-Za-z.\-]{1,253}", message("an address of this computer")),
        message("Address to listen on; 0.0.0.0 for all of this computer's."),
    )
    port: int = _option(
        9000, whole(0, 65_535), message("Port to listen on, UDP and TCP; 0 for a free one.")
    )
    allow: tuple[str, ...] = _option(
        (),
        many(_network(), message("a list of addresses or networks such as 192.168.1.0/24")),
        message("Who may send besides this computer."),
    )
    send_to: tuple[str, ...] = _option(
        (),
        many(
            words(r"[\w.\-]{1,253}:\d{1,5}", message("an address such as 127.0.0.1:9001")),
            message("a list of addresses such as 127.0.0.1:9001"),
        ),
        message("Who always gets the state, without asking for it."),
    )


@dataclass(frozen=True, slots=True)
class RemoteSettings:
    """``[remote]``: the presenter's phone."""

    host: str = _option(
        "", any_text(), message('Address to listen on; "" for all of this computer\'s.')
    )
    port: int = _option(8081, whole(0, 65_535), message("Port to listen on; 0 for a free one."))


@dataclass(frozen=True, slots=True)
class PageSettings:
    """``[page]``: the audience's voting page."""

    host: str = _option(
        "", any_text(), message('Address to listen on; "" for all of this computer\'s.')
    )
    port: int = _option(8080, whole(0, 65_535), message("Port to listen on; 0 for a free one."))
    address: str = _option(
        "",
        words(
            r"(?:https?://[^\s/?#\x00-\x20]+/?)?",
            message("an address such as https://vote.example.org"),
        ),
        message("The address that phones open, where it is not this computer's own (a tunnel)."),
    )
    word_list: str = _option(
        "",
        any_text(),
        message(
            "A file of words that nobody may write, one a line; a * at the end stands for any "
            "ending."
        ),
        path=True,
    )
    vote_every_s: float = _option(
        2.0, number(0.1, 3_600), message("Seconds after which a phone may vote once more.")
    )
    vote_burst: int = _option(3, whole(1, 100), message("Votes that a phone may send at once."))
    address_votes_per_s: float = _option(
        1_000.0,
        number(1, 1_000_000),
        message(
            "Votes a second from one network address, which may be a whole room behind a router."
        ),
    )
    address_phones: int = _option(
        3_000, whole(1, 1_000_000), message("Phones that one network address may bring at once.")
    )
    message_length: int = _option(100, whole(0, 200), message("Characters of a message."))
    name_length: int = _option(20, whole(4, 40), message("Characters of a nickname."))

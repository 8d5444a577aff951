"""The sections of ``mwk.toml`` on other controls (MIDI, OSC, phone), the talk's clock, and a second
laptop."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from mwk_desktop.messages import message
from mwk_desktop.show.settings.option_field import option
from mwk_desktop.show.settings.value_kinds import (
    SettingKind,
    UnfitValueError,
    any_text,
    choice,
    many,
    must_be,
    switch,
    whole,
    words,
)


@dataclass(frozen=True, slots=True)
class MidiSettings:
    """``[midi]``: MIDI controllers."""

    on: bool = option(
        True,
        switch(),
        message("Use the MIDI controllers that are plugged in."),
        label=message("MIDI controllers"),
    )
    takeover: bool = option(
        True,
        switch(),
        message("A fader moves its strip only after it has met it; false: at once."),
        at_once=True,
        label=message("Soft takeover"),
        form=message("A fader moves its strip only after it has met it; otherwise at once."),
    )
    lights: bool = option(
        True,
        switch(),
        message("The controllers' lights and motors follow the show."),
        at_once=True,
        label=message("Their lights"),
    )
    system: str = option(
        "",
        words("(alsa|jack)?", message('alsa, jack or ""')),
        message('On Linux: alsa or jack; "" for ALSA where it is there, else JACK.'),
        label=message("MIDI system"),
        form=message("On Linux: alsa or jack. Empty: ALSA where it is there, else JACK."),
    )


@dataclass(frozen=True, slots=True)
class ClockSettings:
    """``[clock]``: the beat for other machines."""

    midi: bool = option(
        False,
        switch(),
        message("Send MIDI clock, start, stop and song position."),
        label=message("MIDI clock"),
    )
    ports: tuple[str, ...] = option(
        (),
        many(any_text(), message("a list of MIDI ports, by name or a part of it")),
        message("Where to; [] for a port of the program's own, to which others connect."),
        label=message("MIDI ports for the clock"),
        form=message("Where to. Empty: a port of the program's own, to which others connect."),
    )
    link: bool = option(
        False,
        switch(),
        message("Share beat, tempo, start and stop over Ableton Link (extra: link)."),
        label=message("Ableton Link"),
    )
    jack: bool = option(
        False,
        switch(),
        message("Lead JACK's transport: bar, beat, tempo, start and stop for its other clients."),
        label=message("JACK transport"),
    )
    offset_ms: int = option(
        0,
        whole(-500, 500),
        message("Send this much later than the sound (negative: earlier)."),
        label=message("Clock later than sound"),
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

    on: bool = option(
        False, switch(), message("Serve OSC from the start of a show."), label=message("OSC server")
    )
    host: str = option(
        "127.0.0.1",
        words(r"[0-9A-Za-z.\-]{1,253}", message("an address of this computer")),
        message("Address to listen on; 0.0.0.0 for all of this computer's."),
        label=message("Listens on"),
    )
    port: int = option(
        9000,
        whole(0, 65_535),
        message("Port to listen on, UDP and TCP; 0 for a free one."),
        label=message("Port"),
    )
    allow: tuple[str, ...] = option(
        (),
        many(_network(), message("a list of addresses or networks such as 192.168.1.0/24")),
        message("Who may send besides this computer."),
        label=message("May send"),
    )
    send_to: tuple[str, ...] = option(
        (),
        many(
            words(r"[\w.\-]{1,253}:\d{1,5}", message("an address such as 127.0.0.1:9001")),
            message("a list of addresses such as 127.0.0.1:9001"),
        ),
        message("Who always gets the state, without asking for it."),
        label=message("Always gets the state"),
    )


@dataclass(frozen=True, slots=True)
class TalkSettings:
    """``[talk]``: the talk's clock."""

    minutes: int = option(
        45,
        whole(1, 1_440),
        message("Length of the talk in minutes."),
        label=message("Length of the talk"),
    )
    amber_minutes: int = option(
        5,
        whole(0, 1_440),
        message("Minutes before the end from which the clock is amber."),
        label=message("Amber from"),
    )
    red_minutes: int = option(
        1,
        whole(0, 1_440),
        message("Minutes before the end from which the clock is red."),
        label=message("Red from"),
    )
    ending: str = option(
        "none",
        choice(("none", "fade", "winner", "thanks")),
        message(
            "What happens by itself at zero: none; fade (the music fades out); winner (on the "
            "stage); thanks (fade, and the end on the stage)."
        ),
        label=message("At zero"),
        form=message("What happens by itself when the time is over."),
    )


@dataclass(frozen=True, slots=True)
class RemoteSettings:
    """``[remote]``: the presenter's phone."""

    host: str = option(
        "",
        any_text(),
        message('Address to listen on; "" for all of this computer\'s.'),
        label=message("Listens on"),
        form=message("Address to listen on. Empty: all of this computer's."),
    )
    port: int = option(
        8081,
        whole(0, 65_535),
        message("Port to listen on; 0 for a free one."),
        label=message("Port"),
    )


@dataclass(frozen=True, slots=True)
class SpareSettings:
    """``[spare]``: a second laptop that follows the show (``mwk live --follow``)."""

    takeover: str = option(
        "key",
        choice(("key", "auto")),
        message(
            "When the main console is missing: key (a press takes over) or auto (this one takes "
            "over by itself after 0.7 s)."
        ),
        label=message("Taking over"),
        form=message(
            "When the main console is missing: this one takes over by a press, or by itself "
            "after 0.7 s."
        ),
    )

"""OSC addresses of the actions, and what an OSC message asks for (pure).

An address is ``/mwk/`` and the action's name with ``/`` for ``.``: ``/mwk/strip/3/fader``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pythonosc.osc_packet import OscPacket

from mwk_desktop.show.action_kinds import Kind, Value
from mwk_desktop.show.actions import ACTIONS

ROOT: Final = "/mwk/"
SUBSCRIBE: Final = "/mwk/subscribe"
UNSUBSCRIBE: Final = "/mwk/unsubscribe"


def address_of(action: str) -> str:
    """``strip.3.fader`` as ``/mwk/strip/3/fader``."""
    return ROOT + action.replace(".", "/")


_ACTIONS: Final = {address_of(name): name for name in ACTIONS}


@dataclass(frozen=True, slots=True)
class OscRequest:
    """What one message asks for. ``action`` is a name of the vocabulary, or ``subscribe`` or
    ``unsubscribe`` (``value``: the port for answers, None for the sender's)."""

    action: str
    value: Value = None


def read_packet(data: bytes) -> list[OscRequest] | None:
    """The requests of a packet (a message, or a bundle of them); None if it is not all valid.

    A button's release (a trigger with 0) is valid and asks for nothing.
    """
    try:
        messages = [timed.message for timed in OscPacket(data).messages]
        # The library reads the arguments when the message is made; bytes of a text may be any.
        heard = [(str(one.address), list(one.params)) for one in messages]
    except Exception:  # the library raises much more than its ParseError for arbitrary bytes
        return None
    requests: list[OscRequest] = []
    for address, arguments in heard:
        found = _request_of(address, arguments)
        if found is None:
            return None
        requests += found
    return requests


def _request_of(address: str, arguments: Sequence[object]) -> list[OscRequest] | None:
    if len(arguments) > 1:
        return None
    value = arguments[0] if arguments else None
    if value is not None and not isinstance(value, bool | int | float | str):
        return None
    if address in (SUBSCRIBE, UNSUBSCRIBE):
        if value is not None and (isinstance(value, str | bool) or not 0 < value < 65_536):
            return None
        port = None if value is None else int(value)
        return [OscRequest(address.removeprefix(ROOT), port)]
    action = _ACTIONS.get(address)
    if action is None:
        return None
    match ACTIONS[action].kind:
        case Kind.TRIGGER:
            # Buttons of OSC programs send 1 when pressed and 0 when released.
            if isinstance(value, str):
                return None
            return [OscRequest(action)] if value is None or value else []
        case Kind.CHOICE:
            return [OscRequest(action, value)] if isinstance(value, str) else None
        case Kind.TOGGLE:
            return [OscRequest(action, value)] if value in (None, 0, 1) else None
        case Kind.MESSAGE:
            return None if isinstance(value, str) else [OscRequest(action, value)]
        case _:
            number = isinstance(value, int | float) and value == value
            return [OscRequest(action, value)] if number else None

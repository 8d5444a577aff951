"""Checks of values from a TOML file, and what is said about wrong ones. Pure functions."""

from __future__ import annotations

from difflib import get_close_matches

from mwk_desktop.messages import Message, message
from mwk_desktop.units import INSTRUMENTS


def within(value: object, lowest: float, highest: float) -> bool:
    """Whether a value is a number within a range (NaN is not)."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and lowest <= float(str(value)) <= highest


def unknown_key(key: str, known: tuple[str, ...]) -> Message:
    """What is wrong with a key that is not known, with the nearest that is."""
    near = get_close_matches(key, known, 1)
    if near:
        return message("unknown key; did you mean {near}?", near=near[0])
    return message("unknown key; known are {known}", known=", ".join(known))


def unknown_instrument(name: str) -> Message:
    """The problem to report for a name that is not an instrument."""
    near = get_close_matches(name, INSTRUMENTS, 1)
    if near:
        return message("unknown instrument; did you mean {near}?", near=near[0])
    return message("unknown instrument; known: {known}", known=", ".join(INSTRUMENTS))


def shown(value: object) -> str:
    """A value as a message shows it: short, and as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."

"""Option values: turn typed text into a number, a path or a name; errors say what would be
right."""

from __future__ import annotations

import argparse
import math
import re
from pathlib import Path
from typing import Final

MOST_TWEETS_PER_S: Final = 10_000_000
_SERVER: Final = re.compile(
    r"(?:[A-Za-z_]+://)?(?:\[[0-9A-Fa-f:.%]+\]|[^\s:/\[\]]+)(?::(?P<port>[0-9]{1,5}))?"
)


def a_path(text: str) -> Path:
    """A file or folder. Empty text (a script's unset variable) is refused: it would mean ``.``."""
    if not text:
        raise argparse.ArgumentTypeError("is empty; name a file or folder")
    return Path(text)


def topic_name(text: str) -> str:
    """A name that a Kafka topic can have."""
    # Late: `mwk --help` needs no settings.
    from mwk_desktop.show.settings.load import UnfitValueError, setting_value

    try:
        return str(setting_value("topics", "input", text))
    except UnfitValueError:
        raise argparse.ArgumentTypeError("a topic's name (letters, digits, . _ -)") from None


def servers(text: str) -> str:
    """One or more ``HOST:PORT``, separated by commas, as Kafka's clients take them."""
    given = [part.strip() for part in text.split(",") if part.strip()]
    found = [_SERVER.fullmatch(part) for part in given]
    if not given or not all(one and int(one["port"] or 0) <= 65_535 for one in found):
        raise argparse.ArgumentTypeError("HOST:PORT of Kafka, several with commas between them")
    return ",".join(given)


def listen_at(text: str) -> dict[str, object]:
    """``HOST:PORT``, ``:PORT``, ``PORT`` or ``HOST``, as the settings they stand for."""
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        port = rest.removeprefix(":")
    elif text.count(":") > 1:
        host, port = text, ""
    elif text.isdecimal():
        host, port = "", text
    else:
        host, _, port = text.partition(":")
    names = not host or host == "localhost" or "." in host or ":" in host
    numbers = not port or (port.isdecimal() and int(port) <= 65_535)
    if not (host or port) or not names or not numbers:
        raise argparse.ArgumentTypeError(
            "HOST:PORT, HOST or PORT up to 65535 (a verb or a file comes first)"
        )
    at: dict[str, object] = {"page.host": host} if host else {}
    return {**at, "page.port": int(port)} if port else at


def metrics_address(text: str) -> tuple[str, int]:
    """``HOST:PORT`` or ``PORT`` (of this computer alone) to serve figures at."""
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not port.isdecimal() or int(port) > 65_535:
        raise argparse.ArgumentTypeError("HOST:PORT or PORT up to 65535, such as 127.0.0.1:9464")
    return host or "127.0.0.1", int(port)


def positive_seconds(text: str) -> float:
    """A number of seconds greater than zero."""
    value = _number(text)
    if not value > 0 or math.isinf(value):
        raise argparse.ArgumentTypeError("a number of seconds above 0")
    return value


def tweets_per_s(text: str) -> float:
    """How many tweets a second a simulated crowd writes."""
    value = _number(text)
    if not 0 < value <= MOST_TWEETS_PER_S:
        raise argparse.ArgumentTypeError("tweets a second, above 0 and at most 10 million")
    return value


def share(text: str) -> float:
    """A share of a whole: 0 to 1."""
    value = _number(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("a share from 0 to 1")
    return value


def speed(text: str) -> float | None:
    """0.25 to 8, or ``max`` (as None)."""
    if text == "max":
        return None
    value = _number(text)
    if not 0.25 <= value <= 8:
        raise argparse.ArgumentTypeError("a speed: 0.25 to 8, or max")
    return value


def sending_speed(text: str) -> float | None:
    """Times as fast as it was, above 0 and at most 1000, or ``max`` (as None)."""
    if text == "max":
        return None
    value = _number(text)
    if not 0 < value <= 1000:
        raise argparse.ArgumentTypeError("a speed above 0 and at most 1000, or max")
    return value


def whole_number(text: str) -> int:
    """Any whole number; settings check their own limits."""
    return _whole(text, "a whole number")


def positive_count(text: str) -> int:
    """A whole number above 0."""
    value = _whole(text, "a whole number above 0")
    if value < 1:
        raise argparse.ArgumentTypeError("a whole number above 0")
    return value


def count(text: str) -> int:
    """A whole number that is not negative."""
    value = _whole(text, "a whole number, 0 or more")
    if value < 0:
        raise argparse.ArgumentTypeError("a whole number, 0 or more")
    return value


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a number") from None
    if math.isnan(value):
        raise argparse.ArgumentTypeError("a number")
    return value


def _whole(text: str, right: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(right) from None

"""Settings as the settings page shows them: groups, titles, rows and choices."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

from mwk_desktop.messages import own_name
from mwk_desktop.show.settings.load import split_name
from mwk_desktop.show.snapshot import OutputRow
from mwk_desktop.show.workers_state import SettingRow
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.pages.key_setting import default_words
from mwk_desktop.ui.pages.tap_offset import MOST_MS
from mwk_desktop.ui.safe_text import clean

GROUPS: Final[tuple[tuple[str, ...], ...]] = (
    ("show",),
    ("audio",),
    ("sounds", "music"),
    ("kafka", "topics", "schema_registry", "schema_registry.fields"),
    ("ui", "stage"),
    ("talk",),
    ("page",),
    ("midi", "osc", "remote", "clock"),
    ("keys",),
    ("twitter", "mastodon", "bluesky", "twitch"),
    ("spare",),
)
"""Sections of ``mwk.toml`` that share a page, in the pages' order."""

KAFKA_GROUP: Final = next(place for place, group in enumerate(GROUPS) if "kafka" in group)

_WORDED: Final = frozenset(
    {
        *("audio.cue", "show.quantize", "show.moderation", "talk.ending", "spare.takeover"),
        *("ui.stage_lost", "stage.black"),
    }
)

_SEGMENTS: Final = {
    "audio.block_size": ("64", "128", "256", "512", "1024"),
    "ui.scale": ("1", "1.25", "1.5", "2"),
}
"""Numbers of which a few are enough to choose from; the file takes others, too."""

_SLIDERS: Final = {"audio.visual_offset_ms": (0, MOST_MS)}
"""Numbers that act at once and are found by moving a slider: their limits."""

SEGMENTS_MOST: Final = 5
"""So many choices stand beside each other; more are a list."""


def group_title(place: int) -> str:
    """The title of a page of settings."""
    return {
        "sounds": translate("Settings", "Sounds and music"),
        "kafka": translate("Settings", "Kafka and topics"),
        "ui": translate("Settings", "Windows and language"),
        "midi": translate("Settings", "Controllers"),
        "twitter": translate("Settings", "Networks"),
    }.get(GROUPS[place][0], section_title(GROUPS[place][0]))


def section_title(section: str) -> str:
    """A section of ``mwk.toml`` as a title for people."""
    return {
        "show": translate("Settings", "Show"),
        "audio": translate("Settings", "Sound card"),
        "sounds": translate("Settings", "Sound set"),
        "music": translate("Settings", "Music"),
        "topics": translate("Settings", "Topics"),
        "schema_registry": translate("Settings", "Schema Registry"),
        "schema_registry.fields": translate("Settings", "Schema Registry: fields"),
        "kafka": translate("Settings", "Kafka"),
        "ui": translate("Settings", "Windows"),
        "stage": translate("Settings", "Stage"),
        "twitter": translate("Settings", "Twitter"),
        "mastodon": translate("Settings", "Mastodon"),
        "bluesky": translate("Settings", "Bluesky"),
        "twitch": translate("Settings", "Twitch chat"),
        "page": translate("Settings", "Voting page"),
        "midi": translate("Settings", "MIDI"),
        "clock": translate("Settings", "Clock out"),
        "osc": translate("Settings", "OSC"),
        "remote": translate("Settings", "Presenter's phone"),
        "talk": translate("Settings", "Talk clock"),
        "spare": translate("Settings", "Second laptop"),
        "keys": translate("Settings", "Keys and clicker"),
    }.get(section, section)


def source_text(row: SettingRow) -> str:
    """Where a value comes from, and when a change takes effect."""
    if row.source == "option":
        text = translate("Settings", "set by the option %1, which wins over the file")
        return text.replace("%1", row.given_by)
    if row.source == "environment":
        text = translate("Settings", "set by the variable %1, which wins over the file")
        return text.replace("%1", row.given_by)
    if row.kept and row.needs_restart:
        return translate("Settings", "kept; from the next start on")
    origin = translate("Settings", "from mwk.toml")
    parts = [origin] if row.source == "file" else [translate("Settings", "default")]
    restart = translate("Settings", "a change waits for the next start")
    parts.append(restart if row.needs_restart else translate("Settings", "acts at once"))
    return " \u00b7 ".join(parts)


def capitalized(text: str) -> str:
    """A sentence's first letter is large; librdkafka's own names stay as they are."""
    return text if "." in text.partition(" ")[0] else text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Offers:
    """Outputs of this computer, and what keys can do: value, words, small print; the rate at which
    it plays, for what a block's frames mean (0: unknown)."""

    outputs: tuple[tuple[str, str, str], ...] = ()
    actions: tuple[tuple[str, str, str], ...] = ()
    rate_hz: int = 0


def output_details(row: OutputRow) -> str:
    """How many outputs a card has, and its sound system."""
    outputs = translate("Settings", "%1 outputs").replace("%1", str(row.channels))
    return f"{outputs} \u00b7 {clean(row.system, 40)}"


def row_properties(row: SettingRow, offers: Offers) -> dict[str, Any]:
    """One setting as QML shows it; ``offers``: what there is to choose from on this computer."""
    section, key = split_name(row.name)
    choices, words, details = _choices(row, offers)
    control = row.kind
    least, most = _SLIDERS.get(row.name, (0, 0))
    if row.kind in ("key", "screen"):
        control = row.kind
    elif row.name in _SEGMENTS:
        control = "choice"
    elif row.name in _SLIDERS:
        control = "slider"
    elif row.kind in ("output", "language", "action") or len(choices) > SEGMENTS_MOST:
        control = "picker"
    default = clean(row.default, 80) or translate("Settings", "none")
    if row.kind == "action":
        default = default_words(key)
    elif row.kind == "switch":
        default = _switch_word(row.default)
    elif row.default in choices:
        default = words[choices.index(row.default)]
    return {
        "name": row.name,
        "section": section,
        "label": capitalized(message_text(row.label)) or clean(key, 80),
        "unit": message_text(row.unit),
        "value": row.value,
        "default": default,
        "help": message_text(row.help),
        "control": control,
        "kind": row.kind,
        "least": least,
        "most": most,
        "note": _note(row, offers),
        "choices": choices,
        "words": words,
        "details": details,
        "source": row.source,
        "sourceText": source_text(row),
        "wins": row.source in ("option", "environment"),
        "restart": row.needs_restart,
        "canReset": row.source == "file" or (row.kept and bool(row.given_by)),
        "problem": capitalized(message_text(row.problem)),
        "right": message_text(row.right),
        "title": "",
    }


def _choices(row: SettingRow, offers: Offers) -> tuple[list[str], list[str], list[str]]:
    """The values to choose from, their words, and what is written beside them."""
    found: list[tuple[str, str, str]] = []
    if row.kind == "output":
        found = [
            ("", translate("Settings", "System's default"), ""),
            *offers.outputs,
            ("null", translate("Outputs", "Silence"), ""),
        ]
    elif row.name in _SEGMENTS:
        few = [*_SEGMENTS[row.name]]
        if row.value and row.value not in few:
            few = sorted({*few, row.value}, key=_size)
        return few, [decimal(one) for one in few], ["" for _ in few]
    elif row.kind in ("action", "key"):
        found = [*offers.actions]
        return [one[0] for one in found], [one[1] for one in found], [one[2] for one in found]
    else:
        found = [(choice, _choice_word(row.name, choice), "") for choice in row.choices]
        return [one[0] for one in found], [one[1] for one in found], ["" for _ in found]
    if row.value not in [one[0] for one in found]:
        away = translate("Settings", "not there now")
        found.append((row.value, clean(row.value, 60), away))
    return [one[0] for one in found], [one[1] for one in found], [one[2] for one in found]


def _size(value: str) -> float:
    """What segments are sorted by; what is no number comes last."""
    try:
        return float(value)
    except ValueError:
        return math.inf


def _note(row: SettingRow, offers: Offers) -> str:
    """What a value means, beside it: how long a block of frames lasts."""
    if row.name != "audio.block_size" or not offers.rate_hz or not row.value.isdecimal():
        return ""
    text = translate("Settings", "%1 ms at %2 kHz")
    text = text.replace("%1", decimal(f"{1000 * int(row.value) / offers.rate_hz:.1f}"))
    return text.replace("%2", decimal(f"{offers.rate_hz / 1000:g}"))


def _switch_word(value: str) -> str:
    return translate("Settings", "on") if value == "true" else translate("Settings", "off")


def matches(row: dict[str, Any], search: str) -> bool:
    """Whether a search finds a setting: in its label, its key and its help."""
    text = f"{row['label']} {row['name']} {row['help']}".casefold()
    return all(word in text for word in search.casefold().split())


def _choice_word(name: str, choice: str) -> str:
    """A choice for people; each language says its own name."""
    if name == "ui.stage_second_language":
        return own_name(choice) if choice else translate("Settings", "none")
    if name in _WORDED:
        return _choice_words().get(choice, choice)
    if not choice:
        return translate("Settings", "system")
    return own_name(choice) if name == "ui.language" else choice


def _choice_words() -> dict[str, str]:
    """The choices that are words, in the windows' language."""
    return {
        "off": translate("Settings", "off"),
        "3-4": "3\u20134",
        "beat": translate("Settings", "beat"),
        "bar": translate("Settings", "bar"),
        "loop": translate("Settings", "loop"),
        "open": translate("Settings", "all"),
        "approve": translate("Settings", "approved only"),
        "none": translate("Settings", "nothing"),
        "fade": translate("Settings", "fade out"),
        "winner": translate("Settings", "the winner"),
        "thanks": translate("Settings", "thanks"),
        "key": translate("Settings", "by a press"),
        "auto": translate("Settings", "by itself"),
        "wait": translate("Settings", "wait for it"),
        "next": translate("Settings", "go to the next one"),
        "black": translate("Settings", "black"),
        "hashtag": translate("Settings", "the hashtag"),
        "picture": translate("Settings", "a picture"),
    }

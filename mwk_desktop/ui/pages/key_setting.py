"""A key of ``[keys]`` in the settings: what it can do, and what an action takes away from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from mwk_desktop.show.action_kinds import Kind
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.planned_actions import PLANNED
from mwk_desktop.show.settings.key_table import NO_ACTION
from mwk_desktop.show.settings.load import KEYS as SECTION
from mwk_desktop.show.settings.load import split_name
from mwk_desktop.show.workers_state import SettingRow
from mwk_desktop.ui.console.learn_properties import capitalized_label
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.keys import KEYS, MASTER_KEYS, STRIP_KEYS, key_table

MODIFIER_KEYS = range(0x01000020, 0x01000026)
"""Qt's codes of Shift, Ctrl, Meta, Alt, CapsLock and NumLock, which are no key by themselves."""


@dataclass(frozen=True, slots=True)
class KeyVerdict:
    """What is said before a key gets an action. ``level``: ok, warn or bad (it cannot)."""

    level: str = ""
    text: str = ""


@cache
def key_actions() -> tuple[str, ...]:
    """What a key can do: nothing, then all actions without a value, those of strips last."""
    later = {action.name for action in PLANNED}
    kinds = (Kind.TOGGLE, Kind.TRIGGER, Kind.MESSAGE)
    names = [one.name for one in ACTIONS.values() if one.kind in kinds and one.name not in later]
    names.sort(key=lambda name: name.startswith("strip."))
    return (NO_ACTION, *names)


def action_words(action: str) -> str:
    """What a key does, for people."""
    return translate("Settings", "nothing") if action == NO_ACTION else capitalized_label(action)


def action_offers(own: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Everything that a key can do: action, words, and the keys that do it now."""
    table = key_table(own)
    keys: dict[str, list[str]] = {}
    for key, action in table.items():
        keys.setdefault(action, []).append(key)
    return [(name, action_words(name), ", ".join(keys.get(name, ()))) for name in key_actions()]


def own_keys(rows: Iterable[SettingRow]) -> dict[str, str]:
    """The presenter's keys as the settings list them: key -> action, "" for none."""
    found = ((split_name(row.name), row.value) for row in rows if row.kind == "action")
    return {
        key: "" if value == NO_ACTION else value
        for (section, key), value in found
        if section == SECTION
    }


def default_words(key: str) -> str:
    """What a key does where ``[keys]`` says nothing."""
    return action_words(KEYS.get(key, NO_ACTION))


def judge_key(key: str, action: str, own: Mapping[str, str]) -> KeyVerdict:
    """What it means to give a key an action, before that is saved.

    Parameters
    ----------
    key, action
        As in the tables; either may still be empty.
    own
        What the presenter's keys do now.
    """
    if not key:
        return KeyVerdict()
    table = key_table(own)
    now = table.get(key, NO_ACTION)
    if action == now:
        text = translate("Settings", "%1 does that already.")
        if now == NO_ACTION:
            text = translate("Settings", "%1 does nothing already.")
        return KeyVerdict("ok", text.replace("%1", key))
    parts: list[str] = []
    if now == NO_ACTION:
        parts.append(translate("Settings", "%1 is free.").replace("%1", key))
    else:
        text = translate("Settings", "%1 is taken: %2. That will be replaced.")
        parts.append(text.replace("%2", action_words(now)).replace("%1", key))
        if list(table.values()).count(now) == 1:
            parts.append(translate("Settings", "No other key does that."))
    if key in STRIP_KEYS or key in MASTER_KEYS:
        parts.append(translate("Settings", "On a strip with the focus it stays what it is there."))
    return KeyVerdict("ok" if now == NO_ACTION else "warn", " ".join(parts))

"""Generate the documentation pages on settings, actions and keys from the code.

python packaging/docs/reference.py            # writes it
python packaging/docs/reference.py --check    # exit 1 if it is out of date
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from mwk_desktop.show.action_kinds import Action, Kind
from mwk_desktop.show.action_labels import action_label
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.planned_actions import PLANNED
from mwk_desktop.show.settings.load import describe
from mwk_desktop.ui.keys import KEY_NOTES, KEYS, STRIP_KEYS, StripPress

DOCS = Path(__file__).resolve().parents[2] / "docs"
SECTIONS = {
    "show": "The rules of the show.",
    "audio": "The sound output.",
    "sounds": "Which loops play.",
    "music": "What is made of them; see [Your own sound set](sound-sets.md).",
    "topics": "Which topics are read.",
    "schema_registry": "Schemas of the records; see [Schemas](schemas.md).",
    "schema_registry.fields": "What a tweet's fields are called; see [Schemas](schemas.md).",
    "ui": "The windows.",
    "stage": "What the audience sees.",
    "twitter": "The Twitter stream; see [Twitter](twitter.md).",
    "mastodon": "A hashtag on Mastodon; see [Other networks](networks.md).",
    "bluesky": "A hashtag on Bluesky; see [Other networks](networks.md).",
    "twitch": "A channel's chat on Twitch; see [Other networks](networks.md).",
    "page": "The audience's page; see [The room's phones](page.md).",
    "midi": "MIDI controllers; see [MIDI](midi.md).",
    "clock": "The beat for other machines; see [The beat for others](clock.md).",
    "osc": "Lights, visuals and layouts; see [OSC](osc.md).",
    "remote": "The presenter's phone; see [Phone](phone.md).",
    "talk": "The talk's clock; see [On stage](on-stage.md).",
    "spare": "A second console that follows; see [Two laptops](two-laptops.md).",
}

SETTINGS_HEAD = """\
# Settings

<!-- Written by packaging/docs/reference.py: change the settings' own texts instead. -->

Three places give values, later ones win: `mwk.toml` in the platform's configuration folder (or
`--config FILE`, or the variable `MWK_CONFIG`), then variables (`MWK_SHOW__WINDOW_MS`), then flags.
The settings page of the console is a form: it shows where each value comes from, keeps changes in
`mwk.toml`, where comments stay, and takes them back; every property of `[kafka]` can be changed
there, and is checked as `mwk check` does. A key that does not exist, or a value that does not fit,
is an error that names it and says what would be right.

`[kafka]` takes librdkafka's own properties under their own names; see [Kafka](kafka.md). `[keys]`
takes the keys of your keyboard or clicker; see [Clicker and keys](clicker.md).

Secrets (passwords, tokens) come from variables or from files, and are never logged, shown or
recorded.
"""


def value_text(value: object) -> str:
    """A default value as TOML."""
    if value is None or value == "":
        return "not set"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return "`[" + ", ".join(f'"{item}"' for item in value) + "]`"
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"


def settings_page() -> Iterator[str]:
    """The lines of `settings.md`."""
    yield SETTINGS_HEAD
    section = ""
    for row in describe():
        if row.section != section:
            section = row.section
            yield f"\n## [{section}]\n\n{SECTIONS[section]}\n"
            yield "| key | default | what it is | may be |"
            yield "|---|---|---|---|"
        cells = (f"`{row.key}`", value_text(row.default), str(row.help), str(row.right))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


ACTIONS_HEAD = """\
# Actions

<!-- Written by packaging/docs/reference.py: change the actions' own texts instead. -->

Everything a hand can do in a show, by name. Keys ([`[keys]`](clicker.md)), [MIDI maps](midi.md),
[OSC](osc.md) and [the presenter's phone](phone.md) use the same names and values.

- `N` is a strip, 1 to 8: drum, heavy bass, lead bass, line bass, melody, pad, synth, vocal.
- *toggle*: no value flips it, 1 switches on, 0 off. *trigger*: no value. *fader*: 0 to 1 on the
  fader's travel, 0.8 is 0 dB. *message*: the serial of a message, without it the selected one.
- On a locked console only those marked *works* do.
- An OSC address is `/mwk/` and the name with `/` for `.`.

| action | does | value | locked |
|---|---|---|---|
"""


def actions_page() -> Iterator[str]:
    """The lines of `actions.md`."""
    yield ACTIONS_HEAD.rstrip("\n")
    later = {action.name for action in PLANNED}
    for action in ACTIONS.values():
        name = action.name
        if name.startswith(("strip.", "snapshot.")):
            head, number, rest = name.split(".", 2)
            if number != "1":
                continue  # one line stands for all of them
            name = f"{head}.N.{rest}"
        does = str(action_label(action.name)).replace("Drum", "a strip").replace("1", "N")
        if action.name in later:
            does += " (not in this version)"
        locked = "works" if action.works_locked else ""
        yield f"| `{name}` | {does} | {value_words(action)} | {locked} |"


def value_words(action: Action) -> str:
    """Which values an action takes."""
    if action.kind is Kind.CHOICE:
        return ", ".join(f"`{one}`" for one in action.choices) or "a name"
    return {"number": "a number", "count": "a whole number from 0"}.get(action.kind, action.kind)


KEYS_HEAD = """\
# Keys

<!-- Written by packaging/docs/reference.py: change mwk_desktop/ui/keys.py instead. -->

`?` shows them in the console. Digits act by their place on the keyboard, so AZERTY needs no Shift.
A key that is held down acts once.

| key | does | action |
|---|---|---|
"""

KEYS_TAIL = """\

On the strip with the focus:

| key | does |
|---|---|
{strip}

On a message with the focus: `H` hides it, `X` blocks its author. Where messages wait for approval:
`→` approves, `←` refuses, with `Shift` all of the page without, with a listed word; `Enter` turns
the page. On the replay's timeline: `←` `→`
go one window back or on, with `Ctrl` ten. `Tab` goes to the next control, `Enter` presses it.

Clickers send the page keys: `PageUp` does nothing by itself, and neither ever moves a fader.
`[keys]` in `mwk.toml` gives any key or clicker button an action; see
[Clicker and keys](clicker.md).
"""

_KEY_WORDS = {"Escape": "Esc", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def key_words(chord: str, last: str = "") -> str:
    """A key as printed on it: `Shift+Esc`; with `last` a range of digits."""
    head, plus, key = chord.rpartition("+")
    return f"`{head}{plus}{_KEY_WORDS.get(key, key)}`" + (f" … `{last}`" if last else "")


def keys_page() -> Iterator[str]:
    """The lines of `keys.md`."""
    yield KEYS_HEAD.rstrip("\n")
    for key, action in KEYS.items():
        head, _, rest = action.partition(".")
        number, _, what = rest.partition(".")
        if number.isdecimal() and number != "1":
            continue  # one line stands for all of them
        label = sentence(str(action_label(action)))
        last = ""
        if number == "1":
            label = label.replace("Drum", "a strip").replace("1", "N")
            action, last = f"{head}.N.{what}", "8"
        note = f" {KEY_NOTES[key]}" if key in KEY_NOTES else ""
        yield f"| {key_words(key, last)} | {label}.{note} | `{action}` |"
    strip = (f"| {key_words(key)} | {strip_words(press)} |" for key, press in STRIP_KEYS.items())
    yield KEYS_TAIL.replace("{strip}", "\n".join(strip)).rstrip("\n")


def sentence(label: str) -> str:
    return label[:1].upper() + label[1:]


def strip_words(press: StripPress) -> str:
    """What a key does on the focused strip."""
    action = press.action.format(channel="strip.1")
    label, _, kind = re.sub(" (of|on|to) Drum", "", str(action_label(action))).partition(", ")
    if press.value is None:
        return sentence(label)
    sign = "+" if kind.startswith("by a step") else ""
    in_db = kind.endswith("in dB")
    amount = f"{press.value:{sign}g} dB" if in_db else f"{100 * press.value:{sign}g} % of its way"
    return f"{sentence(label)}: {amount}"


def main() -> int:
    pages = {
        "keys.md": "\n".join(keys_page()) + "\n",
        "settings.md": "\n".join(settings_page()) + "\n",
        "actions.md": "\n".join(actions_page()) + "\n",
    }
    wrong = [
        name
        for name, text in pages.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        for name in wrong:
            print(f"docs/{name} is not what the code says: run packaging/docs/reference.py")
        return 1 if wrong else 0
    for name, text in pages.items():
        (DOCS / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

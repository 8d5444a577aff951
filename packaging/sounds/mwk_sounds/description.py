"""The text of the set's ``set.toml``, from the recipes."""

from collections.abc import Sequence

from mwk_sounds import drums, transitions
from mwk_sounds.harmony import CHORDS, KEY
from mwk_sounds.render import FLOOR_NAME, clip_names, variation_of
from mwk_sounds.timeline import BEATS_PER_BAR, BEATS_PER_LOOP, TEMPO_BPM
from mwk_sounds.variation import Variation

SET_NAME = "Music with Kafka"
AUTHOR = "The Music with Kafka developers"
LICENSE = "MIT"

ALIASES: dict[str, tuple[str, ...]] = {
    "drum": ("batterie",),
    "heavy_bass": ("basse lourde", "grosse basse"),
    "lead_bass": ("basse lead", "basse solo"),
    "line_bass": ("ligne de basse",),
    "melody": ("mélodie",),
    "pad": ("nappe",),
    "synth": ("synthé", "synthétiseur"),
    "vocal": ("voix", "chant"),
}
DUCK_DB = {
    "heavy_bass": 6.0,
    "line_bass": 5.0,
    "lead_bass": 4.0,
    "pad": 4.0,
    "synth": 3.0,
    "melody": 1.5,
    "vocal": 1.0,
}
DRIVE_DB = 5.27
TILT_DB = -2.5


def _quoted(words: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


def _beats(kicks: Sequence[float]) -> str:
    return "[" + ", ".join(f"{beat:g}" for beat in kicks) + "]"


def _clip(name: str, variation: Variation) -> list[str]:
    lines = [
        "",
        f'[clips."{name}.flac"]',
        f'title = "{variation.title}"',
        f"tags = {_quoted(variation.tags)}",
        f'form = "{variation.form}"',
        f'form2 = "{variation.form2}"',
        f"energy = {variation.energy}",
    ]
    if variation.kicks:
        kicks, last = _beats(variation.kicks), _beats(variation.fill_kicks)
        lines.append(f"kicks = {{ a = {kicks}, b = {kicks}, c = {kicks}, fill = {last} }}")
    elif not name.startswith("floor/"):
        lines.append("kicks = []")
    return lines


def set_description() -> str:
    """The whole file."""
    lines = [
        "# Written by packaging/sounds; edit the recipes there, not this file.",
        f'name = "{SET_NAME}"',
        f'author = "{AUTHOR}"',
        f'license = "{LICENSE}"',
        f"bpm = {TEMPO_BPM}",
        f"beats = {BEATS_PER_LOOP}              # beats per loop",
        f"beats_per_bar = {BEATS_PER_BAR}",
        f'key = "{KEY}"',
        f"chords = {_quoted([chord.name for chord in CHORDS])}",
        "match = false          # balanced by ear: clips play at their own loudness",
        "",
        "[aliases]              # instrument -> list of words, any language",
    ]
    lines += [f"{instrument} = {_quoted(words)}" for instrument, words in ALIASES.items()]
    lines += ["", "[duck]                 # dB under a kick"]
    lines += [f"{instrument} = {depth_db}" for instrument, depth_db in DUCK_DB.items()]
    lines += ["", "[master]", f"drive_db = {DRIVE_DB}", f"tilt_db = {TILT_DB}"]
    for name in clip_names():
        lines += _clip(name, variation_of(name))
    lines += _clip(FLOOR_NAME, drums.FLOOR)
    for name in transitions.NAMES:
        size = name.partition("_")[2]
        lines += [
            "",
            f'[clips."transitions/{name}.flac"]',
            f'title = "{name.replace("_", ", ").capitalize()}"',
            f"energy = {2 if size == 'soft' else 5}",
        ]
    return "\n".join(lines) + "\n"

"""The sound set of the settings, and the rules of a show that plays with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from mwk_desktop.app.rules_setup import open_sounds, rules_with
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.show.arrangement import Arrangement, Fill
from mwk_desktop.show.grid import Quantize
from mwk_desktop.show.music import Music
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.show.strip_state import MissingClip
from mwk_desktop.sounds.clip_paging import MOST_BYTES, PagedSet, Slots, load_paged
from mwk_desktop.sounds.set_loading import Allocate, SetOutline, read_outline
from mwk_desktop.sounds.sound_set import SoundSet
from mwk_desktop.topology.counting import CountingRules
from mwk_desktop.units import INSTRUMENTS, SAMPLE_RATE_HZ


def load_sounds(
    sound_set: SoundSet,
    rate_hz: int,
    allocate: Allocate | None = None,
    allocate_slots: Callable[[int], Slots] | None = None,
    *,
    takes: bool = True,
    say_warnings: bool = True,
    most_bytes: int = MOST_BYTES,
) -> PagedSet:
    """Decode and conform a set, or as much of it as there is memory for (``most_bytes``); warnings
    go to stderr, a line each."""
    loaded = load_paged(
        sound_set, rate_hz, allocate, allocate_slots, takes=takes, most_bytes=most_bytes
    )
    if say_warnings:
        _print_warnings(loaded)
    return loaded


def _print_warnings(loaded: SetOutline) -> None:
    for finding in loaded.warnings:
        print_stderr(finding.text)


def mix_of(sound_set: SoundSet, settings: Settings) -> dict[str, Any]:
    """A set's mix (ducking, drive and tilt) as fields of the engine's spec."""
    duck_db = tuple(sound_set.duck_db.get(name, 0.0) for name in INSTRUMENTS)
    return {
        "duck_db": duck_db if settings.music.ducking and any(duck_db) else (),
        "drive_db": sound_set.drive_db,
        "tilt_db": sound_set.tilt_db,
    }


def outline_music(settings: Settings, *, takes: bool = True) -> Music:
    """What a show's rules need to know of the sounds, when none are played.

    Only headers are read; warnings about them go to stderr. ``takes`` False: where nobody asks for
    other takes and fills, as scenes do not depend on them.
    """
    outline = read_outline(open_sounds(settings), SAMPLE_RATE_HZ, takes=takes)
    _print_warnings(outline)
    return music_of(outline, settings)


def music_of(loaded: SetOutline, settings: Settings) -> Music:
    """What a show's rules need to know of a set; ``settings`` has the switches of ``[music]``."""
    return Music(
        name=loaded.sound_set.name,
        rate_hz=loaded.rate_hz,
        loop_frames=loaded.loop_frames,
        beats_per_loop=loaded.beats_per_loop,
        beats_per_bar=loaded.beats_per_bar,
        clips=loaded.instruments,
        clip_ids={name: index for index, name in enumerate(loaded.clip_names)},
        titles={info.name: info.title for info in loaded.infos},
        aliases=loaded.sound_set.aliases,
        missing=_missing(loaded),
        arrangement=arrangement_of(loaded, settings),
    )


def arrangement_of(loaded: SetOutline, settings: Settings) -> Arrangement:
    """What the set contains besides clips that loop."""
    sound_set = loaded.sound_set
    ids = {sound.name: number for number, sound in enumerate(loaded.layouts)}
    fills = {
        sound.owner: Fill(number, loaded.fill_tiles[sound.name])
        for number, sound in enumerate(loaded.layouts)
        if sound.owner != number
    }
    infos = sound_set.every
    return Arrangement(
        sounds=tuple(ids),
        is_arranged=sound_set.is_arranged,
        fills=fills,
        floor=tuple(ids[info.name] for info in sound_set.floor if info.name in ids),
        with_beat=frozenset(ids[sound.name] for sound in loaded.layouts if sound.carries_beat),
        transitions={
            kind: tuple(ids[info.name] for info in of_kind if info.name in ids)
            for kind, of_kind in sound_set.transitions.items()
        },
        lengths={ids[each.name]: each.shot_frames for each in loaded.layouts if each.shot},
        energies={
            ids[info.name]: info.parts.energy
            for info in infos
            if info.name in ids and info.parts.energy is not None
        },
        plays_transitions=settings.music.transitions,
        floor_on=settings.music.floor,
        crossfade_beats=settings.music.crossfade_beats,
    )


def _missing(loaded: SetOutline) -> dict[str, tuple[MissingClip, ...]]:
    """Clips that the set names but cannot play, by instrument."""
    sounds = loaded.sound_set
    gone = [MissingClip(name, title) for name, title in sounds.absent.items()]
    gone += [
        MissingClip(info.name, info.title, broken=info.path.exists())
        for info in sounds
        if info.name not in loaded.clip_names
    ]
    return {
        instrument: tuple(clip for clip in gone if clip.name.startswith(f"{instrument}/"))
        for instrument in INSTRUMENTS
    }


def quantize_of(settings: Settings) -> Quantize:
    """The grid that changes snap to; the settings have already validated it."""
    return cast(Quantize, settings.show.quantize)


def rules_of(settings: Settings, music: Music) -> CountingRules:
    """The rules of a show with these sounds."""
    named = music.arrangement.energies.items()
    energies = {music.sounds[clip]: energy for clip, energy in named}
    return replace(rules_with(settings, music.aliases), energies=energies)

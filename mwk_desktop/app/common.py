"""What every verb needs: options, the sound set, rules, and how lines are said."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from tqdm import tqdm

from mwk_desktop.app.printing import Lines
from mwk_desktop.engine import output_devices
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording, prepare
from mwk_desktop.show.grid import Quantize
from mwk_desktop.show.json_lines import summary_line, window_line
from mwk_desktop.show.music import Music
from mwk_desktop.show.settings.load import Settings, SettingsError, ShowSettings
from mwk_desktop.show.snapshot import MissingClip
from mwk_desktop.sounds.set_loading import Allocate, LoadedSet, load
from mwk_desktop.sounds.sound_set import SoundSet, default_sound_set_dir, open_sound_set
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import ClosedWindow, Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS


class BadInput(ValueError):  # noqa: N818  (what was asked for is at fault, not we)
    """Something that was asked for cannot be done; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class Options:
    """The command line's options, with the settings they were merged into."""

    settings: Settings
    json: bool
    headless: bool
    exit_after_s: float | None
    screenshot: Path | None
    state_dir: Path
    topic: str | None = None
    record_master: Path | None = None
    with_rules: Callable[[Mapping[str, object]], Settings] | None = None
    """The same settings with others beneath the flags (a recorded show's rules)."""
    lines: Lines = field(default_factory=Lines)
    """Where lines on stdout go."""
    flags: Mapping[str, object] = field(default_factory=dict)
    """Settings that were given as options, by their dotted names."""
    config: Path | None = None
    """``--config``; None: not given."""
    page: bool = False
    """``--page``: serve the audience's page from the start."""
    publish: bool = False
    """``--publish``: write a live show's results to the result topics."""


def with_settings(options: Options, changes: Mapping[str, Mapping[str, object]]) -> Options:
    """The same options with some settings changed for this run: section -> name -> value."""

    def changed(settings: Settings) -> Settings:
        sections: dict[str, Any] = {
            name: {**settings.kafka, **table}
            if name == "kafka"
            else replace(getattr(settings, name), **table)
            for name, table in changes.items()
        }
        return replace(settings, **sections)

    before = options.with_rules
    return replace(
        options,
        settings=changed(options.settings),
        with_rules=None if before is None else lambda rules: changed(before(rules)),
    )


@contextmanager
def progress_bar(label: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere; call what it yields with (done, total)."""
    with tqdm(
        desc=label,
        unit=unit,
        unit_scale=True,
        leave=False,
        disable=sys.stderr is None or not sys.stderr.isatty(),
        file=sys.stderr,
    ) as bar:

        def advance(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield advance


def emit(options: Options, line: Mapping[str, Any]) -> None:
    """One JSON line on stdout."""
    options.lines.say(json.dumps(line, ensure_ascii=False, separators=(",", ":")))


def open_sounds(settings: Settings) -> SoundSet:
    """The sound set of the settings, else the program's own; says what it will mend."""
    return open_sound_set(settings.sounds.dir or default_sound_set_dir())


def load_sounds(sound_set: SoundSet, rate_hz: int, allocate: Allocate | None = None) -> LoadedSet:
    """Decoded and conformed; warnings go to stderr, a line each."""
    loaded = load(sound_set, rate_hz, allocate=allocate)
    for finding in loaded.warnings:
        print(f"mwk: {finding}", file=sys.stderr)
    return loaded


def music_of(loaded: LoadedSet) -> Music:
    """What the rules of the show need to know of a loaded set."""
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
    )


def _missing(loaded: LoadedSet) -> dict[str, tuple[MissingClip, ...]]:
    """What the set names and cannot play, by instrument."""
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
    """The grid of changes; the settings have checked the word."""
    return cast(Quantize, settings.show.quantize)


def rules_of(settings: Settings, music: Music) -> CountingRules:
    """The rules of a show with these sounds."""
    return rules_with(settings, music.aliases)


def rules_with(settings: Settings, aliases: Mapping[str, Sequence[str]]) -> CountingRules:
    """The settings' rules, with a sound set's words to vote with."""
    show = settings.show
    return CountingRules(
        window_ms=show.window_ms,
        top=show.top,
        hashtag=show.hashtag,
        require_hashtag=show.require_hashtag,
        count_retweets=show.count_retweets,
        max_votes_per_user=show.max_votes_per_user,
        blocked=frozenset(show.blocked),
        aliases=aliases,
    )


def outputs() -> tuple[list[dict[str, Any]], str]:
    """Sound outputs as plain rows, and why there are none (or "")."""
    found = output_devices.list_outputs()
    rows = [
        {
            "name": device.name,
            "host_api": device.hostapi,
            "channels": device.channels,
            "rate_hz": device.rate_hz,
            "default": device.is_default,
        }
        for device in found.devices
    ]
    return rows, found.problem


def recording(options: Options, path: Path, music: Music) -> tuple[Options, PreparedRecording]:
    """A recording made ready, with a progress bar while it is looked through.

    A recorded show comes with the rules that it was played by: they stand in for settings that were
    left at their defaults.
    """
    source = RecordingSource(path, options.topic)
    with progress_bar("reading", "B") as advance:
        plan = source.prepare(advance)
    for warning in plan.warnings:
        print(f"mwk: {warning}", file=sys.stderr)
    if plan.start is not None:
        options = replace(options, settings=as_recorded(options, plan.start))
    return options, ready(options, source, music)


def ready(options: Options, source: RecordingSource, music: Music) -> PreparedRecording:
    """A source with the settings of the show."""
    show = options.settings.show
    return prepare(source, music, show.window_ms, show.grace_ms, show.seed)


_RULES = (
    "window_ms",
    "grace_ms",
    "top",
    "quantize",
    "count_retweets",
    "require_hashtag",
    "hashtag",
    "opening",
    "max_votes_per_user",
    "blocked",
)


def as_recorded(options: Options, start: Mapping[str, Any]) -> Settings:
    """Settings with the recorded rules where the presenter asked for nothing else."""
    settings = options.settings
    recorded = start.get("settings")
    rules = recorded.get("show") if isinstance(recorded, dict) else None
    if not isinstance(rules, dict) or options.with_rules is None:
        return settings
    usual = ShowSettings()
    values = {
        f"show.{name}": rules[name]
        for name in _RULES
        if name in rules and getattr(settings.show, name) == getattr(usual, name)
    }
    try:
        return options.with_rules(values)
    except SettingsError as error:
        print(f"mwk: the recorded rules are not used: {error}", file=sys.stderr)
        return settings


def say_window(options: Options, window: ClosedWindow, scene: list[str]) -> None:
    """A closed window, for a program or for a person."""
    if options.json:
        emit(options, window_line(window, scene))
        return
    clock = time.strftime("%H:%M:%S", time.localtime(window.end_ms / 1000))
    votes = ", ".join(f"{name} {count}" for name, count in window.votes.items())
    clips = " ".join(clip.rsplit("/", 1)[-1].rsplit(".", 1)[0] for clip in scene)
    options.lines.say(f"{clock}  votes: {votes}  ->  {clips}")


def say_summary(options: Options, counting: Counting) -> None:
    """What a recording came to, for a program or for a person."""
    if options.json:
        emit(options, summary_line(counting))
        return
    line = summary_line(counting)
    leaders = line.pop("leaderboard")
    del line["type"]
    options.lines.say("  ".join(f"{name} {value:,}" for name, value in line.items()))
    for rank, leader in enumerate(leaders, 1):
        options.lines.say(f"{rank:3}  {leader['name']}  {leader['tweets']:,}")

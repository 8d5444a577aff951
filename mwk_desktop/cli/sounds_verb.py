"""`mwk sounds`: examine a sound set before the show depends on it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from mwk_desktop.cli.verb_options import add_json

if TYPE_CHECKING:
    from mwk_desktop.sounds.set_examination import ClipReport, Examination
    from mwk_desktop.sounds.set_findings import SoundFinding

NAME = "sounds"
HELP = "examine a sound set and say what would be done to play it"
EXAMPLES = """\
examples:
  mwk sounds                 the program's own set (or the one in mwk.toml)
  mwk sounds ~/my-loops      a folder of yours: ~/my-loops/drum/groove.wav and so on
  mwk sounds ~/my-loops --match    keep matched gains for clips that stand out in its set.toml
  mwk sounds ~/my-loops --json | jq 'select(.type == "clip" and .warnings != [])'

A set is a folder with one folder per instrument (drum, heavy_bass, lead_bass, line_bass, melody,
pad, synth, vocal) of flac, wav, ogg, opus or mp3 files, with or without a set.toml. The exit code
is 2 where it cannot be played at all.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and the form of the answer."""
    parser.add_argument(
        "dir", metavar="DIR", nargs="?", help="the set's folder (default: the one that would play)"
    )
    parser.add_argument(
        "--match",
        action="store_true",
        help="write gains for clips that differ by more than 3 LU in loudness into set.toml",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Examine, and print a table or JSON Lines.

    Raises
    ------
    UsageProblem
        The set cannot be played, or the settings cannot be read.
    """
    import os
    import sys

    from tqdm import tqdm

    from mwk_desktop.cli.usage_problem import UsageProblem
    from mwk_desktop.cli.verb_options import flags_of
    from mwk_desktop.show.settings.load import SettingsError, load_settings
    from mwk_desktop.sounds.set_examination import examine, offered_gains
    from mwk_desktop.sounds.set_findings import SoundSetError
    from mwk_desktop.sounds.set_writing import keep_gains
    from mwk_desktop.sounds.sound_set import default_sound_set_dir

    try:
        folder = args.dir
        if folder is None:
            settings = load_settings(getattr(args, "config", None), os.environ, flags_of(args))
            folder = settings.sounds.dir or default_sound_set_dir()
        with tqdm(unit=" clips", leave=False, disable=not sys.stderr.isatty()) as bar:

            def progress(done: int, total: int, name: str) -> None:
                bar.total = total
                bar.set_postfix_str(name, refresh=False)
                bar.update(done - bar.n)

            examination = examine(folder, progress=progress)
            gains_db = offered_gains(examination.clips) if args.match else {}
            if gains_db:
                kept_in = keep_gains(examination.sound_set.path, gains_db)
                bar.reset()
                examination = examine(folder, progress=progress)
    except (SoundSetError, SettingsError) as error:
        raise UsageProblem(str(error)) from error
    if gains_db:
        print(f"mwk: {kept_in}: gains of {len(gains_db)} clips are kept", file=sys.stderr)
    elif args.match:
        print("mwk: no two clips differ by more than 3 LU: nothing to match", file=sys.stderr)
    if getattr(args, "json", False):
        _print_json(examination)
    else:
        _print_table(examination)
    return 0


def _print_json(examination: Examination) -> None:
    import json

    rate_hz = examination.loop.rate_hz
    clips = (_clip_line(clip, rate_hz) for clip in examination.clips)
    for line in (*clips, _set_line(examination)):
        print(json.dumps(line, ensure_ascii=False))


def _clip_line(clip: ClipReport, rate_hz: int) -> dict[str, object]:
    line: dict[str, object] = {
        "type": "clip",
        "name": clip.info.name,
        "title": clip.info.title,
        "tags": list(clip.info.tags),
        "plays": clip.plays,
        "conforming": _conforming(clip, rate_hz),
    }
    if clip.header is not None:
        line |= {
            "format": clip.header.container,
            "codec": clip.header.codec,
            "lossy": clip.header.lossy,
            "rate_hz": clip.header.rate_hz,
            "channels": clip.header.channels,
            "frames": clip.header.frames,
            "wanted_frames": clip.wanted_frames,
            "off_frames": clip.off_frames,
            "ending": clip.ending.value,
            "length_s": round(clip.length_s, 6),
            "beats": round(clip.beats, 4),
            "own_bpm": round(clip.own_bpm, 3),
            "repeats": clip.tiles,
            "peak_dbfs": round(clip.peak_dbfs, 2),
            "lufs": round(clip.lufs, 2),
            "gain_db": round(clip.gain_db, 2),
            "seam_db": round(clip.seam.click_db, 1),
            "seam_dbfs": round(clip.seam.click_dbfs, 1),
            "seam_clicks": clip.seam.clicks,
            "duplicate_of": clip.duplicate_of or None,
        }
    return line | _told(clip.findings, clip.info.name)


def _set_line(examination: Examination) -> dict[str, object]:
    sound_set, loop = examination.sound_set, examination.loop
    return {
        "type": "set",
        "name": sound_set.name,
        "path": str(sound_set.path),
        "author": sound_set.author,
        "license": sound_set.license,
        "key": sound_set.key,
        "chords": list(sound_set.chords),
        "bpm": round(float(sound_set.bpm), 3),
        "beats_per_loop": loop.beats,
        "beats_per_bar": sound_set.beats_per_bar,
        "rate_hz": loop.rate_hz,
        "loop_frames": loop.loop_frames,
        "clips": sum(clip.plays for clip in examination.clips),
        "memory_mb": round(examination.memory_bytes / 1e6, 1),
        "warning_count": examination.warnings,
    } | _told(examination.findings, sound_set.name)


def _told(findings: tuple[SoundFinding, ...], about: str) -> dict[str, object]:
    """What is said of ``about`` itself is said without its name: the line has it already."""

    def texts(warnings: bool) -> list[str]:
        return [
            str(finding.message) if finding.where == about else str(finding)
            for finding in findings
            if finding.is_warning == warnings
        ]

    return {"warnings": texts(True), "notes": texts(False)}


def _conforming(clip: ClipReport, rate_hz: int) -> list[str]:
    """What is done to a clip so that it fills the loop; nothing for one that fits."""
    if clip.header is None:
        return ["left out"]
    done = []
    if clip.header.channels != 2:
        done.append("mono to both sides" if clip.header.channels == 1 else "first 2 channels")
    if clip.off_frames:
        off = abs(clip.off_frames)
        frames = f"{off:,} frame{'s' * (off != 1)}"
        if clip.ending.value == "stretched":
            done.append(f"stretched over {frames}")
        else:
            done.append(f"{frames} {'cut off' if clip.off_frames > 0 else 'of silence added'}")
    if clip.tiles > 1:
        done.append(f"repeated {clip.tiles} times")
    if clip.header.rate_hz != rate_hz:
        done.append("resampled")
    if clip.gain_db:
        done.append(f"{clip.gain_db:+.1f} dB")
    return done


_HEAD = (
    *("clip", "format", "rate", "ch", "length", "beats", "tempo"),
    *("peak", "loudness", "seam", "", "conformed"),
)
_TO_THE_RIGHT = frozenset({"rate", "ch", "length", "beats", "tempo", "peak", "loudness"})


def _print_table(examination: Examination) -> None:
    """One line a clip, then what there is to say about each, then the set."""
    rate_hz = examination.loop.rate_hz
    rows = [_HEAD, *(_row(clip, rate_hz) for clip in examination.clips)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        cells = [
            cell.rjust(width) if head in _TO_THE_RIGHT else cell.ljust(width)
            for head, cell, width in zip(_HEAD, row, widths, strict=True)
        ]
        print("  ".join(cells).rstrip())
    told = [finding for clip in examination.clips for finding in clip.findings]
    told += examination.findings
    if told:
        print()
    for finding in sorted(told, key=lambda finding: not finding.is_warning):
        print(f"{'warning' if finding.is_warning else 'note   '}  {finding}")
    print()
    print(_summary(examination))


def _row(clip: ClipReport, rate_hz: int) -> tuple[str, ...]:
    name = clip.info.name
    conformed = ", ".join(_conforming(clip, rate_hz))
    if clip.header is None:
        return (name, "unreadable", *[""] * (len(_HEAD) - 4), "!", conformed)
    header = clip.header
    return (
        name,
        header.container if header.container != "OGG" else header.codec,
        f"{header.rate_hz / 1000:g} kHz",
        str(header.channels),
        f"{clip.length_s:.3f} s",
        f"{clip.beats:.2f}".rstrip("0").rstrip("."),
        f"{clip.own_bpm:.2f}".rstrip("0").rstrip("."),
        f"{clip.peak_dbfs:.1f} dBFS",
        f"{clip.lufs:.1f} LUFS",
        "click" if clip.seam.clicks else "clean",
        "!" if any(finding.is_warning for finding in clip.findings) else "",
        conformed or "as it is",
    )


def _summary(examination: Examination) -> str:
    sound_set, loop = examination.sound_set, examination.loop
    playing = sum(clip.plays for clip in examination.clips)
    by = f" by {sound_set.author}" if sound_set.author else ""
    terms = f", {sound_set.license}" if sound_set.license else ""
    warnings = examination.warnings
    return (
        f"{sound_set.name}{by}{terms}: {playing} clip{'s' * (playing != 1)}, "
        f"{float(sound_set.bpm):.6g} BPM, "
        f"{loop.beats} beats = {loop.loop_frames:,} frames at {loop.rate_hz / 1000:g} kHz"
        f"{f', {sound_set.key}' if sound_set.key else ''}, "
        f"{examination.memory_bytes / 1e6:.0f} MB in memory; "
        f"{warnings or 'no'} warning{'s' * (warnings != 1)}"
    )

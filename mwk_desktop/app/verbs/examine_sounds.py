"""`mwk sounds`: examine a sound set before the show depends on it."""

from __future__ import annotations

import json
import sys

from tqdm import tqdm

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.messages import message, message_of, plural_message
from mwk_desktop.sounds.clip_parts import ClipParts
from mwk_desktop.sounds.set_examination import ClipReport, Examination, examine, offered_gains
from mwk_desktop.sounds.set_findings import SoundFinding, SoundSetError
from mwk_desktop.sounds.set_writing import keep_gains
from mwk_desktop.sounds.sound_set import default_sound_set_dir
from mwk_desktop.terminal_text import ProgressStream, safe


def examine_sounds(options: Options, folder: str | None, *, match: bool) -> int:
    """Examine a sound set and print a table or JSON Lines.

    Parameters
    ----------
    folder
        The set's folder; None: the set that a show would play.
    match
        Keep matched gains in its ``set.toml``.

    Raises
    ------
    BadInput
        The set cannot be played.
    """
    try:
        place = folder or options.settings.sounds.dir or default_sound_set_dir()
        out = ProgressStream(sys.stderr)
        is_drawn = sys.stderr.isatty()
        with tqdm(unit=" clips", leave=False, disable=not is_drawn, file=out) as bar:

            def progress(done: int, total: int, name: str) -> None:
                bar.total = total
                bar.set_postfix_str(safe(name), refresh=False)
                bar.update(done - bar.n)

            examination = examine(place, progress=progress)
            gains_db = offered_gains(examination.clips) if match else {}
            if gains_db:
                kept_in = keep_gains(examination.sound_set.path, gains_db)
                bar.reset()
                examination = examine(place, progress=progress)
    except SoundSetError as error:
        raise BadInput(message_of(error)) from error
    if gains_db:
        print_stderr(
            plural_message(
                "{path}: the gain of {count} clip is kept",
                "{path}: gains of {count} clips are kept",
                len(gains_db),
                path=str(kept_in),
            )
        )
    elif match:
        print_stderr(message("no two clips differ by more than 3 LU: nothing to match"))
    if options.json:
        _print_json(examination)
    else:
        _print_table(examination)
    return 0


def _print_json(examination: Examination) -> None:
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
    line |= _arrangement(clip.info.parts)
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
    return line | _findings_line(clip.findings, clip.info.name)


def _arrangement(parts: ClipParts) -> dict[str, object]:
    """What a clip has besides its first take, for a JSON line; empty for a single file."""
    if not parts.is_arranged and parts.energy is None:
        return {}
    form, form2 = parts.forms()
    return {
        "takes": list(parts.letters),
        "form": form,
        "form2": form2,
        "fill": parts.fill is not None,
        "tail": parts.tail is not None,
        "pickup": parts.pickup is not None or parts.pickup_ms > 0,
        "energy": parts.energy,
    }


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
        "floor": [info.name for info in sound_set.floor],
        "transitions": [info.name for info in sound_set.every if info.is_transition],
        "duck_db": dict(sound_set.duck_db),
        "drive_db": sound_set.drive_db,
        "tilt_db": sound_set.tilt_db,
        "memory_mb": round(examination.memory_bytes / 1e6, 1),
        "warning_count": examination.warnings,
    } | _findings_line(examination.findings, sound_set.name)


def _findings_line(findings: tuple[SoundFinding, ...], about: str) -> dict[str, object]:
    """Findings for a JSON line; those on ``about`` omit its name, which the line already has."""

    def texts(warnings: bool) -> list[str]:
        return [
            str(finding.message) if finding.where == about else str(finding)
            for finding in findings
            if finding.is_warning == warnings
        ]

    return {"warnings": texts(True), "notes": texts(False)}


def _conforming(clip: ClipReport, rate_hz: int) -> list[str]:
    """What is done to a clip to fill the loop; empty if it fits."""
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
    return done + _parts_shown(clip.info.parts)


def _parts_shown(parts: ClipParts) -> list[str]:
    """A clip's takes and other parts in a few words, such as ``3 takes``, ``fill``."""
    shown = [f"{len(parts.letters)} takes"] if parts.takes else []
    said = (("fill", parts.fill), ("tail", parts.tail), ("pickup", parts.pickup))
    others = [word for word, path in said if path is not None]
    # The table fits a terminal; --json tells all of them, and the forms.
    return shown + (others if len(others) < 2 else [f"{len(others)} more"])


_HEAD = (
    *("clip", "format", "rate", "ch", "length", "beats", "tempo"),
    *("peak", "loudness", "seam", "", "conformed"),
)
_TO_THE_RIGHT = frozenset({"rate", "ch", "length", "beats", "tempo", "peak", "loudness"})


def _print_table(examination: Examination) -> None:
    """Print one line per clip, then the findings on each, then the set's."""
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

"""The report as one HTML file that needs no network: style, script, plots and audio are inside.

The page forbids itself every request (Content-Security-Policy), so it stays what was handed on.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import BinaryIO, Final

from mwk_desktop import __version__
from mwk_desktop.analysis.report.markup import Wording
from mwk_desktop.analysis.report.report_facts import ReportFacts
from mwk_desktop.analysis.report.report_sections import (
    health_section,
    leaders_section,
    loudness_section,
    scenes_section,
    sources_section,
    totals,
    votes_section,
)
from mwk_desktop.messages import NOTHING, Message, message, plural_message, sentences

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; media-src data:"
)

_MONTHS: Final = (
    message("January"),
    message("February"),
    message("March"),
    message("April"),
    message("May"),
    message("June"),
    message("July"),
    message("August"),
    message("September"),
    message("October"),
    message("November"),
    message("December"),
)

_AUDIO_BYTES: Final = 3 * 65_536
"""Bytes of audio that are encoded at once: a multiple of three, so that base64 joins."""


def write_report(out: BinaryIO, facts: ReportFacts, language: str, audio: Path | None) -> None:
    """Write the page.

    Parameters
    ----------
    out
        The file.
    facts
        The show.
    language
        Of all texts and figures.
    audio
        An Ogg Opus file with the bounce, which the page plays; None: none.

    Raises
    ------
    OSError
        A file cannot be read or written.
    """
    words = Wording(language)
    for part in _page(facts, words, audio is not None):
        if part is not None:
            out.write(part.encode("utf-8", "replace"))
        elif audio is not None:
            _write_base64(out, audio)


def _write_base64(out: BinaryIO, audio: Path) -> None:
    with audio.open("rb") as file:
        while piece := file.read(_AUDIO_BYTES):
            out.write(base64.b64encode(piece))


def _static(name: str) -> str:
    folder = resources.files("mwk_desktop.analysis.report") / "static"
    return (folder / name).read_text("utf-8")


def _page(facts: ReportFacts, words: Wording, plays: bool) -> Iterator[str | None]:
    """The page in parts; None stands for the audio."""
    title = words.say(message("The show of {day}", day=_day(facts)))
    yield (
        f'<!doctype html>\n<html lang="{words.language}" dir="{words.direction}">'
        '<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{title}</title>'
        f"<style>{_static('report.css')}</style></head><body>"
    )
    yield _header(facts, words, title)
    yield "<main>"
    if plays:
        label = words.say(message("The show's sound"))
        yield (
            f'<section class="player" aria-label="{label}">'
            f'<audio controls preload="metadata" aria-label="{label}" src="data:audio/ogg;base64,'
        )
        yield None
        yield '"></audio></section>'
    yield _figures(facts, words)
    yield votes_section(facts, words)
    yield scenes_section(facts, words, plays=plays)
    yield leaders_section(facts, words)
    if facts.sources:
        yield sources_section(facts, words)
    yield loudness_section(facts, words)
    yield health_section(facts, words)
    yield "</main>"
    yield _footer(facts, words)
    if plays:
        yield f"<script>{_static('report.js')}</script>"
    yield "</body></html>\n"


def _day(facts: ReportFacts) -> Message:
    day = datetime.fromtimestamp(facts.wall_ms(0) / 1000).date()
    month = _MONTHS[day.month - 1]
    return message("{day} {month} {year}", day=str(day.day), month=month, year=str(day.year))


def _header(facts: ReportFacts, words: Wording, title: str) -> str:
    ballot = "".join(
        f'<i class="i-{key}" style="flex-grow:{count}"></i>'
        for key, count in totals(facts.windows).items()
    )
    return (
        f'<header><div class="ballot" aria-hidden="true">{ballot}</div>'
        f'<p class="eyebrow">Music with Kafka</p><h1>{title}</h1>'
        f'<p class="lead">{words.say(_lead(facts))}</p>{_winner(facts, words)}</header>'
    )


def _lead(facts: ReportFacts) -> Message:
    """The evening in two sentences."""
    summary = facts.summary
    people = plural_message("{count} person", "{count} people", summary["users"])
    played = message(
        "{people} wrote {tweets} messages in {length}; {votes} of them were votes.",
        people=people,
        tweets=summary["tweets"],
        votes=summary["votes"],
        length=_length(facts.length_ms),
    )
    favourite = next(iter(totals(facts.windows)), None)
    if favourite is None:
        return played
    most = message("Most voted: {instrument}.", instrument=facts.instrument_names[favourite])
    return sentences([played, most])


def _length(length_ms: int) -> Message:
    minutes = max(1, round(length_ms / 60_000))
    if minutes < 90:
        return plural_message("{count} minute", "{count} minutes", minutes)
    hours, rest = str(minutes // 60), f"{minutes % 60:02d}"
    return message("{hours} h {minutes} min", hours=hours, minutes=rest)


def _winner(facts: ReportFacts, words: Wording) -> str:
    first = [row for row in facts.leaders if row.place == 1]
    if not first:
        return ""
    head = words.say(plural_message("The winner", "The winners", len(first)))
    names = ", ".join(words.name(row.name) for row in first[:5])
    if len(first) > 5:
        more = plural_message("and {count} more", "and {count} more", len(first) - 5)
        names += f" {words.say(more)}"
    count = words.say(plural_message("{count} message", "{count} messages", first[0].tweets))
    return (
        f'<div class="winner"><h2>{head}</h2><p class="name">{names}</p>'
        f'<p class="count">{count}</p></div>'
    )


def _figures(facts: ReportFacts, words: Wording) -> str:
    summary, windows = facts.summary, facts.windows
    busiest = max(windows, key=lambda window: sum(window.votes.values()), default=None)
    found: list[tuple[Message, str, str]] = [
        (message("Votes"), words.number(summary["votes"]), ""),
        (message("Messages"), words.number(summary["tweets"]), ""),
        (message("People"), words.number(summary["users"]), ""),
        (
            message("Windows with votes"),
            words.number(len(windows)),
            words.say(message("{seconds} s each", seconds=f"{facts.window_ms / 1000:g}")),
        ),
    ]
    if busiest is not None:
        votes = words.say(
            plural_message("{count} vote", "{count} votes", sum(busiest.votes.values()))
        )
        clock = words.clock(busiest.line["start_ms"], seconds=True)
        found.append((message("Busiest window"), clock, votes))
    began, ended = (words.clock(facts.wall_ms(at)) for at in (0, facts.length_ms))
    found += [
        (message("Began, ended"), f"{began}\u2013{ended}", ""),
        (message("Done by hand"), words.number(len(facts.overrides)), ""),
        (
            message("Sound set"),
            words.text(facts.music_name),
            words.say(message("{beats:.0f} beats a minute", beats=facts.beats_per_minute)),
        ),
    ]
    items = "".join(
        f"<div><dt>{words.say(what)}</dt><dd>{value}"
        + (f"<small>{note}</small>" if note else "")
        + "</dd></div>"
        for what, value, note in found
    )
    title = words.say(message("The evening in figures"))
    return (
        f'<section aria-labelledby="figures"><h2 id="figures" class="unseen">{title}</h2>'
        f"<dl>{items}</dl></section>"
    )


def _footer(facts: ReportFacts, words: Wording) -> str:
    made = message(
        "Made by Music with Kafka {version} from {file}, seed {seed}.",
        version=__version__,
        file=facts.file_name,
        seed=str(facts.seed),
    )
    hidden = message("Names are left out.") if facts.anonymous else NOTHING
    return f"<footer><p>{words.say(sentences([made, hidden]))}</p></footer>"

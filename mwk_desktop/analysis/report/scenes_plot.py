"""The scenes as a timeline: a row for each instrument, in lines like a score. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mwk_desktop.analysis.report.markup import Wording, figure
from mwk_desktop.analysis.report.report_facts import PlayedClip, ReportFacts
from mwk_desktop.analysis.report.svg_plots import LEFT, WIDTH, TimeAxis, open_svg
from mwk_desktop.messages import message
from mwk_desktop.sounds.clip_parts import clip_stem

_HANDS: Final = 16
"""Height of the row of overrides in px, above the instruments."""

_ROWS: Final = (24, 16)
"""Heights of an instrument's row in px: in a short show, and in one of many lines."""

_FEW_LINES: Final = 3
"""A show of more lines than this is a long one."""

_LINE_MINUTES: Final = (5, 10, 15, 20, 30, 60, 120, 240, 480)
"""How long a line may be: the shortest of these that needs no more than :data:`MOST_LINES`."""

MOST_LINES: Final = 12

_LETTER: Final = 6.1
"""Width of a letter in px, a little generous: no text may stick out of its clip."""

_SHORTENED: Final = 5
"""A title is shortened to no less than this many letters."""

_NARROW: Final = 2.0
"""Clips narrower than this many px are drawn as one with their neighbours."""

MOST_TIPS: Final = 4_000
"""With more clips than this there are no tooltips: they would make the page megabytes larger."""


def score_lines(length_ms: int) -> list[tuple[int, int]]:
    """Where the lines begin and end; the last is as long as the others."""
    minutes = next(
        (each for each in _LINE_MINUTES if each * 60_000 * MOST_LINES >= length_ms),
        _LINE_MINUTES[-1],
    )
    line_ms = minutes * 60_000
    if length_ms <= 2 * line_ms:  # a short show: its length decides, not the clock
        lines = 1 if length_ms <= 1.6 * line_ms else 2
        line_ms = -(-length_ms // lines)
    return [(begin, begin + line_ms) for begin in range(0, max(1, length_ms), line_ms)]


def time_axis(
    facts: ReportFacts, words: Wording, begin_ms: int, end_ms: int, right: float = WIDTH
) -> TimeAxis:
    """Time on a plot, with the clock's round times as marks."""

    def clock(at_ms: float) -> str:
        return words.clock(facts.wall_ms(at_ms), seconds=bool(axis.step_ms() % 60_000))

    clock_ms = words.clock_of_day(facts.wall_ms(begin_ms)) - begin_ms
    axis = TimeAxis(begin_ms, end_ms, clock, right, clock_ms)
    return axis


def scenes_plot(facts: ReportFacts, words: Wording, *, plays: bool) -> str:
    """All lines of the timeline.

    Parameters
    ----------
    facts, words
        The show, and the language.
    plays
        Whether a click on a place plays it.
    """
    instruments = list(facts.instrument_names)
    lines = score_lines(facts.length_ms)
    tips = len(facts.played) <= MOST_TIPS
    parts = []
    for number, (begin_ms, end_ms) in enumerate(lines, 1):
        axis = time_axis(facts, words, begin_ms, end_ms)
        label = words.say(
            message(
                "What played from {start} to {end}, line {number} of {count}; the table below "
                "says the same",
                start=words.clock(facts.wall_ms(begin_ms)),
                end=words.clock(facts.wall_ms(min(end_ms, facts.length_ms))),
                number=number,
                count=len(lines),
            )
        )
        row = _ROWS[len(lines) > _FEW_LINES]
        parts.append(_line(facts, words, axis, label, instruments, row, tips=tips, plays=plays))
    return "".join(parts)


def _line(
    facts: ReportFacts,
    words: Wording,
    axis: TimeAxis,
    label: str,
    instruments: Sequence[str],
    row: int,
    *,
    tips: bool,
    plays: bool,
) -> str:
    bottom = _HANDS + row * len(instruments)
    end_x = min(WIDTH, axis.x(facts.length_ms))
    data = f' data-from="{axis.begin_ms}" data-to="{axis.end_ms}" data-x="{LEFT}"' if plays else ""
    parts = [open_svg(bottom + 30, label, f' class="score"{data}')]
    for place, instrument in enumerate(instruments):
        y = _HANDS + row * place
        name = words.say(facts.instrument_names[instrument])
        parts.append(
            f'<text class="row" x="{LEFT - 8}" y="{y + row / 2 + 4:g}" text-anchor="end">'
            f"{name}</text>"
            f'<path class="lane" d="M{LEFT} {y + row / 2:g}H{figure(end_x)}"/>'
        )
        own = [each for each in facts.played if each.instrument == instrument]
        parts += _clips(facts, words, axis, own, y, row, tips=tips)
    for begin_ms, stop_ms in facts.silences:
        if begin_ms < axis.end_ms and stop_ms > axis.begin_ms:
            x = axis.x(max(begin_ms, axis.begin_ms))
            width = axis.x(min(stop_ms, axis.end_ms)) - x
            said = words.say(message("Silence by hand"))
            parts.append(
                f'<rect class="hush" x="{figure(x)}" y="{_HANDS}" width="{figure(width)}"'
                f' height="{row * len(instruments)}"><title>{said}</title></rect>'
            )
    last_x = -9.0
    for override in facts.overrides:
        x = axis.x(override.at_ms)
        if not axis.begin_ms <= override.at_ms < axis.end_ms or x - last_x < 1.5:
            continue
        last_x = x
        told = f"{words.clock(override.wall_ms, seconds=True)} {words.say(override.what)}"
        parts.append(
            f'<path class="override" d="M{figure(x - 4)} 3h8l-4 8z"><title>{told}</title></path>'
        )
    parts.append(axis.marks(bottom + 2))
    if plays:
        parts.append(f'<path class="head" d="M0 0V{bottom + 2}" visibility="hidden"/>')
    return "".join([*parts, "</svg>"])


def _clips(
    facts: ReportFacts,
    words: Wording,
    axis: TimeAxis,
    played: Sequence[PlayedClip],
    y: int,
    row: int,
    *,
    tips: bool,
) -> list[str]:
    parts = []
    for clip, begin_ms, end_ms in _drawn(axis, played):
        x, end = axis.x(begin_ms), axis.x(end_ms)
        width = max(0.8, end - x - (1 if end - x > 4 else 0))
        told = ""
        if tips:
            name = words.say(facts.instrument_names[clip.instrument])
            since, until = (
                words.clock(facts.wall_ms(each), seconds=True)
                for each in (clip.begin_ms, clip.end_ms)
            )
            told = f"<title>{name}: {words.text(clip.title)}, {since}\u2013{until}</title>"
        kind = f"i i-{clip.instrument}" + ("" if clip.heard else " mute")
        parts.append(
            f'<rect class="{kind}" x="{figure(x)}" y="{y + 1}" width="{figure(width)}"'
            f' height="{row - 2}" rx="2">{told}</rect>'
        )
        word = _fitting(clip, width, only_number=row < _ROWS[0])
        if word and clip.heard:
            parts.append(
                f'<text class="clip" x="{figure(x + 5)}" y="{y + row / 2 + 4:g}">'
                f"{words.text(word)}</text>"
            )
    return parts


def _drawn(axis: TimeAxis, played: Sequence[PlayedClip]) -> list[tuple[PlayedClip, int, int]]:
    """What of the clips lies on a line; neighbours that are too narrow to tell apart are one."""
    drawn: list[tuple[PlayedClip, int, int]] = []
    for clip in played:
        begin, end = max(clip.begin_ms, axis.begin_ms), min(clip.end_ms, axis.end_ms)
        if begin >= end:
            continue
        narrow = axis.x(end) - axis.x(begin) < _NARROW
        if drawn and narrow and drawn[-1][0].heard == clip.heard:
            before, first, last = drawn[-1]
            if last == begin and axis.x(last) - axis.x(first) < 40:
                drawn[-1] = (before, first, end)
                continue
        drawn.append((clip, begin, end))
    return drawn


def _fitting(clip: PlayedClip, width: float, *, only_number: bool) -> str:
    """What of a clip's name fits: its title, shortened if need be, else its number."""
    letters = int((width - 10) / _LETTER)
    if len(clip.title) <= letters and not only_number:
        return clip.title
    if letters >= _SHORTENED and not only_number:
        return f"{clip.title[: letters - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    number = clip_stem(clip.clip).removeprefix(clip.instrument)
    return number if len(number) <= letters else ""


def scene_changes(facts: ReportFacts) -> list[tuple[int, int, list[PlayedClip]]]:
    """(begin, end, what sounds) between any two moments at which something changed."""
    edges = sorted({edge for clip in facts.played for edge in (clip.begin_ms, clip.end_ms)})
    order = {name: place for place, name in enumerate(facts.instrument_names)}
    waiting = sorted(facts.played, key=lambda clip: clip.begin_ms)
    active: list[PlayedClip] = []
    found = []
    for begin, end in pairwise(edges):
        while waiting and waiting[0].begin_ms <= begin:
            active.append(waiting.pop(0))
        active = [clip for clip in active if clip.end_ms > begin]
        heard = sorted((c for c in active if c.heard), key=lambda clip: order[clip.instrument])
        found.append((begin, end, heard))
    return found

"""The parts of a report's page, each a heading, a plot and the table behind it. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from mwk_desktop.analysis.report.markup import Wording, details, scrolling, table
from mwk_desktop.analysis.report.report_facts import ReportFacts, WindowFacts
from mwk_desktop.analysis.report.scenes_plot import scene_changes, scenes_plot, time_axis
from mwk_desktop.analysis.report.svg_plots import (
    WIDTH,
    TimeAxis,
    curve,
    nice_ticks,
    race_of_lines,
    stacked_bars,
)
from mwk_desktop.messages import Message, message, plural_message
from mwk_desktop.sounds.clip_parts import clip_stem

MOST_BARS: Final = 480
"""Most bars of the votes' plot; more windows than this are drawn several to a bar."""

MOST_ROWS: Final = 1_000
"""Most rows of a table; the rest is in the CSV files."""

NAMES_PX: Final = 190
"""Room for names at the right of the race."""


def section(words: Wording, name: str, title: Message, lead: Message, content: str) -> str:
    """A part of the page under its heading."""
    said = f"<p>{words.say(lead)}</p>" if lead else ""
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{words.say(title)}</h2>'
        f"{said}{content}</section>"
    )


def _axis(facts: ReportFacts, words: Wording, right: float = WIDTH) -> TimeAxis:
    return time_axis(facts, words, 0, facts.length_ms, right)


def totals(windows: Sequence[WindowFacts]) -> dict[str, int]:
    """Votes per instrument of some windows, most first."""
    votes: Counter[str] = Counter()
    for window in windows:
        votes.update(window.votes)
    return dict(sorted(votes.items(), key=lambda item: (-item[1], item[0])))


def shares(rows: Sequence[tuple[str, int, str]], words: Wording, caption: str, head: str) -> str:
    """A table whose figures are also bars: (name as markup, count, class of its colour)."""
    whole, most = sum(row[1] for row in rows) or 1, max((row[1] for row in rows), default=1)
    cells = [
        (
            f'<span class="swatch {kind}" aria-hidden="true"></span>{name}',
            f'<span class="bar" aria-hidden="true"><i class="{kind}"'
            f' style="width:{100 * count / max(1, most):.1f}%"></i></span>',
            words.number(count),
            words.percent(count / whole),
        )
        for name, count, kind in rows
    ]
    bar = words.say(message("as a bar"))  # no key inside an f-string: it would not be collected
    hidden = f'<span class="unseen">{bar}</span>'
    heads = (head, hidden, words.say(message("Votes")), words.say(message("Share")))
    return f'<div class="shares">{table(caption, heads, cells, words=(0, 1))}</div>'


def votes_section(facts: ReportFacts, words: Wording) -> str:
    """Votes per window and instrument."""
    names = {key: words.say(name) for key, name in facts.instrument_names.items()}
    order = list(names)
    groups = _groups(facts.windows, MOST_BARS)
    bars = []
    for group in groups:
        votes = totals(group)
        told = ", ".join(f"{names[key]} {words.number(count)}" for key, count in votes.items())
        since = words.clock(group[0].line["start_ms"], seconds=True)
        bars.append((group[0].begin_ms, group[-1].end_ms, votes, f"{since}: {told}"))
    several = len(groups[0]) if groups else 1
    lead = plural_message(
        "Each bar is one window of {seconds} s; its height is the votes in it.",
        "Each bar is {count} windows of {seconds} s; its height is the votes in them.",
        several,
        seconds=f"{facts.window_ms / 1000:g}",
    )
    label = words.say(message("Votes per window, stacked by instrument; a table follows"))
    plot = stacked_bars(_axis(facts, words), bars, order[::-1], label, words.number)
    all_votes = totals(facts.windows)
    rows = [(names[key], count, f"i-{key}") for key, count in all_votes.items()]
    caption = words.say(message("Votes per instrument"))
    by_instrument = shares(rows, words, caption, words.say(message("Instrument")))
    content = scrolling(plot, label, "ltr") + by_instrument + _windows_table(facts, words, names)
    return section(words, "votes", message("Votes"), lead, content)


def _groups(windows: Sequence[WindowFacts], most: int) -> list[Sequence[WindowFacts]]:
    size = max(1, -(-len(windows) // most))
    return [windows[first : first + size] for first in range(0, len(windows), size)]


def _windows_table(facts: ReportFacts, words: Wording, names: Mapping[str, str]) -> str:
    titles = {clip.clip: clip.title for clip in facts.played}
    heads = (
        words.say(message("From")),
        *names.values(),
        words.say(message("All")),
        words.say(message("Late")),
        words.say(message("Scene")),
    )
    groups = _groups(facts.windows, MOST_ROWS)
    rows = []
    for group in groups:
        votes = totals(group)
        scene = group[-1].line["scene"]
        rows.append(
            (
                words.clock(group[0].line["start_ms"], seconds=True),
                *(words.number(votes.get(key, 0)) for key in names),
                words.number(sum(votes.values())),
                words.number(sum(window.late for window in group)),
                ", ".join(words.text(titles.get(clip, clip_stem(clip))) for clip in scene),
            )
        )
    caption = words.say(message("Votes per window and instrument"))
    whole = table(caption, heads, rows, words=(0, len(heads) - 1))
    return details(words.say(message("Table: votes per window")), whole, caption)


def scenes_section(facts: ReportFacts, words: Wording, *, plays: bool) -> str:
    """What played, and what the presenter did."""
    caption = words.say(message("What played"))
    lead = message(
        "A row for each instrument, a block for each clip. A triangle is something the presenter "
        "did; a hollow block was muted."
    )
    if plays:
        lead = message("{lead} Click anywhere to hear it from there.", lead=lead)
    content = scrolling(scenes_plot(facts, words, plays=plays), caption, "ltr")
    content += _scenes_table(facts, words, plays=plays)
    if facts.overrides:
        content += _hands_table(facts, words)
    return section(words, "scenes", message("Scenes"), lead, content)


def _scenes_table(facts: ReportFacts, words: Wording, *, plays: bool) -> str:
    rows = []
    for begin_ms, _, clips in scene_changes(facts)[:MOST_ROWS]:
        at = words.clock(facts.wall_ms(begin_ms), seconds=True)
        heard = ", ".join(
            f"{words.say(facts.instrument_names[each.instrument])}: {words.text(each.title)}"
            for each in clips
        )
        cells = [at, heard or "\N{EM DASH}"]
        if plays:
            said = words.say(message("Play from {time}", time=at))
            cells.append(
                f'<button type="button" data-at="{begin_ms}" aria-label="{said}">'
                "\N{BLACK RIGHT-POINTING TRIANGLE}</button>"
            )
        rows.append(cells)
    heads = [words.say(message("From")), words.say(message("Clips"))]
    if plays:
        heads.append(words.say(message("Play")))
    caption = words.say(message("Which clips played"))
    whole = table(caption, heads, rows, words=range(len(heads)))
    return details(words.say(message("Table: what played")), whole, caption)


def _hands_table(facts: ReportFacts, words: Wording) -> str:
    rows = [
        (words.clock(override.wall_ms, seconds=True), words.say(override.what))
        for override in facts.overrides[:MOST_ROWS]
    ]
    caption = words.say(message("What the presenter did"))
    heads = (words.say(message("At")), caption)
    whole = table(caption, heads, rows, words=(0, 1))
    return details(words.say(message("Table: what the presenter did")), whole, caption)


def leaders_section(facts: ReportFacts, words: Wording) -> str:
    """The leaderboard and how it came about."""
    best = facts.leaders[:10]
    lines = [(words.text(_short(line.name)), line.tweets) for line in facts.race]
    times = [*(window.end_ms for window in facts.windows), facts.length_ms]
    label = words.say(message("Messages per person over the evening; a table follows"))
    plot = race_of_lines(_axis(facts, words, WIDTH - NAMES_PX), times, lines, label, words.number)
    rows = [
        (
            f"{words.number(row.place)}{' =' if row.tied else ''}",
            words.name(row.name),
            words.number(row.tweets),
        )
        for row in best
    ]
    caption = words.say(message("The ten who wrote most"))
    heads = (
        words.say(message("Place")),
        words.say(message("Name")),
        words.say(message("Messages")),
    )
    lead = message("Every message counts one, with a vote or without.")
    board = f'<div class="narrow">{table(caption, heads, rows, words=(0, 1))}</div>'
    content = scrolling(plot, label, "ltr") + board
    content += _race_table(facts, words)
    return section(words, "leaders", message("Leaderboard"), lead, content)


def _short(name: str, most: int = 20) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}\N{HORIZONTAL ELLIPSIS}"


def _race_table(facts: ReportFacts, words: Wording) -> str:
    size = max(1, -(-len(facts.windows) // MOST_ROWS))
    rows = []
    for index in range(size - 1, len(facts.windows), size):
        at = words.clock(facts.windows[index].line["end_ms"], seconds=True)
        rows.append((at, *(words.number(line.tweets[index]) for line in facts.race)))
    at = words.say(message("The end"))
    rows.append((at, *(words.number(line.tweets[-1]) for line in facts.race)))
    caption = words.say(message("Messages by the end of each window"))
    heads = (words.say(message("Until")), *(words.name(line.name) for line in facts.race))
    return details(words.say(message("Table: the race")), table(caption, heads, rows), caption)


def sources_section(facts: ReportFacts, words: Wording) -> str:
    """Where votes came from."""
    rows = [
        (
            words.name(each.source) if each.source else words.say(message("not said")),
            each.votes,
            "i-source",
        )
        for each in facts.sources[:20]
    ]
    lead = message("The program with which a message was written, where the message says so.")
    caption = words.say(message("Votes per source"))
    content = shares(rows, words, caption, words.say(message("Source")))
    return section(words, "sources", message("Sources"), lead, content)


def loudness_section(facts: ReportFacts, words: Wording) -> str:
    """How loud it was."""
    heard = [point.lufs for point in facts.loudness if point.lufs is not None]
    if not heard:
        return ""
    lead = message(
        "Short-term loudness of the master (3 s, ITU-R BS.1770), measured every {seconds} s: "
        "{low:.1f} to {high:.1f} LUFS.",
        seconds=facts.loudness_step_ms // 1000,
        low=min(heard),
        high=max(heard),
    )
    label = words.say(message("Loudness over the evening; a table follows"))
    points = [(point.at_ms, point.lufs) for point in facts.loudness]
    low, high = 6 * math.floor(min(heard) / 6), 6 * math.ceil(max(heard) / 6)
    ticks = [float(tick) for tick in range(low, high + 1, 6)] if high > low else [low - 6.0, low]
    plot = curve(_axis(facts, words), points, ticks, label, words.number)
    rows = [
        (
            words.clock(facts.wall_ms(point.at_ms), seconds=True),
            "\N{EM DASH}" if point.lufs is None else words.number(point.lufs, 1),
        )
        for point in facts.loudness
    ]
    caption = words.say(message("Loudness in LUFS"))
    heads = (words.say(message("At")), "LUFS")
    content = scrolling(plot, label, "ltr")
    content += details(words.say(message("Table: loudness")), table(caption, heads, rows), caption)
    return section(words, "loudness", message("Loudness"), lead, content)


def health_section(facts: ReportFacts, words: Wording) -> str:
    """What went wrong: late, malformed, repeated; and lag and xruns, where they were recorded."""
    summary = facts.summary
    found: list[tuple[Message, int, Message]] = [
        (message("Records read"), summary["records"], message("all that the topic brought")),
        (
            message("Malformed"),
            summary["malformed"],
            message("no message: broken, foreign or empty"),
        ),
        (message("Repeated"), summary["duplicates"], message("delivered twice, counted once")),
        (message("Late votes"), summary["late"], message("came after their window had closed")),
    ]
    if "blocked" in summary:
        found.append((message("Blocked"), summary["blocked"], message("from blocked users")))
    if "capped" in summary:
        what = message("over the limit of votes per user")
        found.append((message("Over the limit"), summary["capped"], what))
    if facts.engine_starts:
        what = message("the sound began again, in phase")
        found.append((message("Engine restarts"), facts.engine_starts, what))
    if facts.health:
        most = max((point.lag or 0 for point in facts.health), default=0)
        found.append((message("Highest lag"), most, message("records waiting in the topic")))
        xruns = max(point.xruns for point in facts.health)
        found.append((message("Xruns"), xruns, message("blocks that the sound card got too late")))
    rows = [(words.say(what), words.number(n), words.say(note)) for what, n, note in found]
    caption = words.say(message("What was counted, and what was not"))
    heads = (
        words.say(message("What")),
        words.say(message("How many")),
        words.say(message("Means")),
    )
    content = table(caption, heads, rows, words=(0, 2))
    late = [(w.begin_ms + facts.window_ms // 2, float(w.late)) for w in facts.windows]
    if any(value for _, value in late):
        content += _curve(facts, words, message("Late votes per window"), late)
    lags = [(p.at_ms, None if p.lag is None else float(p.lag)) for p in facts.health]
    if any(value for _, value in lags):
        content += _curve(facts, words, message("Lag in records"), lags)
    if facts.health and facts.health[-1].xruns:
        xrun_points = [(point.at_ms, float(point.xruns)) for point in facts.health]
        content += _curve(facts, words, message("Xruns since the start"), xrun_points)
    lead = (
        message("Lag and xruns were recorded with the show.")
        if facts.health
        else message("This recording does not hold lag and xruns.")
    )
    return section(words, "health", message("Health"), lead, content)


def _curve(
    facts: ReportFacts,
    words: Wording,
    title: Message,
    points: Sequence[tuple[int, float | None]],
) -> str:
    label = words.say(title)
    ticks = nice_ticks(max((value or 0.0 for _, value in points), default=0.0), 3)
    plot = curve(_axis(facts, words), points, ticks, label, words.number)
    size = max(1, -(-len(points) // MOST_ROWS))
    rows = [
        (
            words.clock(facts.wall_ms(at_ms), seconds=True),
            "\N{EM DASH}" if value is None else words.number(value),
        )
        for at_ms, value in points[::size]
    ]
    whole = table(label, (words.say(message("At")), label), rows)
    summary = words.say(message("Table: {title}", title=title))
    drawn = scrolling(plot, label, "ltr")
    return f"<h3>{label}</h3>{drawn}{details(summary, whole, label)}"

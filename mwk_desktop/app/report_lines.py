"""Prints a verb's output: JSON Lines, windows and summaries as text, progress bars."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from mwk_desktop.app.run_options import Options
from mwk_desktop.sounds.clip_parts import clip_stem
from mwk_desktop.terminal_text import ProgressStream, safe
from mwk_desktop.topology.counting import ClosedWindow, Counting


@contextmanager
def progress_bar(
    label: str, unit: str, options: Options | None = None
) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, nothing elsewhere; call what it yields with (done, total).

    With ``options.progress`` it prints JSON lines instead, at most one for each percent.
    """
    if options is not None and options.progress:
        yield _progress_lines(options, label)
        return
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    # Late: tqdm loads package metadata and multiprocessing, and most runs never draw a bar.
    from tqdm import tqdm

    out = ProgressStream(sys.stderr)
    with tqdm(desc=safe(label), unit=unit, unit_scale=True, leave=False, file=out) as bar:

        def advance(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield advance


def _progress_lines(options: Options, label: str) -> Callable[[int, int], None]:
    shown = -1

    def advance(done: int, total: int) -> None:
        nonlocal shown
        percent = min(100, 100 * done // max(1, total))
        if percent > shown:
            shown = percent
            print_json(options, {"type": "progress", "what": label, "percent": percent})

    return advance


def print_json(options: Options, line: Mapping[str, Any]) -> None:
    """Print one JSON line on stdout."""
    options.lines.print_line(json.dumps(line, ensure_ascii=False, separators=(",", ":")))


def print_window(options: Options, window: ClosedWindow, scene: list[str]) -> None:
    """Print a closed window, as JSON or as text."""
    # Late, here and below: the service prints lines, and needs none of a show.
    from mwk_desktop.show.json_lines import window_line

    if options.json:
        print_json(options, window_line(window, scene))
        return
    clock = time.strftime("%H:%M:%S", time.localtime(window.end_ms / 1000))
    votes = ", ".join(f"{name} {count}" for name, count in window.votes.items())
    clips = " ".join(map(clip_stem, scene))
    options.lines.print_line(f"{clock}  votes: {votes}  ->  {clips}")


def print_summary(options: Options, counting: Counting) -> None:
    """Print a recording's totals, as JSON or as text."""
    from mwk_desktop.show.json_lines import summary_line

    if options.json:
        print_json(options, summary_line(counting))
        return
    line = summary_line(counting)
    leaders = line.pop("leaderboard")
    del line["type"]
    options.lines.print_line("  ".join(f"{name} {value:,}" for name, value in line.items()))
    for rank, leader in enumerate(leaders, 1):
        options.lines.print_line(f"{rank:3}  {safe(leader['name'])}  {leader['tweets']:,}")

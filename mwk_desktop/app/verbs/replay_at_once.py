"""`mwk replay --headless --speed max`: counts a recording as fast as possible."""

from __future__ import annotations

from pathlib import Path

from mwk_desktop.app.report_lines import print_summary, print_window
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.sound_setup import outline_music
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.run_offline import run_offline
from mwk_desktop.messages import message
from mwk_desktop.records.tweet_decoding import FRAMED


def replay_at_once(options: Options, path: Path) -> int:
    """Print a recording's charts, scenes and leaderboard, as fast as they can be counted."""
    music = outline_music(options.settings, takes=False)
    options, show, _, windows = run_offline(options, path, music)
    for window, scene in windows:
        print_window(options, window, scene)
    print_summary(options, show.counting)
    counts = show.counting.counts
    if counts.records and not counts.tweets:
        text = message(
            "{path}: not one of its {records} records was counted. The first that is no tweet: "
            "{first}",
            path=str(path),
            records=counts.records,
            first=show.counting.first_malformed or message("there is none"),
        )
        print_stderr(text)
    elif show.counting.first_malformed.arguments.get("reason") == FRAMED:
        text = message("a record is no tweet: {record}", record=show.counting.first_malformed)
        print_stderr(text)
    return 0

"""`mwk sounds`: examine a sound set before the show depends on it."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.verb_options import add_json, options_of

NAME = "sounds"
HELP = "examine a sound set and show what would be done to play it"
EXAMPLES = """\
examples:
  mwk sounds                 the program's own set (or the one in mwk.toml)
  mwk sounds ~/my-loops      a folder of yours: ~/my-loops/drum/groove.wav and so on
  mwk sounds ~/my-loops --match    write matched gains into its set.toml
  mwk sounds ~/my-loops --json | jq 'select(.type == "clip" and .warnings != [])'

A set is a folder with one folder per instrument (drum, heavy_bass, lead_bass, line_bass, melody,
pad, synth, vocal) of flac, wav, ogg, opus or mp3 files, with or without a set.toml. The exit code
is 2 if it cannot be played at all.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: the folder, and the form of the answer."""
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
    """Examine a set and print a table or JSON Lines."""
    from mwk_desktop.app.verbs.examine_sounds import examine_sounds

    return examine_sounds(options_of(args), args.dir, match=args.match)

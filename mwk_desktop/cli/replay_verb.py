"""`mwk replay`: the console driven by a recorded topic."""

from __future__ import annotations

import argparse
import os

from mwk_desktop.cli.option_types import a_path, speed
from mwk_desktop.cli.usage_problem import UsageProblem
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_show, add_yes, options_of
from mwk_desktop.messages import message

NAME = "replay"
HELP = "play a recorded topic with its own timing"
EXAMPLES = """\
examples:
  mwk replay show.jsonl.zst                            in its own time, with the windows
  mwk replay show.jsonl --speed 4 --loop               four times as fast, in a loop
  mwk replay show.jsonl --headless --speed max --json  the charts and scenes at once

FILE is what `kcat -C -J` or `mwk record` wrote: one record a line; .gz and .zst are unpacked.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=a_path, help="the recording")
    parser.add_argument(
        "--speed",
        metavar="X|max",
        type=speed,
        default=1.0,
        help="0.25 to 8, or max: as fast as it goes, without sound",
    )
    parser.add_argument("--loop", action="store_true", help="begin again at the end")
    parser.add_argument(
        "--topic", metavar="NAME", default=NOT_GIVEN, help="the input topic in the file"
    )
    add_yes(parser)
    add_show(parser)


def run(args: argparse.Namespace) -> int:
    options = options_of(args)
    if args.speed is None:
        # numpy's library for products of matrices, which nothing here needs, would start a thread
        # for each core: a sixth of numpy's start.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from mwk_desktop.app.verbs.replay_at_once import replay_at_once

        if args.loop:
            raise UsageProblem(message("--loop needs a speed: it does not work with --speed max"))
        return replay_at_once(options, args.file)
    from mwk_desktop.app.verbs.run_replay import run_replay

    return run_replay(options, args.file, speed=args.speed, loop=args.loop)

"""`mwk controllers`: lists MIDI controllers, prints what arrives, tests lights, checks a map."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import positive_seconds
from mwk_desktop.cli.verb_options import add_json, options_of

NAME = "controllers"
HELP = "list MIDI controllers, print what they send, test their lights, check a map file"
EXAMPLES = """\
examples:
  mwk controllers                      ports, and the map that each one gets
  mwk controllers --watch              prints what arrives, and which action it does
  mwk controllers --lights nano        switches all lights of a device on, and off again
  mwk controllers --check my-box.toml  a line for every fault of a map file (exit code 2)

Your own maps are in the folder `controllers` beside mwk.toml. The docs tell how to write one.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: what to do instead of listing."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--watch", action="store_true", help="print what arrives until Ctrl+C (or --exit-after)"
    )
    what.add_argument("--lights", metavar="NAME", help="test the lights of devices with this name")
    what.add_argument("--check", metavar="FILE", help="check a map file")
    parser.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=None,
        help="stop watching after S seconds",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Do one of the four."""
    from mwk_desktop.app.verbs import inspect_controllers

    options = options_of(args)
    if args.check is not None:
        return inspect_controllers.check_map(options, args.check)
    if args.lights is not None:
        return inspect_controllers.flash_lights(options, args.lights)
    if args.watch:
        return inspect_controllers.watch_messages(options)
    return inspect_controllers.list_controllers(options)

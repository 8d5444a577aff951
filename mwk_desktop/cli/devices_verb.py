"""`mwk devices`: the outputs that this machine has."""

from __future__ import annotations

import argparse
import json
import sys

from mwk_desktop.cli.verb_options import add_json, options_of

NAME = "devices"
HELP = "list the sound outputs of this machine"
EXAMPLES = """\
examples:
  mwk devices            names for --device
  mwk --device null      no sound card: the music keeps time silently
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from mwk_desktop.app.verbs.list_devices import output_rows

    options_of(args)  # it needs no settings, but wrong ones are said by every verb
    devices, problem = output_rows()
    if getattr(args, "json", False):
        for device in devices:
            print(json.dumps({"type": "device", **device}, ensure_ascii=False))
    for device in devices:
        if not getattr(args, "json", False):
            mark = "*" if device["default"] else " "
            print(
                f"{mark} {device['name']}  "
                f"({device['host_api']}, {device['channels']} channels, {device['rate_hz']} Hz)"
            )
    if problem:
        print(
            f"mwk: no sound output: {problem}; --device null keeps time silently", file=sys.stderr
        )
    return 0

"""`mwk devices`: lists the sound outputs of this machine."""

from __future__ import annotations

import argparse

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
    """List the outputs; wrong settings are reported as by every verb."""
    from mwk_desktop.app.verbs.list_devices import list_devices

    return list_devices(options_of(args))

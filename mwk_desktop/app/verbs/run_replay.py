"""`mwk replay`: plays a recording, with windows and sound."""

from __future__ import annotations

from pathlib import Path

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import StartShow
from mwk_desktop.app.wiring.run_show import run_show
from mwk_desktop.app.wiring.show_resources import ShowResources, open_resources
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.app.wiring.unused_kafka import warn_of_kafka_properties


def run_replay(options: Options, path: Path, *, speed: float, loop: bool) -> int:
    """Play a recording in real time (times ``speed``)."""

    def kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
        return prepare_replay(options, resources, path, speed=speed, loop=loop)

    with warn_of_kafka_properties(options):
        return run_show(options, open_resources(options), kind)

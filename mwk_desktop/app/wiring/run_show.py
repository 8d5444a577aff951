"""Runs a show until it ends, with windows or headless."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Final

from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.wiring.headless_console import HeadlessConsole, SourceLines
from mwk_desktop.app.wiring.program_log import keep_program_log
from mwk_desktop.app.wiring.show_factory import ShowFactory, ShowKind
from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.wiring.window_runner import print_why_headless, run_in_windows
from mwk_desktop.app.wiring.worker_list import make_workers
from mwk_desktop.frame_pacing import FramePacer
from mwk_desktop.show.commands import Command
from mwk_desktop.show.drivers.running import HealthTicker, rss_mb, wait_for_end
from mwk_desktop.show.json_lines import health_line
from mwk_desktop.show.snapshot import Snapshot

SWITCH_S: Final = 0.001
"""A thread that parses a flood gives up the interpreter this soon. Python's default of 5 ms is felt
in a fader: beside 80,000 tweets a second its median way to the engine took 17 ms, so 7 ms, with no
fewer tweets (`tests/benchmarks/bench_controls.py`)."""


def run_show(
    options: Options, resources: ShowResources, kind: ShowKind, first: Sequence[Command] = ()
) -> int:
    """Run a show until it ends: with windows if there is a display, else headless.

    ``first``: commands that restore the state of an earlier show.
    """
    sys.setswitchinterval(SWITCH_S)
    factory = ShowFactory(options, resources, kind)
    host = ShowHost(factory.replay)
    start_show = factory.first()
    workers = make_workers(options, resources, factory, host)
    with keep_program_log(options), ExitStack() as around:
        around.callback(host.close)
        host.start(start_show, workers, first)
        return _wait_for_end(options, host, around, resources.pacer)


def _wait_for_end(options: Options, host: ShowHost, around: ExitStack, pacer: FramePacer) -> int:
    watched = _Unhurried(host)
    if options.json:

        def on_health(snapshot: Snapshot) -> None:
            print_json(options, health_line(snapshot, rss_mb()))

        ticker = HealthTicker(watched, on_health)
        ticker.start()
        around.callback(ticker.stop)
    if options.headless or print_why_headless():
        console = HeadlessConsole(watched, options.lines)
        wait_for_end(console, options.exit_after_s)
        console.print_end()
        return 1 if host.failed else 0
    source_lines = SourceLines()
    # The windows show it, too; whoever looks at the terminal that started them finds it there.
    ticker = HealthTicker(host, lambda snapshot: source_lines.watch(snapshot.source))
    ticker.start()
    around.callback(ticker.stop)
    return run_in_windows(options, host, pacer)


class _Unhurried:
    """The show for those whom a snapshot of a tenth of a second ago serves as well."""

    def __init__(self, host: ShowHost) -> None:
        self._host = host

    def snapshot(self) -> Snapshot:
        return self._host.snapshot(asks_for_more=False)

    def wait_finished(self, timeout_s: float) -> bool:
        return self._host.wait_finished(timeout_s)

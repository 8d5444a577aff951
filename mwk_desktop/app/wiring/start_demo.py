"""Starts a demo show: a simulated crowd, without Kafka."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.sound_setup import rules_of
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.wiring.wall_clock_show import seed_of, start_counting_show
from mwk_desktop.show.drivers.threads import PolledSource
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.sources.crowd_source import Crowd, CrowdSource
from mwk_desktop.topology.counting import Counting

PROFILE: Final = "swing"
"""The crowd of the demo: one that changes its mind."""
RATE_PER_S: Final = 4.0
USERS: Final = 200


def prepare_demo(
    options: Options, resources: ShowResources, profile: str, rate_per_s: float, users: int
) -> StartShow:
    """Prepare a show with a simulated crowd; it needs no Kafka and no configuration."""

    def begin(stack: ExitStack) -> RunningShow:
        clock = resources.clock
        seed = seed_of(options)
        state = SourceState("demo", "simulated crowd", "connected", clock.now_ms(), lag=0)
        counting = Counting(
            rules_of(options.settings, resources.music), resources.music.clips, seed
        )
        thread = start_counting_show(
            options, stack, resources, counting, source_state=lambda: state
        )
        hashtag = options.settings.show.hashtag
        crowd = CrowdSource(
            Crowd(profile, rate_per_s, users, seed, hashtag, start_ms=clock.now_ms())
        )
        source = PolledSource(
            lambda: crowd.poll(clock.now_ms()), thread.put, resources.yield_to_frames
        )
        source.start()
        stack.callback(source.stop)
        return RunningShow("demo", thread)

    return begin

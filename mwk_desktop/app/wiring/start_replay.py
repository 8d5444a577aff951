"""Starts the replay of a recording."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from mwk_desktop.app.report_lines import print_window
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.sound_setup import music_of, quantize_of, rules_of
from mwk_desktop.app.wiring.engine_setup import start_engine, start_show_thread
from mwk_desktop.app.wiring.long_recordings import check_length_confirmed
from mwk_desktop.app.wiring.recording_setup import open_recording
from mwk_desktop.app.wiring.show_resources import ShowResources, load_shared_clips
from mwk_desktop.messages import message
from mwk_desktop.show.drivers.density import density_of
from mwk_desktop.show.drivers.replay import ReplayShow


def prepare_replay(
    options: Options,
    resources: ShowResources,
    path: Path,
    *,
    speed: float = 1.0,
    loop: bool = False,
) -> StartShow:
    """Scan a recording; returns what starts its replay."""
    given = options.settings.music
    options, recorded = open_recording(options, path, resources.music)
    if options.settings.music != given:
        # The recorded show played with other switches.
        loaded, clips = load_shared_clips(options, resources.output.rate_hz, say_warnings=False)
        music = music_of(loaded, options.settings)
        resources = replace(resources, loaded=loaded, clips=clips, music=music)
        recorded.source.close()
        options, recorded = open_recording(options, path, music)
    if recorded.first_window_ms is None:
        raise BadInput(
            message("{path}: holds no tweet, so there is nothing to play", path=str(path))
        )
    check_length_confirmed(options, path, recorded.length_ms)
    recorded.density = density_of(recorded, rules_of(options.settings, resources.music))

    def begin(stack: ExitStack) -> RunningShow:
        stack.enter_context(options.lines.running())
        engine = start_engine(options, stack, resources, recorded.grid)
        show = options.settings.show
        rules = rules_of(options.settings, resources.music)
        if resources.tap is not None:
            resources.tap.begin(show.window_ms)
        driver = ReplayShow(
            recorded,
            lambda: recorded.counting(rules),
            engine,
            speed=speed,
            loop=loop,
            opening=show.opening,
            quantize=quantize_of(options.settings),
            grace_ms=show.grace_ms,
            file_name=path.name,
            hashtag=show.hashtag,
            on_window=lambda window, scene: print_window(options, window, scene),
            listener=resources.tap,
        )
        return RunningShow(
            "replay",
            start_show_thread(driver, stack, engine, headless=options.headless),
            path=path,
        )

    return begin

"""Wiring of a console that plays what another show counted: ``mwk live --from-results``.

Order of the end (the stack's): reading stops, the show thread takes what came, the engine and the
recorder close. Nothing is kept: results are absolute, the next start reads them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.report_lines import print_window
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.sound_setup import quantize_of, rules_of
from mwk_desktop.app.wiring.engine_setup import start_engine, start_show_thread, wait_until
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.wiring.wall_clock_show import START_MS, open_recorder
from mwk_desktop.kafka.client_settings import KafkaSettingError, servers_of
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection import Link
from mwk_desktop.kafka.result_delivery import ResultDelivery
from mwk_desktop.kafka.results_source import ResultsSource
from mwk_desktop.show.drivers.live import live_grid
from mwk_desktop.show.drivers.results import ResultsShow
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.snapshot import SourceState

KIND = "results"

_QUIET = (Link.CONNECTED, Link.CONNECTING, Link.STOPPED)


def prepare_results(options: Options, band: ShowResources) -> StartShow:
    """Look whether such a show can be; what is returned begins it.

    Raises
    ------
    BadInput
        A setting of Kafka's.
    """
    properties = kafka_properties(options)
    try:
        open_consumer(properties, client_id="mwk-results").close()
    except KafkaSettingError as error:
        raise BadInput(str(error)) from None
    return lambda stack: _begin(options, stack, band, properties)


def _begin(
    options: Options, stack: ExitStack, band: ShowResources, properties: Mapping[str, Any]
) -> RunningShow:
    show = options.settings.show
    place: list[ShowThread] = []

    def deliver(delivery: ResultDelivery) -> bool:
        # Never waits: what finds no place is offered again.
        return bool(place) and place[0].put(delivery, timeout_s=0.0)

    source = ResultsSource(properties, deliver, clock_ms=band.clock.now_ms)
    name = f"{KIND}@{servers_of(properties)}"
    anchor_ms = band.clock.now_ms() + START_MS
    grid = live_grid(band.music, anchor_ms, show.window_ms)
    stack.enter_context(options.lines.running())
    engine = start_engine(options, stack, band, grid)
    recorder = open_recorder(options, band.clock, band.pacer.yield_to_frames)
    if recorder is not None:
        recorder.start()
        stack.callback(recorder.close)
    if band.tap is not None:
        band.tap.begin(show.window_ms)  # SQL looks at tweets, and here are none

    def problems() -> tuple[str, ...]:
        state = source.state
        kept = (recorder.problem,) if recorder is not None and recorder.problem else ()
        return kept if state.link in _QUIET else (*kept, state.sentence)

    driver = ResultsShow(
        band.music,
        engine,
        band.clock,
        anchor_ms,
        rules=rules_of(options.settings, band.music),
        opening=show.opening,
        quantize=quantize_of(options.settings),
        grace_ms=show.grace_ms,
        source_state=lambda: _state_of(source, name),
        hashtag=show.hashtag,
        settings=options.settings.redacted(),
        recorder=recorder,
        on_window=lambda window, scene: print_window(options, window, scene),
        problems=problems,
    )
    thread = start_show_thread(driver, stack, engine, lambda: wait_until(band.clock, anchor_ms))
    place.append(thread)
    try:
        source.start()
    except KafkaSettingError as error:
        raise BadInput(str(error)) from None
    stack.callback(source.stop)
    return RunningShow(KIND, thread, properties, options.settings.topics.input)


def _state_of(source: ResultsSource, name: str) -> SourceState:
    """The connection as the windows and the health line name it; the input's lag is not known."""
    state = source.state
    return SourceState("live", name, state.link.value, state.since_ms, detail=state.sentence)

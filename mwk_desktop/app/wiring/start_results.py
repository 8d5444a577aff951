"""Starts a show that plays what another show counts: ``mwk live --from-results``.

The stack ends it in this order: reading stops, the show thread folds what came, the engine and the
recorder close. Nothing is stored: results are absolute, and the next start reads them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.sound_setup import rules_of
from mwk_desktop.app.value_schemas import live_schemas
from mwk_desktop.app.wiring.connection_lines import connection_problems, source_state
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.wiring.wall_clock_show import ShowFeed, start_wall_clock_show
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.kafka.client_settings import KafkaSettingError, servers_of
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.results_source import ResultsSource
from mwk_desktop.messages import message_of
from mwk_desktop.show.drivers.results import ResultsShow
from mwk_desktop.show.snapshot import Problem, ProblemKind

KIND = "results"


def results_kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
    """Check that such a show is possible; returns what starts it.

    Raises
    ------
    BadInput
        A Kafka setting is wrong.
    """
    properties = kafka_properties(options)
    try:
        open_consumer(properties, client_id="mwk-results").close()
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from None
    return lambda stack: _start(options, stack, resources, properties)


def _start(
    options: Options, stack: ExitStack, resources: ShowResources, properties: Mapping[str, Any]
) -> RunningShow:
    resources.clock.restart()
    feed = ShowFeed()
    source = ResultsSource(
        properties,
        feed.deliver,
        clock_ms=resources.clock.now_ms,
        schemas=stack.enter_context(live_schemas(options.settings)),
    )
    name = f"{KIND}@{servers_of(properties)}"

    def problems() -> tuple[Problem, ...]:
        schemas = source.schema_problem
        undecoded = (Problem(ProblemKind.BROKER, schemas),) if schemas else ()
        return (*connection_problems(source.state), *undecoded)

    def make_driver(engine: EngineClient, anchor_ms: int, common: dict[str, Any]) -> ResultsShow:
        return ResultsShow(
            resources.music,
            engine,
            resources.clock,
            anchor_ms,
            rules=rules_of(options.settings, resources.music),
            **common,
        )

    thread = start_wall_clock_show(
        options,
        stack,
        resources,
        make_driver,
        source_state=lambda: source_state(source, name),
        problems=problems,
    )
    feed.attach(thread)
    try:
        source.start()
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from None
    stack.callback(source.stop)
    return RunningShow(KIND, thread, properties, options.settings.topics.input)

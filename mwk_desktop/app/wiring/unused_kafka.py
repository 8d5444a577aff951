"""Warns of errors in ``[kafka]`` during a show that needs no Kafka; the show goes on.

Threads: only Kafka's client knows its properties, and loading it takes a tenth of a second. A
separate thread does that while the show begins; it is only joined at the end.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from mwk_desktop.app.kafka_options import OLD_SERVERS, SERVERS
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.messages import message, message_of

_ADDRESSES: Final = frozenset([SERVERS, OLD_SERVERS])
"""Properties that are valid with any value; most settings have no others."""

END_S: Final = 5.0


@contextmanager
def warn_of_kafka_properties(options: Options) -> Iterator[None]:
    """During the block, print one line on stderr if ``[kafka]`` would stop a live show."""
    if not options.settings.kafka.keys() - _ADDRESSES:
        yield
        return
    thread = threading.Thread(
        target=_check_properties, args=(options,), name="unused-kafka", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        thread.join(END_S)


def _check_properties(options: Options) -> None:
    # Late: a demo needs no Kafka client.
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.clients import check_properties

    try:
        check_properties(options.settings.kafka)
    except KafkaSettingError as error:
        print_stderr(
            message(
                "{problem}; no Kafka is needed now, a live show would not begin",
                problem=message_of(error),
            )
        )

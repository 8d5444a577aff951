"""``[kafka]`` beside a show that needs no Kafka: what is wrong in it is said, and ends nothing.

Threads: only Kafka's client knows its properties, and to load it takes a tenth of a second, so a
thread of its own does that while the show begins; nobody waits for it before the end.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from mwk_desktop.app.run_options import Options

_ADDRESSES: Final = frozenset(["bootstrap.servers", "metadata.broker.list"])
"""Properties that are right whatever they say: most settings hold no other."""

END_S: Final = 5.0


@contextmanager
def warn_of_kafka_properties(options: Options) -> Iterator[None]:
    """Inside the block: one line on stderr where a live show would be refused for ``[kafka]``."""
    if not options.settings.kafka.keys() - _ADDRESSES:
        yield
        return
    thread = threading.Thread(target=_look, args=(options,), name="unused-kafka", daemon=True)
    thread.start()
    try:
        yield
    finally:
        thread.join(END_S)


def _look(options: Options) -> None:
    # Late: a demo needs no Kafka client.
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.clients import check_properties

    try:
        check_properties(options.settings.kafka)
    except KafkaSettingError as error:
        print(f"mwk: {error}; no Kafka is needed now, a live show would not begin", file=sys.stderr)

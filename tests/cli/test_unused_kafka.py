"""A wrong property in [kafka] beside a demo, which needs no Kafka: said once, and it plays on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.clients import check_properties

REST = "no Kafka is needed now, a live show would not begin"


def set_kafka(toml: str) -> None:
    config = Path(os.environ["MWK_CONFIG"])
    config.write_text(config.read_text("utf-8") + f"[kafka]\n{toml}\n", "utf-8")


def test_a_demo_and_a_replay_say_it_once(mwk: Any, recording: Path) -> None:
    set_kafka('"security.protocoll" = "SSL"')
    line = (
        "mwk: [kafka] security.protocoll: no such property (librdkafka's names are meant); "
        f"{REST}\n"
    )
    for verb in ((), ("replay", recording)):
        done = mwk(*verb, "--headless", "--exit-after", "1")
        assert done.code == 0
        assert done.err == line
    mwk("check", "--headless").must_be_refused("[kafka] security.protocoll: no such property")


def test_right_ones_say_nothing(mwk: Any) -> None:
    set_kafka('"bootstrap.servers" = "h:1"\n"security.protocol" = "SSL"\n"linger.ms" = 9')
    done = mwk("--headless", "--exit-after", "1")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("name", ["fetch.wait.maxx.ms", "linger.mss", "batch.sized"])
def test_properties_of_readers_and_writers(name: str) -> None:
    with pytest.raises(KafkaSettingError, match=name):
        check_properties({"bootstrap.servers": "127.0.0.1:1", name: "1"})

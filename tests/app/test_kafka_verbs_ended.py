"""Verbs on Kafka that end early, without a broker: nothing of the user's or of the run is lost."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mwk_desktop.app.kafka_options import kafka_properties, with_kafka
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.verbs import record_topic, run_crowd
from mwk_desktop.app.verbs.run_crowd import CrowdOptions
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.kafka.client_settings import servers_of


def options_for(folder: Path, toml: str = "", *arguments: str) -> Options:
    config = folder / "mwk.toml"
    config.write_text(toml)
    common = ["--config", str(config), "--state-dir", str(folder / "state")]
    return options_of(parser().parse_args([*arguments, *common]))


def test_an_early_ctrl_c_leaves_an_older_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It came before the new file was opened: the file of that name is another night's."""
    older = tmp_path / "night.jsonl"
    older.write_text("the last show\n")

    def interrupted(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(record_topic, "open_consumer", interrupted)
    options = options_for(tmp_path, "", "record", "-o", str(older))
    with pytest.raises(BadInput, match="nothing was recorded"):
        record_topic.record_topic(options, record_topic.RecordOptions(), older)
    assert older.read_text() == "the last show\n"


class FakeProducer:
    """Counts what is written, and whether it was waited for."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.written = 0
        self.closed = False
        self.state = SimpleNamespace(link="connected")

    @property
    def deliveries(self) -> Any:
        return SimpleNamespace(produced=self.written, delivered=0, failed=0, waiting=self.written)

    def produce(self, *_: Any, **__: Any) -> bool:
        self.written += 1
        return True

    def poll(self, _seconds: float) -> None: ...

    def close(self) -> Any:
        self.closed = True
        return self.deliveries


def test_a_reader_that_goes_loses_no_tweet_on_its_way_to_kafka(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `mwk crowd --json | head -1`."""
    producer = FakeProducer()
    monkeypatch.setattr(run_crowd, "ensure_topic", lambda *_, **__: None)
    monkeypatch.setattr(run_crowd, "TweetProducer", lambda *_, **__: producer)

    def gone(*_: Any) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(run_crowd, "print_json", gone)
    options = options_for(tmp_path, "", "crowd", "--json")
    wanted = CrowdOptions("calm", 500.0, 10, 0.0, 0, 1)
    with pytest.raises(BrokenPipeError):  # the command line ends without an error then
        run_crowd.run_crowd(options, wanted)
    assert producer.written
    assert producer.closed


def test_servers_by_their_old_name_are_the_servers(tmp_path: Path) -> None:
    options = options_for(tmp_path, '[kafka]\n"metadata.broker.list" = "kafka:9093"\n', "live")
    assert servers_of(kafka_properties(options)) == "kafka:9093"
    assert servers_of(kafka_properties(with_kafka(options, "other:9094", "t"))) == "other:9094"

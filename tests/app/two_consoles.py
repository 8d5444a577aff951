"""Two laptops on one table: two programs, a JACK server each, and what the room hears of them."""

from __future__ import annotations

import json
import secrets
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Consumer, TopicPartition

from mwk_desktop.app.wiring.program_log import log_path
from mwk_desktop.clock import wall_ms
from mwk_desktop.show.log.show_topic import TopicRecord, read_topic_value
from mwk_desktop.sources.crowd_source import Crowd
from mwk_desktop.topics import SHOW_TOPIC
from tests.app.live_process import Live
from tests.controls.osc_bytes import osc
from tests.driven_program import DrivenProgram
from tests.jack_server import Jack
from tests.kafka.conftest import free_port
from tests.kafka.crowd_topic import send_all
from tests.support import wait_for

BLOCK_FRAMES = 1024
AUDIBLE = 1e-4
WATCH = Path(__file__).with_name("jack_watch.py")


class Laptop:
    """A JACK server, what it lets out, and the console that plays there."""

    def __init__(
        self, name: str, kafka: dict[str, Any], topic: str, folder: Path, jack: Jack
    ) -> None:
        self.name, self._topic, self.folder, self._jack = name, topic, folder / name, jack
        self.kafka = kafka
        self._port = free_port()
        self.folder.mkdir()
        config = f'[osc]\non = true\nport = {self._port}\n[spare]\ntakeover = "auto"\n'
        (self.folder / "mwk.toml").write_text(config)
        self._watch = DrivenProgram(WATCH, jack.name)
        self._peaks: list[tuple[int, float]] = []
        self._to = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.live: Live

    def start(self, monkeypatch: pytest.MonkeyPatch, *part: str) -> None:
        monkeypatch.setenv("JACK_DEFAULT_SERVER", self._jack.name)
        sound = ("--device", "system", "--block-size", str(BLOCK_FRAMES))
        self.live = Live(self.kafka, self._topic, self.folder, *sound, *part)

    def press(self, address: str, *values: Any) -> None:
        """A hand on this console, over OSC."""
        self._to.sendto(osc(f"/mwk/{address}", *values), ("127.0.0.1", self._port))

    def spare(self) -> dict[str, Any]:
        found: dict[str, Any] = self.live.health().get("spare", {})
        return found

    def wait_for_role(self, role: str) -> None:
        self.live.wait_for(
            lambda health: (
                health.get("role") == role and health.get("spare", {}).get("other_age_ms", -1) >= 0
            )
        )

    @property
    def shows(self) -> int:
        """How many shows it has begun: each has a recording."""
        return len(list((self.folder / "recordings").glob("*")))

    def wait_for_show(self, number: int) -> None:
        """Wait until it has begun another show, and knows where the other one's music is."""
        wait_for(lambda: self.shows >= number, 60)
        told = len(self.live.lines)  # what it said before was of the show that ended
        self.live.wait_for(
            lambda health: (
                len(self.live.lines) > told + 2
                and health.get("spare", {}).get("music_ms") is not None
            ),
            timeout_s=60,
        )

    def peaks(self) -> list[tuple[int, float]]:
        """[monotonic ms, peak] of every block so far."""
        self._peaks += [(at, peak) for at, peak in json.loads(self._watch.ask("read"))]
        return self._peaks

    def sounds_from(self, ms: int) -> int:
        """When it was heard first since then; -1: not yet."""
        return next((at for at, peak in self.peaks() if at >= ms and peak > AUDIBLE), -1)

    def heard_after(self, ms: int) -> int:
        """When it was heard last, if that was after then; else ``ms``."""
        return max((at for at, peak in self.peaks() if at >= ms and peak > AUDIBLE), default=ms)

    def read_of_another_ms(self) -> int:
        """When (monotonic) this console read last that another one is heard, by its own log."""
        lines = map(json.loads, log_path(self.folder).read_text("utf-8").splitlines())
        told = [line["time"] for line in lines if line["message"].startswith("heard in epoch 0 ")]
        at_ms = datetime.fromisoformat(told[-1]).timestamp() * 1000
        return round(at_ms) - wall_ms() + monotonic_ms()

    def close(self) -> None:
        if hasattr(self, "live") and self.live.process.poll() is None:
            self.live.kill()
        self._watch.kill()
        self._to.close()


class Table:
    """Both laptops, a crowd that writes to the topic, and the topic of the show."""

    def __init__(self, kafka: dict[str, Any], topic: str) -> None:
        self._kafka, self._topic = kafka, topic
        self.laptops: list[Laptop] = []
        self._stop = threading.Event()
        self._crowd = threading.Thread(target=self._produce, daemon=True)
        self._crowd.start()

    def _produce(self) -> None:
        crowd = Crowd("calm", 20.0, 60, seed=7, start_ms=wall_ms(), partitions=4)
        while not self._stop.wait(0.1):
            send_all(self._kafka, self._topic, crowd.tweets_until(wall_ms()))

    def end_crowd(self) -> None:
        self._stop.set()
        self._crowd.join()

    def records(self) -> list[TopicRecord]:
        """Everything of this show in ``mwk-show``, in order."""
        consumer = Consumer({**self._kafka, "group.id": secrets.token_hex(4)})
        place = TopicPartition(SHOW_TOPIC, 0, 0)
        _, end = consumer.get_watermark_offsets(place, timeout=60)
        consumer.assign([place])
        found: list[TopicRecord] = []
        while consumer.position([place])[0].offset < end:
            for message in consumer.consume(500, 0.5):
                record = read_topic_value(message.value()) if message.error() is None else None
                if record is not None and record.stamp.input == self._topic:
                    found.append(record)
        consumer.close()
        return found

    def count(self, type_: str) -> int:
        """How many records of a type this show has in ``mwk-show``."""
        return sum(record.type == type_ for record in self.records())

    def beats(self, epoch: int) -> list[TopicRecord]:
        """The heartbeats of the console that had the show in an epoch, with its music's place."""
        found = [r for r in self.records() if r.type == "heartbeat" and r.stamp.epoch == epoch]
        return [beat for beat in found if beat.frame is not None]

    def bar_line_ms(self, before: int, after: int) -> float:
        """How far the music of an epoch is off where that of the one before would have been."""

        def began_ms(beats: list[TopicRecord]) -> float:
            """When frame 0 was played, as most of these heartbeats say: one may be late."""
            return statistics.median(
                beat.stamp.at_ms - beat.line["frame"] * 1000 / beat.line["rate_hz"]
                for beat in beats
            )

        return began_ms(self.beats(before)[-5:]) - began_ms(self.beats(after)[1:6])

    def close(self) -> None:
        self._stop.set()
        for laptop in self.laptops:
            laptop.close()


def monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


@pytest.fixture
def table(
    kafka: dict[str, Any],
    topic: str,
    tmp_path: Path,
    jack_of: Any,
    request: pytest.FixtureRequest,
) -> Iterator[Table]:
    """Two laptops with nothing running on them yet; its parameter: the rates of their outputs."""
    found = Table(kafka, topic)
    rates_hz = getattr(request, "param", (48_000, 48_000))
    for name, rate_hz in zip(("red", "blue"), rates_hz, strict=True):
        jack = jack_of(BLOCK_FRAMES, rate_hz=rate_hz)
        found.laptops.append(Laptop(name, kafka, topic, tmp_path, jack))
    yield found
    found.close()


def together(table: Table, monkeypatch: pytest.MonkeyPatch) -> tuple[Laptop, Laptop]:
    """A main that is heard and a follower that knows it."""
    main, spare = table.laptops
    main.start(monkeypatch, "--main")
    wait_for(lambda: main.sounds_from(0) > 0, 60)
    spare.start(monkeypatch, "--follow")
    spare.wait_for_role("follow")
    main.wait_for_role("main")
    assert spare.sounds_from(0) < 0  # not even when it starts
    return main, spare

"""From the running console to a real broker, and what happens where that cannot be."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Producer, TopicPartition
from confluent_kafka.admin import AdminClient

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.wiring import show_host
from mwk_desktop.app.wiring.show_factory import ShowFactory, ShowKind
from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.app.wiring.show_resources import open_resources
from mwk_desktop.app.wiring.start_demo import prepare_demo
from mwk_desktop.app.workers.connection_worker import ConnectionWorker
from mwk_desktop.app.workers.settings_worker import SettingsWorker
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.show.commands import (
    ChangeSetting,
    ConnectLive,
    OpenRecording,
    OpenSounds,
    ResolveLostHistory,
    SetMute,
    TestConnection,
)
from mwk_desktop.show.snapshot import ProblemKind
from mwk_desktop.show.workers_state import CheckFinding, ConnectionTest
from mwk_desktop.store.show_folder import list_shows
from tests.engine.conftest import _children_start_like_the_app
from tests.support import votes, wait_for, write_lines

__all__ = ["_children_start_like_the_app"]

NOBODY = "127.0.0.1:1"


class ShowsSeen(Worker):
    """Counts the shows that began."""

    def __init__(self) -> None:
        super().__init__("shows-seen")
        self.count = 0

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        self.count += 1


class Console:
    """A program without windows: the switch, the programme and their workers."""

    def __init__(self, folder: Path, *arguments: str, look: Any = None) -> None:
        base = ["--device", "null", "--headless", "--window-ms", "3750"]
        base += ["--state-dir", str(folder / "state"), "--config", str(folder / "mwk.toml")]
        self.options = options_of(parser().parse_args([*base, *arguments]))
        self.folder = folder
        resources = open_resources(self.options)

        def demo(options: Any, resources: Any, *, again: bool) -> Any:
            return prepare_demo(options, resources, "calm", 20.0, 50)

        kind: ShowKind = demo
        self.factory = factory = ShowFactory(self.options, resources, kind)
        self.host = ShowHost(factory.replay)
        more = {} if look is None else {"check_kafka": look}
        self.connecting = ConnectionWorker(self.options, factory, self.host.switch_to, **more)
        self.settings = SettingsWorker(self.options, {})
        self.shows = ShowsSeen()
        workers = (resources.outputs, self.connecting, self.settings, self.shows)
        self.host.start(factory.first(), workers)
        wait_for(lambda: self.host.snapshot().transport.frame > 0)

    @property
    def snapshot(self) -> Any:
        return self.host.snapshot()

    @property
    def test(self) -> ConnectionTest:
        found = self.snapshot.workers.connection
        assert found is not None
        return found

    def ask(self, request: Any) -> None:
        # A wish is dropped, and that is said, while the last one is still being carried out.
        wait_for(lambda: not self.host.switching)
        self.host.send(request)

    def found(self) -> dict[str, CheckFinding]:
        """What the test found, when it is done."""
        wait_for(lambda: self.snapshot.workers.connection and not self.test.running)
        return {finding.key: finding for finding in self.test.findings}

    def wait_for_problem(self, words: str) -> None:  # others may stand beside it
        wait_for(lambda: any(words in str(each) for each in self.snapshot.problems))

    def must_play_on(self) -> None:
        frame = self.snapshot.transport.frame
        wait_for(lambda: self.snapshot.transport.frame > frame)
        assert any(strip.now for strip in self.snapshot.strips)


@pytest.fixture
def say(kafka: dict[str, Any]) -> Callable[..., None]:
    """Produce texts to one partition; every tweet has an id of its own."""
    ids = itertools.count()

    def produce(topic: str, texts: list[str], partition: int = 0) -> None:
        producer = Producer({**kafka, "linger.ms": 0})
        for text in texts:
            value = {"Id": next(ids), "Text": text, "User": {"ScreenName": "monty"}}
            producer.produce(topic, json.dumps(value), partition=partition)
        assert producer.flush(30) == 0

    return produce


@pytest.fixture
def open_console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    for name in ("MWK_CONFIG", "MWK_STATE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(show_host, "PROBLEM_S", 3_600.0)  # however long a show takes to begin
    (tmp_path / "mwk.toml").touch()
    consoles: list[Console] = []

    def make(*arguments: str, look: Any = None) -> Console:
        consoles.append(Console(tmp_path, *arguments, look=look))
        return consoles[-1]

    yield make
    for console in consoles:
        console.host.close()


# -- a real broker --------------------------------------------------------------------------


def test_the_test_button_says_what_is_there(
    kafka: dict[str, Any], topic: str, say: Any, open_console: Any
) -> None:
    console = open_console()
    servers = kafka["bootstrap.servers"]
    say(topic, ["drum", "pad", "synth"], 1)
    console.ask(TestConnection(servers, topic))
    found = console.found()
    assert console.test.usable
    assert [found[key].level for key in ("kafka", "kafka.topic", "kafka.message")] == ["ok"] * 3
    assert servers in str(found["kafka"].found)
    assert str(found["kafka.topic"].found) == "4 partitions, 3 records"
    assert "s old" in str(found["kafka.message"].found)
    assert found["kafka.clock"].level == "off"
    console.ask(TestConnection(servers, "not-there"))
    wait_for(lambda: console.test.topic == "not-there")
    found = console.found()
    assert found["kafka.topic"].level == "warn"
    assert str(found["kafka.topic"].found) == f"Topic not-there does not exist yet at {servers}."
    assert console.test.usable
    assert console.snapshot.source.kind == "demo"


@pytest.mark.timeout(200)
def test_live_from_a_running_demo_and_back_to_the_same_show(
    kafka: dict[str, Any], topic: str, say: Any, open_console: Any
) -> None:
    console = open_console()
    servers = kafka["bootstrap.servers"]
    say(topic, ["drum", "pad", "synth"])
    console.ask(ConnectLive(servers, topic))
    wait_for(lambda: console.snapshot.source.kind == "live")
    assert console.snapshot.source.name == f"{topic}@{servers}"
    wait_for(lambda: console.snapshot.counts.tweets == 3)
    wait_for(lambda: not console.test.connecting)
    assert (str(console.test.refused), console.test.attempts) == ("", 1)
    assert not [each for each in console.snapshot.problems if each.kind is ProblemKind.BROKER]
    console.must_play_on()
    say(topic, ["vocal"] * 4, 3)
    wait_for(lambda: console.snapshot.counts.tweets == 7)

    # Again, from the live show: the same show goes on, nothing is counted twice.
    console.ask(ConnectLive(servers, topic))
    wait_for(lambda: console.test.attempts == 2 and not console.test.connecting)
    wait_for(lambda: console.snapshot.source.state == "connected")
    wait_for(lambda: console.snapshot.source.lag == 0)
    assert console.snapshot.counts.tweets == 7
    assert len(list_shows(console.options.state_dir / "shows")) == 1

    # Other sounds, in the middle of it: the same show still.
    wait_for(lambda: not console.host.switching)
    shows = console.shows.count
    console.ask(OpenSounds(Path("assets/sounds").resolve()))
    wait_for(lambda: console.shows.count > shows)
    wait_for(lambda: console.snapshot.source.state == "connected")
    assert console.snapshot.counts.tweets == 7
    console.must_play_on()

    # And a new one, from now on.
    console.ask(ConnectLive(servers, topic, new_show=True))
    wait_for(lambda: console.test.attempts == 3 and not console.test.connecting)
    wait_for(lambda: console.snapshot.source.state == "connected")
    assert console.snapshot.counts.tweets == 0
    assert len(list_shows(console.options.state_dir / "shows")) == 2


@pytest.mark.timeout(200)
def test_lost_history_is_resolved_from_the_console(
    kafka: dict[str, Any], topic: str, say: Any, open_console: Any
) -> None:
    console = open_console()
    servers = kafka["bootstrap.servers"]
    say(topic, ["drum"] * 3)
    console.ask(ConnectLive(servers, topic))
    wait_for(lambda: console.snapshot.source.kind == "live")  # the demo counts tweets too
    wait_for(lambda: console.snapshot.counts.tweets == 3)
    assert not console.snapshot.workers.lost_history
    # While the show is away the topic goes on, and forgets what came next.
    recording = write_lines(console.folder / "a.jsonl", votes(["pad"] * 3))
    console.ask(OpenRecording(recording))
    wait_for(lambda: console.snapshot.source.kind == "replay")
    say(topic, ["pad"] * 6)
    admin = AdminClient(kafka)
    (done,) = admin.delete_records([TopicPartition(topic, 0, 7)]).values()
    done.result(20)
    console.ask(ConnectLive(servers, topic))
    wait_for(lambda: console.snapshot.workers.lost_history)
    console.wait_for_problem("no longer holds what comes next")
    console.must_play_on()
    assert console.snapshot.counts.tweets == 3
    console.ask(ResolveLostHistory("whatever"))
    console.ask(ResolveLostHistory("oldest"))
    wait_for(lambda: not console.snapshot.workers.lost_history)
    wait_for(lambda: console.snapshot.counts.tweets == 5)
    wait_for(lambda: not console.snapshot.problems)


# -- no broker ------------------------------------------------------------------------------


def test_nobody_there_is_said_and_the_demo_plays_on(open_console: Any) -> None:
    console = open_console()
    console.ask(TestConnection(NOBODY, "twitter_json"))
    found = console.found()
    assert found["kafka"].level == "bad"
    assert str(found["kafka"].found) == f"Nothing listens at {NOBODY}: connection refused."
    assert found["kafka"].remedy
    assert not console.test.usable
    console.ask(TestConnection("no.such.host.invalid:9092", "twitter_json"))
    wait_for(lambda: "no.such.host" in console.test.bootstrap_servers)
    assert str(console.found()["kafka"].found).startswith("Unknown host no.such.host.invalid")
    console.must_play_on()
    assert console.snapshot.source.kind == "demo"


def test_live_without_a_broker_waits_for_it(open_console: Any) -> None:
    console = open_console()
    console.ask(ConnectLive(NOBODY, "twitter_json"))
    wait_for(lambda: console.snapshot.source.kind == "live")
    wait_for(lambda: console.snapshot.source.state == "refused")
    console.wait_for_problem("Nothing listens at")
    console.must_play_on()


@pytest.mark.parametrize(
    ("servers", "topic", "words"),
    [
        ("", "twitter_json", "at least one HOST:PORT"),
        (NOBODY, "two words", "The topic must be a topic's name"),
        (NOBODY, "", "The topic must be a topic's name"),
    ],
)
def test_bad_input_is_said_in_the_dialog(
    open_console: Any, servers: str, topic: str, words: str
) -> None:
    console = open_console()
    console.ask(TestConnection(servers, topic))
    assert words in str(console.found()["kafka"].found)
    console.ask(ConnectLive(servers, topic))
    wait_for(lambda: console.test.refused)
    assert words in str(console.test.refused)
    assert not console.test.connecting
    assert console.snapshot.source.kind == "demo"


def test_a_refused_property_keeps_the_demo(open_console: Any, tmp_path: Path) -> None:
    (tmp_path / "mwk.toml").write_text('[kafka]\n"no.such.thing" = 1\n', "utf-8")
    console = open_console()
    console.ask(TestConnection(NOBODY, "twitter_json"))
    assert "no.such.thing: no such property" in str(console.found()["kafka"].found)
    console.ask(ConnectLive(NOBODY, "twitter_json"))
    wait_for(lambda: console.test.refused)
    assert "no.such.thing: no such property" in str(console.test.refused)
    console.wait_for_problem("no.such.thing")
    console.must_play_on()


def test_a_show_that_cannot_begin_after_the_old_one_ended(open_console: Any) -> None:
    """The file of the show is in another program's hands only then: the old kind comes back."""
    console = open_console()
    muted = SetMute("drum", True)
    console.ask(muted)
    prepared = console.factory.live

    def live(*args: Any, **more: Any) -> Any:
        prepared(*args, **more)

        def begin(_stack: ExitStack) -> Any:
            raise BadInput("show.db: this show is open in another mwk")

        return begin

    console.factory.live = live
    shows = console.shows.count
    console.ask(ConnectLive(NOBODY, "twitter_json"))
    console.wait_for_problem("show.db: this show is open in another mwk")
    wait_for(lambda: console.shows.count > shows)
    assert str(console.test.refused) == "show.db: this show is open in another mwk"
    assert console.snapshot.source.kind == "demo"
    wait_for(lambda: console.snapshot.transport.frame > 0)
    console.must_play_on()


def test_a_second_press_begins_again_and_a_hung_test_blocks_nobody(open_console: Any) -> None:
    first, hold = threading.Event(), threading.Event()

    def look(properties: Any, topic: str) -> tuple[CheckFinding, ...]:
        if topic == "one":
            first.set()
            hold.wait(60)
        return (CheckFinding("kafka", "ok", "Broker", topic),)

    console = open_console(look=look)
    console.ask(TestConnection(NOBODY, "one"))
    assert first.wait(60)
    assert console.test.running
    console.ask(TestConnection(NOBODY, "two"))
    wait_for(lambda: console.test.topic == "two" and not console.test.running)
    hold.set()
    assert [str(finding.found) for finding in console.test.findings] == ["two"]
    # The late answer of the first changes nothing.
    wait_for(lambda: not [t for t in threading.enumerate() if t.name == "connection-test"])
    assert [str(finding.found) for finding in console.test.findings] == ["two"]


# -- other sounds ---------------------------------------------------------------------------


def test_other_sounds_in_a_demo_and_in_a_replay(
    open_console: Any, small_sounds: Path, tmp_path: Path
) -> None:
    console = open_console()
    console.ask(OpenSounds(tmp_path / "nowhere"))
    console.wait_for_problem("nowhere")
    assert console.snapshot.source.kind == "demo"
    console.ask(OpenSounds(small_sounds))
    wait_for(lambda: len(console.snapshot.strips[0].clips) == 1)
    assert console.snapshot.source.kind == "demo"
    assert not console.snapshot.problems
    console.must_play_on()
    # A recording after it plays with these sounds, and can go back to the program's own.
    console.ask(OpenRecording(write_lines(tmp_path / "a.jsonl", votes(["pad"] * 3))))
    wait_for(lambda: console.snapshot.source.kind == "replay")
    assert len(console.snapshot.strips[0].clips) == 1
    console.ask(OpenSounds(Path("assets/sounds").resolve()))
    wait_for(lambda: len(console.snapshot.strips[0].clips) == 6)
    assert console.snapshot.source.name == "a.jsonl"


@pytest.fixture
def small_sounds(tmp_path: Path) -> Path:
    """Two instruments with one clip each."""
    import numpy as np
    import soundfile

    for name in ("drum", "pad"):
        (tmp_path / "sounds" / name).mkdir(parents=True)
        wave = 0.05 * np.sin(np.arange(180_000) / 30)
        soundfile.write(tmp_path / "sounds" / name / f"{name}1.wav", wave, 48_000, "PCM_16")
    return tmp_path / "sounds"


# -- settings -------------------------------------------------------------------------------


def test_the_vote_cap_acts_at_once(open_console: Any) -> None:
    console = open_console()
    console.ask(ChangeSetting("show.max_votes_per_user", "3"))
    wait_for(lambda: console.snapshot.max_votes_per_user == 3)
    kept = wait_for(lambda: [row for row in console.snapshot.workers.settings.rows if row.kept])
    assert [row.name for row in kept] == ["show.max_votes_per_user"]
    assert (kept[0].value, kept[0].source, kept[0].needs_restart) == ("3", "file", False)

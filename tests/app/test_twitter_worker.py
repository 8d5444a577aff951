"""The stream inside the console: straight into a demo, through Kafka into a live show."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.twitter_worker import REPLAYING, TwitterWorker
from mwk_desktop.messages import NOTHING
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.followed_networks import FollowTwitter
from mwk_desktop.show.workers_state import TwitterState, WorkersState
from tests.app.twitter_to_kafka import api, everything_in, options_for
from tests.show.shows import Live
from tests.sources.twitter_server import FIRST_ID, TwitterServer, ever, hold, line, post
from tests.support import wait_for

__all__ = ["api"]


class Shows:
    """Real shows on real show threads, with a held clock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.lives: list[Live] = []
        self.threads: list[ShowThread] = []
        self.failures: list[BaseException] = []

    def begin(self, kind: str = "demo", **more: Any) -> RunningShow:
        live = Live(self._folder / f"show{len(self.lives)}.jsonl")
        thread = ShowThread(live.show, self.failures.append)
        thread.start()
        self.lives.append(live)
        self.threads.append(thread)
        return RunningShow(kind, thread, **more)

    def end(self, index: int = -1) -> dict[str, Any]:
        self.threads[index].stop()
        self.lives[index].writer.close()
        assert not self.failures
        return self.lives[index].summary


@pytest.fixture
def shows(tmp_path: Path) -> Iterator[Shows]:
    made = Shows(tmp_path)
    yield made
    for thread in made.threads:
        thread.stop()


@pytest.fixture
def desk_of(api: TwitterServer, tmp_path: Path) -> Iterator[Callable[..., TwitterWorker]]:
    workers: list[TwitterWorker] = []

    def make(**flags: Any) -> TwitterWorker:
        options = options_for({}, "twitter_json", tmp_path, flags=flags)
        workers.append(TwitterWorker(options, api.prepare))
        workers[-1].start()
        return workers[-1]

    yield make
    for worker in workers:
        worker.close()


def seen(worker: TwitterWorker) -> TwitterState:
    found = worker.complete_state(WorkersState(), None).twitter  # type: ignore[arg-type]
    assert found is not None
    return found


def test_posts_vote_in_the_running_show(api: TwitterServer, desk_of: Any, shows: Shows) -> None:
    wanted = [line(post(n, "drum #mwk", f"user{n % 2}")) for n in range(10)]
    api.scripts = [[*wanted, ever()]]
    worker = desk_of(**{"twitter.budget_usd": 5})
    worker.on_show_started(shows.begin())
    assert seen(worker) == TwitterState("off", NOTHING, 0, 0.0, 5.0)
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).posts == 10)
    now = seen(worker)
    assert (now.state, str(now.detail)) == ("connected", "Listening for #mwk")
    assert (round(now.spent_usd, 6), now.budget_usd) == (0.07, 5.0)
    wait_for(lambda: shows.threads[0].snapshot().counts.tweets == 10)
    worker.send(FollowTwitter(False))
    wait_for(lambda: seen(worker).state == "off")
    assert seen(worker).posts == 10  # what it cost is not forgotten
    summary = shows.end()
    assert (summary["tweets"], summary["duplicates"]) == (10, 0)
    leaders = {leader["name"]: leader for leader in summary["leaderboard"]}
    assert leaders["user0"]["tweets"] == 5
    assert leaders["user0"]["image"] == "https://pbs.example/user0_normal.jpg"


def test_a_stream_goes_on_from_one_show_to_the_next(
    api: TwitterServer, desk_of: Any, shows: Shows
) -> None:
    more = threading.Event()
    first = [line(post(n)) for n in range(3)]
    second = [line(post(n)) for n in range(3, 7)]
    api.scripts = [[*first, hold(more), *second, ever()]]
    worker = desk_of()
    worker.send(FollowTwitter(True))  # before there is a show
    wait_for(lambda: seen(worker).posts == 1)
    worker.on_show_started(shows.begin())
    wait_for(lambda: shows.threads[0].snapshot().counts.tweets == 3)
    worker.on_show_ending()
    assert shows.end()["tweets"] == 3
    more.set()
    wait_for(lambda: seen(worker).posts == 4)  # read, and waiting for a show
    worker.on_show_started(shows.begin())
    wait_for(lambda: shows.threads[1].snapshot().counts.tweets == 4)
    assert api.connections == 1


def test_no_stream_beside_a_recording(api: TwitterServer, desk_of: Any, shows: Shows) -> None:
    worker = desk_of()
    worker.on_show_started(shows.begin("replay"))
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "failed")
    assert seen(worker).detail == REPLAYING
    assert api.requests == []
    worker.send(FollowTwitter(False))
    wait_for(lambda: seen(worker).state == "off")


def test_a_recording_ends_the_stream(api: TwitterServer, desk_of: Any, shows: Shows) -> None:
    worker = desk_of()
    worker.on_show_started(shows.begin())
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "connected")
    worker.on_show_ending()
    worker.on_show_started(shows.begin("replay"))
    wait_for(lambda: seen(worker).detail == REPLAYING)


def test_a_refused_token_is_said_and_can_be_asked_again(
    api: TwitterServer, desk_of: Any, shows: Shows
) -> None:
    right, api.token = api.token, "another"
    worker = desk_of()
    worker.on_show_started(shows.begin())
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "failed")
    assert str(seen(worker).detail) == "X refuses the token (401): Unauthorized."
    assert worker.stream.has_ended(30)
    api.token = right
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "connected")


def test_no_token(api: TwitterServer, tmp_path: Path, shows: Shows) -> None:
    options = options_for({}, "twitter_json", tmp_path, token="")
    worker = TwitterWorker(options, api.prepare)
    worker.start()
    worker.on_show_started(shows.begin())
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "failed")
    assert "MWK_TWITTER__BEARER_TOKEN" in str(seen(worker).detail)
    worker.close()


def test_the_budget_holds_however_often_the_stream_begins(
    api: TwitterServer, desk_of: Any, shows: Shows
) -> None:
    api.scripts = [[line(post(1)), ever()], [line(post(2)), line(post(3)), ever()]]
    worker = desk_of(**{"twitter.budget_usd": 0.033})
    worker.on_show_started(shows.begin())
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).posts == 1)
    worker.send(FollowTwitter(False))
    wait_for(lambda: seen(worker).state == "off")
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "failed")
    assert seen(worker).posts == 2
    assert str(seen(worker).detail).startswith(
        "The budget is spent: 2 posts cost about $0.02 of $0.03."
    )
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "failed")
    assert api.connections == 2


def test_through_kafka_into_a_live_show(
    api: TwitterServer, desk_of: Any, shows: Shows, kafka: dict[str, Any], topic: str
) -> None:
    """The topic gets every post once, also where the show behind it changes."""
    more = threading.Event()
    api.scripts = [
        [*[line(post(n)) for n in range(20)], hold(more)],
        [*[line(post(n)) for n in range(10, 40)], ever()],
    ]
    worker = desk_of()
    worker.on_show_started(shows.begin("live", kafka=kafka, topic=topic))
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).posts == 20)
    wait_for(lambda: worker.stream.outlet._target.kafka.deliveries.delivered == 20)
    worker.on_show_ending()
    worker.on_show_started(shows.begin("live", kafka=kafka, topic=topic))
    more.set()
    wait_for(lambda: seen(worker).posts == 40)
    wait_for(
        lambda: worker.stream.outlet._target.kafka.deliveries.delivered == 20
    )  # the other half
    worker.close()
    records = everything_in(kafka, topic)
    numbers = sorted(json.loads(record.key())["Id"] - FIRST_ID for record in records)
    assert numbers == list(range(40))
    assert [shows.end(index)["tweets"] for index in (0, 1)] == [0, 0]  # Kafka brings them


def test_a_producer_property_that_kafka_refuses_ends_no_show_and_costs_nothing(
    api: TwitterServer, desk_of: Any, shows: Shows
) -> None:
    """Only a producer knows it, so a live show begins with it."""
    wrong = {"bootstrap.servers": "127.0.0.1:1", "queue.buffering.max.ms": "soon"}
    worker = desk_of()
    worker.on_show_started(shows.begin("live", kafka=wrong, topic="twitter_json"))
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "failed")
    assert "queue.buffering.max.ms" in str(seen(worker).detail)
    assert api.connections == 0


def test_another_show_whose_kafka_refuses_a_producer_property_goes_on(
    api: TwitterServer, desk_of: Any, shows: Shows
) -> None:
    api.scripts = [[ever()]]
    worker = desk_of()
    worker.on_show_started(shows.begin())
    worker.send(FollowTwitter(True))
    wait_for(lambda: seen(worker).state == "connected")
    worker.on_show_ending()
    wrong = {"bootstrap.servers": "127.0.0.1:1", "queue.buffering.max.ms": "soon"}
    worker.on_show_started(shows.begin("live", kafka=wrong, topic="twitter_json"))
    assert "queue.buffering.max.ms" in str(seen(worker).detail)

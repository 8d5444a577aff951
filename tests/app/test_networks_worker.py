"""Networks inside the console: several at once, straight into a demo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.networks_worker import REPLAYING, NetworksWorker
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.followed_networks import FollowNetwork, NetworkState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.sources.page.identity import kept_key
from mwk_desktop.sources.room_code import RoomCode
from tests.app.twitter_to_kafka import options_for
from tests.show.shows import Live
from tests.sources.network_servers import (
    WELCOME,
    MastodonServer,
    TwitchServer,
    chat,
    removed,
    sse,
    toot,
)
from tests.support import wait_for


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Live, ShowThread]]:
    made = Live(tmp_path / "show.jsonl")
    failures: list[BaseException] = []
    thread = ShowThread(made.show, failures.append)
    thread.start()
    yield made, thread
    thread.stop()
    assert not failures


@pytest.fixture
def worker_of(tmp_path: Path) -> Iterator[Callable[..., NetworksWorker]]:
    workers: list[NetworksWorker] = []

    def make(**flags: object) -> NetworksWorker:
        options = options_for({}, "twitter_json", tmp_path, flags=flags)
        workers.append(NetworksWorker(options))
        workers[-1].start()
        return workers[-1]

    yield make
    for worker in workers:
        worker.close()


def seen(worker: NetworksWorker) -> dict[str, NetworkState]:
    networks = worker.complete_state(WorkersState(), None).networks  # type: ignore[arg-type]
    return {one.network: one for one in networks}


def test_two_networks_vote_in_one_show(
    worker_of: Callable[..., NetworksWorker], live: tuple[Live, ShowThread]
) -> None:
    mastodon, twitch = MastodonServer(), TwitchServer()
    mastodon.scripts = [[sse("update", toot(n, f"<p>drum {n}</p>")) for n in range(5)]]
    twitch.scripts = [[*WELCOME, *(chat(n, "pad") for n in range(3))]]
    worker = worker_of(
        **{"mastodon.server": mastodon.address, "twitch.server": twitch.address}
        | {"twitch.channel": "hall"}
    )
    _, thread = live
    worker.on_show_started(RunningShow("demo", thread))
    assert {one.state for one in seen(worker).values()} == {"off"}
    for network in ("mastodon", "twitch"):
        worker.send(FollowNetwork(network, True))
    wait_for(lambda: (seen(worker)["mastodon"].posts, seen(worker)["twitch"].posts) == (5, 3))
    assert seen(worker)["mastodon"].state == "connected"
    assert seen(worker)["bluesky"] == NetworkState("bluesky")
    wait_for(lambda: thread.snapshot().counts.votes == 8)
    worker.send(FollowNetwork("mastodon", False))
    wait_for(lambda: seen(worker)["mastodon"].state == "off")
    assert seen(worker)["twitch"].is_followed, "the other goes on"
    mastodon.close()
    twitch.close()


def test_who_is_banned_from_the_chat_leaves_the_feed(
    worker_of: Callable[..., NetworksWorker], live: tuple[Live, ShowThread]
) -> None:
    twitch = TwitchServer()
    lines = [chat(1, "drum", "ana"), chat(2, "pad", "bert"), chat(3, "synth", "ana")]
    twitch.scripts = [[*WELCOME, *lines, removed("ana"), chat(4, "vocal", "ana")]]
    worker = worker_of(**{"twitch.server": twitch.address, "twitch.channel": "hall"})
    _, thread = live
    worker.on_show_started(RunningShow("demo", thread))
    worker.send(FollowNetwork("twitch", True))
    wait_for(lambda: thread.snapshot().counts.votes == 4)
    wait_for(lambda: [item.text for item in thread.snapshot().feed] == ["pad", "vocal"])
    twitch.close()


def test_a_missing_channel_is_said_and_a_replay_ends_all(
    worker_of: Callable[..., NetworksWorker], live: tuple[Live, ShowThread]
) -> None:
    mastodon = MastodonServer()
    worker = worker_of(**{"mastodon.server": mastodon.address})
    _, thread = live
    worker.on_show_started(RunningShow("demo", thread))
    worker.send(FollowNetwork("twitch", True))
    wait_for(lambda: seen(worker)["twitch"].state == "failed")
    assert "channel" in str(seen(worker)["twitch"].detail)
    worker.send(FollowNetwork("mastodon", True))
    wait_for(lambda: seen(worker)["mastodon"].is_followed)
    worker.on_show_ending()
    worker.on_show_started(RunningShow("replay", thread))
    wait_for(lambda: seen(worker)["mastodon"].detail == REPLAYING)
    mastodon.close()


def test_posts_need_the_room_s_code(
    worker_of: Callable[..., NetworksWorker], live: tuple[Live, ShowThread], tmp_path: Path
) -> None:
    from tests.sources.network_servers import T0_MS

    code = RoomCode(kept_key(tmp_path / "page.key"), lambda: T0_MS).code
    twitch = TwitchServer()
    twitch.scripts = [[*WELCOME, chat(1, "drum"), chat(2, f"pad #mwk {code}"), chat(3, "synth")]]
    worker = worker_of(
        **{"twitch.server": twitch.address, "twitch.channel": "hall", "page.room_code": True}
    )
    _, thread = live
    worker.on_show_started(RunningShow("demo", thread))
    worker.send(FollowNetwork("twitch", True))
    wait_for(lambda: (seen(worker)["twitch"].posts, seen(worker)["twitch"].left_out) == (1, 2))
    wait_for(lambda: thread.snapshot().counts.tweets == 1)
    twitch.close()


def test_what_is_typed_holds_until_the_program_ends_and_is_checked(
    worker_of: Callable[..., NetworksWorker], live: tuple[Live, ShowThread]
) -> None:
    twitch = TwitchServer()
    twitch.scripts = [[*WELCOME, chat(1, "drum")]]
    worker = worker_of(**{"twitch.server": twitch.address, "mastodon.server": "mastodon.example"})
    _, thread = live
    worker.on_show_started(RunningShow("demo", thread))
    worker.send(FollowNetwork("mastodon", True, (("server", "not a server"),)))
    wait_for(lambda: seen(worker)["mastodon"].state == "failed")
    assert str(seen(worker)["mastodon"].detail) == (
        "[mastodon] server: must be a server's name such as mastodon.social, or its address, "
        'is "not a server"'
    )
    worker.send(FollowNetwork("twitch", True, (("channel", " #hall "),)))
    wait_for(lambda: seen(worker)["twitch"].posts == 1)
    worker.send(FollowNetwork("twitch", False))
    wait_for(lambda: seen(worker)["twitch"].state == "off")
    worker.send(FollowNetwork("twitch", True))
    wait_for(lambda: seen(worker)["twitch"].is_followed)
    assert next(line for line in twitch.received if "JOIN" in line) == "JOIN #hall\r\n"
    twitch.close()

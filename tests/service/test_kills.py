"""Whatever is killed, stopped or restarted: the service counts what a console counts."""

from __future__ import annotations

import random
import secrets
import signal
import threading
from collections.abc import Callable
from typing import Any

import pytest
from confluent_kafka.admin import AdminClient, NewPartitions

from tests.service.conftest import results
from tests.service.counted import Sent, check, final, produce, wait_for_scenes
from tests.support import wait_for


def counted_so_far(servers: str) -> int:
    try:
        return sum(final(servers)[0].values())
    except KeyError:  # not created yet
        return 0


@pytest.mark.timeout(600)
def test_a_zombie_wakes_after_its_partitions_moved(
    broker: Any, clean_topic: str, streams: Callable[..., Any]
) -> None:
    """And the input gets more partitions meanwhile."""
    servers = broker.bootstrap_servers
    sent = Sent()
    options = ("--topic", clean_topic, "--group", f"mwk-streams-{secrets.token_hex(4)}")
    zombie = streams(servers, *options)
    produce(servers, clean_topic, 2_000, sent)
    wait_for_scenes(servers, 10, 120)
    zombie.send_signal(signal.SIGSTOP)
    produce(servers, clean_topic, 2_000, sent, first=2_000)
    streams(servers, *options)
    admin = AdminClient({"bootstrap.servers": servers})
    admin.create_partitions([NewPartitions(clean_topic, 8)])[clean_topic].result(30)
    check(servers, sent, 120)
    zombie.send_signal(signal.SIGCONT)
    produce(servers, clean_topic, 2_000, sent, first=4_000)
    check(servers, sent, 120)
    assert zombie.poll() is None


@pytest.mark.soak
@pytest.mark.timeout(1_200)
def test_a_million_tweets_under_kills(
    broker: Any, clean_topic: str, streams: Callable[..., Any]
) -> None:
    """Two instances, killed ten times at random; the broker goes twice."""
    servers = broker.bootstrap_servers
    sent = Sent()
    options = ("--topic", clean_topic, "--group", f"mwk-streams-{secrets.token_hex(4)}")
    instances = [streams(servers, *options) for _ in range(2)]
    chance = random.Random(8)
    pause = threading.Event()
    feeding = threading.Thread(target=produce, args=(servers, clean_topic, 1_000_000, sent))
    feeding.start()
    for kill in range(10):
        before = counted_so_far(servers)
        # Somewhere in the middle of work, wherever that is.
        wait_for(lambda before=before: counted_so_far(servers) != before or not feeding.is_alive())
        pause.wait(chance.uniform(0, 2))
        if kill in (3, 6):
            broker.kill()
            broker.start()
        place = chance.randrange(2)
        instances[place].kill()
        instances[place].wait()
        instances[place] = streams(servers, *options)
    feeding.join()
    wait_for_scenes(servers, 10, 400)
    check(servers, sent, 400)
    scenes = [at_ms for _, at_ms, _ in results(servers, "sounds")]
    assert len(scenes) == len(set(scenes)) == 10

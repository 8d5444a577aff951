"""Two programs on one real broker: `mwk live`, and `mwk live --follow` beside it."""

from __future__ import annotations

import random
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.sources.crowd_source import Crowd
from tests.app.live_process import Live, kept, log_of
from tests.controls.osc_bytes import osc
from tests.kafka.conftest import free_port
from tests.kafka.crowd_topic import send_all
from tests.support import wait_for


class Hand:
    """A presenter who presses at random, over OSC."""

    def __init__(self, port: int, seed: int) -> None:
        self._to = ("127.0.0.1", port)
        self._rng = random.Random(seed)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def press(self) -> None:
        rng, strip = self._rng, self._rng.randrange(1, 9)
        choices: list[tuple[Any, ...]] = [
            (f"/mwk/strip/{strip}/mode", rng.choice(["auto", "on", "off"])),
            (f"/mwk/strip/{strip}/clip/next",),
            (f"/mwk/strip/{strip}/fader", rng.random()),
            (f"/mwk/strip/{strip}/mute", float(rng.random() < 0.5)),
            (f"/mwk/strip/{strip}/solo", float(rng.random() < 0.3)),
            ("/mwk/show/hold", float(rng.random() < 0.3)),
            ("/mwk/show/arm", float(rng.random() < 0.5)),
            ("/mwk/show/go",),
            ("/mwk/show/undo",),
            ("/mwk/show/next_now",),
            ("/mwk/stage/join", float(rng.random() < 0.5)),
        ]
        self.socket.sendto(osc(*rng.choice(choices)), self._to)


def crowd(kafka: dict[str, Any], topic: str, stop: threading.Event) -> threading.Thread:
    """Tweets of now, until ``stop``."""
    from mwk_desktop.clock import wall_ms

    source = Crowd("calm", 20.0, 60, seed=7, start_ms=wall_ms(), partitions=4)

    def produce() -> None:
        while not stop.wait(0.1):
            send_all(kafka, topic, source.tweets_until(wall_ms()))

    thread = threading.Thread(target=produce)
    thread.start()
    return thread


def decisions(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    names = ("type", "frame", "command", "values", "start_ms", "votes", "scene", "lands")
    found = [line for line in lines if line["type"] in ("override", "armed", "close")]
    return [{name: line[name] for name in names if name in line} for line in found]


@pytest.mark.soak
def test_two_programs_play_one_show(
    kafka: dict[str, Any], topic: str, tmp_path: Path, running: list[Live]
) -> None:
    port, stop = free_port(), threading.Event()
    (tmp_path / "main").mkdir()
    (tmp_path / "main" / "mwk.toml").write_text(f"[osc]\non = true\nport = {port}\n")
    main = Live(kafka, topic, tmp_path / "main")
    running.append(main)
    main.wait_for(lambda health: health.get("spare", {}).get("epoch", 0) == 1)
    producing = crowd(kafka, topic, stop)
    hand = Hand(port, 3)
    pause = threading.Event()
    try:
        for _ in range(20):
            hand.press()
            pause.wait(0.2)
        follower = Live(kafka, topic, tmp_path / "follower", "--follow")
        running.append(follower)
        follower.wait_for(lambda health: health.get("role") == "follow")
        for _ in range(80):
            hand.press()
            pause.wait(0.2)
    finally:
        stop.set()
        producing.join()
        hand.socket.close()
    total = main.health()["tweets"]
    main.wait_for(lambda health: health["lag"] == 0 and health["tweets"] >= total)
    follower.wait_for(lambda health: health["tweets"] == main.health()["tweets"])
    wait_for(lambda: follower.health()["playing"] == main.health()["playing"], 30)
    assert main.health()["role"] == "main"
    assert follower.health()["role"] == "follow"
    assert abs(follower.health()["spare"]["music_ms"]) < 50
    scenes = {line["start_ms"]: line for line in main.lines if line["type"] == "window"}
    followed = [line for line in follower.lines if line["type"] == "window"]
    assert followed
    for line in followed:
        assert line == scenes[line["start_ms"]]
    main.end()
    follower.end()
    there, here = log_of(tmp_path / "main"), log_of(tmp_path / "follower")
    made = decisions(there)
    assert len([one for one in made if one["type"] == "override"]) > 15
    mine = decisions(here)
    assert mine == made[: len(mine)]
    assert len(mine) >= len(made) - 2  # what the main wrote when it ended
    assert kept(tmp_path / "follower").counts.tweets == kept(tmp_path / "main").counts.tweets

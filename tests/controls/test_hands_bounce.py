"""Hands from any input, recorded: the same show, and the same bounce."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.clock import wall_ms
from mwk_desktop.controls.midi.midi_controls import MidiControls, MidiOptions
from mwk_desktop.controls.osc.osc_server import OscOptions, OscServer
from mwk_desktop.show.action_kinds import UNLOCKED
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.snapshot import Snapshot
from tests.controls.osc_bytes import osc
from tests.controls.remote_stand import HttpPhone, RemoteBench
from tests.controls.stands import MemorySystem
from tests.show.shows import RATE_HZ, Live, Replayed, batch_of
from tests.support import T0_MS

LENGTH_MS = 20_000
NANO = "nanoKONTROL2"
HANDS: list[tuple[int, str, Any, str]] = [
    (2_000, "strip.1.mute", None, "b0 30 7f"),
    (3_100, "strip.6.mode.next", None, "b0 45 7f"),
    (5_200, "strip.8.fader", 1.0, "b0 07 7f"),
    (7_000, "show.hold", None, "b0 2e 7f"),
    (9_450, "strip.3.solo", None, "b0 22 7f"),
    (11_000, "strip.3.solo", None, "b0 22 7f"),
    (12_300, "show.hold", None, "b0 2e 7f"),
    (14_000, "strip.1.mute", None, "b0 30 7f"),
]
"""When (ms into the show), an action with its value, and the message of the nanoKONTROL2."""


class LiveClient:
    """A live show under a held clock, as controls see it."""

    def __init__(self, live: Live) -> None:
        self._live = live

    def snapshot(self) -> Snapshot:
        return self._live.show.next_snapshot()

    def send(self, command: Any) -> None:
        self._live.show.apply_command(command)


def by_sender(client: LiveClient, folder: Path, stack: ExitStack) -> Callable[..., None]:
    """As keyboard and mouse do."""
    sender = remote_sender(client, ConsoleLink())
    return lambda action, value, data: sender.try_action(action, value)


def by_midi(client: LiveClient, folder: Path, stack: ExitStack) -> Callable[..., None]:
    system = MemorySystem(NANO)
    controls = MidiControls(
        system,
        remote_sender(client, ConsoleLink()),
        lambda: (client.snapshot(), UNLOCKED),
        MidiOptions(folder / "own", takeover=False),
        wall_ms,
    )
    now_s = [1.0]
    controls.step(now_s[0])

    def move(action: str, value: Any, data: str) -> None:
        system.to_show[NANO].append(bytes.fromhex(data))
        now_s[0] += 1.0
        controls.step(now_s[0])

    return move


def by_osc(client: LiveClient, folder: Path, stack: ExitStack) -> Callable[..., None]:
    server = OscServer(
        OscOptions(port=0),
        remote_sender(client, ConsoleLink()),
        lambda: (client.snapshot(), UNLOCKED),
    )
    stack.callback(server.close)

    def send(action: str, value: Any, data: str) -> None:
        values = () if value is None else (value,)
        server.handle_packet(osc("/mwk/" + action.replace(".", "/"), *values), ("127.0.0.1", 1))
        server.step()

    return send


def by_phone(client: LiveClient, folder: Path, stack: ExitStack) -> Callable[..., None]:
    bench = RemoteBench(client)
    stack.callback(bench.server.close)
    phone = HttpPhone(bench)
    assert phone.pair(bench.server.offer_pairing(("mix",)).secret) == 200

    def act(action: str, value: Any, data: str) -> None:
        assert phone.act(action, value) == (200, {"done": True})

    return act


def recorded(path: Path, hand: Callable[..., Any], stack: ExitStack) -> Path:
    live = Live(path)
    move = hand(LiveClient(live), path.parent, stack)
    waiting = list(HANDS)
    for t_ms in range(0, LENGTH_MS, 50):
        if t_ms % 1_000 == 500:
            live.show.fold_batch(
                batch_of(T0_MS + t_ms, ("ana", "drum"), ("bert", "pad"), first=t_ms)
            )
        while waiting and waiting[0][0] <= t_ms:
            _, action, value, data = waiting.pop(0)
            move(action, value, data)
        live.show.tick()
        live.clock.advance(50)
        live.engine.advance(50 * RATE_HZ // 1000)
    live.show.tick()
    live.writer.close()
    return path


@pytest.mark.parametrize("hand", [by_midi, by_osc, by_phone])
def test_any_hand_gives_the_same_bounce(tmp_path: Path, hand: Callable[..., Any]) -> None:
    heard = []
    for number, each in enumerate((by_sender, hand)):
        folder = tmp_path / str(number)
        folder.mkdir()
        with ExitStack() as stack:
            path = recorded(folder / "show.jsonl", each, stack)
        bounced = Replayed(path).offline()
        assert bounced is not None
        heard.append((bounced, path))
    assert heard[0][0] == heard[1][0]
    hands = [
        [line for line in path.read_text("utf-8").splitlines() if '\\"override\\"' in line]
        for _, path in heard
    ]
    assert len(hands[0]) == len(HANDS)
    assert hands[0] == hands[1]

"""The workers of MIDI, OSC and phones beside a running show."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.app.wiring.show_resources import open_resources
from mwk_desktop.app.wiring.start_demo import prepare_demo
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.app.workers.midi_worker import MidiWorker
from mwk_desktop.app.workers.osc_worker import OscWorker
from mwk_desktop.app.workers.remote_worker import RemoteWorker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.show.control_requests import (
    LearnControl,
    OfferPairing,
    RevokeRemote,
    ServeOsc,
    StopLearning,
    StopPairing,
    UndoLearning,
)
from mwk_desktop.show.controllers_state import ControllersState, OscState, RemoteState
from tests.controls.osc_bytes import osc
from tests.controls.stands import MemorySystem
from tests.support import wait_for

NANO = "nanoKONTROL2"


class Controlled:
    """A demo show with every other hand."""

    def __init__(self, tmp_path: Path, stack: ExitStack) -> None:
        command = ["--device", "null", "--headless", "--window-ms", "3750"]
        options = options_of(parser().parse_args(command))
        resources = open_resources(options)
        self.system = MemorySystem(NANO)
        self.host = host = ShowHost(lambda path: prepare_replay(options, resources, path))
        stack.callback(host.close)
        link = host.console_link
        host.start(
            prepare_demo(options, resources, "calm", 1e-6, 1),
            [
                resources.outputs,
                MidiWorker(options, host, link, self.system),
                OscWorker(options, host, link),
                RemoteWorker(options, host, link),
            ],
        )

    @property
    def midi(self) -> ControllersState:
        state = self.host.snapshot().workers.controllers
        assert state is not None
        return state

    @property
    def osc(self) -> OscState:
        state = self.host.snapshot().workers.osc
        assert state is not None
        return state

    @property
    def remote(self) -> RemoteState:
        state = self.host.snapshot().workers.remote
        assert state is not None
        return state


@pytest.fixture
def controlled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Controlled]:
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mwk.toml").write_text("[osc]\nport = 0\n[remote]\nport = 0\nhost = '127.0.0.1'\n")
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    with ExitStack() as stack:
        yield Controlled(tmp_path, stack)


def test_a_controller_plays_learns_and_goes(controlled: Controlled, tmp_path: Path) -> None:
    host = controlled.host
    wait_for(lambda: [row.state for row in controlled.midi.rows] == ["ok"])
    controlled.system.to_show[NANO].append(bytes.fromhex("b0307f"))
    wait_for(lambda: host.snapshot().strips[0].mute)
    wait_for(lambda: bytes.fromhex("b0307f") in controlled.system.to_device[NANO])
    host.send(LearnControl("show.hold"))
    wait_for(lambda: controlled.midi.learn and controlled.midi.learn.action == "show.hold")
    controlled.system.to_show[NANO].append(bytes.fromhex("b0007f"))
    wait_for(lambda: (tmp_path / "controllers" / "nanokontrol2.toml").exists())
    host.send(UndoLearning())
    wait_for(lambda: not (tmp_path / "controllers" / "nanokontrol2.toml").exists())
    host.send(StopLearning())
    wait_for(lambda: controlled.midi.learn is None)
    controlled.system.unplug(NANO)
    wait_for(lambda: "is gone" in " ".join(map(str, host.snapshot().problems)))
    controlled.system.plug(NANO)
    wait_for(lambda: [row.state for row in controlled.midi.rows] == ["back"])
    wait_for(lambda: "is gone" not in " ".join(map(str, host.snapshot().problems)))


def test_osc_is_off_until_it_is_asked_for(controlled: Controlled) -> None:
    assert controlled.osc.address == ""
    controlled.host.send(ServeOsc(True))
    wait_for(lambda: controlled.osc.address)
    host, _, port = controlled.osc.address.rpartition(":")
    assert host == "127.0.0.1"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(osc("/mwk/strip/2/mute", 1), (host, int(port)))
        wait_for(lambda: controlled.host.snapshot().strips[1].mute)
    controlled.host.send(ServeOsc(False))
    wait_for(lambda: controlled.osc.address == "")


def test_a_phone_is_paired_acts_and_is_sent_away(controlled: Controlled) -> None:
    host = controlled.host
    assert controlled.remote.address == "", "nothing listens before a pairing is asked for"
    host.send(OfferPairing(("mix",)))
    wait_for(lambda: controlled.remote.pairing_url)
    offered = controlled.remote
    assert len(offered.qr) == len(offered.qr[0])
    parts = urlsplit(offered.pairing_url)
    assert parts.path == "/r"
    secret = parts.fragment.removeprefix("pair=")
    origin = f"http://{parts.netloc}"
    headers = {"Origin": origin, "Content-Type": "application/json"}
    body = json.dumps({"secret": secret}).encode()
    with urlopen(Request(f"{origin}/r/pair", body, headers), timeout=60) as answer:
        assert answer.status == 200
    wait_for(lambda: len(controlled.remote.rows) == 1)
    assert controlled.remote.pairing_url == "", "used up"
    host.send(OfferPairing(("moderate",)))
    wait_for(lambda: controlled.remote.pairing_url)
    host.send(StopPairing())
    wait_for(lambda: controlled.remote.pairing_url == "")
    host.send(RevokeRemote(controlled.remote.rows[0].id))
    wait_for(lambda: not controlled.remote.rows)

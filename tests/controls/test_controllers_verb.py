"""`mwk controllers` as its user runs it, on real JACK MIDI ports."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app import stderr_lines
from mwk_desktop.cli.main import run
from mwk_desktop.controls.midi import midi_ports
from tests.controls.stands import JackDevice
from tests.support import wait_for


@pytest.fixture
def nano(jack_of: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Iterator[JackDevice]:
    monkeypatch.setenv("MWK_MIDI__SYSTEM", "jack")
    device = JackDevice(jack_of(256, synchronous=True).name, "nanoKONTROL2")
    yield device
    device.unplug()


def test_ports_are_listed_with_their_maps(
    nano: JackDevice, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["controllers"]) == 0
    assert "nanoKONTROL2:out  Korg nanoKONTROL2 (" in capfd.readouterr().out
    assert run(["controllers", "--json"]) == 0
    row = json.loads(capfd.readouterr().out)
    assert (row["device"], row["map"]) == ("nanoKONTROL2", "Korg nanoKONTROL2")


def test_what_arrives_is_printed_with_its_action(nano: JackDevice) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "mwk_desktop", "controllers", "--watch", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stdout is not None
    assert "listening to nanoKONTROL2:out" in process.stderr.readline()
    lines, out = list[str](), process.stdout
    reader = threading.Thread(target=lambda: lines.append(out.readline()))
    reader.start()

    def is_heard() -> list[str]:
        """On a very busy machine JACK may connect later than the message is sent."""
        nano.send("b0 30 7f")
        return lines

    wait_for(is_heard, pause_s=0.1)
    reader.join()
    heard = json.loads(lines[0])
    assert heard["control"] == "CC 48"
    assert heard["actions"] == ["strip.1.mute"]
    process.terminate()
    process.communicate(timeout=60)


def test_lights_are_tested(nano: JackDevice, capfd: pytest.CaptureFixture[str]) -> None:
    got: list[str] = []

    def were_lit() -> bool:
        """On a very busy machine JACK may connect later than the lights are sent."""
        assert run(["controllers", "--lights", "nano"]) == 0
        got.extend(nano.got())
        return {"b0307f", "b03000"} <= set(got)

    wait_for(were_lit, otherwise=lambda: got)
    assert "lights were on" in capfd.readouterr().out
    assert run(["controllers", "--lights", "nothing"]) == 2
    assert "--lights nothing: no such device; there are: nano" in capfd.readouterr().err


def test_a_map_is_checked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    good = Path("assets/controllers/nanokontrol2.toml").resolve()
    assert run(["controllers", "--check", str(good)]) == 0
    assert capfd.readouterr().out == "Korg nanoKONTROL2: good, 51 controls\n"
    bad = tmp_path / "bad.toml"
    bad.write_text('name = "x"\nports = ["x"]\n[[control]]\naction = "show.hodl"\n', "utf-8")
    assert run(["controllers", "--check", str(bad)]) == 2
    assert f"{bad}:3: show.hodl: There is no action" in capfd.readouterr().err
    assert run(["controllers", "--check", str(tmp_path / "none.toml")]) == 2
    assert "none.toml: no such file; name a map file (.toml)" in capfd.readouterr().err
    assert run(["controllers", "--check", str(tmp_path)]) == 2
    assert f"{tmp_path}: is a folder; name a map file (.toml)" in capfd.readouterr().err


def test_what_people_read_is_in_their_language(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stderr_lines, "_language", None)  # put back afterwards
    monkeypatch.setenv("MWK_UI__LANGUAGE", "fr")
    assert run(["controllers", "--check", "assets/controllers/nanokontrol2.toml"]) == 0
    assert capfd.readouterr().out.endswith(": bon, 51 commandes\n")


def test_lights_where_there_is_no_device(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MWK_MIDI__SYSTEM", "jack")
    monkeypatch.setattr(midi_ports, "is_jack_running", lambda: False)
    monkeypatch.setattr(midi_ports, "_ON_LINUX", True)
    assert run(["controllers", "--lights", "nano"]) == 2
    assert capfd.readouterr().err == (
        "mwk: --lights nano: No MIDI here: no ALSA sequencer (/dev/snd/seq), no JACK server.\n"
    )

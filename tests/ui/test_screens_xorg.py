"""Screens that really appear and vanish: Xorg with its dummy driver, driven by xrandr."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mwk_desktop.ui.screen_choice import ScreenId, choose
from tests.support import needed

HERE = Path(__file__).parent
_PR_SET_PDEATHSIG = 1

_CONFIG = """
Section "Device"
    Identifier "dummy"
    Driver "dummy"
    VideoRam 256000
EndSection
Section "Monitor"
    Identifier "any"
    HorizSync 1-2000
    VertRefresh 1-2000
EndSection
Section "Screen"
    Identifier "screen"
    Device "dummy"
    Monitor "any"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual 6000 2000
        Modes "1280x800"
    EndSubSection
EndSection
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
    Option "DontVTSwitch" "true"
EndSection
"""


@pytest.fixture
def xorg(tmp_path: Path) -> Iterator[str]:
    """A display with sixteen connectors, the first of them in use."""
    needed("Xorg", "xserver-xorg-core xserver-xorg-video-dummy")
    needed("xrandr", "x11-xserver-utils")
    config, log = tmp_path / "xorg.conf", tmp_path / "xorg.log"
    config.write_text(_CONFIG)
    read, write = os.pipe()
    command = ["Xorg", "-displayfd", str(write), "-config", str(config), "-logfile", str(log)]
    command += ["-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command,
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM),
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    if not number:
        server.wait(timeout=60)
        told = log.read_text(errors="replace")[-2000:] if log.exists() else ""
        pytest.fail(f"Xorg did not start: {told}")
    env = {**os.environ, "DISPLAY": f":{number}"}
    words = ["--output DUMMY0 --mode 1280x800"]
    for name in ("DUMMY1", "DUMMY2"):
        words += [f"--addmode {name} {mode}" for mode in ("1280x720", "1024x768", "1920x1080")]
    try:
        for line in words:
            subprocess.run(["xrandr", *line.split()], env=env, check=True, timeout=60)
        yield env["DISPLAY"]
    finally:
        server.terminate()
        server.wait(timeout=60)


@pytest.mark.parametrize(
    "scenario", ["unplugged", "another", "chosen", "goes_on", "numbered", "waiting"]
)
def test_the_stage_follows_its_screen(xorg: str, scenario: str) -> None:
    env = {**os.environ, "DISPLAY": xorg, "QT_QUICK_BACKEND": "software"}
    env |= {"PYTHONPATH": str(HERE.parents[1])}
    env.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-W", "error", str(HERE / "screens_driver.py"), scenario],
        env=env,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("ok\n", 0), done.stderr
    assert done.stderr == ""


def _screen(name: str, serial: str = "", maker: str = "Epson", model: str = "EB-L") -> Any:
    return SimpleNamespace(
        name=lambda: name,
        serialNumber=lambda: serial,
        manufacturer=lambda: maker,
        model=lambda: model,
    )


def test_a_projector_is_known_by_its_serial_number_on_any_connector() -> None:
    before = ScreenId.of(_screen("HDMI-1", "X123"))
    back = _screen("DP-2", "X123")
    stranger = _screen("HDMI-1", "Y999")
    assert before.is_same(ScreenId.of(back))
    assert not before.is_same(ScreenId.of(stranger))
    assert choose([stranger, back], "", before) is back
    # Chosen by connector, and it comes back on another one: it is the same projector.
    assert choose([back], "HDMI-1", before) is back
    assert choose([stranger], "EB-L", None) is stranger
    assert choose([stranger], "epson eb-l", None) is stranger
    assert choose([stranger], "Y999", None) is stranger


def test_without_serial_numbers_the_connector_decides() -> None:
    before = ScreenId.of(_screen("HDMI-1", maker="", model=""))
    again, other = _screen("HDMI-1", maker="", model=""), _screen("DP-1", maker="", model="")
    assert choose([other, again], "", before) is again
    assert choose([other], "", before) is other
    assert choose([other], "HDMI-1", before) is None
    assert choose([], "", None) is None
    assert choose([other], "", None) is other

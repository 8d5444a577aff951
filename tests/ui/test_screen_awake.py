"""The desktop's screen saver is asked over D-Bus, on a bus of the test's own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import needed, wait_for

REPO = Path(__file__).resolve().parents[2]
SCREEN_SAVER = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result=int)
    def Inhibit(self, who, why):
        print("asked", who, "|", why, flush=True)
        return 7

app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
saver = Saver()
assert bus.registerObject("/org/freedesktop/ScreenSaver", saver,
                          QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
sys.exit(app.exec())
"""
PROGRAM = """
from PySide6.QtCore import QCoreApplication
from mwk_desktop import platform
from mwk_desktop.platform.keep_awake import KeepAwake
from mwk_desktop.ui.screen_awake import ScreenAwake
app = QCoreApplication([])
type(platform.current).keep_awake = lambda self: KeepAwake()  # only the screen saver is meant
awake = ScreenAwake()
awake.hold()
print(awake.is_held)
awake.release()
print(awake.is_held)
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a session bus."""
    needed("dbus-daemon", "dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        yield {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(REPO)}
        daemon.terminate()


def run_program(environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment, capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout.split()


def test_a_screen_saver_that_agrees_is_told_who_and_why(bus: dict[str, str]) -> None:
    command = [sys.executable, "-c", SCREEN_SAVER]
    with subprocess.Popen(command, env=bus, stdout=subprocess.PIPE, text=True) as saver:
        assert saver.stdout is not None
        assert saver.stdout.readline().strip() == "ready"
        assert run_program(bus) == ["True", "False"]
        assert saver.stdout.readline().strip() == "asked Music with Kafka | A show is running"
        saver.terminate()
    wait_for(lambda: saver.poll() is not None)


def test_without_a_screen_saver_or_a_bus_it_is_not_held(bus: dict[str, str]) -> None:
    assert run_program(bus) == ["False", "False"]
    nowhere = {**bus, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/at/all"}
    assert run_program(nowhere) == ["False", "False"]

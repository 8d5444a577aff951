"""Real-time priority from a real RealtimeKit, for an engine that may not take it by itself.

Needs rtkit and a system bus; without them the test fails in CI and is skipped elsewhere.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import needed, not_tested

ROOT = Path(__file__).parents[2]

ENGINE = """
import contextlib, sys
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import NULL_OUTPUT, EngineSpec
from mwk_desktop.engine.shared_memory import SharedClips
from tests.support import wait_for

def main():
    clips = SharedClips(1, 18_000)
    engine = EngineClient(clips, EngineSpec(18_000, output=NULL_OUTPUT), wait_s=30)
    with contextlib.suppress(AssertionError):  # none is granted: the caller is told so
        wait_for(lambda: engine.status().priority_level > 0, float(sys.argv[1]))
    print(engine.status().priority)
    engine.close()

if __name__ == "__main__":
    main()
"""

BUS = Path("/run/dbus/system_bus_socket")


def _bus_answers() -> bool:
    """Whether there is a bus (a socket alone may have been left by one that is gone)."""
    asked = ["busctl", "--system", "call", "org.freedesktop.DBus", "/", "org.freedesktop.DBus"]
    return subprocess.run([*asked, "GetId"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def _system_bus() -> Iterator[None]:
    """The machine's own bus; a bare machine gets one for as long as the test runs."""
    needed("busctl", "systemd")
    needed("setpriv", "util-linux")
    needed("dbus-daemon", "dbus")
    if _bus_answers():
        yield
        return
    if os.geteuid() != 0:
        not_tested("there is no system bus to ask RealtimeKit on, and only root can start one")
    BUS.parent.mkdir(parents=True, exist_ok=True)
    Path("/run/dbus/pid").unlink(missing_ok=True)
    command = ["dbus-daemon", "--system", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as bus:
        assert bus.stdout is not None
        assert bus.stdout.readline()
        yield
        bus.terminate()
        bus.wait(60)
    BUS.unlink(missing_ok=True)


def _priority(tmp_path: Path, wait_s: float, **environment: str) -> str:
    """What an engine gets whose process may not raise its own priority."""
    script = tmp_path / "engine.py"
    script.write_text(ENGINE)
    command = [sys.executable, str(script), str(wait_s)]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-sys_nice", "--inh-caps=-sys_nice", *command]
    done = subprocess.run(
        ["prlimit", "--rtprio=0:0", "--nice=0:0", *command],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.mark.timeout(200)
@pytest.mark.usefixtures("_system_bus")
def test_it_is_granted(tmp_path: Path) -> None:
    assert _priority(tmp_path, 60.0) == "realtime (priority 20)"


@pytest.mark.timeout(200)
@pytest.mark.usefixtures("_system_bus")
def test_without_a_bus_the_engine_plays_all_the_same(tmp_path: Path) -> None:
    nowhere = f"unix:path={tmp_path / 'no-bus'}"
    assert _priority(tmp_path, 1.0, DBUS_SYSTEM_BUS_ADDRESS=nowhere) == "normal"

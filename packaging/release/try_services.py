"""Try the services of the system that this runs on, for real: locks, folders, sleep, processes.

    python packaging/release/try_services.py

Standard library and `platformdirs` only, so that it also runs in Windows' Python under Wine
(``packaging/release/wine.py``). The exit code is 1 if a service does not do what it says.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mwk_desktop import platform


def single_instance() -> str:
    """One process's lock keeps another out, until it is given back."""
    with tempfile.TemporaryDirectory() as folder:
        return try_lock(Path(folder) / "lock")


def try_lock(path: Path) -> str:
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}; from pathlib import Path\n"
        "from mwk_desktop import platform\n"
        f"print(platform.current.lock_file(Path({str(path)!r})) is not None)"
    )

    def other_gets_it() -> bool:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout.strip() == "True"

    held = platform.current.lock_file(path)
    assert held is not None
    assert not other_gets_it(), "two processes hold one lock"
    os.close(held)
    assert other_gets_it(), "a lock that was given back is still held"
    return "one process at a time"


def sleep() -> str:
    awake = platform.current.keep_awake()
    said = "held off" if awake.is_held else "not held off (nothing here does)"
    awake.release()
    assert not awake.is_held
    return said


def processes() -> str:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert platform.current.process_lives(os.getpid())
    return "told" if not platform.current.process_lives(ended.pid) else "not told"


def priority() -> str:
    said: list[str] = []

    def claim() -> None:
        platform.current.claim_control_priority()
        granted = platform.current.claim_callback_priority()
        said.append(str(platform.current.describe_priority(granted)))

    thread = threading.Thread(target=claim)
    thread.start()
    thread.join()
    return said[0]


def memory() -> str:
    size = platform.current.resident_bytes()
    if size == platform.NOT_TOLD:
        return "not told"
    assert 4e6 < size < 4e9, f"{size} bytes"
    return f"{size / 1e6:.0f} MB"


def folders() -> str:
    places = (platform.current.config_folder(), platform.current.data_folder())
    assert all(place.is_absolute() and place.name == "mwk" for place in places)
    return ", ".join(map(str, places))


def screens() -> str:
    return str(platform.current.display_problem(os.environ) or "windows can be tried")


def clock() -> str:
    assert platform.current.steady_ns() <= platform.current.steady_ns()
    return "steady"


SERVICES = (single_instance, sleep, processes, priority, memory, folders, screens, clock)


def results() -> Iterator[tuple[str, str, bool]]:
    """Name, what was found, whether it is right."""
    for service in SERVICES:
        name = service.__name__.replace("_", " ")
        try:
            yield name, service(), True
        except Exception as error:
            yield name, f"{type(error).__name__}: {error}", False


def main() -> int:
    print(f"{type(platform.current).__name__} on {sys.platform}, Python {sys.version.split()[0]}")
    right = True
    for name, found, well in results():
        print(f"  {name}: {found}" if well else f"  {name}: WRONG: {found}", flush=True)
        right = right and well
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())

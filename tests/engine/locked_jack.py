"""Locks pages of JACK's database as a killed client does, in a ``/dev/shm`` of its own: ``unshare
--mount python locked_jack.py PAGE...``, as root. Prints what the program finds, then what it finds
once a user has done what it says, as lines of JSON."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from mwk_desktop.engine.output_devices import OutputScan, list_outputs
from tests.support import wait_for

SERVER = "mwk-locked"

WRITE = 2
PAGE_LOCK = 3
"""Berkeley DB's numbers of what is locked, and how."""


def start_server() -> subprocess.Popen[bytes]:
    command = ["jackd", "-r", "-n", SERVER, "-d", "dummy", "-r", "48000", "-p", "1024"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(lambda: any("JACK" in device.hostapi for device in list_outputs(20.0).devices))
    return server


def lock_for_ever(folder: Path, pages: Iterable[int]) -> None:
    """Lock pages of the database for writing, as a client does for some microseconds, and be
    killed then. By the library's own functions: their table's layout is in a header only."""
    library = ctypes.CDLL("libdb-5.3.so")
    environment, locker = ctypes.c_void_p(), ctypes.c_uint32()
    library.db_env_create(ctypes.byref(environment), 0)
    assert library["__env_open_pp"](environment, str(folder).encode(), 0, 0) == 0
    assert library["__lock_id_pp"](environment, ctypes.byref(locker)) == 0
    file_id = (folder / "metadata.db").read_bytes()[52:72]
    for page in pages:
        what = ctypes.create_string_buffer(struct.pack("<I20sI", page, file_id, PAGE_LOCK), 28)
        entry = struct.pack("<QIIIIQI4x", ctypes.addressof(what), len(what), 0, 0, 0, 0, 0)
        lock = ctypes.create_string_buffer(64)
        assert library["__lock_get_pp"](environment, locker, 0, entry, WRITE, lock) == 0
    os.kill(os.getpid(), signal.SIGKILL)


def tell(scan: OutputScan, folder: Path) -> None:
    names = [device.hostapi for device in scan.devices]
    told = {"hangs": scan.hangs, "problem": str(scan.problem), "systems": names}
    print(json.dumps(told | {"kept": folder.exists()}), flush=True)


def main() -> None:
    folder = Path(f"/dev/shm/jack_db-{os.getuid()}")
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/dev/shm"], check=True)
    os.environ |= {"JACK_DEFAULT_SERVER": SERVER, "JACK_NO_AUDIO_RESERVATION": "1"}
    server = start_server()
    writer = os.fork()
    if not writer:
        lock_for_ever(folder, map(int, sys.argv[1:]))
    os.waitpid(writer, 0)
    tell(list_outputs(), folder)
    server.kill()
    server.wait()
    shutil.rmtree(folder)
    server = start_server()
    tell(list_outputs(20.0), folder)
    server.kill()


if __name__ == "__main__":
    main()

"""Install the Debian packages listed in debian.txt, or say which are missing and how to get them.

Runs before the project's own environment exists: plain Python 3.11, no imports of ours.

    python3 packaging/system/install.py run        # what the product needs
    python3 packaging/system/install.py test       # what its tests need as well
    python3 packaging/system/install.py package    # and what tries its packages in a bare Debian

As root on Debian it installs; elsewhere it names what is missing and the command that installs it,
and continues: without a sound library `mwk` keeps time silently, without a display it runs
headless. If another apt is running (a new machine updates itself), it says so and waits.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import time
from pathlib import Path

PURPOSES = ("run", "test", "package")
LOCKS = ("var/lib/dpkg/lock-frontend", "var/lib/dpkg/lock", "var/lib/apt/lists/lock")
WAIT_S = 300
# struct flock of Linux: type, whence, start, length, process.
_FLOCK = "hhqqi4x"


def lock_holder(root: Path) -> str:
    """Which process holds a lock of apt or dpkg, as ``name (process 12)``; empty for none.

    Only root, who may write the lock, can query it.
    """
    for name in LOCKS:
        try:
            with (root / name).open("rb+") as file:
                question = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
                answer = struct.unpack(_FLOCK, fcntl.fcntl(file, fcntl.F_GETLK, question))
        except OSError:  # no such lock yet
            continue
        if answer[0] != fcntl.F_UNLCK:
            comm = Path(f"/proc/{answer[4]}/comm")
            program = comm.read_text("utf-8").strip() if comm.exists() else "a process"
            return f"{program} (process {answer[4]})"
    return ""


def wait_for_other_apt(root: Path = Path("/"), wait_s: float = WAIT_S) -> bool:
    """Wait until no other process holds apt's locks and print which one does. False if it took too
    long."""
    deadline, said = time.monotonic() + wait_s, ""
    while holder := lock_holder(root):
        if holder != said:
            print(
                f"waiting for {holder}, which holds apt's lock (at most {wait_s:g} s)", flush=True
            )
            said = holder
        if time.monotonic() > deadline:
            print(f"apt is still locked by {holder}; try again when it has ended", file=sys.stderr)
            return False
        time.sleep(0.2)
    return True


def wanted(purpose: str) -> list[str]:
    """Packages of ``purpose``, one of :data:`PURPOSES`; each includes those before it."""
    purposes = PURPOSES[: PURPOSES.index(purpose) + 1]
    packages: list[str] = []
    for line in (Path(__file__).parent / "debian.txt").read_text("utf-8").splitlines():
        kind, colon, names = line.partition(":")
        if colon and not line.startswith("#") and kind in purposes:
            packages += names.split()
    return packages


def missing(packages: list[str]) -> list[str]:
    """Those of ``packages`` that dpkg does not report as installed."""
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    installed = {
        line.split()[0] for line in asked.stdout.splitlines() if line.endswith(" installed")
    }
    return [name for name in packages if name not in installed]


def main() -> int:
    purpose = sys.argv[1] if len(sys.argv) > 1 else "run"
    if purpose not in PURPOSES:
        print(f"install.py: {purpose!r} is none of: {', '.join(PURPOSES)}", file=sys.stderr)
        return 2
    if shutil.which("dpkg-query") is None:
        names = " ".join(wanted(purpose))
        print(f"this is not Debian: install what corresponds to these packages yourself: {names}")
        return 0
    lacking = missing(wanted(purpose))
    if not lacking:
        return 0
    # The lock may be taken between our check and apt's own: apt waits too.
    wait = ["-o", f"DPkg::Lock::Timeout={WAIT_S}"]
    command = ["apt-get", *wait, "install", "-y", "--no-install-recommends", *lacking]
    if os.geteuid() != 0:
        print(f"missing system packages; install them with: sudo {' '.join(command)}")
        return 0
    print(f"installing system packages: {' '.join(lacking)}", flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    if not wait_for_other_apt():
        return 0 if purpose == "run" else 1
    subprocess.run(["apt-get", *wait, "update"], check=False, **quiet)  # type: ignore[call-overload]
    done = subprocess.run(command, check=False, **quiet)  # type: ignore[call-overload]
    if done.returncode != 0:
        print(f"apt-get could not install all of: {' '.join(lacking)}", file=sys.stderr)
        return 0 if purpose == "run" else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A minimal Debian 12 in a folder: debootstrap once, then a fresh copy for each use (root only).

It uses this machine's package sources and their keys. Commands that play run in it without a
network and with processes of their own (:meth:`BareRoot.play`), so that they can neither disturb
this machine's sound servers and displays nor leave a process behind unnoticed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from types import TracebackType

from build_tools import Failed

SUITE = "bookworm"
APT = Path("/etc/apt")
TAKEN_OVER = ("sources.list", "sources.list.d", "apt.conf.d", "trusted.gpg.d", "keyrings")
TOOLS = "jackd2 xvfb xauth procps gzip python3-minimal"
"""What plays and looks, not what is tried: a sound server, a display, a list of processes."""

ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}

IGNORED = (
    *("proc", "sys", "dev", "tmp/.X11-unix"),
    *("var/cache", "var/log", "var/lib/apt", "var/lib/dpkg"),
    "home/presenter/.cache/fontconfig",  # shared by all programs with windows
)
"""What is not on the disk, and what apt, dpkg and fontconfig keep whatever is removed."""


def mirror() -> str:
    """The first package source of this machine's apt."""
    files = [APT / "sources.list", *sorted((APT / "sources.list.d").glob("*"))]
    for file in files:
        if file.is_file():
            found = re.search(
                r"^(?:URIs:|deb(?:\s+\[[^]]*\])?)\s+(\S+)", file.read_text("utf-8"), re.MULTILINE
            )
            if found:
                return found.group(1)
    raise Failed("apt has no package source: /etc/apt/sources.list")


def why_not() -> str:
    """Why no bare Debian can be made here; "" if it can."""
    if os.geteuid() != 0:
        return "that needs root"
    if shutil.which("debootstrap") is None:
        return "that needs debootstrap (apt-get install debootstrap)"
    return ""


class BareRoot:
    """A context manager; removes all that it mounted and copied at the end.

    Parameters
    ----------
    path
        The folder; ``<path>.base`` keeps an unchanged copy for the next time.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = path.with_name(f"{path.name}.base")
        self._mounted: list[Path] = []

    def __enter__(self) -> BareRoot:
        if not (self._base / ".complete").exists():
            self._make_base()
        shutil.rmtree(self.path, ignore_errors=True)
        subprocess.run(["cp", "-a", str(self._base), str(self.path)], check=True)
        (self.path / ".complete").unlink()
        try:
            self._mount()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _make_base(self) -> None:
        shutil.rmtree(self._base, ignore_errors=True)
        variant = ["--variant=minbase", "--include=ca-certificates"]
        command = ["debootstrap", *variant, SUITE, str(self._base), mirror()]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(f"debootstrap: {done.stdout[-800:]}{done.stderr[-800:]}")
        for name in TAKEN_OVER:
            source, target = APT / name, self._base / "etc" / "apt" / name
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
            elif source.is_file():
                shutil.copy(source, target)
            elif target.is_file():
                target.write_text("", "utf-8")
        for name in ("etc/resolv.conf", "etc/hosts", "etc/ssl/certs/ca-certificates.crt"):
            if (Path("/") / name).exists():
                shutil.copy(Path("/") / name, self._base / name)
        base = BareRoot(self._base)
        base._mount()
        try:
            base.run("apt-get update -qq")
            base.run(f"apt-get install -y -qq --no-install-recommends {TOOLS} >/dev/null")
            # As at every desktop, their home has these folders.
            base.run(
                "useradd --create-home presenter; cd ~presenter\n"
                "mkdir -p .cache .config .local/share"
            )
            base.run("chown -R presenter: ~presenter")
        finally:
            base._unmount()
        (self._base / ".complete").touch()

    def _mount(self) -> None:
        # debootstrap made the devices that are needed; this machine's own stay out.
        for name, kind in (("proc", "proc"), ("sys", "sysfs"), ("dev/shm", "tmpfs")):
            target = self.path / name
            target.mkdir(exist_ok=True)
            command = ["mount", "-t", kind, kind, str(target)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise Failed(f"{' '.join(command)}: {done.stderr.strip()}")
            self._mounted.append(target)

    def _unmount(self) -> None:
        for target in reversed(self._mounted):
            subprocess.run(["umount", "-l", str(target)], check=False, capture_output=True)
        self._mounted.clear()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        mounted = list(self._mounted)
        self._unmount()
        if not any(os.path.ismount(target) for target in mounted):
            shutil.rmtree(self.path, ignore_errors=True)

    def run(self, command: str) -> str:
        """Run a shell command inside and return its stdout; raises with the end of its output."""
        return self._run(["chroot", str(self.path), "/bin/sh", "-ec", command], command)

    def play(self, script: str) -> str:
        """Run a shell script inside as an ordinary user: no network, processes of its own.

        When it ends it must have ended all that it started.
        """
        (self.path / "tmp" / "play").write_text(script, "utf-8")
        inside = (
            "su presenter -s /bin/bash -c 'cd && exec bash -e /tmp/play'; code=$?\n"
            # Xvfb, which xvfb-run has told to end, needs a moment.
            "for turn in $(seq 100); do\n"
            "  left=$(ps -eo pid=,comm= | grep -Ev ' (sh|ps|grep|unshare|seq|sleep)$' || :)\n"
            '  [ -n "$left" ] || exit $code\n'
            "  sleep 0.1\n"
            "done\n"
            'echo "left running: $left" >&2; exit 90'
        )
        spaces = ["unshare", "--net", "--pid", "--fork", "--kill-child"]
        spaces += [f"--root={self.path}", "--mount-proc"]
        try:
            return self._run([*spaces, "/bin/sh", "-c", inside], script)
        finally:
            (self.path / "tmp" / "play").unlink()

    def _run(self, command: list[str], told: str) -> str:
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            tail = (done.stdout + done.stderr)[-1500:]
            raise Failed(f"in a bare Debian: {told}\nexit {done.returncode}\n{tail}")
        return done.stdout

    def files(self) -> set[str]:
        """Every file, folder and link, but for what apt and dpkg keep for themselves."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.path):
            here = os.path.relpath(folder, self.path)
            place = "" if here == "." else f"{here}/"
            folders[:] = [name for name in folders if f"{place}{name}" not in IGNORED]
            found.update(f"{place}{name}" for name in (*folders, *names))
        return found

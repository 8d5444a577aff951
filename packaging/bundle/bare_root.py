"""A minimal Debian 12 in a folder: debootstrap once, then a fresh copy for each use (root only).

It uses this machine's package sources and their keys.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from types import TracebackType

SUITE = "bookworm"
APT = Path("/etc/apt")
TAKEN_OVER = ("sources.list", "sources.list.d", "apt.conf.d", "trusted.gpg.d", "keyrings")


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
    raise RuntimeError("apt has no package source: /etc/apt/sources.list")


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
            shutil.rmtree(self._base, ignore_errors=True)
            variant = ["--variant=minbase", "--include=ca-certificates"]
            command = ["debootstrap", *variant, SUITE, str(self._base), mirror()]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise RuntimeError(f"debootstrap: {done.stdout[-800:]}{done.stderr[-800:]}")
            (self._base / ".complete").touch()
        shutil.rmtree(self.path, ignore_errors=True)
        subprocess.run(["cp", "-a", str(self._base), str(self.path)], check=True)
        for name in TAKEN_OVER:
            source, target = APT / name, self.path / "etc" / "apt" / name
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
            elif source.is_file():
                shutil.copy(source, target)
            elif target.is_file():
                target.write_text("", "utf-8")
        for name in ("etc/resolv.conf", "etc/hosts", "etc/ssl/certs/ca-certificates.crt"):
            if (Path("/") / name).exists():
                shutil.copy(Path("/") / name, self.path / name)
        try:
            for name, kind in (("proc", "proc"), ("sys", "sysfs"), ("dev", "")):
                target = self.path / name
                options = ["-t", kind, kind] if kind else ["--bind", "/dev"]
                subprocess.run(["mount", *options, str(target)], check=True, capture_output=True)
                self._mounted.append(target)
        except subprocess.CalledProcessError:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for target in reversed(self._mounted):
            subprocess.run(["umount", "-l", str(target)], check=False, capture_output=True)
        if not any(os.path.ismount(target) for target in self._mounted):
            shutil.rmtree(self.path, ignore_errors=True)
        self._mounted.clear()

    def run(self, command: str) -> str:
        """Run a shell command inside and return its stdout. Raises with the end of its output."""
        environ = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        environ["DEBIAN_FRONTEND"] = "noninteractive"
        done = subprocess.run(
            ["chroot", str(self.path), "/bin/sh", "-c", command],
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{command}: exit {done.returncode}\n{done.stderr[-1500:]}")
        return done.stdout

    def install(self, package: Path) -> None:
        """Install a .deb with its dependencies."""
        shutil.copy(package, self.path / "tmp" / package.name)
        self.run("apt-get update -qq")
        self.run(f"apt-get install -y -qq --no-install-recommends /tmp/{package.name} >/dev/null")
        self.run("apt-get clean; rm -f /tmp/*.deb")

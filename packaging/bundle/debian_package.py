"""The Debian package around the frozen program: what a Debian user expects of a program is in it.

A man page made from the help, completion for three shells, a desktop file, icons and AppStream
metadata for software centres, licences of all parts, the changelog.
"""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from pathlib import Path

from build_tools import (
    BUILD,
    DIST,
    HERE,
    NAME,
    ROOT,
    VERSION,
    Failed,
    run,
    say,
    size_mb,
    source_date,
)
from frozen_program import frozen

RELEASE = ROOT / "packaging" / "release"
APP_ID = "invalid.music_with_kafka.mwk"
COMPLETIONS = {
    "bash": "bash-completion/completions/mwk",
    "zsh": "zsh/vendor-completions/_mwk",
    "fish": "fish/vendor_completions.d/mwk.fish",
}
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The Music with Kafka developers <maintainers@music-with-kafka.invalid>
Installed-Size: {installed_kb}
Depends: {depends}
Recommends: fonts-noto-cjk, fonts-noto-color-emoji, rtkit
Section: sound
Priority: optional
Description: mixing console that an audience plays through Kafka
 The audience's messages name instruments; every 30 seconds the five with the most votes
 play next, their loops layered in time with the bar.
"""


def depends() -> list[str]:
    """The `run:` packages of packaging/system/debian.txt."""
    names: list[str] = []
    for line in (ROOT / "packaging" / "system" / "debian.txt").read_text("utf-8").splitlines():
        if line.startswith("run:"):
            names += line.removeprefix("run:").split()
    return names


def write_gzip(path: Path, text: str) -> None:
    """As Debian wants documentation: compressed best, without a name or a time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def fill_share(share: Path) -> None:
    """What the desktop, the shells and `man` look for."""
    for folder in ("applications", "metainfo", f"doc/{NAME}", "man/man1"):
        (share / folder).mkdir(parents=True)
    shutil.copy(HERE / "mwk.desktop", share / "applications" / "mwk.desktop")
    run(sys.executable, RELEASE / "metainfo.py", share / "metainfo" / f"{APP_ID}.metainfo.xml")
    for size in (48, 128, 256):
        place = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copy(BUILD / "icons" / f"mwk-{size}.png", place / "mwk.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(HERE / "mwk.svg", scalable / "mwk.svg")
    run(sys.executable, HERE / "licences.py", share / "doc" / NAME / "copyright")
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    write_gzip(share / "doc" / NAME / "changelog.gz", changelog)
    page = BUILD / "mwk.1"
    run(sys.executable, RELEASE / "man_page.py", page, env={"PYTHONPATH": str(ROOT)})
    write_gzip(share / "man" / "man1" / "mwk.1.gz", page.read_text("utf-8"))
    for shell, name in COMPLETIONS.items():
        (share / name).parent.mkdir(parents=True)
        script = run(sys.executable, "-m", "mwk_desktop", "--print-completion", shell)
        (share / name).write_text(script, "utf-8")


def deb() -> Path:
    """``dist/music-with-kafka_<version>_<arch>.deb`` around ``dist/mwk``."""
    if shutil.which("dpkg-deb") is None:
        raise Failed("dpkg-deb is not installed: no Debian package was built")
    if not (DIST / "mwk" / "mwk").exists():
        frozen()
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(DIST / "mwk", tree / "opt" / NAME, symlinks=True)
    for folder in (tree / "DEBIAN", tree / "usr" / "bin"):
        folder.mkdir(parents=True)
    (tree / "usr" / "bin" / "mwk").symlink_to(f"/opt/{NAME}/mwk")
    fill_share(tree / "usr" / "share")
    architecture = run("dpkg", "--print-architecture").strip()
    installed_kb = round(size_mb(tree) * 1e6 / 1024)
    control = CONTROL.format(
        name=NAME,
        version=VERSION,
        architecture=architecture,
        installed_kb=installed_kb,
        depends=", ".join(depends()),
    )
    (tree / "DEBIAN" / "control").write_text(control, "utf-8")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    for old in DIST.glob(f"{NAME}_*.deb"):
        old.unlink()
    target = DIST / f"{NAME}_{VERSION}_{architecture}.deb"
    # dpkg-deb takes the files' times from here where they are newer.
    when = {"SOURCE_DATE_EPOCH": source_date()}
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", tree, target, env=when)
    say(f"{target.name}: {size_mb(target):.0f} MB, installed {installed_kb / 1000:.0f} MB")
    return target

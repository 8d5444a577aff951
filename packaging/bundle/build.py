"""Build all installable packages and test each one: `make package`.

    python packaging/bundle/build.py [wheel] [frozen] [deb] [root]

``wheel``: built into ``dist/``, installed in a fresh environment, then a few seconds of a show from
another folder. ``frozen``: the program with its own Python (``dist/mwk/``), run with its windows on
a virtual screen. ``deb``: a Debian package around the frozen program. ``root``: that package, with
what it depends on, in a bare Debian made by debootstrap (root only). Without names: all of them.

What cannot be tested on this machine is reported and makes the exit code 1.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
DIST = ROOT / "dist"
BUILD = ROOT / "build"
SHOW_S = 8
ROOT_SHOW_S = 40
"""Longer than a window, so that a scene has landed."""


class Failed(RuntimeError):  # noqa: N818
    """A step failed."""


def say(text: str) -> None:
    print(f"package: {text}", flush=True)


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """Run a command and return its stdout; raises with the end of its output."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise Failed(f"{' '.join(map(str, command))}\nexit {done.returncode}\n{tail}")
    return done.stdout


def size_mb(path: Path) -> float:
    """Size of a file, or of everything in a folder."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.lstat().st_size for each in files if not each.is_symlink()) / 1e6


def check_show(lines: str, seconds: int) -> None:
    """Check the JSON Lines of a show: the transport moved and something sounded."""
    health = [json.loads(line) for line in lines.splitlines() if line.startswith("{")]
    health = [line for line in health if line["type"] == "health"]
    if len(health) < seconds // 2:
        raise Failed(f"{len(health)} health lines in {seconds} s")
    if health[-1]["bar"] < 1 or not any(line["playing"] for line in health):
        raise Failed(f"nothing plays: {health[-1]}")
    windows = sum(1 for line in lines.splitlines() if '"type":"window"' in line)
    say(f"  plays: bar {health[-1]['bar']}, {health[-1]['tweets']} tweets, {windows} windows")


# -- wheel ------------------------------------------------------------------------------------


def wheel() -> None:
    """Test the wheel in a fresh environment with only the pinned packages."""
    for old in DIST.glob("*.whl"):
        old.unlink()
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    run(*build, "--no-build-isolation", "--wheel-dir", DIST, ROOT)
    (built,) = DIST.glob("*.whl")
    say(f"{built.name}: {size_mb(built):.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "venv", place / "env")
        pip = [place / "env" / "bin" / "python", "-m", "pip", "install", "--quiet"]
        lock = ROOT / "requirements" / "runtime.lock"
        run(*pip, "--no-deps", "--require-hashes", "-r", lock)
        run(*pip, "--no-deps", built)
        say(f"  installed with everything it needs: {size_mb(place / 'env'):.0f} MB")
        mwk = place / "env" / "bin" / "mwk"
        run(mwk, "--version", cwd=place)
        run(mwk, "sounds", "--json", cwd=place)
        state = ("--state-dir", place / "state")
        show = run(mwk, "--headless", "--json", "--exit-after", str(SHOW_S), *state, cwd=place)
        check_show(show, SHOW_S)


# -- the frozen program -----------------------------------------------------------------------


def frozen() -> None:
    """Build one folder with its own Python; its windows open on a virtual screen."""
    run(sys.executable, HERE / "icons.py", BUILD / "icons")
    pyinstaller = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", DIST, "--workpath", BUILD / "pyinstaller"]
    run(*pyinstaller, *places, HERE / "mwk.spec")
    say(f"dist/mwk: {size_mb(DIST / 'mwk'):.0f} MB")
    try_frozen(DIST / "mwk" / "mwk")


def try_frozen(program: Path) -> None:
    """Run it on a virtual screen: screenshots of both windows, exit code 0."""
    if shutil.which("Xvfb") is None:
        raise Failed("Xvfb is not installed: the windows were NOT tried (apt-get install xvfb)")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        command: list[str | Path] = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", program]
        command += ["--json", "--exit-after", str(SHOW_S), "--screenshot", place / "a.png"]
        environ = {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": "", "VIRTUAL_ENV": ""}
        show = run(*command, "--state-dir", place / "state", cwd=place, env=environ)
        check_show(show, SHOW_S)
        for name in ("a.png", "a-stage.png"):
            if not (place / name).exists() or (place / name).stat().st_size < 20_000:
                raise Failed(f"{name}: no picture of the window, or an empty one")


# -- the Debian package -----------------------------------------------------------------------


def version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def depends() -> list[str]:
    """The `run:` packages of packaging/system/debian.txt."""
    names: list[str] = []
    for line in (ROOT / "packaging" / "system" / "debian.txt").read_text("utf-8").splitlines():
        if line.startswith("run:"):
            names += line.removeprefix("run:").split()
    return names


def deb() -> Path:
    """``dist/music-with-kafka_<version>_<arch>.deb`` around ``dist/mwk``."""
    if not (DIST / "mwk" / "mwk").exists():
        frozen()
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(DIST / "mwk", tree / "opt" / "music-with-kafka", symlinks=True)
    share = tree / "usr" / "share"
    for folder in (tree / "DEBIAN", tree / "usr" / "bin", share / "applications"):
        folder.mkdir(parents=True)
    (tree / "usr" / "bin" / "mwk").symlink_to("/opt/music-with-kafka/mwk")
    shutil.copy(HERE / "mwk.desktop", share / "applications" / "mwk.desktop")
    for size in (48, 128, 256):
        place = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copy(BUILD / "icons" / f"mwk-{size}.png", place / "mwk.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(HERE / "mwk.svg", scalable / "mwk.svg")
    papers = share / "doc" / "music-with-kafka"
    papers.mkdir(parents=True)
    run(sys.executable, HERE / "licences.py", papers / "copyright")
    arch = run("dpkg", "--print-architecture").strip()
    installed_kb = round(size_mb(tree) * 1e6 / 1024)
    (tree / "DEBIAN" / "control").write_text(
        f"Package: music-with-kafka\nVersion: {version()}\nArchitecture: {arch}\n"
        "Maintainer: The Music with Kafka developers <maintainers@music-with-kafka.invalid>\n"
        f"Installed-Size: {installed_kb}\nDepends: {', '.join(depends())}\n"
        "Recommends: fonts-noto-cjk, fonts-noto-color-emoji, rtkit\n"
        "Section: sound\nPriority: optional\n"
        "Description: mixing console that an audience plays through Kafka\n"
        " The audience's messages name instruments; every 30 seconds the five with the most votes\n"
        " play next, their loops layered in time with the bar.\n",
        "utf-8",
    )
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    target = DIST / f"music-with-kafka_{version()}_{arch}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z2", "--build", tree, target)
    say(f"{target.name}: {size_mb(target):.0f} MB, installed {installed_kb / 1000:.0f} MB")
    return target


# -- a bare Debian ----------------------------------------------------------------------------


def root() -> None:
    """Install the package in a bare Debian 12 and play the demo there."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise Failed(
            "the Debian package was NOT tried in a bare Debian: "
            "that needs root and debootstrap (apt-get install debootstrap)"
        )
    found = sorted(DIST.glob("music-with-kafka_*.deb"))
    package = found[-1] if found else deb()
    from bare_root import BareRoot

    with BareRoot(BUILD / "bare-root") as bare:
        bare.install(package)
        used_mb = size_mb(bare.path / "opt" / "music-with-kafka")
        say(f"in a bare Debian 12: installed, the program takes {used_mb:.0f} MB")
        lines = bare.run(f"mwk --headless --exit-after {ROOT_SHOW_S} --json")
        check_show(lines, ROOT_SHOW_S)
        if '"type":"window"' not in lines:
            raise Failed(f"no window closed in {ROOT_SHOW_S} s")


STEPS: dict[str, Callable[[], object]] = {
    "wheel": wheel,
    "frozen": frozen,
    "deb": deb,
    "root": root,
}


def main() -> int:
    names = sys.argv[1:] or list(STEPS)
    unknown = [name for name in names if name not in STEPS]
    if unknown:
        print(f"build.py: {unknown[0]!r} is none of {', '.join(STEPS)}", file=sys.stderr)
        return 2
    DIST.mkdir(exist_ok=True)
    for name in names:
        begin = time.monotonic()
        try:
            STEPS[name]()
        except Failed as problem:
            print(f"package: {name}: {problem}", file=sys.stderr)
            return 1
        say(f"{name}: done in {time.monotonic() - begin:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())

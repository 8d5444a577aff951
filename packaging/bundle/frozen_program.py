"""The frozen program: with its own Python in one folder, tried, and packed into an archive."""

from __future__ import annotations

import gzip
import importlib.util
import os
import shutil
import sys
import tarfile
import tempfile
from pathlib import Path

from build_tools import (
    BUILD,
    DIST,
    HERE,
    NAME,
    ROOT,
    SHOW_S,
    VERSION,
    Failed,
    check_show,
    run,
    say,
    size_mb,
    source_date,
)

from mwk_desktop.program_version import COMMIT_FILE, commit_of

GPL_SYMBOLS = (b"N7ableton", b"@ableton@@")
"""In every library with Ableton Link: the namespace of its C++ sources, as compilers write it. Its
licence is GPL-2.0-or-later, which would hold for a program that carries it, too."""

SYSTEMS = {"linux": ("linux", "mwk"), "darwin": ("macos", "mwk"), "win32": ("windows", "mwk.exe")}


def frozen() -> None:
    """Build one folder with its own Python; its windows open on a virtual screen."""
    system, name = SYSTEMS[sys.platform]
    run(sys.executable, HERE / "icons.py", BUILD / "icons")
    (BUILD / COMMIT_FILE).write_text(f"{commit_of(ROOT / 'mwk_desktop')}\n", "ascii")
    pyinstaller = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", DIST, "--workpath", BUILD / "pyinstaller"]
    run(*pyinstaller, *places, HERE / f"mwk-{system}.spec")
    say(f"dist/mwk: {size_mb(DIST / 'mwk'):.0f} MB")
    check_without_link(DIST / "mwk")
    try_frozen(DIST / "mwk" / name)
    archive()


def holds_link(path: Path) -> bool:
    """Whether a file holds code of Ableton Link."""
    data = path.read_bytes()
    return any(symbol in data for symbol in GPL_SYMBOLS)


def check_without_link(folder: Path) -> None:
    """Ableton Link must not be in the folder, although it is installed where it was frozen."""
    installed = importlib.util.find_spec("_link")
    if installed is not None and installed.origin is not None:
        # Else the search below could not find it in the folder either.
        assert holds_link(Path(installed.origin)), "Ableton Link is not recognised any more"
    from PyInstaller.archive.readers import CArchiveReader, ZlibArchiveReader

    for path in folder.rglob("*"):
        if path.is_file() and holds_link(path):
            raise Failed(f"{path.relative_to(folder)} holds Ableton Link")
    program = CArchiveReader(str(folder / SYSTEMS[sys.platform][1]))
    (modules,) = [name for name in program.toc if name.endswith(".pyz")]
    found = program.open_embedded_archive(modules)
    assert isinstance(found, ZlibArchiveReader)
    carried = {name.split(".")[0] for name in found.toc}
    if "mwk_desktop" not in carried or carried & {"link", "_link"}:
        raise Failed(f"its modules: {sorted(carried)}")
    say("  without Ableton Link: neither a module nor a trace of it in any file")


def try_frozen(program: Path) -> None:
    """Run it: both windows (on Linux on a virtual screen) photographed, exit code 0."""
    said = run(program, "--version").strip()
    if "(commit " not in said:
        raise Failed(f"the program does not say of which commit it is: {said}")
    command: list[str | Path] = [program]
    environ = {"PYTHONPATH": "", "VIRTUAL_ENV": ""}
    if sys.platform == "linux":
        if shutil.which("Xvfb") is None:
            raise Failed("Xvfb is not installed: the windows were NOT tried (apt-get install xvfb)")
        command = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", program]
        environ["QT_QPA_PLATFORM"] = "xcb"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        command += ["--json", "--exit-after", str(SHOW_S), "--screenshot", place / "a.png"]
        show = run(*command, "--state-dir", place / "state", cwd=place, env=environ)
        check_show(show, SHOW_S)
        for name in ("a.png", "a-stage.png"):
            if not (place / name).exists() or (place / name).stat().st_size < 20_000:
                raise Failed(f"{name}: no picture of the window, or an empty one")


def archive() -> Path:
    """``dist/music-with-kafka-<version>-<system>-<processor>.tar.gz`` (``.zip`` on Windows)."""
    system = SYSTEMS[sys.platform][0]
    # os.uname is missing on Windows, platform.machine says "AMD64" there.
    machine = os.uname().machine if sys.platform != "win32" else "x86_64"
    name = f"{NAME}-{VERSION}-{system}-{machine}"
    if system == "windows":
        return Path(shutil.make_archive(str(DIST / name), "zip", DIST, "mwk"))
    target = DIST / f"{name}.tar.gz"
    when = int(source_date())

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = when
        return member

    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=when) as compressed,
        tarfile.open(fileobj=compressed, mode="w") as packed,
    ):
        packed.add(DIST / "mwk", name, filter=plain)
    say(f"{target.name}: {size_mb(target):.0f} MB")
    return target

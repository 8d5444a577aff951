"""The wheel and the sdist: built, checked, listed (SBOM), and played from a fresh environment."""

from __future__ import annotations

import hashlib
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from build_tools import DIST, ROOT, SHOW_S, VERSION, Failed, check_show, run, say, size_mb

from mwk_desktop.program_version import COMMIT_FILE

SBOM = "music_with_kafka-{version}.cdx.json"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(source: Path, kind: str, folder: Path) -> Path:
    """Build a ``wheel`` or an ``sdist`` of a source folder."""
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", folder]
    run(*command, source)
    (built,) = folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


def wheel_from_sdist(sdist: Path) -> str:
    """The digest of the wheel that somebody builds from the sdist alone, in another folder."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with tarfile.open(sdist) as archive:
            archive.extractall(place, filter="data")
        (source,) = place.iterdir()
        return digest(build(source, "wheel", place / "out"))


def python_packages() -> None:
    """Build both into ``dist/``, check them, and build the wheel again from the sdist."""
    for old in (*DIST.glob("*.whl"), *DIST.glob("music_with_kafka-*.tar.gz")):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        sdist = build(ROOT, "sdist", Path(folder) / "sdist").rename(DIST / "sdist.part")
        wheel = build(ROOT, "wheel", Path(folder) / "wheel").rename(DIST / "wheel.part")
    sdist = sdist.rename(DIST / f"music_with_kafka-{VERSION}.tar.gz")
    wheel = wheel.rename(DIST / f"music_with_kafka-{VERSION}-py3-none-any.whl")
    for each in (wheel, sdist):
        say(f"{each.name}: {size_mb(each):.1f} MB")
    run(sys.executable, "-m", "twine", "check", "--strict", wheel, sdist)
    run(Path(sys.executable).with_name("check-wheel-contents"), wheel)
    with zipfile.ZipFile(wheel) as archive:
        if f"mwk_desktop/{COMMIT_FILE}" not in archive.namelist():
            raise Failed(f"{wheel.name} does not say of which commit it is")
    if wheel_from_sdist(sdist) != digest(wheel):
        raise Failed("the sdist gives another wheel, byte for byte, than the checkout")
    say("  twine and check-wheel-contents pass; the sdist gives the same wheel, byte for byte")
    fresh(wheel)


def fresh(wheel: Path) -> None:
    """Install the wheel in a fresh environment with only the pinned packages; play; write SBOM."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        python = place / "env" / "bin" / "python"
        run(sys.executable, "-m", "venv", "--without-pip", place / "env")
        pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
        lock = ROOT / "requirements" / "runtime.lock"
        run(*pip, "--no-deps", "--require-hashes", "-r", lock)
        run(*pip, "--no-deps", wheel)
        say(f"  installed with everything it needs: {size_mb(place / 'env'):.0f} MB")
        # With no time in it, and without the folder in which the wheel lies here.
        target = DIST / SBOM.format(version=VERSION)
        sbom = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
        run(*sbom, "--validate", "--output-file", target, python)
        listed = target.read_text("utf-8").replace(f"{DIST.as_uri()}/", "")
        if str(ROOT) in listed:
            raise Failed(f"{target.name} names folders of this machine")
        target.write_text(listed, "utf-8")
        say(f"  {target.name}: {size_mb(target) * 1000:.0f} kB")
        mwk = place / "env" / "bin" / "mwk"
        said = run(mwk, "--version", cwd=place).strip()
        if "(commit " not in said:
            raise Failed(f"the wheel does not say of which commit it is: {said}")
        run(mwk, "sounds", "--json", cwd=place)
        state = ("--state-dir", place / "state")
        show = run(mwk, "--headless", "--json", "--exit-after", str(SHOW_S), *state, cwd=place)
        check_show(show, SHOW_S)

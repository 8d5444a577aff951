"""Wheel, frozen program and Debian package, each in a bare Debian 12 of its own: installed,
started, played, and removed without a trace.

An ordinary user plays a show without windows until a scene has landed, on JACK's dummy driver (it
keeps time as a sound card does), then one with both windows on a virtual screen. It takes minutes:
`make package` runs it, `make test` does not.
"""

from __future__ import annotations

import shutil
import struct
from dataclasses import dataclass
from pathlib import Path

from bare_root import BareRoot, why_not
from build_tools import BUILD, DIST, NAME, ROOT, SHOW_S, VERSION, Failed, check_show, say, size_mb
from debian_package import APP_ID, COMPLETIONS, deb, depends
from frozen_program import archive, frozen
from python_packages import python_packages

WINDOW_MS = 7_500
"""Two loops: a scene lands within seconds."""

PLAY_S = 20
STATE = (".local/share/mwk", ".config/mwk", ".cache/Music with Kafka")
"""What docs/install.md says that a user may delete after the program."""

JACK = "export JACK_NO_AUDIO_RESERVATION=1 JACK_NO_START_SERVER=1 JACK_DEFAULT_SERVER=trial"
SHOW = """\
{jack}
jackd -r -n trial -d dummy -r 48000 -p 1024 -C 2 -P 2 >/tmp/jack.log 2>&1 &
until jack_lsp >/dev/null 2>&1; do sleep 0.1; done
{mwk} --version >&2
{mwk} --headless --device system --window-ms {window_ms} --exit-after {seconds} --json
kill %1; wait %1 || :
rm -f /tmp/jack.log
"""
WINDOWS = """\
xvfb-run -a -s '-screen 0 1440x900x24' {mwk} --device null --json --exit-after {seconds} \\
  --screenshot /home/presenter/shot.png
"""


@dataclass(frozen=True)
class Trial:
    """How one kind of package comes and goes.

    ``install`` and ``remove`` are shell commands for root; ``package`` is copied to /tmp before;
    ``mwk`` is the command that the user types.
    """

    name: str
    package: Path
    install: str
    mwk: str
    remove: str


def packages() -> dict[str, Path]:
    """Wheel, archive and Debian package of this version; what is missing is built."""
    wheel = DIST / f"music_with_kafka-{VERSION}-py3-none-any.whl"
    if not wheel.exists():
        python_packages()
    if not (DIST / "mwk" / "mwk").exists():
        frozen()
    archives = sorted(DIST.glob(f"{NAME}-{VERSION}-linux-*.tar.gz"))
    debs = sorted(DIST.glob(f"{NAME}_{VERSION}_*.deb"))
    return {
        "wheel": wheel,
        "frozen": archives[-1] if archives else archive(),
        "deb": debs[-1] if debs else deb(),
    }


def trials() -> list[Trial]:
    """The three of them."""
    apt = "apt-get install -y -qq --no-install-recommends"
    purge = "apt-get autoremove --purge -y -qq"
    system = " ".join(depends())
    pip = "/usr/local/lib/mwk/bin/pip install -q --no-deps"
    found = packages()
    wheel, frozen_archive, package = found["wheel"], found["frozen"], found["deb"]
    unpacked = frozen_archive.name.removesuffix(".tar.gz")
    return [
        Trial(
            "wheel",
            wheel,
            f"{apt} python3 python3-venv {system} >/dev/null\n"
            "python3 -m venv /usr/local/lib/mwk\n"
            f"{pip} --require-hashes -r /tmp/runtime.lock\n"
            f"{pip} /tmp/{wheel.name}\n"
            "ln -s /usr/local/lib/mwk/bin/mwk /usr/local/bin/mwk\n"
            "rm -rf /root/.cache",
            "mwk",
            f"rm -rf /usr/local/lib/mwk /usr/local/bin/mwk\n"
            f"apt-mark -qq auto python3 python3-venv {system} >/dev/null\n{purge} >/dev/null",
        ),
        Trial(
            "frozen program",
            frozen_archive,
            f"{apt} {system} >/dev/null\ntar -xzf /tmp/{frozen_archive.name} -C /opt",
            f"/opt/{unpacked}/mwk",
            f"rm -rf /opt/{unpacked}\napt-mark -qq auto {system} >/dev/null\n{purge} >/dev/null",
        ),
        Trial(
            "Debian package",
            package,
            f"{apt} /tmp/{package.name} >/dev/null",
            "mwk",
            f"apt-get purge -y -qq {NAME} >/dev/null\n{purge} >/dev/null",
        ),
    ]


def try_in_bare_roots() -> None:
    """All three, each in a Debian of its own; raises at the first that fails."""
    reason = why_not()
    if reason:
        raise Failed(f"NOTHING WAS TRIED in a bare Debian: {reason}")
    for trial in trials():
        try_one(trial)


def try_one(trial: Trial) -> None:
    """Install, start, play, photograph, remove, look for what is left."""
    with BareRoot(BUILD / "bare-root") as bare:
        before = bare.files()
        carried = [trial.package, ROOT / "requirements" / "runtime.lock"]
        for path in carried:
            shutil.copy(path, bare.path / "tmp" / path.name)
        bare.run("apt-get update -qq")
        bare.run(trial.install)
        for path in carried:
            (bare.path / "tmp" / path.name).unlink()
        say(f"{trial.name} in a bare Debian 12: installed {len(bare.files() - before)} files")
        values = {"jack": JACK, "mwk": trial.mwk, "window_ms": WINDOW_MS}
        lines = bare.play(SHOW.format(**values, seconds=PLAY_S))
        check_show(lines, PLAY_S, device="JACK")
        if '"type":"window"' not in lines:
            raise Failed(f"{trial.name}: no scene landed in {PLAY_S} s")
        check_show(bare.play(WINDOWS.format(**values, seconds=SHOW_S)), SHOW_S)
        for name in ("shot.png", "shot-stage.png"):
            check_picture(bare.path / "home" / "presenter" / name)
        if trial.name == "Debian package":
            check_desktop(bare)
        bare.run(trial.remove)
        for name in STATE:
            shutil.rmtree(bare.path / "home" / "presenter" / name, ignore_errors=True)
        left = sorted(bare.files() - before)
        if left:
            raise Failed(f"{trial.name}: removed, but left behind: {', '.join(left[:40])}")
        say(f"  {trial.name}: removed without a trace")


def check_picture(path: Path) -> None:
    """A screenshot of a window that shows something; removed when it has been looked at."""
    if not path.exists():
        raise Failed(f"{path.name}: no picture of the window")
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    if len(data) < 20_000 or width < 1024:
        raise Failed(f"{path.name}: an empty picture ({width}x{height}, {len(data)} bytes)")
    keep = BUILD / "trial-pictures"
    keep.mkdir(exist_ok=True)
    path.rename(keep / path.name)


def check_desktop(bare: BareRoot) -> None:
    """What the Debian package brings for the desktop, `man` and the shells is in its place."""
    share = bare.path / "usr" / "share"
    for name in (
        "applications/mwk.desktop",
        f"metainfo/{APP_ID}.metainfo.xml",
        "man/man1/mwk.1.gz",
        *COMPLETIONS.values(),
        f"doc/{NAME}/copyright",
        "icons/hicolor/scalable/apps/mwk.svg",
    ):
        if not (share / name).is_file():
            raise Failed(f"the Debian package does not bring /usr/share/{name}")
    say(f"  the program takes {size_mb(bare.path / 'opt' / NAME):.0f} MB")

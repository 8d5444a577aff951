"""Build all installable packages and test each one: `make package`.

    python packaging/bundle/build.py [python] [frozen] [deb] [root]

``python``: wheel, sdist and SBOM into ``dist/``; checked, the wheel installed in a fresh
environment, then a few seconds of a show from another folder. ``frozen``: the program with its own
Python (``dist/mwk/``, and an archive of it), run with its windows on a virtual screen. ``deb``: a
Debian package around the frozen program. ``root``: each of the three in a bare Debian made by
debootstrap: installed, started, played, removed without a trace (root only). Without names: all.

What cannot be tested on this machine is reported and makes the exit code 1.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from build_tools import DIST, Failed, say
from debian_package import deb
from frozen_program import frozen
from python_packages import python_packages
from root_trials import try_in_bare_roots

STEPS: dict[str, Callable[[], object]] = {
    "python": python_packages,
    "frozen": frozen,
    "deb": deb,
    "root": try_in_bare_roots,
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

"""`make bench`: every benchmark here, one after the other; arguments choose some by name.

Each script prints its figure beside a yardstick that it measured in the same run. Nothing here
passes or fails: a shared machine's clock is no test.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run the scripts; returns how many could not be run to their end."""
    folder = Path(__file__).parent
    wanted = sys.argv[1:]
    failed = 0
    for script in sorted(folder.glob("bench_*.py")):
        name = script.stem.removeprefix("bench_")
        if wanted and name not in wanted:
            continue
        print(f"\n== {name} ==", flush=True)
        done = subprocess.run([sys.executable, str(script)], cwd=folder.parents[1], check=False)
        failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())

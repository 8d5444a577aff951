"""`python -m mwk_desktop` and `mwk`.

Imports nothing heavy: the engine's child process imports this module again when it starts, and
must not find Qt, Kafka or a JSON parser in it.
"""

import gc
import sys

GC_THRESHOLD = 20_000
"""New objects before the collector looks at them (Python's default: 700). A start makes a hundred
thousand that stay: looking at them again and again took a tenth of its time."""


def main() -> int:
    """Run the command line; returns the exit code."""
    gc.set_threshold(GC_THRESHOLD, 10, 10)
    from mwk_desktop.cli.main import run  # late: see the module's docstring

    code = run(sys.argv[1:])
    if not {"PySide6", "duckdb"} & sys.modules.keys():
        # The interpreter's end looks for cycles among all that is left, twice: a seventh of a short
        # command's time. Qt's objects have an order in which they end, which stays as it is, and
        # DuckDB complains on stderr about everything of it that is left.
        gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())

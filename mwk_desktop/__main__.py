"""`python -m mwk_desktop` and `mwk`.

Imports nothing heavy: the engine's child process imports this module again when it starts, and
must not find Qt, Kafka or a JSON parser in it.
"""

import sys


def main() -> int:
    """Run the command line; returns the exit code."""
    from mwk_desktop.cli.main import run  # late: see the module's docstring

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""Entry point of the frozen program and of its engine process."""

import multiprocessing
import sys

if __name__ == "__main__":
    # In the engine's process this call never returns: it becomes the engine.
    multiprocessing.freeze_support()
    from mwk_desktop.__main__ import main

    sys.exit(main())

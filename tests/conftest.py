"""For all tests: how hypothesis searches, English on stderr, and who runs what beside whom.

No deadline: a shared machine's clock is no test. ``make test`` gives everybody the same answer: its
examples are the same every time. ``make soak`` tries new ones (profile ``random``) and prints the
seed that repeats them: ``make soak SEED=...``.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import os
import shutil
import signal
import sys
import tempfile
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests import work_groups

# Lines on stderr speak the system's language; also those of processes that a test starts.
os.environ["LC_ALL"] = "C.UTF-8"

# Two processes that compile the same function at the same time break numba's cache for good: the
# next one that reads it crashes. So each process of the tests has a cache of its own.
_NUMBA_CACHE = tempfile.mkdtemp(prefix="mwk-numba-")
os.environ["NUMBA_CACHE_DIR"] = _NUMBA_CACHE
# Compiling takes most of the time of what listens: half as long if nothing is optimised.
os.environ.setdefault("NUMBA_OPT", "0")
atexit.register(shutil.rmtree, _NUMBA_CACHE, ignore_errors=True)

# What is freed is kept for the next one: large arrays come and go thousands of times, and the
# system took a fifth of the time to give and take their pages. Only in this process.
if sys.platform == "linux":
    _libc = ctypes.CDLL(None)
    if hasattr(_libc, "mallopt"):  # not where the C library is another one
        _M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h
        _libc.mallopt(_M_TRIM_THRESHOLD, 256 << 20)
        _libc.mallopt(_M_MMAP_THRESHOLD, 32 << 20)

# A shell that runs the tests in the background lets them ignore SIGINT, and every process that they
# start as well: those could then not be ended by it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Half as many examples as in the soak, where they are new each time.
settings.register_profile(
    "same",
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "random", settings.get_profile("same"), derandomize=False, max_examples=100
)
settings.load_profile("same")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With ``--dist loadfile``: whole groups of files, see :mod:`tests.work_groups`."""
    if config.getvalue("dist") != "loadfile":
        return None
    from tests.group_scheduling import GroupScheduling

    # The collected order counts, not the number of tests in a group.
    config.option.loadscopereorder = False
    return GroupScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: work_groups.place_of(item.nodeid))


def pytest_collection_finish() -> None:
    """What stands now stays to the end: no search for garbage has to look at it again.

    There is one whenever windows are closed, and thousands of tests are a large heap.
    """
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Else DuckDB names on stderr all of it that is left when the interpreter ends."""
    gc.unfreeze()

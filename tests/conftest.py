"""For all tests: how hypothesis searches, and English on stderr.

No deadline: a shared machine's clock is no test. ``make test`` gives everybody the same answer: its
examples are the same every time. ``make soak`` tries new ones (profile ``random``) and prints the
seed that repeats them: ``make soak SEED=...``.
"""

from __future__ import annotations

import os
import signal

from hypothesis import HealthCheck, settings

# Lines on stderr speak the system's language; also those of processes that a test starts.
os.environ["LC_ALL"] = "C.UTF-8"

# A shell that runs the tests in the background lets them ignore SIGINT, and every process that they
# start as well: those could then not be ended by it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("random", settings.get_profile("same"), derandomize=False)
settings.load_profile("same")

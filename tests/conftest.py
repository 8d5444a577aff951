"""For all tests: how hypothesis searches, and English on stderr.

No deadline: a shared machine's clock is no test. ``make test`` gives everybody the same answer: its
examples are the same every time. ``make soak`` tries new ones (profile ``random``) and prints the
seed that repeats them: ``make soak SEED=...``.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Lines on stderr speak the system's language; also those of processes that a test starts.
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("random", settings.get_profile("same"), derandomize=False)
settings.load_profile("same")

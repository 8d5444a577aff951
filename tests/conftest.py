"""For all tests: how hypothesis searches.

No deadline: a shared machine's clock is no test. In CI the examples are the same every time, so
that a change is judged by what it changed; at a desk they are new ones each run.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "mwk",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("mwk")

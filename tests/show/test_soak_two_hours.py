"""Two hours of a show in which everything goes wrong that can, against what was sent.

Steps of the system's clock, suspends, kills, failing clients, lost tails and heads of partitions,
records and batches that cannot be read, lost devices and bursts, at random from a seed. The counts
at the end must be those of an oracle that has only the design's rules, the bars of the music must
not jump, and whatever is lost must have been said.
"""

from __future__ import annotations

import logging
import os
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.show.soak_show import FIVE_MINUTES, Soak
from tests.support import T0_MS

MINUTE_MS = 60_000

# In CI the same seeds every time, so that a change is judged by what it changed.
FRESH_SEEDS = [] if os.environ.get("CI") else [random.SystemRandom().randrange(2**32)]


def soak(
    seed: int,
    minutes: int,
    window_ms: int,
    every_ms: int,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Soak:
    """One soak; its seed is printed where it fails."""
    caplog.set_level(logging.CRITICAL)
    caplog.set_level(logging.WARNING, "mwk_desktop.kafka.topic_source")
    soak = Soak(seed, minutes * MINUTE_MS, window_ms, every_ms, folder, monkeypatch)
    try:
        totals = soak.run()
    finally:
        at_ms = soak.machine.true_ms - T0_MS
        print(f"seed {seed}, {at_ms / 1000:.1f} s: {dict(Counter(soak.happened))}")
        print(f"{soak.lives} lives, the last things: {soak.happened[-8:]}")
    print(f"{totals.tweets} tweets, {totals.votes} votes, {totals.malformed} malformed")
    return soak


@pytest.mark.parametrize("seed", FIVE_MINUTES)
def test_five_minutes(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    soak(seed, 5, 3_750, 4_000, tmp_path, monkeypatch, caplog)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [1, *FRESH_SEEDS])
def test_two_hours(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    soak(seed, 120, 30_000, 20_000, tmp_path, monkeypatch, caplog)

"""Who writes to a soak's topic: a few hundred users, and whoever sends nonsense."""

from __future__ import annotations

import json
import random
from collections import deque

from mwk_desktop.units import INSTRUMENTS
from tests.show.soak_machine import Machine
from tests.show.soak_topic import Posted

DAY_MS = 86_400_000

POISON: tuple[bytes | None, ...] = (
    None,
    b"",
    b"not json",
    b'{"Text": "drum", "User": {"ScreenName": "torn"',
    b'{"Text": 5, "User": {"ScreenName": "five"}}',
    b'{"Text": "drum", "User": {"ScreenName": ""}}',
    b'{"Text": "drum", "User": "x"}',
    b'{"Text": "drum"}',
    b"[1, 2]",
    b'"drum"',
    b"null",
    b"\xff\xfe\x00drum",
    '{"Text": "drum"}'.encode("utf-16"),
    b'{"Text": "dr\xffum", "User": {"ScreenName": "bytes"}}',
    b"[" * 5_000,
    b"\x00\x00\x00\x00\x05drum",
)
"""Values that are no tweets."""


class Crowd:
    """Makes records. What is ``fresh`` carries the time of this moment, or none that is better."""

    def __init__(self, rng: random.Random, machine: Machine) -> None:
        self._rng = rng
        self._machine = machine
        self._users = [f"user{n}" for n in range(rng.randrange(150, 400))]
        self._recent: deque[Posted] = deque(maxlen=2_000)
        self._ids = 0

    def post(self) -> Posted:
        """The next record: mostly a tweet, sometimes one that was sent before, or nonsense."""
        kind = self._rng.random()
        if kind < 0.02 and self._recent:
            again = self._rng.choice(self._recent)
            return self._sent(again.value, again)
        if kind < 0.04:
            return Posted(self._rng.choice(POISON), 1, self._machine.wall_ms, self._machine.true_ms)
        return self.tweet()

    def tweet(self, instrument: str | None = "") -> Posted:
        """A tweet; ``instrument`` None: it names none, empty: any."""
        rng, wall_ms = self._rng, self._machine.wall_ms
        if instrument == "":
            instrument = rng.choice(INSTRUMENTS) if rng.random() < 0.8 else None
        self._ids += 1
        posted = Posted(
            None,
            1,
            wall_ms,
            self._machine.true_ms,
            user=rng.choice(self._users),
            id=self._ids if rng.random() < 0.95 else None,
            created_ms=wall_ms - rng.randrange(3_000),
            instrument=instrument,
            fresh=True,
        )
        odd = rng.random()
        if odd < 0.15:
            self._set_odd_time(posted, rng.randrange(8))
        words = "hello" if instrument is None else instrument.replace("_", rng.choice(["_", " "]))
        if odd > 0.99:
            posted.user, posted.created_ms = "odd", rng.choice([-5, 0, 1, 10**17])
        status = {
            "Text": f"{rng.choice(['', 'so much ', '#mwk '])}{words} {rng.choice(['', '!', '🎵'])}",
            "CreatedAt": posted.created_ms,
            "Id": posted.id,
            "User": {"ScreenName": posted.user, "Name": 5 if odd > 0.99 else "x"},
        }
        posted.value = json.dumps(status, ensure_ascii=rng.random() < 0.5).encode()
        if rng.random() < 0.01:
            posted.value = b"\xef\xbb\xbf" + posted.value
        posted.bad_header = rng.random() < 0.002
        self._recent.append(posted)
        return posted

    def _set_odd_time(self, posted: Posted, kind: int) -> None:
        wall_ms = posted.stamp_ms
        if kind == 0:  # the loader of the original writes seconds
            posted.stamp_ms, posted.created_ms = wall_ms // 1_000, wall_ms
        elif kind == 1:
            posted.kind, posted.stamp_ms, posted.created_ms = 0, -1, wall_ms
        elif kind == 2:
            posted.stamp_ms, posted.created_ms = self._rng.choice([0, -1, -7]), wall_ms
        elif kind == 3:  # in the future
            posted.stamp_ms = wall_ms + self._rng.choice([1, 1_000, 3_600_000, 40 * DAY_MS])
        elif kind == 4:
            posted.stamp_ms, posted.created_ms = wall_ms * 1_000, wall_ms
        elif kind == 5:
            posted.stamp_ms, posted.fresh, posted.old = wall_ms - 2 * DAY_MS, False, True
        elif kind == 6:  # a producer that is slow, or whose clock is
            posted.stamp_ms, posted.fresh = wall_ms - self._rng.randrange(200, 90_000), False
        else:
            posted.kind = 2  # stamped by the broker

    def _sent(self, value: bytes | None, before: Posted) -> Posted:
        """The same status, delivered again."""
        return Posted(
            value,
            1,
            self._machine.wall_ms,
            self._machine.true_ms,
            before.user,
            before.id,
            before.created_ms,
            before.instrument,
        )

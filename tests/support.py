"""Shared test helpers: tweets, recordings, an arithmetic sound set, and waiting for conditions."""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import settings

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.show.music import Music
from mwk_desktop.units import INSTRUMENTS

T0_MS = 1_523_450_010_000
"""A window's start (divisible by 30,000): the design's own example."""

Floats = npt.NDArray[np.float32]
Answer = TypeVar("Answer")


def examples(in_soak: int) -> int:
    """How many examples hypothesis tries: in ``make test`` half as many as in the soak, whose
    profile (``tests/conftest.py``) has 100 where nothing is said."""
    return in_soak * settings().max_examples // 100


def not_tested(message: str) -> NoReturn:
    """Skip with a visible reason what this machine cannot test; fail in CI, where everything must
    run."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(f"NOT TESTED: {message}")


def needed(program: str, package: str) -> str:
    """The path of a program that a test runs; calls :func:`not_tested` if it is not installed."""
    path = shutil.which(program)
    if path is None:
        not_tested(f"{program} is not installed (apt-get install {package})")
    return path


def only_linux(why: str) -> None:
    """Call :func:`not_tested` on other systems."""
    if sys.platform != "linux":
        not_tested(f"only on Linux: {why}")


def status(
    text: str,
    user: str = "monty",
    *,
    id_: int | None = 1,
    created_ms: int | None = T0_MS,
    **more: Any,
) -> dict[str, Any]:
    """A TwitterStatus as the connector of the talk wrote it."""
    value: dict[str, Any] = {"Text": text, "User": {"ScreenName": user, "Name": user.title()}}
    if id_ is not None:
        value["Id"] = id_
    if created_ms is not None:
        value["CreatedAt"] = created_ms
    value.update(more)
    return value


def envelope(
    payload: dict[str, Any] | str | None,
    ts: int = T0_MS,
    *,
    partition: int = 0,
    offset: int = 0,
    topic: str = "twitter_json",
    **more: Any,
) -> dict[str, Any]:
    """One line of a recording, as kcat prints it."""
    if isinstance(payload, dict):
        payload = json.dumps(payload, ensure_ascii=False)
    return {
        "topic": topic,
        "partition": partition,
        "offset": offset,
        "tstype": "create",
        "ts": ts,
        "broker": 0,
        "key": None,
        "payload": payload,
        **more,
    }


def votes(
    instruments: Iterable[str], start_ms: int = T0_MS, step_ms: int = 100, *, first: int = 0
) -> list[dict[str, Any]]:
    """One line per vote, ``step_ms`` apart, each by another user."""
    return [
        envelope(
            status(f"{name} #mwk", f"user{first + n}", id_=first + n, created_ms=start_ms),
            start_ms + n * step_ms,
            offset=first + n,
        )
        for n, name in enumerate(instruments)
    ]


def write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    """Write a well-formed recording."""
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, "utf-8")
    return path


def live_batch(instruments: Iterable[str], at_ms: int, *, first: int = 0) -> Batch:
    """Votes that arrive together, with their records, as from a live source."""
    batch = Batch()
    for n, name in enumerate(instruments, first):
        value = json.dumps(status(f"{name} #mwk", f"user{n % 7}", id_=n, created_ms=at_ms)).encode()
        record = Record("twitter_json", 0, n, at_ms, None, value, arrival_ms=at_ms)
        batch.tweets.append(decode_tweet(value))
        batch.events_ms.append(at_ms)
        batch.record_ms.append(at_ms)
        batch.arrivals_ms.append(at_ms)
        batch.records.append(record)
    return batch


CLIPS_PER_INSTRUMENT = 3


def arithmetic_music(rate_hz: int = 48_000, loop_frames: int = 180_000) -> Music:
    """Eight instruments, three clips each, no files: see :func:`arithmetic_clips`."""
    clips = {
        name: tuple(f"{name}/{name}{n}.flac" for n in range(1, CLIPS_PER_INSTRUMENT + 1))
        for name in INSTRUMENTS
    }
    names = [clip for name in INSTRUMENTS for clip in clips[name]]
    return Music(
        name="arithmetic",
        rate_hz=rate_hz,
        loop_frames=loop_frames,
        beats_per_loop=8,
        beats_per_bar=4,
        clips=clips,
        clip_ids={name: index for index, name in enumerate(names)},
    )


def arithmetic_clips(music: Music) -> Floats:
    """Each clip is a ramp of a different height: any frame of the mix shows which clips sound and
    where they are.

    Heights are so small that the limiter is always a pure delay.
    """
    count = len(music.clip_ids)
    ramp = np.linspace(0.0, 1.0, music.loop_frames, endpoint=False, dtype=np.float32)
    heights = (0.01 + 0.002 * np.arange(count, dtype=np.float32))[:, None]
    mono = heights * (0.25 + 0.75 * ramp)
    return np.ascontiguousarray(np.repeat(mono[:, :, None], 2, axis=2), dtype=np.float32)


def wait_for(
    what: Callable[[], Answer],
    timeout_s: float = 60.0,
    *,
    pause_s: float = 0.01,
    otherwise: Callable[[], object] = str,
) -> Answer:
    """Call until the answer is true and return it; fails the test if that never happens.

    ``otherwise`` gives the failure's message: what was seen instead.

    The deadline is only for broken code: a loaded machine with two cores may be twenty times slower
    than a developer's.
    """
    deadline = time.monotonic() + timeout_s
    pause = threading.Event()
    while not (answer := what()):
        if time.monotonic() > deadline:
            raise AssertionError(f"not so within {timeout_s:g} s {otherwise()}")
        pause.wait(pause_s)
    return answer


def joined(steps: Iterable[object]) -> Batch:
    """All batches of a source as one: where they are cut is its own affair."""
    whole = Batch()
    for step in steps:
        if isinstance(step, Batch):
            whole.tweets += step.tweets
            whole.events_ms += step.events_ms
            whole.record_ms += step.record_ms
            whole.arrivals_ms += step.arrivals_ms
            whole.errors += step.errors
            whole.places += step.places
    return whole

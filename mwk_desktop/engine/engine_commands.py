"""Commands that the engine client sends to its process, and the one answer it gets.

Plain values that travel over a pipe. While it plays, the process reports through
:mod:`mwk_desktop.engine.shared_memory` instead.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from mwk_desktop.engine.protocol import CuePlan, Launch, Ramp
from mwk_desktop.messages import Message


class ReplaceLaunches(NamedTuple):
    """Replace everything that is pending on a strip."""

    strip: int
    launches: tuple[Launch, ...]


class ReplaceRamps(NamedTuple):
    """Replace everything that is pending on a curve."""

    curve: int
    ramps: tuple[Ramp, ...]


class ReplaceCue(NamedTuple):
    """Replace what is pre-listened to."""

    plan: CuePlan


class StartTransport(NamedTuple):
    """Start the transport with the next block."""


class ResumeTransport(NamedTuple):
    """Join the running transport: it was at ``frame`` at ``time_ns`` (``time.monotonic_ns``) and
    has gone on since then without sound."""

    frame: int
    time_ns: int


class CloseEngine(NamedTuple):
    """End the process."""


EngineCommand: TypeAlias = (
    ReplaceLaunches | ReplaceRamps | ReplaceCue | StartTransport | ResumeTransport | CloseEngine
)


class EngineReady(NamedTuple):
    """The process's answer once its output runs.

    ``state`` is ``running`` or ``silent``; ``detail`` says why it is silent. ``offered_rate_hz``:
    the device exists but plays only at this rate; else 0. ``modules``: what the process has
    imported (read by tests). ``ahead_frames``: how long before it is asked for a block is mixed.
    """

    state: str
    device: str
    block_frames: int
    latency_ms: float
    detail: Message
    offered_rate_hz: int
    has_cue: bool
    cue_problem: Message
    ahead_frames: int
    modules: tuple[str, ...]

"""What the engine's client sends to its process, and the one answer that comes back.

Plain values; they travel over a pipe. What the process has to say while it plays goes through
:mod:`mwk_desktop.engine.shared_memory` instead.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from mwk_desktop.engine.protocol import Launch, Ramp
from mwk_desktop.messages import Message


class ReplaceLaunches(NamedTuple):
    """Replace everything that is pending on a strip."""

    strip: int
    launches: tuple[Launch, ...]


class ReplaceRamps(NamedTuple):
    """Replace everything that is pending on a curve."""

    curve: int
    ramps: tuple[Ramp, ...]


class StartTransport(NamedTuple):
    """Start the transport with the next block."""


class ResumeTransport(NamedTuple):
    """Start where the music stands: it was at ``frame`` at ``time_ns`` (``time.monotonic_ns``) and
    has gone on since, unheard."""

    frame: int
    time_ns: int


class CloseEngine(NamedTuple):
    """End the process."""


EngineCommand: TypeAlias = (
    ReplaceLaunches | ReplaceRamps | StartTransport | ResumeTransport | CloseEngine
)


class EngineReady(NamedTuple):
    """The process's answer once its output runs.

    ``state`` is ``running`` or ``silent``, ``detail`` why it is silent. ``offered_rate_hz``: the
    device is there but plays at this rate only; else 0. ``modules``: what the process has imported
    (its parent's tests read it).
    """

    state: str
    device: str
    block_frames: int
    latency_ms: float
    detail: Message
    offered_rate_hz: int
    modules: tuple[str, ...]

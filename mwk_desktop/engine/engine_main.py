"""The engine process's main function. Nothing else is imported there.

Threads. The main thread is the control thread: it waits for commands on the pipe and may block.
When the pipe ends, the parent is gone and this process ends at once. The opener thread opens the
output (a sound server may be slow), locks the process in memory, requests priority that the system
did not grant by itself, and ends. The audio callback runs on PortAudio's thread, on the silent
clock's, or, with JACK, on the mixing thread of :mod:`~mwk_desktop.engine.block_ahead`. It never
blocks, logs, raises or allocates anything of a block's size. Commands reach it through a deque
(append and popleft are atomic); it reports through :mod:`~mwk_desktop.engine.shared_memory`.

The parent imports this module too (spawn needs the function), so heavy imports are inside
:func:`run_engine`, which runs only in the child.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final

from mwk_desktop import platform
from mwk_desktop.engine.engine_commands import CloseEngine, EngineCommand, EngineReady
from mwk_desktop.engine.protocol import EngineSpec

if TYPE_CHECKING:
    from mwk_desktop.engine.audio_callback import AudioCallback
    from mwk_desktop.engine.shared_memory import SharedClips, SharedEngineState

FIRST_BLOCK_S: Final = 5.0
"""Seconds that the opener waits for a device's first block."""


def run_engine(
    connection: Connection, spec: EngineSpec, clips: SharedClips, shared: SharedEngineState
) -> None:
    """Run the engine until the parent closes it or ends.

    Parameters
    ----------
    connection : Connection
        In: commands of :mod:`~mwk_desktop.engine.engine_commands`. Out: one
        :class:`~mwk_desktop.engine.engine_commands.EngineReady`.
    spec, clips, shared
        The engine's definition and shared memory.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    platform.current.unblock_interrupts()
    # Ctrl-C in a terminal reaches every process of the group; the parent decides when to end.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"

    from mwk_desktop.engine.audio_callback import AudioCallback
    from mwk_desktop.engine.audio_outputs import AudioOutput, open_output
    from mwk_desktop.engine.portaudio import configure_jack

    configure_jack(without=spec.without_jack)

    callback = AudioCallback(clips.bank, spec, shared)
    gc.collect()
    gc.freeze()
    gc.disable()
    # At most this long until the callback gets the interpreter's lock.
    sys.setswitchinterval(0.0005)
    output: list[AudioOutput] = []

    def open_and_report() -> None:
        opened = open_output(callback, spec, shared)
        output.append(opened)
        if spec.realtime:
            platform.current.lock_memory()  # only now: it includes PortAudio's memory
        ready = EngineReady(
            opened.state,
            opened.device,
            spec.block_frames,
            opened.latency_ms,
            opened.detail,
            opened.offered_rate_hz,
            opened.has_cue,
            opened.cue_problem,
            opened.ahead_frames,
            tuple(sorted(sys.modules)),
        )
        try:
            connection.send(ready)
        except OSError:
            os._exit(0)
        if spec.realtime:
            _request_more_priority(callback, shared, control_id)

    control_id = threading.get_native_id()
    if spec.realtime:
        platform.current.claim_control_priority()
    threading.Thread(target=open_and_report, name="mwk-engine-opener", daemon=True).start()
    while True:
        try:
            command: EngineCommand = connection.recv()
        except (EOFError, OSError):
            os._exit(0)
        if isinstance(command, CloseEngine):
            break
        callback.commands.append(command)
    # With a dead sound server, closing a stream can hang forever.
    if output:
        closer = threading.Thread(target=output[0].close, daemon=True)
        closer.start()
        closer.join(0.5)
    # Not sys.exit: PortAudio's exit handler aborts the process if JACK was killed.
    os._exit(0)


def _request_more_priority(
    callback: AudioCallback, shared: SharedEngineState, control_id: int
) -> None:
    """Request from a service the priority that the system did not grant (opener thread; may
    wait)."""
    from mwk_desktop.engine.shared_memory import StateSlot

    deadline_s = time.monotonic() + FIRST_BLOCK_S
    while not callback.thread_id:
        if time.monotonic() > deadline_s:
            return
        time.sleep(0.01)
    if shared.ints[StateSlot.PRIORITY] > 0:
        return
    priority = platform.current.request_priority_service(callback.thread_id, control_id)
    if priority > 0:
        shared.ints[StateSlot.PRIORITY] = priority

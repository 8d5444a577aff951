"""Starts the program's processes: always spawned, never forked from a process with threads.

Long-lived processes are started with :data:`SPAWN`. :func:`run_in_child` runs one function in a
process that lives only for its answer, for libraries that hang, crash or end their process. Call
from any thread that may block.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, Final

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as PipeEnd
else:
    from multiprocessing.connection import Connection as PipeEnd

__all__ = ["SPAWN", "NotWantedError", "PipeEnd", "run_in_child"]

SPAWN: Final = multiprocessing.get_context("spawn")

_ASK_S: Final = 0.1
"""How often the caller is asked whether it still wants an answer."""


class NotWantedError(Exception):
    """The caller no longer wants a child's answer; the child has been killed."""


def run_in_child(
    function: Callable[..., None],
    *arguments: object,
    name: str,
    timeout_s: float,
    is_wanted: Callable[[], bool] = lambda: True,
) -> Any:
    """Run ``function(send_answer, *arguments)`` in a new process and return what it sends.

    Parameters
    ----------
    function
        A module-level function, which the child imports. It calls ``send_answer`` with its answer,
        which ends the child at once, so that no library's destructor runs.
    name
        The child's name.
    is_wanted
        Whether the answer is still wanted; asked while the child works.

    Raises
    ------
    TimeoutError
        If no answer came in time; the child has been killed.
    NotWantedError
        If the answer is no longer wanted; the child has been killed.
    EOFError
        If the child ended without an answer.
    OSError
        If the child could not be started.
    """
    ours, theirs = SPAWN.Pipe(duplex=False)
    process = SPAWN.Process(
        target=_child_main, args=(theirs, function, arguments), name=name, daemon=True
    )
    try:
        process.start()
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()
    deadline_s = time.monotonic() + timeout_s
    try:
        while not ours.poll(max(0.0, min(_ASK_S, deadline_s - time.monotonic()))):
            if not is_wanted():
                raise NotWantedError
            if time.monotonic() >= deadline_s:
                raise TimeoutError(f"no answer within {timeout_s:g} s")
        return ours.recv()
    except ConnectionError as error:
        raise EOFError(str(error)) from error
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _child_main(
    connection: PipeEnd, function: Callable[..., None], arguments: tuple[object, ...]
) -> None:
    """Runs in the child: call the function and send its answer."""
    import os

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def send_answer(answer: object) -> None:
        connection.send(answer)
        connection.close()
        os._exit(0)

    function(send_answer, *arguments)

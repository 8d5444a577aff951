"""Starts the program's processes: always spawned, never forked from a process with threads.

Long-lived processes are made with :data:`SPAWN` and started by :func:`start_process`, whole even if
a signal arrives meanwhile. :func:`run_in_child` runs one function in a
process that lives only for its answer, for libraries that hang, crash or end their process. Call
from any thread that may block.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from mwk_desktop import platform

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as PipeEnd
else:
    from multiprocessing.connection import Connection as PipeEnd

__all__ = ["SPAWN", "NotWantedError", "PipeEnd", "run_in_child", "start_process"]

SPAWN: Final = multiprocessing.get_context("spawn")

_ASK_S: Final = 0.1
"""How often the caller is asked whether it still wants an answer."""


class NotWantedError(Exception):
    """The caller no longer wants a child's answer; the child has been killed."""


def start_process(process: Any) -> None:
    """Start a process of :data:`SPAWN`; what a signal does to this process waits until then.

    A process whose start is interrupted half way gets only a part of what it needs to begin: it
    ends with a traceback, and its owner can neither use nor join it. Ctrl-C in a terminal does not
    reach the new process; it ignores it once it runs.

    Raises
    ------
    OSError
        If the process could not be started.
    """
    with platform.current.interrupts_blocked(), _handlers_deferred():
        process.start()


@contextmanager
def _handlers_deferred() -> Iterator[None]:
    """Run the handlers of SIGINT and SIGTERM after the block if a signal arrives within.

    Python runs handlers in the main thread only, so that in others there is nothing to defer.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    arrived: list[int] = []
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    ours = [number for number, handler in handlers.items() if callable(handler)]
    for number in ours:
        signal.signal(number, lambda number, _: arrived.append(number))
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, handlers[number])
    for each in arrived:
        signal.raise_signal(each)


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
        start_process(process)
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
    platform.current.unblock_interrupts()

    def send_answer(answer: object) -> None:
        connection.send(answer)
        connection.close()
        os._exit(0)

    function(send_answer, *arguments)

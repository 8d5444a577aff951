"""How every process of the program is started: spawned afresh, never forked from a threaded one.

Processes that stay are started with :data:`SPAWN`. :func:`run_in_child` calls one function in a
process that lives only for its answer, for libraries that hang, crash or end the process that uses
them. Any thread that may block.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable
from typing import Any, Final

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as PipeEnd
else:
    from multiprocessing.connection import Connection as PipeEnd

__all__ = ["SPAWN", "PipeEnd", "run_in_child"]

SPAWN: Final = multiprocessing.get_context("spawn")


def run_in_child(
    function: Callable[..., None], *arguments: object, name: str, timeout_s: float
) -> Any:
    """What ``function(send_answer, *arguments)`` sends, called in a process of its own.

    Parameters
    ----------
    function
        A function of a module, which the child imports. It calls ``send_answer`` with its answer;
        that ends the child at once, so that no destructor of a library runs.
    name
        The child's name.

    Raises
    ------
    TimeoutError
        No answer came in time; the child has been killed.
    EOFError
        The child ended without an answer.
    OSError
        It could not be started.
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
    try:
        if not ours.poll(timeout_s):
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
    """The child: call the function and send what it answers."""
    import os

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def send_answer(answer: object) -> None:
        connection.send(answer)
        connection.close()
        os._exit(0)

    function(send_answer, *arguments)

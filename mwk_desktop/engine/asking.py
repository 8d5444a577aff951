"""A question to a process that lives only for the answer.

For libraries that hang, crash or end the process that asks them. Called from any thread that may
block.
"""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from mwk_desktop.records.spawning import SPAWN


def ask(look: Callable[..., None], *args: object, name: str, timeout_s: float) -> Any:
    """What ``look(tell, *args)`` tells in a process of its own, which is called ``name``.

    Parameters
    ----------
    look
        A function of a module, which the process imports. It calls ``tell`` with its answer, which
        ends the process at once: no destructor of a library runs.

    Raises
    ------
    TimeoutError
        No answer came in time; the process has been killed.
    EOFError
        The process ended without an answer.
    OSError
        It could not be started.
    """
    ours, theirs = SPAWN.Pipe(duplex=False)
    process = SPAWN.Process(target=_answer, args=(theirs, look, args), name=name, daemon=True)
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


def _answer(connection: Connection, look: Callable[..., None], args: tuple[object, ...]) -> None:
    """The child: look and tell."""
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def tell(answer: object) -> None:
        connection.send(answer)
        connection.close()
        os._exit(0)

    look(tell, *args)

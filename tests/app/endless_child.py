"""What a child process does that gives no answer; importing it brings nothing into the child."""

from __future__ import annotations

import threading
from collections.abc import Callable


def never_answer(send_answer: Callable[[object], None]) -> None:
    """Wait until the process is killed."""
    del send_answer
    threading.Event().wait()

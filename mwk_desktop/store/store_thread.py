"""The store thread: commits the show thread's changes once a second and at the end.

One thread per :class:`StoreThread`; it may block on the disk. The show thread calls ``ready`` and
``submit``, which never wait: during a commit further changes are merged. Since rows hold absolute
values, they never need more memory than the users they touch. ``on_committed`` and ``on_problem``
are called on the store thread and must not wait either.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping

from mwk_desktop.messages import NOTHING, Message, message_of
from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import ShowFile, StoreError

RETRY_S = 1.0
"""Seconds between attempts after an error: space may be freed on a full disk. Changes are kept
until then."""

_log = logging.getLogger("mwk_desktop.store")


class StoreThread:
    """Owns ``show`` from ``start`` to ``stop``.

    Parameters
    ----------
    show
        An open show; ``stop`` closes it.
    on_committed
        Called with the next offsets that are now safely stored.
    on_problem
        Called with one sentence when a commit fails, and with ``NOTHING`` when commits work again.
    """

    def __init__(
        self,
        show: ShowFile,
        on_committed: Callable[[Mapping[int, int]], None] | None = None,
        on_problem: Callable[[Message], None] | None = None,
    ) -> None:
        self._show = show
        self._on_committed = on_committed
        self._on_problem = on_problem
        self._condition = threading.Condition()
        self._pending: Changes | None = None
        self._working = False
        self._stopping = False
        self._problem: Message = NOTHING
        self._commits = 0
        self._thread = threading.Thread(target=self._run, name="mwk-store", daemon=True)

    @property
    def ready(self) -> bool:
        """Whether no changes are waiting, so that the next may be collected (at most once a
        second)."""
        return self._pending is None and not self._working

    @property
    def problem(self) -> Message:
        """Why the last commit failed; empty if it did not."""
        return self._problem

    @property
    def commits(self) -> int:
        """How many transactions were committed."""
        return self._commits

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def submit(self, changes: Changes) -> None:
        """Queue ``changes`` for the next commit, merged with those still waiting; returns at
        once."""
        with self._condition:
            if self._pending is None:
                self._pending = changes
            else:
                self._pending.merge(changes)
            self._condition.notify_all()

    def flush(self, timeout_s: float = 10.0) -> bool:
        """Wait until all submitted changes are committed; False if that failed or timed out."""
        with self._condition:
            return self._condition.wait_for(
                lambda: self.ready or bool(self._problem), timeout_s
            ) and (self.ready)

    def stop(self, timeout_s: float = 10.0) -> bool:
        """Commit the waiting changes (one attempt), close the file and join the thread.

        Returns
        -------
        bool
            False if something could not be committed; the next start reads those records again.
        """
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
            return not self._thread.is_alive() and self._pending is None
        self._show.close()
        return self._pending is None

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._pending is not None or self._stopping)
                changes, self._pending = self._pending, None
                last = self._stopping
                self._working = True
            saved = changes is None or self._commit(changes)
            with self._condition:
                if changes is not None and not saved:
                    self._keep(changes)
                self._working = False
                self._condition.notify_all()
                if last:
                    break
                if not saved:
                    self._condition.wait_for(lambda: self._stopping, RETRY_S)
        try:
            self._show.close()
        except StoreError as error:
            _log.warning("%s", error)

    def _keep(self, changes: Changes) -> None:
        """Put unsaved changes back before those that came meanwhile."""
        if self._pending is not None:
            changes.merge(self._pending)
        self._pending = changes

    def _commit(self, changes: Changes) -> bool:
        try:
            self._show.apply(changes)
        except StoreError as error:
            self._report_problem(message_of(error))
            return False
        self._commits += 1
        self._report_problem(NOTHING)
        if self._on_committed is not None:
            self._on_committed(changes.next_offsets)
        return True

    def _report_problem(self, problem: Message) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        if problem:
            _log.error("the state was not saved: %s", problem)
        if self._on_problem is not None:
            self._on_problem(problem)

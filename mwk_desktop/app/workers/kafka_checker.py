"""Checks ``[kafka]`` in the background for the settings page, as ``mwk check`` does."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from mwk_desktop.messages import message, verbatim
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.show.workers_state import CheckFinding

CheckKafka = Callable[[Settings], tuple[CheckFinding, ...]]

_log = logging.getLogger(__name__)


class KafkaChecker:
    """Checks ``[kafka]`` on a thread of its own; a newer question replaces an older one.

    Parameters
    ----------
    check
        Waits for the broker, a few seconds at most.
    """

    def __init__(self, check: CheckKafka) -> None:
        self._check = check
        self._lock = threading.Lock()
        self._number = 0
        self._state: tuple[bool, tuple[CheckFinding, ...]] = (False, ())

    @property
    def state(self) -> tuple[bool, tuple[CheckFinding, ...]]:
        """Whether a check goes on, and what the last one found (any thread)."""
        return self._state

    def begin(self, settings: Settings) -> None:
        """Check these settings; returns at once."""
        with self._lock:
            self._number += 1
            number = self._number
            self._state = (True, self._state[1])
        threading.Thread(
            target=self._run, args=(number, settings), name="kafka-check", daemon=True
        ).start()

    def _run(self, number: int, settings: Settings) -> None:
        try:
            found = self._check(settings)
        except Exception as error:  # a bug must be shown, too
            _log.debug("[kafka] could not be checked", exc_info=True)
            text = verbatim(f"{type(error).__name__}: {error}")
            found = (CheckFinding("kafka", "bad", message("Broker"), text),)
        with self._lock:
            if number == self._number:
                self._state = (False, found)

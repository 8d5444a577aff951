"""The worker that looks into recordings before one is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.recording_look import look_into
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import verbatim
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.recording_facts import LookAtRecordings, RecordingFacts
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState

AT_ONCE: Final = 8
"""How many recordings one process reads; the first one gets a process of its own."""

BESIDE_BYTES: Final = 100_000_000
"""A larger recording is only read when it is asked for first."""

KNOWN_MOST: Final = 200

_Key = tuple[int, int]


class RecordingsWorker(Worker):
    """Reads recordings one after another; a newer request ends an older one.

    Parameters
    ----------
    options
        Of this run: the topic, and the schemas of values.
    look
        Reads recordings and waits for the end.
    """

    handles: ClassVar[tuple[type, ...]] = (LookAtRecordings,)

    def __init__(
        self, options: Options, look: Callable[..., Sequence[RecordingFacts]] = look_into
    ) -> None:
        super().__init__("recordings")
        self._options = options
        self._look = look
        self._newest: WorkerRequest | None = None
        self._known: dict[str, tuple[_Key, RecordingFacts]] = {}
        self._state: tuple[RecordingFacts, ...] = ()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add what is known."""
        return replace(state, recordings=self._state)

    def send(self, request: WorkerRequest) -> None:
        """Queue a request in place of the one before."""
        self._newest = request
        super().send(request)

    def handle_request(self, request: WorkerRequest) -> None:
        """Read what is not known yet, or has changed since."""
        assert isinstance(request, LookAtRecordings)
        first, rest = request.paths[:1], request.paths[1:]
        for paths in (first, *(rest[at : at + AT_ONCE] for at in range(0, len(rest), AT_ONCE))):
            if self._newest is not request:
                return
            keys = {path: _key_of(path) for path in paths}
            wanted = [
                path
                for path, key in keys.items()
                if key is not None
                and self._known.get(str(path), (None,))[0] != key
                and (paths is first or key[0] <= BESIDE_BYTES)
            ]
            if not wanted:
                continue
            for path, facts in zip(
                wanted,
                self._look(wanted, self._options.settings, self._options.topic),
                strict=True,
            ):
                self._keep(path, keys[path] or (0, 0), facts)

    def _keep(self, path: Path, key: _Key, facts: RecordingFacts) -> None:
        self._known.pop(str(path), None)
        self._known[str(path)] = (key, replace(facts, size_bytes=key[0]))
        while len(self._known) > KNOWN_MOST:
            del self._known[next(iter(self._known))]
        self._state = tuple(facts for _, facts in self._known.values())

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show a bug in place of the facts."""
        if isinstance(request, LookAtRecordings) and request.paths:
            problem = verbatim(f"{type(error).__name__}: {error}")
            path = request.paths[0]
            self._keep(path, _key_of(path) or (0, 0), RecordingFacts(str(path), problem=problem))


def _key_of(path: Path) -> _Key | None:
    """Size and time of a file, which change with it; None if it cannot be read."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns

"""The worker that looks into recordings before one is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
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

_Key = tuple[int, int, bool]
_NOTHING: Final[_Key] = (0, -1, False)


class RecordingsWorker(Worker):
    """Reads recordings one after another; a newer request or the program's end ends a request, and
    kills the process that reads what is not wanted any more.

    Parameters
    ----------
    options
        The options of this run: the topic, and the schemas of values.
    look
        Reads recordings and waits for the end, or until they are not wanted any more.
    recording
        Returns the file that the running show is recorded in; None: it is not recorded.
    """

    handles: ClassVar[tuple[type, ...]] = (LookAtRecordings,)

    def __init__(
        self,
        options: Options,
        look: Callable[..., Sequence[RecordingFacts]] = look_into,
        recording: Callable[[], Path | None] = lambda: None,
    ) -> None:
        super().__init__("recordings")
        self._options = options
        self._recording = recording
        self._look = look
        self._newest: LookAtRecordings | None = None
        self._known: dict[str, tuple[_Key, RecordingFacts]] = {}
        self._state: tuple[RecordingFacts, ...] = ()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add what is known."""
        return replace(state, recordings=self._state)

    def send(self, request: WorkerRequest) -> None:
        """Queue a request in place of the one before."""
        if isinstance(request, LookAtRecordings):
            self._newest = request
        super().send(request)

    def close(self) -> None:
        """Stop reading, and end the thread."""
        self._newest = None
        super().close()

    def handle_request(self, request: WorkerRequest) -> None:
        """Read what is not known yet, or has changed since."""
        assert isinstance(request, LookAtRecordings)
        first, rest = request.paths[:1], request.paths[1:]
        for paths in (first, *(rest[at : at + AT_ONCE] for at in range(0, len(rest), AT_ONCE))):
            if self._newest is not request:
                return
            keys = {path: self._key_of(path) for path in paths}
            wanted = [
                path
                for path, key in keys.items()
                if key is not None
                and self._known.get(str(path), (None,))[0] != key
                and (paths is first or key[0] <= BESIDE_BYTES)
            ]
            if not wanted:
                continue
            found = self._look(
                wanted,
                self._options.settings,
                self._options.topic,
                is_wanted=partial(self._is_wanted, request, wanted),
            )
            for path, facts in zip(wanted, found, strict=False):  # none, if not wanted any more
                self._keep(path, keys[path] or _NOTHING, facts)

    def _is_wanted(self, request: LookAtRecordings, paths: Sequence[Path]) -> bool:
        """Whether these recordings of a request are still to be read, or the newest one's first."""
        newest = self._newest
        return newest is request or (newest is not None and newest.paths[0] in paths)

    def _keep(self, path: Path, key: _Key, facts: RecordingFacts) -> None:
        self._known.pop(str(path), None)
        facts = replace(facts, size_bytes=key[0])
        if key[2]:
            # Its end is still to come: that it is missing is no damage.
            facts = replace(facts, growing=True, warnings=())
        # What could not be read this time is tried again.
        self._known[str(path)] = (_NOTHING if facts.unread else key, facts)
        while len(self._known) > KNOWN_MOST:
            del self._known[next(iter(self._known))]
        self._state = tuple(facts for _, facts in self._known.values())

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show a bug in place of the facts."""
        if isinstance(request, LookAtRecordings) and request.paths:
            problem = verbatim(f"{type(error).__name__}: {error}")
            path = request.paths[0]
            found = RecordingFacts(str(path), problem=problem, unread=True)
            self._keep(path, self._key_of(path) or _NOTHING, found)

    def _key_of(self, path: Path) -> _Key | None:
        """Size and time of a file, which change with it, and whether it is being recorded; None if
        it cannot be read."""
        try:
            found = path.stat()
        except (OSError, ValueError):
            return None
        recording = self._recording()
        growing = recording is not None and recording.absolute() == path.absolute()
        return found.st_size, found.st_mtime_ns, growing

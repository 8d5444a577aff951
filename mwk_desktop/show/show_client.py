"""The interface of a show that windows and other controls use."""

from __future__ import annotations

from typing import Protocol

from mwk_desktop.show.commands import Command, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot


class ShowClient(Protocol):
    """Gives its newest snapshot and accepts commands; neither may wait."""

    def snapshot(self) -> Snapshot: ...

    def send(self, command: Command | WorkerRequest) -> None: ...

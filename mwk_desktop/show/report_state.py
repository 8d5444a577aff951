"""Requests for the report of a show, and what the snapshot says of it. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from mwk_desktop.messages import NOTHING, Message


class WriteReport(Struct, frozen=True):
    """Write the report of a recording; without ``path`` of the replayed one, or of what the running
    show has recorded so far."""

    path: Path | None = None


class OpenReport(Struct, frozen=True):
    """Open the finished report in the system's browser, or (``folder``) the folder it lies in."""

    folder: bool = False


class CloseReport(Struct, frozen=True):
    """Stop the report that is being written, or take its result or the offer off the console."""


ReportRequest = WriteReport | OpenReport | CloseReport


@dataclass(frozen=True, slots=True)
class ReportState:
    """The console's report; all empty: there is nothing to show.

    ``recording`` is the recording's file name. ``running``: its report is being written, ``share``
    of it is done (0 to 1). ``path``: the finished report. ``problem``: why there is none, or why it
    cannot be opened. ``offered``: the recording of a live show that has just ended.
    """

    recording: str = ""
    running: bool = False
    share: float = 0.0
    path: str = ""
    problem: Message = NOTHING
    offered: str = ""

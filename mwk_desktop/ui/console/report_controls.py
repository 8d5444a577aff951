"""Slots and properties of the show's report, which a worker writes (GUI thread, never blocks)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot

from mwk_desktop.show.report_state import CloseReport, OpenReport, WriteReport
from mwk_desktop.show.snapshot import Snapshot

if TYPE_CHECKING:
    from mwk_desktop.show.show_client import ShowClient

REPORT_DEFAULTS: Final[dict[str, Any]] = {
    "canReport": False,  # a report can be written now
    "reportShare": 0.0,  # how much of it is written
}


def report_properties(snapshot: Snapshot) -> dict[str, Any]:
    """Values for :data:`REPORT_DEFAULTS`; what a banner says of it is in :mod:`.banners`."""
    report = snapshot.workers.report
    writing = report is not None and report.running
    return {
        "canReport": "WriteReport" in snapshot.workers.offers and not writing,
        "reportShare": round(report.share, 2) if report is not None else 0.0,
    }


class ReportControls:
    """The part of the console's view-model behind the buttons that write and open reports."""

    _show: ShowClient

    @Slot()
    def writeReport(self) -> None:
        """Write the report of this show: of the recording that is replayed, or of its own."""
        self._show.send(WriteReport())

    @Slot(str)
    def writeReportOf(self, path: str) -> None:
        """Write the report of a recording."""
        if path:
            self._show.send(WriteReport(Path(path)))

    @Slot()
    def writeOfferedReport(self) -> None:
        """Write the report of the live show that has just ended."""
        report = self._show.snapshot().workers.report
        self.writeReportOf("" if report is None else report.offered)

    @Slot(bool)
    def openReport(self, folder: bool) -> None:
        """Open the finished report, or the folder it lies in."""
        self._show.send(OpenReport(folder))

    @Slot()
    def closeReport(self) -> None:
        """Stop writing it, or take its banner away."""
        self._show.send(CloseReport())

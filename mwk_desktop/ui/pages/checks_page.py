"""The pre-flight page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot

from mwk_desktop.show.commands import RunChecks, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import Checks
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.number_text import wall_time
from mwk_desktop.ui.pages.finding_rows import finding_rows
from mwk_desktop.ui.view_model import view_model_class

_ChecksProperties = view_model_class(
    "ChecksProperties",
    {"rows": [], "running": False, "level": "off", "verdict": "", "toneDone": False},
)


class ChecksView(_ChecksProperties):  # type: ignore[misc, valid-type]
    """One row per thing that a show needs, and a verdict on all."""

    def __init__(self, send: Callable[[WorkerRequest], None]) -> None:
        super().__init__()
        self._send = send
        self._checks: Checks | None = None

    def opened(self) -> None:
        """Run the checks when the page opens."""
        if not self.running:
            self.run()

    @Slot()
    def run(self) -> None:
        """Run all checks again."""
        self._ask(tone=False)

    @Slot()
    def tone(self) -> None:
        """Run all checks again, with an audible tone."""
        self._ask(tone=True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the worker found so far."""
        checks = snapshot.workers.checks
        if checks is self._checks or checks is None:
            return
        self._checks = checks
        self._show_checks(checks)

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self._checks is not None:
            self._show_checks(self._checks)

    def _show_checks(self, checks: Checks) -> None:
        if checks.t_ms:
            self.set_properties(
                {
                    "rows": finding_rows(checks.findings),
                    "running": checks.running,
                    "level": "off" if checks.running else checks.level,
                    "verdict": verdict(checks),
                }
            )

    def _ask(self, *, tone: bool) -> None:
        if not self.running:
            self.set_properties({"running": True, "verdict": verdict(Checks(running=True))})
            self._send(RunChecks(tone))


def verdict(checks: Checks) -> str:
    """All rows summed up in a sentence."""
    if checks.running:
        return translate("Checks", "Looking\u2026")
    levels = [row.level for row in checks.findings]
    bad, warn = levels.count("bad"), levels.count("warn")
    when = wall_time(checks.t_ms)
    if bad:
        text = translate("Checks", "%1 to fix first, %2 to look at. As of %3.")
    elif warn:
        text = translate("Checks", "The show can begin; %2 to look at. As of %3.")
    else:
        text = translate("Checks", "Everything is ready. As of %3.")
    return text.replace("%1", str(bad)).replace("%2", str(warn)).replace("%3", when)

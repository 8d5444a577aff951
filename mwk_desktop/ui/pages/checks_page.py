"""The pre-flight page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot

from mwk_desktop.show.commands import ChangeSetting, RunChecks, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import Checks
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.number_text import wall_time
from mwk_desktop.ui.pages.finding_rows import finding_rows
from mwk_desktop.ui.pages.tap_offset import TapOffset
from mwk_desktop.ui.stage.stage_beats import music_beats
from mwk_desktop.ui.view_model import view_model_class

_ChecksProperties = view_model_class(
    "ChecksProperties",
    {
        "rows": [],
        "running": False,
        "level": "off",
        "verdict": "",
        "offsetText": "",
        "offsetMs": -1,  # what the taps ask for; -1: nothing yet
        "canTap": False,
    },
)


_OFFSET = "audio.visual_offset_ms"


class ChecksView(_ChecksProperties):  # type: ignore[misc, valid-type]
    """One row per thing that a show needs, and a verdict on all."""

    def __init__(self, send: Callable[[WorkerRequest], None]) -> None:
        super().__init__()
        self._send = send
        self._checks: Checks | None = None
        self._snapshot: Snapshot | None = None
        self._taps = TapOffset()

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

    @Slot()
    def tap(self) -> None:
        """Note a tap on the beat that is heard."""
        snapshot = self._snapshot
        if snapshot is not None and self.canTap:
            self._taps.tap(music_beats(snapshot.transport, 0.0), snapshot.transport.bpm)
            self._show_taps()

    @Slot()
    def useOffset(self) -> None:
        """Set the visual offset that the taps ask for."""
        if self.offsetMs >= 0:
            self._send(ChangeSetting(_OFFSET, str(self.offsetMs)))
            self._taps = TapOffset()
            self._show_taps()

    def _show_taps(self) -> None:
        found = self._taps.offset_ms
        if found is not None:
            text = translate("Checks", "heard %1 ms after the computer").replace("%1", str(found))
        elif self._taps.taps:
            text = translate("Checks", "go on tapping: %1").replace("%1", str(self._taps.taps))
        else:
            text = translate("Checks", "now %1 ms").replace("%1", self._saved_offset())
        self.set_properties({"offsetText": text, "offsetMs": -1 if found is None else found})

    def _saved_offset(self) -> str:
        settings = None if self._snapshot is None else self._snapshot.workers.settings
        rows = () if settings is None else settings.rows
        return next((row.value for row in rows if row.name == _OFFSET), "0")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the worker found so far."""
        before, self._snapshot = self._snapshot, snapshot
        if before is None or before.workers.settings is not snapshot.workers.settings:
            self._show_taps()
        self.set_properties({"canTap": snapshot.transport.running})
        checks = snapshot.workers.checks
        if checks is self._checks or checks is None:
            return
        self._checks = checks
        self._show_checks(checks)

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self._checks is not None:
            self._show_checks(self._checks)
        self._show_taps()

    def _show_checks(self, checks: Checks) -> None:
        if checks.t_ms:
            self.set_properties(
                {
                    "rows": [_on_this_page(row) for row in finding_rows(checks.findings)],
                    "running": checks.running,
                    "level": "off" if checks.running else checks.level,
                    "verdict": verdict(checks),
                }
            )

    def _ask(self, *, tone: bool) -> None:
        if not self.running:
            self.set_properties({"running": True, "verdict": verdict(Checks(running=True))})
            self._send(RunChecks(tone))


def _on_this_page(row: dict[str, str]) -> dict[str, str]:
    """A row with what can be done here, not how to come here."""
    if row["key"] != "audio.offset" or not row["remedy"]:
        return row
    here = translate("Checks", "Late loudspeakers (Bluetooth, HDMI): tap on the beat, below.")
    return {**row, "remedy": here}


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

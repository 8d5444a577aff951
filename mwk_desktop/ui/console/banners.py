"""Banners: what is wrong, what goes on, what to do (GUI thread)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import Message
from mwk_desktop.show.report_state import ReportState
from mwk_desktop.show.snapshot import Problem, ProblemKind, Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import wall_time
from mwk_desktop.ui.safe_text import clean

_LIMIT = 400
SHOWN = 2
"""Most banners shown."""

_ICONS: Final[Mapping[ProblemKind, str]] = {
    ProblemKind.BROKER: "plug",
    ProblemKind.RECORDING: "rec",
    ProblemKind.SOUND: "mute",
    ProblemKind.SCREEN: "stage",
    ProblemKind.SPARE: "swap",
}
"""The icons; others warn."""


class Banners:
    """All problems, worst first (the show sorts them).

    A missing sound device has its own banner, in second place at the latest: it is shown even while
    the broker is lost, and it offers the list of outputs.
    """

    def __init__(self) -> None:
        self._missing_since = ""

    def of(self, snapshot: Snapshot) -> list[dict[str, Any]]:
        """A banner each; its ``head`` is shown bold."""
        spare = snapshot.workers.spare
        follows = spare is not None and spare.role == "follow" and not spare.taking_over
        shown = [_banner(problem, follows) for problem in snapshot.problems]
        if snapshot.workers.lost_history:
            # The show waits for an answer: nothing is counted until then.
            shown.insert(0, _history_lost())
        report = snapshot.workers.report
        if report is not None and report != ReportState():
            shown.append(_of_report(report))
        if not snapshot.engine.device_missing:
            self._missing_since = ""
            return shown
        # The snapshot's clock may be a recording's; this one is on the presenter's wall.
        self._missing_since = self._missing_since or wall_time(wall_ms())
        shown.insert(1, _missing(snapshot.engine.detail, self._missing_since))
        return shown


def _of_report(report: ReportState) -> dict[str, Any]:
    if report.running:
        head = translate("Banner", "The report is being written.")
        rest = translate("Banner", "From %1. The show goes on.")
        return _facts(head, _filled(rest, report.recording), "chart", "writing", mild=True)
    if report.path:
        head = translate("Banner", "The report is written.")
        rest = message_text(report.problem, _LIMIT) or clean(report.path)
        return _facts(head, rest, "chart", "written", mild=True)
    if report.problem:
        head = translate("Banner", "There is no report.")
        return _facts(head, message_text(report.problem, _LIMIT), "warn", "unwritten", mild=True)
    head = translate("Banner", "The live show is over.")
    rest = translate("Banner", "It is recorded: %1. The report tells how it was.")
    return _facts(head, _filled(rest, report.recording), "chart", "offered", mild=True)


def _filled(text: str, name: str) -> str:
    return text.replace("%1", clean(name))


def _missing(detail: Message, since: str) -> dict[str, Any]:
    head = translate("Banner", "Sound device missing: no sound since %1.").replace("%1", since)
    rest = translate("Banner", "%1. Plug it in to resume, or choose another.")
    return _facts(head, rest.replace("%1", message_text(detail, _LIMIT)), "mute", "outputs")


def _history_lost() -> dict[str, Any]:
    head = translate("Banner", "The topic no longer holds what comes next: counting waits.")
    rest = translate("Banner", "The music goes on. Begin with the oldest message, or with now?")
    return _facts(head, rest, "plug", "history")


def _facts(head: str, rest: str, icon: str, ask: str, *, mild: bool = False) -> dict[str, Any]:
    """A banner; ``ask`` chooses its buttons: none, ``outputs``, ``connect``, ``history``,
    ``takeover``, or of a report ``offered``, ``writing``, ``written``, ``unwritten``.
    ``mild``: nothing is broken."""
    return {"head": head, "rest": rest, "icon": icon, "ask": ask, "mild": mild}


def _banner(problem: Problem, follows: bool) -> dict[str, Any]:
    ask = {ProblemKind.BROKER: "connect", ProblemKind.SPARE: "takeover" if follows else ""}
    return _facts(
        message_text(problem.summary, _LIMIT),
        message_text(problem.details, _LIMIT),
        _ICONS.get(problem.kind, "warn"),
        ask.get(problem.kind, ""),
        mild=problem.mild,
    )

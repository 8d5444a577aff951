"""The list of sound outputs to choose from (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.show.commands import ChooseOutput, ListOutputs, WorkerRequest
from mwk_desktop.show.snapshot import EngineState, OutputRow, Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

SILENCE = "null"
"""Silence as an output: the clock runs without sound."""

_NAME_LIMIT = 80

_OutputProperties = view_model_class("OutputProperties", {"rows": [], "chosen": -1})


def output_rows(snapshot: Snapshot) -> list[dict[str, str]]:
    """The list's rows: outputs, silence, why nothing can be pre-listened to, and the row that scans
    again.

    ``kind`` is ``output``, ``silence``, ``note`` (nothing to choose) or ``refresh``; ``title`` and
    ``detail`` are for people.
    """
    found = snapshot.outputs
    rows = [
        {
            "kind": "output",
            "name": row.name,
            "title": clean(row.title, _NAME_LIMIT),
            "detail": _detail(row, snapshot.engine),
        }
        for row in found.rows
    ]
    silence = translate("Outputs", "Silence")
    clock = translate("Outputs", "null: the clock goes on")
    rows.append({"kind": "silence", "name": SILENCE, "title": silence, "detail": clock})
    if not snapshot.sound.has_cue and snapshot.sound.cue_problem:
        title = translate("Outputs", "Pre-listening")
        problem = message_text(snapshot.sound.cue_problem)
        rows.append({"kind": "note", "name": "note", "title": title, "detail": problem})
    again = translate("Outputs", "Look again")
    if found.looking:
        again = translate("Outputs", "Looking for outputs\u2026")
    problem = message_text(found.problem)
    rows.append({"kind": "refresh", "name": "", "title": again, "detail": problem})
    return rows


def chosen_row(snapshot: Snapshot) -> int:
    """Place of the output that plays now, or -1."""
    engine = snapshot.engine
    if engine.state == "silent":
        return -1 if engine.device_missing else len(snapshot.outputs.rows)
    names = [row.name for row in snapshot.outputs.rows]
    return names.index(engine.device) if engine.device in names else -1


def _detail(row: OutputRow, engine: EngineState) -> str:
    parts = [clean(row.system, _NAME_LIMIT), f"{decimal(f'{row.rate_hz / 1000:g}')} kHz"]
    if row.is_default:
        parts.insert(1, translate("Outputs", "default"))
    if row.rate_hz != engine.rate_hz:
        # A worker decodes the sounds once more before the output is used.
        parts.append(translate("Outputs", "the sounds are converted to it"))
    return " \u00b7 ".join(parts)


class OutputsView(_OutputProperties):  # type: ignore[misc, valid-type]
    """The view-model of the outputs' list.

    Parameters
    ----------
    send
        Takes requests; never waits.
    """

    def __init__(self, send: Callable[[WorkerRequest], None]) -> None:
        super().__init__()
        self._send = send
        self._key: Any = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
        engine = snapshot.engine
        key = (
            snapshot.outputs,
            snapshot.sound.has_cue,
            snapshot.sound.cue_problem,
            engine.state,
            engine.device,
            engine.device_missing,
            engine.rate_hz,
        )
        if key != self._key:
            self._key = key
            self.set_properties({"rows": output_rows(snapshot), "chosen": chosen_row(snapshot)})

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = None

    @Slot()
    def refresh(self) -> None:
        """Look for outputs again."""
        self._send(ListOutputs())

    @Slot(str)
    def choose(self, name: str) -> None:
        """Switch to an output, by its name."""
        self._send(ChooseOutput(name))

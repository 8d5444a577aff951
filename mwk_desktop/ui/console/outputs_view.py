"""The list of sound outputs to choose from (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.commands import ChooseOutput, ListOutputs, WorkerRequest
from mwk_desktop.show.snapshot import EngineState, OutputRow, Snapshot
from mwk_desktop.ui.interface_language import instrument_name, translate
from mwk_desktop.ui.local_numbers import decimal
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

SILENCE = "null"
"""Silence as an output: the clock runs without sound."""

_NAME_LIMIT = 80

_OutputProperties = view_model_class("OutputProperties", {"rows": [], "chosen": -1})


CUE_NEXT, CUE_OFF = "cue.next", "cue.off"
"""Rows of pre-listening, by their ``name``."""


def output_rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The list's rows: outputs, silence, pre-listening, and the row that scans again.

    ``kind`` is ``output``, ``silence``, ``cue``, ``note`` (nothing to choose) or ``refresh``;
    ``title`` and ``detail`` are for people; ``on``: a choice besides the output that is made.
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
    rows += _cue_rows(snapshot)
    again = translate("Outputs", "Look again")
    if found.looking:
        again = translate("Outputs", "Looking for outputs\u2026")
    problem = message_text(found.problem)
    rows.append({"kind": "refresh", "name": "", "title": again, "detail": problem})
    return [{"on": False, **row} for row in rows]


def _cue_rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    """What outputs 3 and 4 hear, or the one sentence why there are none."""
    sound = snapshot.sound
    title = translate("Outputs", "Pre-listening")
    if not sound.has_cue:
        if not sound.cue_problem:
            return []
        problem = message_text(sound.cue_problem)
        return [{"kind": "note", "name": "note", "title": title, "detail": problem}]
    heard = [instrument_name(strip.instrument) for strip in snapshot.strips if strip.cue]
    names = ", ".join(heard) or translate("Outputs", "all strips")
    hears = names if heard or sound.cue_next else translate("Outputs", "nothing on 3\u20134")
    return [
        {
            "kind": "cue",
            "name": CUE_NEXT,
            "title": translate("Outputs", "Pre-listen to NEXT"),
            "detail": names if sound.cue_next else "",
            "on": sound.cue_next,
        },
        {
            "kind": "cue",
            "name": CUE_OFF,
            "title": translate("Outputs", "Pre-listening off"),
            "detail": hears,
            "on": not heard and not sound.cue_next,
        },
    ]


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
    actions
        Changes what is pre-listened to, unless the console is locked.
    """

    def __init__(self, send: Callable[[WorkerRequest], None], actions: ActionSender) -> None:
        super().__init__()
        self._send = send
        self._actions = actions
        self._heard: tuple[int, ...] = ()
        self._key: Any = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
        engine = snapshot.engine
        self._heard = tuple(
            number for number, strip in enumerate(snapshot.strips, start=1) if strip.cue
        )
        key = (
            snapshot.outputs,
            snapshot.sound.has_cue,
            snapshot.sound.cue_problem,
            snapshot.sound.cue_next,
            self._heard,
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
        """Switch to an output, or change what is pre-listened to, by the row's name."""
        if name == CUE_NEXT:
            self._actions.perform("cue.next")
        elif name == CUE_OFF:
            for number in self._heard:
                self._actions.perform(f"strip.{number}.cue", 0)
            self._actions.perform("cue.next", 0)
        else:
            self._send(ChooseOutput(name))

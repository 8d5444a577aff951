"""The controllers page's view-model: MIDI, learning, OSC, phones (GUI thread only)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Slot

from mwk_desktop.show.action_kinds import Kind
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.control_requests import (
    ForgetControl,
    LearnControl,
    OfferPairing,
    RevokeRemote,
    ServeOsc,
    StopLearning,
    StopPairing,
    UndoLearning,
)
from mwk_desktop.show.controllers_state import (
    ControllerRow,
    ControllersState,
    OscState,
    RemoteState,
)
from mwk_desktop.show.planned_actions import PLANNED
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.learn_properties import capitalized_label
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import wall_time
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.qr_picture import qr_picture
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

_LATER: Final = {action.name for action in PLANNED}
LEARNABLE: Final = tuple(
    action.name
    for action in ACTIONS.values()
    if action.kind in (Kind.FADER, Kind.TOGGLE, Kind.TRIGGER) and action.name not in _LATER
)
"""The actions that a control can be taught."""

_ControllersProperties = view_model_class(
    "ControllersProperties",
    {
        "devices": [],
        "midiText": "",
        "learning": False,
        "learnAction": "",
        "learnText": "",
        "canUndo": False,
        "oscOn": False,
        "oscText": "",
        "oscBad": False,
        "phones": [],
        "phoneText": "",
        "pairing": False,
        "pairingQr": "",
        "pairingText": "",
        "mix": True,
        "moderate": False,
    },
)


class ControllersView(_ControllersProperties):  # type: ignore[misc, valid-type]
    """Devices, a list of actions to teach, OSC, and the presenter's phones."""

    def __init__(self, send: Callable[[WorkerRequest], None]) -> None:
        super().__init__()
        self._send = send
        self._on_console = False
        self.model = RowsModel()
        self._seen: tuple[Any, ...] = ()
        self._snapshot: Snapshot | None = None

    # ---- in ------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the workers know."""
        workers = snapshot.workers
        left_s = 0
        if workers.remote is not None and workers.remote.pairing_url:
            left_s = max(0, workers.remote.pairing_until_ms - snapshot.t_ms) // 1000
        remote = workers.remote
        key = (
            workers.controllers and (workers.controllers.rows, workers.controllers.learn),
            workers.osc and (workers.osc.address, workers.osc.clients, workers.osc.problem),
            workers.osc and workers.osc.received,
            remote and (remote.rows, remote.pairing_url, remote.problem, remote.address),
            left_s,
        )
        if key == self._seen:
            return
        self._seen = key
        self._snapshot = snapshot
        self._show_midi(workers.controllers or ControllersState())
        self._show_osc(workers.osc or OscState())
        self._show_phones(workers.remote or RemoteState(), left_s)

    def retranslate(self) -> None:
        """Update all texts in another language."""
        self._seen = ()
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _show_midi(self, state: ControllersState) -> None:
        learn = state.learn
        text = message_text(state.problem)
        if not text and not state.rows:
            text = translate("Controllers", "No MIDI controller is plugged in.")
        if state.faults:
            text = message_text(state.faults[0])
        learn_text = ""
        if learn is not None:
            learn_text = message_text(learn.learnt)
            if learn.action:
                asks = translate("Controllers", "%1: now move a fader, a knob or a button.")
                learn_text = asks.replace("%1", capitalized_label(learn.action)) + " " + learn_text
            elif not learn_text:
                learn_text = translate("Controllers", "Choose what a control shall do.")
        self.set_properties(
            {
                "devices": [_device_row(row) for row in state.rows],
                "midiText": text,
                "learning": learn is not None,
                "learnAction": learn.action if learn else "",
                "learnText": learn_text.strip(),
                "canUndo": learn is not None and learn.can_undo,
            }
        )
        controls = learn.controls if learn is not None else {}
        self.model.set_rows(
            [
                {
                    "action": name,
                    "label": capitalized_label(name),
                    "control": controls.get(name, ""),
                }
                for name in (LEARNABLE if learn is not None else ())
            ]
        )

    def _show_osc(self, state: OscState) -> None:
        text = translate("Controllers", "Off")
        if state.problem:
            text = message_text(state.problem)
        elif state.address:
            text = translate("Controllers", "Listens on %1. Sends to %2. %3 packets.")
            clients = ", ".join(state.clients) or "\u2013"
            text = text.replace("%1", state.address).replace("%2", clean(clients, 120))
            text = text.replace("%3", str(state.received))
        self.set_properties(
            {"oscOn": state.address != "", "oscText": text, "oscBad": bool(state.problem)}
        )

    def _show_phones(self, state: RemoteState, left_s: int) -> None:
        text = message_text(state.problem)
        if not text and not state.rows:
            text = translate("Controllers", "No phone is paired.")
        pairing = state.pairing_url != ""
        if pairing:
            code = translate("Controllers", "Scan it with the phone: for one device, %1 s more.")
            code = code.replace("%1", str(left_s))
        else:
            code = ""
        self.set_properties(
            {
                "phones": [
                    {
                        "id": row.id,
                        "level": "ok" if row.connected else "off",
                        "name": clean(row.name, 40),
                        "text": _phone_text(row.connected, row.roles, row.since_ms),
                    }
                    for row in state.rows
                ],
                "phoneText": text,
                "pairing": pairing,
                "pairingQr": qr_picture(state.qr) if pairing else "",
                "pairingText": code,
            }
        )

    # ---- out -----------------------------------------------------------------------------

    @Slot()
    def toggleLearning(self) -> None:
        """Enter or leave learn mode."""
        self._send(StopLearning() if self.learning else LearnControl())

    @Slot(str)
    def learn(self, action: str) -> None:
        """Wait for a control for this action."""
        self._send(LearnControl(action))

    @Slot()
    def learnOnConsole(self) -> None:
        """Let the page close without ending learn mode: controls are chosen on the console."""
        self._on_console = True
        if not self.learning:
            self._send(LearnControl())

    @Slot(str)
    def forget(self, action: str) -> None:
        """Remove the action from the control that does it."""
        self._send(ForgetControl(action))

    @Slot()
    def undo(self) -> None:
        """Undo the last change of a map."""
        if self.canUndo:
            self._send(UndoLearning())

    @Slot()
    def toggleOsc(self) -> None:
        self._send(ServeOsc(not self.oscOn))

    @Slot(str)
    def toggleRole(self, role: str) -> None:
        """Choose the roles of the next phone; it has at least one."""
        changed = {"mix": self.mix, "moderate": self.moderate}
        changed[role] = not changed[role]
        if any(changed.values()):
            self.set_properties(changed)

    @Slot()
    def pair(self) -> None:
        """Offer a pairing, or withdraw the one that is offered."""
        roles = tuple(name for name in ("mix", "moderate") if getattr(self, name))
        self._send(StopPairing() if self.pairing else OfferPairing(roles))

    @Slot(str)
    def revoke(self, device_id: str) -> None:
        """Disconnect a phone and end its pairing."""
        self._send(RevokeRemote(device_id))

    def closed(self) -> None:
        """End learning and withdraw a pairing code when the page closes."""
        if self.learning and not self._on_console:
            self._send(StopLearning())
        self._on_console = False
        if self.pairing:
            self._send(StopPairing())


def _device_row(row: ControllerRow) -> dict[str, str]:
    words = {
        "ok": ("ok", translate("Controllers", "found")),
        "back": ("ok", translate("Controllers", "back since %1")),
        "lost": ("bad", translate("Controllers", "lost since %1")),
        "busy": ("warn", translate("Controllers", "another program has it")),
    }
    level, word = words[row.state]
    map_name = row.map_name or translate("Controllers", "no map: teach it")
    if row.own_map and row.map_name:
        map_name = translate("Controllers", "%1, your own map").replace("%1", row.map_name)
    return {
        "name": clean(row.name, 60),
        "level": level,
        "word": word.replace("%1", wall_time(row.since_ms)),
        "map": clean(map_name, 80),
        "heard": row.heard,
    }


def _phone_text(connected: bool, roles: tuple[str, ...], since_ms: int) -> str:
    names = {
        "mix": translate("Controllers", "mixes"),
        "moderate": translate("Controllers", "moderates"),
    }
    state = translate("Controllers", "connected") if connected else translate("Controllers", "away")
    words = ", ".join(names[role] for role in roles)
    since = translate("Controllers", "paired at %1").replace("%1", wall_time(since_ms))
    return f"{state}, {words}, {since}"

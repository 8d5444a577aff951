"""The controllers page's view-model: MIDI, learning, OSC, phones (GUI thread only)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Slot

from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import plural_message
from mwk_desktop.show.action_kinds import Kind
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.commands import ChangeSetting, WorkerRequest
from mwk_desktop.show.control_requests import (
    CopyMap,
    ForgetControl,
    LearnControl,
    OfferPairing,
    RevokeRemote,
    ServeOsc,
    StopLearning,
    StopPairing,
    UndoLearning,
    UseMap,
)
from mwk_desktop.show.controllers_state import (
    ControllersState,
    OscState,
    RemoteState,
)
from mwk_desktop.show.planned_actions import PLANNED
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.learn_properties import capitalized_label
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.pages.controller_rows import (
    controller_parts,
    device_row,
    fault_text,
    map_choices,
    phone_text,
    sender_rows,
)
from mwk_desktop.ui.pages.device_drawing import (
    drawn_controls,
    drawn_height,
    heard_rows,
    legend,
    newly_heard,
    strip_names,
)
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.qr_picture import qr_picture
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

LIT_S: Final = 0.6
"""So long a control is lit after it was heard."""

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
        "part": "midi",
        "parts": [],  # {"name", "title", "text", "level"}
        "devices": [],
        "device": "",  # the name of the one that is drawn
        "deviceTitle": "",
        "deviceText": "",
        "deviceLevel": "off",
        "mapIds": [],
        "mapWords": [],
        "mapDetails": [],
        "mapId": "",
        "mapFile": "",  # the presenter's own one
        "mapCopies": False,
        "legend": "",
        "drawnHeight": 0,
        "stripNames": [],
        "heard": [],
        "soft": True,
        "lights": True,
        "midiText": "",
        "midiBad": False,
        "learning": False,
        "learnAction": "",
        "learnText": "",
        "canUndo": False,
        "oscOn": False,
        "oscText": "",
        "oscBad": False,
        "oscHeard": "",
        "oscSenders": [],  # {"host", "age", "heard", "result", "refused"}
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
    """Devices and their controls, actions to teach, OSC, and the presenter's phones.

    Parameters
    ----------
    send
        Takes requests; never waits.
    clock
        Seconds, for how long a control stays lit.
    """

    def __init__(
        self,
        send: Callable[[WorkerRequest], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._send = send
        self._on_console = False
        self._clock = clock
        self._positions: dict[str, Mapping[str, float]] = {}
        self._lit: dict[tuple[str, str], float] = {}
        self.model = RowsModel()
        self.drawing = RowsModel()
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
        lit = self._lit_now(workers.controllers or ControllersState())
        senders = sender_rows(workers.osc or OscState(), wall_ms())
        key = (
            workers.controllers,
            workers.osc,
            senders,
            lit,
            self.device,
            remote and (remote.rows, remote.pairing_url, remote.problem, remote.address),
            left_s,
        )
        if key == self._seen:
            return
        self._seen = key
        self._snapshot = snapshot
        self._show_midi(workers.controllers or ControllersState())
        self._show_device(workers.controllers or ControllersState(), lit)
        self._show_osc(workers.osc or OscState(), senders)
        self._show_phones(workers.remote or RemoteState(), left_s)
        self.set_properties({"parts": controller_parts(workers)})

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
            text = fault_text(state.faults)
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
                "devices": [device_row(row) for row in state.rows],
                "midiText": text,
                "midiBad": bool(state.faults or state.problem),
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

    def _lit_now(self, state: ControllersState) -> frozenset[tuple[str, str]]:
        """The controls that were heard within :data:`LIT_S`: device and control."""
        now_s = self._clock()
        for row in state.rows:
            before = self._positions.get(row.name)
            if before is None:
                before = row.positions  # what was heard before the page opened
            elif before is not row.positions:
                for control in newly_heard(before, row, state.heard):
                    self._lit[row.name, control] = now_s
            self._positions[row.name] = row.positions
        self._lit = {at: s for at, s in self._lit.items() if now_s - s < LIT_S}
        return frozenset(self._lit)

    def _show_device(self, state: ControllersState, lit: frozenset[tuple[str, str]]) -> None:
        row = next((one for one in state.rows if one.name == self.device), None)
        row = row or next(iter(state.rows), None)
        facts: dict[str, Any] = {"heard": heard_rows(state.heard), "stripNames": strip_names()}
        facts |= {"soft": state.takeover, "lights": state.lights} | map_choices(state, row)
        if row is None:
            self.drawing.set_rows([])
            facts |= {"device": "", "deviceTitle": "", "deviceText": ""}
            self.set_properties({**facts, "deviceLevel": "off", "legend": ""})
            return
        told = device_row(row)
        facts |= {"device": row.name, "deviceTitle": told["name"], "deviceText": told["word"]}
        facts |= {"deviceLevel": told["level"], "legend": legend(row)}
        self.set_properties(facts)
        now = {control for device, control in lit if device == row.name}
        drawn = drawn_controls(row, now)
        self.drawing.set_rows(drawn)
        self.set_properties({"drawnHeight": drawn_height(drawn)})

    def _show_osc(self, state: OscState, senders: list[dict[str, Any]]) -> None:
        text = translate("Controllers", "Off")
        if state.problem:
            text = message_text(state.problem)
        elif state.address:
            text = translate("Controllers", "Listens on %1. Sends to %2. Packets: %3.")
            clients = ", ".join(state.clients) or "\u2013"
            text = text.replace("%1", state.address).replace("%2", clean(clients, 120))
            text = text.replace("%3", count(state.received))
        heard = clean(state.heard, 120)
        if state.refused:
            refused = message_text(
                plural_message("{count} message refused", "{count} messages refused", state.refused)
            )
            heard = f"{heard} \u00b7 {refused}" if heard else refused
        self.set_properties(
            {
                "oscOn": state.address != "",
                "oscText": text,
                "oscBad": bool(state.problem),
                "oscHeard": heard,
                "oscSenders": senders,
            }
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
                        "text": phone_text(row.connected, row.roles, row.since_ms),
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

    @Slot(str)
    def choosePart(self, part: str) -> None:
        """Show MIDI, OSC, the clicker or the phones."""
        self.set_properties({"part": part})

    @Slot(str)
    def chooseDevice(self, name: str) -> None:
        """Draw another device."""
        self.set_properties({"device": name})

    @Slot(str)
    def chooseMap(self, map_id: str) -> None:
        """Let the drawn device use another map; kept, and at once."""
        self._send(UseMap(self.device, map_id))

    @Slot()
    def copyMap(self) -> None:
        """Copy the drawn device's map into the presenter's folder, and use the copy."""
        self._send(CopyMap(self.device))

    @Slot(bool)
    def takeOverSoftly(self, soft: bool) -> None:
        """Let faders wait for their strips, or not; kept, and at once."""
        self._send(ChangeSetting("midi.takeover", "true" if soft else "false"))

    @Slot(bool)
    def useLights(self, on: bool) -> None:
        """Let the controllers' lights follow the show, or not; kept, and at once."""
        self._send(ChangeSetting("midi.lights", "true" if on else "false"))

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

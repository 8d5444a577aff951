"""The worker of the MIDI controllers.

Threads: the worker's thread reads ports and performs actions every :data:`STEP_S`; it may wait for
the system's MIDI, never for the show. Any thread reads its state.
"""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.clock import wall_ms
from mwk_desktop.controls.midi.map_files import FOLDER
from mwk_desktop.controls.midi.midi_controls import MidiControls, MidiOptions
from mwk_desktop.controls.midi.midi_ports import MidiSystem, RtMidiSystem
from mwk_desktop.messages import message
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.control_requests import (
    CopyMap,
    ForgetControl,
    LearnControl,
    StopLearning,
    UndoLearning,
    UseLights,
    UseMap,
    UseTakeover,
)
from mwk_desktop.show.settings.load import default_config_path
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Problem, ProblemKind, Snapshot
from mwk_desktop.show.workers_state import WorkersState

STEP_S: Final = 0.002
"""A message waits this long at most; the library queues them meanwhile."""
UNUSED_S: Final = 0.25
"""With no device there is nothing to read: only to look for one now and then."""
PROBLEM_S: Final = 20.0
"""The console shows this long that a device is gone."""


def own_maps_folder(options: Options) -> Path:
    """The presenter's own maps: beside ``mwk.toml``."""
    config = options.settings.config_path or default_config_path()
    return config.parent / FOLDER


class MidiWorker(Worker):
    """Binds the MIDI controllers to the running show.

    Parameters
    ----------
    options
        The settings, and where the presenter's maps are.
    show, link
        The show whose snapshot is shown and whose actions are performed; its windows.
    system
        The machine's ports; None: the real ones.
    """

    handles: ClassVar[tuple[type, ...]] = (
        *(LearnControl, StopLearning, ForgetControl, UndoLearning),
        *(UseMap, CopyMap, UseTakeover, UseLights),
    )
    idle_s: ClassVar[float | None] = STEP_S

    def __init__(
        self,
        options: Options,
        show: ShowClient,
        link: ConsoleLink,
        system: MidiSystem | None = None,
    ) -> None:
        super().__init__("midi")
        settings = options.settings.midi
        self._closing = threading.Event()
        self._controls = MidiControls(
            system or RtMidiSystem(settings.system),
            remote_sender(show, link),
            lambda: (show.snapshot(), link.state),
            MidiOptions(own_maps_folder(options), settings.takeover, settings.lights),
            wall_ms,
        )

    def close(self) -> None:
        self._closing.set()
        super().close()
        self._controls.close()

    def on_idle(self) -> None:
        if self.running is None:
            return
        self._controls.step(time.monotonic())
        if not self._controls.is_bound:
            self._closing.wait(UNUSED_S)

    def handle_request(self, request: WorkerRequest) -> None:
        controls = self._controls
        match request:
            case LearnControl(action):
                controls.learn(action)
            case StopLearning():
                controls.learning.stop()
            case ForgetControl(action):
                controls.forget(action)
            case UndoLearning():
                controls.undo_learn()
            case UseMap(device, map_id):
                controls.use_map(device, map_id)
            case CopyMap(device):
                controls.copy_map(device)
            case UseTakeover(soft):
                controls.use_takeover(soft)
            case UseLights(on):
                controls.use_lights(on)

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        return replace(state, controllers=self._controls.state)

    def complete_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Say that a device is gone."""
        now_ms = wall_ms()
        lost = [
            row.name
            for row in self._controls.state.rows
            if row.state == "lost" and now_ms - row.since_ms < PROBLEM_S * 1000
        ]
        if not lost:
            return snapshot
        summary = message("The controller {name} is gone.", name=", ".join(lost))
        details = message("It works again as soon as it is plugged in.")
        problem = Problem(ProblemKind.OTHER, summary, details)
        return replace(snapshot, problems=(*snapshot.problems, problem))

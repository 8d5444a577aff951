"""Sends the console's actions to the show, by name (GUI thread, never blocks)."""

from __future__ import annotations

from collections.abc import Callable

from mwk_desktop.show.action_kinds import ConsoleRequest, ConsoleState, Refusal, Value
from mwk_desktop.show.actions import resolve
from mwk_desktop.ui.console.show_client import ShowClient


class ActionSender:
    """Resolves actions with the newest snapshot, and sends the resulting commands.

    Parameters
    ----------
    show
        Gives the newest snapshot and takes commands; neither waits.
    console
        State that only the windows know: the lock, the stage.
    on_console_request
        Called with requests that the windows carry out themselves.
    """

    def __init__(
        self,
        show: ShowClient,
        console: Callable[[], ConsoleState],
        on_console_request: Callable[[ConsoleRequest], None],
    ) -> None:
        self._show = show
        self._console = console
        self._on_console_request = on_console_request

    def perform(self, action: str, value: Value = None) -> bool:
        """Perform an action; False if it was refused (locked, nothing to undo...)."""
        outcome = resolve(self._show.snapshot(), action, value, self._console())
        if isinstance(outcome, Refusal):
            return False
        if isinstance(outcome, ConsoleRequest):
            self._on_console_request(outcome)
        else:
            self._show.send(outcome)
        return True

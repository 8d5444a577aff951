"""Sends actions to the show, by name: the one way for keyboard, mouse, MIDI, OSC and phones.

Any one thread per sender; never waits.
"""

from __future__ import annotations

from collections.abc import Callable

from mwk_desktop.messages import message
from mwk_desktop.show.action_kinds import ConsoleRequest, ConsoleState, Refusal, Value
from mwk_desktop.show.actions import resolve
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.recent_hands import RecentHands
from mwk_desktop.show.show_client import ShowClient


class ActionSender:
    """Resolves actions with the newest snapshot, and sends the resulting commands.

    Parameters
    ----------
    show
        Gives the newest snapshot and takes commands; neither waits.
    console
        State that only the windows know: the lock, the stage.
    on_console_request
        Called with requests that the windows carry out themselves; returns a refusal if there is
        no window.
    hands
        Where what was done is noted; None: nowhere.
    """

    def __init__(
        self,
        show: ShowClient,
        console: Callable[[], ConsoleState],
        on_console_request: Callable[[ConsoleRequest], Refusal | None],
        hands: RecentHands | None = None,
    ) -> None:
        self.hands = hands
        self._show = show
        self._console = console
        self._on_console_request = on_console_request

    @property
    def locked(self) -> bool:
        """Whether the console is locked."""
        return self._console().locked

    def try_action(self, action: str, value: Value = None, by: str = "") -> Refusal | None:
        """Perform an action, or return why not (locked, nothing to undo...); ``by``: the device
        that asked for it.

        Raises
        ------
        UnknownActionError
            There is no such action.
        """
        outcome = resolve(self._show.snapshot(), action, value, self._console())
        if isinstance(outcome, Refusal):
            return outcome
        if isinstance(outcome, ConsoleRequest):
            refusal = self._on_console_request(outcome)
            if refusal is not None:
                return refusal
        else:
            self._show.send(outcome)
        if self.hands is not None and not action.startswith("console."):  # pages and menus
            self.hands.note(action, by)
        return None

    def perform(self, action: str, value: Value = None) -> bool:
        """Perform an action; False if it was refused."""
        return self.try_action(action, value) is None


def remote_sender(show: ShowClient, link: ConsoleLink) -> ActionSender:
    """A sender for controls outside the windows: MIDI, OSC, phones."""

    def ask_console(request: ConsoleRequest) -> Refusal | None:
        if not link.has_windows:
            return Refusal(message("This show has no console window."))
        link.ask(request)
        return None

    return ActionSender(show, lambda: link.state, ask_console, link.hands)

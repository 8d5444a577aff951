"""The connect dialog's part for networks (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.followed_networks import NETWORKS, TYPED_SETTINGS, FollowNetwork
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.network_rows import network_rows
from mwk_desktop.ui.view_model import view_model_class

_NetworksProperties = view_model_class(
    "NetworksProperties",
    {
        "networks": list(NETWORKS),
        "rows": {},  # network -> what is known of it
        "values": {},  # setting -> its text, as in "twitch.channel"
    },
)


class NetworksView(_NetworksProperties):  # type: ignore[misc, valid-type]
    """The networks, what each of them asks for, and a switch for each.

    What is shown is what is used: what was typed (until the program ends), else what the settings
    page keeps.
    """

    def __init__(self, send: Callable[[WorkerRequest], None], language: str) -> None:
        super().__init__()
        self._send = send
        self._language = language
        self._typed: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._key: Any = None

    @Slot(str, str)
    def type(self, name: str, text: str) -> None:
        """Keep what was typed for a setting such as ``twitch.channel``."""
        self._typed[name] = text
        self._show_values()

    @Slot(str)
    def follow(self, network: str) -> None:
        """Follow a network with what was typed for it."""
        # Also what was not typed: a setting that was kept a moment ago holds here at once.
        shown = {**self._kept, **self._typed}
        names = [(key, f"{network}.{key}") for key in TYPED_SETTINGS[network]]
        typed = tuple((key, shown[name]) for key, name in names if name in shown)
        self._send(FollowNetwork(network, True, typed))

    @Slot(str)
    def stop(self, network: str) -> None:
        """Stop following a network."""
        self._send(FollowNetwork(network, False))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
        workers = snapshot.workers
        key = (workers.networks, workers.offers, workers.settings)
        if key == self._key:
            return
        self._key = key
        rows = network_rows(workers.networks, workers.offers, self._language)
        self.set_properties({"rows": {row["network"]: row for row in rows}})
        settings = workers.settings.rows if workers.settings else ()
        self._known = {row.name: row.value for row in settings}
        # Instead of a secret that is set, dots are shown.
        self._kept = {row.name: row.value for row in settings if row.kind != "secret"}
        self._show_values()

    def retranslate(self, language: str) -> None:
        """Update all texts in another language with the next snapshot."""
        self._language = language
        self._key = None

    def _show_values(self) -> None:
        names = [f"{network}.{key}" for network in NETWORKS for key in TYPED_SETTINGS[network]]
        values = {name: self._typed.get(name, self._known.get(name, "")) for name in names}
        self.set_properties({"values": values})

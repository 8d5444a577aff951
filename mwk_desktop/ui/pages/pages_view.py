"""Which page is open over the console, and the pages' state (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.control_requests import UseLights, UseTakeover
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.pages.checks_page import ChecksView
from mwk_desktop.ui.pages.clicker_page import ClickerView
from mwk_desktop.ui.pages.connect_page import ConnectView
from mwk_desktop.ui.pages.controllers_page import ControllersView
from mwk_desktop.ui.pages.key_setting import own_keys
from mwk_desktop.ui.pages.networks_part import NetworksView
from mwk_desktop.ui.pages.query_page import QueryView
from mwk_desktop.ui.pages.settings_page import SettingsView
from mwk_desktop.ui.view_model import view_model_class

PAGES = ("connect", "settings", "checks", "query", "controllers")

_PagesProperties = view_model_class("PagesProperties", {"page": "", "reducedMotion": False})


class PagesView(_PagesProperties):  # type: ignore[misc, valid-type]
    """One page at a time; all of them follow the snapshot, open or not.

    Parameters
    ----------
    send
        Takes requests; never waits.
    language
        For numbers: a language's code, such as ``en``.
    reduced_motion
        As the windows start.
    at_once
        Settings that take effect at once: name -> function that takes the new value as text.
    show_on_stage
        Shows the SQL page's query on the stage, or the votes again.
    screens
        The screens of this computer (:func:`mwk_desktop.ui.screen_choice.rows`).
    use_keys
        Takes the presenter's own keys when they change: key -> action, "" for none.
    """

    def __init__(
        self,
        send: Callable[[WorkerRequest], None],
        *,
        language: str = "en",
        reduced_motion: bool = False,
        at_once: Mapping[str, Callable[[str], None]] | None = None,
        show_on_stage: Callable[[], None] = lambda: None,
        screens: Callable[[], list[dict[str, Any]]] = lambda: [],
        use_keys: Callable[[Mapping[str, str]], None] = lambda keys: None,
    ) -> None:
        super().__init__()
        self._use_keys = use_keys
        self._own_keys: dict[str, str] | None = None
        self._connect = ConnectView(send)
        self._networks = NetworksView(send, language)
        self._settings = SettingsView(send, screens)
        self._checks = ChecksView(send)
        self._query = QueryView(send, language, show_on_stage)
        self._controllers = ControllersView(send)
        self._clicker = ClickerView(send)
        self._connect.connected.connect(self.close)
        self._settings.tapsAsked.connect(self.show_checks)
        self._at_once: dict[str, Callable[[str], None]] = {
            "ui.reduced_motion": self._reduce_motion,
            "midi.takeover": lambda text: send(UseTakeover(text == "true")),
            "midi.lights": lambda text: send(UseLights(text == "true")),
            **(at_once or {}),
        }
        self._seen: dict[str, str] = {}
        self._list: Any = None
        self.set_properties({"reducedMotion": reduced_motion})

    @property
    def views(self) -> tuple[QObject, ...]:
        """Everything that QML holds and Python owns."""
        dialogs = (self._connect, self._networks, self._settings)
        controllers = self._controllers
        parts = (*dialogs, self._checks, self._query, controllers, self._clicker)
        models = (self._settings.model, self._query.model, controllers.model)
        drawn = (controllers.drawing, self._clicker.model)
        return (self, *parts, *self._settings.choosers, *models, *drawn)

    @Slot()
    def show_screens(self) -> None:
        """Screens have come or gone, or a window has moved to another one."""
        self._settings.show_screens()

    @Slot()
    def show_checks(self) -> None:
        """Open the pre-flight page in place of the settings."""
        self.open("checks")

    def leave(self) -> None:
        """Close what belongs to a page and has a window of its own, before the windows end."""
        self._settings.hideNumbers()

    @Slot(str)
    def open(self, name: str) -> None:
        """Open a page; unknown names are ignored (others handle them)."""
        if name in PAGES:
            self.set_properties({"page": name})
            if name == "checks":
                self._checks.opened()

    @Slot(str)
    def openSettings(self, search: str) -> None:
        """Open the settings with what a search finds, in place of another page."""
        self.close()
        self._settings.find(search)
        self.open("settings")

    @Slot()
    def close(self) -> None:
        """Return to the console."""
        if self.page == "controllers":
            self._controllers.closed()
            self._clicker.forget()
        self.set_properties({"page": ""})

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the workers' state."""
        self._connect.show_snapshot(snapshot)
        self._networks.show_snapshot(snapshot)
        self._checks.show_snapshot(snapshot)
        self._query.show_snapshot(snapshot)
        if self.page == "controllers":
            self._controllers.show_snapshot(snapshot)
            self._clicker.show_snapshot(snapshot)
        self._settings.show_snapshot(snapshot)
        if snapshot.workers.settings is not self._list:
            self._list = snapshot.workers.settings
            self._act()

    def retranslate(self, language: str) -> None:
        """Update all texts in another language."""
        self._connect.retranslate()
        self._networks.retranslate(language)
        self._checks.retranslate()
        self._settings.retranslate()
        self._query.retranslate(language)
        self._controllers.retranslate()
        self._clicker.retranslate()

    def _act(self) -> None:
        """Apply settings that act at once, if they changed since the start."""
        for row in self._list.rows if self._list else ():
            if row.name in self._at_once:
                before = self._seen.setdefault(row.name, row.value)
                if row.value != before:
                    self._seen[row.name] = row.value
                    self._at_once[row.name](row.value)
        keys = own_keys(self._list.rows if self._list else ())
        if self._own_keys is not None and keys != self._own_keys:
            self._use_keys(keys)
        self._own_keys = keys

    def _reduce_motion(self, text: str) -> None:
        self.set_properties({"reducedMotion": text == "true"})

    connect_ = Property(QObject, lambda self: self._connect, constant=True)
    networks = Property(QObject, lambda self: self._networks, constant=True)
    settings = Property(QObject, lambda self: self._settings, constant=True)
    settingRows = Property(QObject, lambda self: self._settings.model, constant=True)
    checks = Property(QObject, lambda self: self._checks, constant=True)
    controllers = Property(QObject, lambda self: self._controllers, constant=True)
    clicker = Property(QObject, lambda self: self._clicker, constant=True)
    clickerRows = Property(QObject, lambda self: self._clicker.model, constant=True)
    drawnRows = Property(QObject, lambda self: self._controllers.drawing, constant=True)
    learnRows = Property(QObject, lambda self: self._controllers.model, constant=True)
    query = Property(QObject, lambda self: self._query, constant=True)
    queryRows = Property(QObject, lambda self: self._query.model, constant=True)

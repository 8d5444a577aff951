"""The connect dialog's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot

from mwk_desktop.show.commands import ConnectLive, TestConnection, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import ConnectionTest
from mwk_desktop.topics import DEFAULT_SERVERS, INPUT_TOPIC
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.pages.finding_rows import finding_rows
from mwk_desktop.ui.view_model import view_model_class

_ConnectProperties = view_model_class(
    "ConnectProperties",
    {
        "servers": "",
        "serversHint": DEFAULT_SERVERS,
        "topicHint": INPUT_TOPIC,
        "topic": "",
        "newShow": False,
        "testing": False,
        "connecting": False,
        "usable": False,
        "tested": False,
        "anyway": False,
        "findings": [],
        "refused": "",
    },
)


class ConnectView(_ConnectProperties):  # type: ignore[misc, valid-type]
    """The dialog's two fields, its test, and its connect button.

    Connect tests first. If the test finds trouble (including a missing topic), it does not connect;
    the button then says "Connect anyway".
    """

    connected = Signal()

    def __init__(self, send: Callable[[WorkerRequest], None]) -> None:
        super().__init__()
        self._send = send
        self._test: ConnectionTest | None = None
        self._then_connect = False
        self._awaited = 0
        self._named = False

    @Slot(str)
    def setServers(self, text: str) -> None:
        self._named = True
        self.set_properties({"servers": text})
        self._show()

    @Slot(str)
    def setTopic(self, text: str) -> None:
        self._named = True
        self.set_properties({"topic": text})
        self._show()

    @Slot(bool)
    def setNewShow(self, new: bool) -> None:
        self.set_properties({"newShow": new})

    @Slot()
    def test(self) -> None:
        """Test whether Kafka is there; pressed again, it starts over."""
        self._then_connect = False
        self._begin_test()

    @Slot()
    def connect_(self) -> None:
        """Go live: at once if a test's result is shown, else test first."""
        if self.connecting:
            return
        if self.tested and not self.testing:
            self._connect()
        else:
            self._then_connect = True
            if not self.testing:
                self._begin_test()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what the worker found."""
        if not self._named:
            self._name(snapshot)
        test = snapshot.workers.connection
        if test is self._test:
            return
        self._test = test
        self._show()
        if test is None:
            return
        if self._awaited and test.attempts >= self._awaited and not test.connecting:
            self._awaited = 0
            if not test.refused:
                self.connected.emit()
        if self._then_connect and self.tested:
            self._then_connect = False
            if not self.anyway:
                self._connect()

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self._test is not None:
            self._show()

    def _name(self, snapshot: Snapshot) -> None:
        """Fill the fields from the settings, until the presenter types."""
        rows = snapshot.workers.settings.rows if snapshot.workers.settings else ()
        known = {row.name: row.value for row in rows}
        self.set_properties(
            {
                "servers": known.get("kafka.bootstrap.servers") or DEFAULT_SERVERS,
                "topic": known.get("topics.input") or INPUT_TOPIC,
            }
        )

    def _begin_test(self) -> None:
        self.set_properties({"testing": True, "tested": False, "findings": [], "refused": ""})
        self._send(TestConnection(self.servers, self.topic))

    def _connect(self) -> None:
        self._awaited = (self._test.attempts if self._test else 0) + 1
        self.set_properties({"connecting": True, "refused": ""})
        self._send(ConnectLive(self.servers, self.topic, self.newShow))

    def _show(self) -> None:
        """Show the newest test, if it is for the fields' current text."""
        test = self._test
        mine = test is not None and (test.bootstrap_servers, test.topic) == (
            self.servers,
            self.topic,
        )
        if test is None or not mine:
            facts = {"testing": False, "tested": False, "usable": False, "anyway": False}
            self.set_properties({**facts, "findings": [], "refused": "", "connecting": False})
            return
        tested = bool(test.findings) and not test.running
        doubt = any(f.level in ("warn", "bad") and f.key == "kafka.topic" for f in test.findings)
        self.set_properties(
            {
                "testing": test.running,
                "tested": tested,
                "usable": test.usable,
                "anyway": tested and (doubt or not test.usable),
                "findings": finding_rows(test.findings),
                "connecting": test.connecting or self._awaited > test.attempts,
                "refused": message_text(test.refused),
            }
        )

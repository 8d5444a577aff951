"""Keeps screen saver and sleep away while the windows are open, and knows whether it could.

The system is asked through :mod:`mwk_desktop.platform`. A Linux desktop's screen saver also listens
on the session bus (https://specifications.freedesktop.org/idle-inhibit-spec); that request holds as
long as this program's connection, so no other process can be left behind. GUI thread only.
"""

from __future__ import annotations

from mwk_desktop import platform
from mwk_desktop.platform.keep_awake import WHO, WHY, KeepAwake

_SERVICE = "org.freedesktop.ScreenSaver"
_OBJECT = "/org/freedesktop/ScreenSaver"
_CONNECTION = "mwk-screen-awake"
_ANSWER_MS = 2_000


class ScreenAwake:
    """Holds the screen awake from :meth:`hold` to :meth:`release`."""

    def __init__(self) -> None:
        self._system: KeepAwake | None = None
        self._screen_saver = False

    def hold(self) -> None:
        """Ask everyone who could let the screen sleep; may take a moment."""
        if self._system is None:
            self._system = platform.current.keep_awake()
            self._screen_saver = _inhibit_screen_saver()

    @property
    def is_held(self) -> bool:
        """Whether anyone agreed."""
        return self._screen_saver or (self._system is not None and self._system.is_held)

    def release(self) -> None:
        """Let the screen sleep again; repeated calls do nothing."""
        if self._system is None:
            return
        self._system.release()
        if platform.current.has_screen_saver_bus():
            from PySide6.QtDBus import QDBusConnection

            # What was asked holds as long as its connection.
            QDBusConnection.disconnectFromBus(_CONNECTION)
        self._system, self._screen_saver = None, False


def _inhibit_screen_saver() -> bool:
    """Whether there is a screen saver on the session bus that agrees to wait."""
    agrees = False
    if platform.current.has_screen_saver_bus():
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if bus.isConnected():
            request = QDBusMessage.createMethodCall(_SERVICE, _OBJECT, _SERVICE, "Inhibit")
            request.setArguments([WHO, WHY])
            answer = bus.call(request, QDBus.CallMode.Block, _ANSWER_MS)
            agrees = answer.type() == QDBusMessage.MessageType.ReplyMessage
    return agrees

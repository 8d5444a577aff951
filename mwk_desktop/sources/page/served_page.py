"""Where a served page is: its address, its QR code, the room's code. Any thread."""

from __future__ import annotations

from mwk_desktop.messages import Message, message
from mwk_desktop.sources.page.page_address import is_any_address, is_reachable, qr_rows, url_of
from mwk_desktop.sources.room_code import RoomCode


class ServedPage:
    """The address of a page.

    Parameters
    ----------
    host, port
        Where it listens.
    public_url
        The address that phones open if it differs; "" for our own.
    room
        The room's code; None: nobody is asked for one.
    """

    def __init__(self, host: str, port: int, public_url: str, room: RoomCode | None) -> None:
        self._host = host
        self._public_url = public_url.rstrip("/")
        self._room = room
        self._qr: tuple[str, tuple[str, ...]] = ("", ())
        self.port = port
        self.url = self._public_url or url_of(host, port)
        """The address that phones open."""

    @property
    def room_code(self) -> str:
        """The room's code now; "" if nobody is asked for one."""
        return "" if self._room is None else self._room.code

    @property
    def scan_url(self) -> str:
        """What the QR code holds now: the address, and what lets a phone in."""
        return self.url if self._room is None else f"{self.url}/{self._room.scan_word}"

    @property
    def qr(self) -> tuple[str, ...]:
        """The QR code of :attr:`scan_url`."""
        url, made = self.scan_url, self._qr
        if made[0] != url:
            made = self._qr = url, qr_rows(url)
        return made[1]

    @property
    def is_reachable(self) -> bool:
        """Whether another computer could open the page."""
        return is_reachable(self.url)

    def refresh_address(self) -> None:
        """Look up this computer's address in the local network again."""
        if not self._public_url:
            self.url = url_of(self._host, self.port)

    def _where(self) -> Message:
        """Where the page is, as a sentence."""
        if self.is_reachable:
            return message("The page is on {url}.", url=self.url)
        if self._public_url or not is_any_address(self._host):
            return message(
                "The page is on {url}, which only this computer can open: name another "
                "address for the phones.",
                url=self.url,
            )
        return message(
            "The page is on {url}, which only this computer can open: it is in no network.",
            url=self.url,
        )

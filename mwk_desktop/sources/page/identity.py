"""Identifies phones: a signed random number in a cookie, and a token that only our own form has.

Nothing is stored for a phone that has not voted: its cookie is self-contained. The key is saved
with the show's state, so that open pages still work after a restart. "device" is part of the signed
text; changing it would invalidate every cookie.
"""

from __future__ import annotations

import base64
import hmac
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

COOKIE: Final = "mwk"
KEY_BYTES: Final = 32

_ID: Final = re.compile(r"[A-Za-z0-9_-]{16}")
_SIGNATURE_BYTES: Final = 18


class Identity:
    """Makes and checks cookies and form tokens.

    Parameters
    ----------
    key
        Secret; at least 32 bytes.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def new_phone_id(self) -> str:
        """A random id for a new phone."""
        return secrets.token_urlsafe(12)

    def cookie(self, phone_id: str) -> str:
        """The cookie's value for a phone."""
        return f"{phone_id}.{self._sign('device', phone_id)}"

    def room_ticket(self, phone_id: str) -> str:
        """What a phone gets for the room's code: valid as a cookie too, and proves the room."""
        return f"{phone_id}.{self._sign('room', phone_id)}"

    def is_in_room(self, cookie: str | None) -> bool:
        """Whether a cookie is a room's ticket that we signed."""
        phone_id, _, signature = (cookie or "")[:64].partition(".")
        return _ID.fullmatch(phone_id) is not None and self._is_signature(
            signature, "room", phone_id
        )

    def phone_id_of(self, cookie: str | None) -> str | None:
        """The phone id in a cookie that we signed; None for any other cookie."""
        if not cookie or len(cookie) > 64:
            return None
        phone_id, _, signature = cookie.partition(".")
        if _ID.fullmatch(phone_id) is None:
            return None
        known = any(self._is_signature(signature, what, phone_id) for what in ("device", "room"))
        return phone_id if known else None

    def token(self, phone_id: str) -> str:
        """The token in this phone's form, which the form sends back."""
        return self._sign("form", phone_id)

    def is_token(self, token: str, phone_id: str) -> bool:
        """Whether a token comes from our own form for this phone."""
        return self._is_signature(token, "form", phone_id)

    def user_id(self, phone_id: str) -> int:
        """A user number that reveals nothing about the cookie; at most 53 bits, exact in JSON."""
        return int.from_bytes(self._digest("user", phone_id)[:7], "big") >> 3

    def _is_signature(self, given: str, purpose: str, phone_id: str) -> bool:
        expected = self._sign(purpose, phone_id).encode()
        return hmac.compare_digest(given.encode("utf-8", "replace"), expected)

    def _sign(self, purpose: str, phone_id: str) -> str:
        digest = self._digest(purpose, phone_id)[:_SIGNATURE_BYTES]
        return base64.urlsafe_b64encode(digest).decode("ascii")

    def _digest(self, purpose: str, phone_id: str) -> bytes:
        return hmac.digest(self._key, f"{purpose}:{phone_id}".encode(), "sha256")


def kept_key(path: Path) -> bytes:
    """Read the key from a file that only its owner can read, or create a new one.

    If the file cannot be written, the key is valid until the program ends.
    """
    with suppress(OSError):
        key = path.read_bytes()
        if len(key) >= KEY_BYTES:
            return key
    key = secrets.token_bytes(KEY_BYTES)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key)
    return key

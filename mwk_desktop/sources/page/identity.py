"""Who a phone is: a random number that we signed, and a token that only our own form holds.

Nothing is stored for a phone that only looks: its cookie proves itself. The key is kept beside
the show's state, so that after a restart the pages that are open in the room still work.
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

    def new_device(self) -> str:
        """The number of a phone not seen before."""
        return secrets.token_urlsafe(12)

    def cookie(self, device: str) -> str:
        """The cookie's value."""
        return f"{device}.{self._sign('device', device)}"

    def device(self, cookie: str | None) -> str | None:
        """The device of a cookie that we signed; None for any other."""
        if not cookie or len(cookie) > 64:
            return None
        device, _, signature = cookie.partition(".")
        if _ID.fullmatch(device) is None:
            return None
        return device if self._same(signature, "device", device) else None

    def token(self, device: str) -> str:
        """What the form of this device sends back."""
        return self._sign("form", device)

    def is_token(self, token: str, device: str) -> bool:
        """Whether a form was ours, and this device's."""
        return self._same(token, "form", device)

    def user_id(self, device: str) -> int:
        """A number for the user that says nothing about the cookie; 53 bits, as JSON likes."""
        return int.from_bytes(self._digest("user", device)[:7], "big") >> 3

    def _same(self, given: str, purpose: str, device: str) -> bool:
        expected = self._sign(purpose, device).encode()
        return hmac.compare_digest(given.encode("utf-8", "replace"), expected)

    def _sign(self, purpose: str, device: str) -> str:
        digest = self._digest(purpose, device)[:_SIGNATURE_BYTES]
        return base64.urlsafe_b64encode(digest).decode("ascii")

    def _digest(self, purpose: str, device: str) -> bytes:
        return hmac.digest(self._key, f"{purpose}:{device}".encode(), "sha256")


def kept_key(path: Path) -> bytes:
    """The key in a file that only its owner can read; a new one where there is none.

    Where it cannot be kept, the key is good until the end of the program.
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

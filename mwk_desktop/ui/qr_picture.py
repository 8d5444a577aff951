"""A QR code's rows as a picture that QML can show at any size (no Qt here)."""

from __future__ import annotations

import base64
from collections.abc import Sequence

QUIET_MODULES = 4
"""The white border (quiet zone) that every reader needs."""


def qr_picture(rows: Sequence[str]) -> str:
    """The code as an SVG data address, dark on light with its quiet zone; empty without a code.

    Parameters
    ----------
    rows
        The rows without quiet zone, ``"1"`` for a dark module.
    """
    if not rows:
        return ""
    runs: list[str] = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end] == "1":
                end += 1
            if end > x:
                runs.append(f"M{x + QUIET_MODULES} {y + QUIET_MODULES}h{end - x}v1h{x - end}z")
            x = end + 1
    side = max(len(rows), max(len(row) for row in rows)) + 2 * QUIET_MODULES
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<rect width="{side}" height="{side}" fill="#F2F4F7"/>'
        f'<path d="{"".join(runs)}" fill="#101216"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()

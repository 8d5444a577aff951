"""`mwk devices`: the outputs of this machine."""

from __future__ import annotations

from typing import Any

from mwk_desktop.engine import output_devices


def output_rows() -> tuple[list[dict[str, Any]], str]:
    """Sound outputs as plain rows, and why there are none (or "")."""
    found = output_devices.list_outputs()
    rows = [
        {
            "name": device.name,
            "host_api": device.hostapi,
            "channels": device.channels,
            "rate_hz": device.rate_hz,
            "default": device.is_default,
        }
        for device in found.devices
    ]
    return rows, str(found.problem)

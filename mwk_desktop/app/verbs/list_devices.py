"""`mwk devices`: lists the sound outputs of this machine."""

from __future__ import annotations

import sys
from typing import Any

from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import Options
from mwk_desktop.engine import output_devices


def list_devices(options: Options) -> int:
    """Print every output, or the reason why there is none."""
    devices, problem = output_rows()
    for device in devices:
        if options.json:
            print_json(options, {"type": "device", **device})
            continue
        mark = "*" if device["default"] else " "
        options.lines.print_line(
            f"{mark} {device['name']}  "
            f"({device['host_api']}, {device['channels']} channels, {device['rate_hz']} Hz)"
        )
    if problem:
        print(
            f"mwk: no sound output: {problem}; --device null keeps time silently", file=sys.stderr
        )
    return 0


def output_rows() -> tuple[list[dict[str, Any]], str]:
    """Sound outputs as plain rows, and the reason if there are none (else "")."""
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

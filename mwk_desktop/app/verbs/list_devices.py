"""`mwk devices`: lists the sound outputs of this machine."""

from __future__ import annotations

from typing import Any

from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.engine import output_devices
from mwk_desktop.messages import Message, message


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
        print_stderr(
            message("no sound output: {reason}; --device null keeps time silently", reason=problem)
        )
    return 0


def output_rows() -> tuple[list[dict[str, Any]], Message]:
    """Sound outputs as plain rows, and why there are none."""
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
    return rows, found.problem

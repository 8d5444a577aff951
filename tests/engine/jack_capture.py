"""Records what the engine sends to JACK; a program of its own, so that no test holds its lock.

``python jack_capture.py SERVER FRAMES FILE CHANNELS``: says ``ready``; ``connect`` on its input
connects it to the engine's ports, ``stop`` writes the frames to FILE (raw float32) and says how
many xruns there were.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import jack
import numpy as np


def main(server: str, frames: int, path: Path, channels: int) -> None:
    samples = np.zeros((frames, channels), dtype=np.float32)
    counts = {"frames": 0, "xruns": 0}
    client = jack.Client("capture", no_start_server=True, servername=server)
    inputs = [client.inports.register(name) for name in ("a", "b", "c", "d")[:channels]]

    def process(block_frames: int) -> None:
        begin = counts["frames"]
        part = samples[begin : begin + block_frames]
        for channel, port in enumerate(inputs):
            part[:, channel] = port.get_array()[: len(part)]
        counts["frames"] = begin + len(part)

    def xrun(delayed_us: float) -> None:
        counts["xruns"] += 1

    client.set_process_callback(process)
    client.set_xrun_callback(xrun)
    gc.freeze()
    gc.disable()
    client.activate()
    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "connect":
            ports = [
                port
                for port in client.get_ports(is_output=True, is_audio=True)
                if not port.name.startswith(("system:", "capture:"))
            ]
            for port, own in zip(ports, inputs, strict=True):
                client.connect(port, own)
            # Before anything sounds; what connecting itself cost does not count.
            counts["xruns"] = 0
            print("connected", flush=True)
        else:
            break
    path.write_bytes(samples[: counts["frames"]].tobytes())
    print(counts["xruns"], flush=True)
    client.deactivate()
    client.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))

"""Watches how loud the engine's output to JACK is; a program of its own, so that no test holds it.

``python jack_watch.py SERVER``: says ``ready`` and connects whatever engine plays, now and later;
``read`` on its input: one line of JSON, [monotonic ms, peak] for every block since the last one.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
import time
from collections import deque

import jack
import numpy as np

AGAIN_S = 0.1


def main(server: str) -> None:
    blocks: deque[tuple[int, float]] = deque()
    client = jack.Client("watch", no_start_server=True, servername=server)
    inputs = [client.inports.register(name) for name in ("a", "b")]

    def process(_: int) -> None:
        peak = max(float(np.abs(port.get_array()).max()) for port in inputs)
        blocks.append((time.monotonic_ns() // 1_000_000, peak))

    ended = threading.Event()

    def connect() -> None:
        while not ended.wait(AGAIN_S):
            ports = client.get_ports(is_output=True, is_audio=True)
            outputs = [p for p in ports if not p.name.startswith(("system:", "watch:"))]
            for number, port in enumerate(outputs):
                with contextlib.suppress(jack.JackError):  # it is connected, or just went away
                    client.connect(port, inputs[number % 2])

    client.set_process_callback(process)
    client.activate()
    threading.Thread(target=connect, daemon=True).start()
    print("ready", flush=True)
    for _ in sys.stdin:
        found = [blocks.popleft() for _ in range(len(blocks))]
        print(json.dumps(found), flush=True)
    ended.set()
    client.deactivate()
    client.close()


if __name__ == "__main__":
    main(sys.argv[1])

"""Hears what a short-lived JACK client plays; a program of its own, so that no test holds its lock.

``python tone_ear.py SERVER CHANNELS``: says ``ready``, waits for output ports of a client
that was not there before, connects to them, and says their peaks when they are gone.
"""

from __future__ import annotations

import json
import sys
import threading

import jack
import numpy as np


def main(server: str, channels: int) -> None:
    client = jack.Client("ear", no_start_server=True, servername=server)
    inputs = [client.inports.register(f"in{number}") for number in range(channels)]
    peaks = np.zeros(channels)
    gone = threading.Event()
    heard: set[str] = set()

    def process(frames: int) -> None:
        for channel, port in enumerate(inputs):
            peaks[channel] = max(peaks[channel], np.abs(port.get_array()).max())

    def registered(port: jack.Port, there: bool) -> None:
        if not there and port.name in heard:
            gone.set()

    def names() -> list[str]:
        return [port.name for port in client.get_ports(is_output=True, is_audio=True)]

    client.set_process_callback(process)
    client.set_port_registration_callback(registered, only_available=False)
    client.activate()
    before = {*names()}
    print("ready", flush=True)
    while len(heard) < channels:
        found = [name for name in names() if name not in before]
        if len(found) >= channels:
            for name, own in zip(found, inputs, strict=False):
                heard.add(name)
                client.connect(name, own)
    gone.wait(30.0)
    print(json.dumps(peaks.tolist()), flush=True)
    client.deactivate()
    client.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

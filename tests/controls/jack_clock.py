"""Hears a MIDI clock over JACK, as a program of its own: ``python jack_clock.py SERVER``.

``connect PART`` connects the first port with that in its name and answers with it, or with nothing;
``got`` prints what came since: ``FRAME:HEX``, in frames of the server; ``now`` prints a frame of
the server and the steady clock's nanoseconds at it.
"""

from __future__ import annotations

import sys
import time
from collections import deque

import jack


def main(server: str) -> None:
    client = jack.Client("clock-listener", no_start_server=True, servername=server)
    entrance = client.midi_inports.register("in")
    got: deque[tuple[int, bytes]] = deque(maxlen=100_000)

    def process(frames: int) -> None:
        for offset, data in entrance.incoming_midi_events():
            got.append((client.last_frame_time + offset, bytes(data)))

    client.set_process_callback(process)
    client.activate()
    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split(maxsplit=1)
        if words[0] == "connect":
            ports = client.get_ports(words[1].strip(), is_midi=True, is_output=True)
            if ports:
                client.connect(ports[0], entrance)
            print(ports[0].name if ports else "", flush=True)
        elif words[0] == "got":
            print(
                " ".join(
                    f"{at}:{data.hex()}" for at, data in [got.popleft() for _ in range(len(got))]
                ),
                flush=True,
            )
        else:
            print(client.frame_time, time.monotonic_ns(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

"""Hears a MIDI clock and clicks over JACK, as a program: ``python jack_clock.py SERVER``.

``connect PART`` and ``sound PART`` connect the first MIDI or audio port with that in its name and
answer with a number, or with nothing; ``got`` prints what came since: ``FRAME:HEX``, in frames of
the server, ``clicks`` the frames where a loud sound began after silence; ``transport`` prints
``FRAME:BEATS``, where JACK's transport was twice a second while it rolled; ``blocks`` prints
``FRAME:NS``, the first frame of each block and the steady clock's time when it was asked for.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections import deque

import jack
import numpy as np

LOUD = 0.1
APART_FRAMES = 10_000
BBT = 0x10
"""``JackPositionBBT`` (jack/types.h)."""


def main(server: str) -> None:
    client = jack.Client("clock-listener", no_start_server=True, servername=server)
    entrance = client.midi_inports.register("in")
    sound = client.inports.register("sound")
    got: deque[tuple[int, bytes]] = deque(maxlen=100_000)
    clicks: deque[int] = deque(maxlen=10_000)
    places: deque[tuple[int, float]] = deque(maxlen=10_000)
    blocks: deque[tuple[int, int]] = deque(maxlen=10_000)
    heard = -APART_FRAMES
    looked = 0

    def process(frames: int) -> None:
        nonlocal heard, looked
        begin = client.last_frame_time
        blocks.append((begin, time.monotonic_ns()))
        if begin - looked > client.samplerate // 2:
            looked = begin
            state, place = client.transport_query_struct()
            if state == jack.ROLLING and place.valid & BBT:
                beats = (place.bar - 1) * place.beats_per_bar + place.beat - 1
                places.append((begin, beats + place.tick / place.ticks_per_beat))
        for offset, data in entrance.incoming_midi_events():
            got.append((begin + offset, bytes(data)))
        loud = np.flatnonzero(np.abs(sound.get_array()) > LOUD)
        if len(loud):
            if begin + int(loud[0]) - heard > APART_FRAMES:
                clicks.append(begin + int(loud[0]))
            heard = begin + int(loud[-1])

    client.set_process_callback(process)
    client.activate()
    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split(maxsplit=1)
        if words[0] in ("connect", "sound"):
            is_midi = words[0] == "connect"
            port = entrance if is_midi else sound
            if not port.number_of_connections:
                # The ports of a client that was just killed may go at any moment.
                with contextlib.suppress(jack.JackError):
                    ports = client.get_ports(
                        words[1].strip(), is_midi=is_midi, is_audio=not is_midi, is_output=True
                    )
                    if ports:
                        client.connect(ports[0], port)
            print(port.number_of_connections or "", flush=True)
        elif words[0] == "clicks":
            print(*(clicks.popleft() for _ in range(len(clicks))), flush=True)
        elif words[0] == "transport":
            found = [places.popleft() for _ in range(len(places))]
            print(*(f"{at}:{beats:.4f}" for at, beats in found), flush=True)
        elif words[0] == "got":
            print(
                " ".join(
                    f"{at}:{data.hex()}" for at, data in [got.popleft() for _ in range(len(got))]
                ),
                flush=True,
            )
        else:
            found_blocks = [blocks.popleft() for _ in range(len(blocks))]
            print(*(f"{at}:{time_ns}" for at, time_ns in found_blocks), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

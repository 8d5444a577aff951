"""A MIDI controller over JACK, as a program of its own: ``python jack_device.py SERVER NAME``.

Lines on its input: hexadecimal bytes are sent as one event; ``flood N SECONDS`` sends N fader moves
a second; ``stamp BYTES`` sends and prints the moment (monotonic clock); ``got`` prints what came
since, ``quit`` ends it. (In the test's own process JACK's thread would wait for the interpreter
that the test holds.)
"""

from __future__ import annotations

import sys
import threading
import time
from collections import deque

import jack


def main(server: str, name: str) -> None:
    client = jack.Client(name, no_start_server=True, servername=server)
    output = client.midi_outports.register("out")
    entrance = client.midi_inports.register("in")
    waiting: deque[bytes] = deque()
    got: deque[bytes] = deque(maxlen=100_000)
    stamps: deque[float] = deque(maxlen=1)

    def process(frames: int) -> None:
        output.clear_buffer()
        for _ in range(min(len(waiting), 200)):
            data = waiting.popleft()
            try:
                output.write_midi_event(0, data)
                stamps.append(time.monotonic())
            except jack.JackErrorCode:  # this block's buffer is full
                waiting.appendleft(data)
                break
        for _, data in entrance.incoming_midi_events():
            got.append(bytes(data))

    client.set_process_callback(process)
    client.activate()
    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "quit":
            break
        if words[0] == "got":
            # One by one: JACK's thread adds meanwhile.
            print(" ".join(got.popleft().hex() for _ in range(len(got))), flush=True)
        elif words[0] == "stamp":
            stamps.clear()
            waiting.append(bytes.fromhex("".join(words[1:])))
            while not stamps:
                threading.Event().wait(0.001)
            print(stamps[0], flush=True)
        elif words[0] == "flood":
            sent = flood(waiting, int(words[1]), float(words[2]))
            print(sent, flush=True)
        else:
            waiting.append(bytes.fromhex(line))
    client.deactivate()
    client.close()


def flood(waiting: deque[bytes], per_s: int, seconds: float) -> int:
    """Move fader CC 0 up and down; the last position is 64."""
    begun, sent, pause = time.monotonic(), 0, threading.Event()
    while (passed := time.monotonic() - begun) < seconds:
        while sent < passed * per_s:
            waiting.append(bytes((0xB0, 0, abs(sent % 254 - 127))))
            sent += 1
        pause.wait(0.001)
    waiting.append(bytes((0xB0, 0, 64)))
    while waiting:
        pause.wait(0.001)
    return sent + 1


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

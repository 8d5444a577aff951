"""Another program in an Ableton Link session: ``state`` prints the steady clock's nanoseconds, the
beat there, the tempo and whether it plays; ``tempo BPM`` sets the session's tempo."""

from __future__ import annotations

import sys
import time

import link


def main() -> None:
    peer = link.Link(90.0)
    peer.startStopSyncEnabled = True
    peer.enabled = True
    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split()
        state = peer.captureSessionState()
        if words[0] == "tempo":
            state.setTempo(float(words[1]), peer.clock().micros())
            peer.commitSessionState(state)
        now_ns, now_us = time.monotonic_ns(), peer.clock().micros()
        beats = state.beatAtTime(now_us, 4.0)
        print(now_ns, beats, state.tempo(), int(state.isPlaying()), flush=True)


if __name__ == "__main__":
    main()

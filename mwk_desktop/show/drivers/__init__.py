"""Drivers run a show's core: on the wall clock, from a recording, at full speed, from results.

Begin with :mod:`.live` (a show on the wall clock) and :mod:`.threads` (the show thread that owns a
driver). :mod:`.replay` plays a recording in its own time, :mod:`.offline` without a clock (bounce,
``--speed max``), :mod:`.results` plays what another console or ``mwk streams`` counted.
:mod:`.prepared_recording` scans a recording once, :mod:`.playback` steps through it,
:mod:`.scrubbing` jumps in it.
"""

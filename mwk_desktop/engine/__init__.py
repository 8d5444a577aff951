"""The engine: eight phase-locked strips, a master with a limiter, one musical clock.

Pure numpy, no wall clock in the sound: what an output frame holds depends only on the clips and on
the absolute transport frames of the events, never on block sizes or on when a thread woke.

==============  ============================================================================
``protocol``    the values that cross the room's border; needs neither numpy nor a sound card
``gains``       a gain as a function of the absolute frame
``mixer``       voices -> strips -> master, split at events
``limiter``     the master's true-peak limiter
``offline``     a show to audio, with no clock at all
``local``       the engine in the caller's process, with a clock that the caller holds
``process``     the engine's own process, around ``core`` (the callback), ``outputs`` (PortAudio
                or a silent clock) and ``shared`` (the memory it shares with its parent)
``client``      that process seen from the show, with its watchdog, ``child`` and ``plans``
``recorder``    the master, while it plays, to a file
``loudness``    how loud the master is
``devices``     what outputs there are, asked of a short-lived process
``wav``         the writer of WAV and FLAC files, around ``wave_file``
==============  ============================================================================

Everything outside talks to :class:`mwk_desktop.engine.protocol.EnginePort`. This package imports
nothing by itself, so that the engine's process starts with exactly what it needs.
"""

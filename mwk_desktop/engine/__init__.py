"""The engine: eight phase-locked strips, a master with a limiter, one musical clock.

Pure numpy, no wall clock in the sound: what an output frame holds depends only on the clips and on
the absolute transport frames of the events, never on block sizes or on when a thread woke.

==================  ========================================================================
``protocol``        the values that cross the room's border; begin here
``gains``           a gain as a function of the absolute frame
``mixer``           voices -> strips -> master, split at events
``limiter``         the master's true-peak limiter
``offline_render``  a show to audio, with no clock at all
``local_engine``    the engine in the caller's process, with a clock that the caller holds
``engine_client``   the engine as the show sees it, with the watchdog that replaces it
``engine_mirror``   what the engine was asked for and did: enough to set up its replacement
``engine_start``    starts engines at the rate that their output plays at, with ``clip_tables``
                    (the sounds, conformed) and ``frame_map`` (transport frames to the engine's)
``engine_process``  one engine process, seen from its parent; ``engine_commands`` is what it sends
``engine_main``     what runs in that process, around ``audio_callback`` and ``audio_outputs``
                    (PortAudio or a silent clock)
``shared_memory``   the memory that the process and its parent share
``master_recorder`` the master, while it plays, to a file
``loudness``        how loud the master is
``output_devices``  what outputs there are, asked of a short-lived process
``portaudio``       careful steps into PortAudio
``audio_writer``    the writer of WAV and FLAC files, around ``wave_file``
==================  ========================================================================

Everything outside talks to :class:`mwk_desktop.engine.protocol.EnginePort`. This package imports
nothing by itself, so that the engine's process starts with exactly what it needs.
"""

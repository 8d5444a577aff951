"""The engine: eight phase-locked strips, a master with a limiter, one musical clock.

The mixing is pure numpy and reads no wall clock: an output frame depends only on the clips and on
the absolute transport frames of the events, never on block sizes or on when a thread woke.

==================  ========================================================================
``protocol``        the values that enter and leave this package; begin here
``gains``           a gain as a function of the absolute frame
``mixer``           the transport, its plans and events; splits blocks where anything changes
``clip_bank``       what can be launched: pages of sound, and which of them make a clip
``clip_pool``       decodes clips ahead, where a set is larger than its memory
``tracks``          what a strip, the floor or a transition plays when: voices, edges
``signal_path``     voices -> strips -> master, with ``ducking`` and ``master_bus``
``strip_filter``    the strips' one-knob filters
``room``            what the hall hears while the sound is dimmed or mono
``cue_bus``         what outputs 3 and 4 hear
``limiter``         the master's true-peak limiter; ``delay_line`` is its and the filters' memory
``offline_render``  renders a show to audio, without a clock
``local_engine``    an engine in the caller's process; the caller moves its clock
``engine_client``   the engine as the show sees it; ``engine_watchdog`` replaces it
``engine_mirror``   what the engine was asked to do and did, to set up a replacement
``engine_start``    starts engines at the rate that their output plays at, with ``clip_tables``
                    (the sounds, conformed) and ``frame_map`` (transport frames to the engine's)
``engine_process``  one engine process, seen from its parent; sends ``engine_commands``
``engine_main``     what runs in that process, around ``audio_callback`` and ``audio_outputs``
                    (PortAudio or a silent clock; on JACK with ``block_ahead``)
``shared_memory``   the memory that the engine process and its parent share
``master_recorder`` records the master to a file while it plays
``loudness``        measures the master's loudness
``output_devices``  lists the outputs, in a short-lived process
``portaudio``       imports PortAudio and finds its devices, with errors for people
``audio_writer``    writes WAV and FLAC files, on top of ``wave_file``
==================  ========================================================================

Everything outside talks to :class:`mwk_desktop.engine.protocol.EnginePort`. This ``__init__``
imports nothing, so the engine process loads only what it needs.
"""

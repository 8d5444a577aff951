"""Sound sets, their clips, and how clips are conformed to one loop.

Begin with ``sound_set`` (which files belong to a set; it decodes nothing). ``set_loading`` turns a
set into one array for playing, and ``set_examination`` reports what is good and bad in a set.

* A set's facts: ``set_folder`` (its files), ``set_file`` (``set.toml``), ``set_tempo`` and
  ``tempo`` (from the lengths of the clips).
* One file: ``audio_file`` (the only user of libsndfile here), ``conform`` (one clip to one loop),
  ``measure`` (peak, loudness, seam), ``kick_detection``.
* A clip's takes and other parts: ``clip_parts`` (what there is), ``part_conforming`` (each part at
  the device's rate), ``set_pages`` (where all parts lie in memory), ``sound_layout`` (what the
  engine reads), ``part_examination`` (what is wrong with them).
* ``clip_paging``: a set that is larger than its memory.
* ``set_findings``: findings about files, and the error for an unusable set.
"""

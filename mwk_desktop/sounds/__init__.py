"""Sound sets, their clips, and how clips are conformed to one loop.

Begin with ``sound_set`` (which files belong to a set; it decodes nothing). ``set_loading`` turns a
set into one array for playing, and ``set_examination`` reports what is good and bad in a set.

* A set's facts: ``set_file`` (``set.toml``), ``tempo`` (from the lengths of the clips).
* One clip: ``audio_file`` (the only user of libsndfile here), ``conform`` (one clip to one loop),
``measure`` (peak, loudness, seam). * ``set_findings``: findings about files, and the error for an
unusable set.
"""

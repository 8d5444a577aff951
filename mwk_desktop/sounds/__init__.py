"""The music's raw material: sound sets, their clips, and how clips are made to fit one loop.

Begin with ``sound_set`` (which files make a set; it decodes nothing). Then ``set_loading`` turns a
set into one array that can be played, and ``set_examination`` says what is good and bad about one.

* A set's facts: ``set_file`` (``set.toml``), ``tempo`` (from the lengths of the clips).
* One clip: ``audio_file`` (libsndfile; nothing else here uses it), ``conform`` (one clip to one
  loop), ``measure`` (peak, loudness, seam).
* ``set_findings``: what is said about files, and the error that ends the work.
"""

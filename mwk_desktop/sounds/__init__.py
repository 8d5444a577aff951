"""The music's raw material: sound sets, their clips, and how clips are made to fit one loop.

Import from the modules: ``sound_set`` (which files make a set), ``conform`` (one clip to one loop),
``loading`` (a whole set into one array), ``examine`` (what is good and bad about a set).
"""

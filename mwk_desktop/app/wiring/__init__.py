"""How a running show is put together, and how it is exchanged for another.

Begin with ``run_show``. ``show_resources`` opens what every show of one run uses (sounds, output,
clock); the ``start_...`` modules start one kind of show each, with ``engine_setup`` and
``wall_clock_show``; ``worker_list`` names the workers beside it; ``show_host`` holds the show that
runs and switches to one that ``show_factory`` makes; ``window_runner`` and ``headless_console`` are
the two ways to look at it.
"""

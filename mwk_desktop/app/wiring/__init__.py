"""Puts a running show together, and exchanges it for another one.

Begin with ``run_show``. ``show_resources`` opens what every show of one run uses (sounds, output,
clock); the ``start_...`` modules start one kind of show each, with ``engine_setup`` and
``wall_clock_show``; ``worker_list`` names the workers beside it; ``show_host`` holds the running
show and switches to the next one, which ``show_factory`` makes; ``window_runner`` and
``headless_console`` present it.
"""

"""What each verb does, one module per verb; the command line (:mod:`mwk_desktop.cli`) only parses.

Begin with ``run_demo``. A verb that plays a show (``run_demo``, ``run_live``, ``run_replay``) names
its kind of show and calls :func:`mwk_desktop.app.wiring.run_show.run_show`; the others do their
work and return an exit code. ``sql_...`` are parts of ``query_sql``; ``follow_source`` is what
``follow_network`` and ``follow_twitter`` share.
"""

"""The command line: one module per verb (``live_verb``, ``sql_verb``, ...), no logic.

Begin with ``main``: it lists the verbs and turns their errors into one line and an exit code. What
a verb does is in :mod:`mwk_desktop.app.verbs`. Nothing heavy loads before a verb is chosen.
"""

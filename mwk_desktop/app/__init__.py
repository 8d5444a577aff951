"""Builds the program: the only place that creates the objects of lower layers and connects them.

``verbs``
    What each verb of the command line does. Begin here: one module per verb.
``wiring``
    Puts a running show together, and exchanges it for another while the program runs.
``workers``
    Threads that work beside a show (page, Twitter, SQL, settings, checks...), and their base class.

All three share the modules of this folder itself. Imports go from verbs to wiring to workers, never
back. Qt is only imported once windows are wanted and possible.
"""

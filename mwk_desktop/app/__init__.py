"""What the program does with everything below it: the only place that builds objects and hands them
to each other.

``verbs``
    What each verb of the command line does. Begin here: one module a verb.
``wiring``
    How a running show is put together, and exchanged for another while the program runs.
``workers``
    Who works beside a show (page, Twitter, SQL, settings, checks...), with their base class.

The modules of this folder itself are what all three share. Imports go from verbs to wiring to
workers, never back. Nothing of Qt is imported before windows are wanted and possible.
"""

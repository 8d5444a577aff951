"""The composition root: the only place that builds objects and hands them to each other.

``common`` holds what every verb needs, ``offline`` wires a recording without a clock, ``shows`` a
running show (threads, engine, recorder), ``windows`` the two windows around it. Nothing of Qt is
imported before windows are wanted and possible.
"""

"""Workers beside a show: each has a thread of its own and carries out its kinds of request.

``worker`` holds the base class. A ``..._worker`` module is one of them; the other modules are what
they need and what verbs use as well: checks (``preflight`` and the ``..._findings``), the way of
messages into Kafka or a show (``kafka_inlet``), the note for a start after a crash.
"""

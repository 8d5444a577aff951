"""Workers beside a show: each has its own thread and carries out its kinds of request.

Begin with ``worker``, the base class. Each ``..._worker`` module is one worker. The other modules
serve workers and verbs: checks (``preflight`` and the ``..._findings``), messages into Kafka or a
show (``message_outlet``, ``kafka_inlet``), what the show thread hands over without waiting
(``..._tap``), the note for a start after a crash (``last_show_note``).
"""

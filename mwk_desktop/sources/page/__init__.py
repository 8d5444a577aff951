"""The audience's page: a vote from any phone in the room, served from the laptop.

``ballot`` decides about a vote (pure), ``receipts`` whose instrument has landed (pure), ``server``
speaks HTTP, ``service`` is the source with its two threads. Nothing here knows Kafka or the show.
"""

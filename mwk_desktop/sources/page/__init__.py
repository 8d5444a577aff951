"""The audience's page: a vote from any phone in the room, served from the laptop.

Begin with ``page_source``: the source with its two threads. ``page_server`` speaks HTTP,
``vote_handler`` decides about a vote (pure), ``receipts`` knows whose instrument has landed (pure),
``show_facts`` is all that the page knows of the show. Nothing here knows Kafka or the show.
"""

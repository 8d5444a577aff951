"""The audience's page: a vote from any phone in the room, served from the laptop.

Begin with ``page_source``: the source with its two threads. ``page_server`` speaks HTTP,
``vote_handler`` accepts or refuses votes (pure), ``vote_outcomes`` is where the show tells whether
a vote counted, ``receipts`` tracks which votes got their instrument played (pure), and
``show_facts`` is all that the page knows about the show. Nothing here imports Kafka or the show.
"""

"""Everything that talks to Kafka: reading topics, producing, and the state of the connection.

Begin with ``topic_source`` (the input topic into a show, exactly once) and ``connection`` (the
state machine behind "connected", "reconnecting", "history gone"). ``results_source`` reads the
result topics, ``topic_records`` feeds ``mwk record``, ``tweet_producer`` and ``results_producer``
write, ``probe`` checks a cluster before a show, ``topic_admin`` finds and creates topics.
``unreadable_batches`` is how every reader gets past damage on a broker's disk.
``client_settings`` and ``clients`` are shared by all of them. Only this package
imports ``confluent_kafka``.
"""

"""Records and tweets: what they hold, how they are decoded, how recordings are read and written.

Begin with ``record_types`` (a Kafka record, a tweet). ``tweet_decoding`` makes one from the other
and knows a record's event time; ``batch`` is what every source hands on. A recording is read by
``line_reader`` (bytes to whole lines) and ``envelope`` (a line to a record and back), and written
by ``recording_writer``, in floods from a process of its own (``recording_process``).
"""

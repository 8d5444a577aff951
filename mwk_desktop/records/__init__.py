"""Records and tweets: their types, their decoding, and reading and writing recordings.

Begin with ``record_types`` (a Kafka record, a tweet). ``tweet_decoding`` decodes tweets and
computes a record's event time; ``batch`` is what every source delivers. A recording is read by
``line_reader`` (bytes to whole lines) and ``envelope`` (a line to a record and back), and written
by ``recording_writer``, or in floods by a separate process (``recording_process``).
"""

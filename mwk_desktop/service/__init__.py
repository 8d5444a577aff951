"""``mwk streams``: the aggregation as a scalable service, its state in Kafka.

It counts with :mod:`mwk_desktop.topology`. Begin with ``pipeline``, which holds one instance.
``partition_counting`` (pure) counts one input partition and says what changed, as the records of
``partials``; ``partials_merge`` (pure) sums them. ``count_loop`` and ``merge_loop`` connect the two
with Kafka, ``group_topics`` finds and creates the topics.
"""

"""``mwk streams``: the aggregation as a scalable service, its state in Kafka.

It follows the rules of :mod:`mwk_desktop.topology`. Begin with ``stages``, which holds what each
stage does with one record and its state (pure); ``pipeline`` wires the stages with Quix Streams,
``ticks`` tells them when a window is over.
"""

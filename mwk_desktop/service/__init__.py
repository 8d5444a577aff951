"""The aggregation as a scalable service: the rules of :mod:`mwk_desktop.topology`, the state in
Kafka.

``steps`` holds what each stage does with one record and its state (pure), ``pipeline`` wires the
stages with Quix Streams, ``ticks`` tells them when a window is over.
"""

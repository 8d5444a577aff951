"""Music with Kafka: a desktop mixing console that a crowd plays through a Kafka topic.

Begin with :mod:`mwk_desktop.cli.main`, which finds the verb, and :mod:`mwk_desktop.app`, which
builds what it runs. ``docs/architecture.md`` shows layers, threads, and where to change what.
"""

__version__ = "0.9.0"

"""Where records come from, other than Kafka.

Begin with :mod:`status_source <mwk_desktop.sources.status_source>` for a network that people write
on (``twitter_source``, the ``page``), and with ``recording_source`` for a recorded topic.

- A **live** source (:class:`mwk_desktop.sources.crowd_source.CrowdSource`) has ``poll(now_ms) ->
  Batch``: everything since the last call, in the order it came, with the raw records kept so that
  a show can be recorded. It has no clock; the caller holds it.
- A **recording** (:class:`mwk_desktop.sources.recording_source.RecordingSource`) has ``prepare() ->
  RecordingPlan`` (``recording_plan``: what is in the file, in which order it is replayed) and
  ``steps() -> Iterator[Batch | ShowRecord]``, which starts from the beginning with every call.
  ``batch_builder`` makes batches of lines, ``recording_index`` sorts a file that is out of order,
  ``one_pass_source`` replays one that needs no preparation.

All hand over decoded records; nothing downstream parses JSON.
"""

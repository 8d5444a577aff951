"""Sources of records other than Kafka.

Begin with :mod:`status_source <mwk_desktop.sources.status_source>` for a network where people write
(``twitter_source``, :mod:`.networks`, the audience's :mod:`.page`), and with ``recording_source``
for a recorded topic.

- A **live** source (:class:`mwk_desktop.sources.crowd_source.CrowdSource`) has ``poll(now_ms) ->
  Batch``: all records since the last call in order of arrival, with the raw records so that a show
  can be recorded. It has no clock; the caller passes the time.
- A **recording** (:class:`mwk_desktop.sources.recording_source.RecordingSource`) has ``prepare() ->
  RecordingPlan`` (``recording_plan``: what the file contains and in which order it is replayed) and
  ``steps() -> Iterator[Batch | ShowRecord]``, which starts from the beginning on every call.
  ``batch_builder`` makes batches of lines, ``recording_index`` sorts a file that is out of order,
  ``one_pass_source`` replays one that needs no preparation.

All sources deliver decoded records; nothing downstream parses JSON.
"""

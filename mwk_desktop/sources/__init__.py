"""The places other than Kafka that records come from.

The interface is small. A **live** source (:class:`mwk_desktop.sources.crowd.CrowdSource`) has
``poll(now_ms) -> Batch``: everything that came since the last call, in the order it came, with the
raw records kept so that a show can be recorded. It has no clock; the caller holds it. A
**recording** (:class:`mwk_desktop.sources.recording.RecordingSource`) has ``prepare() ->
RecordingPlan`` and ``steps() -> Iterator[Batch | ShowRecord]``, which begins anew with every call.
Both hand over decoded records; nothing downstream parses JSON.
"""

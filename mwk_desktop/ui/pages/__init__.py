"""The pages over the console: connect, settings, pre-flight, SQL (GUI thread only).

Begin with :mod:`.pages_view`, which knows which page is open and passes snapshots to all of them.
"""

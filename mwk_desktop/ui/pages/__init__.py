"""The pages over the console: connect, settings, pre-flight, SQL (GUI thread only).

Begin with :mod:`.pages_view`, which knows what page is open and hands snapshots to all of them.
"""

"""The state store: one SQLite file a show, plain rows in and out.

Whoever counts hands over :class:`~mwk_desktop.store.changes.Changes` (rows that changed, and the
next offsets of the same moment); they are committed in one transaction, so that after any crash
the counts are exactly those of the records before the offsets.
"""

"""The state store: one SQLite file a show, plain rows in and out.

Begin with ``show_file.ShowFile`` (one show, one transaction a commit). ``store_thread`` commits
:class:`~mwk_desktop.store.changes.Changes` (rows that changed, and the next offsets of the same
moment) beside the running show, so that after any crash the counts are exactly those of the records
before the offsets. ``show_folder`` lists the shows that were saved.
"""

"""The state store: one SQLite file per show, plain rows in and out.

Begin with ``show_file.ShowFile`` (one show, one transaction per commit). While the show runs,
``store_thread`` commits :class:`~mwk_desktop.store.changes.Changes` (changed rows, and the next
offsets at the same moment), so that after any crash the counts match exactly the records before
those offsets. ``show_folder`` lists the saved shows.
"""

"""SQL on the stream: counted tweets as rows in DuckDB, queried in a process of their own.

Somebody who folds tweets (the show, or the command line) hands over what was counted as
:mod:`~mwk_desktop.analysis.rows`. A running show does that through a
:class:`~mwk_desktop.analysis.tap.StreamTap`, which packs them into a spool file beside the show;
the query process reads that file by itself. So a query that never ends or eats memory costs that
process and nothing else.
"""

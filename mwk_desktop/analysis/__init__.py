"""SQL on the stream: counted tweets as rows in DuckDB, queried in a process of their own.

Begin with ``query_client`` (:class:`~mwk_desktop.analysis.query_client.QueryClient` starts the
process, hands it rows and asks it). A query that never ends or eats memory costs that process only.

* Rows on their way: ``counted_rows`` (what was counted, packed), ``stream_tap`` (collects it from a
  running show) and ``spool`` (the file in which it waits for the process).
* The process: ``query_process`` (its threads), ``query_messages`` (what goes through the pipe),
  ``query_database`` (DuckDB; nothing else imports it), ``row_arrays`` (rows become columns).
* What can be asked: ``query_views`` (the views and their columns), ``ready_queries``.
* Answers: ``query_errors`` (why there is none) and ``text_tables`` (values as text).
"""

"""SQL on the stream, and the report of a show.

SQL: counted tweets as rows in DuckDB, queried in a separate process. The report is a package of its
own, :mod:`.report`.

Begin with ``query_client`` (:class:`~mwk_desktop.analysis.query_client.QueryClient` starts the
process, feeds it rows and runs queries). A query that never ends or uses too much memory affects
only that process.

* Rows on their way: ``counted_rows`` (counted tweets, packed), ``stream_tap`` (collects them from a
  running show) and ``spool`` (the file in which they wait for the process).
* The process: ``query_process`` (its threads), ``query_messages`` (the pipe's messages),
  ``query_database`` (DuckDB), ``row_arrays`` (rows become columns).
* Queries: ``query_views`` (the views and their columns), ``ready_queries``.
* Answers: ``query_errors`` (why a query failed) and ``text_tables`` (values as text).
"""

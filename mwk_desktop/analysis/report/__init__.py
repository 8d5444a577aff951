"""The report of a show: one HTML file for the morning after, and its rows as CSV and Parquet.

Begin with :mod:`.report_facts` (everything a report says, as plain values) and :mod:`.report_page`
(the file). :mod:`.svg_plots` draws, :mod:`.report_sections` puts the parts of the page together
(the scenes' timeline: :mod:`.scenes_plot`), :mod:`.markup` escapes text and writes figures in a
language, :mod:`.table_export` writes the rows for other programs. Pure, but for the files.
"""

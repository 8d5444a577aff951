"""Counting as pure stream processing: tweets in; chart, leaderboard and closed windows out.

No clock, no thread, no I/O. Begin with ``counting.Counting``: ``fold`` counts a batch, ``close``
ends windows and draws their clips, ``drain_changes`` and ``from_rows`` save and restore the state.

- ``matching`` (over ``text_folding``, ``word_forms``, ``form_patterns``): which instrument a text
  names.
- ``duplicates``: the same tweet delivered twice counts once.
- ``leaderboard`` (with ``picture_addresses``): tweets per user and who leads.
- ``open_windows`` and ``chart``: votes per instrument in the windows that are still open;
  ``window_decision``: what a window that is over decides.
- ``shuffle_bags``: which variation of an instrument plays.
- ``counting_rules``, ``counting_rows``, ``user_rows``: settings and counters; the state as rows.
"""

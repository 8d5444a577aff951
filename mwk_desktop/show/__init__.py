"""A show: votes counted in windows, scenes that land on the beat, and the presenter's hand on it.

Begin with :mod:`.core` (counting, conducting and the log behind a few calls) and :mod:`.conductor`
(which clips sound when). :mod:`.commands` is what can be asked of a show, :mod:`.snapshot` what it
looks like at one moment. :mod:`.drivers` runs the core on a clock (live, replay, offline, results),
:mod:`.log` is what a show writes down and reads back, :mod:`.settings` reads ``mwk.toml``.
No Qt here, and no network.
"""

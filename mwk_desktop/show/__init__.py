"""A show: votes counted in windows, scenes that land on the beat, and the presenter's overrides.

Begin with :mod:`.core` (counting, conducting and the log behind a few calls) and :mod:`.conductor`
(which clips sound when). :mod:`.commands` holds what a presenter can ask of a show,
:mod:`.snapshot` its state at one moment. :mod:`.drivers` runs the core on a clock (live, replay,
offline, results), :mod:`.log` records a show's decisions and reads them back, :mod:`.settings`
reads ``mwk.toml``. No Qt here, and no network.
"""

"""The presenter's console: what it shows of a snapshot and what its controls ask for."""

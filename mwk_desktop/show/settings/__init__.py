"""Settings: ``mwk.toml``, then ``MWK_*`` variables, then flags.

Begin with :func:`.load.load_settings`. A new setting is one field of its section in
:mod:`.sections` (or in a ``..._sections`` module beside it); file, variable, settings
page and reference follow from it. :mod:`.origins` finds values in files, variables and flags,
:mod:`.value_kinds` checks them.
"""

"""Settings: ``mwk.toml``, then ``MWK_*`` variables, then flags.

Begin with :func:`.load.load_settings`. A new setting is one field of its section in
:mod:`.sections`; file, variable, settings page and reference follow from it. :mod:`.origins` says
where values come from, :mod:`.value_kinds` what they must be.
"""

"""The stage: what the audience sees. It has no controls.

Begin with :mod:`.stage_view`; the other modules show the winner moment, the messages and how to
vote.
"""

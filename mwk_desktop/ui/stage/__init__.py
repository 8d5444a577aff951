"""The stage: what the audience sees. It has no controls.

Begin with :mod:`.stage_view`: it turns snapshots into what ``qml/Mwk/Stage/`` shows. What moves
with the music is made once a frame by :mod:`.stage_motion`, from :mod:`.stage_beats` (where things
stand, as functions of beats) and :mod:`.level_envelopes`. Each other module is a part of the stage:
the race, the reveal after a lock, people and their messages, the winner, the totals, a query, how
to vote. :mod:`.frame_economy` decides how much is drawn on a slow computer.
"""

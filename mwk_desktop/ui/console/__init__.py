"""The presenter's console: what it shows of a snapshot, and what its controls do.

Begin with :mod:`.console_view`. The ``*_properties`` modules turn a snapshot into QML's properties
(pure functions), the ``*_controls`` modules are the slots behind controls and keys; each of those
is an action, sent by :mod:`mwk_desktop.show.action_sender`.
"""

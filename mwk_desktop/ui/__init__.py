"""Everything Qt: the presenter's console, the audience's stage, the pages over the console.

Begin with :mod:`.application`: one Qt application, two windows, one timer on the GUI thread that
pulls the newest snapshot. ``console/``, ``stage/`` and ``pages/`` hold the view-models (what QML
shows, as properties made by :mod:`.view_model`) and the slots that QML calls; ``qml/`` holds the
windows themselves; ``pictures/`` fetches users' pictures. What a control or key does is an action
of :mod:`mwk_desktop.show.actions`; the show's messages are rendered by :mod:`.message_text`.
"""

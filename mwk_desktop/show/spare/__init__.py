"""The spare laptop: which one of several consoles of a show is heard, and how another takes over.

Begin with :class:`~mwk_desktop.show.log.show_topic.Ownership` (what the show's topic says) and
:mod:`~mwk_desktop.show.spare.takeover_rule` (what a console does about it). Both are pure.
``console_session`` gives the rule the records (``spare_records``) that it needs; all of it runs on
the thread of :mod:`mwk_desktop.app.workers.spare_worker`. For presenters: ``docs/two-laptops.md``.
"""

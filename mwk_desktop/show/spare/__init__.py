"""Two laptops, one show: who of several consoles of a show is heard.

Begin with :class:`~mwk_desktop.show.log.show_topic.Ownership` (what the show's topic says) and
:mod:`~mwk_desktop.show.spare.takeover_rule` (what a console does about it). Both are pure.
"""

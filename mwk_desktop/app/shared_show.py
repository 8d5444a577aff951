"""A running show that several consoles share: what its driver offers to the worker beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mwk_desktop.show.log.show_topic import TopicRecord
from mwk_desktop.show.spare.takeover_rule import Start


@dataclass(frozen=True, slots=True)
class SharedShow:
    """One console's show, for :class:`~mwk_desktop.app.workers.spare_worker.SpareWorker`.

    All functions may be called from any thread and do not wait.

    Attributes
    ----------
    show
        The show's id.
    console
        This console's id, another at each start of a show.
    start
        How this console begins.
    hear
        Takes the records of the topic that were read, in its order.
    lead
        Makes this console decide and be heard; its argument is the epoch (0: no other console can
        know).
    follow
        Mutes this console at once, because another one decides.
    note_elsewhere
        Whether another console, which is heard now, has the show.
    """

    show: str
    console: str
    start: Start
    hear: Callable[[Iterable[TopicRecord]], None]
    lead: Callable[[int], None]
    follow: Callable[[], None]
    note_elsewhere: Callable[[bool], None]

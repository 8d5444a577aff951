"""The actions on messages: hide, block, and what waits before the stage."""

from __future__ import annotations

from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_kinds import (
    UNCHANGED,
    Action,
    Kind,
    Moment,
    Outcome,
    Refusal,
    Value,
    toggle,
    trigger,
)
from mwk_desktop.show.message_commands import DecideMessages, SetModeration, UndoDecision
from mwk_desktop.show.snapshot_feed import FeedItem


def _block(moment: Moment, serial: Value) -> Outcome:
    for item in (*moment.snapshot.feed, *moment.snapshot.moderation.queue):
        if item.serial == serial:
            return ask.BlockUser(item.screen_name)
    return Refusal(message("This message is gone."))


def _decide(approve: bool) -> Action:
    name = "message.approve" if approve else "message.refuse"
    return Action(
        name,
        Kind.MESSAGE,
        lambda _, serial: DecideMessages(approve, (int(serial or 0),)),
        lambda _: None,
    )


def _decide_all(name: str, approve: bool, marked: bool) -> Action:
    """Approve or refuse all that wait and are marked, or are not."""

    def found(moment: Moment) -> tuple[FeedItem, ...]:
        queue = moment.snapshot.moderation.queue
        return tuple(item for item in queue if bool(item.mark) == marked)

    def request(moment: Moment) -> Outcome:
        serials = tuple(item.serial for item in found(moment))
        if not serials:
            return Refusal(message("No such message waits."))
        return DecideMessages(approve, serials)

    return trigger(name, request, lambda m: bool(found(m)))


MOST_SERIALS: Final = 100


def _decide_many(name: str, approve: bool) -> Action:
    """Approve or refuse the messages that somebody looks at, as one step; the value is their
    serials, with spaces between."""

    def request(_: Moment, value: Value) -> Outcome:
        serials = str(value).split()
        whole = all(part.isascii() and part.isdigit() and len(part) < 16 for part in serials)
        if not serials or len(serials) > MOST_SERIALS or not whole:
            return Refusal(message("No such message waits."))
        return DecideMessages(approve, tuple(map(int, serials)))

    return Action(name, Kind.CHOICE, request, lambda _: None)


def _moderate(moment: Moment, on: bool) -> Outcome:
    return SetModeration(on) if on != moment.snapshot.moderation.approve else UNCHANGED


MESSAGE_ACTIONS: Final = (
    Action(
        "message.hide",
        Kind.MESSAGE,
        lambda m, serial: ask.HideMessage(int(serial or 0)),
        lambda m: None,
    ),
    Action("message.block", Kind.MESSAGE, _block, lambda m: None),
    _decide(True),
    _decide(False),
    _decide_many("message.approve_many", approve=True),
    _decide_many("message.refuse_many", approve=False),
    _decide_all("message.approve_clean", approve=True, marked=False),
    _decide_all("message.refuse_marked", approve=False, marked=True),
    trigger("message.undo", lambda _: UndoDecision(), lambda m: m.snapshot.can_undo),
    toggle("message.moderation", lambda m: m.snapshot.moderation.approve, _moderate),
)

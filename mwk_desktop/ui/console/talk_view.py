"""The talk's clock for the console: the chip in the header, its panel, the rail's last minute.

GUI thread only, never blocks.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Slot

from mwk_desktop.messages import plural_message
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.talk_clock import TalkState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import countdown, elapsed, wall_time
from mwk_desktop.ui.view_model import view_model_class

_MINUTE_MS: Final = 60_000

_TalkProperties = view_model_class(
    "TalkProperties",
    {
        "there": False,
        "running": False,
        "started": False,
        "level": "",
        "text": "",
        "note": "",
        "spoken": "",
        "lengthNote": "",
        "endsNote": "",
        "lengthText": "",
        "startText": "",
        "amberText": "",
        "redText": "",
        "ending": "none",
        "endsSoon": False,
        "endsText": "",
        "endsDetail": "",
    },
)


class TalkView(_TalkProperties):  # type: ignore[misc, valid-type]
    """What the talk's clock shows, and what its panel does.

    Parameters
    ----------
    actions
        Receives what is pressed and typed; never waits.
    """

    def __init__(self, actions: ActionSender) -> None:
        super().__init__()
        self._actions = actions
        self._key: Any = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot's clock."""
        talk = snapshot.workers.talk
        key = talk and (talk.left_ms // 1000, talk.running, talk.level, talk.ending, talk.plan)
        if key == self._key:
            return
        self._key = key
        self.set_properties({"there": False} if talk is None else talk_properties(talk))

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = None

    @Slot()
    def toggle(self) -> None:
        """Start the clock, stop it, or let it go on."""
        self._actions.perform("talk.pause" if self.running else "talk.start")

    @Slot()
    def stop(self) -> None:
        """Stop the clock and set it back to its whole length."""
        self._actions.perform("talk.reset")

    @Slot(float)
    def add(self, minutes: float) -> None:
        self._actions.perform("talk.add", minutes)

    @Slot()
    def postpone(self) -> None:
        """Postpone the end by two minutes."""
        self._actions.perform("talk.extend")

    @Slot(str)
    def end(self, ending: str) -> None:
        """Choose what happens at zero: ``none``, ``fade``, ``winner``, ``thanks``."""
        self._actions.perform("talk.ending", ending)

    @Slot(str)
    def typeLength(self, text: str) -> None:
        self._type("talk.length", text)

    @Slot(str)
    def typeAmber(self, text: str) -> None:
        self._type("talk.amber", text)

    @Slot(str)
    def typeRed(self, text: str) -> None:
        self._type("talk.red", text)

    @Slot(str)
    def typeStart(self, text: str) -> None:
        """A time of day such as 20:04; empty: by hand."""
        self._actions.perform("talk.starts_at", text)

    def _type(self, action: str, text: str) -> None:
        minutes = minutes_of(text)
        if minutes is not None:
            self._actions.perform(action, minutes)


def minutes_of(text: str) -> float | None:
    """``45`` or ``5:30`` as minutes; None: it is neither."""
    minutes, colon, seconds = text.strip().partition(":")
    if not minutes.isdecimal() or (colon and not seconds.isdecimal()):
        return None
    return int(minutes) + (int(seconds) / 60 if colon else 0)


def talk_properties(talk: TalkState) -> dict[str, Any]:
    """The clock's properties at one moment."""
    over = talk.left_ms <= -1000
    text = f"+{elapsed(-talk.left_ms)}" if over else countdown(talk.left_ms)
    note = translate("Talk", "over") if over else translate("Talk", "left")
    spoken = translate("Talk", "Talk: %1 %2").replace("%1", text).replace("%2", note)
    plan = talk.plan
    return {
        "there": True,
        "running": talk.running,
        "started": talk.level != "",
        "level": talk.level,
        "text": text,
        "note": note,
        "spoken": translate("Talk", "The talk has not begun") if talk.level == "" else spoken,
        "ending": talk.ending,
        **({} if plan is None else _plan(talk)),
        **_last_minute(talk),
    }


def _plan(talk: TalkState) -> dict[str, str]:
    plan = talk.plan
    assert plan is not None
    minutes = plan.length_ms // _MINUTE_MS
    of = message_text(plural_message("of {count} minute", "of {count} minutes", minutes))
    ends = ""
    if talk.ends_at_ms is not None:
        ends = translate("Talk", "ends at %1").replace("%1", wall_time(talk.ends_at_ms))
    elif plan.starts_at_ms is not None:
        ends = translate("Talk", "starts at %1").replace("%1", wall_time(plan.starts_at_ms))
    return {
        "lengthNote": of,
        "endsNote": ends,
        "lengthText": str(minutes),
        "startText": "" if plan.starts_at_ms is None else wall_time(plan.starts_at_ms),
        "amberText": countdown(plan.amber_ms),
        "redText": countdown(plan.red_ms),
    }


def _last_minute(talk: TalkState) -> dict[str, Any]:
    """What the rail says before an automatic end."""
    if not talk.ends_soon:
        return {"endsSoon": False}
    what = {
        "fade": translate("Talk", "the music fades out"),
        "winner": translate("Talk", "the winner comes onto the stage"),
        "thanks": translate("Talk", "fade out, then the end on the stage"),
    }[talk.ending]
    text = translate("Talk", "Ends by itself in %1").replace("%1", countdown(talk.left_ms))
    return {"endsSoon": True, "endsText": text, "endsDetail": what}

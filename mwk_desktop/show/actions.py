"""Everything a presenter can do, as named actions: one vocabulary for every control.

Keyboard, mouse, MIDI, OSC, phone and tests all use it. :func:`resolve` turns an action and a value
into a command, or says why not; :func:`feedback` gives every action's value, for lights, faders and
screens. Pure functions of the newest snapshot, for any thread. To add an action, add an entry to a
list below, or to :mod:`~mwk_desktop.show.strip_actions`. Names whose feature is still to come are
in :mod:`~mwk_desktop.show.planned_actions`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_kinds import (
    UNCHANGED,
    UNLOCKED,
    Action,
    ConsoleRequest,
    ConsoleState,
    Kind,
    Moment,
    Outcome,
    Refusal,
    Value,
    check_value,
    toggle,
    trigger,
)
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.control_requests import UndoLearning
from mwk_desktop.show.desk_actions import DESK_ACTIONS
from mwk_desktop.show.fader_law import fader_gain, fader_position
from mwk_desktop.show.followed_networks import NETWORKS, FollowNetwork, FollowTwitter
from mwk_desktop.show.message_actions import MESSAGE_ACTIONS
from mwk_desktop.show.planned_actions import PLANNED
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.sound_actions import SOUND_ACTIONS
from mwk_desktop.show.source_commands import OpenDemo, SetLoop
from mwk_desktop.show.spare_state import TakeOver
from mwk_desktop.show.stage_actions import STAGE_ACTIONS
from mwk_desktop.show.strip_actions import fader_actions, strip_actions
from mwk_desktop.show.talk_actions import TALK_ACTIONS
from mwk_desktop.units import INSTRUMENTS, STRIPS

SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""The replay speeds to choose from."""


class UnknownActionError(LookupError):
    """There is no action of this name; the text suggests the nearest."""

    def __init__(self, name: str) -> None:
        nearest = difflib.get_close_matches(name, ACTIONS, n=1, cutoff=0.0)
        self.message = message(
            "There is no action {name}. The nearest is {nearest}.", name=name, nearest=nearest[0]
        )
        super().__init__(str(self.message))


def resolve(
    snapshot: Snapshot, action: str, value: Value = None, console: ConsoleState = UNLOCKED
) -> Outcome:
    """Turn an action into a command at this moment, or into the reason for doing nothing.

    Raises
    ------
    UnknownActionError
        There is no such action.
    """
    entry = ACTIONS.get(action)
    if entry is None:
        raise UnknownActionError(action)
    if console.locked and not entry.works_locked:
        return Refusal(message("The console is locked."))
    moment = Moment(snapshot, console)
    checked = check_value(entry, value, moment)
    return checked if isinstance(checked, Refusal) else entry.request(moment, checked)


def feedback(
    snapshot: Snapshot, console: ConsoleState = UNLOCKED, names: Iterable[str] | None = None
) -> Mapping[str, Value]:
    """The value of every action at this moment, or of those in ``names``."""
    moment = Moment(snapshot, console)
    wanted = ACTIONS if names is None else names
    return {name: ACTIONS[name].value(moment) for name in wanted}


def _is_faded(moment: Moment) -> bool:
    """Faded or about to be; music that returns on the next bar line is not."""
    return moment.snapshot.fade in ("fading", "silent")


def _fade(moment: Moment, on: bool) -> Outcome:
    return ask.FadeOut() if on != _is_faded(moment) else UNCHANGED


def _floor(moment: Moment, on: bool) -> Outcome:
    return ask.SetFloor(on) if on != moment.snapshot.floor.on else UNCHANGED


def _cancel_next(moment: Moment, on: bool) -> Outcome:
    return ask.CancelScene() if on != moment.snapshot.next_scene_cancelled else UNCHANGED


def _silenced(moment: Moment) -> bool:
    """Nothing is heard until somebody resumes, from the moment of a panic on."""
    return moment.snapshot.panic in ("fading", "silent") or moment.snapshot.fade == "silent"


def _resume(moment: Moment) -> Outcome:
    return ask.Resume() if _silenced(moment) else Refusal(message("The music plays already."))


def _panic(moment: Moment) -> Outcome:
    if moment.snapshot.panic == "silent":
        return Refusal(message("It is silent already: resume brings the music back."))
    return ask.Panic()


def _undoes_learning(moment: Moment) -> bool:
    """Whether undo is about a control that was just learnt: only while learning."""
    controllers = moment.snapshot.workers.controllers
    learn = controllers.learn if controllers is not None else None
    return learn is not None and learn.can_undo


def _undo(moment: Moment) -> Outcome:
    if _undoes_learning(moment):
        return UndoLearning()
    if not moment.snapshot.can_undo:
        return Refusal(message("There is nothing to undo."))
    return ask.Undo()


def _follows(moment: Moment) -> bool:
    spare = moment.snapshot.workers.spare
    return spare is not None and spare.role == "follow"


def _take_over(moment: Moment) -> Outcome:
    spare = moment.snapshot.workers.spare
    if spare is None:
        return Refusal(message("No other console plays this show: mwk live --follow starts one."))
    if not _follows(moment):
        return Refusal(message("This console is heard already."))
    return TakeOver()


def _console(
    name: str, value: Callable[[Moment], bool] | None = None, works_locked: bool = True
) -> Action:
    """An action that the windows carry out: a toggle if they know its state, else a page."""
    if value is None:
        locked = name in ("console.help", "console.quit") or name.endswith(".focus")
        return trigger(name, lambda m: ConsoleRequest(name), lambda m: True, locked)
    return toggle(name, value, lambda m, on: ConsoleRequest(name, on), works_locked)


def _offered(
    name: str,
    request: Callable[[bool], WorkerRequest],
    value: Callable[[Moment], bool],
) -> Action:
    """An action for a request that not every kind of program can carry out."""

    def ask_for(moment: Moment, on: bool) -> Outcome:
        wanted = request(on)
        if type(wanted).__name__ not in moment.snapshot.workers.offers:
            return Refusal(message("This show cannot do that."))
        return wanted

    return toggle(name, value, ask_for)


def _followed(network: str) -> Action:
    """Follow a network, or stop."""

    def value(moment: Moment) -> bool:
        networks = moment.snapshot.workers.networks
        return any(one.is_followed for one in networks if one.network == network)

    return _offered(f"{network}.follow", partial(FollowNetwork, network), value)


def _to_the_demo(moment: Moment) -> Outcome:
    if moment.snapshot.source.kind == "demo":
        return UNCHANGED
    if "OpenDemo" not in moment.snapshot.workers.offers:
        return Refusal(message("This show cannot do that."))
    return OpenDemo()


def _replaying(
    request: Callable[[Moment, Value], Outcome],
) -> Callable[[Moment, Value], Outcome]:
    def ask_for(moment: Moment, value: Value) -> Outcome:
        if moment.snapshot.replay is None:
            return Refusal(message("No recording is playing."))
        return request(moment, value)

    return ask_for


def _position(moment: Moment) -> Value:
    replay = moment.snapshot.replay
    return replay.position_ms / replay.length_ms if replay and replay.length_ms else None


def _scrub(moment: Moment, share: Value) -> Outcome:
    replay = moment.snapshot.replay
    assert replay is not None
    return ask.Scrub(round(float(share or 0.0) * replay.length_ms))


_SHOW_ACTIONS: Final = (
    *fader_actions("master", None),
    *SOUND_ACTIONS,
    toggle("master.floor", lambda m: m.snapshot.floor.on, _floor),
    Action(
        "master.floor.fader",
        Kind.FADER,
        lambda m, place: ask.SetFloorGain(fader_gain(float(place or 0.0))),
        lambda m: fader_position(m.snapshot.floor.gain),
    ),
    toggle("show.hold", lambda m: m.snapshot.hold, lambda m, on: ask.SetHold(on)),
    trigger("show.panic", _panic, lambda m: bool(m.snapshot.panic), works_locked=True),
    trigger("show.resume", _resume, _silenced, works_locked=True),
    toggle("show.fade", _is_faded, _fade),
    toggle("show.cancel_next", lambda m: m.snapshot.next_scene_cancelled, _cancel_next),
    trigger("show.undo", _undo, lambda m: m.snapshot.can_undo),
    toggle(
        "show.record",
        lambda m: m.snapshot.master_recorded_ms is not None,
        lambda m, on: ask.RecordMaster(on),
    ),
    trigger("show.take_over", _take_over, _follows, works_locked=True),
    trigger("source.demo", _to_the_demo, lambda m: m.snapshot.source.kind != "demo"),
    Action(
        "source.lost_history",
        Kind.CHOICE,
        lambda m, choice: ask.ResolveLostHistory(str(choice)),
        lambda m: None,
        choices=("oldest", "now"),
        works_locked=True,
    ),
)
_REPLAY_ACTIONS: Final = (
    Action(
        "replay.pause",
        Kind.TOGGLE,
        _replaying(lambda m, on: ask.Pause(bool(on))),
        lambda m: m.snapshot.replay is not None and m.snapshot.replay.paused,
    ),
    Action(
        "replay.speed",
        Kind.NUMBER,
        _replaying(
            lambda m, speed: ask.SetSpeed(max(SPEEDS[0], min(SPEEDS[-1], float(speed or 0))))
        ),
        lambda m: m.snapshot.replay.speed if m.snapshot.replay else None,
    ),
    Action(
        "replay.loop",
        Kind.TOGGLE,
        _replaying(lambda m, on: SetLoop(bool(on))),
        lambda m: m.snapshot.replay is not None and m.snapshot.replay.loop,
    ),
    Action("replay.position", Kind.FADER, _replaying(_scrub), _position),
)
_AUDIENCE_ACTIONS: Final = (
    *MESSAGE_ACTIONS,
    Action("user.block", Kind.CHOICE, lambda m, name: ask.BlockUser(str(name)), lambda m: None),
    Action("user.unblock", Kind.CHOICE, lambda m, name: ask.UnblockUser(str(name)), lambda m: None),
    Action(
        "votes.per_user",
        Kind.COUNT,
        lambda m, votes: ask.SetVoteCap(int(votes or 0)),
        lambda m: m.snapshot.max_votes_per_user,
    ),
    _offered(
        "page.serve",
        ask.ServePage,
        lambda m: m.snapshot.workers.page is not None and m.snapshot.workers.page.address != "",
    ),
    _offered(
        "page.voting",
        ask.SetVoting,
        lambda m: m.snapshot.workers.page is not None and m.snapshot.workers.page.open,
    ),
    _offered(
        "twitter.follow",
        FollowTwitter,
        lambda m: (
            m.snapshot.workers.twitter is not None
            and m.snapshot.workers.twitter.state not in ("off", "failed")
        ),
    ),
    *(_followed(network) for network in NETWORKS),
)
_CONSOLE_ACTIONS: Final = (
    _console("show.lock", lambda m: m.console.locked),
    _console("stage.window", lambda m: m.console.stage_open, works_locked=False),
    _console("stage.fullscreen", lambda m: m.console.stage_full_screen, works_locked=False),
    _console("console.help"),
    _console("console.menu"),
    _console("console.crowd"),
    _console("console.open"),
    _console("console.sounds"),
    _console("console.connect"),
    _console("console.settings"),
    _console("console.checks"),
    _console("console.query"),
    _console("console.controllers"),
    _console("console.learn"),
    _console("console.store"),
    _console("console.talk"),
    _console("console.quit"),
    _console("master.focus"),
    _console("message.focus"),
    *(_console(f"strip.{place}.focus") for place in range(1, STRIPS + 1)),
)

ACTIONS: Final[Mapping[str, Action]] = MappingProxyType(
    {
        action.name: action
        for action in (
            *(one for place, name in enumerate(INSTRUMENTS) for one in strip_actions(place, name)),
            *_SHOW_ACTIONS,
            *STAGE_ACTIONS,
            *TALK_ACTIONS,
            *DESK_ACTIONS,
            *_REPLAY_ACTIONS,
            *_AUDIENCE_ACTIONS,
            *_CONSOLE_ACTIONS,
            *PLANNED,
        )
    }
)
"""Every action by its name."""

"""What the presenter's commands did, in words: for the report of a show."""

from __future__ import annotations

from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import NOTHING, Message, message, plural_message, verbatim
from mwk_desktop.show.commands import (
    BlockUser,
    CancelChange,
    CancelScene,
    Command,
    FadeOut,
    Mode,
    NextVariation,
    Panic,
    Resume,
    SetFloor,
    SetFloorGain,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
    SetVoteCap,
    ShowWinner,
    UnblockUser,
    Undo,
)
from mwk_desktop.show.desk_commands import AllAuto, Go, NextNow, RecallSnapshot, Redo
from mwk_desktop.show.message_commands import DecideMessages
from mwk_desktop.show.music import Music
from mwk_desktop.show.sound_commands import SetCeiling, SetCrossfade, SetFilter
from mwk_desktop.units import gain_to_db


def command_label(command: Command, music: Music, *, anonymous: bool = False) -> Message:
    """What a recorded command did, in words; ``NOTHING`` if it is not worth a line.

    Parameters
    ----------
    command
        As recorded.
    music
        Knows the clips' titles.
    anonymous
        Leave the names of users out.
    """
    return _of_strip(command, music) or _of_show(command) or _of_crowd(command, anonymous)


def _of_strip(command: Command, music: Music) -> Message:
    match command:
        case SetMode(name, mode):
            word = verbatim(Mode(mode).value.upper())
            return message("{channel}: {what}", channel=strip_name(name), what=word)
        case SetVariation(name, None):
            what = message("clip by the crowd again")
        case SetVariation(name, clip):
            found = music.clip(clip)
            what = message("clip {title}", title=clip if found is None else found.title)
        case NextVariation(name):
            what = message("next clip")
        case SetMute(name, on):
            what = message("muted") if on else message("no longer muted")
        case SetSolo(name, on):
            what = message("solo") if on else message("no longer solo")
        case SetGain(None, gain):
            return message("{channel}: {what}", channel=message("Master"), what=_level(gain))
        case SetGain(str(name), gain):
            what = _level(gain)
        case SetFilter(name, _):
            what = message("filter")
        case CancelChange(name):
            what = message("change taken back")
        case _:
            return NOTHING
    return message("{channel}: {what}", channel=strip_name(name), what=what)


def _level(gain: float) -> Message:
    if gain <= 0.0:
        return message("fader closed")
    return message("fader at {level:+.1f} dB", level=gain_to_db(gain))


def _of_show(command: Command) -> Message:
    match command:
        case SetHold(on):
            return message("Scene held") if on else message("Scene released")
        case Panic():
            return message("Panic")
        case Resume():
            return message("Music back")
        case FadeOut():
            return message("Fade out, or back")
        case CancelScene():
            return message("Coming scene skipped, or not after all")
        case NextNow(on):
            return message("Next scene now") if on else message("Next scene now, taken back")
        case Go(changes):
            return plural_message("GO: {count} change", "GO: {count} changes", count=len(changes))
        case AllAuto():
            return message("Everything back to the crowd")
        case RecallSnapshot(number, _):
            return message("Snapshot {number}", number=str(number))
        case Undo():
            return message("Undo")
        case Redo():
            return message("Redo")
        case SetFloor(on):
            return message("Rhythm floor on") if on else message("Rhythm floor off")
        case SetFloorGain(gain):
            return message("{channel}: {what}", channel=message("Rhythm floor"), what=_level(gain))
        case SetCeiling(dbtp):
            return message("Limiter at {level:.1f} dBTP", level=dbtp)
        case SetCrossfade(beats):
            return message("Crossfade over {beats:.1f} beats", beats=beats)
        case ShowWinner(True):
            return message("The winner on the stage")
        case _:
            return NOTHING


def _of_crowd(command: Command, anonymous: bool) -> Message:
    match command:
        case BlockUser(name):
            return message("A user blocked") if anonymous else message("{name} blocked", name=name)
        case UnblockUser(name):
            if anonymous:
                return message("A user counts again")
            return message("{name} counts again", name=name)
        case SetVoteCap(votes):
            return plural_message(
                "At most {count} vote per user", "At most {count} votes per user", count=votes
            )
        case DecideMessages(approve, _, keys, False):
            if approve:
                return plural_message(
                    "{count} message approved", "{count} messages approved", count=len(keys)
                )
            return plural_message(
                "{count} message refused", "{count} messages refused", count=len(keys)
            )
        case _:
            return NOTHING

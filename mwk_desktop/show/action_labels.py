"""What each action does, in words: for learning controls, for lists of them, for the reference."""

from __future__ import annotations

from typing import Final

from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.units import INSTRUMENTS

_CHANNEL: Final = {
    "fader": message("gain of {channel}"),
    "fader.step": message("gain of {channel}, by a step in dB"),
    "gain_db": message("gain of {channel}, in dB"),
    "mute": message("mute of {channel}"),
    "solo": message("solo of {channel}"),
    "mode": message("mode of {channel}"),
    "mode.next": message("next mode of {channel}"),
    "clip": message("clip of {channel}"),
    "clip.next": message("next clip of {channel}"),
    "clip.previous": message("previous clip of {channel}"),
    "clip.auto": message("clip of {channel} chosen by the crowd again"),
    "cancel": message("cancel what is pending on {channel}"),
    "focus": message("focus {channel}"),
    "filter": message("filter of {channel}"),
    "filter.step": message("filter of {channel}, by a step of its way"),
    "cue": message("pre-listen to {channel}"),
}
_WHOLE: Final = {
    "master.dim": message("dim the room"),
    "master.mono": message("mono"),
    "master.ceiling": message("ceiling of the limiter, in dB"),
    "master.crossfade": message("beats that a scene takes to replace the one before"),
    "master.floor": message("rhythm floor"),
    "master.floor.fader": message("level of the rhythm floor"),
    "cue.level": message("level of pre-listening"),
    "cue.next": message("pre-listen to the coming scene"),
    "cue.after_fader": message("pre-listen after the faders"),
    "cue.master": message("pre-listen to the master, too"),
    "show.hold": message("hold the scene"),
    "show.panic": message("panic: fade everything out, again: cut"),
    "show.resume": message("bring the music back"),
    "show.fade": message("fade out, and back"),
    "show.cancel_next": message("skip the coming scene"),
    "show.undo": message("undo"),
    "show.redo": message("redo"),
    "show.record": message("record the master"),
    "show.lock": message("lock the console"),
    "show.arm": message("arm: what is pressed waits for GO"),
    "show.go": message("GO"),
    "show.forget": message("forget what is armed"),
    "show.next_now": message("next scene now"),
    "show.take_over": message("take the show over from the other laptop"),
    "show.all_auto": message("give everything back to the crowd"),
    "stage.window": message("stage window"),
    "stage.fullscreen": message("stage in full screen"),
    "stage.winner": message("the winner on the stage"),
    "stage.join": message("how to join, on the stage"),
    "stage.votes": message("the votes on the stage"),
    "stage.messages": message("a wall of messages on the stage"),
    "stage.black": message("the stage black"),
    "stage.black.next": message("the stage black, again: the logo, again: the votes"),
    "stage.logo": message("the logo on the stage"),
    "stage.sql": message("SQL on the stage"),
    "stage.end": message("the end on the stage"),
    "source.lost_history": message("where to go on after lost history"),
    "replay.pause": message("pause the replay"),
    "replay.speed": message("speed of the replay"),
    "replay.loop": message("begin the recording again at its end"),
    "source.demo": message("back to the demo"),
    "replay.position": message("place in the recording"),
    "message.hide": message("hide the selected message"),
    "message.block": message("block the selected message's author"),
    "message.approve": message("approve the selected message"),
    "message.refuse": message("refuse the selected message"),
    "message.approve_many": message("approve several messages, by their serials"),
    "message.refuse_many": message("refuse several messages, by their serials"),
    "message.approve_clean": message("approve all waiting messages without a listed word"),
    "message.refuse_marked": message("refuse all waiting messages with a listed word"),
    "message.moderation": message("only approved messages reach the stage"),
    "message.focus": message("focus the messages"),
    "message.undo": message("take the last decision about a message back"),
    "user.block": message("block a user"),
    "user.unblock": message("let a user count again"),
    "votes.per_user": message("votes per user and window"),
    "page.serve": message("serve the audience's page"),
    "page.voting": message("voting on the audience's page"),
    "twitter.follow": message("follow Twitter"),
    "mastodon.follow": message("follow Mastodon"),
    "bluesky.follow": message("follow Bluesky"),
    "twitch.follow": message("follow Twitch"),
    "talk.start": message("start the talk's clock"),
    "talk.pause": message("pause the talk's clock"),
    "talk.extend": message("two more minutes for the talk"),
    "talk.reset": message("reset the talk's clock"),
    "talk.add": message("more minutes for the talk, or fewer"),
    "talk.length": message("minutes of the talk"),
    "talk.amber": message("minutes left from which the talk's clock is amber"),
    "talk.red": message("minutes left from which the talk's clock is red"),
    "talk.ending": message("what happens at the end of the talk"),
    "talk.starts_at": message("time of day at which the talk starts"),
    "console.help": message("list of keys"),
    "console.menu": message("menu"),
    "console.crowd": message("crowd page"),
    "console.open": message("open a recording"),
    "console.sounds": message("open a sound set"),
    "console.connect": message("connect to Kafka"),
    "console.settings": message("settings page"),
    "console.checks": message("pre-flight check"),
    "console.query": message("SQL page"),
    "console.controllers": message("controllers page"),
    "console.quit": message("quit, after a question where the show would suffer"),
    "console.learn": message("teach a control"),
    "console.talk": message("talk clock"),
    "console.store": message("store a snapshot of the desk"),
}

_SNAPSHOT: Final = {
    "recall": message("recall snapshot {number}"),
    "store": message("store snapshot {number}"),
    "clear": message("clear snapshot {number}"),
    "name": message("name of snapshot {number}"),
    "parts": message("what a recall of snapshot {number} takes back"),
}


def action_label(name: str) -> Message:
    """An action in a few words (``gain of Pad``); its name if there are none."""
    if name in _WHOLE:
        return _WHOLE[name]
    head, _, rest = name.partition(".")
    if head == "master" and rest in _CHANNEL:
        return Message(_CHANNEL[rest].key, {"channel": message("the master")})
    number, _, what = rest.partition(".")
    if head == "strip" and number.isdecimal() and what in _CHANNEL:
        channel = strip_name(INSTRUMENTS[int(number) - 1])
        return Message(_CHANNEL[what].key, {"channel": channel})
    if head == "snapshot" and what in _SNAPSHOT:
        return Message(_SNAPSHOT[what].key, {"number": number})
    return verbatim(name)

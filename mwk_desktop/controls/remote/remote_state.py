"""What the presenter's phone is shown, as plain JSON values (pure)."""

from __future__ import annotations

from typing import Any, Final

from mwk_desktop.controls.remote.remote_devices import MIX, MODERATE
from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import message, render
from mwk_desktop.show.action_kinds import ConsoleState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.snapshot_feed import FeedItem

MOST_MESSAGES: Final = 30


def remote_state(
    snapshot: Snapshot, console: ConsoleState, roles: tuple[str, ...], language: str
) -> dict[str, Any]:
    """The state for a device with these roles."""
    window = snapshot.window
    state: dict[str, Any] = {
        "roles": roles,
        "locked": console.locked,
        "bar": snapshot.transport.bar,
        "beat": snapshot.transport.beat,
        "lock_s": max(0, -(-window.remaining_ms // 1000)),
        "next_bars": window.bars_to_landing,
        "hold": snapshot.hold,
        "panic": snapshot.panic,
        "fade": snapshot.fade,
        "skipped": snapshot.next_scene_cancelled,
        "next_now": snapshot.desk.early_lock is not None,
        "can_undo": snapshot.can_undo,
        "source": snapshot.source.state,
    }
    talk = snapshot.workers.talk
    if talk is not None:
        state["talk"] = {
            "left_s": talk.left_ms // 1000,
            "level": talk.level,
            "running": talk.running,
            "ending": talk.ending,
        }
    if MIX in roles:
        state["stage"] = snapshot.stage.moment.value
        state["end_asked"] = snapshot.stage.end_asked
        state["strips"] = [
            {
                "name": render(strip_name(strip.instrument), language),
                "instrument": strip.instrument,
                "mode": strip.mode.value,
                "pending": strip.pending_mode.value if strip.pending_mode else "",
                "sounding": strip.now is not None and strip.audible,
            }
            for strip in snapshot.strips
        ]
    if MODERATE in roles:
        waiting = snapshot.moderation
        state["approve"] = waiting.approve
        state["waiting"] = waiting.waiting
        state["messages"] = [
            _message(item, language) for item in reversed(snapshot.feed[-MOST_MESSAGES:])
        ]
        state["queue"] = [
            _message(item, language) for item in reversed(waiting.queue[-MOST_MESSAGES:])
        ]
    return state


def _message(item: FeedItem, language: str) -> dict[str, Any]:
    vote = render(strip_name(item.instrument), language) if item.instrument else ""
    return {
        "serial": item.serial,
        "user": item.screen_name,
        "text": item.text,
        "instrument": item.instrument or "",
        "vote": vote,
        "mark": item.mark,
    }


def page_texts(language: str) -> dict[str, str]:
    """The page's own words."""
    found = {
        "title": message("Presenter's phone"),
        "connected": message("Connected"),
        "connecting": message("Connecting"),
        "lost": message("The laptop does not answer. The music goes on there."),
        "unpaired": message("This phone is not paired. Scan the code that the console shows."),
        "bad_link": message("This link is used up or too old. Ask the console for a new code."),
        "mix": message("mixes"),
        "moderate": message("moderates"),
        "locked": message("The console is locked: only panic and resume work."),
        "bar": message("Bar"),
        "lock": message("Lock"),
        "next": message("Next"),
        "bars": message("bars"),
        "hold": message("Hold"),
        "held": message("Held"),
        "skip": message("Skip next"),
        "skipped": message("Skipped"),
        "next_now": message("Next now"),
        "stage": message("On the stage"),
        "stage_votes": message("Votes"),
        "stage_join": message("Join"),
        "stage_winner": message("Winner"),
        "stage_black": message("Black"),
        "stage_messages": message("Messages"),
        "stage_sql": message("SQL"),
        "stage_logo": message("Logo"),
        "stage_end": message("The end"),
        "stage_end_again": message("Again: end"),
        "talk": message("Talk"),
        "talk_left": message("left"),
        "talk_over": message("over"),
        "talk_ends": message("ends"),
        "talk_start": message("Start"),
        "talk_pause": message("Pause"),
        "talk_extend": message("2 minutes more"),
        "undo": message("Undo"),
        "fade": message("Fade out"),
        "fading": message("Keep the music"),
        "panic": message("Panic"),
        "cut": message("Cut now"),
        "silent": message("Silent: nothing is heard"),
        "resume": message("Hold to resume"),
        "modes": message("Who decides"),
        "messages": message("Messages"),
        "hide": message("Hide"),
        "block": message("Block"),
        "none": message("No message yet."),
        "which": message("Messages that reach the stage"),
        "open": message("All"),
        "approving": message("Approved"),
        "waiting": message("waiting"),
        "queue": message("Waiting messages"),
        "none_waits": message("No message waits."),
        "approve": message("Approve"),
        "refuse": message("Refuse"),
        "approve_clean": message("Approve clean"),
        "refuse_marked": message("Refuse marked"),
        "next_page": message("Next page"),
        "listed": message("word list"),
        "approved": message("Approved"),
        "refused_row": message("Refused"),
        "gone": message("Decided elsewhere"),
        "queue_note": message(
            "The page holds still while you read. What nobody decides in a minute lapses; its vote "
            "counts all the same."
        ),
        "late": message("That came too late and was not done."),
        "refused": message("That was not done."),
        "auto": message("AUTO"),
        "on": message("ON"),
        "off": message("OFF"),
    }
    return {key: render(text, language) for key, text in found.items()}

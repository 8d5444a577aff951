"""The stage's view-model: snapshots in, nothing out (GUI thread only)."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Clip, Snapshot
from mwk_desktop.ui.console.top_facts import bars_words, resting_key
from mwk_desktop.ui.facts import facts_class
from mwk_desktop.ui.musical import seen_beat
from mwk_desktop.ui.names import instrument_name, translate
from mwk_desktop.ui.people import Leaders, Votes
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.stage.messages import StageMessages
from mwk_desktop.ui.words import countdown
from mwk_desktop.units import INSTRUMENTS

_LEADERS = 5
_MESSAGES = 4

_StageFacts = facts_class(
    "StageFacts",
    {
        "beat": 1,
        "beatsPerBar": 4,
        "pulse": 0,
        "beatMs": 469,
        "running": False,
        "lockText": "",
        "lockTitle": "",
        "windowShare": 0.0,
        "topTitle": "",
        "topPlaces": 5,
        "votes": [],
        "anyVotes": False,
        "playing": [],
        "coming": [],
        "comingText": "",
        "leaders": [],
        "anyUsers": False,
        "hashtag": "mwk",
        "words": [],
    },
)


class StageView(_StageFacts):  # type: ignore[misc, valid-type]
    """What the audience sees.

    Parameters
    ----------
    visual_offset_ms
        How much later the eye sees the beat, to match late sound.
    """

    def __init__(self, *, visual_offset_ms: float = 0.0) -> None:
        super().__init__()
        self._offset_ms = visual_offset_ms
        self._serial = -1
        self._resting_key: Any = None
        self._votes = Votes(INSTRUMENTS)
        self._leaders = Leaders(_LEADERS)
        self.messages = StageMessages(_MESSAGES)
        self.tell(
            {
                "votes": list(self._votes.rows),
                "leaders": list(self._leaders.rows),
                "words": [
                    {"instrument": name, "word": instrument_name(name).lower()}
                    for name in INSTRUMENTS
                ],
            }
        )

    def take(self, snapshot: Snapshot) -> None:
        """Take over a snapshot, if it is a new one."""
        if snapshot.serial == self._serial:
            return
        self._serial = snapshot.serial
        seen = seen_beat(snapshot.transport, self._offset_ms)
        window = snapshot.window
        length_ms = max(1, window.end_ms - window.start_ms)
        gone = 1.0 - min(1.0, max(0.0, window.remaining_ms / length_ms))
        self._votes.tell(snapshot)
        self._leaders.tell(snapshot)
        self.messages.tell(snapshot.feed, snapshot.t_ms)
        playing = [strip.instrument for strip in snapshot.strips if strip.now and strip.audible]
        self.tell(
            {
                "beat": seen.beat,
                "pulse": seen.pulse,
                "windowShare": round(gone * 600) / 600,
                "playing": _in_order(playing, snapshot.scene),
            }
        )
        key = (*resting_key(snapshot), snapshot.next_scene)
        if key != self._resting_key:
            self._resting_key = key
            self._take_words(snapshot)

    def _take_words(self, snapshot: Snapshot) -> None:
        window = snapshot.window
        self.tell(
            {
                "beatsPerBar": snapshot.transport.beats_per_bar,
                "beatMs": seen_beat(snapshot.transport, self._offset_ms).beat_ms,
                "running": snapshot.transport.running,
                "lockText": "" if snapshot.hold else countdown(window.remaining_ms),
                "lockTitle": translate("Stage", "votes lock in") if not snapshot.hold else "",
                "topTitle": translate("Stage", "Top %1 plays next").replace(
                    "%1", str(snapshot.top)
                ),
                "topPlaces": snapshot.top,
                "anyVotes": any(row.votes for row in snapshot.chart),
                **_coming(snapshot),
                "anyUsers": bool(snapshot.leaders),
                "hashtag": f"#{clean(snapshot.hashtag, 24)}",
            }
        )


def _in_order(playing: list[str], scene: tuple[Clip, ...]) -> list[str]:
    """The sounding instruments, the scene's in its order first."""
    order = {clip.name.partition("/")[0]: i for i, clip in enumerate(scene)}
    return sorted(playing, key=lambda name: order.get(name, len(order)))


def _coming(snapshot: Snapshot) -> dict[str, Any]:
    if snapshot.hold or snapshot.next_scene_cancelled:
        return {"coming": [], "comingText": translate("Stage", "this scene stays")}
    if not snapshot.next_scene:
        return {"coming": [], "comingText": translate("Stage", "this scene stays")}
    names = [clip.name.partition("/")[0] for clip in snapshot.next_scene]
    bars = snapshot.window.bars_to_landing
    if bars is None:
        return {"coming": names, "comingText": ""}
    text = bars_words(bars) if bars <= 0 else translate("Stage", "in %1")
    return {"coming": names, "comingText": text.replace("%1", bars_words(bars))}

"""The stage's view-model: snapshots in, nothing out (GUI thread only)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from mwk_desktop.show.snapshot import Clip, Snapshot, SourceState
from mwk_desktop.ui.console.console_properties import bars_words, resting_key
from mwk_desktop.ui.console.header_properties import source_lost
from mwk_desktop.ui.interface_language import translate, vote_word
from mwk_desktop.ui.number_text import countdown
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.ranking_rows import LeaderRows, VoteRows
from mwk_desktop.ui.redraw_pace import RedrawPace
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.stage.how_to_vote import VOTING_DEFAULTS, CodeProvider, voting_properties
from mwk_desktop.ui.stage.stage_messages import StageMessages
from mwk_desktop.ui.stage.winner_properties import WINNER_DEFAULTS, winner_properties
from mwk_desktop.ui.view_model import view_model_class
from mwk_desktop.ui.visual_beat import visual_beat
from mwk_desktop.units import INSTRUMENTS

_LEADERS = 5
_MESSAGES = 4

_StageProperties = view_model_class(
    "StageProperties",
    {
        **WINNER_DEFAULTS,
        **VOTING_DEFAULTS,
        "beat": 1,
        "beatsPerBar": 4,
        "pulse": 0,
        "beatMs": 469,
        "running": False,
        "resting": False,
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


class StageView(_StageProperties):  # type: ignore[misc, valid-type]
    """What the audience sees.

    Parameters
    ----------
    visual_offset_ms
        By how much the visible beat is delayed, to match late sound.
    pictures
        Source of users' pictures; None: initials only.
    language
        For counts.
    clock
        Seconds, for how long messages stay: the audience reads at its own pace, whatever the speed
        of a replay.
    """

    def __init__(
        self,
        *,
        visual_offset_ms: float = 0.0,
        pictures: PictureCache | None = None,
        language: str = "en",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._clock = clock
        self.visual_offset_ms = visual_offset_ms
        self._pictures = pictures
        self._language = language
        self._serial = -1
        self._pictures_serial = -1
        self._resting_key: Any = None
        self._winner_key: Any = None
        self._named = True
        self._pace = RedrawPace()
        self._votes = VoteRows(INSTRUMENTS, stage_name)
        self._leaders = LeaderRows(_LEADERS, pictures)
        self.code = CodeProvider()
        self.messages = StageMessages(_MESSAGES, pictures)
        self.set_properties(
            {
                "votes": list(self._votes.rows),
                "leaders": list(self._leaders.rows),
                "words": _words(()),
            }
        )

    def retranslate(self, language: str) -> None:
        """Show everything again with the next snapshot, in another language."""
        self._language = language
        self._votes.retranslate()
        self._leaders.retranslate()
        self._serial = -1
        self._resting_key = self._winner_key = None
        self._named = False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot, if it is new."""
        # Messages fade even if nothing new comes.
        self.messages.show_messages(snapshot.feed, round(self._clock() * 1000), snapshot.blocked)
        pictures_serial = 0 if self._pictures is None else self._pictures.serial
        if snapshot.serial == self._serial and pictures_serial == self._pictures_serial:
            return
        self._serial, self._pictures_serial = snapshot.serial, pictures_serial
        seen = visual_beat(snapshot.transport, self.visual_offset_ms)
        resting = data_stopped(snapshot.source)
        if not self._named:
            self._named = True
            self._votes.name(snapshot)
        if self._pace.due(snapshot):
            self._leaders.show_snapshot(snapshot)
            if not resting:
                self._votes.show_snapshot(snapshot)
        playing = [strip.instrument for strip in snapshot.strips if strip.now and strip.audible]
        self.set_properties(
            {
                "beat": seen.shown_beat,
                "pulse": seen.pulse,
                "windowShare": 0.0 if resting else _window_share(snapshot),
                "playing": _in_order(playing, snapshot.scene),
            }
        )
        key = (*resting_key(snapshot), snapshot.next_scene, snapshot.aliases, snapshot.workers.page)
        if key != self._resting_key:
            self._resting_key = key
            self._show_texts(snapshot, resting)
        self._show_winner(snapshot, pictures_serial)

    def _show_texts(self, snapshot: Snapshot, resting: bool) -> None:
        window = snapshot.window
        counting = not snapshot.hold and not resting
        if resting:
            self._votes.rest()
        title = (
            translate("Stage", "Top %1 plays next") if counting else translate("Stage", "Top %1")
        )
        self.set_properties(
            {
                "beatsPerBar": snapshot.transport.beats_per_bar,
                "beatMs": visual_beat(snapshot.transport, self.visual_offset_ms).beat_ms,
                "running": snapshot.transport.running,
                "resting": resting,
                "lockText": countdown(window.remaining_ms) if counting else "",
                "lockTitle": translate("Stage", "votes lock in") if counting else "",
                "topTitle": title.replace("%1", str(snapshot.top)),
                "topPlaces": snapshot.top,
                "anyVotes": any(row.votes for row in self._votes.rows),
                **_coming(snapshot, resting),
                **voting_properties(snapshot.workers.page, self.code),
                "anyUsers": bool(snapshot.leaders),
                "hashtag": f"#{clean(snapshot.hashtag, 24)}",
                "words": _words(snapshot.aliases),
            }
        )

    def _show_winner(self, snapshot: Snapshot, pictures_serial: int) -> None:
        key = (snapshot.winner, pictures_serial)
        if key == self._winner_key:
            return
        self._winner_key = key
        facts = winner_properties(snapshot.winner, snapshot.t_ms, self._source, self._language)
        if facts["winnerKey"] == self.winnerKey:
            # Only pictures came: whether the stage opened late was decided at the beginning.
            facts.pop("winnerLate", None)
        # The key last: the window starts the moment once everything else is set.
        self.set_properties(facts | {"winnerKey": self.winnerKey})
        self.set_properties({"winnerKey": facts["winnerKey"]})

    def _source(self, url: str) -> str:
        return "" if self._pictures is None else self._pictures.source(url)


def data_stopped(source: SourceState) -> bool:
    """Whether no votes can come: the broker is lost, or the recording is over."""
    return source_lost(source) or source.state in ("ended", "failed")


def stage_name(instrument: str, snapshot: Snapshot) -> str:
    """The stage's name for an instrument, with the word that votes for it."""
    word = vote_word(instrument, _aliases(instrument, snapshot.aliases))
    return word[:1].upper() + word[1:]


def _aliases(instrument: str, aliases: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return aliases[INSTRUMENTS.index(instrument)] if aliases else ()


def _words(aliases: tuple[tuple[str, ...], ...]) -> list[dict[str, str]]:
    return [
        {"instrument": name, "word": vote_word(name, _aliases(name, aliases))}
        for name in INSTRUMENTS
    ]


def _window_share(snapshot: Snapshot) -> float:
    window = snapshot.window
    length_ms = max(1, window.end_ms - window.start_ms)
    gone = 1.0 - min(1.0, max(0.0, window.remaining_ms / length_ms))
    return round(gone * 600) / 600


def _in_order(playing: list[str], scene: tuple[Clip, ...]) -> list[str]:
    """The sounding instruments, the scene's in its order first."""
    order = {clip.name.partition("/")[0]: i for i, clip in enumerate(scene)}
    return sorted(playing, key=lambda name: order.get(name, len(order)))


def _coming(snapshot: Snapshot, resting: bool) -> dict[str, Any]:
    stays = snapshot.hold or snapshot.next_scene_cancelled or resting
    if stays or not snapshot.next_scene:
        return {"coming": [], "comingText": translate("Stage", "this scene stays")}
    names = [clip.name.partition("/")[0] for clip in snapshot.next_scene]
    bars = snapshot.window.bars_to_landing
    if bars is None:
        return {"coming": names, "comingText": ""}
    text = bars_words(bars) if bars <= 0 else translate("Stage", "in %1")
    return {"coming": names, "comingText": text.replace("%1", bars_words(bars))}

"""The stage's view-model: snapshots in, nothing out (GUI thread only).

What people read (rows, cards, results) are lists that change when the show does
(:meth:`StageView.show_snapshot`); what moves with the music is one array a frame (``tick``).
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Signal, Slot

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_band import band_places
from mwk_desktop.show.stage_state import StageMoment
from mwk_desktop.ui.number_text import countdown
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.ranking_rows import LeaderRows
from mwk_desktop.ui.stage.how_to_vote import VOTING_DEFAULTS, CodeProvider, voting_properties
from mwk_desktop.ui.stage.leader_trail import LeaderTrail
from mwk_desktop.ui.stage.phone_lights import PHONE_DEFAULTS, PhoneLights
from mwk_desktop.ui.stage.second_language import race_title
from mwk_desktop.ui.stage.stage_beats import (
    beat_step,
    music_beats,
    reveal_beat,
    seen_frame,
    winner_beats,
)
from mwk_desktop.ui.stage.stage_motion import StageMotion
from mwk_desktop.ui.stage.stage_people import (
    NO_FLIGHT_MS,
    SIDE_PLACES,
    SIDE_TURN_BEATS,
    WALL_PLACES,
    WALL_TURN_BEATS,
    Riders,
    StagePeople,
    face_of,
)
from mwk_desktop.ui.stage.stage_query import QUERY_DEFAULTS, query_properties
from mwk_desktop.ui.stage.stage_race import StageRace, short_text
from mwk_desktop.ui.stage.stage_reveal import (
    REVEAL_DEFAULTS,
    label_properties,
    preview_properties,
    reveal_properties,
    votes_text,
)
from mwk_desktop.ui.stage.stage_totals import (
    TOTALS_DEFAULTS,
    leader_properties,
    totals_properties,
)
from mwk_desktop.ui.stage.winner_properties import WINNER_DEFAULTS, winner_properties
from mwk_desktop.ui.view_model import view_model_class

LEADERS: Final = 5
TENSE_S: Final = 5
ROWS_PAUSE_MS: Final = 100
"""Votes come faster than eyes: rows change at most ten times a second."""
_StageProperties = view_model_class(
    "StageProperties",
    {
        **WINNER_DEFAULTS,
        **VOTING_DEFAULTS,
        **REVEAL_DEFAULTS,
        **QUERY_DEFAULTS,
        **TOTALS_DEFAULTS,
        **PHONE_DEFAULTS,
        "moment": "votes",
        "resting": False,
        "silenced": False,
        "running": False,
        "beatsPerBar": 4,
        "beatMs": 469,
        "beatStep": 1,
        "economy": 0,
        "ticks": 64,
        "lockTick": True,
        "trail": [],
        "places": [""] * 5,
        "labels": {},
        "rows": [],
        "anyVotes": False,
        "votesTotal": "",
        "topPlaces": 5,
        "shortText": "",
        "clock": "",
        "held": False,
        "tense": False,
        "peoplePage": "leaders",
        "cards": [],
        "wall": [],
        "flight": {},
        "leaders": [],
        "anyUsers": False,
        "hashtag": "#mwk",
        "raceTitle": "",
        "bilingual": False,
        "words": [],
        "winnerReveal": 9.0,
        "blackMoment": "black",  # or hashtag, picture
        "blackPicture": "",
    },
)


class StageView(_StageProperties):  # type: ignore[misc, valid-type]
    """What the audience sees.

    Parameters
    ----------
    snapshots
        Gives the show's newest snapshot without waiting: once a frame for what moves.
    visual_offset_ms
        By how much the visible beat is delayed, to match late sound.
    pictures, language, second_language
        Source of users' pictures (None: initials only); for counts; empty: one language.
    reduced_motion
        Whether the levels move in five steps on the beat only.
    clock
        Seconds, for the levels' fall and for the pace of drawing.
    """

    levelsMade = Signal("QVariantList", arguments=["levels"])  # type: ignore[arg-type]
    """A new array of what moves; see :mod:`~mwk_desktop.ui.stage.stage_motion`."""

    def __init__(
        self,
        snapshots: Callable[[], Snapshot] | None = None,
        *,
        visual_offset_ms: float = 0.0,
        pictures: PictureCache | None = None,
        language: str = "en",
        second_language: str = "",
        reduced_motion: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.snapshots = snapshots
        self.on_frame: Callable[[], None] = self.tick
        self._clock, self._reduced_motion = clock, reduced_motion
        self.visual_offset_ms = visual_offset_ms
        self._pictures = pictures
        self._language, self._second = language, ""
        self._leaders = LeaderRows(LEADERS, pictures)
        self.code = CodeProvider()
        self.begin_show()
        self.set_properties({"leaders": list(self._leaders.rows)})
        self.show_second_language(second_language)

    def begin_show(self) -> None:
        """Begin another show: nobody was shown yet, nothing has moved."""
        self._serial = self._pictures_serial = self._window_ms = -1
        self._race, self._riders = StageRace(), Riders()
        self._side = StagePeople(SIDE_PLACES, SIDE_TURN_BEATS, self._pictures)
        self._wall = StagePeople(WALL_PLACES, WALL_TURN_BEATS, self._pictures)
        self._flying: tuple[Any, dict[str, Any]] | None = None
        self._trail, self._phones = LeaderTrail(), PhoneLights()
        self._places_before = [""]
        self._rows_ms = -ROWS_PAUSE_MS
        self._keys: dict[str, Any] = {}
        self.motion = StageMotion(self._clock(), reduced=self._reduced_motion)
        self.set_properties({"flight": {}, "places": [""] * 5, "cards": [], "wall": []})

    @property
    def levels(self) -> list[float]:
        """The newest array of what moves."""
        return self.motion.levels

    def retranslate(self, language: str) -> None:
        """Show everything again with the next snapshot, in another language."""
        self._language = language
        self._leaders.retranslate()
        self.show_second_language(self._second)

    def show_second_language(self, second: str) -> None:
        """Say instruments and the race's title in another language, too; empty: no longer."""
        self._second, self._serial = second, -1
        self._title = race_title(second)
        self.set_properties({"bilingual": second not in ("", self._language)})
        self._keys.clear()

    @Slot()
    def frame(self) -> None:
        """The window is about to draw a frame."""
        self.on_frame()

    def tick(self) -> None:
        """Make the array; the levels in it only as often as this step of economy has them."""
        if self.snapshots is None:
            return
        snapshot, now_s = self.snapshots(), self._clock()
        if (step := self.motion.frame(snapshot, now_s)) != self.economy:
            self.set_properties({"economy": step})
        due = self.motion.is_due(now_s, many=len(self.places) > LEADERS)
        self.show_levels(snapshot, now_s, due)

    def show_levels(self, snapshot: Snapshot, now_s: float, due: bool = True) -> None:
        """Make the array of what moves at ``now_s`` (of the clock); ``due``: levels, too."""
        self.motion.step(snapshot, now_s, self.visual_offset_ms, due)
        self.levelsMade.emit(self.motion.levels)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot, if it is new."""
        pictures_serial = 0 if self._pictures is None else self._pictures.serial
        if snapshot.serial == self._serial and pictures_serial == self._pictures_serial:
            return
        if snapshot.serial < self._serial:
            self.begin_show()  # another show counts its snapshots from the start
        self._serial, self._pictures_serial = snapshot.serial, pictures_serial
        transport = snapshot.transport
        beats = music_beats(transport, self.visual_offset_ms)
        b = reveal_beat(snapshot.locked, snapshot, self.visual_offset_ms)
        calm = self.motion.calm(snapshot, beats)
        left_s = max(0, math.ceil(snapshot.window.remaining_ms / 1000))
        resting = calm > 0
        tense = left_s <= TENSE_S and b < 0 and not snapshot.hold and not resting
        self.set_properties(
            {
                "moment": self._moment(snapshot),
                "resting": resting,
                "silenced": bool(snapshot.panic) or snapshot.fade == "silent",
                "tense": tense and snapshot.window_ms >= 12_000,
                "held": snapshot.hold,
                "clock": "" if resting else countdown(snapshot.window.remaining_ms),
                "shortText": short_text(snapshot),
                "running": transport.running,
                "lockTick": not snapshot.hold and not resting,
            }
        )
        self._show_band(snapshot)
        if self._trail.step(snapshot, self.visual_offset_ms):
            self.set_properties({"trail": self._trail.leaders, "ticks": self._trail.ticks})
        # What was taken back leaves at once, whatever the pace.
        if self._riders.keep(snapshot) | self._rows_due(snapshot):
            self._leaders.show_snapshot(snapshot)
            self._show_rows(snapshot, beats)
        # After the rows: a face flies to where its bar ends now.
        self._show_people(snapshot, beats, b, tense)
        self._show_texts(snapshot)
        page, per_bar = snapshot.workers.page, max(1, transport.beats_per_bar)
        self.set_properties(
            self._phones.properties(page, beats, per_bar, snapshot.t_ms, self._language)
        )
        self._show_reveal(snapshot)
        self._show_winner(snapshot, beats, pictures_serial)
        self._show_parts(snapshot, pictures_serial)

    def _moment(self, snapshot: Snapshot) -> str:
        if snapshot.winner is not None:
            return StageMoment.WINNER.value
        moment = snapshot.stage.moment  # a winner that is None: all of them were blocked
        other = {StageMoment.BLACK: self.blackMoment, StageMoment.WINNER: "votes"}
        return str(other.get(moment, moment.value))

    def _rows_due(self, snapshot: Snapshot) -> bool:
        start_ms = snapshot.window.start_ms
        if 0 < snapshot.t_ms - self._rows_ms < ROWS_PAUSE_MS and start_ms == self._window_ms:
            return False
        self._rows_ms = snapshot.t_ms
        if start_ms != self._window_ms:
            self._window_ms = start_ms
            self._race.forget()
            self._riders.clear()
        return True

    def _changed(self, name: str, key: Any) -> bool:
        """Whether a part's facts are new since the last time."""
        if self._keys.get(name) == key and name in self._keys:
            return False
        self._keys[name] = key
        return True

    def _landed(self, snapshot: Snapshot) -> bool:
        """Whether the newest lock's scene sounds, as seen."""
        if (locked := snapshot.locked) is None or locked.landing_frame is None:
            return True
        return seen_frame(snapshot.transport, self.visual_offset_ms) >= locked.landing_frame

    def _show_band(self, snapshot: Snapshot) -> None:
        """The band changes on the landing: the show knows it a little earlier than it is heard."""
        locked = snapshot.locked
        playing = [strip.instrument for strip in snapshot.strips if strip.now]
        if locked is not None and not self._landed(snapshot):
            playing = list(locked.before)
        order = {clip.name.partition("/")[0]: place for place, clip in enumerate(snapshot.scene)}
        if locked is not None and locked.top:
            order = {name: place for place, name in enumerate(locked.top)}
        playing.sort(key=lambda name: order.get(name, len(order)))
        if self._changed("band", playing):
            self._places_before = list(self.places)
            # A stage that opens in the middle of a show has the places that another one has.
            before = self.places if any(self.places) else snapshot.band
            self.set_properties({"places": band_places(before, playing)})

    def _show_rows(self, snapshot: Snapshot, beats: float) -> None:
        votes = sum(row.votes for row in snapshot.chart)
        self.set_properties(
            {
                "rows": self._race.rows(snapshot, beats, self._riders, self._second),
                "anyVotes": votes > 0,
                "votesTotal": votes_text(votes) if votes else "",
                "topPlaces": snapshot.top,
                "raceTitle": self._title.replace("%1", str(snapshot.top)),
                "anyUsers": bool(snapshot.leaders),
                **preview_properties(snapshot),
            }
        )

    def _show_people(self, snapshot: Snapshot, beats: float, b: float, tense: bool) -> None:
        """Which page the people are on, and their cards."""
        window = snapshot.window
        bar = int(window.playhead_bars) + 1
        # No card is seen while it is silent or calm: none may come, and no face flies.
        seen = self.moment == "votes" and not self.silenced and not self.resting
        turns = bar >= 7 and not tense and b < 0 and seen
        cards = self._side.show(snapshot, beats, turns=turns)
        wall = self._wall.show(snapshot, beats, turns=self.moment == "messages")
        facts: dict[str, Any] = {"cards": cards, "wall": wall}
        newest = self._side.newest
        if newest is not None and newest.instrument and window.remaining_ms > NO_FLIGHT_MS:
            face = face_of(newest, self._pictures)
            serials = [card["serial"] for card in cards]
            self._flying = newest, face
            facts["flight"] = face | {"place": serials.index(newest.serial)}
        if self.flight and not any(c["serial"] == self.flight["serial"] for c in cards):
            facts["flight"], self._flying = {}, None
        has_cards = any(card["serial"] >= 0 for card in cards)
        off = 1 <= bar <= 2 and b >= 1
        page = "leaders"
        if off:
            page = "leaving"
        elif bar >= 7 and has_cards:
            page = "messages"
        facts["peoplePage"] = page
        self.set_properties(facts)

    @Slot(int)
    def land(self, serial: int) -> None:
        """Let a face that has reached its bar ride there from now on."""
        if self._flying is not None and self._flying[0].serial == serial:
            self._riders.land(*self._flying)
            self._flying = None
            self._rows_ms = -ROWS_PAUSE_MS
            self._serial = -1

    def _show_texts(self, snapshot: Snapshot) -> None:
        page, transport = snapshot.workers.page, snapshot.transport
        key = (snapshot.aliases, snapshot.hashtag, page, transport.bpm, transport.beats_per_bar)
        if not self._changed("texts", key):
            return
        self.set_properties(
            {
                **label_properties(snapshot, self._second),
                "beatsPerBar": transport.beats_per_bar,
                "beatMs": round(60_000.0 / (transport.bpm or 120.0)),
                "beatStep": beat_step(transport.bpm),
                **voting_properties(page, self.code, snapshot.hashtag),
            }
        )

    def _show_reveal(self, snapshot: Snapshot) -> None:
        landed = self._landed(snapshot)
        if self._changed("reveal", (snapshot.locked, landed, snapshot.aliases)):
            facts = reveal_properties(snapshot.locked, snapshot, landed, self._second)
            for row in facts["leaving"]:
                name = row["instrument"]
                before = self._places_before if landed else self.places
                row["place"] = before.index(name) if name in before else 0
            self.set_properties(facts)

    def _show_winner(self, snapshot: Snapshot, beats: float, pictures_serial: int) -> None:
        if not self._changed("winner", (snapshot.winner, pictures_serial)):
            return
        facts = winner_properties(snapshot.winner, self._source, self._language)
        since = snapshot.stage.since_frame
        moment = winner_beats(snapshot.transport, since, beats, self.visual_offset_ms)
        self.set_properties(facts | {"winnerReveal": moment.reveal})

    def _show_parts(self, snapshot: Snapshot, pictures_serial: int) -> None:
        """What only one moment shows: the answer of the query, the night's totals."""
        query = snapshot.workers.query
        if snapshot.stage.moment is StageMoment.SQL and self._changed("query", query):
            self.set_properties(query_properties(query, self._language, self.queryKind))
        if self._changed("leader", (snapshot.leaders[:1], pictures_serial)):
            self.set_properties(leader_properties(snapshot, self._source, self._language))
        counts = snapshot.counts
        key = (counts.tweets, counts.votes, counts.users, snapshot.scene_totals)
        if snapshot.stage.moment is StageMoment.END and self._changed("end", key):
            self.set_properties(totals_properties(snapshot, self._language))

    def _source(self, url: str) -> str:
        return self._pictures.source(url) if self._pictures else ""

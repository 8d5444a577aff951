"""A show that stands still: the evening of the mock-ups, and a list of what it was told."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from fake_evening import FEED, LEADERS, NOON_MS, OUTPUTS, clip, evening, evening_strips, strip

from mwk_desktop.messages import verbatim
from mwk_desktop.show.commands import Command
from mwk_desktop.show.snapshot import (
    ChartRow,
    Problem,
    ProblemKind,
    ReplayState,
    ShowCounts,
    Snapshot,
    SourceState,
)
from mwk_desktop.show.winner_state import Winner, WinnerRow
from mwk_desktop.show.workers_state import PageState, TwitterState, WorkersState
from mwk_desktop.units import INSTRUMENTS

__all__ = [
    "FEED",
    "LEADERS",
    "NOON_MS",
    "OFFERS",
    "OUTPUTS",
    "QR",
    "FakeShow",
    "clip",
    "demo",
    "empty",
    "evening",
    "replay_state",
    "replay_trouble",
    "replayed",
    "served",
    "trouble",
    "winner_state",
]

QR = tuple("".join(str((x * y + x // 3 + y // 2) % 2) for x in range(25)) for y in range(25))
"""Looks like one from afar."""

OFFERS = (
    "ChangeSetting",
    "ConnectLive",
    "OpenRecording",
    "OpenSounds",
    "RunChecks",
    "RunQuery",
    "TestConnection",
)


def demo(**changes: Any) -> Snapshot:
    """The first start: the simulated crowd plays."""
    source = SourceState("demo", "simulated crowd", "connected", NOON_MS)
    changes.setdefault("workers", WorkersState(offers=OFFERS))
    return evening(source=source, **changes)


def trouble(**changes: Any) -> Snapshot:
    """The snapshot of ``console-trouble.png``: broker lost, no sound device, held."""
    strips = tuple(
        replace(s, next_kind="stay", next=s.now, next_by_hand=False, can_cancel=False)
        for s in evening_strips()
    )
    strips = (*strips[:7], strip("vocal"))
    before = evening()
    return evening(
        strips=strips,
        hold=True,
        hold_since_ms=NOON_MS - 112_000,
        source=SourceState(
            "live", "twitter_json@localhost:9092", "reconnecting", NOON_MS - 120_000
        ),
        engine=replace(
            before.engine,
            state="silent",
            detail=verbatim(
                "Focusrite Scarlett 2i2 is gone: keeping time silently, looking for it"
            ),
            device_missing=True,
            master_peak_left=0.0,
            master_peak_right=0.0,
            lufs=None,
        ),
        counts=replace(before.counts, tweets_per_s=0.0),
        problems=(
            Problem(
                ProblemKind.BROKER,
                verbatim("Broker lost. Music holds, reconnecting since 20:31."),
                verbatim(
                    "localhost:9092 refused the connection, attempt 61. "
                    "Nothing already counted is lost."
                ),
            ),
            Problem(
                ProblemKind.CLOCK,
                verbatim("Late votes: 12 %."),
                verbatim("A producer's clock is off."),
            ),
        ),
        **changes,
    )


def replay_state(**changes: Any) -> ReplayState:
    """Nineteen minutes into a recording of 42, with a quiet middle."""
    swell = [max(0.0, math.sin(i / 14) + 0.6 * math.sin(i / 5) + 0.8) for i in range(200)]
    state = ReplayState(
        1_167_000,
        2_520_000,
        1.0,
        False,
        False,
        "devoxx-2018-04-18.jsonl.zst",
        start_ms=NOON_MS - 1_167_000,
        density=tuple(round(60 * height) for height in swell),
    )
    return replace(state, **changes)


def served(**changes: Any) -> Snapshot:
    """A live show with the audience's page, the Twitter stream and somebody blocked."""
    ui = WorkersState(
        page=PageState(
            "http://192.168.1.20:8080/", QR, open=True, phones=212, votes=930, refused=4
        ),
        twitter=TwitterState("connected", "Hears #mwk.", 1_203, 6.02, 25.0),
        offers=("FollowTwitter", "ServePage", "SetVoting"),
    )
    return evening(workers=ui, blocked=("spam4free", "troll"), max_votes_per_user=2, **changes)


def winner_state() -> Winner:
    """The winner moment of this evening."""
    rows = tuple(
        WinnerRow(i + 1 - (i == 3), i in (2, 3), name, n, "https://example.org/x.png")
        for i, (name, n) in enumerate(LEADERS)
    )
    return Winner(NOON_MS - 5_000, rows, tuple(name for name, _ in LEADERS))


def replayed(**changes: Any) -> Snapshot:
    """A recording that plays."""
    return evening(
        source=SourceState("replay", "devoxx-2018-04-18.jsonl.zst", "connected", NOON_MS),
        replay=replay_state(),
        **changes,
    )


def replay_trouble(**changes: Any) -> Snapshot:
    """A replay without a sound device, and with a disk that is nearly full."""
    engine = trouble().engine
    problem = Problem(
        ProblemKind.DISK,
        verbatim("The disk is nearly full: 512 MB left."),
        verbatim("Recording stops at 100 MB. Make room."),
    )
    return replayed(engine=engine, problems=(problem,), **changes)


def empty(**changes: Any) -> Snapshot:
    """Nobody has said anything yet."""
    return demo(
        strips=tuple(strip(name) for name in INSTRUMENTS),
        chart=tuple(ChartRow(name, 0) for name in INSTRUMENTS),
        scene_number=0,
        scene_since_bar=0,
        scene=(),
        next_scene=(),
        leaders=(),
        feed=(),
        counts=ShowCounts(),
        can_undo=False,
        **changes,
    )


class FakeShow:
    """Holds one snapshot until another is set, and records what it was told."""

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        self._snapshot = snapshot or evening()
        self.sent: list[Command] = []

    def snapshot(self) -> Snapshot:
        return self._snapshot

    def send(self, command: Command) -> None:
        self.sent.append(command)

    def set(self, snapshot: Snapshot) -> None:
        self._snapshot = replace(snapshot, serial=self._snapshot.serial + 1)

    def change(self, **changes: Any) -> None:
        self.set(replace(self._snapshot, **changes))

    def change_strip(self, place: int, **changes: Any) -> None:
        strips = list(self._snapshot.strips)
        strips[place] = replace(strips[place], **changes)
        self.change(strips=tuple(strips))

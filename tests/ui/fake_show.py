"""A show that stands still: the evening of the mock-ups, and a list of what it was told."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import Any

from mwk_desktop.show.commands import Command, Mode
from mwk_desktop.show.desk_state import DeskState, Page, Twitter
from mwk_desktop.show.snapshot import (
    ChartRow,
    Clip,
    Counts,
    EngineState,
    FeedItem,
    Leader,
    OutputList,
    OutputRow,
    ReplayState,
    Snapshot,
    SourceState,
    StripState,
    TransportState,
    WindowState,
    Winner,
    WinnerRow,
)
from mwk_desktop.units import INSTRUMENTS, db_to_gain

TITLES = {
    "drum": ["Four-floor", "Half-time", "Breakbeat", "Shuffle", "Toms", "Hats"],
    "heavy_bass": ["Long roots", "Sub dive", "Growl", "Pump", "Slide", "Drone"],
    "lead_bass": ["Riff", "Octaves", "Funk", "Talkbox", "Slap", "Run"],
    "line_bass": ["Walking", "Pedal", "Offbeat", "Rolling", "Acid", "Deep"],
    "melody": ["Glass bells", "Chip square", "Bell FM", "Whistle", "Flute", "Pluck"],
    "pad": ["Supersaw", "Choir", "Gated", "Strings", "Warm", "Sweep"],
    "synth": ["Stabs", "Saw lead", "Arp up", "Arp down", "Plucked", "Pulse"],
    "vocal": ["Hey", "Chopped", "Vocoder", "Ooh aah", "Crowd", "Breath"],
}
STEMS = {"heavy_bass": "heavy", "lead_bass": "lead", "line_bass": "line"}

OUTPUTS = OutputList(
    (
        OutputRow("Focusrite Scarlett 2i2, ALSA", "Focusrite Scarlett 2i2", "ALSA", 48_000),
        OutputRow("HDA Intel PCH, ALSA", "HDA Intel PCH", "ALSA", 44_100, is_default=True),
        OutputRow("system, JACK Audio", "system", "JACK Audio", 48_000),
    )
)

NOON_MS = 1_523_450_010_000

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


def clips(instrument: str) -> tuple[Clip, ...]:
    stem = STEMS.get(instrument, instrument)
    return tuple(
        Clip(f"{instrument}/{stem}{i + 1}.flac", title)
        for i, title in enumerate(TITLES[instrument])
    )


def clip(instrument: str, number: int) -> Clip:
    return clips(instrument)[number - 1]


def strip(instrument: str, **more: Any) -> StripState:
    return StripState(instrument=instrument, clips=clips(instrument), **more)


def _db(left: float, right: float) -> dict[str, float]:
    return {"peak_left": db_to_gain(left), "peak_right": db_to_gain(right)}


def _strips() -> tuple[StripState, ...]:
    return (
        strip(
            "drum",
            now=clip("drum", 2),
            next_kind="swap",
            next=clip("drum", 1),
            next_bar=19,
            **_db(-9.6, -9.0),
        ),
        strip("heavy_bass", next_kind="enter", next=clip("heavy_bass", 1), next_bar=19),
        strip(
            "lead_bass",
            mode=Mode.ON,
            now=clip("lead_bass", 4),
            next=clip("lead_bass", 4),
            gain=db_to_gain(-3.5),
            **_db(-17.5, -18.4),
        ),
        strip("line_bass", mode=Mode.OFF),
        strip(
            "melody",
            now=clip("melody", 2),
            next_kind="stop",
            next_bar=19,
            mute=True,
            audible=False,
            **_db(-15.5, -15.0),
        ),
        strip(
            "pad",
            now=clip("pad", 1),
            next_kind="swap",
            next=clip("pad", 3),
            next_bar=19,
            gain=db_to_gain(-6.0),
            **_db(-20.1, -19.0),
        ),
        strip(
            "synth",
            now=clip("synth", 3),
            next_kind="swap",
            next=clip("synth", 5),
            next_bar=19,
            gain=db_to_gain(1.5),
            **_db(-13.0, -14.8),
        ),
        strip(
            "vocal",
            pending_mode=Mode.ON,
            variation=clip("vocal", 4).name,
            variation_pending=True,
            next_kind="enter",
            next=clip("vocal", 4),
            next_by_hand=True,
            next_bar=18,
            can_cancel=True,
        ),
    )


FEED = (
    ("ana_ruiz", "heavy bass #mwk \U0001f525 let it shake the room", "heavy_bass", 2),
    (
        "\u0644\u06cc\u0644\u06cc \u062d\u062f\u0627\u062f",
        "vocal #mwk \u064a\u0644\u0627 \u0646\u063a\u0646\u064a \U0001f3a4",
        "vocal",
        4,
    ),
    (
        "pierrot",
        "Allez, une nappe bien large pour l\u2019amphi #mwk #DevoxxFR on y va",
        "pad",
        5,
    ),
    ("zoe_t", "my iPad cannot stop dancing #mwk", None, 6),
    (
        "\u5c0f\u6797\u5065\u4e8c",
        "melody \u304a\u9858\u3044\u3057\u307e\u3059 #mwk",
        "melody",
        8,
    ),
    ("monty", "drum drum drum #mwk", "drum", 9),
    ("venus_dev", "more synth please #mwk", "synth", 11),
    ("old_bob", "line bass for ever #mwk", "line_bass", 12),
    ("kim_p", "pads all night #mwk", "pad", 14),
    ("lou", "voix #mwk", "vocal", 15),
)

LEADERS = (
    ("monty", 88),
    ("venus_dev", 71),
    ("\u5c0f\u6797\u5065\u4e8c", 64),
    ("\u0644\u06cc\u0644\u06cc \u062d\u062f\u0627\u062f", 64),
    ("ana_ruiz", 52),
    ("pierrot", 47),
    ("zoe_t", 41),
    ("old_bob", 36),
    ("kim_p", 30),
    ("lou", 22),
)


def evening(**changes: Any) -> Snapshot:
    """The snapshot of ``console.png``: bar 17.2, three seconds before the lock."""
    votes = {
        "drum": 34,
        "pad": 21,
        "vocal": 18,
        "synth": 15,
        "heavy_bass": 12,
        "melody": 9,
        "line_bass": 6,
        "lead_bass": 2,
    }
    feed = tuple(
        FeedItem(100 - i, who, who, "https://example.org/a.png", text, voted, NOON_MS - s * 1000)
        for i, (who, text, voted, s) in enumerate(FEED)
    )
    snapshot = Snapshot(
        serial=1,
        t_ms=NOON_MS,
        transport=TransportState(
            rate_hz=48_000,
            frame=1_462_500,
            bar=17,
            beat=2,
            beat_phase=0.3,
            loop_phase=0.16,
            bpm=128.0,
            beats_per_bar=4,
            bars_per_loop=2,
            running=True,
        ),
        window=WindowState(
            start_ms=NOON_MS - 27_100,
            end_ms=NOON_MS + 2_900,
            remaining_ms=2_900,
            landing_bar=19,
            bars_to_landing=2,
            first_bar=3,
            bar_count=16,
            playhead_bars=14.3,
            lock_bars=15.75,
        ),
        strips=_strips(),
        chart=tuple(ChartRow(name, count) for name, count in votes.items()),
        top=5,
        scene_number=2,
        scene_since_bar=3,
        scene=(
            clip("drum", 2),
            clip("pad", 1),
            clip("synth", 3),
            clip("melody", 2),
            clip("lead_bass", 4),
        ),
        next_scene=(
            clip("drum", 1),
            clip("pad", 3),
            clip("vocal", 4),
            clip("synth", 5),
            clip("heavy_bass", 1),
        ),
        next_scene_cancelled=False,
        leaders=tuple(Leader(name, n, "https://example.org/x.png") for name, n in LEADERS),
        feed=feed,
        counts=Counts(records=1210, tweets=1203, votes=930, users=421, tweets_per_s=12.0),
        source=SourceState(
            "live", "twitter_json@localhost:9092", "connected", NOON_MS - 600_000, lag=0
        ),
        engine=EngineState(
            state="running",
            device="Focusrite Scarlett 2i2, ALSA",
            rate_hz=48_000,
            block_frames=256,
            xruns=0,
            master_peak_left=db_to_gain(-5.6),
            master_peak_right=db_to_gain(-6.4),
            limiter_gain=db_to_gain(-0.6),
            lufs=-13.1,
        ),
        can_undo=True,
        undo_label="Melody muted",
        master_gain=db_to_gain(-1.0),
    )
    return replace(snapshot, **changes)


def demo(**changes: Any) -> Snapshot:
    """The first start: the simulated crowd plays."""
    source = SourceState("demo", "simulated crowd", "connected", NOON_MS)
    changes.setdefault("desk", DeskState(offers=OFFERS))
    return evening(source=source, **changes)


def trouble(**changes: Any) -> Snapshot:
    """The snapshot of ``console-trouble.png``: broker lost, no sound device, held."""
    strips = tuple(
        replace(s, next_kind="stay", next=s.now, next_by_hand=False, can_cancel=False)
        for s in _strips()
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
            detail="Focusrite Scarlett 2i2 is gone: keeping time silently, looking for it",
            device_missing=True,
            master_peak_left=0.0,
            master_peak_right=0.0,
            lufs=None,
        ),
        counts=replace(before.counts, tweets_per_s=0.0),
        problems=(
            "Broker lost. Music holds, reconnecting since 20:31. localhost:9092 refused the "
            "connection, attempt 61. Nothing already counted is lost.",
            "Late votes: 12 %. A producer's clock is off.",
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
    desk = DeskState(
        page=Page("http://192.168.1.20:8080/", QR, open=True, phones=212, votes=930, refused=4),
        twitter=Twitter("connected", "Hears #mwk.", 1_203, 6.02, 25.0),
        offers=("FollowTwitter", "ServePage", "SetVoting"),
    )
    return evening(desk=desk, blocked=("spam4free", "troll"), max_votes_per_user=2, **changes)


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
    problem = "The disk is nearly full: 512 MB left. Recording stops at 100 MB. Make room."
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
        counts=Counts(),
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


class MovingShow(FakeShow):
    """The same evening with a running clock and breathing meters, to look at."""

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        super().__init__(snapshot)
        self._start = time.monotonic()
        self._first = self._snapshot

    def snapshot(self) -> Snapshot:
        first = self._first
        beats = (time.monotonic() - self._start) / 60 * 128 + 65.3
        transport = replace(
            first.transport,
            bar=int(beats // 4) + 1,
            beat=int(beats % 4) + 1,
            beat_phase=beats % 1,
            loop_phase=(beats % 8) / 8,
        )
        swing = 1.0 - 0.5 * (beats % 1)
        strips = tuple(
            replace(s, peak_left=s.peak_left * swing, peak_right=s.peak_right * swing)
            for s in first.strips
        )
        window = replace(first.window, playhead_bars=(beats / 4 - 2) % 16)
        self._snapshot = replace(
            first,
            serial=self._snapshot.serial + 1,
            transport=transport,
            strips=strips,
            window=window,
        )
        return self._snapshot

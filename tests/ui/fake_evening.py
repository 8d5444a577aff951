"""The evening of the mock-ups: its clips, its people and the snapshot of its console."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import message
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.snapshot import (
    ChartRow,
    EngineState,
    Leader,
    OutputList,
    OutputRow,
    ShowCounts,
    Snapshot,
    SourceState,
    TransportState,
    WindowState,
)
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.show.strip_state import Clip, StripState
from mwk_desktop.units import db_to_gain

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


def evening_strips() -> tuple[StripState, ...]:
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
        strips=evening_strips(),
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
        counts=ShowCounts(records=1210, tweets=1203, votes=930, users=421, tweets_per_s=12.0),
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
        undo_label=message("mute of {instrument}", instrument=strip_name("melody")),
        master_gain=db_to_gain(-1.0),
    )
    return replace(snapshot, **changes)

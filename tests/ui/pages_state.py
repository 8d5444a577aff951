"""What the workers know in the pages' tests: tests that found things, settings, answers."""

from __future__ import annotations

from typing import Any

from mwk_desktop.messages import duration, listing, message, plural_message, sentences, verbatim
from mwk_desktop.show.workers_state import (
    CheckFinding,
    Checks,
    ConnectionTest,
    QueryState,
    ReadyQuery,
    SettingRow,
    SettingsList,
    WorkersState,
)

SERVERS, TOPIC = "kafka.example.org:9092", "twitter_json"
NOON_MS = 1_523_450_010_000

_BROKERS = "kafka1.example.org:9092, kafka2.example.org:9092, kafka3.example.org:9092"

GOOD = (
    CheckFinding(
        "kafka",
        "ok",
        message("Broker"),
        sentences(
            (
                message(
                    "Connected to Kafka at {servers}, topic {topic}.", servers=SERVERS, topic=TOPIC
                ),
                plural_message(
                    "{count} broker: {brokers}", "{count} brokers: {brokers}", 3, brokers=_BROKERS
                ),
            )
        ),
    ),
    CheckFinding(
        "kafka.topic",
        "ok",
        message("Topic"),
        listing(
            (
                plural_message("{count} partition", "{count} partitions", 4),
                plural_message("{count} record", "{count} records", 1_203),
            )
        ),
    ),
    CheckFinding(
        "kafka.message",
        "ok",
        message("Newest message"),
        message("the last one is {age} old", age=duration(3_100)),
    ),
    CheckFinding(
        "kafka.clock",
        "warn",
        message("Clock"),
        message(
            "messages come {offset} after their time: votes will be late", offset=duration(1_200)
        ),
        message("Synchronise the clocks (NTP) of this computer and of what writes the messages."),
    ),
)
REFUSED = (
    CheckFinding(
        "kafka",
        "bad",
        message("Broker"),
        message("Nothing listens at {servers}: connection refused.", servers=SERVERS),
        message("Start the broker, or correct the address."),
    ),
)
MISSING = (
    CheckFinding(
        "kafka",
        "ok",
        message("Broker"),
        plural_message(
            "Kafka answers: {count} broker ({brokers})",
            "Kafka answers: {count} brokers ({brokers})",
            1,
            brokers="kafka:9092",
        ),
    ),
    CheckFinding(
        "kafka.topic",
        "warn",
        message("Topic"),
        message("Topic {topic} does not exist yet at {servers}.", topic=TOPIC, servers=SERVERS),
        message("The show would wait for it; `mwk crowd` and `mwk tweet` create it."),
    ),
)

CHECKED = (
    CheckFinding(
        "settings", "ok", message("Settings"), verbatim("/home/monty/.config/mwk/mwk.toml")
    ),
    CheckFinding(
        "display",
        "warn",
        message("Screens"),
        message("one screen only: {screen}", screen="eDP-1 1920\u00d71080"),
        message("Plug the projector in and let it extend the desktop, not mirror it."),
    ),
    CheckFinding(
        "audio.device",
        "ok",
        message("Sound device"),
        message(
            "{device}, {rate:g} kHz, {block} frames a block, {latency:.0f} ms",
            device="Focusrite Scarlett 2i2, ALSA",
            rate=48.0,
            block="256",
            latency=21.0,
        ),
    ),
    CheckFinding(
        "audio.tone",
        "ok",
        message("Test tone"),
        message("{frequency:g} Hz for {seconds:g} s was played", frequency=440.0, seconds=1.2),
        message("Nothing heard? Check volume, cable and mixing desk."),
    ),
    CheckFinding(
        "audio.priority",
        "ok",
        message("Real-time priority"),
        message(
            "granted: {priority}", priority=message("realtime (priority {priority})", priority=70)
        ),
    ),
    CheckFinding(
        "sounds",
        "ok",
        message("Sound set"),
        verbatim("Music with Kafka: 48 clips, 128 BPM, 2 bars a loop"),
    ),
    *REFUSED,
    CheckFinding("state", "ok", message("State folder"), verbatim("/home/monty/.local/share/mwk")),
    CheckFinding(
        "disk",
        "ok",
        message("Disk space"),
        message("{gigabytes:,.1f} GB free: {hours} hours of recording", gigabytes=75.7, hours=108),
    ),
)


def row(name: str, value: str, kind: str = "text", **more: Any) -> SettingRow:
    more.setdefault("help", f"What {name} is for.")
    return SettingRow(name, value, more.pop("default", ""), kind=kind, **more)


def settings(**changes: SettingRow) -> SettingsList:
    rows = {
        "show.window_ms": row(
            "show.window_ms", "30000", "whole", default="30000",
            help="How long the crowd votes for one scene.",
        ),
        "show.quantize": row(
            "show.quantize", "bar", "choice", choices=("beat", "bar", "loop"), default="bar"
        ),
        "show.count_retweets": row("show.count_retweets", "true", "switch", default="true"),
        "show.opening": row("show.opening", "drum, pad", "list", default="drum, pad"),
        "show.hashtag": row(
            "show.hashtag", "mwk", source="environment", given_by="MWK_SHOW__HASHTAG", default="mwk"
        ),
        "audio.device": row("audio.device", "Focusrite", "output", source="file"),
        "audio.visual_offset_ms": row(
            "audio.visual_offset_ms", "0", "whole", default="0", needs_restart=False
        ),
        "kafka.bootstrap.servers": row("kafka.bootstrap.servers", SERVERS, source="file"),
        "kafka.sasl.password": row(
            "kafka.sasl.password", "\u2022\u2022\u2022", "secret", source="file"
        ),
        "kafka.": row("kafka.", "", "property"),
        "topics.input": row("topics.input", TOPIC, default=TOPIC),
        "ui.language": row("ui.language", "", "language", choices=("", "en", "fr")),
        "ui.reduced_motion": row(
            "ui.reduced_motion", "false", "switch", default="false", needs_restart=False
        ),
        "twitter.bearer_token": row("twitter.bearer_token", "", "secret"),
    }  # fmt: skip
    rows |= {value.name: value for value in changes.values()}
    return SettingsList("/home/monty/.config/mwk/mwk.toml", tuple(rows.values()))


READY = (
    ReadyQuery(
        "Raw stream", "SELECT created_at, screen_name, text FROM tweets ORDER BY event_time DESC",
        "Every tweet as it came, the newest first.",
    ),
    ReadyQuery(
        "Tweets per instrument",
        "SELECT instrument, count(*) AS votes FROM votes\nGROUP BY instrument ORDER BY votes DESC",
        "How often the crowd named each instrument since the show began.",
    ),
)  # fmt: skip

ANSWER = QueryState(
    text=READY[1].text,
    continuous=True,
    columns=("instrument", "votes"),
    types=("VARCHAR", "BIGINT"),
    rows=(("drum", "334"), ("pad", "211"), ("vocal", "180"), (None, "3")),
    row_count=4,
    took_ms=7.2,
    as_of_tweets=1203,
)


def found_by_test(
    findings: tuple[CheckFinding, ...], *, usable: bool = True, **more: Any
) -> ConnectionTest:
    return ConnectionTest(SERVERS, TOPIC, usable=usable, findings=findings, **more)


def workers_state(**changes: Any) -> WorkersState:
    state: dict[str, Any] = {
        "settings": settings(),
        "ready_queries": READY,
        "checks": Checks(),
        "offers": ("ChangeSetting", "ConnectLive", "RunChecks", "RunQuery", "TestConnection"),
    }
    return WorkersState(**{**state, **changes})


ALL_CHECKED = Checks(False, "bad", NOON_MS, CHECKED)

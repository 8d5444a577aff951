"""Finds the show that another console plays, to follow it: ``mwk live --follow``.

May wait: for Kafka, and for the other console. It is called before a show starts, or on the switch
thread.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any, Final

from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.sound_setup import music_of
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.recording_setup import recorded_settings
from mwk_desktop.app.wiring.show_files import LiveOptions, open_followed_show
from mwk_desktop.app.wiring.show_resources import ShowResources, load_shared_clips
from mwk_desktop.app.wiring.start_live import start_live_show
from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import KafkaSettingError, servers_of
from mwk_desktop.kafka.show_topic_client import ShowTopicClient
from mwk_desktop.kafka.since import BEGINNING, Since
from mwk_desktop.messages import message, message_of
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.log.recorded_landings import matches
from mwk_desktop.show.log.show_topic import DecisionOrder, TopicRecord, read_topic_value
from mwk_desktop.show.music import Music

READ_S: Final = 0.05
HEARD_S: Final = 1.0
"""How long the other console's heartbeats are compared with this computer's clock."""
SILENT_S: Final = 2.0
"""After this long without heartbeats, the music goes on from what the topic says."""
SAME_CLOCK_MS: Final = 30
"""Clocks that seem to differ by less than this are taken as equal: the rest is a record's travel
time."""
NOTE_S: Final = 1.5
"""After this long without a show the console says that it waits for one."""
MOST_RATE_HZ: Final = 384_000
"""Anyone may write to the topic: sounds are not conformed to rates that no output has."""
SWITCH_S: Final = 20.0
"""How long the next show is looked for while one plays."""


@dataclass(frozen=True, slots=True)
class FollowedShow:
    """A show that another console plays.

    Attributes
    ----------
    start
        The record with which it began.
    frame, at_ms, rate_hz
        Where its transport was, by this computer's clock (ms since the Unix epoch).
    """

    start: TopicRecord
    frame: int
    at_ms: int
    rate_hz: int

    def place_at(self, music: Music, now_ms: int) -> tuple[Grid, int]:
        """The show's grid, and its transport frame at a moment of this computer's clock."""
        frame = self.frame + (now_ms - self.at_ms) * self.rate_hz // 1000
        origin_frame = int(self.start.line["origin_frame"])
        return replace(music.grid(0), origin_frame=origin_frame), max(0, frame)


class ShowFinder:
    """Finds the newest show of an input topic in the records of ``mwk-show``. Pure.

    Parameters
    ----------
    input_topic
        The topic whose tweets the show counts.
    """

    def __init__(self, input_topic: str) -> None:
        self.start: TopicRecord | None = None
        self._order = DecisionOrder(input_topic)
        self._place: tuple[int, int] | None = None
        self._delays_ms: deque[int] = deque(maxlen=25)

    @property
    def news(self) -> int:
        """How many moments were read that were written just now."""
        return len(self._delays_ms)

    def read(self, record: TopicRecord, now_ms: int, *, is_news: bool) -> None:
        """Note a record of the topic, in the topic's order; ``is_news``: it was written just
        now."""
        stamp, line = record.stamp, record.line
        if self._order.accepts(record):
            if record.type == "start" and _is_start(line):
                self.start = record
                self._place = int(line["anchor_frame"]), stamp.at_ms
                self._delays_ms.clear()
            elif record.type in ("override", "close") and record.frame is not None:
                self._place = record.frame, stamp.at_ms
        elif self._order.is_moment(record) and record.frame is not None and self.start is not None:
            self._place = record.frame, stamp.at_ms
            if is_news:
                self._delays_ms.append(now_ms - stamp.at_ms)

    def found(self) -> FollowedShow | None:
        """The show; None: none is known yet."""
        if self.start is None or self._place is None:
            return None
        ahead_ms = min(self._delays_ms, default=0)
        ahead_ms = ahead_ms if abs(ahead_ms) >= SAME_CLOCK_MS else 0
        frame, at_ms = self._place
        return FollowedShow(self.start, frame, at_ms + ahead_ms, int(self.start.line["rate_hz"]))


def _is_start(line: Mapping[str, Any]) -> bool:
    """Whether a start line has what a console needs to follow it."""
    frames = ("anchor_frame", "origin_frame", "rate_hz", "loop_frames")
    whole = all(type(line.get(name)) is int for name in frames)
    return whole and 0 < line["rate_hz"] <= MOST_RATE_HZ


def find_show(
    properties: Mapping[str, Any],
    topic: str,
    input_topic: str,
    *,
    now_ms: Callable[[], int] = wall_ms,
    give_up_s: float | None = None,
) -> FollowedShow:
    """Read the topic until a show of ``input_topic`` is known, and where its music is.

    Waits for the other console, ``give_up_s`` at most (None: as long as it takes); says so once.

    Raises
    ------
    BadInput
        A Kafka setting is wrong, or there is no show.
    """
    waiting = message(
        "waiting for the main console: no show of {input} in topic {topic} on {servers} yet",
        input=input_topic,
        topic=topic,
        servers=servers_of(properties),
    )
    try:
        client = ShowTopicClient(properties, topic)
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from None
    finder = ShowFinder(input_topic)
    begun_s, found_s, told = time.monotonic(), None, False
    try:
        while True:
            for value, is_news in client.read(READ_S):
                record = read_topic_value(value)
                if record is not None:
                    finder.read(record, now_ms(), is_news=is_news)
            now_s = time.monotonic()
            if found_s is None and client.has_caught_up and finder.start is not None:
                found_s = now_s
            waited_s = 0.0 if found_s is None else now_s - found_s
            found = finder.found()
            if found is not None and waited_s >= (HEARD_S if finder.news else SILENT_S):
                return found
            if not told and finder.start is None and now_s - begun_s > NOTE_S:
                told = True
                print_stderr(waiting)
            if give_up_s is not None and now_s - begun_s > give_up_s:
                raise BadInput(waiting)
    finally:
        client.close()


def prepare_follow(
    options: Options, resources: ShowResources, give_up_s: float | None
) -> StartShow:
    """Find the show that another console plays; returns what starts following it.

    Raises
    ------
    BadInput
        A Kafka setting is wrong, or this console cannot play that show's music.
    """
    properties = kafka_properties(options)
    topics = options.settings.topics
    found = find_show(properties, topics.show, topics.input, give_up_s=give_up_s)
    line = found.start.line
    followed = replace(options, settings=recorded_settings(options, line))
    resources = _with_sounds_of(followed, options, resources, line)
    if not _is_same_set(line, resources.music):
        sound_set = line.get("sound_set")
        name = sound_set.get("name") if isinstance(sound_set, dict) else None
        raise BadInput(
            message(
                "the main console plays another sound set ({name}): choose the same one with "
                "--sounds",
                name=str(name),
            )
        )

    def start(stack: ExitStack) -> RunningShow:
        since_ms = line.get("since_ms")
        since = Since(since_ms) if type(since_ms) is int and since_ms > 0 else BEGINNING
        stored = open_followed_show(followed, resources, found.start.stamp.show, since)
        return start_live_show(
            followed, stack, resources, properties, stored, since, LiveOptions().lost_history, found
        )

    return start


def _with_sounds_of(
    followed: Options, options: Options, resources: ShowResources, line: Mapping[str, Any]
) -> ShowResources:
    """The sounds as the other console has them: at its rate (the engine conforms them to this
    output's) and with its switches."""
    rate_hz: int = line["rate_hz"]
    same_switches = followed.settings.music == options.settings.music
    if rate_hz == resources.music.rate_hz and same_switches:
        return resources
    loaded, clips = load_shared_clips(followed, rate_hz, say_warnings=False)
    music = music_of(loaded, followed.settings)
    return replace(resources, loaded=loaded, clips=clips, music=music)


def _is_same_set(line: Mapping[str, Any], music: Music) -> bool:
    """Whether a start line's clips are this set's: each console draws from its own."""
    sound_set = line.get("sound_set")
    clips = sound_set.get("clips") if isinstance(sound_set, dict) else None
    return matches(line, music) and clips == sorted(music.clip_ids)


def follow_kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
    """A show that another console plays, as the kinds of shows are prepared."""
    give_up_s = SWITCH_S if again else options.exit_after_s
    return prepare_follow(options, resources, give_up_s)

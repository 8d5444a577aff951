"""Recordings that are not what one expects: late from the first tweet, other tempos, held."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.show.commands import SetHold
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording, prepare
from mwk_desktop.show.drivers.timeline import LEAD_MS
from mwk_desktop.show.grid import landing_frame
from mwk_desktop.show.json_lines import window_line
from mwk_desktop.show.music import Music
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.support import T0_MS, arithmetic_music, votes, write_lines

WINDOW_MS = 30_000
WINDOW_FRAMES = 1_440_000
MUSIC = arithmetic_music()


def play(
    path: Path, music: Music = MUSIC, *commands: Any
) -> tuple[PreparedRecording, Bounced | None, list[dict[str, Any]]]:
    recorded = prepare(RecordingSource(path), music, WINDOW_MS, 250, None)
    lines: list[dict[str, Any]] = []
    show = OfflineShow(
        recorded,
        Counting(CountingRules(window_ms=WINDOW_MS), music.clips, recorded.seed),
        opening=("drum", "pad"),
        quantize="bar",
        grace_ms=250,
        on_window=lambda window, scene: lines.append(window_line(window, list(scene))),
    )
    for command in commands:
        assert show.core.apply_command(command, 0)
    return recorded, show.run(), lines


def landings(bounced: Bounced | None) -> list[int]:
    assert bounced is not None
    return sorted({launch.frame for plan in bounced.launches.values() for launch in plan})


def test_a_topic_that_was_recorded_a_day_later_plays_by_event_time(tmp_path: Path) -> None:
    lines = [{**line, "arrival_ms": T0_MS + 86_400_000} for line in votes(["drum", "pad"])]
    recorded, bounced, windows = play(write_lines(tmp_path / "copy.jsonl", lines))
    assert [line["votes"] for line in windows] == [{"drum": 1, "pad": 1}]
    assert recorded.first_window_ms == T0_MS
    assert bounced is not None
    assert bounced.end_frame == 2 * WINDOW_FRAMES + 22_500 + 9_600


def test_frame_0_is_the_first_window_also_where_its_tweet_came_second(tmp_path: Path) -> None:
    end_ms = T0_MS + WINDOW_MS
    second = {**votes(["drum"], end_ms + 50)[0], "arrival_ms": end_ms + 100}
    first = {**votes(["pad"], end_ms - 10, first=1)[0], "arrival_ms": end_ms + 200}
    late = {**votes(["synth"], T0_MS - 9, first=2)[0], "arrival_ms": end_ms + 300}
    path = write_lines(tmp_path / "two.jsonl", [second, first, late])
    recorded, bounced, windows = play(path)
    assert [line["start_ms"] for line in windows] == [T0_MS, end_ms]
    assert recorded.first_window_ms == T0_MS
    assert landings(bounced) == [0, WINDOW_FRAMES + 22_500, 2 * WINDOW_FRAMES + 22_500]


def test_the_engines_lead_belongs_to_the_rule_of_landing_at_other_tempos(tmp_path: Path) -> None:
    """A bar line 250 to 300 ms after the end is too near in real time, so in a bounce, too."""
    for loop_frames in range(150_000, 210_000, 8):
        music = arithmetic_music(loop_frames=loop_frames)
        near = landing_frame(music.grid(0), WINDOW_FRAMES, "bar", 12_000)
        if near < WINDOW_FRAMES + 14_400:
            break
    else:
        pytest.fail("no such tempo")
    path = write_lines(tmp_path / "tempo.jsonl", votes(["synth"]))
    _, bounced, _ = play(path, music)
    margin = 12_000 + LEAD_MS * 48
    expected = landing_frame(music.grid(0), WINDOW_FRAMES, "bar", margin)
    assert expected > near
    assert landings(bounced) == [0, expected]


def test_the_scene_of_a_window_without_clips_is_the_crowds_last_also_under_hold(
    tmp_path: Path,
) -> None:
    clips = {**MUSIC.clips, "vocal": ()}
    music = Music(
        MUSIC.name, 48_000, 180_000, 8, 4, clips, MUSIC.clip_ids, MUSIC.titles, MUSIC.aliases
    )
    lines = [
        line
        for n, name in enumerate(["vocal", "drum", "vocal"])
        for line in votes([name], T0_MS + n * WINDOW_MS, first=n)
    ]
    path = write_lines(tmp_path / "clipless.jsonl", lines)
    _, _, free = play(path, music)
    assert free[0]["scene"] == ["drum/drum1.flac", "pad/pad1.flac"]
    assert free[1]["scene"] == free[2]["scene"] != free[0]["scene"]
    _, _, held = play(path, music, SetHold(True))
    assert held == free

"""A recorded show on a sound set without its sounds, or from before draws leaned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.engine.protocol import SILENCE, Launch
from mwk_desktop.records.recording_writer import RecordingWriter, copy_start_line
from mwk_desktop.show.drivers.live import live_grid
from mwk_desktop.show.drivers.prepared_recording import prepare
from mwk_desktop.show.log.recorded_landings import RecordedLandings
from mwk_desktop.show.log.show_log import start_line
from mwk_desktop.show.music import Music
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import CountingRules
from tests.show.arranged_music import CLIPS, FLOOR, arranged_music
from tests.support import T0_MS, arithmetic_music, live_batch

PLAIN = arithmetic_music()
ARRANGED = arranged_music()
START = start_line(PLAIN, live_grid(PLAIN, T0_MS, 30_000), T0_MS, 0, 5, {})


def landed(music: Music, clip: object, **line: Any) -> list[Launch]:
    landings = RecordedLandings(START, music, T0_MS)
    more = {"fade_in_frames": 0, "fade_out_frames": 0, "frame": 90_000, "instrument": "drum"}
    landings.add({"type": "landing", "clip": clip, **more, **line})
    return [launch for launches in landings.launches for launch in launches]


@pytest.mark.parametrize("name", ["drum/drum1.fill.flac", "drum/drum1.fill.ogg"])
def test_a_fill_that_the_set_does_not_have_is_its_clip(name: str) -> None:
    assert [launch.clip for launch in landed(PLAIN, name)] == [PLAIN.clip_ids["drum/drum1.flac"]]


def test_a_fill_that_the_set_has_is_the_fill() -> None:
    assert [launch.clip for launch in landed(ARRANGED, "drum/drum1.fill.flac")] == [CLIPS]


def test_a_fill_of_the_floor_that_the_set_does_not_have_is_the_floor() -> None:
    launches = landed(ARRANGED, "floor/floor1.fill.flac", track="floor")
    assert [launch.clip for launch in launches] == [FLOOR]


@pytest.mark.parametrize("name", ["drum/gone.flac", "drum/gone.fill.flac", "", "fill", "/.fill.x"])
def test_a_clip_that_the_set_does_not_have_is_silence(name: str) -> None:
    assert [launch.clip for launch in landed(PLAIN, name)] == [SILENCE]


@pytest.mark.parametrize("clip", [5, 1.5, True, ["drum/drum1.flac"], {}])
def test_a_landing_of_something_that_is_no_name_is_left_out(clip: object) -> None:
    assert landed(PLAIN, clip) == []


ENERGIES = {name: 1 + n % 5 for n, name in enumerate(PLAIN.clip_ids)}
RULES = CountingRules(window_ms=3_750, energies=ENERGIES)


def energies_of(path: Path, start: dict[str, Any] | None) -> object:
    """What a replay's draws go by."""
    writer = RecordingWriter(path)
    if start is not None:
        writer.write_show(start, T0_MS)
    for record in live_batch(["drum"], T0_MS + 500).records:
        writer.write(record)
    writer.close()
    return prepare(RecordingSource(path), PLAIN, 3_750, 250, None).counting(RULES).rules.energies


def test_a_show_recorded_before_draws_leaned_is_drawn_without(tmp_path: Path) -> None:
    assert energies_of(tmp_path / "old.jsonl", {**START, "version": 1}) == {}


@pytest.mark.parametrize("start", [START, None, copy_start_line(["twitter_json"])])
def test_other_recordings_are_drawn_as_a_show_is_today(
    tmp_path: Path, start: dict[str, Any] | None
) -> None:
    assert energies_of(tmp_path / "new.jsonl", start) == ENERGIES

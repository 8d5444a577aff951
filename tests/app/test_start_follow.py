"""What a console needs to follow another one: the same sounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.wiring import start_follow
from mwk_desktop.app.wiring.start_follow import FollowedShow, prepare_follow
from mwk_desktop.show.log.show_log import start_line
from mwk_desktop.show.log.show_topic import Stamp, TopicRecord
from mwk_desktop.show.settings.load import Settings
from tests.support import arithmetic_music

MUSIC = arithmetic_music()


def prepare(monkeypatch: pytest.MonkeyPatch, folder: Path, **changes: Any) -> Mock:
    """Prepare to follow a show whose start line has these changes; returns what loads sounds."""
    line = start_line(MUSIC, MUSIC.grid(0), 0, 0, 5, {}) | changes
    record = TopicRecord(Stamp("evening", "tweets", "red", 1, 0, 0), line)
    found = FollowedShow(record, 0, 0, line["rate_hz"])
    monkeypatch.setattr(start_follow, "find_show", lambda *_, **__: found)
    load = Mock(side_effect=BadInput("loaded"))
    monkeypatch.setattr(start_follow, "load_shared_clips", load)
    options = Options(Settings(), False, True, None, None, folder)
    prepare_follow(options, Mock(music=MUSIC), None)
    return load


def test_the_same_sounds_are_played_as_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    prepare(monkeypatch, tmp_path).assert_not_called()


def test_another_set_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clips = [*sorted(MUSIC.clip_ids)[1:], "zither/zither1.flac"]
    for changes in ({"sound_set": {"name": "folk", "clips": clips}}, {"loop_frames": 1_000}):
        with pytest.raises(BadInput, match=r"another sound set \(.+\)"):
            prepare(monkeypatch, tmp_path, **changes)


def test_another_rate_loads_the_sounds_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="loaded"):
        prepare(monkeypatch, tmp_path, rate_hz=44_100)

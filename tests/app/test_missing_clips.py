"""Clips that a sound set names and that cannot play: the show knows them, and plays the rest."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from mwk_desktop.app.sound_setup import load_sounds, music_of
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.show.strip_state import MissingClip
from mwk_desktop.sounds.sound_set import open_sound_set

SET = """
name = "Torn"
bpm = 120
beats = 4

[clips."drum/drum1.wav"]
title = "Straight"

[clips."drum/drum9.wav"]
title = "Gone"

[clips."pad/pad7.wav"]

[clips."nothing/at_all.wav"]
"""


def test_what_cannot_play_is_known_by_instrument(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("drum", "vocal"):
        (tmp_path / folder).mkdir()
    with wave.open(str(tmp_path / "drum" / "drum1.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(bytes(96_000 * 4))
    (tmp_path / "vocal" / "torn.flac").write_bytes(b"fLaC")
    (tmp_path / "set.toml").write_text(SET, encoding="utf-8")
    music = music_of(load_sounds(open_sound_set(tmp_path), 48_000), Settings())
    told = {name: clips for name, clips in music.missing.items() if clips}
    assert told == {
        "drum": (MissingClip("drum/drum9.wav", "Gone"),),
        "pad": (MissingClip("pad/pad7.wav", "pad7"),),
        "vocal": (MissingClip("vocal/torn.flac", "torn", broken=True),),
    }
    assert music.clips["drum"] == ("drum/drum1.wav",)
    assert music.clips["vocal"] == ()
    assert "left out" in capsys.readouterr().err

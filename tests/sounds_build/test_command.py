"""The command line: what it renders, compares and draws."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from mwk_sounds import contact_sheet, render
from mwk_sounds.__main__ import main
from mwk_sounds.description import set_description
from mwk_sounds.timeline import SAMPLE_RATE_HZ

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"


def test_one_clip_is_rendered_and_checked(tmp_path: Path) -> None:
    folder, sheet = tmp_path / "set", tmp_path / "sheet.png"
    chosen = ["--output", str(folder), "--only", "melody/melody3", "--jobs", "1"]
    assert main([*chosen, "--contact-sheet", str(sheet)]) == 0
    parts = {"melody3.flac", *(f"melody3.{part}.flac" for part in ("b", "c", "fill", "tail"))}
    assert {p.name for p in folder.rglob("*.flac")} == parts
    assert (folder / "set.toml").read_text("utf-8") == set_description()
    assert sheet.stat().st_size > 1000
    assert main([*chosen, "--check"]) == 0


def test_a_complete_set_is_drawn_without_rendering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rendered(*_: object, **__: object) -> None:
        raise AssertionError("nothing is missing")

    monkeypatch.setattr(render, "write_clip", rendered)
    sheet = tmp_path / "sheet.png"
    assert main(["--output", str(SOUNDS), "--jobs", "1", "--contact-sheet", str(sheet)]) == 0
    assert sheet.stat().st_size < 1_500_000


def test_check_names_a_clip_that_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "melody" / "melody3.flac"
    path.parent.mkdir()
    for part in ("b", "c", "fill", "tail"):
        name = f"melody3.{part}.flac"
        (path.parent / name).write_bytes((SOUNDS / "melody" / name).read_bytes())
    samples, _ = soundfile.read(SOUNDS / "melody" / "melody3.flac", dtype="int16")
    samples[1000] += np.int16(9)
    soundfile.write(path, samples, SAMPLE_RATE_HZ, subtype="PCM_16")
    command = ["--output", str(tmp_path), "--only", "melody/melody3", "--jobs", "1", "--check"]
    assert main(command) == 1
    assert "melody/melody3: differs by up to" in capsys.readouterr().err


def test_an_unknown_clip_is_refused() -> None:
    with pytest.raises(SystemExit, match="kazoo"):
        main(["--only", "kazoo"])


def test_the_contact_sheet_is_a_picture_of_the_clips(tmp_path: Path) -> None:
    path = tmp_path / "sheet.png"
    names = ["drum/drum1", "drum/drum2", "pad/pad1"]
    contact_sheet.write_contact_sheet(SOUNDS, names, render.titles(), path)
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    assert width > 2 * 256
    assert height > 2 * 150

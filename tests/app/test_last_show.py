"""After a kill the next start goes on; after an end in order it does not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.workers import last_show_note
from mwk_desktop.show.commands import Mode, SetGain, SetHold, SetMode, SetMute
from mwk_desktop.show.sound_commands import SetFilter
from tests.support import votes, wait_for, write_lines


def start(state: Path, *args: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mwk_desktop", *args, "--headless", "--json"]
    return subprocess.Popen(
        [*command, "--device", "null", "--state-dir", str(state)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "MWK_CONFIG": str(state / "mwk.toml")},
    )


@pytest.fixture
def state(tmp_path: Path) -> Path:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "mwk.toml").touch()
    return tmp_path / "state"


def wait_while_it_runs(process: subprocess.Popen[str], what: Callable[[], object]) -> None:
    def so() -> object:
        assert process.poll() is None, process.communicate()
        return what()

    wait_for(so)


def end_after(
    process: subprocess.Popen[str], enough: Callable[[list[dict[str, Any]]], object]
) -> tuple[list[dict[str, Any]], str]:
    """Let it run until its lines are what is waited for, then end it in order."""
    assert process.stdout is not None
    lines: list[dict[str, Any]] = []
    # A line of health each second: a show that never gets there has told a minute of them.
    for line in process.stdout:
        lines.append(json.loads(line))
        if enough(lines) or len(lines) > 100:
            break
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=60)
    assert enough(lines), (lines[-2:], err)
    assert process.returncode == 0, err
    return lines, err


def of_kind(lines: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [line for line in lines if line["type"] == kind]


def position_ms(state: Path) -> int:
    path = state / last_show_note.NOTE
    return json.loads(path.read_text("utf-8"))["position_ms"] if path.exists() else -1


def test_a_killed_replay_goes_on_where_it_was(state: Path, tmp_path: Path) -> None:
    names = ["drum", "pad", "synth"] * 40
    recording = write_lines(tmp_path / "a.jsonl", votes(names, step_ms=1_000))
    first = start(state, "replay", str(recording), "--speed", "8")
    wait_while_it_runs(first, lambda: position_ms(state) >= 16_000)
    first.kill()
    first.communicate()
    left = position_ms(state)

    _, err = end_after(
        start(state),
        lambda lines: any(each["tweets"] >= left // 1_000 for each in of_kind(lines, "health")),
    )
    assert str(recording) in err
    assert not (state / last_show_note.NOTE).exists()  # this one ended in order

    demo = start(state, "--exit-after", "1")
    assert "did not end in order" not in demo.communicate(timeout=60)[1]


def test_an_end_in_order_leaves_nothing(state: Path, tmp_path: Path) -> None:
    recording = write_lines(tmp_path / "a.jsonl", votes(["drum"] * 60, step_ms=1_000))
    process = start(state, "replay", str(recording))
    wait_while_it_runs(process, lambda: position_ms(state) >= 0)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert not (state / last_show_note.NOTE).exists()


def test_a_recording_that_is_gone_is_said_and_the_demo_plays(state: Path) -> None:
    for path in ("/nowhere/a.jsonl", "/"):
        note = {"version": last_show_note.VERSION, "kind": "replay", "path": path}
        (state / last_show_note.NOTE).write_text(json.dumps(note), "utf-8")
        process = start(state, "--exit-after", "1")
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0
        assert f"going on with {path} " in err
        assert "cannot be continued" in err
    assert not (state / last_show_note.NOTE).exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 99}',
        '{"version": 1, "kind": "live", "hands": 3}',
        '{"version": 1, "kind": "live", "servers": 3, "topic": "t"}',
        '{"version": 1, "kind": "live", "servers": "", "topic": "t"}',
        '{"version": 1, "kind": "replay"}',
        '{"version": 1, "kind": "demo", "path": "a.jsonl"}',
        '{"version": 1, "kind": "replay", "path": "a.jsonl", "hold": 1}',
    ],
)
def test_a_broken_note_is_no_note(state: Path, text: str) -> None:
    (state / last_show_note.NOTE).write_text(text, "utf-8")
    assert last_show_note.read_last_show(state) is None


def test_another_running_console_keeps_its_note(state: Path, tmp_path: Path) -> None:
    recording = write_lines(tmp_path / "a.jsonl", votes(["drum"] * 60, step_ms=1_000))
    process = start(state, "replay", str(recording))
    try:
        wait_while_it_runs(process, lambda: position_ms(state) >= 0)
        assert last_show_note.read_last_show(state) is None
        last_show_note.forget_last_show(state)
        assert (state / last_show_note.NOTE).exists()
    finally:
        process.kill()
        process.communicate()
    assert last_show_note.read_last_show(state) is not None


def test_the_hand_comes_back() -> None:
    note = last_show_note.LastShow(
        "live",
        hold=True,
        master_gain=0.5,
        hands={
            "drum": {"mode": "off", "mute": True},
            "kazoo": {"mode": "on"},
            "pad": {"gain": 2, "filter": 0.25},
        },
    )
    assert note.commands() == [
        SetMode("drum", Mode.OFF),
        SetMute("drum", True),
        SetFilter("pad", 0.25),
        SetGain(None, 0.5),
        SetHold(True),
    ]


def test_a_show_that_ends_at_once_again_and_again_is_left(state: Path, tmp_path: Path) -> None:
    recording = write_lines(tmp_path / "a.jsonl", votes(["drum"] * 60, step_ms=1_000))
    note = last_show_note.LastShow("replay", path=str(recording))
    (state / last_show_note.NOTE).write_text(
        json.dumps({"version": last_show_note.VERSION, **asdict(note)})
    )
    for number in range(1, last_show_note.MOST_TRIES + 1):
        found = last_show_note.read_last_show(state)
        assert found is not None
        assert last_show_note.count_try(state, found)
        after = last_show_note.read_last_show(state)
        assert after is not None
        assert after.tries == number
    process = start(state, "--exit-after", "1")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "ended at once 2 times" in err
    assert not (state / last_show_note.NOTE).exists()


def test_a_show_that_lasts_is_tried_again(state: Path, tmp_path: Path) -> None:
    recording = write_lines(tmp_path / "a.jsonl", votes(["drum"] * 60, step_ms=1_000))
    note = last_show_note.LastShow("replay", path=str(recording), tries=1)
    (state / last_show_note.NOTE).write_text(
        json.dumps({"version": last_show_note.VERSION, **asdict(note)})
    )
    process = start(state)

    def tries() -> int:
        found: int = json.loads((state / last_show_note.NOTE).read_text("utf-8"))["tries"]
        return found

    try:
        wait_while_it_runs(process, lambda: tries() == 2)
        wait_while_it_runs(process, lambda: tries() == 0)
    finally:
        process.kill()
        process.communicate()


def test_the_options_of_the_show_come_back(state: Path, tmp_path: Path) -> None:
    recording = write_lines(tmp_path / "a.jsonl", votes(["drum", "pad"] * 60, step_ms=500))
    first = start(state, "replay", str(recording), "--window-ms", "6000", "--page", "127.0.0.1:0")
    wait_while_it_runs(first, lambda: position_ms(state) >= 2_000)
    first.kill()
    first.communicate()
    note = last_show_note.read_last_show(state)
    assert note is not None
    assert note.settings() == {"show": {"window_ms": 6_000}, "audio": {"device": "null"}}
    assert note.page
    lines, _ = end_after(
        start(state),
        lambda lines: (
            of_kind(lines, "window") and any(each.get("page") for each in of_kind(lines, "health"))
        ),
    )
    spans = {line["end_ms"] - line["start_ms"] for line in of_kind(lines, "window")}
    assert spans == {6_000}


def test_options_that_do_not_fit_are_left() -> None:
    flags = {"show.window_ms": "soon", "kafka.x": "y", "audio.device": "USB"}
    assert last_show_note.LastShow("live", flags=flags).settings() == {"audio": {"device": "USB"}}

"""`mwk replay --speed max`: the JSON Lines of the contract, in order, the same every time."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.driving import AT_ONCE, ROOT, WINDOW_MS, process
from tests.support import T0_MS, envelope, status, votes, write_lines

WINDOW_KEYS = ["type", "start_ms", "end_ms", "votes", "top", "scene"]
SUMMARY_KEYS = ["type", "records", "tweets", "votes", "malformed", "duplicates", "late", "users"]
SHORT = ("--window-ms", str(WINDOW_MS))


def test_the_lines_of_the_contract(mwk: Any, recording: Path) -> None:
    result = mwk("replay", recording, *AT_ONCE, *SHORT)
    assert (result.code, result.err) == (0, "")
    *windows, summary = result.lines
    assert [line["type"] for line in windows] == ["window"] * 3
    assert [line["start_ms"] for line in windows] == [T0_MS + n * WINDOW_MS for n in range(3)]
    assert [line["end_ms"] - line["start_ms"] for line in windows] == [WINDOW_MS] * 3
    for line in windows:
        assert list(line) == WINDOW_KEYS
        assert sorted(line["votes"], key=lambda name: (-line["votes"][name], name)) == line["top"]
        assert [clip.split("/")[0] for clip in line["scene"]] == line["top"]
    assert windows[0]["votes"] == {"drum": 2, "melody": 1, "pad": 1}
    assert windows[1]["top"] == ["synth", "drum", "vocal"]
    assert list(summary) == [*SUMMARY_KEYS, "leaderboard"]
    assert [summary[key] for key in SUMMARY_KEYS] == ["summary", 9, 9, 9, 0, 0, 0, 9]
    assert len(summary["leaderboard"]) == 9
    assert all(list(leader) == ["name", "tweets", "image"] for leader in summary["leaderboard"])


def test_the_leaderboard_has_ten_and_is_ordered(mwk: Any, tmp_path: Path) -> None:
    counts = [1, 5, 3, 2, 2, 7, 1, 1, 4, 6, 1, 1]
    lines = [
        envelope(status("hello", f"user{user:02}", id_=100 * user + n), T0_MS + 100 * user + n)
        for user, count in enumerate(counts)
        for n in range(count)
    ]
    result = mwk("replay", write_lines(tmp_path / "talk.jsonl", lines), *AT_ONCE)
    (summary,) = result.lines  # nobody voted, so there is no window
    assert summary["users"] == 12
    assert summary["votes"] == 0
    assert [leader["tweets"] for leader in summary["leaderboard"]] == [7, 6, 5, 4, 3, 2, 2, 1, 1, 1]
    assert summary["leaderboard"][0] == {"name": "user05", "tweets": 7, "image": ""}


def test_every_record_is_counted_once(mwk: Any, tmp_path: Path) -> None:
    lines = [
        *votes(["drum", "pad"]),
        envelope(status("drum #mwk", "user0", id_=0), T0_MS + 300, offset=7),  # a duplicate
        envelope(None, T0_MS + 400, offset=8),
        envelope("no tweet", T0_MS + 500, offset=9),
        envelope(status("hello #mwk", "user9", id_=9), T0_MS + 600, offset=10),
        envelope(status("drum #mwk", "user8", id_=11), T0_MS + 600, topic="charts"),
    ]
    path = write_lines(tmp_path / "mixed.jsonl", lines)
    with path.open("ab") as file:
        file.write(b'\n \n{"topic":"twitter_json","partit')
    summary = mwk("replay", path, *AT_ONCE).lines[-1]
    assert [summary[key] for key in SUMMARY_KEYS[1:]] == [7, 3, 2, 3, 1, 0, 3]
    assert "blocked" not in summary


def test_blocked_stands_there_only_when_it_counts(
    mwk: Any, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MWK_SHOW__BLOCKED", "user1")
    summary = mwk("replay", recording, *AT_ONCE, *SHORT).lines[-1]
    assert set(summary) == {*SUMMARY_KEYS, "blocked", "leaderboard"}
    assert (summary["blocked"], summary["tweets"], summary["users"]) == (1, 8, 8)
    parts = ("tweets", "malformed", "duplicates", "blocked")
    assert summary["records"] == sum(summary[key] for key in parts)


def test_the_same_bytes_from_two_processes(recording: Path) -> None:
    first = process("replay", recording, *AT_ONCE, *SHORT)
    second = process("replay", recording, *AT_ONCE, *SHORT, env={"PYTHONHASHSEED": "7", **_env()})
    assert (first.code, first.err) == (0, "")
    assert first.out
    assert first == second


def _env() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if name != "PYTHONHASHSEED"}


def test_packed_or_not_is_the_same(mwk: Any, recording: Path) -> None:
    packed = recording.with_name("show.jsonl.gz")
    packed.write_bytes(gzip.compress(recording.read_bytes()))
    assert mwk("replay", packed, *AT_ONCE) == mwk("replay", recording, *AT_ONCE)


def test_the_seed_chooses_the_variations(mwk: Any, recording: Path) -> None:
    def scenes(*options: str) -> list[list[str]]:
        result = mwk("replay", recording, *AT_ONCE, *SHORT, *options)
        return [line["scene"] for line in result.of_type("window")]

    by_seed = {seed: scenes("--seed", str(seed)) for seed in range(6)}
    assert scenes() == by_seed[0]  # offline, without another word
    assert len({str(found) for found in by_seed.values()}) > 1
    assert by_seed[3] == scenes("--seed", "3")
    tops = {tuple(clip.split("/")[0] for clip in scene) for scene in by_seed[0]}
    assert {tuple(clip.split("/")[0] for clip in scene) for scene in by_seed[5]} == tops


def test_options_before_the_verb_count_too(mwk: Any, recording: Path) -> None:
    after = mwk("replay", recording, *AT_ONCE, *SHORT, "--seed", "4")
    assert mwk("--seed", "4", *SHORT, "--headless", "replay", recording, *AT_ONCE) == after


def test_the_length_of_a_window(mwk: Any, recording: Path) -> None:
    assert len(mwk("replay", recording, *AT_ONCE).of_type("window")) == 1
    lines = mwk("replay", recording, *AT_ONCE, "--window-ms", "1000").of_type("window")
    assert len(lines) == 4
    for line in lines:
        assert line["start_ms"] % 1000 == 0
        assert line["end_ms"] - line["start_ms"] == 1000


def test_settings_come_from_file_variable_and_flag(
    mwk: Any, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_set: Path
) -> None:
    def window_ms() -> int:
        line = mwk("replay", recording, *AT_ONCE, *flags, "--sounds", small_set).lines[0]
        return line["end_ms"] - line["start_ms"]

    flags: list[str] = []
    config = tmp_path / "mwk.toml"
    config.write_text("[show]\nwindow_ms = 1000\n")
    flags += ["--config", str(config)]
    assert window_ms() == 1000
    monkeypatch.setenv("MWK_SHOW__WINDOW_MS", "2000")
    assert window_ms() == 2000
    flags += ["--window-ms", "5000"]
    assert window_ms() == 5000


def test_another_topic(mwk: Any, tmp_path: Path) -> None:
    lines = [*votes(["drum"]), *({**line, "topic": "other"} for line in votes(["pad"], first=5))]
    path = write_lines(tmp_path / "two.jsonl", lines)
    assert mwk("replay", path, *AT_ONCE).lines[0]["votes"] == {"drum": 1}
    assert mwk("replay", path, *AT_ONCE, "--topic", "other").lines[0]["votes"] == {"pad": 1}
    line = mwk("replay", path, *AT_ONCE, "--topic", "third").must_be_refused("third", str(path))
    assert "other, twitter_json" in line


def test_for_people(mwk: Any, recording: Path) -> None:
    result = mwk("replay", recording, "--headless", "--speed", "max", *SHORT)
    assert (result.code, result.err) == (0, "")
    first, *_, last = result.out.decode().splitlines()
    assert re.match(r"\d\d:\d\d:\d\d  votes: drum 2, melody 1, pad 1  ->  drum\d melody\d", first)
    assert "records 9  tweets 9  votes 9" in result.out.decode()
    assert last.split()[0] == "9"


def test_the_recorded_demo(mwk: Any) -> None:
    path = ROOT / "assets" / "recordings" / "demo.jsonl.zst"
    result = mwk("replay", path, *AT_ONCE)
    assert (result.code, result.err) == (0, "")
    *windows, summary = result.lines
    assert len(windows) >= 10
    assert summary["users"] >= 60
    assert windows[-1]["end_ms"] - windows[0]["start_ms"] >= 5 * 60_000
    assert result == mwk("replay", path, *AT_ONCE)


def test_text_of_the_audience_is_utf_8_json(tmp_path: Path) -> None:
    lines = [envelope(status("drum ☃", "zoé☃", **{"Lang": "fr"}), T0_MS)]
    path = write_lines(tmp_path / "été 🎹.jsonl", lines)
    env = {**_env(), "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    result = process("replay", path, *AT_ONCE, env=env)
    assert (result.code, result.err) == (0, "")
    assert result.lines[-1]["leaderboard"][0]["name"] == "zoé☃"
    assert json.loads(result.out.splitlines()[0])["votes"] == {"drum": 1}
    people = process("replay", path, "--headless", "--speed", "max", env=env)
    assert (people.code, people.err) == (0, "")

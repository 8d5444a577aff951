"""What a recording holds is found out beside the show, and only once."""

from __future__ import annotations

import json
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.workers.recording_look import PARTS, look_into, recording_facts
from mwk_desktop.app.workers.recordings_worker import RecordingsWorker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.platform.spawning import NotWantedError, run_in_child
from mwk_desktop.show.recording_facts import LookAtRecordings, RecordingFacts
from mwk_desktop.show.settings.load import Settings
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.console.recording_rows import preview
from tests.app.endless_child import never_answer
from tests.engine.conftest import _children_start_like_the_app
from tests.support import wait_for

__all__ = ["_children_start_like_the_app"]

DEMO = Path(__file__).parents[2] / "assets" / "recordings" / "demo.jsonl.zst"


def envelope(topic: str, offset: int, ts_ms: int, value: object, **more: Any) -> str:
    line = {"topic": topic, "partition": 0, "offset": offset, "tstype": "create", "ts": ts_ms}
    line |= {"broker": 0, "key": None, "payload": json.dumps(value), **more}
    return json.dumps(line) + "\n"


def tweet(number: int, name: str) -> dict[str, Any]:
    return {"Id": number, "Text": "drum #mwk", "User": {"ScreenName": name}}


BEGIN_MS = 1_523_450_010_000


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """Three messages of two people in ninety seconds, one of them unreadable, and a torn end."""
    path = tmp_path / "evening.jsonl"
    lines = [
        envelope("twitter_json", n, BEGIN_MS + n * 30_000, tweet(n, name))
        for n, name in enumerate(("ana", "bob", "ana"))
    ]
    lines.append(envelope("twitter_json", 3, BEGIN_MS + 90_000, "no tweet"))
    path.write_text("".join(lines) + '{"topic": "twit')
    return path


def test_what_a_recording_holds(recorded: Path) -> None:
    facts = recording_facts(recorded, Settings(), None)
    assert (facts.tweets, facts.users, facts.length_ms) == (3, 2, 90_000)
    assert (facts.start_ms, facts.windows) == (BEGIN_MS, 4)
    assert len(facts.density) == PARTS
    assert facts.density[0] == facts.density[-1] == 1
    assert sum(facts.density) == 4
    assert not facts.as_it_was
    assert "torn" in str(facts.warnings[0])
    assert not facts.problem


def test_a_show_with_its_decisions_plays_as_it_was(recorded: Path) -> None:
    text = recorded.read_text()
    start = {"type": "start", "seed": 3, "sound_set": {"name": "devoxx", "clips": []}}
    start["settings"] = {"show": {"window_ms": 90_000}}
    shown = [
        envelope("mwk-show", 0, BEGIN_MS, start, arrival_ms=BEGIN_MS),
        envelope("mwk-show", 1, BEGIN_MS, {"type": "override"}, arrival_ms=BEGIN_MS),
        envelope("mwk-show", 2, BEGIN_MS + 1, {"type": "close"}, arrival_ms=BEGIN_MS + 1),
    ]
    recorded.write_text("".join(shown) + text)
    facts = recording_facts(recorded, Settings(), None)
    assert facts.as_it_was
    assert (facts.overrides, facts.sound_set, facts.windows) == (1, "devoxx", 2)


def test_it_is_read_in_a_process_of_its_own(recorded: Path, tmp_path: Path) -> None:
    gone, text = tmp_path / "gone.jsonl", tmp_path / "text.jsonl"
    text.write_text("hello\n")
    found = look_into((recorded, gone, text, DEMO), Settings(), None)
    assert [facts.path for facts in found] == [str(p) for p in (recorded, gone, text, DEMO)]
    assert found[0] == recording_facts(recorded, Settings(), None)
    assert found[1].problem
    assert "holds no record" in str(found[2].problem)
    assert found[3].tweets > 100
    late = look_into((recorded,), Settings(), None, timeout_s=0.0)
    assert "not read within" in str(late[0].problem)


class Reader:
    """Reads when it may, and remembers what."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.may_go_on = threading.Event()

    def __call__(
        self,
        paths: Sequence[Path],
        settings: Settings,
        topic: str | None,
        *,
        is_wanted: Callable[[], bool],
    ) -> list[RecordingFacts]:
        del is_wanted
        self.asked.append([path.name for path in paths])
        assert self.may_go_on.wait(60.0)
        return [RecordingFacts(str(path), tweets=len(self.asked)) for path in paths]


def test_only_what_is_new_is_read_and_a_newer_request_ends_an_older(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.jsonl" for name in "abcdefghijkl"]
    for file in files:
        file.write_text("x")
    read = Reader()
    worker = RecordingsWorker(options_of(parser().parse_args(["live"])), read)
    worker.start()

    def known() -> dict[str, RecordingFacts]:
        state = worker.complete_state(WorkersState(), None)  # type: ignore[arg-type]
        return {Path(facts.path).name: facts for facts in state.recordings}

    worker.send(LookAtRecordings(tuple(files)))
    wait_for(lambda: read.asked)
    worker.send(LookAtRecordings((files[1], files[0])))
    read.may_go_on.set()
    wait_for(lambda: len(known()) == 2)
    assert read.asked == [["a.jsonl"], ["b.jsonl"]]
    assert known()["a.jsonl"].size_bytes == 1
    files[0].write_text("longer")
    worker.send(LookAtRecordings((files[1], files[0], tmp_path / "gone.jsonl", *files[2:])))
    wait_for(lambda: len(known()) == len(files))
    # The first alone, then eight by one process.
    assert [len(asked) for asked in read.asked[2:]] == [7, 4]
    assert known()["a.jsonl"].size_bytes == 6
    worker.close()


def known_after(worker: RecordingsWorker, path: Path) -> RecordingFacts:
    """What is known of a recording after a look, without the worker's thread."""
    request = LookAtRecordings((path,))
    worker.send(request)
    worker.handle_request(request)
    state = worker.complete_state(WorkersState(), None)  # type: ignore[arg-type]
    return state.recordings[-1]


def test_what_is_still_recorded_is_not_damaged(recorded: Path) -> None:
    now: list[Path] = [recorded]
    options = options_of(parser().parse_args(["live"]))
    worker = RecordingsWorker(options, recording=lambda: now[0] if now else None)
    facts = known_after(worker, recorded)
    assert (facts.growing, facts.warnings, facts.tweets) == (True, (), 3)
    rows = dict(map(tuple, preview(facts)["rows"]))
    assert rows["State"] == "is still being recorded"
    assert "Damaged" not in rows
    # The recording has ended, and what is torn now stays torn.
    now.clear()
    facts = known_after(worker, recorded)
    assert not facts.growing
    assert "torn" in str(facts.warnings[0])
    assert "torn" in dict(map(tuple, preview(facts)["rows"]))["Damaged"]


def test_what_was_not_read_in_time_is_read_again(recorded: Path) -> None:
    answers = [
        look_into((recorded,), Settings(), None, timeout_s=0.0),
        (recording_facts(recorded, Settings(), None),),
    ]
    assert answers[0][0].unread
    options = options_of(parser().parse_args(["live"]))
    worker = RecordingsWorker(options, lambda *_, **__: answers.pop(0))
    assert known_after(worker, recorded).problem
    assert known_after(worker, recorded).tweets == 3
    known_after(worker, recorded)
    assert answers == []


def look_for_ever(
    paths: Sequence[Path],
    settings: Settings,
    topic: str | None,
    *,
    is_wanted: Callable[[], bool],
) -> Sequence[RecordingFacts]:
    """Look into recordings as the program does; into one named ``endless`` without an end."""
    if all(path.stem != "endless" for path in paths):
        return look_into(paths, settings, topic, is_wanted=is_wanted)
    with suppress(NotWantedError):
        run_in_child(never_answer, name="mwk-look", timeout_s=120.0, is_wanted=is_wanted)
    return ()


def test_no_process_reads_on_what_is_not_wanted_any_more(recorded: Path, tmp_path: Path) -> None:
    endless = tmp_path / "endless.jsonl"
    endless.write_text("x")
    worker = RecordingsWorker(options_of(parser().parse_args(["live"])), look_for_ever)
    worker.start()

    def pids() -> set[int | None]:
        return {each.pid for each in multiprocessing.active_children() if each.name == "mwk-look"}

    worker.send(LookAtRecordings((endless,)))
    wait_for(pids)
    first = pids()
    worker.send(LookAtRecordings((recorded,)))
    wait_for(lambda: worker.complete_state(WorkersState(), None).recordings)  # type: ignore[arg-type]
    assert not first & pids()
    worker.send(LookAtRecordings((endless,)))
    wait_for(pids)
    worker.close()
    assert not pids()


def test_what_a_newer_request_asks_first_is_read_on(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.jsonl" for name in "ab"]
    for file in files:
        file.write_text("x")
    wanted: list[Callable[[], bool]] = []
    may_go_on = threading.Event()

    def look(
        paths: Sequence[Path], settings: Settings, topic: str | None, **more: Callable[[], bool]
    ) -> list[RecordingFacts]:
        wanted.append(more["is_wanted"])
        assert may_go_on.wait(60.0)
        return [RecordingFacts(str(path)) for path in paths]

    worker = RecordingsWorker(options_of(parser().parse_args(["live"])), look)
    worker.start()
    worker.send(LookAtRecordings((files[0],)))
    wait_for(lambda: wanted)
    worker.send(LookAtRecordings((files[0], files[1])))
    assert wanted[0]()
    worker.send(LookAtRecordings((files[1], files[0])))
    assert not wanted[0]()
    may_go_on.set()
    worker.close()
    assert not wanted[-1]()

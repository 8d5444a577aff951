"""A running show without windows: its lines, its ends, and what must not end it."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.cli.driving import AT_ONCE, MWK, ROOT, Result, process
from tests.support import votes, wait_for, write_lines

HEALTH_KEYS = [
    *("type", "t_ms", "source", "lag", "tweets", "votes", "bar", "beat", "playing", "engine"),
    *("device", "xruns", "rss_mb", "malformed", "late", "duplicates", "role", "lost_events"),
]
WINDOW_KEYS = ["type", "start_ms", "end_ms", "votes", "top", "scene"]
BUSY = ("--headless", "--window-ms", "1000", "--rate", "40", "--seed", "5")


@contextlib.contextmanager
def running(*args: object, **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own; killed with everything it started if it is still there."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    with subprocess.Popen(
        [*MWK, *map(str, args)], cwd=ROOT, start_new_session=True, **options
    ) as child:
        try:
            yield child
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)


def group(leader: int) -> list[psutil.Process]:
    """The living processes that were started with ``leader``."""
    found = []
    for one in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(one.pid) == leader and one.status() != psutil.STATUS_ZOMBIE:
                found.append(one)
    return found


# -- lines ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def evening(
    small_set: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[subprocess.CompletedProcess[bytes], Path]:
    """Eight seconds of a demo, and the state folder that it left."""
    folder = tmp_path_factory.mktemp("evening")
    env = {name: value for name, value in os.environ.items() if not name.startswith("MWK_")}
    done = subprocess.run(
        [
            *(*MWK, *BUSY, "--json", "--exit-after", "8", "--device", "null"),
            *("--sounds", str(small_set), "--state-dir", str(folder)),
        ],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        env=env,
    )
    return done, folder


def test_health_every_second_and_windows_as_they_close(evening: Any) -> None:
    done, _ = evening
    assert (done.returncode, done.stderr) == (0, b"")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {line["type"] for line in lines} == {"window", "health"}
    health = [line for line in lines if line["type"] == "health"]
    assert 2 <= len(health) <= 10
    playing = [line for line in health if line["engine"] != "starting"]  # it may take its time
    assert len(playing) >= 2
    for line in playing:
        assert list(line) == HEALTH_KEYS
        assert (line["source"], line["lag"]) == ("connected", 0)
        assert (line["engine"], line["device"], line["xruns"]) == ("silent", "null", 0)
        assert line["playing"]
        assert 1 <= line["beat"] <= 4
        assert line["rss_mb"] > 10
        assert (line["malformed"], line["role"], line["lost_events"]) == (0, "main", 0)
    assert 500 < (playing[-1]["t_ms"] - playing[0]["t_ms"]) / (len(playing) - 1) < 5000
    assert [line["tweets"] for line in health] == sorted(line["tweets"] for line in health)
    windows = [line for line in lines if line["type"] == "window"]
    assert len(windows) >= 2
    for line in windows:
        assert list(line) == WINDOW_KEYS
        assert line["start_ms"] % 1000 == 0
        assert line["scene"]
    starts = [line["start_ms"] for line in windows]
    assert starts == sorted(set(starts))


def test_what_was_recorded_replays_to_the_same_windows(evening: Any, mwk: Any) -> None:
    done, folder = evening
    (path,) = (folder / "recordings").iterdir()
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    windows = [line for line in lines if line["type"] == "window"]
    result = mwk("replay", path, *AT_ONCE)
    assert (result.code, result.err) == (0, "")
    assert result.of_type("window")[: len(windows)] == windows
    summary = result.lines[-1]
    assert summary["records"] == summary["tweets"] >= lines[-1].get("tweets", 0)
    again = mwk("replay", path, *AT_ONCE, "--window-ms", "1000", "--seed", "5")
    assert again == result


def test_what_was_recorded_bounces(evening: Any, mwk: Any, tmp_path: Path) -> None:
    _, folder = evening
    (path,) = (folder / "recordings").iterdir()
    files = [tmp_path / "a.wav", tmp_path / "b.wav"]
    for file in files:
        assert mwk("bounce", path, "-o", file).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_replay_in_its_own_time(mwk: Any, tmp_path: Path) -> None:
    lines = [*votes(["drum", "pad"]), *votes(["synth"], first=9)]
    path = write_lines(tmp_path / "show.jsonl", lines)
    result = mwk("replay", path, "--headless", "--json", "--window-ms", "500")
    assert (result.code, result.err) == (0, "")
    at_once = mwk("replay", path, *AT_ONCE, "--window-ms", "500")
    assert result.of_type("window") == at_once.of_type("window")
    health = result.of_type("health")
    assert health
    assert {line["source"] for line in health} <= {"connected", "ended"}
    faster = mwk(*("replay", path, "--headless", "--json", "--window-ms", "500", "--speed", "8"))
    assert faster.of_type("window") == at_once.of_type("window")


def test_without_display_and_sound_card_a_line_each_says_so(monkeypatch: Any) -> None:
    monkeypatch.setenv("MWK_AUDIO__DEVICE", "")
    monkeypatch.setenv("ALSA_CONFIG_PATH", os.devnull)
    options = [option for option in BUSY if option != "--headless"]
    result = process(*options, "--exit-after", "1", "--json")
    assert result.code == 0
    *sound, windows = result.err.splitlines()
    assert windows.startswith("mwk: no windows: no display")
    assert windows.endswith("; going on headless")
    for line in sound:  # a machine with a sound card has none
        assert line.startswith("mwk: no sound output (")
        assert line.endswith("keeping time silently")
    assert len(sound) <= 1


# -- ends -----------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("whole_group", [True, False])
def test_a_signal_ends_it(number: signal.Signals, whole_group: bool) -> None:
    """Ctrl+C in a terminal reaches every process of the group, `kill` only the first."""
    with running(*BUSY, "--json") as show:
        assert show.stdout is not None
        show.stdout.readline()
        assert len(group(show.pid)) >= 2  # the engine, too
        (os.killpg if whole_group else os.kill)(show.pid, number)
        _, err = show.communicate(timeout=60)
        assert (show.returncode, err) == (0, b"")
        wait_for(lambda: not group(show.pid))


def test_a_signal_while_it_starts(recording: Path) -> None:
    with running(*BUSY) as show:
        wait_for(lambda: len(group(show.pid)) >= 2)
        show.send_signal(signal.SIGTERM)
        _, err = show.communicate(timeout=60)
        assert show.returncode in (0, 130, -signal.SIGTERM), err
        assert b"Traceback" not in err
        wait_for(lambda: not group(show.pid))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_bounce_that_is_ended_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = write_lines(tmp_path / "long.jsonl", votes(["drum"] * 400, step_ms=60_000))
    with running(
        "bounce", path, "-o", folder / "a.flac", "--window-ms", "86400000", "--yes"
    ) as bounce:
        wait_for(lambda: any(part.stat().st_size > 10_000 for part in folder.iterdir()))
        bounce.send_signal(number)
        _, err = bounce.communicate(timeout=60)
    assert (bounce.returncode, err) == (130, b"mwk: interrupted\n")
    assert list(folder.iterdir()) == []


# -- what must not end it -------------------------------------------------------------------


def test_a_reader_that_goes() -> None:
    """`mwk --headless --json | head -1`: nobody sees or hears it any more, so it ends, quietly."""
    with running(*BUSY, "--json") as show:
        assert show.stdout is not None
        assert show.stderr is not None
        show.stdout.readline()
        show.stdout.close()
        assert show.wait(timeout=60) == 0
        err = show.stderr.read()
    assert b"Traceback" not in err
    assert err == b"mwk: nobody reads the output any more; the show goes on without it\n"


def test_a_reader_that_sleeps_stops_neither_the_show_nor_its_end(tmp_path: Path) -> None:
    read, write = os.pipe()
    try:
        fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 4096)
        args = ("--headless", "--window-ms", "100", "--rate", "500", "--json")
        result = process(*args, "--exit-after", "3", stdout=write)
        assert (result.code, result.err) == (0, "")
        os.close(write)
        write = -1
        said = b""
        while piece := os.read(read, 65536):
            said += piece
    finally:
        os.close(read)
        if write >= 0:
            os.close(write)
    windows = said.count(b'"window"')
    (path,) = (tmp_path / "state" / "recordings").iterdir()
    closes = process("replay", path, *AT_ONCE).of_type("window")
    assert len(closes) > windows + 5  # it went on while nobody read


@pytest.mark.parametrize("target", ["stdout", "stderr"])
def test_a_full_disk_behind_a_stream(recording: Path, target: str) -> None:
    """With something to say on each: lines, and a state folder that cannot be made."""
    state = ("--state-dir", recording / "state") if target == "stderr" else ()
    with Path("/dev/full").open("wb") as full:
        result = process(*BUSY, "--json", "--exit-after", "2", *state, **{target: full})
    assert result.code == 0
    if target == "stdout":
        problem = "mwk: stdout: cannot be written: No space left on device"
        assert result.err == f"{problem}; the show goes on without it\n"


def test_closed_streams(recording: Path) -> None:
    command = " ".join([*MWK, "replay", str(recording), *AT_ONCE])
    for closed in (">&-", ">&- 2>&- <&-"):
        done = subprocess.run(f"{command} {closed}", shell=True, cwd=ROOT, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")


# -- the state folder -----------------------------------------------------------------------


def test_a_state_folder_that_cannot_be_made(recording: Path) -> None:
    """The disk below it may come back; a file in its place was mistyped (test_usage_lines)."""
    folder = recording / "state"
    result = process(*BUSY, "--json", "--exit-after", "3", "--state-dir", folder)
    assert result.code == 0
    assert result.of_type("window") or result.of_type("health")
    what = f"{folder / 'recordings'}: Not a directory"
    assert result.err == f"mwk: this show is not recorded: {what}; choose another --state-dir\n"
    assert result.err.count("\n") == 1


def test_the_settings_card_that_is_not_plugged_in(tmp_path: Path) -> None:
    """A kept setting is waited for; an option that was typed is an error."""
    config = tmp_path / "mwk.toml"
    config.write_text('[audio]\ndevice = "no such card"\n')
    options = ["--headless", "--json", "--exit-after", "2", "--state-dir", tmp_path / "state"]
    with running("--config", config, *options[:2], *options[4:]) as show:
        silent = 0
        while silent < 2:  # by the second one, what is lost has been said
            line = json.loads(show.stdout.readline())
            silent += line["type"] == "health" and line["engine"] == "silent"
        show.send_signal(signal.SIGTERM)
        err = show.communicate(timeout=60)[1].decode()
    assert show.returncode == 0
    assert err.count("\n") == 1
    assert "keeping time silently" in err
    typed = process("--config", config, "--device", "no such card", *options)
    assert typed.code == 2
    assert "--device no such card: no such output" in typed.err


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """The recording goes to a device that is always full; the show goes on without it."""
    code = f"""
import sys
from pathlib import Path
from mwk_desktop.app.wiring import wall_clock_show
from mwk_desktop.cli.main import run
class Full(wall_clock_show.RecordingWriter):
    def __init__(self, path, *, exclusive):
        super().__init__(Path("/dev/full"))
wall_clock_show.RecordingWriter = Full
sys.exit(run({[*BUSY, "--json", "--exit-after", "4", "--state-dir", str(tmp_path)]!r}))
"""
    script = tmp_path / "full.py"
    script.write_text("if __name__ == '__main__':\n" + code.replace("\n", "\n    "))
    done = subprocess.run(
        [sys.executable, script],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    result = Result(done.returncode, done.stdout, done.stderr.decode())
    assert result.code == 0
    assert len(result.of_type("health")) >= 2
    assert len(result.of_type("window")) >= 2
    assert "cannot be written: No space left on device" in result.err
    assert result.err.count("\n") == 1


# -- headless is without Qt -----------------------------------------------------------------


def test_headless_loads_no_qt(tmp_path: Path) -> None:
    """Also not where PySide6 is not even installed: the bare machine may lack libEGL."""
    code = f"""
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("Qt is not here: " + name)
sys.meta_path.insert(0, NoQt())
from mwk_desktop.cli.main import run
code = run({[*BUSY, "--json", "--exit-after", "3"]!r})
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
sys.exit(code)
"""
    script = tmp_path / "headless.py"
    script.write_text("if __name__ == '__main__':\n" + code.replace("\n", "\n    "))
    done = subprocess.run(
        [sys.executable, script],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"health"' in done.stdout

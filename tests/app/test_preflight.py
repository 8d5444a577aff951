"""What the pre-flight checks find, on machines that have it and on machines that do not."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop import platform
from mwk_desktop.app.workers import check_worker, kafka_findings, preflight, sound_findings
from mwk_desktop.app.workers.check_worker import CheckWorker
from mwk_desktop.app.workers.preflight import (
    PreflightScope,
    offset_findings,
    picture_findings,
    run_preflight,
    worst_level,
)
from mwk_desktop.app.workers.screen_list import Screen, Screens, list_screens
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.engine.output_devices import OutputDevice, OutputScan
from mwk_desktop.kafka.connection_state import ConnectionState, Link
from mwk_desktop.kafka.probe import ProbeResult
from mwk_desktop.messages import NOTHING, message, verbatim
from mwk_desktop.show.commands import RunChecks
from mwk_desktop.show.workers_state import CheckFinding, WorkersState
from tests.engine.conftest import _children_start_like_the_app, jack_of
from tests.support import needed, wait_for
from tests.x_server import x_server

__all__ = ["_children_start_like_the_app", "jack_of"]


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    for name in ("MWK_CONFIG", "MWK_STATE_DIR"):
        monkeypatch.delenv(name, raising=False)

    def make(*arguments: str, toml: str = "") -> Any:
        (tmp_path / "mwk.toml").write_text(toml, "utf-8")
        base = ["--config", str(tmp_path / "mwk.toml"), "--state-dir", str(tmp_path / "state")]
        return options_of(parser().parse_args(["check", *base, *arguments]))

    return make


def by_key(rows: Any) -> dict[str, CheckFinding]:
    return {row.key: row for row in rows}


@pytest.mark.parametrize(("offset_ms", "advised"), [(0, True), (120, False)])
def test_the_picture_waits_for_late_loudspeakers(
    options: Any, offset_ms: int, advised: bool
) -> None:
    wanted = options(toml=f"[audio]\nvisual_offset_ms = {offset_ms}\n")
    (row,) = offset_findings(wanted)
    assert (row.key, row.level, bool(row.remedy)) == ("audio.offset", "ok", advised)
    assert f"{offset_ms} ms" in str(row.found)
    assert list(offset_findings(options("--headless"))) == []


def test_a_picture_under_black_that_is_not_there_is_said_before_the_show(
    options: Any, tmp_path: Path
) -> None:
    assert list(picture_findings(options(toml='[stage]\npicture = "gone.png"\n'))) == []
    wanted = '[stage]\nblack = "picture"\n'
    for more, level, found in (
        ("", "warn", "no file is set"),
        ('picture = "gone.png"\n', "warn", str(tmp_path / "gone.png")),
        ('picture = "evening.png"\n', "ok", str(tmp_path / "evening.png")),
    ):
        (tmp_path / "evening.png").write_bytes(b"\x89PNG\r\n\x1a\n1234")
        (row,) = picture_findings(options(toml=wanted + more))
        assert (row.key, row.level, bool(row.remedy)) == ("stage.picture", level, level == "warn")
        assert found in str(row.found)


def test_everything_on_a_quiet_machine(options: Any) -> None:
    wanted = options("--headless", "--device", "null")
    rows = by_key(run_preflight(wanted, PreflightScope()))
    # A Kafka that happens to run on this machine is looked into further.
    assert [key for key in rows if not key.startswith("kafka.")] == [
        "settings",
        "display",
        "audio.device",
        "audio.priority",
        "sounds",
        "kafka",
        "state",
        "disk",
    ]
    assert str(rows["settings"].found).endswith("mwk.toml")
    assert (rows["display"].level, rows["audio.device"].level) == ("off", "off")
    assert rows["audio.priority"].level in ("ok", "warn")
    assert "48 clips, 128 BPM, 2 bars a loop" in str(rows["sounds"].found)
    assert rows["kafka"].level in ("off", "ok")
    assert str(rows["disk"].found).endswith("hours of recording")
    for row in rows.values():
        assert row.title
        assert row.remedy or row.level in ("ok", "off")


def test_a_part_that_breaks_is_red_and_the_others_speak(
    options: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_options: Any) -> Any:
        raise RuntimeError("oh")

    monkeypatch.setattr(preflight, "state_findings", broken)
    rows = by_key(run_preflight(options("--headless", "--device", "null"), PreflightScope()))
    assert rows["state"].level == "bad"
    assert str(rows["state"].found) == "this check failed: RuntimeError: oh"
    assert "sounds" in rows
    assert worst_level(tuple(rows.values())) == "bad"


# -- settings, screens, state ---------------------------------------------------------------


def test_a_file_that_broke_since_the_start(options: Any, tmp_path: Path) -> None:
    wanted = options()
    (tmp_path / "mwk.toml").write_text("[shw]\n")
    (row,) = preflight.settings_findings(wanted)
    assert row.level == "bad"
    assert "did you mean show?" in str(row.found)


SCREENS = (Screen("eDP-1", "", 1920, 1080), Screen("HDMI-1", "EPSON EB-L", 1920, 1080))


@pytest.mark.parametrize(
    ("screens", "toml", "level", "words"),
    [
        (Screens(SCREENS), "", "ok", "2 screens: eDP-1 1920\u00d71080, HDMI-1 EPSON"),
        (Screens(SCREENS[:1]), "", "warn", "one screen only: eDP-1"),
        (Screens(problem="no display"), "", "bad", "no display"),
        (Screens(SCREENS), '[ui]\nstage_screen = "epson"\n', "ok", "EPSON"),
        (Screens(SCREENS), '[ui]\nstage_screen = "BenQ"\n', "warn", "screen BenQ is not there"),
    ],
)
def test_screens(options: Any, screens: Screens, toml: str, level: str, words: str) -> None:
    (row,) = preflight.display_findings(options(toml=toml), lambda: screens)
    assert row.level == level
    assert words in str(row.found)
    assert bool(row.remedy) == (level != "ok")


def test_screens_of_a_real_display(monkeypatch: pytest.MonkeyPatch) -> None:
    needed("Xvfb", "xvfb")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "no display" in str(list_screens().problem)
    with x_server(1000, 700) as display:
        monkeypatch.setenv("DISPLAY", display)
        found = list_screens()
        assert not found.problem
        (screen,) = found.screens
        assert (screen.width, screen.height) == (1000, 700)
    # Another test's server may have taken the one that has ended: they are given from 0 on.
    monkeypatch.setenv("DISPLAY", ":50000")
    assert list_screens().problem


def test_a_state_folder_that_cannot_be(options: Any, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    wanted = replace(options(), state_dir=tmp_path / "file" / "state")
    (row,) = preflight.state_findings(wanted)
    assert row.level == "bad"
    assert "--state-dir" in str(row.remedy)


@pytest.mark.parametrize(
    ("free_mb", "level", "words"),
    [(100, "bad", "0.1 hours"), (1_400, "warn", "2.0 hours"), (70_000, "ok", "100 hours")],
)
def test_disk_space(
    options: Any, monkeypatch: pytest.MonkeyPatch, free_mb: int, level: str, words: str
) -> None:
    usage = shutil._ntuple_diskusage(10**12, 0, free_mb * 1_000_000)  # type: ignore[attr-defined]
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    row = by_key(preflight.state_findings(options()))["disk"]
    assert row.level == level
    assert words in str(row.found)


# -- sound ----------------------------------------------------------------------------------


def _device(name: str, *, default: bool = False, channels: int = 2) -> OutputDevice:
    return OutputDevice(name, "ALSA", channels, 48_000, default)


@pytest.mark.parametrize(
    ("arguments", "found", "words"),
    [
        ((), OutputScan(problem=message("no sound card")), "no sound card"),
        (
            ("--device", "Focus"),
            OutputScan((_device("HDA"),)),
            "Focus: no such output; there are: HDA",
        ),
        ((), OutputScan((_device("HDA"),)), "none is the default one; there are: HDA"),
    ],
)
def test_no_output(
    options: Any,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    found: OutputScan,
    words: str,
) -> None:
    monkeypatch.setattr(sound_findings, "list_outputs", lambda: found)
    rows = by_key(sound_findings.output_findings(options(*arguments), tone=True))
    assert rows["audio.device"].level == "bad"
    assert words in str(rows["audio.device"].found)
    assert rows["audio.device"].remedy
    assert "audio.priority" in rows


@pytest.mark.parametrize("hangs", [True, False])
def test_a_jack_that_does_not_answer_is_said_beside_another_output(
    options: Any, monkeypatch: pytest.MonkeyPatch, hangs: bool
) -> None:
    problem = platform.current.hung_jack() if hangs else NOTHING
    found = OutputScan((_device("HDA", default=True),), problem, hangs)
    monkeypatch.setattr(sound_findings, "list_outputs", lambda: found)
    rows = by_key(sound_findings.output_findings(options(), tone=False, playing="HDA"))
    assert rows["audio.device"].level == "ok"
    assert ("audio.jack" in rows) == hangs
    if hangs:
        assert (rows["audio.jack"].level, rows["audio.jack"].found) == ("warn", problem)


@pytest.mark.parametrize(
    ("channels", "cue", "level", "words"),
    [
        (4, "3-4", "ok", "outputs 3 and 4 of HDA"),
        (4, "off", "off", "are free"),
        (2, "3-4", "warn", "needs a card with four"),
        (2, "off", "", ""),
    ],
)
def test_whether_the_outputs_for_pre_listening_exist(
    options: Any, monkeypatch: pytest.MonkeyPatch, channels: int, cue: str, level: str, words: str
) -> None:
    found = OutputScan((_device("HDMI", channels=8), _device("HDA", channels=channels)))
    monkeypatch.setattr(sound_findings, "list_outputs", lambda: found)
    monkeypatch.setenv("MWK_AUDIO__CUE", cue)
    wanted = options("--device", "HDA")
    rows = by_key(sound_findings.output_findings(wanted, tone=False, playing="it"))
    assert ("audio.cue" in rows) == bool(level)
    if level:
        assert rows["audio.cue"].level == level
        assert words in str(rows["audio.cue"].found)


def test_a_device_that_does_not_open(options: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    found = OutputScan((_device("not really there", default=True),))
    monkeypatch.setattr(sound_findings, "list_outputs", lambda: found)
    wanted = options("--device", "not really there")
    rows = by_key(sound_findings.output_findings(wanted, tone=False))
    assert rows["audio.device"].level == "bad"
    # Beside a show that plays on it, that is no trouble.
    rows = by_key(sound_findings.output_findings(wanted, tone=True, playing="it"))
    assert str(rows["audio.device"].found) == "the show plays on it"
    assert rows["audio.tone"].level == "off"
    assert "listen" in str(rows["audio.tone"].remedy)


def test_the_tone_goes_through_the_engine_to_the_device(jack_of: Any, options: Any) -> None:
    jack_of(256)
    wanted = options("--device", "system")
    rows = by_key(sound_findings.output_findings(wanted, tone=True))
    assert rows["audio.device"].level in ("ok", "warn")  # a busy machine may come late
    assert "256 frames a block" in str(rows["audio.device"].found)
    assert str(rows["audio.tone"].found) == "440 Hz for 1.2 s was played"
    assert "audio.priority" in rows


def test_a_sound_set_that_cannot_play(options: Any, tmp_path: Path) -> None:
    (row,) = sound_findings.sound_set_findings(options("--sounds", str(tmp_path / "nowhere")))
    assert row.level == "bad"
    assert "nowhere" in str(row.found)


# -- Kafka ----------------------------------------------------------------------------------

OK = ConnectionState(Link.CONNECTED, 0, verbatim("Connected to Kafka at k:9092, topic t."))


def _probe(**changes: Any) -> dict[str, CheckFinding]:
    found = ProbeResult(OK, ("k:9092",), 4, 1203, 0, 3_100)
    return by_key(kafka_findings.findings_of(replace(found, **changes), "t"))


def test_what_a_healthy_topic_looks_like() -> None:
    rows = _probe()
    assert str(rows["kafka"].found) == "Connected to Kafka at k:9092, topic t. 1 broker: k:9092"
    assert str(rows["kafka.topic"].found) == "4 partitions, 1,203 records"
    assert str(rows["kafka.message"].found) == "the last one is 3.1 s old"
    assert rows["kafka.clock"].level == "off"


@pytest.mark.parametrize(
    ("changes", "key", "level", "words"),
    [
        ({"records": 0}, "kafka.topic", "ok", "nobody has written yet"),
        ({"age_ms": 7_200_000 * 3}, "kafka.message", "ok", "6 h old: a quiet room"),
        ({"age_ms": None}, "kafka.message", "warn", "no usable time"),
        ({"clock_difference_ms": 120}, "kafka.clock", "ok", "agree within 120 ms"),
        ({"clock_difference_ms": 5_000}, "kafka.clock", "warn", "producers are 5.0 s ahead"),
        ({"clock_difference_ms": -900}, "kafka.clock", "warn", "come 0.9 s after their time"),
        ({"partitions": 1}, "kafka.topic", "ok", "1 partition, "),
    ],
)
def test_topics(changes: dict[str, Any], key: str, level: str, words: str) -> None:
    row = _probe(**changes)[key]
    assert row.level == level
    assert words in str(row.found)


@pytest.mark.parametrize("link", [link for link in Link if link is not Link.CONNECTED])
def test_every_trouble_is_said(link: Link) -> None:
    rows = tuple(
        kafka_findings.findings_of(
            ProbeResult(ConnectionState(link, 0, verbatim("It is so.")), ("k",)), "t"
        )
    )
    assert any(str(row.found) == "It is so." for row in rows)
    assert worst_level(rows) == ("warn" if link is Link.TOPIC_MISSING else "bad")
    assert kafka_findings.usable(rows) == (link is Link.TOPIC_MISSING)


def test_a_kafka_that_is_configured_must_be_there(options: Any) -> None:
    wanted = options("--bootstrap-servers", "127.0.0.1:1")
    (row,) = preflight.kafka_findings(wanted, PreflightScope())
    assert row.level == "bad"
    assert str(row.found) == "Nothing listens at 127.0.0.1:1: connection refused."


# -- the worker -----------------------------------------------------------------------------


def test_rows_come_one_by_one(options: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, looks = threading.Semaphore(0), []

    def one_by_one(_options: Any, look: PreflightScope) -> Any:
        looks.append(look)
        for level in ("ok", "warn"):
            gate.acquire()
            yield CheckFinding(level, level, "T", "f")

    monkeypatch.setattr(check_worker, "run_preflight", one_by_one)
    checks = CheckWorker(options())

    def state() -> Any:
        return checks.complete_state(WorkersState(), _Silent()).checks  # type: ignore[arg-type]

    checks.start()
    checks.send(RunChecks(tone=True))
    wait_for(lambda: state().running)
    gate.release()
    wait_for(lambda: len(state().findings) == 1)
    assert state().running
    gate.release()
    wait_for(lambda: not state().running)
    assert (state().level, len(state().findings)) == ("warn", 2)
    assert looks[0].tone
    checks.close()


class _Silent:
    """A snapshot, as far as the worker looks at it."""

    class engine:
        state, device = "silent", "null"


def test_a_drive_that_is_gone_is_no_endless_look(
    options: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows not even the root of a missing drive exists."""
    monkeypatch.setattr(Path, "exists", lambda _path, **_: False)
    monkeypatch.setattr(Path, "is_dir", lambda _path, **_: False)
    (finding,) = preflight.state_findings(options())
    assert finding.level == "bad"

"""Nothing that strangers wrote reaches a terminal raw: names, texts, file names, options."""

from __future__ import annotations

import io
import json
import logging
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mwk_desktop.app.line_printer import LinePrinter
from mwk_desktop.app.wiring.program_log import JsonLines
from mwk_desktop.cli.main import run
from mwk_desktop.cli.standard_streams import LossyStderr
from mwk_desktop.terminal_text import (
    BIDI_CONTROLS,
    EscapingStream,
    ProgressStream,
    RawText,
    escape_controls,
    safe,
)
from tests.support import T0_MS, envelope, status, votes, write_lines

HOSTILE = "\x1b[2J\x07\r\x00\u202e\x9b31m\x7f\u2066x\u2028y"
CASE = Path(__file__).parents[1] / "fixtures" / "cases" / "terminal-escapes.jsonl"
Streams = Callable[..., tuple[str, str]]


def dangerous(text: str) -> set[str]:
    """The characters of a text that no terminal may get."""
    return {
        char
        for char in text
        if (unicodedata.category(char) == "Cc" and char != "\n")
        or char in BIDI_CONTROLS
        or char in "\u2028\u2029"
    }


@pytest.fixture
def streams(capfdbinary: pytest.CaptureFixture[bytes]) -> Streams:
    """Runs the program; returns what it wrote, which must be harmless."""

    def run_and_read(*arguments: object, codes: tuple[int, ...] = (0,)) -> tuple[str, str]:
        assert run([*map(str, arguments)]) in codes
        out, err = (text.decode() for text in capfdbinary.readouterr())
        assert dangerous(out) == set()
        assert dangerous(err) == set()
        return out, err

    return run_and_read


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    lines = votes(["drum", "pad", "drum"])
    tweet = status(f"drum {HOSTILE}", f"eve{HOSTILE}", id_=99, created_ms=T0_MS)
    tweet["User"]["Name"] = HOSTILE
    lines.append(envelope(tweet, T0_MS + 900, offset=99))
    return write_lines(tmp_path / "rec.jsonl", lines)


def test_names_of_a_replay_hold_no_escapes(streams: Streams) -> None:
    out, _ = streams("replay", CASE, "--headless", "--speed", "max")
    for name in ("\\x1b[31mred", "\\x1b]0;title\\x07", "\\x9b31mC1", "\\u202ertl", "nl\\nline2"):
        assert name in out


def test_the_board_of_a_replay(recording: Path, streams: Streams) -> None:
    out, _ = streams("replay", recording, "--headless", "--speed", "max")
    assert "eve\\x1b[2J\\x07\\r\\x00\\u202e" in out
    assert out.count("\n") == len(out.splitlines())  # a name turns no line


def test_json_stays_json(recording: Path, streams: Streams) -> None:
    out, _ = streams("replay", recording, "--headless", "--speed", "max", "--json")
    summary = json.loads(out.splitlines()[-1])
    assert f"eve{HOSTILE}" in [leader["name"] for leader in summary["leaderboard"]]


@pytest.mark.parametrize(
    "name", ["a\x1b[31m.jsonl", "b\u202egnp.jsonl", "c\x9b.jsonl", "d\r.jsonl"]
)
def test_names_of_files(tmp_path: Path, streams: Streams, name: str) -> None:
    missing = tmp_path / name
    for verb in (
        ("replay", missing, "--headless", "--speed", "max"),
        ("bounce", missing, "-o", tmp_path / "x.wav"),
        ("sql", "SELECT 1", missing),
        ("sounds", missing),
    ):
        _, err = streams(*verb, codes=(2,))
        assert escape_controls(name) in err or safe(name) in err
    path = write_lines(tmp_path / name, votes(["drum"]))
    streams("replay", path, "--headless", "--speed", "max")
    path.write_text("no recording\n")
    streams("replay", path, "--headless", "--speed", "max", codes=(0, 2))


def test_shows_settings_and_options(tmp_path: Path, streams: Streams) -> None:
    folder = tmp_path / f"state{HOSTILE.replace(chr(0), '')}"
    out, _ = streams("live", "--list-shows", "--state-dir", folder)
    assert "\\u001b[2J" in out
    config = tmp_path / "x\x1b]0;title\x07.toml"
    config.write_text('[show]\n"quan\\u001b[31mtize" = 1\n')
    streams("check", "--headless", "--config", config, codes=(2,))
    for arguments in ([f"--{HOSTILE}"], [HOSTILE], ["tweet", "x", f"--{HOSTILE}"]):
        streams(*arguments, codes=(2,))
    streams("crowd", "--profile", HOSTILE, codes=(2,))
    streams("record", "-o", tmp_path / "x.jsonl", "--since", HOSTILE, codes=(2,))


def test_a_sound_set(tmp_path: Path, streams: Streams) -> None:
    import numpy as np
    import soundfile

    folder = tmp_path / "set\u202e\x1b[5m"
    (folder / "drum").mkdir(parents=True)
    (folder / "kazoo\x1b[0m").mkdir()
    tone = 0.1 * np.sin(np.arange(180_000) / 10)
    soundfile.write(folder / "drum" / "a\u202eb.wav", tone, 48_000)
    (folder / "set.toml").write_text(
        'name = "N\\u001b[1m\\u202e"\nauthor = "\\u009b"\n[aliases]\ndrum = ["pad\\u0007"]\n'
    )
    out, _ = streams("sounds", folder)
    assert "\\u202e" in out
    out, _ = streams("sounds", folder, "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert lines[-1]["name"] == "N\x1b[1m\u202e"
    assert lines[0]["name"] == "drum/a\u202eb.wav"


@pytest.mark.parametrize("form", [(), ("--json",), ("--bars",)])
def test_answers(recording: Path, streams: Streams, form: tuple[str, ...]) -> None:
    streams("sql", "SELECT screen_name, text, 1 AS n FROM tweets", recording, *form)
    streams("sql", f"SELECT 1 AS {HOSTILE}".replace("\0", ""), recording, *form, codes=(2,))


def test_csv_in_a_file_is_the_data(recording: Path, capfdbinary: Any) -> None:
    assert run(["sql", "SELECT screen_name FROM tweets", str(recording), "--csv"]) == 0
    assert f"eve{HOSTILE}".encode() in capfdbinary.readouterr().out


# -- the mechanism -------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@given(st.text(st.characters()))
@example(HOSTILE)
def test_no_control_passes_a_stream(text: str) -> None:
    terminal = Terminal()
    stream = EscapingStream(terminal)
    print(text, file=cast(io.TextIOBase, stream))
    stream.writelines([text, text])
    print(text, file=cast(io.TextIOBase, LossyStderr(cast(Any, stream))), end="")
    assert dangerous(terminal.getvalue()) == set()
    assert terminal.getvalue().isascii() >= text.isascii()


@given(st.text(st.characters()))
@example(HOSTILE)
def test_json_means_the_same_when_escaped(text: str) -> None:
    line = json.dumps({"text": text}, ensure_ascii=False)
    escaped = escape_controls(line)
    assert dangerous(escaped) == set()
    assert "\n" not in escaped
    assert json.loads(escaped) == {"text": text}


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"])))
@example("naïve 漢字 👩\u200d🎤 é\u0301\nnext line\u202f€")
def test_ordinary_text_is_not_touched(text: str) -> None:
    assert escape_controls(text) == text


@given(st.text(st.characters()))
def test_a_safe_text_is_one_line(text: str) -> None:
    assert dangerous(safe(text)) == set()
    assert "\n" not in safe(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters()))
@example(text=HOSTILE)
def test_no_control_passes_the_printer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    terminal = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", terminal)
        LinePrinter().print_line(text)
    assert dangerous(terminal.getvalue()) == set()


def test_our_own_sequences_pass() -> None:
    terminal = Terminal()
    stream = EscapingStream(terminal)
    stream.write(RawText("\r\x1b[K"))
    ProgressStream(cast(Any, stream)).write("\r50 %\x1b[2J")
    assert terminal.getvalue() == "\r\x1b[K\r50 %\\u001b[2J"
    assert stream.isatty()


@given(st.text(st.characters(codec="utf-8")))
@example(HOSTILE)
def test_the_log_is_harmless_json(text: str) -> None:
    record = logging.LogRecord("mwk_desktop.x", logging.INFO, "", 0, "%s", (text,), None)
    line = JsonLines().format(record)
    assert dangerous(line) == set()
    assert json.loads(line)["message"] == text

"""The log of a show, and what goes into a bug report."""

from __future__ import annotations

import json
import logging
import os
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.verbs.bug_report import write_bug_report
from mwk_desktop.app.wiring import program_log
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.show.workers_state import CheckFinding


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Options:
    config = tmp_path / "mwk.toml"
    config.write_text('[kafka]\nsasl.username = "monty"\nsasl.password = "spam-and-eggs"\n')
    args = ["replay", "a.jsonl", "--config", str(config), "--state-dir", str(tmp_path / "state")]
    return options_of(parser().parse_args(args))


def lines_of(options: Options) -> list[dict[str, Any]]:
    text = program_log.log_path(options.state_dir).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_it_begins_with_what_runs_and_holds_no_secret(options: Options) -> None:
    with program_log.keep_program_log(options):
        logging.getLogger("mwk_desktop.engine").info("said by %s", "the engine")
        logging.getLogger("mwk_desktop.engine").debug("too much")
        logging.getLogger("mwk_desktop").info("a name that is no UTF-8: %s", "\udcff.jsonl")
    lines = lines_of(options)
    messages = [line["message"] for line in lines]
    odd = "a name that is no UTF-8: \udcff.jsonl"
    assert messages == ["begins", "said by the engine", odd, "ends"]
    assert lines[0]["settings"]["kafka"]["sasl.username"] == "monty"
    assert "spam-and-eggs" not in program_log.log_path(options.state_dir).read_text("utf-8")


def test_the_end_and_a_failed_thread_are_told(options: Options) -> None:
    def fail() -> None:
        raise RuntimeError("boom")

    def run() -> None:
        with program_log.keep_program_log(options):
            thread = threading.Thread(target=fail, name="windmill")
            thread.start()
            thread.join()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    failed, ended = lines_of(options)[1:3]
    assert "windmill" in failed["message"]
    assert "RuntimeError: boom" in failed["trace"]
    assert ended["message"] == "ended by KeyboardInterrupt"
    assert "trace" not in ended


def test_it_does_not_grow_for_ever(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program_log, "MAX_BYTES", 2_000)
    with program_log.keep_program_log(options):
        for number in range(200):
            logging.getLogger("mwk_desktop").warning("line %d", number)
    files = sorted((options.state_dir / program_log.FOLDER).iterdir())
    assert len(files) == program_log.BACKUPS + 1
    assert all(path.stat().st_size <= 2_000 for path in files)


def test_without_a_folder_the_show_goes_on(
    options: Options, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    options.state_dir.parent.mkdir(exist_ok=True)
    options.state_dir.write_text("a file")
    with caplog.at_level(logging.INFO), program_log.keep_program_log(options):
        pass
    assert "no log is kept" in caplog.text
    assert not capsys.readouterr().err


def test_a_bundle_has_everything_and_no_secret(options: Options, tmp_path: Path) -> None:
    with program_log.keep_program_log(options):
        pass
    path = tmp_path / "report.zip"
    rows = [CheckFinding("disk", "warn", "Disk", "1 h left", "Delete something.")]
    write_bug_report(options, path, rows)
    with zipfile.ZipFile(path) as zipped:
        texts = {name: zipped.read(name).decode() for name in zipped.namelist()}
    assert set(texts) >= {"versions.json", "settings.json", "checks.json", "logs/mwk.log"}
    assert "confluent-kafka" in json.loads(texts["versions.json"])
    assert json.loads(texts["checks.json"])[0]["remedy"] == "Delete something."
    assert not any("spam-and-eggs" in text for text in texts.values())


def test_a_bundle_that_cannot_be_written_is_named(options: Options, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"--bundle .*nowhere"):
        write_bug_report(options, tmp_path / "nowhere" / "a.zip", [])


def test_a_bundle_names_files_whose_names_are_not_utf_8(options: Options, tmp_path: Path) -> None:
    options.state_dir.mkdir()
    (options.state_dir / os.fsdecode(b"show-\xff.jsonl")).touch()
    path = tmp_path / "report.zip"
    write_bug_report(options, path, [])
    with zipfile.ZipFile(path) as zipped:
        assert b"show-" in zipped.read("state-folder.json")
    assert [each.name for each in tmp_path.glob("report*")] == ["report.zip"]


def test_a_bundle_takes_a_log_from_before_1980(options: Options, tmp_path: Path) -> None:
    """A laptop whose clock begins in 1970 wrote it."""
    log = program_log.log_path(options.state_dir)
    log.parent.mkdir(parents=True)
    log.write_text("{}\n")
    os.utime(log, (0, 0))
    write_bug_report(options, tmp_path / "report.zip", [])
    with zipfile.ZipFile(tmp_path / "report.zip") as zipped:
        assert zipped.read("logs/mwk.log") == b"{}\n"

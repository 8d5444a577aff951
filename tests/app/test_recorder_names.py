"""Each show is recorded to a file of its own, also when several begin in one second."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.wiring.wall_clock_show import open_recorder
from mwk_desktop.clock import HeldClock
from tests.support import T0_MS


class Options:
    def __init__(self, state_dir: Path, *, headless: bool = False) -> None:
        self.state_dir = state_dir
        self.headless = headless


@pytest.mark.parametrize("headless", [False, True])
def test_no_show_writes_over_another(tmp_path: Path, headless: bool) -> None:
    options: Any = Options(tmp_path, headless=headless)
    clock: Any = HeldClock(T0_MS)
    recorders = [open_recorder(options, clock) for _ in range(3)]
    for number, recorder in enumerate(recorders):
        assert recorder is not None
        recorder.write_show({"type": "start", "number": number}, T0_MS)
        recorder.close()
        assert not recorder.problem
    files = sorted((tmp_path / "recordings").iterdir())
    assert len(files) == 3
    assert all(file.name.endswith(".jsonl.zst") and file.stat().st_size for file in files)


def test_a_folder_that_takes_no_file_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "recordings").write_text("in the way")
    options: Any = Options(tmp_path)
    clock: Any = HeldClock(T0_MS)
    assert open_recorder(options, clock) is None
    assert "not recorded" in capsys.readouterr().err

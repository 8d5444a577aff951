"""The page beside a show without a browser: where it refuses, and what cannot be served."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.show.commands import ServePage, SetVoting
from tests.app.page_shows import begin, browser_of_old, served, vote_by
from tests.engine.conftest import _children_start_like_the_app
from tests.support import votes, wait_for, write_lines

__all__ = ["_children_start_like_the_app", "begin"]

ROOT = Path(__file__).parents[2]


def test_in_a_replay_it_refuses_and_a_live_show_would_open_it(
    begin: Callable[..., ShowHost], tmp_path: Path
) -> None:
    show_host = begin("--page", "127.0.0.1:0")
    url = served(show_host)
    opener, token = browser_of_old(url)
    assert vote_by(opener, url, token, "drum")["code"] == "sent"
    recording = write_lines(tmp_path / "show.jsonl", votes(["drum", "pad"] * 10))
    show_host.open_recording(recording)
    wait_for(lambda: show_host.snapshot().source.kind == "replay")
    wait_for(lambda: vote_by(opener, url, token, "drum")["code"] == "replay")
    page = show_host.snapshot().workers.page
    assert page is not None
    assert not page.open
    assert "no votes" in str(page.problem)
    assert show_host.snapshot().counts.tweets <= 20
    with opener.open(url, timeout=60) as response:
        assert "A recording is playing" in response.read().decode()


def test_it_is_served_when_it_is_asked_for_later(
    begin: Callable[..., ShowHost], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MWK_PAGE__PORT", "0")
    monkeypatch.setenv("MWK_PAGE__HOST", "127.0.0.1")
    show_host = begin()
    page = show_host.snapshot().workers.page
    assert page is not None
    assert (page.address, str(page.problem)) == ("", "")
    assert {"ServePage", "SetVoting"} <= set(show_host.snapshot().workers.offers)
    show_host.send(SetVoting(False))
    show_host.send(ServePage(True))
    url = served(show_host)
    opener, token = browser_of_old(url)
    assert vote_by(opener, url, token, "drum")["code"] == "closed"
    show_host.send(SetVoting(True))
    wait_for(lambda: vote_by(opener, url, token, "drum")["code"] == "sent")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--page", "198.51.100.77:80"], "no such address"),
        (["--page", "replay"], "HOST:PORT"),
        (["page", "127.0.0.1:99999"], "65535"),
        (["page", "--partitions", "0"], "--partitions"),
    ],
)
def test_what_cannot_be_served_is_one_line(arguments: list[str], word: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mwk_desktop", "--headless", "--device", "null", *arguments],
        capture_output=True, text=True, cwd=ROOT, timeout=120,
        env={**os.environ, "MWK_STATE_DIR": str(tmp_path), "MWK_CONFIG": str(_empty(tmp_path))},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert word in done.stderr


def _empty(folder: Path) -> Path:
    path = folder / "mwk.toml"
    path.touch()
    return path

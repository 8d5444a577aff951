"""Shows with the audience's page beside them, and how a program votes there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest

from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.app.wiring.show_resources import open_resources
from mwk_desktop.app.wiring.start_demo import prepare_demo
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.app.workers.page_worker import PageWorker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from tests.support import wait_for

WINDOW_MS = 3_750
NO_CROWD = 1e-6


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., ShowHost]]:
    """Begins a show with its page, as the command line does."""
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mwk.toml").touch()
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    with ExitStack() as around:

        def begin(*arguments: str, recording: Path | None = None) -> ShowHost:
            verb = ["replay", str(recording)] if recording else []
            command = [*verb, "--device", "null", "--headless", "--window-ms", str(WINDOW_MS)]
            options = options_of(parser().parse_args([*command, *arguments]))
            resources = open_resources(options)
            if recording is not None:
                prepared = prepare_replay(options, resources, recording)
            else:
                prepared = prepare_demo(options, resources, "calm", NO_CROWD, 1)
            host = ShowHost(lambda path: prepare_replay(options, resources, path))
            around.callback(host.close)
            host.start(prepared, [resources.outputs, PageWorker(options, resources.votes)])
            return host

        yield begin


def served(show_host: ShowHost) -> str:
    wait_for(lambda: show_host.snapshot().workers.page.address)  # type: ignore[union-attr]
    page = show_host.snapshot().workers.page
    assert page is not None
    return page.address


def browser_of_old(url: str) -> tuple[Any, str]:
    """A client with a cookie jar, and the token of its form."""
    opener = build_opener(HTTPCookieProcessor())
    with opener.open(url, timeout=60) as response:
        found = re.search(r'name="token" value="([^"]+)"', response.read().decode())
    assert found is not None
    return opener, found[1]


def vote_by(opener: Any, url: str, token: str, instrument: str) -> dict[str, Any]:
    form = urlencode({"token": token, "instrument": instrument}).encode()
    request = Request(f"{url}/vote", form, {"Accept": "application/json"})
    from urllib.error import HTTPError

    try:
        with opener.open(request, timeout=60) as response:
            return dict(json.loads(response.read()))
    except HTTPError as error:
        with error:
            return dict(json.loads(error.read()))

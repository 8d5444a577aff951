"""Figures for Prometheus, and results as JSON, as a scraper gets them."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from mwk_desktop.app.metrics_server import Figure, MetricsServer
from mwk_desktop.app.run_options import BadInput
from mwk_desktop.app.workers.metrics_worker import show_figures
from mwk_desktop.cli.main import run
from tests.controls.stands import still_snapshot

ROOT = Path(__file__).resolve().parents[2]


def figures() -> Iterator[Figure]:
    yield Figure.single("mwk_tweets_total", "Tweets.", "counter", 12)
    yield Figure("mwk_lag_records", "Lag.", "gauge", {(("partition", "0"),): 3})
    yield Figure("mwk_commit_seconds", "Commits.", "summary", {(): (4, 0.5)})


@pytest.fixture
def server() -> Iterator[MetricsServer]:
    reads: dict[str, Any] = {"/tops": lambda: {"tops": ["drum"]}, "/users": lambda: None}
    started = MetricsServer(("127.0.0.1", 0), figures, reads)
    yield started
    started.close()


def get(server: MetricsServer, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=60) as found:
            return found.status, found.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_scrape_is_what_prometheus_reads(server: MetricsServer) -> None:
    status, text = get(server, "/metrics")
    assert status == 200
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert samples["mwk_tweets_total",] == 12
    assert samples["mwk_lag_records", "0"] == 3
    assert samples["mwk_commit_seconds_count",] == 4
    assert samples["mwk_commit_seconds_sum",] == 0.5
    assert samples["process_resident_memory_bytes",] > 0


def test_a_show_tells_the_lag_of_each_partition_and_how_often_its_engine_was_replaced() -> None:
    show = still_snapshot()
    live = replace(
        show,
        source=replace(show.source, lag=7, lags={0: 3, 5: 4}),
        engine=replace(show.engine, restarts=2),
    )
    told = {figure.name: dict(figure.samples) for figure in show_figures(live)}
    assert told["mwk_lag_records"] == {(("partition", "0"),): 3, (("partition", "5"),): 4}
    assert told["mwk_engine_restarts_total"] == {(): 2}
    assert "mwk_lag_records" not in {figure.name for figure in show_figures(show)}


def test_results_are_json_and_what_is_not_known_is_said(server: MetricsServer) -> None:
    assert get(server, "/tops") == (200, json.dumps({"tops": ["drum"]}))
    assert get(server, "/users") == (503, "null")
    status, text = get(server, "/other")
    assert (status, text) == (404, "no /other here: /metrics, /tops, /users\n")


def test_a_port_that_is_taken_is_one_line(server: MetricsServer) -> None:
    with pytest.raises(BadInput, match=f"--metrics 127.0.0.1:{server.port}: "):
        MetricsServer(("127.0.0.1", server.port), figures)


@pytest.mark.parametrize("given", ["", "host", "1.2.3.4:", "1.2.3.4:99999"])
def test_an_address_that_is_none(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["live", "--metrics", given]) == 2
    error = capsys.readouterr().err
    assert error.startswith("mwk live: --metrics ")
    assert ": HOST:PORT or PORT up to 65535" in error


def test_the_dashboard_asks_for_metrics_that_there_are() -> None:
    board = json.loads((ROOT / "packaging" / "grafana" / "mwk.json").read_text())
    asked = {
        name
        for panel in board["panels"]
        for target in panel["targets"]
        for name in re.findall(r"mwk_\w+", target["expr"])
    }
    assert len(asked) > 10
    names = {"late", "malformed", "duplicates", "votes", "capped", "tweets"}
    given = {f"mwk_{name}_total" for name in names}
    given |= {
        f"mwk_{name}_seconds_{part}" for name in ("commit", "merge") for part in ("sum", "count")
    }
    sources = (
        "app/workers/metrics_worker.py", "app/verbs/serve_page.py",
        "app/verbs/run_streams.py",
    )  # fmt: skip
    for source in sources:
        text = (ROOT / "mwk_desktop" / source).read_text()
        given |= set(re.findall(r"mwk_\w+", text))
    assert asked <= given, asked - given

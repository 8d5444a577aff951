"""A program's figures for Prometheus, and a show's results as JSON, by HTTP.

Threads: the server answers on threads of its own. Each answer asks the functions given, which must
not wait. Names follow Prometheus' conventions: base units, ``_total`` for what only grows.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.messages import message

METRICS: Final = "/metrics"

Labels = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric.

    Attributes
    ----------
    kind
        ``counter`` only grows (its name ends in ``_total``), ``gauge`` is a state, ``summary``
        holds (how many, their sum in seconds).
    samples
        Values by labels; a metric without labels has one, with none.
    """

    name: str
    text: str
    kind: Literal["counter", "gauge", "summary"]
    samples: Mapping[Labels, float | tuple[int, float]] = field(default_factory=dict)

    @classmethod
    def single(
        cls, name: str, text: str, kind: Literal["counter", "gauge"], value: float
    ) -> Figure:
        """A metric without labels."""
        return cls(name, text, kind, {(): value})


class _Collector:
    """What prometheus_client asks at each scrape."""

    def __init__(self, figures: Callable[[], Iterable[Figure]]) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Any]:
        """The figures, as the library's families."""
        from prometheus_client.core import (
            CounterMetricFamily,
            GaugeMetricFamily,
            SummaryMetricFamily,
        )

        families = {
            "counter": CounterMetricFamily,
            "gauge": GaugeMetricFamily,
            "summary": SummaryMetricFamily,
        }
        for figure in self._figures():
            names = [name for name, _ in next(iter(figure.samples), ())]
            family = families[figure.kind](figure.name, figure.text, labels=names)
            for labels, value in figure.samples.items():
                values = [text for _, text in labels]
                if isinstance(value, tuple):
                    family.add_metric(values, count_value=value[0], sum_value=value[1])
                else:
                    family.add_metric(values, value)
            yield family


class MetricsServer:
    """Serves ``/metrics``, and JSON at other paths.

    Parameters
    ----------
    address
        Host and port; port 0: a free one.
    figures
        Asked at each scrape.
    reads
        Path (``/charts``) to the function that gives what is served there.

    Raises
    ------
    BadInput
        Nothing can listen there.
    """

    def __init__(
        self,
        address: tuple[str, int],
        figures: Callable[[], Iterable[Figure]],
        reads: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        from prometheus_client import CollectorRegistry, GCCollector, ProcessCollector

        registry = CollectorRegistry()
        registry.register(_Collector(figures))
        ProcessCollector(registry=registry)
        GCCollector(registry=registry)
        host, port = address
        try:
            family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            self._server = _MetricsHttpServer(place[:2], _handler_of(registry, reads or {}), family)
        except (OSError, OverflowError) as error:
            raise BadInput(
                message(
                    "--metrics {address}: {reason}",
                    address=f"{host}:{port}",
                    reason=getattr(error, "strerror", "") or str(error),
                )
            ) from None
        self._thread = threading.Thread(
            target=self._server.serve_forever, name="metrics", daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _MetricsHttpServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(
        self, place: Any, handler: type[BaseHTTPRequestHandler], family: socket.AddressFamily
    ) -> None:
        self.address_family = family
        super().__init__(place, handler)


def _handler_of(
    registry: Any, reads: Mapping[str, Callable[[], object]]
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """One request."""

        timeout = 10

        def do_GET(self) -> None:
            from prometheus_client.exposition import choose_encoder

            path = urlsplit(self.path).path.rstrip("/") or METRICS
            if path == METRICS:
                encode, kind = choose_encoder(self.headers.get("Accept", ""))
                self._answer(encode(registry), kind)
            elif path in reads:
                found = reads[path]()
                status = HTTPStatus.OK if found is not None else HTTPStatus.SERVICE_UNAVAILABLE
                text = json.dumps(found, ensure_ascii=False)
                self._answer(text.encode(), "application/json; charset=utf-8", status)
            else:
                known = ", ".join([METRICS, *reads])
                self._answer(
                    f"no {path} here: {known}\n".encode(), "text/plain", HTTPStatus.NOT_FOUND
                )

        def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: a scrape every few seconds is no news."""

    return Handler

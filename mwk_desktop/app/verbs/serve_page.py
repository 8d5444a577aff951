"""`mwk page`: serves the audience's page in front of Kafka, without a show on this computer.

Threads: the main thread waits and prints figures once a second; the page and the inlet have their
own threads.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from mwk_desktop.app.metrics_server import Figure, MetricsServer
from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.room_setup import VOTERS, page_key, room_code
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import presenter_text, print_stderr
from mwk_desktop.app.workers.metrics_worker import inlet_figures
from mwk_desktop.app.workers.page_worker import page_rules, page_word_list
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.messages import message_of, plural_message
from mwk_desktop.sources.page.page_address import listen
from mwk_desktop.sources.page.show_facts import LOST, OPEN, PageError, ShowFacts
from mwk_desktop.terminal_text import RawText, escape_controls

if TYPE_CHECKING:
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
    from mwk_desktop.sources.page.page_process import PageProcess

TELL_S: Final = 1.0
QUIET: Final = 2
"""Light modules around a QR code on a terminal; a camera needs them to find its edge."""


def serve_page(options: Options, partitions: int) -> int:
    """Serve the page until the time is over or Ctrl+C; returns 1 if votes did not reach Kafka.

    Raises
    ------
    BadInput
        The page cannot listen there, there is no Kafka, or a setting of ``[kafka]`` is refused.
    """
    from mwk_desktop.app.wiring.connection_lines import ConnectionLines, cannot_begin
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic
    from mwk_desktop.kafka.tweet_producer import ProduceError
    from mwk_desktop.sources.page.page_process import PageProcess

    settings = options.settings
    words = page_word_list(settings.page)
    with ExitStack() as stack:
        stack.enter_context(options.lines.running())
        try:
            sockets = listen(settings.page.host, settings.page.port)
        except PageError as error:
            raise BadInput(message_of(error)) from None
        for each in sockets:
            stack.callback(each.close)
        try:
            ensure_topic(settings.kafka, settings.topics.input, partitions=partitions)
            inlet = KafkaInlet(
                settings.kafka,
                settings.topics.input,
                client_id="mwk-page",
                on_state=ConnectionLines(),
            )
        except KafkaSettingError as error:
            raise BadInput(message_of(error)) from error
        except TopicError as error:
            raise cannot_begin(error) from None
        stack.callback(inlet.abandon)
        inlet.start()

        def show_facts() -> ShowFacts:
            there = inlet.state.link in (Link.CONNECTED, Link.CONNECTING)
            return ShowFacts(OPEN if there else LOST, hashtag=settings.show.hashtag)

        page = PageProcess(
            show_facts,
            page_key(options),
            sockets,
            host=settings.page.host,
            public_url=settings.page.address,
            rules=page_rules(settings.page),
            words=words,
            room=room_code(options),
            voters=options.state_dir / VOTERS,
        )
        stack.callback(page.stop)
        page.start(inlet)
        if options.metrics is not None:
            figures = partial(page_figures, page, inlet)
            stack.callback(MetricsServer(options.metrics, figures).close)
        if not options.json:
            _print_address(options, page)
        with suppress(KeyboardInterrupt):
            _watch(options, page, inlet)
        page.stop()
        lost = False
        try:
            inlet.close()
        except ProduceError as error:
            print_stderr(message_of(error))
            lost = True
        _print_figures(options, page, inlet, "summary")
    return 1 if lost or page.state.link == "failed" else 0


def _watch(options: Options, page: PageProcess, inlet: KafkaInlet) -> None:
    """Wait until the time is over, or until the page fails."""
    ends_s = time.monotonic() + (options.exit_after_s or float("inf"))
    told_s = time.monotonic()
    code = page.room_code
    while time.monotonic() < ends_s and page.state.link != "failed":
        time.sleep(min(0.1, max(0.0, ends_s - time.monotonic())))
        if time.monotonic() - told_s >= TELL_S:
            told_s += TELL_S
            page.refresh_address()
            if page.room_code != code:
                code = page.room_code
                if not options.json:
                    _print_address(options, page)
            _print_figures(options, page, inlet, "page")


def _print_figures(options: Options, page: PageProcess, inlet: KafkaInlet, kind: str) -> None:
    counts, done = page.counts, inlet.deliveries
    if options.json:
        line: dict[str, Any] = {
            "type": kind,
            "address": page.url,
            "phones": counts.phones,
            "votes": counts.votes,
            "refused": counts.refused,
            "delivered": done.delivered,
            "failed": done.failed,
            "state": str(inlet.state.link),
            **({"code": page.room_code} if page.room_code else {}),
        }
        print_json(options, line)
    elif kind == "summary":
        text = plural_message(
            "{count} vote written, {refused} refused",
            "{count} votes written, {refused} refused",
            done.delivered,
            refused=counts.refused,
        )
        options.lines.print_line(presenter_text(text))
    elif sys.stderr.isatty():
        figures = f"{counts.phones:,} phones  {counts.votes:,} votes  {counts.refused:,} refused"
        sys.stderr.write(RawText(f"\r{escape_controls(figures)}   "))
        sys.stderr.flush()


def page_figures(page: PageProcess, inlet: KafkaInlet) -> Iterator[Figure]:
    """The page's metrics."""
    counts = page.counts
    yield Figure.single("mwk_page_phones", "Phones that are connected.", "gauge", counts.phones)
    yield Figure.single("mwk_page_votes_total", "Votes taken.", "counter", counts.votes)
    yield Figure.single("mwk_page_refused_total", "Votes refused.", "counter", counts.refused)
    yield from inlet_figures(inlet)


def _print_address(options: Options, page: PageProcess) -> None:
    """Print the page's address; on a terminal also its QR code."""
    if sys.stdout is not None and sys.stdout.isatty():
        options.lines.print_line("\n".join(qr_lines(page.qr)))
    code = page.room_code
    options.lines.print_line(f"{page.url}  {code}" if code else page.url)
    if not page.is_reachable:
        print_stderr(page.state.detail)


def qr_lines(rows: Sequence[str]) -> list[str]:
    """Draw a QR code in half blocks; light modules are painted, as most terminals are dark."""
    width = len(rows[0]) + 2 * QUIET
    light = ["0" * width] * QUIET
    padded = [*light, *(f"{'0' * QUIET}{row}{'0' * QUIET}" for row in rows), *light]
    if len(padded) % 2:
        padded.append("0" * width)
    blocks = {"00": "█", "01": "▀", "10": "▄", "11": " "}
    return [
        "".join(blocks[upper + lower] for upper, lower in zip(top, bottom, strict=True))
        for top, bottom in zip(padded[::2], padded[1::2], strict=True)
    ]

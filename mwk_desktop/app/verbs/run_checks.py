"""`mwk check`: checks everything a show needs before it begins."""

from __future__ import annotations

from pathlib import Path

from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import presenter_text
from mwk_desktop.app.verbs.bug_report import write_bug_report
from mwk_desktop.app.workers.preflight import PreflightScope, run_preflight
from mwk_desktop.messages import message, message_of
from mwk_desktop.show.workers_state import CheckFinding

EXIT_CODES = {"off": 0, "ok": 0, "warn": 3, "bad": 4}
LEVELS = {"off": "off", "ok": "ok", "warn": "amber", "bad": "red"}
"""The levels as JSON names them."""

WORDS = {
    "off": message("off"),
    "ok": message("ok"),
    "warn": message("amber"),
    "bad": message("red"),
}

TITLE_WIDTH = 20


def run_checks(options: Options, *, watch_s: float, tone: bool, bundle: Path | None) -> int:
    """Check everything and print a row each; the exit code is that of the worst.

    Raises
    ------
    BadInput
        A property of ``[kafka]`` is refused, or the bundle cannot be written.
    """
    _check_kafka_properties(options)
    if bundle is not None and not bundle.absolute().parent.is_dir():
        raise BadInput(message("{path}: its folder does not exist", path=f"--bundle {bundle}"))
    code = 0
    rows = []
    for finding in run_preflight(options, PreflightScope(watch_s=watch_s, tone=tone)):
        code = max(code, EXIT_CODES[finding.level])
        rows.append(finding)
        _print_finding(options, finding)
    if bundle is not None:
        write_bug_report(options, bundle, rows)
        if not options.json:
            text = message("{path}: for the bug report; it holds no secrets", path=str(bundle))
            options.lines.print_line(presenter_text(text))
    return code


def _check_kafka_properties(options: Options) -> None:
    """Raise ``BadInput`` for properties that Kafka's client does not know, as every verb does."""
    if not options.settings.kafka:
        return
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.clients import check_properties

    try:
        check_properties(options.settings.kafka)
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from error


def _print_finding(options: Options, finding: CheckFinding) -> None:
    """Print one row, as JSON or as text."""
    if options.json:
        line = {"type": "check", "name": finding.key, "level": LEVELS[finding.level]}
        line |= {
            "title": str(finding.title),
            "text": str(finding.found),
            "remedy": str(finding.remedy),
        }
        print_json(options, line)
        return
    words = {level: presenter_text(word) for level, word in WORDS.items()}
    width = max(5, *map(len, words.values()))
    word = words[finding.level]
    title, found = presenter_text(finding.title), presenter_text(finding.found)
    options.lines.print_line(f"{word:{width}}  {title:{TITLE_WIDTH}}  {found}")
    if finding.remedy:
        remedy = presenter_text(finding.remedy)
        options.lines.print_line(f"{'':{width}}  {'':{TITLE_WIDTH}}  -> {remedy}")

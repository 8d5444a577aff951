"""`mwk report`: the morning after, as one HTML file; and the counted rows as CSV and Parquet."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from mwk_desktop import platform
from mwk_desktop.analysis.report.report_facts import LoudnessPoint, ReportFacts
from mwk_desktop.analysis.report.report_page import write_report
from mwk_desktop.app.report_lines import print_json, progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.wiring.long_recordings import check_length_confirmed
from mwk_desktop.app.wiring.run_sounding import SoundingShow, run_sounding
from mwk_desktop.engine.audio_writer import AudioWriter
from mwk_desktop.engine.loudness_curve import CurveMeter, curve_step_ms, measure_curve
from mwk_desktop.engine.offline_render import render
from mwk_desktop.messages import language_of, message, message_of
from mwk_desktop.show.drivers.report_collector import ReportCollector
from mwk_desktop.units import SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What is wanted: the page, whether with sound and without names."""

    output: Path
    audio: bool = False
    anonymous: bool = False


def report_recording(options: Options, wanted: ReportOptions, path: Path) -> int:
    """Write the report of a recording."""
    _check_writable(wanted.output)
    language = language_of(options.settings.ui.language)
    collector = ReportCollector(anonymous=wanted.anonymous, language=language)
    sounding = run_sounding(options, path, collector)
    bounced = sounding.bounced
    if bounced is None:
        raise BadInput(
            message("{path}: holds no tweet, so there is nothing to report", path=str(path))
        )
    facts = collector.facts(path.name, bounced)
    if wanted.audio:
        check_length_confirmed(sounding.options, path, facts.length_ms)
    try:
        with ExitStack() as files:
            audio = None
            if wanted.audio:
                folder = files.enter_context(tempfile.TemporaryDirectory(prefix="mwk-report-"))
                audio = Path(folder) / "show.opus"
            facts = _with_loudness(sounding, facts, audio)
            _write_page(wanted.output, facts, language, audio)
    except OSError as error:
        raise BadInput(message_of(error)) from None
    size = wanted.output.stat().st_size
    if options.json:
        print_json(options, {"type": "report", "file": str(wanted.output), "bytes": size})
    else:
        options.lines.print_line(f"{wanted.output}: {size / 1e6:.1f} MB")
    return 0


def _check_writable(output: Path) -> None:
    """Find a wrong path before the work begins."""
    if output.suffix.lower() not in (".html", ".htm"):
        raise BadInput(message("{path}: the name must end in .html", path=str(output)))
    if output.is_dir():
        raise BadInput(message("{path}: is a folder; name a file in it", path=str(output)))
    folder = output.absolute().parent
    if not folder.is_dir():
        key = {"path": str(output), "folder": str(folder)}
        raise BadInput(message("{path}: {folder} does not exist; name a file in a folder", **key))
    if not os.access(folder, os.W_OK):
        raise BadInput(message("{path}: its folder cannot be written to", path=str(output)))


def _with_loudness(sounding: SoundingShow, facts: ReportFacts, audio: Path | None) -> ReportFacts:
    """Add the loudness curve; with ``audio`` the whole show is rendered into that file."""
    step_ms = curve_step_ms(facts.length_ms)
    if audio is None:
        count = facts.length_ms // step_ms
        values: list[float | None] = []
        with progress_bar("measuring", " points") as advance:
            for value in measure_curve(*sounding.plans(), step_ms):
                values.append(value)
                advance(len(values), count)
    else:
        meter = CurveMeter(SAMPLE_RATE_HZ, step_ms)
        with progress_bar("rendering", " frames") as advance:
            _render(sounding, audio, meter, advance)
        values = meter.values
    points = tuple(LoudnessPoint(n * step_ms, value) for n, value in enumerate(values))
    return replace(facts, loudness=points, loudness_step_ms=step_ms)


def _render(
    sounding: SoundingShow, audio: Path, meter: CurveMeter, advance: Callable[[int, int], None]
) -> None:
    plans = sounding.plans()
    end_frame, frame = plans[-1], 0
    with AudioWriter(audio, SAMPLE_RATE_HZ, sample_format="opus") as writer:
        for chunk in render(*plans):
            meter.add(chunk)
            writer.write(chunk)
            frame += len(chunk)
            advance(frame, end_frame)


def _write_page(output: Path, facts: ReportFacts, language: str, audio: Path | None) -> None:
    """Write the page; the file appears under its name only when it is complete."""
    handle, name = tempfile.mkstemp(
        prefix=f".{output.name}.", suffix=".part", dir=output.absolute().parent
    )
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            platform.current.set_default_mode(file.fileno())
            write_report(file, facts, language, audio)
        part.replace(output)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

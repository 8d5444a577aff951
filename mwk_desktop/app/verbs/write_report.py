"""`mwk report`: the morning after, as one HTML file; and the counted rows as CSV and Parquet."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from mwk_desktop import platform
from mwk_desktop.analysis.counted_rows import CountingRestarted, UserBlocked, counted_rows_of
from mwk_desktop.analysis.report.report_facts import LoudnessPoint, ReportFacts
from mwk_desktop.analysis.report.report_page import write_report
from mwk_desktop.analysis.report.table_export import TweetRows
from mwk_desktop.app.report_lines import print_json, progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.sound_setup import outline_music
from mwk_desktop.app.wiring.long_recordings import check_length_confirmed
from mwk_desktop.app.wiring.run_offline import run_offline
from mwk_desktop.app.wiring.run_sounding import SoundingShow, run_sounding
from mwk_desktop.engine.audio_writer import OPUS, AudioWriter
from mwk_desktop.engine.loudness_curve import (
    SHORT_TERM_MS,
    CurveMeter,
    curve_step_ms,
    measure_curve,
)
from mwk_desktop.engine.offline_render import render
from mwk_desktop.messages import language_of, message, message_of
from mwk_desktop.records.batch import Batch
from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.show.drivers.report_collector import ReportCollector
from mwk_desktop.topology.counting import ClosedWindow
from mwk_desktop.units import SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What is wanted: the page (with sound, without names), and folders for the rows' files."""

    output: Path | None = None
    audio: bool = False
    anonymous: bool = False
    csv: Path | None = None
    parquet: Path | None = None

    @property
    def targets(self) -> list[tuple[str, Path]]:
        """Kinds of files, and their folders."""
        kinds = (("csv", self.csv), ("parquet", self.parquet))
        return [(kind, folder) for kind, folder in kinds if folder is not None]


def report_recording(options: Options, wanted: ReportOptions, path: Path) -> int:
    """Write the report of a recording, its rows as files, or both."""
    _check_wanted(wanted)
    language = language_of(options.settings.ui.language)
    collector = ReportCollector(anonymous=wanted.anonymous, language=language)
    with ExitStack() as files:
        written = _write_all(options, wanted, path, collector, language, files)
    for each in written:
        size = each.stat().st_size
        if options.json:
            print_json(options, {"type": "report", "file": str(each), "bytes": size})
        else:
            options.lines.print_line(f"{each}: {size / 1e6:.1f} MB")
    return 0


def _write_all(
    options: Options,
    wanted: ReportOptions,
    path: Path,
    collector: ReportCollector,
    language: str,
    files: ExitStack,
) -> list[Path]:
    rows: RowCollector | None = None
    if wanted.targets:
        rows = RowCollector(collector, _new_folder(options, files))
    sounding = None
    if wanted.output is not None:
        sounding = run_sounding(options, path, rows or collector)
        bounced = sounding.bounced
    else:
        # Nothing is rendered, so no sound is decoded.
        music = outline_music(options.settings)
        bounced = run_offline(options, path, music, rows or collector)[2]
    if bounced is None:
        raise BadInput(
            message("{path}: holds no tweet, so there is nothing to report", path=str(path))
        )
    facts = collector.facts(path.name, bounced)
    if wanted.audio and sounding is not None:
        check_length_confirmed(sounding.options, path, facts.length_ms)
    written = []
    try:
        if rows is not None:
            written = rows.database.write_tables(facts, wanted.targets)
        if wanted.output is not None and sounding is not None:
            audio = _new_folder(options, files) / "show.opus" if wanted.audio else None
            facts = _with_loudness(sounding, facts, audio)
            _write_page(wanted.output, facts, language, audio)
            written.insert(0, wanted.output)
    except OSError as error:
        raise BadInput(message_of(error)) from None
    return written


class RowCollector:
    """Passes everything that a collector receives to the rows' database, too."""

    def __init__(self, collector: ReportCollector, folder: Path) -> None:
        self._collector = collector
        self.database = TweetRows(folder)

    def begin(self, show: OfflineShow) -> None:
        self._collector.begin(show)
        self.database.add([CountingRestarted(show.counting.rules.window_ms)])

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        self._collector.on_counted(batch, counted, closed_until_ms, refused)
        if counted:
            self.database.add([counted_rows_of(batch, counted, closed_until_ms, refused)])

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        self._collector.blocked(name, blocked, closed_until_ms)
        self.database.add([UserBlocked(name, blocked, closed_until_ms)])

    def restart(self) -> None:
        self._collector.restart()

    def on_window(self, window: ClosedWindow, scene: list[str]) -> None:
        self._collector.on_window(window, scene)


def _new_folder(options: Options, files: ExitStack) -> Path:
    """A folder for this run: on the disk of the state folder, which has room for recordings."""
    base = options.state_dir if options.state_dir.is_dir() else None
    folder = files.enter_context(tempfile.TemporaryDirectory(prefix="mwk-report-", dir=base))
    return Path(folder)


def _check_wanted(wanted: ReportOptions) -> None:
    """Find wrong paths before the work begins."""
    if wanted.output is not None:
        _check_writable(wanted.output)
    elif not wanted.targets:
        raise BadInput(message("nothing is wanted: give -o OUT.html, --csv DIR or --parquet DIR"))
    for kind, folder in wanted.targets:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            is_file = message("is a file; name a folder")
            problem = is_file if folder.exists() else error.strerror
            text = message("{what}: {problem}", what=f"--{kind} {folder}", problem=problem)
            raise BadInput(text) from None


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
        with progress_bar("measuring", " points", sounding.options) as advance:
            for value in measure_curve(*sounding.plans(), step_ms):
                values.append(value)
                advance(len(values), count)
    else:
        meter = CurveMeter(SAMPLE_RATE_HZ, step_ms)
        with progress_bar("rendering", " frames", sounding.options) as advance:
            _render(sounding, audio, meter, advance)
        values = meter.values
    middles = range(SHORT_TERM_MS // 2, facts.length_ms + step_ms, step_ms)
    points = tuple(map(LoudnessPoint, middles, values))
    return replace(facts, loudness=points, loudness_step_ms=step_ms)


def _render(
    sounding: SoundingShow, audio: Path, meter: CurveMeter, advance: Callable[[int, int], None]
) -> None:
    plans = sounding.plans()
    end_frame, frame = plans[-1], 0
    with AudioWriter(audio, SAMPLE_RATE_HZ, sample_format=OPUS) as writer:
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

"""`mwk record`: records topics to a file."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from mwk_desktop.app.report_lines import print_json, progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import presenter_text, print_stderr
from mwk_desktop.app.value_schemas import live_schemas
from mwk_desktop.app.wiring.connection_lines import ConnectionLines, since_option
from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.topic_records import topic_records
from mwk_desktop.messages import NOTHING, Message, message, message_of, plural_message, sentences
from mwk_desktop.records.recording_writer import RecordingWriter, copy_start_line
from mwk_desktop.topics import SCHEMAS_TOPIC


@dataclass(frozen=True, slots=True)
class RecordOptions:
    """The options of `mwk record`: which topics (none: the input topic), from where, until when."""

    topics: tuple[str, ...] = ()
    since: str = "beginning"
    to_end: bool = False
    force: bool = False


def record_topic(options: Options, wanted: RecordOptions, output: Path) -> int:
    """Record until the end, Ctrl+C or ``--exit-after``; prints a summary.

    Raises
    ------
    BadInput
        Kafka or the topic was never reached, or a setting of ``[kafka]`` is refused.
    """
    topics = wanted.topics or [options.settings.topics.input]
    since = since_option(wanted.since, wall_ms())

    says = ConnectionLines(welcome=True)
    ends_s = time.monotonic() + (options.exit_after_s or float("inf"))
    per_topic = dict.fromkeys(topics, 0)
    failed = opened = False
    problem = NOTHING
    try:
        # A refused property must leave no empty file behind.
        open_consumer(options.settings.kafka, client_id="mwk-record").close()
        with ExitStack() as stack:
            writer = stack.enter_context(RecordingWriter(output, exclusive=not wanted.force))
            opened = True  # from here on the file is this run's
            schemas = stack.enter_context(live_schemas(options.settings))
            steps = stack.enter_context(
                topic_records(options.settings.kafka, topics, since, says, schemas)
            )
            advance = stack.enter_context(progress_bar("recording", "records"))
            writer.write_show(copy_start_line(topics), wall_ms())
            flushed_s = time.monotonic()
            for step in steps:
                for record in step.records:
                    writer.write(record)
                    if record.topic != SCHEMAS_TOPIC or record.topic in topics:
                        per_topic[record.topic] += 1
                if step.schema_problem and step.schema_problem != problem:
                    print_stderr(step.schema_problem)
                problem = step.schema_problem
                copied = sum(per_topic.values())
                advance(copied, max(step.total, copied))
                now_s = time.monotonic()
                if now_s - flushed_s >= 1.0:
                    writer.flush(sync=True)
                    flushed_s = now_s
                failed = step.failed
                if now_s >= ends_s or (wanted.to_end and step.caught_up):
                    break
                if says.forbidden:
                    break
                if failed and len(topics) == 1:
                    break  # nothing more will come; a line on stderr says why
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from error
    except KeyboardInterrupt:
        pass  # the usual end of a recording; the file is already closed properly
    total = sum(per_topic.values())
    if not says.reached:
        if opened:
            _delete_empty_recording(output)
        text = message("nothing was recorded, Kafka was never there.")
        raise BadInput(sentences([text, says.advice]))
    if not total and says.missing:
        _delete_empty_recording(output)
        names = ", ".join(says.missing)
        raise BadInput(
            message("nothing was recorded, there is no topic {names} (--topic NAME)", names=names)
        )
    if says.forbidden:
        if not total:
            _delete_empty_recording(output)
        done = _recorded(total, output) if total else message("nothing was recorded")
        raise BadInput(
            message(
                "{done}, this user may not read topic {names}",
                done=done,
                names=", ".join(says.forbidden),
            )
        )
    if options.json:
        line = {"type": "recording", "file": str(output), "records": total}
        print_json(options, line | {"topics": per_topic})
    else:
        options.lines.print_line(presenter_text(_recorded(total, output)))
    return 1 if failed else 0


def _recorded(total: int, output: Path) -> Message:
    return plural_message(
        "{count} record in {path}", "{count} records in {path}", total, path=str(output)
    )


def _delete_empty_recording(file: Path) -> None:
    """Delete an empty recording: it is worthless, and would block the next try."""
    if file.is_file() and not file.is_symlink():
        file.unlink(missing_ok=True)

"""`mwk record`: a topic to a recording."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import a_path, positive_seconds, topic_name
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_json, add_servers, options_of

NAME = "record"
HELP = "write a Kafka topic to a file that mwk replay, jq and DuckDB read"
EXAMPLES = """\
examples:
  mwk record -o show.jsonl.zst                   everything there is, and what comes, until Ctrl+C
  mwk record -o show.jsonl.zst --to-end          everything there is, then end
  mwk record -o tonight.jsonl --since now        what comes from now on
  mwk record -o all.jsonl --topic twitter_json --topic charts

The lines are those of `kcat -C -J`; .gz and .zst are compressed. Every second what came is in the
file for good. The first line says that the file is a copy: it replays by event time, whenever it
was made. A live show records itself: this is for topics without a show.

exit codes: 0 recorded, 2 wrong usage, or Kafka or the topic was never there (nor is a file, then).
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the topics, and where to begin and end."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=a_path, required=True, help="the recording"
    )
    add_servers(parser)
    parser.add_argument(
        "--topic",
        metavar="NAME",
        type=topic_name,
        action="append",
        dest="topics",
        help="a topic, may be repeated (default: the input topic)",
    )
    parser.add_argument(
        "--since",
        metavar="WHEN",
        default="beginning",
        help="beginning (default), now, or a time: 20:15, 2018-04-11T20:15",
    )
    parser.add_argument("--to-end", action="store_true", help="end with what is there now")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=NOT_GIVEN,
        help="end by itself after this many seconds",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Record until the end, Ctrl+C or ``--exit-after``; prints what came."""

    from mwk_desktop.app.report_lines import progress_bar
    from mwk_desktop.app.wiring.connection_lines import ConnectionLines, since_option
    from mwk_desktop.clock import wall_ms
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.clients import open_consumer
    from mwk_desktop.kafka.topic_records import topic_records
    from mwk_desktop.records.recording_writer import RecordingWriter, copy_start_line

    options = options_of(args)
    topics = args.topics or [options.settings.topics.input]
    since = since_option(args.since, wall_ms())

    says = ConnectionLines(welcome=True)
    ends_s = time.monotonic() + (options.exit_after_s or float("inf"))
    per_topic = dict.fromkeys(topics, 0)
    try:
        # A refused property must leave no empty file behind.
        open_consumer(options.settings.kafka, client_id="mwk-record").close()
        with (
            RecordingWriter(args.output, exclusive=not args.force) as writer,
            topic_records(options.settings.kafka, topics, since, says) as steps,
            progress_bar("recording", "records") as advance,
        ):
            writer.write_show(copy_start_line(topics), wall_ms())
            flushed_s = time.monotonic()
            for step in steps:
                for record in step.records:
                    writer.write(record)
                    per_topic[record.topic] += 1
                copied = sum(per_topic.values())
                advance(copied, max(step.total, copied))
                now_s = time.monotonic()
                if now_s - flushed_s >= 1.0:
                    writer.flush(sync=True)
                    flushed_s = now_s
                if now_s >= ends_s or (args.to_end and step.caught_up):
                    break
    except KafkaSettingError as error:
        raise UsageProblem(str(error)) from error
    except KeyboardInterrupt:
        pass  # the usual end of a recording: the file was closed properly on the way here
    total = sum(per_topic.values())
    if not says.reached:
        _take_away(args.output)
        raise UsageProblem(f"nothing was recorded, Kafka was never there. {says.advice}")
    if not total and says.missing:
        _take_away(args.output)
        names = ", ".join(says.missing)
        raise UsageProblem(f"nothing was recorded, there is no topic {names} (--topic NAME)")
    if options.json:
        line = {"type": "recording", "file": str(args.output), "records": total}
        options.lines.say(json.dumps(line | {"topics": per_topic}, ensure_ascii=False))
    else:
        options.lines.say(f"{total:,} records in {args.output}")
    return 0


def _take_away(file: Path) -> None:
    """An empty recording is nothing to keep, and would stand in the way of the next try."""
    if file.is_file() and not file.is_symlink():
        file.unlink(missing_ok=True)
    wanted = RecordOptions(tuple(args.topics or ()), args.since, args.to_end, args.force)
    return record_topic(options_of(args), wanted, args.output)

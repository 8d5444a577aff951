"""`mwk` after a crash: the show that ran goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mwk_desktop.app.run_options import BadInput, Options, with_settings
from mwk_desktop.app.running_show import StartShow
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.run_show import run_show
from mwk_desktop.app.wiring.show_resources import ShowResources, open_resources
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.app.workers.last_show_note import count_try, forget_last_show, read_last_show
from mwk_desktop.messages import message, message_of, plural_message
from mwk_desktop.records.line_reader import RecordingError


def continue_last_show(options: Options) -> int | None:
    """Continue the show that a crash or power cut ended; None if there is none.

    Also None if its recording is gone or a setting no longer fits; a line says so.
    """
    note = read_last_show(options.state_dir)
    if note is None:
        return None
    if not count_try(options.state_dir, note):
        print_stderr(
            plural_message(
                "the last show ({show}) ended at once when it was continued: the demo plays",
                "the last show ({show}) ended at once {count} times when it was continued: "
                "the demo plays",
                note.tries,
                show=note.path or note.topic,
            )
        )
        forget_last_show(options.state_dir)
        return None
    first = note.commands()
    options = replace(with_settings(options, note.settings()), page=options.page or note.page)
    try:
        if note.kind in ("live", "results"):
            from mwk_desktop.app.kafka_options import with_kafka
            from mwk_desktop.app.wiring.show_files import LiveOptions
            from mwk_desktop.app.wiring.start_live import prepare_live
            from mwk_desktop.app.wiring.start_results import results_kind

            options = with_kafka(options, note.servers, note.topic)
            results = note.kind == "results"
            print_stderr(
                message(
                    "the last show did not end in order: going on with {topic} on {servers} "
                    "(mwk --demo plays the demo)",
                    topic=message("the result topics") if results else note.topic,
                    servers=note.servers,
                )
            )
            if results:
                return run_show(options, open_resources(options), results_kind, first)

            def live(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
                return prepare_live(options, resources, LiveOptions())

            return run_show(options, open_resources(options), live, first)
        print_stderr(
            message(
                "the last show did not end in order: going on with {path} "
                "(mwk --demo plays the demo)",
                path=note.path,
            )
        )

        def replay(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
            return prepare_replay(options, resources, Path(note.path))

        return run_show(options, open_resources(options), replay, first)
    except (BadInput, RecordingError, OSError) as error:
        print_stderr(message("it cannot be continued: {reason}", reason=message_of(error)))
        forget_last_show(options.state_dir)
        return None

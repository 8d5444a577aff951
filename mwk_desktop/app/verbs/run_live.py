"""`mwk live`: the console on a topic, or on the results of another show."""

from __future__ import annotations

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import StartShow
from mwk_desktop.app.stderr_lines import presenter_text
from mwk_desktop.app.wiring.run_show import run_show
from mwk_desktop.app.wiring.show_files import LiveOptions, shows_folder
from mwk_desktop.app.wiring.show_resources import ShowResources, open_resources
from mwk_desktop.app.wiring.start_follow import follow_kind
from mwk_desktop.app.wiring.start_live import prepare_live
from mwk_desktop.app.wiring.start_results import results_kind
from mwk_desktop.messages import listing, message, plural_message
from mwk_desktop.store.show_folder import list_shows
from mwk_desktop.terminal_text import safe


def print_shows(options: Options) -> int:
    """Print the shows of the state folder, the newest first."""
    entries = list_shows(shows_folder(options))
    for entry in entries:
        counts = listing(
            (
                plural_message("{count} tweet", "{count} tweets", entry.tweets),
                plural_message("{count} user", "{count} users", entry.users),
            )
        )
        about = presenter_text(entry.problem or counts)
        topic = str(entry.info.get("topic", ""))
        options.lines.print_line(f"{safe(entry.name)}  {safe(topic)}  {safe(about)}")
    if not entries:
        folder = str(shows_folder(options))
        options.lines.print_line(presenter_text(message("no show in {folder} yet", folder=folder)))
    return 0


def run_live(options: Options, wanted: LiveOptions) -> int:
    """Run the console on a Kafka topic."""

    def kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
        # Started again (with other sounds), it continues the same show.
        which = LiveOptions(show=wanted.show) if again else wanted
        return prepare_live(options, resources, which, early=not again)

    return run_show(options, open_resources(options), kind)


def run_follow(options: Options) -> int:
    """Run a console that follows the show of another one."""
    return run_show(options, open_resources(options), follow_kind)


def run_from_results(options: Options) -> int:
    """Run the console on the result topics."""
    return run_show(options, open_resources(options), results_kind)

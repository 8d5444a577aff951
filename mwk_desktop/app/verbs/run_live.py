"""`mwk live`: the console on a topic, or on the results of another show."""

from __future__ import annotations

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import StartShow
from mwk_desktop.app.wiring.show_files import LiveOptions, shows_folder
from mwk_desktop.app.wiring.show_resources import ShowResources, open_resources
from mwk_desktop.app.wiring.start_live import prepare_live
from mwk_desktop.app.wiring.start_results import prepare_results
from mwk_desktop.store.show_folder import list_shows


def print_shows(options: Options) -> int:
    """The shows of the state folder, the newest first."""
    entries = list_shows(shows_folder(options))
    for entry in entries:
        about = f"{entry.tweets:,} tweets, {entry.users:,} users"
        if entry.problem:
            about = entry.problem.removeprefix(f"{entry.path}: ")
        options.lines.say(f"{entry.name}  {entry.info.get('topic', '')}  {about}")
    if not entries:
        options.lines.say(f"no show in {shows_folder(options)} yet")
    return 0


def run_live(options: Options, wanted: LiveOptions) -> int:
    """The console on a Kafka topic."""
    from mwk_desktop.app.wiring.run_show import run_show

    def kind(options: Options, band: ShowResources) -> StartShow:
        # Begun anew (other sounds), it is the same show.
        which = wanted if first else LiveOptions(show=wanted.show)
        early = bool(first)
        first.clear()
        return prepare_live(options, band, which, early=early)

    first = [wanted]
    return run_show(options, open_resources(options), kind)


def run_from_results(options: Options) -> int:
    """The console on the result topics."""
    from mwk_desktop.app.wiring.run_show import run_show

    return run_show(options, open_resources(options), prepare_results)

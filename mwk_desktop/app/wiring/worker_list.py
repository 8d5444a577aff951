"""The list of workers beside a show: one line each."""

from __future__ import annotations

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.workers.check_worker import CheckWorker
from mwk_desktop.app.workers.connection_worker import ConnectionWorker, NextShows
from mwk_desktop.app.workers.last_show_worker import LastShowWorker
from mwk_desktop.app.workers.log_worker import LogWorker
from mwk_desktop.app.workers.networks_worker import NetworksWorker
from mwk_desktop.app.workers.osc_worker import OscWorker
from mwk_desktop.app.workers.page_worker import PageWorker
from mwk_desktop.app.workers.publish_worker import PublishWorker
from mwk_desktop.app.workers.query_worker import QueryWorker
from mwk_desktop.app.workers.recent_worker import RecentWorker
from mwk_desktop.app.workers.recordings_worker import RecordingsWorker
from mwk_desktop.app.workers.remote_worker import RemoteWorker
from mwk_desktop.app.workers.report_worker import ReportWorker
from mwk_desktop.app.workers.settings_worker import SettingsWorker
from mwk_desktop.app.workers.talk_worker import TalkWorker
from mwk_desktop.app.workers.tone_worker import ToneWorker
from mwk_desktop.app.workers.twitter_worker import TwitterWorker
from mwk_desktop.app.workers.word_list_worker import WordListWorker
from mwk_desktop.app.workers.worker import Worker


def make_workers(
    options: Options, resources: ShowResources, shows: NextShows, host: ShowHost
) -> list[Worker]:
    """Make the workers of a console or a headless show, without starting them."""
    tap, publish = resources.tap, resources.publish
    return [
        resources.outputs,
        ConnectionWorker(options, shows, host.switch_to),
        CheckWorker(options),
        SettingsWorker(options),
        *_sharing(options, resources, shows, host),
        PageWorker(options, resources.votes),
        TwitterWorker(options),
        NetworksWorker(options),
        *([] if tap is None else [QueryWorker(tap, options.state_dir / "sql")]),
        *([] if publish is None else [PublishWorker(options, publish)]),
        *_controls(options, host),
        *_metrics(options),
        TalkWorker(options.settings.talk, options.state_dir, host),
        RecentWorker(options.state_dir),
        RecordingsWorker(options, recording=lambda: resources.recording),
        ReportWorker(options, lambda: resources.recording),
        ToneWorker(),
        LastShowWorker(options),
        WordListWorker(options.settings),
        LogWorker(),
    ]


def _metrics(options: Options) -> list[Worker]:
    if options.metrics is None:
        return []
    # Late: most shows are not watched, and need no library for it.
    from mwk_desktop.app.workers.metrics_worker import MetricsWorker

    return [MetricsWorker(options.metrics, results=options.publish)]


def _sharing(
    options: Options, resources: ShowResources, shows: NextShows, host: ShowHost
) -> list[Worker]:
    """The workers of a show that other consoles may share."""
    tap = resources.decisions
    if tap is None:
        return []
    # Late: a show without a broker does not load Kafka's client.
    from mwk_desktop.app.workers.decisions_worker import DecisionsWorker
    from mwk_desktop.app.workers.spare_worker import SpareWorker

    topic = options.settings.topics.show
    return [
        SpareWorker(options, resources.clock, resources.outputs),
        DecisionsWorker(topic, tap, host.switch_to, shows.follow),
    ]


def _controls(options: Options, host: ShowHost) -> list[Worker]:
    """The workers of the controls outside the windows."""
    found: list[Worker] = []
    if options.settings.midi.on:
        # Late: a show without controllers does not load their library.
        from mwk_desktop.app.workers.midi_worker import MidiWorker

        found.append(MidiWorker(options, host, host.console_link))
    clock = options.settings.clock
    if clock.midi or clock.link or clock.jack:
        from mwk_desktop.app.workers.clock_worker import ClockWorker

        found.append(ClockWorker(options, host))
    found.append(OscWorker(options, host, host.console_link))
    found.append(RemoteWorker(options, host, host.console_link))
    return found

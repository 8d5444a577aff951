"""Which workers run beside a show: one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.check_worker import CheckWorker
from mwk_desktop.app.workers.connection_worker import ConnectionWorker
from mwk_desktop.app.workers.last_show_worker import LastShowWorker
from mwk_desktop.app.workers.log_worker import LogWorker
from mwk_desktop.app.workers.page_worker import PageWorker
from mwk_desktop.app.workers.publish_worker import publish_workers
from mwk_desktop.app.workers.query_worker import query_workers
from mwk_desktop.app.workers.settings_worker import SettingsWorker
from mwk_desktop.app.workers.twitter_worker import TwitterWorker
from mwk_desktop.app.workers.worker import Worker

if TYPE_CHECKING:
    from mwk_desktop.app.wiring.show_factory import ShowFactory


def make_workers(options: Options, programme: ShowFactory) -> list[Worker]:
    """The workers of a console, or of a headless show, made but not started."""
    return [
        ConnectionWorker(options, programme),
        CheckWorker(options),
        SettingsWorker(options),
        PageWorker(options),
        TwitterWorker(options),
        *query_workers(options, programme.tap),
        *publish_workers(options, programme.publish),
        LastShowWorker(options),
        LogWorker(),
    ]

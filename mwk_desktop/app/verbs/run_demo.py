"""`mwk` without a verb: a show with a simulated crowd."""

from __future__ import annotations

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.running_show import StartShow
from mwk_desktop.app.wiring.run_show import run_show
from mwk_desktop.app.wiring.show_resources import ShowResources, open_resources
from mwk_desktop.app.wiring.start_demo import prepare_demo
from mwk_desktop.app.wiring.unused_kafka import warn_of_kafka_properties
from mwk_desktop.messages import message


def run_demo(options: Options, *, profile: str, rate_per_s: float, users: int) -> int:
    """Run a show with a simulated crowd; it needs no Kafka and no configuration."""
    if not 0 < rate_per_s <= 1_000_000:
        raise BadInput(message("--rate {rate:g}: tweets a second, above 0", rate=rate_per_s))
    if users < 1:
        raise BadInput(message("--users {users}: at least one user", users=str(users)))

    def kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
        return prepare_demo(options, resources, profile, rate_per_s, users)

    with warn_of_kafka_properties(options):
        return run_show(options, open_resources(options), kind)

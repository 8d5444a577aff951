"""The worker that follows Mastodon, Bluesky and Twitch during a show, each when it is asked for.

Threads: as :mod:`mwk_desktop.app.workers.followed_stream` says, for each of the streams.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.followed_stream import FollowedStream
from mwk_desktop.app.workers.message_outlet import MessageOutlet
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, message
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.followed_networks import NETWORKS, FollowNetwork, NetworkState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.sources.followed_source import NetworkFigures

if TYPE_CHECKING:
    from mwk_desktop.sources.networks.network_source import NetworkSource

FIRST_PARTITION: Final = 92
"""Marks the first network's posts in the recording of a show without a broker."""

REPLAYING: Final = message(
    "A recording brings its own messages: networks are for a live show or the demonstration."
)


class NetworksWorker(Worker):
    """Follows networks for the running show, any number of them at once."""

    handles: ClassVar[tuple[type, ...]] = (FollowNetwork,)
    idle_s: ClassVar[float | None] = 1.0

    def __init__(self, options: Options) -> None:
        super().__init__("networks")
        self._options = options
        self._typed: dict[str, dict[str, str]] = {network: {} for network in NETWORKS}
        self._streams = {
            network: FollowedStream[NetworkFigures](
                options,
                partial(self._make_source, network),
                MessageOutlet(f"posts of {name}", f"mwk-{network}", FIRST_PARTITION + place),
                NetworkFigures(),
                REPLAYING,
            )
            for place, (network, name) in enumerate(NETWORKS.items())
        }

    def close(self) -> None:
        super().close()
        for stream in self._streams.values():
            stream.end()

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        for stream in self._streams.values():
            stream.on_show_started(running)

    def on_show_ending(self) -> None:
        super().on_show_ending()
        for stream in self._streams.values():
            stream.on_show_ending()

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        networks = []
        for network, one in self._streams.items():
            posts = one.figures.sent - one.left_out
            networks.append(NetworkState(network, one.link, one.detail, posts, one.left_out))
        return replace(state, networks=tuple(networks))

    def handle_request(self, request: WorkerRequest) -> None:
        match request:
            case FollowNetwork(network, True, typed):
                self._typed[network].update(typed)
                self._streams[network].begin(lambda: self.running)
            case FollowNetwork(network, False):
                self._streams[network].problem = NOTHING
                self._streams[network].end()

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        if isinstance(request, FollowNetwork):
            self._streams[request.network].problem = message(
                "{network} is not followed: {error}.",
                network=NETWORKS[request.network],
                error=type(error).__name__,
            )

    def on_idle(self) -> None:
        """End the streams when a replay begins: their posts would not count."""
        for stream in self._streams.values():
            stream.end_in_replay(self.running)

    def _make_source(self, network: str) -> NetworkSource:
        # Late: a show without networks does not load the library for them.
        from mwk_desktop.app.workers.network_feeds import network_source

        return network_source(self._options.settings, network, self._typed[network])

"""Makes shows: the command line's, and those that follow it.

Threads: the main thread makes the first show; the switch thread of
:mod:`mwk_desktop.app.wiring.show_host` prepares later ones, one at a time, and may wait for disks.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from mwk_desktop.app.kafka_options import with_kafka
from mwk_desktop.app.run_options import BadInput, Options, with_settings
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.sound_setup import music_of
from mwk_desktop.app.wiring.show_resources import ShowResources, load_shared_clips
from mwk_desktop.app.wiring.start_demo import PROFILE, RATE_PER_S, USERS, prepare_demo
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.messages import message_of
from mwk_desktop.sounds.set_findings import SoundSetError


class ShowKind(Protocol):
    """Prepares one kind of show with the given options and sounds; ``again``: it ran before.

    Raises ``BadInput`` or ``RecordingError`` if it cannot be played.
    """

    def __call__(self, options: Options, resources: ShowResources, *, again: bool) -> StartShow: ...


class ShowFactory:
    """Remembers the running show's kind, options and sounds; the next shows build on these."""

    def __init__(self, options: Options, resources: ShowResources, kind: ShowKind) -> None:
        self._options = options
        self._resources = resources
        self._kind = kind
        self._live = False

    def first(self) -> StartShow:
        """The show of the command line."""
        return self._prepared(self._kind, self._options, self._resources)

    def replay(self, path: Path) -> StartShow:
        """A recording, with the sounds that play now."""

        def kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
            return prepare_replay(options, resources, path)

        return self._prepared(kind, self._options, self._resources)

    def live(self, bootstrap_servers: str, topic: str, *, new_show: bool = False) -> StartShow:
        """A topic, with the sounds that play now."""
        # Late: a demo needs no Kafka client.
        from mwk_desktop.app.wiring.show_files import LiveOptions
        from mwk_desktop.app.wiring.start_live import prepare_live

        # The running live show may hold the file that the next one continues.
        early = not self._live

        def kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
            wanted = LiveOptions(new_show=new_show and not again)
            return prepare_live(options, resources, wanted, early=early and not again)

        options = with_kafka(self._options, bootstrap_servers, topic)
        return self._prepared(kind, options, self._resources)

    def follow(self) -> StartShow:
        """The show that another console plays, with the sounds that play now."""
        # Late: a demo needs no Kafka client.
        from mwk_desktop.app.wiring.start_follow import follow_kind

        return self._prepared(follow_kind, self._options, self._resources, again=True)

    def demo(self) -> StartShow:
        """The simulated crowd, with the sounds that play now."""

        def kind(options: Options, resources: ShowResources, *, again: bool) -> StartShow:
            return prepare_demo(options, resources, PROFILE, RATE_PER_S, USERS)

        return self._prepared(kind, self._options, self._resources)

    def sounds(self, folder: Path) -> StartShow:
        """The same kind of show, started again with another sound set."""
        options = with_settings(self._options, {"sounds": {"dir": str(folder.expanduser())}})
        try:
            loaded, clips = load_shared_clips(options, self._resources.output.rate_hz)
        except SoundSetError as error:
            raise BadInput(message_of(error)) from None
        music = music_of(loaded, options.settings)
        resources = replace(self._resources, loaded=loaded, clips=clips, music=music)
        return self._prepared(self._kind, options, resources, again=True)

    def _prepared(
        self, kind: ShowKind, options: Options, resources: ShowResources, *, again: bool = False
    ) -> StartShow:
        """Prepare a show; once started, it is the one that the next shows build on."""
        start_show = kind(options, resources, again=again)

        def start_and_remember(stack: ExitStack) -> RunningShow:
            running = start_show(stack)
            self._kind, self._options, self._resources = kind, options, resources
            self._live = running.kind == "live"
            return running

        return start_and_remember

"""Makes shows: the one of the command line, and those that follow it.

Threads: the main thread makes the first show; the switch thread of
:mod:`mwk_desktop.app.wiring.show_host` prepares later ones, one at a time, and may wait for disks.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.app.run_options import BadInput, Options, with_settings
from mwk_desktop.app.running_show import RunningShow, StartShow
from mwk_desktop.app.sound_setup import music_of
from mwk_desktop.app.wiring.show_resources import ShowResources, load_shared_clips
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.app.workers.publish_tap import PublishTap
from mwk_desktop.sounds.set_findings import SoundSetError

ShowKind = Callable[[Options, ShowResources], StartShow]
"""Makes one kind of show ready; again with other options or other sounds. Raises ``BadInput`` or
``RecordingError``."""


class ShowFactory:
    """The kind of show that runs, with its options and sounds; what follows builds on these."""

    def __init__(self, options: Options, band: ShowResources, kind: ShowKind) -> None:
        self._options = options
        self._band = band
        self._kind = kind
        self._live = False
        self.go_on_with: Callable[[Callable[[], StartShow]], bool] = lambda _prepare: False
        """Goes on with another show; set to the switch's once there is one."""

    @property
    def tap(self) -> StreamTap | None:
        """Who wants every counted tweet of each show; None: nobody."""
        return self._band.tap

    @property
    def publish(self) -> PublishTap | None:
        """Who takes a live show's results for other screens; None: nobody."""
        return self._band.publish

    def begin(self) -> StartShow:
        """The show of the command line."""
        return self._ready(self._kind, self._options, self._band)

    def replay(self, path: Path) -> StartShow:
        """A recording, with the sounds that play now."""

        def kind(options: Options, band: ShowResources) -> StartShow:
            return prepare_replay(options, band, path)

        return self._ready(kind, self._options, self._band)

    def live(self, bootstrap_servers: str, topic: str, *, new_show: bool = False) -> StartShow:
        """A topic, with the sounds that play now."""
        # Late: a demo needs no Kafka client.
        from mwk_desktop.app.kafka_options import with_kafka
        from mwk_desktop.app.wiring.show_files import LiveOptions
        from mwk_desktop.app.wiring.start_live import prepare_live

        options = with_kafka(self._options, bootstrap_servers, topic)
        # A live show that runs may have the very file that the next one goes on with.
        first, again = LiveOptions(new_show=new_show), LiveOptions()
        begin = prepare_live(options, self._band, first, early=not self._live)

        def kind(options: Options, band: ShowResources) -> StartShow:
            return prepare_live(options, band, again, early=False)

        return self._noting(begin, kind, options, self._band)

    def sounds(self, folder: Path) -> StartShow:
        """The kind of show that runs, begun anew with another sound set."""
        options = with_settings(self._options, {"sounds": {"dir": str(folder.expanduser())}})
        try:
            loaded, clips = load_shared_clips(options, self._band.output.rate_hz)
        except SoundSetError as error:
            raise BadInput(str(error)) from None
        band = replace(self._band, loaded=loaded, clips=clips, music=music_of(loaded))
        return self._ready(self._kind, options, band)

    def _ready(self, kind: ShowKind, options: Options, band: ShowResources) -> StartShow:
        return self._noting(kind(options, band), kind, options, band)

    def _noting(
        self, begin: StartShow, kind: ShowKind, options: Options, band: ShowResources
    ) -> StartShow:
        """Once it has begun, it is the show that others build on."""

        def begin_and_note(stack: ExitStack) -> RunningShow:
            running = begin(stack)
            self._kind, self._options, self._band = kind, options, band
            self._live = running.kind == "live"
            return running

        return begin_and_note

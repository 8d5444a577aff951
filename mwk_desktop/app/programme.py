"""What this program plays, and what it can go on with: demo, recording, topic, other sounds.

Threads: the main thread begins the first show; the switch thread
(:mod:`mwk_desktop.app.switch`) makes later ones ready, one at a time, and may wait for disks.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.app import last_show
from mwk_desktop.app.attendants import Running
from mwk_desktop.app.beside import attendants_of
from mwk_desktop.app.common import BadInput, Options, emit, music_of, with_settings
from mwk_desktop.app.headless import Unwatched
from mwk_desktop.app.journal import journal
from mwk_desktop.app.results_tap import ResultsTap
from mwk_desktop.app.shows import Band, gather, load_shared, prepare_demo, prepare_replay
from mwk_desktop.app.switch import Begin, Switch
from mwk_desktop.app.unused_kafka import wrong_property_said
from mwk_desktop.app.windows import say_why_headless, show_windows
from mwk_desktop.frame_pacing import FramePacer
from mwk_desktop.records.line_reader import RecordingError
from mwk_desktop.show.commands import Command
from mwk_desktop.show.drivers.running import HealthTicker, rss_mb, wait_for_end
from mwk_desktop.show.json_lines import health_line
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.sounds.set_findings import SoundSetError

Kind = Callable[[Options, Band], Begin]
"""Makes one kind of show ready; again with other options or other sounds. Raises ``BadInput`` or
``RecordingError``."""


class Programme:
    """The kind of show that runs, with its options and sounds; what follows builds on these."""

    def __init__(self, options: Options, band: Band, kind: Kind) -> None:
        self._options = options
        self._band = band
        self._kind = kind
        self._live = False
        self.go_on_with: Callable[[Callable[[], Begin]], bool] = lambda _prepare: False
        """Goes on with another show; set to the switch's once there is one."""

    @property
    def tap(self) -> StreamTap | None:
        """Who wants every counted tweet of each show; None: nobody."""
        return self._band.tap

    @property
    def publish(self) -> ResultsTap | None:
        """Who takes a live show's results for other screens; None: nobody."""
        return self._band.publish

    def begin(self) -> Begin:
        """The show of the command line."""
        return self._ready(self._kind, self._options, self._band)

    def replay(self, path: Path) -> Begin:
        """A recording, with the sounds that play now."""

        def kind(options: Options, band: Band) -> Begin:
            return prepare_replay(options, band, path)

        return self._ready(kind, self._options, self._band)

    def live(self, bootstrap_servers: str, topic: str, *, new_show: bool = False) -> Begin:
        """A topic, with the sounds that play now."""
        # Late: a demo needs no Kafka client.
        from mwk_desktop.app.live import LiveOptions, connected_to, prepare_live

        options = connected_to(self._options, bootstrap_servers, topic)
        # A live show that runs may have the very file that the next one goes on with.
        first, again = LiveOptions(new_show=new_show), LiveOptions()
        begin = prepare_live(options, self._band, first, early=not self._live)

        def kind(options: Options, band: Band) -> Begin:
            return prepare_live(options, band, again, early=False)

        return self._noting(begin, kind, options, self._band)

    def sounds(self, folder: Path) -> Begin:
        """The kind of show that runs, begun anew with another sound set."""
        options = with_settings(self._options, {"sounds": {"dir": str(folder.expanduser())}})
        try:
            loaded, clips = load_shared(options, self._band.output.rate_hz)
        except SoundSetError as error:
            raise BadInput(str(error)) from None
        band = replace(self._band, loaded=loaded, clips=clips, music=music_of(loaded))
        return self._ready(self._kind, options, band)

    def _ready(self, kind: Kind, options: Options, band: Band) -> Begin:
        return self._noting(kind(options, band), kind, options, band)

    def _noting(self, begin: Begin, kind: Kind, options: Options, band: Band) -> Begin:
        """Once it has begun, it is the show that others build on."""

        def begin_and_note(stack: ExitStack) -> Running:
            running = begin(stack)
            self._kind, self._options, self._band = kind, options, band
            self._live = running.kind == "live"
            return running

        return begin_and_note


def demo(options: Options, *, profile: str, rate_per_s: float, users: int) -> int:
    """A simulated crowd plays: nothing needed, nothing configured."""
    if not 0 < rate_per_s <= 1_000_000:
        raise BadInput(f"--rate {rate_per_s:g}: tweets a second, above 0")
    if users < 1:
        raise BadInput(f"--users {users}: at least one user")

    def kind(options: Options, band: Band) -> Begin:
        return prepare_demo(options, band, profile, rate_per_s, users)

    with wrong_property_said(options):
        return run_show(options, gather(options), kind)


def replay(options: Options, path: Path, *, speed: float, loop: bool) -> int:
    """A recording in real time."""

    def kind(options: Options, band: Band) -> Begin:
        return prepare_replay(options, band, path, speed=speed, loop=loop)

    with wrong_property_said(options):
        return run_show(options, gather(options), kind)


def reopen(options: Options) -> int | None:
    """Go on with the show that did not end in order; None where there is none.

    A recording that is gone, or a setting that no longer fits, is said, and is none.
    """
    note = last_show.read(options.state_dir)
    if note is None:
        return None
    if not last_show.try_again(options.state_dir, note):
        print(
            f"mwk: the last show ({note.path or note.topic}) ended at once {note.tries} times "
            "when it was gone on with: the demo plays",
            file=sys.stderr,
        )
        last_show.forget(options.state_dir)
        return None
    first = note.commands()
    options = replace(with_settings(options, note.settings()), page=options.page or note.page)
    try:
        if note.kind in ("live", "results"):
            from mwk_desktop.app.live import LiveOptions, connected_to, prepare_live
            from mwk_desktop.app.results import prepare_results

            options = connected_to(options, note.servers, note.topic)
            what = note.topic if note.kind == "live" else "the result topics"
            print(
                f"mwk: the last show did not end in order: going on with {what} on "
                f"{note.servers} (mwk --demo plays the demo)",
                file=sys.stderr,
            )
            if note.kind == "results":
                return run_show(options, gather(options), prepare_results, first)

            def live(options: Options, band: Band) -> Begin:
                return prepare_live(options, band, LiveOptions())

            return run_show(options, gather(options), live, first)
        print(
            f"mwk: the last show did not end in order: going on with {note.path} "
            "(mwk --demo plays the demo)",
            file=sys.stderr,
        )

        def again(options: Options, band: Band) -> Begin:
            return prepare_replay(options, band, Path(note.path))

        return run_show(options, gather(options), again, first)
    except (BadInput, RecordingError, OSError) as error:
        print(f"mwk: it cannot be gone on with: {error}", file=sys.stderr)
        last_show.forget(options.state_dir)
        return None


def run_show(options: Options, band: Band, kind: Kind, first: Sequence[Command] = ()) -> int:
    """Until it ends: with windows where there is a display, else headless.

    ``first``: commands that bring the show to where another one was.
    """
    programme = Programme(options, band, kind)
    begin = programme.begin()
    with journal(options), ExitStack() as stack:
        running = begin(stack)
        for command in first:
            running.thread.send(command)
        switch = Switch(
            running, stack, programme.replay, band.desk, attendants_of(options, programme), begin
        )
        programme.go_on_with = switch.go_on_with
        with ExitStack() as around:
            around.callback(switch.close)
            return _until_the_end(options, switch, around, band.pacer)


def _until_the_end(options: Options, switch: Switch, around: ExitStack, pacer: FramePacer) -> int:
    if options.json:

        def on_health(snapshot: Snapshot) -> None:
            emit(options, health_line(snapshot, rss_mb()))

        ticker = HealthTicker(switch, on_health)
        ticker.start()
        around.callback(ticker.stop)
    if options.headless or say_why_headless():
        wait_for_end(Unwatched(switch, options.lines), options.exit_after_s)
        return 1 if switch.failed else 0
    return show_windows(options, switch, pacer)

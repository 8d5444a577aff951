"""What every show of one run uses: sounds, output, clock, taps."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.app.rules_setup import open_sounds
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.sound_setup import load_sounds, music_of
from mwk_desktop.app.workers.decision_tap import DecisionTap
from mwk_desktop.app.workers.output_worker import OutputWorker
from mwk_desktop.app.workers.publish_tap import PublishTap
from mwk_desktop.clock import ShowClock
from mwk_desktop.engine import output_devices
from mwk_desktop.engine.clip_tables import ConformClips
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.protocol import DEFAULT_OUTPUT, NULL_OUTPUT
from mwk_desktop.engine.shared_memory import SharedClips
from mwk_desktop.frame_pacing import FramePacer, YieldToFrames, no_pacing
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.show.music import Music
from mwk_desktop.sounds.set_loading import LoadedSet
from mwk_desktop.sources.page.vote_outcomes import VoteOutcomes
from mwk_desktop.units import SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class OutputChoice:
    """The engine's output, its rate, and a line for people if there will be no sound.

    ``found``: the outputs to choose from, if they were listed. ``without_jack``: JACK does not
    answer.
    """

    name: str
    rate_hz: int
    note: Message = NOTHING
    found: output_devices.OutputScan | None = None
    without_jack: bool = False


def choose_output(options: Options) -> OutputChoice:
    """The output of the settings, else the system's default, else silence."""
    wanted = options.settings.audio.device
    if wanted == NULL_OUTPUT:
        return OutputChoice(NULL_OUTPUT, SAMPLE_RATE_HZ)
    found = output_devices.list_outputs()
    if wanted:
        for device in found.devices:
            if wanted.casefold() in device.name.casefold():
                return OutputChoice(wanted, device.rate_hz, without_jack=found.hangs)
        if "audio.device" in options.flags:
            if not found.devices:
                raise BadInput(
                    message(
                        "--device {device}: no such output; there are none ({reason})",
                        device=wanted,
                        reason=found.problem or message("no sound output"),
                    )
                )
            names = ", ".join(device.name for device in found.devices)
            raise BadInput(
                message(
                    "--device {device}: no such output; there are: {names}",
                    device=wanted,
                    names=names,
                )
            )
        # The settings name the stage's card. A laptop without it keeps time silently, says so, and
        # plays as soon as the card is plugged in, just as when it is pulled out on stage.
        return OutputChoice(wanted, SAMPLE_RATE_HZ, without_jack=found.hangs)
    for device in found.devices:
        if device.is_default:
            return OutputChoice(DEFAULT_OUTPUT, device.rate_hz, without_jack=found.hangs)
    reason = found.problem or message("none is the default one; choose with --device")
    note = message("no sound output ({reason}): keeping time silently", reason=reason)
    return OutputChoice(NULL_OUTPUT, SAMPLE_RATE_HZ, note, found, found.hangs)


def conforming(options: Options, playing: LoadedSet) -> ConformClips:
    """Make the function that decodes the playing sounds again for another rate (worker's
    thread)."""

    def conform(rate_hz: int) -> SharedClips:
        loaded, clips = load_shared_clips(options, rate_hz, say_warnings=False)
        if loaded.clip_names != playing.clip_names:
            raise ValueError("the sound set has changed since the show began")
        return clips

    return conform


def load_shared_clips(
    options: Options, rate_hz: int, *, say_warnings: bool = True
) -> tuple[LoadedSet, SharedClips]:
    """Decode the sound set once, straight into the memory that every engine will read."""
    shared: list[SharedClips] = []

    def allocate(shape: tuple[int, int, int]) -> Floats:
        shared.append(SharedClips(shape[0], shape[1]))
        return shared[-1].array

    loaded = load_sounds(
        open_sounds(options.settings),
        rate_hz,
        allocate,
        lambda pages: shared[-1].add_slots(pages),
        takes=options.settings.music.takes,
        say_warnings=say_warnings,
    )
    shared[-1].layouts = loaded.layouts
    shared[-1].source = loaded.pager
    return loaded, shared[-1]


@dataclass(slots=True)
class ShowResources:
    """What a show plays with: sounds, the engine's output, clock, taps."""

    loaded: LoadedSet
    clips: SharedClips
    music: Music
    output: OutputChoice
    clock: ShowClock
    outputs: OutputWorker
    tap: StreamTap | None = None
    """Gets every counted tweet (for SQL); None without windows, as nothing can query then."""
    publish: PublishTap | None = None
    """Takes a live show's results for other screens."""
    decisions: DecisionTap | None = None
    """Takes what a live show decides, for other consoles of it."""
    votes: VoteOutcomes | None = None
    """What became of the page's votes; None where no page can be served."""
    recording: Path | None = None
    """The file of the wall-clock show that was started last; None: it is not recorded."""
    pacer: FramePacer = field(default_factory=FramePacer)
    """Knows when the windows draw."""
    yield_to_frames: YieldToFrames = no_pacing
    """Makes other threads yield to the windows' frames, if there are windows."""


def open_resources(options: Options) -> ShowResources:
    """Find the output, load the sounds at its rate."""
    output = choose_output(options)
    loaded, clips = load_shared_clips(options, output.rate_hz)
    outputs = OutputWorker(options.state_dir / "recordings")
    outputs.first_recording = options.record_master
    if output.found is not None:
        outputs.show_outputs(output.found)  # the console explains the silence without a second scan
    pacer = FramePacer()
    spool = options.state_dir / "sql"
    tap = None if options.headless else StreamTap(spool, yield_to_frames=pacer.yield_to_frames)
    publish = PublishTap() if options.publish else None
    # Without windows nobody can ask for the page later.
    votes = VoteOutcomes() if options.page or not options.headless else None
    music = music_of(loaded, options.settings)
    decisions = DecisionTap() if options.part is not None and options.settings.topics.show else None
    return ShowResources(
        loaded,
        clips,
        music,
        output,
        ShowClock(),
        outputs,
        tap,
        publish,
        decisions,
        votes,
        pacer=pacer,
        yield_to_frames=no_pacing if options.headless else pacer.yield_to_frames,
    )

"""What every show of one run uses: sounds, output, clock, taps."""

from __future__ import annotations

from dataclasses import dataclass, field

from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.sound_setup import load_sounds, music_of, open_sounds
from mwk_desktop.app.workers.output_worker import OutputWorker
from mwk_desktop.app.workers.publish_tap import PublishTap
from mwk_desktop.clock import ShowClock
from mwk_desktop.engine import output_devices
from mwk_desktop.engine.clip_tables import ConformClips
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.protocol import DEFAULT_OUTPUT, NULL_OUTPUT
from mwk_desktop.engine.shared_memory import SharedClips
from mwk_desktop.frame_pacing import FramePacer
from mwk_desktop.show.music import Music
from mwk_desktop.sounds.set_loading import LoadedSet
from mwk_desktop.units import SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class OutputChoice:
    """The engine's output, its rate, and a line to say where there will be no sound.

    ``found``: what there is to choose from, where that was looked at.
    """

    name: str
    rate_hz: int
    note: str = ""
    found: output_devices.OutputScan | None = None


def choose_output(options: Options) -> OutputChoice:
    """What the settings ask for, else the system's default, else silence."""
    wanted = options.settings.audio.device
    if wanted == NULL_OUTPUT:
        return OutputChoice(NULL_OUTPUT, SAMPLE_RATE_HZ)
    found = output_devices.list_outputs()
    if wanted:
        for device in found.devices:
            if wanted.casefold() in device.name.casefold():
                return OutputChoice(wanted, device.rate_hz)
        names = ", ".join(device.name for device in found.devices) or found.problem or "none"
        if "audio.device" in options.flags:
            raise BadInput(f"--device {wanted}: no such output; there are: {names}")
        # A kept setting names the card of the stage: a laptop without it keeps time, as on the
        # stage when it is pulled out, says so, and plays as soon as it is plugged in.
        return OutputChoice(wanted, SAMPLE_RATE_HZ)
    for device in found.devices:
        if device.is_default:
            return OutputChoice(DEFAULT_OUTPUT, device.rate_hz)
    reason = found.problem or "none is the default one; choose with --device"
    note = f"mwk: no sound output ({reason}): keeping time silently"
    return OutputChoice(NULL_OUTPUT, SAMPLE_RATE_HZ, note, found)


def conforming(options: Options, playing: LoadedSet) -> ConformClips:
    """Decodes the sounds that play once more, for an output at another rate (a worker's thread)."""

    def conform(rate_hz: int) -> SharedClips:
        loaded, clips = load_shared_clips(options, rate_hz, say_warnings=False)
        if loaded.clip_names != playing.clip_names:
            raise ValueError("the sound set has changed since the show began")
        return clips

    return conform


def load_shared_clips(
    options: Options, rate_hz: int, *, say_warnings: bool = True
) -> tuple[LoadedSet, SharedClips]:
    """The sound set, decoded once, straight into the memory that every engine will read."""
    shared: list[SharedClips] = []

    def allocate(shape: tuple[int, int, int]) -> Floats:
        shared.append(SharedClips(shape[0], shape[1]))
        return shared[-1].array

    loaded = load_sounds(
        open_sounds(options.settings), rate_hz, allocate, say_warnings=say_warnings
    )
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
    """Who wants every counted tweet (SQL); nobody can ask where there is no window."""
    publish: PublishTap | None = None
    """Takes a live show's results for other screens."""
    pacer: FramePacer = field(default_factory=FramePacer)
    """Lets the windows' frames go before other work."""


def open_resources(options: Options) -> ShowResources:
    """Find the output, load the sounds at its rate."""
    output = choose_output(options)
    loaded, clips = load_shared_clips(options, output.rate_hz)
    outputs = OutputWorker(options.state_dir / "recordings")
    outputs.first_recording = options.record_master
    if output.found is not None:
        outputs.show_outputs(output.found)  # why nothing plays is told without another look
    pacer = FramePacer()
    spool = options.state_dir / "sql"
    tap = None if options.headless else StreamTap(spool, yield_to_frames=pacer.yield_to_frames)
    publish = PublishTap() if options.publish else None
    return ShowResources(
        loaded, clips, music_of(loaded), output, ShowClock(), outputs, tap, publish, pacer
    )

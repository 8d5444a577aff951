"""Checks what a show needs to be heard: the output, an audible tone, priority, the sound set.

It waits for sound systems and disks, a few seconds at most: run it on a worker or in a command. A
separate engine in its own process opens the device, as for a show.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Final

from mwk_desktop import platform
from mwk_desktop.app.rules_setup import open_sounds
from mwk_desktop.app.run_options import Options
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.engine_process import EngineStartError
from mwk_desktop.engine.output_devices import OutputDevice, OutputScan, list_outputs
from mwk_desktop.engine.protocol import (
    CUE_CHANNELS,
    DEFAULT_OUTPUT,
    NOW,
    NULL_OUTPUT,
    SILENCE,
    EngineSpec,
    EngineStatus,
    Launch,
)
from mwk_desktop.engine.reference_tone import TONE_HZ, TONE_S, tone_samples
from mwk_desktop.messages import (
    NOTHING,
    listing,
    message,
    message_of,
    plural_message,
    sentences,
    verbatim,
)
from mwk_desktop.show.workers_state import CheckFinding
from mwk_desktop.sounds.clip_paging import load_paged
from mwk_desktop.sounds.set_findings import SoundSetError
from mwk_desktop.units import INSTRUMENTS, SAMPLE_RATE_HZ

QUIET_S: Final = 0.6
"""An engine without a tone runs this long: enough for its first xruns."""

DEVICE: Final = message("Sound device")
TONE: Final = message("Test tone")
PRIORITY: Final = message("Real-time priority")


def output_findings(options: Options, *, tone: bool, playing: str = "") -> Iterator[CheckFinding]:
    """Rows ``audio.device``, ``audio.tone``, ``audio.priority``, ``audio.cue`` where outputs 3 and
    4 are there or asked for, and ``audio.jack`` where JACK does not answer but another output is
    there.

    Parameters
    ----------
    tone
        Whether to play a tone.
    playing
        The device of the running show (empty: none): it may be impossible to open it twice.
    """
    found = list_outputs()
    output, rate_hz, device = _chosen_output(options, found)
    if found.hangs and found.devices:  # else the row about the device says it
        yield CheckFinding("audio.jack", "warn", verbatim("JACK"), found.problem)
    yield from _cue_outputs(options, found)
    if device.level != "ok":
        yield device
        if tone and device.level == "off":
            text = message("silence was asked for: nothing to hear")
            yield CheckFinding("audio.tone", "off", TONE, text)
        yield from _priority(_engine_status(options, NULL_OUTPUT, SAMPLE_RATE_HZ, False))
        return
    if playing and not tone:
        yield _plays_on(playing)
        yield from _priority(_engine_status(options, NULL_OUTPUT, SAMPLE_RATE_HZ, False))
        return
    status = _engine_status(options, output, rate_hz, tone, without_jack=found.hangs)
    yield from _opened(status, device, tone, playing)
    yield from _priority(status)


def _chosen_output(options: Options, found: OutputScan) -> tuple[str, int, CheckFinding]:
    """The output that a show would use, its rate, and the finding about it."""
    wanted = options.settings.audio.device
    names = ", ".join(device.name for device in found.devices)
    if wanted == NULL_OUTPUT:
        text = message("silence was asked for (null)")
        remedy = message("Choose an output: --device NAME, or device under [audio].")
        return (
            NULL_OUTPUT,
            SAMPLE_RATE_HZ,
            CheckFinding("audio.device", "off", DEVICE, text, remedy),
        )
    if not found.devices:
        remedy = message(
            "Plug in a sound card, or start the sound system; the music keeps time silently."
        )
        text = found.problem or message("no sound output")
        return (
            NULL_OUTPUT,
            SAMPLE_RATE_HZ,
            CheckFinding("audio.device", "bad", DEVICE, text, remedy),
        )
    for device in found.devices:
        if wanted and wanted.casefold() in device.full_name.casefold():
            return device.full_name, device.rate_hz, _is_there(device)
    if wanted:
        text = message(
            "{device}: no such output; there are: {devices}", device=wanted, devices=names
        )
        remedy = message("Plug it in, or correct device under [audio].")
        return (
            NULL_OUTPUT,
            SAMPLE_RATE_HZ,
            CheckFinding("audio.device", "bad", DEVICE, text, remedy),
        )
    for device in found.devices:
        if device.is_default:
            return DEFAULT_OUTPUT, device.rate_hz, _is_there(device)
    text = message("none is the default one; there are: {devices}", devices=names)
    remedy = message("Choose with --device NAME, or device under [audio].")
    return NULL_OUTPUT, SAMPLE_RATE_HZ, CheckFinding("audio.device", "bad", DEVICE, text, remedy)


def _cue_outputs(options: Options, found: OutputScan) -> Iterator[CheckFinding]:
    """Whether the output has 3 and 4, for pre-listening."""
    audio, title = options.settings.audio, message("Pre-listening")
    asked = audio.cue == "3-4"
    for device in found.devices:
        if audio.device:
            is_chosen = audio.device.casefold() in device.full_name.casefold()
        else:
            is_chosen = device.is_default
        if not is_chosen:
            continue
        if device.channels < CUE_CHANNELS:
            if asked:
                text = message(
                    "{device} has two outputs: pre-listening needs a card with four.",
                    device=device.full_name,
                )
                remedy = message('Choose another output, or cue = "off" under [audio].')
                yield CheckFinding("audio.cue", "warn", title, text, remedy)
        elif asked:
            text = message("outputs 3 and 4 of {device}", device=device.full_name)
            yield CheckFinding("audio.cue", "ok", title, text)
        else:
            text = message("outputs 3 and 4 of {device} are free", device=device.full_name)
            remedy = message('To hear strips there: cue = "3-4" under [audio].')
            yield CheckFinding("audio.cue", "off", title, text, remedy)
        return


def _is_there(device: OutputDevice) -> CheckFinding:
    text = message("{device}, {rate:g} kHz", device=device.full_name, rate=device.rate_hz / 1000)
    return CheckFinding("audio.device", "ok", DEVICE, text)


def _plays_on(device: str) -> CheckFinding:
    return CheckFinding(
        "audio.device", "ok", DEVICE, message("the show plays on {device}", device=device)
    )


def _opened(
    status: EngineStatus | None, device: CheckFinding, tone: bool, playing: str
) -> Iterator[CheckFinding]:
    if status is None or status.state != "running":
        why = status.detail if status is not None else message("the engine did not come up")
        if playing:
            yield _plays_on(playing)
            text = message("no second sound beside the show: {reason}", reason=why)
            remedy = message("The music itself is the tone: listen.")
            yield CheckFinding("audio.tone", "off", TONE, text, remedy)
        else:
            remedy = message("End what else uses it, or choose another output.")
            text = message("{device}: {reason}", device=device.found, reason=why)
            yield CheckFinding("audio.device", "bad", DEVICE, text, remedy)
        return
    text = message(
        "{device}, {rate:g} kHz, {block} frames a block, {latency:.0f} ms",
        device=status.device,
        rate=status.rate_hz / 1000,
        block=str(status.block_frames),
        latency=status.latency_ms,
    )
    late = status.xruns + status.missed
    if late:
        text = listing(
            (text, plural_message("{count} block too late", "{count} blocks too late", late)), "; "
        )
        remedy = message(
            "Use a larger block_size or latency_ms under [audio], or close other programs."
        )
        yield CheckFinding("audio.device", "warn", DEVICE, text, remedy)
    else:
        yield CheckFinding("audio.device", "ok", DEVICE, text)
    if tone:
        text = message(
            "{frequency:g} Hz for {seconds:g} s was played", frequency=TONE_HZ, seconds=TONE_S
        )
        remedy = message("Nothing heard? Check volume, cable and mixing desk.")
        yield CheckFinding("audio.tone", "ok", TONE, text, remedy)


def _priority(status: EngineStatus | None) -> Iterator[CheckFinding]:
    if status is None:
        text = message("the engine's process did not come up")
        remedy = message("See what mwk -v says.")
        yield CheckFinding("audio.priority", "bad", PRIORITY, text, remedy)
    elif status.priority_level == 0:
        text = message(
            "the engine runs at normal priority: a busy computer may make the music stumble"
        )
        remedy = platform.current.priority_remedy()
        yield CheckFinding("audio.priority", "warn", PRIORITY, text, remedy)
    else:
        text = message("granted: {priority}", priority=status.priority)
        yield CheckFinding("audio.priority", "ok", PRIORITY, text)


def _engine_status(
    options: Options, output: str, rate_hz: int, tone: bool, *, without_jack: bool = False
) -> EngineStatus | None:
    """The status of an engine that ran briefly; None: it did not start."""
    audio = options.settings.audio
    samples = tone_samples(rate_hz)
    spec = EngineSpec(
        loop_frames=samples.shape[1],
        rate_hz=rate_hz,
        block_frames=audio.block_size,
        latency_ms=audio.latency_ms,
        output=output,
        without_jack=without_jack,
    )
    try:
        engine = EngineClient(samples, spec)
    except EngineStartError:
        return None
    try:
        if tone and engine.status().state == "running":
            engine.plan_launches(0, [Launch(NOW, 0, 0, 0), Launch(rate_hz * 2, SILENCE, 0, 0)])
        engine.play()
        # A plain wait: nothing else happens meanwhile.
        threading.Event().wait(TONE_S + QUIET_S if tone else QUIET_S)
        return engine.status()
    finally:
        engine.close()


def sound_set_findings(options: Options) -> Iterator[CheckFinding]:
    """Row ``sounds``: whether every clip can be read and all instruments have one."""
    title = message("Sound set")
    began_s = time.monotonic()
    try:
        loaded = load_paged(open_sounds(options.settings), SAMPLE_RATE_HZ)
    except SoundSetError as error:
        remedy = message(
            'Correct the folder; `mwk sounds DIR` examines it. Without it: --sounds "".'
        )
        yield CheckFinding("sounds", "bad", title, message_of(error), remedy)
        return
    took_s = time.monotonic() - began_s
    parts = [
        message(
            "{path}: {clips} clips, {bpm:g} BPM, {bars} bars a loop, read in {seconds:.1f} s",
            path=loaded.sound_set.name,
            clips=len(loaded.clip_names),
            bpm=float(loaded.bpm),
            bars=loaded.bars_per_loop,
            seconds=took_s,
        )
    ]
    empty = [name for name in INSTRUMENTS if not loaded.instruments[name]]
    if empty:
        parts.append(message("no clip for {instruments}", instruments=", ".join(empty)))
    warnings = loaded.warnings
    if warnings:
        more = verbatim(f"(+{len(warnings) - 1})" if len(warnings) > 1 else "")
        parts.append(sentences((warnings[0].text, more)))
    level = "warn" if empty or warnings else "ok"
    remedy = NOTHING if level == "ok" else message("`mwk sounds DIR` says more; the rest plays.")
    yield CheckFinding("sounds", level, title, listing(parts, "; "), remedy)

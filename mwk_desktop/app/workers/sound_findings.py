"""Looks at what a show needs to be heard: the output, an audible tone, priority, the sound set.

Waits for sound systems and disks, a few seconds at most: on a worker or in a command. What opens a
device is an engine of its own, in its own process, as for a show.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Final

import numpy as np

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.sound_setup import open_sounds
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.engine_process import EngineStartError
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.output_devices import OutputDevice, OutputScan, list_outputs
from mwk_desktop.engine.protocol import (
    DEFAULT_OUTPUT,
    NOW,
    NULL_OUTPUT,
    SILENCE,
    EngineSpec,
    EngineStatus,
    Launch,
)
from mwk_desktop.show.workers_state import CheckFinding
from mwk_desktop.sounds.set_findings import SoundSetError
from mwk_desktop.sounds.set_loading import load
from mwk_desktop.units import INSTRUMENTS, SAMPLE_RATE_HZ, db_to_gain

TONE_S: Final = 1.2
TONE_HZ: Final = 440.0
TONE_DB: Final = -18.0
"""Heard in a quiet room, no shock in a loud one."""

QUIET_S: Final = 0.6
"""How long an engine runs without a tone: enough for its first xruns."""

DEVICE: Final = "Sound device"
TONE: Final = "Test tone"
PRIORITY: Final = "Real-time priority"


def output_findings(options: Options, *, tone: bool, playing: str = "") -> Iterator[CheckFinding]:
    """Rows ``audio.device``, ``audio.tone`` and ``audio.priority``.

    Parameters
    ----------
    tone
        Whether a tone is to be heard.
    playing
        The device of a show that runs now (empty: none): opening it twice may not be possible.
    """
    found = list_outputs()
    output, rate_hz, device = _wanted(options, found)
    if device.level != "ok":
        yield device
        if tone and device.level == "off":
            yield CheckFinding("audio.tone", "off", TONE, "silence was asked for: nothing to hear")
        yield from _priority(_engine_status(options, NULL_OUTPUT, SAMPLE_RATE_HZ, False))
        return
    if playing and not tone:
        yield CheckFinding("audio.device", "ok", DEVICE, f"the show plays on {playing}")
        yield from _priority(_engine_status(options, NULL_OUTPUT, SAMPLE_RATE_HZ, False))
        return
    status = _engine_status(options, output, rate_hz, tone)
    yield from _opened(status, device, tone, playing)
    yield from _priority(status)


def _wanted(options: Options, found: OutputScan) -> tuple[str, int, CheckFinding]:
    """The output that a show would take, its rate, and what there is to say about it."""
    wanted = options.settings.audio.device
    names = ", ".join(device.name for device in found.devices)
    if wanted == NULL_OUTPUT:
        text = "silence was asked for (null)"
        remedy = "Choose an output: --device NAME, or device under [audio]."
        return (
            NULL_OUTPUT,
            SAMPLE_RATE_HZ,
            CheckFinding("audio.device", "off", DEVICE, text, remedy),
        )
    if not found.devices:
        remedy = "Plug in a sound card, or start the sound system; the music keeps time silently."
        text = str(found.problem) or "no sound output"
        return (
            NULL_OUTPUT,
            SAMPLE_RATE_HZ,
            CheckFinding("audio.device", "bad", DEVICE, text, remedy),
        )
    for device in found.devices:
        if wanted and wanted.casefold() in device.full_name.casefold():
            return device.full_name, device.rate_hz, _is_there(device)
    if wanted:
        text = f"{wanted}: no such output; there are: {names}"
        remedy = "Plug it in, or correct device under [audio]."
        return (
            NULL_OUTPUT,
            SAMPLE_RATE_HZ,
            CheckFinding("audio.device", "bad", DEVICE, text, remedy),
        )
    for device in found.devices:
        if device.is_default:
            return DEFAULT_OUTPUT, device.rate_hz, _is_there(device)
    text = f"none is the default one; there are: {names}"
    remedy = "Choose with --device NAME, or device under [audio]."
    return NULL_OUTPUT, SAMPLE_RATE_HZ, CheckFinding("audio.device", "bad", DEVICE, text, remedy)


def _is_there(device: OutputDevice) -> CheckFinding:
    text = f"{device.full_name}, {device.rate_hz / 1000:g} kHz"
    return CheckFinding("audio.device", "ok", DEVICE, text)


def _opened(
    status: EngineStatus | None, device: CheckFinding, tone: bool, playing: str
) -> Iterator[CheckFinding]:
    if status is None or status.state != "running":
        why = str(status.detail) if status is not None else "the engine did not come up"
        if playing:
            yield CheckFinding("audio.device", "ok", DEVICE, f"the show plays on {playing}")
            text = f"no second sound beside the show: {why}"
            remedy = "The music itself is the tone: listen."
            yield CheckFinding("audio.tone", "off", TONE, text, remedy)
        else:
            remedy = "End what else uses it, or choose another output."
            yield CheckFinding("audio.device", "bad", DEVICE, f"{device.found}: {why}", remedy)
        return
    text = (
        f"{status.device}, {status.rate_hz / 1000:g} kHz, {status.block_frames} frames a block, "
        f"{status.latency_ms:.0f} ms"
    )
    if status.xruns or status.missed:
        text += f"; {status.xruns + status.missed} blocks too late"
        remedy = "Use a larger block_size or latency_ms under [audio], or close other programs."
        yield CheckFinding("audio.device", "warn", DEVICE, text, remedy)
    else:
        yield CheckFinding("audio.device", "ok", DEVICE, text)
    if tone:
        text = f"{TONE_HZ:g} Hz for {TONE_S:g} s was played"
        remedy = "Nothing heard? Check volume, cable and mixing desk."
        yield CheckFinding("audio.tone", "ok", TONE, text, remedy)


def _priority(status: EngineStatus | None) -> Iterator[CheckFinding]:
    if status is None:
        text, remedy = "the engine's process did not come up", "See what mwk -v says."
        yield CheckFinding("audio.priority", "bad", PRIORITY, text, remedy)
    elif status.priority_level == 0:
        text = "the engine runs at normal priority: a busy computer may make the music stumble"
        remedy = "Allow real-time priority (group audio, rtkit), or use a larger block_size."
        yield CheckFinding("audio.priority", "warn", PRIORITY, text, remedy)
    else:
        yield CheckFinding("audio.priority", "ok", PRIORITY, f"granted: {status.priority}")


def _engine_status(options: Options, output: str, rate_hz: int, tone: bool) -> EngineStatus | None:
    """How an engine did that ran for a moment; None: it did not come up."""
    audio = options.settings.audio
    samples = tone_samples(rate_hz)
    spec = EngineSpec(
        loop_frames=samples.shape[1],
        rate_hz=rate_hz,
        block_frames=audio.block_size,
        latency_ms=audio.latency_ms,
        output=output,
    )
    try:
        engine = EngineClient(samples, spec)
    except EngineStartError:
        return None
    try:
        if tone and engine.status().state == "running":
            engine.plan_launches(0, [Launch(NOW, 0, 0, 0), Launch(rate_hz * 2, SILENCE, 0, 0)])
        engine.play()
        # A plain wait: nothing else is done meanwhile.
        threading.Event().wait(TONE_S + QUIET_S if tone else QUIET_S)
        return engine.status()
    finally:
        engine.close()


def tone_samples(rate_hz: int) -> Floats:
    """One clip: a soft tone, then silence; float32, shape (1, frames, 2)."""
    frames = 2 * rate_hz
    seconds = np.arange(frames) / rate_hz
    shape = np.interp(seconds, [0, 0.02, TONE_S - 0.2, TONE_S], [0.0, 1.0, 1.0, 0.0])
    wave = db_to_gain(TONE_DB) * shape * np.sin(2 * np.pi * TONE_HZ * seconds)
    return np.repeat(wave[np.newaxis, :, np.newaxis], 2, axis=2).astype(np.float32)


def sound_set_findings(options: Options) -> Iterator[CheckFinding]:
    """Row ``sounds``: whether every clip can be read and all instruments have one."""
    title = "Sound set"
    began_s = time.monotonic()
    try:
        loaded = load(open_sounds(options.settings), SAMPLE_RATE_HZ)
    except SoundSetError as error:
        remedy = 'Correct the folder; `mwk sounds DIR` examines it. Without it: --sounds "".'
        yield CheckFinding("sounds", "bad", title, str(error), remedy)
        return
    took_s = time.monotonic() - began_s
    text = (
        f"{loaded.sound_set.name}: {len(loaded.clip_names)} clips, {float(loaded.bpm):g} BPM, "
        f"{loaded.bars_per_loop} bars a loop, read in {took_s:.1f} s"
    )
    empty = [name for name in INSTRUMENTS if not loaded.instruments[name]]
    if empty:
        text += f"; no clip for {', '.join(empty)}"
    warnings = loaded.warnings
    if warnings:
        text += f"; {warnings[0]}" + (f" (+{len(warnings) - 1})" if len(warnings) > 1 else "")
    level = "warn" if empty or warnings else "ok"
    remedy = "`mwk sounds DIR` says more; the rest plays." if level == "warn" else ""
    yield CheckFinding("sounds", level, title, text, remedy)

"""Checks everything a show needs before it begins: for `mwk check` and the pre-flight page.

Threads: :func:`run_preflight` waits for devices, disks and Kafka, part by part, on the caller's
thread.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.workers.picture_file import picture_problem
from mwk_desktop.app.workers.screen_list import Screens, list_screens
from mwk_desktop.messages import NOTHING, Message, message, message_of, verbatim
from mwk_desktop.show.settings.load import SettingsError, default_config_path, load_settings
from mwk_desktop.show.workers_state import CheckFinding

MB: Final = 1_000_000

RECORDING_MB_PER_H: Final = 700
"""Megabytes of the worst hour: the master as 24-bit FLAC (650 MB) and 100,000 tweets (50 MB)."""

FREE_AMBER_H, FREE_RED_H = 4.0, 0.5
"""Hours of recording: below the first the disk is not enough for an evening, below the second not
for a talk."""

LOCAL_LOOK_S: Final = 1.5
"""Timeout for a Kafka on this computer that no setting mentions."""

ORDER: Final = ("off", "ok", "warn", "bad")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PreflightScope:
    """What to check, and how.

    ``watch_s``: how long to wait for a message to compare clocks with; ``tone``: whether to play a
    tone; ``playing``: the device of the running show (empty: none); ``kafka`` and ``topic``: those
    of a running live show.
    """

    watch_s: float = 0.0
    tone: bool = False
    playing: str = ""
    kafka: Any = None
    topic: str = ""


PICTURE: Final = message("Picture")
UNDER_BLACK: Final = message("Picture under Black")


def run_preflight(options: Options, look: PreflightScope) -> Iterator[CheckFinding]:
    """Check part by part; a part that fails by a bug gives a red row, and the others still run."""
    parts: list[tuple[str, Message, Callable[[], Iterator[CheckFinding]]]] = [
        ("settings", message("Settings"), lambda: settings_findings(options)),
        ("display", message("Screens"), lambda: display_findings(options)),
        ("stage.picture", UNDER_BLACK, lambda: picture_findings(options)),
        ("audio.device", message("Sound device"), lambda: _audio(options, look)),
        ("audio.offset", PICTURE, lambda: offset_findings(options)),
        ("sounds", message("Sound set"), lambda: _sounds(options)),
        ("kafka", message("Broker"), lambda: kafka_findings(options, look)),
        ("state", message("State folder"), lambda: state_findings(options)),
    ]
    for key, title, part in parts:
        try:
            yield from part()
        except Exception as error:
            _log.debug("the check %s failed", key, exc_info=True)
            reason = f"{type(error).__name__}: {error}"
            text = message("this check failed: {reason}", reason=reason)
            remedy = message("Please report this, with `mwk -vv check`.")
            yield CheckFinding(key, "bad", title, text, remedy)


def worst_level(rows: Iterator[CheckFinding] | tuple[CheckFinding, ...]) -> str:
    """The worst level of all rows; ``off`` if there are none."""
    return max((row.level for row in rows), key=ORDER.index, default="off")


def _audio(options: Options, look: PreflightScope) -> Iterator[CheckFinding]:
    from mwk_desktop.app.workers.sound_findings import output_findings

    return output_findings(options, tone=look.tone, playing=look.playing)


def _sounds(options: Options) -> Iterator[CheckFinding]:
    from mwk_desktop.app.workers.sound_findings import sound_set_findings

    return sound_set_findings(options)


def settings_findings(options: Options) -> Iterator[CheckFinding]:
    """Row ``settings``: the file as it is now (it may have changed since the start)."""
    title = message("Settings")
    path = options.settings.config_path
    if path is None:
        text = message("no file yet, all defaults ({path})", path=str(default_config_path()))
        yield CheckFinding("settings", "ok", title, text)
        return
    try:
        load_settings(path, {}, {})
    except SettingsError as error:
        remedy = message("Correct the file; nothing was lost.")
        yield CheckFinding("settings", "bad", title, message_of(error), remedy)
        return
    yield CheckFinding("settings", "ok", title, verbatim(str(path)))


def offset_findings(options: Options) -> Iterator[CheckFinding]:
    """Row ``audio.offset``: by how much the picture waits for the loudspeakers."""
    if options.headless:
        return
    offset_ms = options.settings.audio.visual_offset_ms
    text = message("waits {ms} ms for the sound", ms=offset_ms)
    remedy = NOTHING
    if offset_ms == 0:
        remedy = message(
            "Late loudspeakers (Bluetooth, HDMI): tap the beat, Ctrl+P in the console."
        )
    yield CheckFinding("audio.offset", "ok", PICTURE, text, remedy)


def picture_findings(options: Options) -> Iterator[CheckFinding]:
    """Row ``stage.picture``: the picture that the room sees under Black, where one is to be."""
    stage = options.settings.stage
    if options.headless or stage.black != "picture":
        return
    remedy = message(
        "Until then the room sees black: choose a file in the settings (Ctrl+,) or in mwk.toml."
    )
    if not stage.picture:
        yield CheckFinding("stage.picture", "warn", UNDER_BLACK, message("no file is set"), remedy)
    elif problem := picture_problem(stage.picture):
        yield CheckFinding("stage.picture", "warn", UNDER_BLACK, problem, remedy)
    else:
        yield CheckFinding("stage.picture", "ok", UNDER_BLACK, verbatim(stage.picture))


def display_findings(
    options: Options, look: Callable[[], Screens] = list_screens
) -> Iterator[CheckFinding]:
    """Row ``display``: a screen for the console and one for the stage."""
    title = message("Screens")
    if options.headless:
        text = message("no windows were asked for (--headless)")
        yield CheckFinding("display", "off", title, text)
        return
    found = look()
    if not found.screens:
        remedy = message("Without a display the show runs headless: no console, no stage.")
        text = found.problem or message("no screen")
        yield CheckFinding("display", "bad", title, text, remedy)
        return
    screens = ", ".join(str(screen) for screen in found.screens)
    wanted = options.settings.ui.stage_screen.casefold()
    names = [f"{screen.name} {screen.model}".casefold() for screen in found.screens]
    if wanted and not any(wanted in name for name in names):
        remedy = message("Plug the projector in, or correct stage_screen under [ui].")
        text = message(
            "the stage's screen {screen} is not there: {screens}",
            screen=options.settings.ui.stage_screen,
            screens=screens,
        )
        yield CheckFinding("display", "warn", title, text, remedy)
    elif len(found.screens) < 2:
        remedy = message("Plug the projector in and let it extend the desktop, not mirror it.")
        text = message("one screen only: {screen}", screen=screens)
        yield CheckFinding("display", "warn", title, text, remedy)
    else:
        text = message("{count} screens: {screens}", count=len(found.screens), screens=screens)
        yield CheckFinding("display", "ok", title, text)


def kafka_findings(options: Options, look: PreflightScope) -> Iterator[CheckFinding]:
    """Rows ``kafka``, ``kafka.topic``, ``kafka.message``, ``kafka.clock``; ``off`` if no Kafka is
    configured and none answers on this computer."""
    # Late: without Kafka its client is not needed.
    from mwk_desktop.app.kafka_options import kafka_properties
    from mwk_desktop.app.value_schemas import recording_schemas
    from mwk_desktop.app.workers.kafka_findings import check_kafka
    from mwk_desktop.app.workers.schema_findings import schema_findings
    from mwk_desktop.records.schema_decoding import NO_SCHEMAS
    from mwk_desktop.topics import DEFAULT_SERVERS

    topic = look.topic or options.settings.topics.input
    properties = {**kafka_properties(options), **(look.kafka or {})}
    about = tuple(schema_findings(options.settings))
    unusable = any(each.level == "bad" for each in about)
    schemas = NO_SCHEMAS if unusable else recording_schemas(options.settings)
    if look.kafka or options.settings.kafka:
        yield from check_kafka(properties, topic, watch_s=look.watch_s, schemas=schemas)
        yield from about
        return
    found = check_kafka(
        properties, topic, watch_s=look.watch_s, timeout_s=LOCAL_LOOK_S, schemas=schemas
    )
    if found[0].level == "ok":
        yield from (*found, *about)
        return
    text = message(
        "none is configured, and none answers at {servers}: the demo needs none",
        servers=DEFAULT_SERVERS,
    )
    remedy = message(
        'Name it: --bootstrap-servers HOST:PORT, or "bootstrap.servers" under [kafka].'
    )
    yield CheckFinding("kafka", "off", message("Broker"), text, remedy)


def state_findings(options: Options) -> Iterator[CheckFinding]:
    """Rows ``state`` and ``disk``: whether counts and recordings can be kept, and how long."""
    folder = options.state_dir
    there = _nearest(folder)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        remedy = message("Choose another with --state-dir, or make this one writable.")
        text = message("{path} is no folder that can be written", path=str(there))
        yield CheckFinding("state", "bad", message("State folder"), text, remedy)
        return
    yield CheckFinding("state", "ok", message("State folder"), verbatim(str(folder)))
    free_mb = shutil.disk_usage(there).free / MB
    hours = free_mb / RECORDING_MB_PER_H
    level = "bad" if hours < FREE_RED_H else "warn" if hours < FREE_AMBER_H else "ok"
    shown = message("{hours:.1f}", hours=hours) if hours < 10 else round(hours)
    text = message(
        "{gigabytes:,.1f} GB free: {hours} hours of recording",
        gigabytes=free_mb / 1000,
        hours=shown,
    )
    short = message("Free some space, or choose another disk with --state-dir.")
    remedy = NOTHING if level == "ok" else short
    yield CheckFinding("disk", level, message("Disk space"), text, remedy)


def _nearest(folder: Path) -> Path:
    """The folder, or its nearest parent that exists."""
    there = folder.absolute()
    while not there.exists() and there != there.parent:  # a drive that is gone has no parent
        there = there.parent
    return there

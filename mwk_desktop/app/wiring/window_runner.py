"""Windows around a running show. Imports Qt only inside :func:`show_windows`."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path
from typing import Final

from mwk_desktop.app.run_options import Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.frame_pacing import FramePacer
from mwk_desktop.messages import message
from mwk_desktop.ui.display import can_open_windows

_log = logging.getLogger(__name__)


TOUR_SEEN: Final = "tour-seen"
"""The file that says that the demo has explained itself."""


def _note(seen: Path) -> None:
    with contextlib.suppress(OSError):  # then it comes again
        seen.parent.mkdir(parents=True, exist_ok=True)
        seen.touch()


def print_why_headless() -> bool:
    """Whether no window can be opened here; prints the reason in one line."""
    reason = can_open_windows()
    if reason:
        print_stderr(message("no windows: {reason}; going on headless", reason=reason))
    return bool(reason)


def run_in_windows(options: Options, host: ShowHost, pacer: FramePacer) -> int:
    """Both windows, until the console is closed."""
    from mwk_desktop.ui.application import run_windows
    from mwk_desktop.ui.pictures.picture_cache import PictureCache
    from mwk_desktop.ui.ui_options import UiOptions

    ui, stage = options.settings.ui, options.settings.stage
    seen = options.state_dir / TOUR_SEEN
    code: int = run_windows(
        host,
        pacer=pacer,
        settings=UiOptions(
            language=ui.language,
            stage_second_language=ui.stage_second_language,
            scale=ui.scale,
            reduced_motion=ui.reduced_motion,
            stage_screen=ui.stage_screen,
            pictures=PictureCache() if ui.pictures else None,
            visual_offset_ms=options.settings.audio.visual_offset_ms,
            screenshot=options.screenshot,
            exit_after_s=options.exit_after_s,
            on_open_recording=host.open_recording,
            console_link=host.console_link,
            keep_awake=options.screenshot is None,
            keys=options.settings.keys,
            stage_goes_on=ui.stage_lost == "next",
            stage_black=stage.black,
            stage_picture=stage.picture,
            escape_held=ui.escape_held,
            escape_leaves_full_screen=ui.escape_leaves_full_screen,
            recordings_dir=options.state_dir / "recordings",
            tour=options.screenshot is None and not seen.exists(),
            on_tour_over=lambda: _note(seen),
        ),
        on_ready=lambda: _log.info("the console is on the screen"),
    )
    return code

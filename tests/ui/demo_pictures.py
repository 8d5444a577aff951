"""The pictures of the README: both windows with the real demo playing, at a given size.

``python tests/ui/demo_pictures.py 1280x800 docs/images`` (a display or Xvfb is needed).
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any


def main(size: str, folder: str, seconds: str = "47") -> int:
    """Play the demo silently for a while, then picture both windows at ``WIDTHxHEIGHT``."""
    from mwk_desktop.__main__ import main as mwk
    from mwk_desktop.ui import application

    width, height = (int(part) for part in size.split("x"))
    run_windows = application.run_windows

    def sized(show: Any, *, settings: application.UiOptions, on_ready: Any = None) -> int:
        settings = replace(
            settings,
            console_size=(width, height),
            stage_size=(width, height),
            on_open_recording=settings.on_open_recording or (lambda path: None),
        )
        return run_windows(show, settings=settings, on_ready=on_ready)

    application.run_windows = sized
    picture = Path(folder) / f"console-{size}.png"
    with tempfile.TemporaryDirectory() as state:
        options = ["--device", "null", "--state-dir", state, "--seed", "3", "--rate", "12"]
        options += ["--users", "400", "--exit-after", seconds, "--screenshot", str(picture)]
        sys.argv = ["mwk", *options]
        code = mwk()
    stage = picture.with_name(f"{picture.stem}-stage.png")
    if stage.exists():
        stage.rename(picture.with_name(f"stage-{size}.png"))
    return code or 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))

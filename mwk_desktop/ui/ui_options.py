"""How the windows start, as one value (no Qt here)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mwk_desktop.show.console_link import ConsoleLink


@dataclass(frozen=True, slots=True)
class UiOptions:
    """How the windows start.

    Attributes
    ----------
    language
        A short name such as ``fr``, or empty for the system's.
    stage_second_language
        A second language on the stage; empty for none.
    scale
        Enlarges everything, 1 to 3.
    reduced_motion
        Whether nothing pulses or slides.
    visual_offset_ms
        Delays what shows the beat, in milliseconds.
    stage
        Whether to open the stage at once, even without a second screen.
    screenshot, exit_after_s
        Save both windows as FILE.png and FILE-stage.png after this many seconds, and leave.
    on_open_recording
        Called with the file when the presenter opens a recording; None hides that control.
    console_size, stage_size
        Logical pixels, for pictures of a known size.
    stage_screen
        The projector's screen by name; empty for any.
    pictures
        A :class:`~mwk_desktop.ui.pictures.picture_cache.PictureCache` that fetches users' pictures;
        None shows initials only.
    console_link
        Brings requests of MIDI, OSC and phones to the windows.
    keep_awake
        Whether screen saver and sleep are held off while the windows are open.
    keys
        The presenter's own keys (``[keys]``): key -> action.
    stage_goes_on
        Whether the stage goes to another screen while that one is missing.
    stage_black, stage_picture
        What the room sees under Black: ``black``, ``hashtag`` or ``picture``, and that file.
    escape_held
        Whether Esc is panic only when it is held.
    escape_leaves_full_screen
        Whether Esc on a stage in full screen leaves that first, and is no panic.
    recordings_dir
        Where files of recordings are looked for first.
    tour, on_tour_over
        Whether the demo explains itself, and what is called once it has: it is not to come again.
    """

    language: str = "en"
    stage_second_language: str = ""
    scale: float = 1.0
    reduced_motion: bool = False
    visual_offset_ms: float = 0.0
    stage: bool = False
    screenshot: Path | None = None
    exit_after_s: float | None = None
    on_open_recording: Callable[[Path], None] | None = None
    console_size: tuple[int, int] | None = None
    stage_size: tuple[int, int] | None = None
    stage_screen: str = ""
    pictures: Any = None
    console_link: ConsoleLink | None = None
    keep_awake: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    stage_goes_on: bool = False
    stage_black: str = "black"
    stage_picture: str = ""
    escape_held: bool = False
    escape_leaves_full_screen: bool = False
    recordings_dir: Path | None = None
    tour: bool = False
    on_tour_over: Callable[[], None] = lambda: None

"""Whatever keys are pressed in the console's window: what it shows is what the show will do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import OpenWindows
from held_console import HeldConsole, ShownStrip
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mwk_desktop.show.commands import Mode
from mwk_desktop.units import INSTRUMENTS, ms_to_frames
from tests.show.held_show import BAR, LEAD_FRAMES, WINDOW_MS
from tests.support import examples

_PLACES = range(1, 9)
KEYS = [
    *(f"{modifier}{place}" for place in _PLACES for modifier in ("", "Shift+", "Ctrl+")),
    *(f"Alt+{place}" for place in (1, 6)),
    *("A", "G", "Shift+A", "0", "N", "Space") * 4,
    *("Ctrl+Z", "Ctrl+Y", "M", "C", "Ctrl+S", "Ctrl+Shift+1", "Ctrl+Shift+2", "Up", "Left") * 2,
    *("Escape", "F", "D", "L", "?", "F10", "PageDown", "B"),
]
"""What a presenter in a hurry presses, stray keys among it."""

presses = st.lists(
    st.tuples(st.integers(0, 1_000), st.sampled_from(KEYS), st.booleans()),
    min_size=1,
    max_size=20,
)
ARM_FOUR = [(200, key, True) for key in ("A", "1", "Ctrl+6", "Shift+3", "M")]


@pytest.fixture(scope="module")
def held_console(qapp: Any) -> Iterator[HeldConsole]:
    console = HeldConsole(OpenWindows)
    yield console
    console.close()


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(start=st.integers(0, 28_000), keys=presses)
@example(start=5_000, keys=ARM_FOUR)
@example(start=5_000, keys=[*ARM_FOUR, (900, "G", False), (100, "Ctrl+Z", False)])
@example(start=20_000, keys=[(300, "N", True), (0, "2", False), (0, "?", False)])
def test_the_window_shows_what_the_show_will_do(
    held_console: HeldConsole, start: int, keys: list[tuple[int, str, bool]]
) -> None:
    """Up to twenty keys in ten seconds, at any moment of a window of votes."""
    window = held_console
    window.begin()
    window.run(BAR + int(ms_to_frames(start, 48_000)))
    for gap_ms, chord, votes in keys:
        window.run(window.show.frame + int(ms_to_frames(gap_ms, 48_000)))
        if votes:
            window.show.vote(*INSTRUMENTS[: 1 + gap_ms % 6])
        window.press(chord)
        assert (window.text("hold") == "HELD") == window.show.snapshot().hold
        assert (window.text("arm") == "Arming") == window.show.core.desk.armed.arming
    for name in INSTRUMENTS:
        _check_now(window, name)
    _check_next(window)
    _check_go(window)


def _check_now(window: HeldConsole, name: str) -> None:
    """NOW is what the engine was told to play."""
    shown, told = window.shown(name), window.told(name, LEAD_FRAMES)
    if shown.now in ("silent", "off"):
        assert told is None, (name, shown)
    else:
        assert shown.now_title == told, (name, shown)


def _check_next(window: HeldConsole) -> None:
    """What a strip says of its next bar is so when that bar is there."""
    said = {name: window.shown(name) for name in INSTRUMENTS}
    by_hand = {name: shown for name, shown in said.items() if shown.next == "hand"}
    for bar in sorted({shown.next_bar or 0 for shown in by_hand.values()} - {0}):
        due = {name: shown for name, shown in by_hand.items() if shown.next_bar == bar}
        line = window.line_of(bar)
        # The plan is told to the engine its lead ahead.
        early = line - LEAD_FRAMES - 960
        if window.show.frame < early:
            window.run(early)
        for name, shown in due.items() if window.show.frame <= early else ():
            assert window.sounding(name) == (shown.now_title or None), (name, shown)
        window.run(line)
        for name, shown in due.items():
            stops = shown.next_title == "Stops"
            assert window.sounding(name) == (None if stops else shown.next_title), (name, shown)


def _check_go(window: HeldConsole) -> None:
    """GO does what the strips say waits for it, on the bar that its button names."""
    for chord in ("Escape", "Escape"):
        if window.ui.console.property("overlaid"):
            window.press(chord)
    if window.ui.windows.console.locked:
        window.press("L")
    if window.text("hold") != "HELD":
        window.press("Space")
    # Past all that is pending, in the middle of a window, where no scene lands.
    of_window = int(ms_to_frames(WINDOW_MS, 48_000))
    window.run(window.show.frame + 3 * BAR)
    if window.show.frame % of_window > of_window // 2:
        window.run((window.show.frame // of_window + 1) * of_window + 3 * BAR)
    armed = len(window.show.core.desk.armed.changes)
    assert window.text("goTitle") == (f"GO {armed}" if armed else "GO")
    if not armed:
        return
    bar_text = window.text("goText")
    said = {name: window.shown(name) for name in INSTRUMENTS}
    modes = {name: hand.mode for name, hand in window.show.core.conductor.overrides.items()}
    mutes = {name: hand.mute for name, hand in window.show.core.conductor.overrides.items()}
    before = {name: window.sounding(name) for name in INSTRUMENTS}
    window.press("G")
    assert (window.text("goTitle"), window.text("goText")) == ("GO", bar_text)
    window.run(window.line_of(int(bar_text.removeprefix("bar "))))
    assert window.show.core.desk.armed.changes == ()
    for name, shown in said.items():
        hand = window.show.core.conductor.overrides[name]
        assert (hand.mute != mutes[name]) == (shown.mute == "armed"), (name, shown)
        _check_armed(window, name, shown, before[name], modes[name])


def _check_armed(
    window: HeldConsole, name: str, shown: ShownStrip, before: str | None, mode: Mode
) -> None:
    hand = window.show.core.conductor.overrides[name]
    if shown.next != "armed":
        assert hand.mode is mode, (name, shown)
    elif shown.next_title == "To AUTO":
        assert hand.mode is Mode.AUTO, (name, shown)
    else:
        expected = None if shown.next_title == "Off" else shown.next_title
        assert window.sounding(name) == expected, (name, shown, before)

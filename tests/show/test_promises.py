"""Whatever keys are pressed: what the console shows is what the show will do."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.show.action_kinds import Refusal
from mwk_desktop.show.actions import resolve
from mwk_desktop.show.desk_commands import Control, Go
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.strip_state import StripState
from mwk_desktop.units import INSTRUMENTS, ms_to_frames
from tests.show.held_show import BAR, LEAD_FRAMES, WINDOW_MS, HeldShow
from tests.show.shows import RATE_HZ, Live, Replayed, batch_of
from tests.support import T0_MS, examples

_STRIPS = range(1, 9)
ACTIONS = [
    *(f"strip.{n}.{what}" for n in _STRIPS for what in ("mode.next", "clip.next", "mute", "solo")),
    *(f"strip.{n}.{what}" for n in (1, 6) for what in ("cancel", "clip.auto")),
    *("show.arm", "show.go", "show.forget", "show.all_auto", "show.next_now", "show.hold") * 4,
    *("show.undo", "show.redo", "show.cancel_next") * 3,
    *(f"snapshot.{n}.{what}" for n in (1, 2) for what in ("store", "recall")),
]
"""What a presenter in a hurry presses; what is on the whole desk more often."""

presses = st.lists(
    st.tuples(st.integers(0, 1_000), st.sampled_from(ACTIONS), st.booleans()),
    min_size=1,
    max_size=20,
)


def _press(show: HeldShow, action: str) -> None:
    outcome: Any = resolve(show.snapshot(), action)
    if not isinstance(outcome, Refusal):
        show.do(outcome)


def _line(show: HeldShow, bar: int) -> int:
    line = show.core.grid.next_line(show.frame, "bar")
    while show.core.grid.bar_at(line) < bar:
        line += BAR
    return line


def _name(clip: Any) -> str | None:
    return None if clip is None else str(clip.name)


def _check_next(show: HeldShow, before: Snapshot, strip: StripState) -> None:
    """What NEXT has said of a strip, now that its bar is there."""
    sounding = show.core.conductor.sounding(strip.instrument)
    assert sounding == _name(strip.next), (strip.instrument, strip, before.desk)


@settings(max_examples=examples(60), deadline=None)
@given(start=st.integers(0, 28_000), keys=presses)
def test_now_next_and_armed_are_what_the_show_does(
    start: int, keys: list[tuple[int, str, bool]]
) -> None:
    show = HeldShow()
    show.run(BAR + int(ms_to_frames(start, 48_000)))
    for gap_ms, action, votes in keys:
        show.run(show.frame + int(ms_to_frames(gap_ms, 48_000)))
        if votes:
            show.vote(*INSTRUMENTS[: 1 + gap_ms % 6])
        _press(show, action)
    said = show.snapshot()
    # NOW: what the engine was told to play, up to its lead.
    for strip in said.strips:
        told = [c for f, c in show.launches(strip.instrument) if f <= show.frame + LEAD_FRAMES]
        assert (told[-1] if told else None) == _name(strip.now)
    # NEXT: by the bar it names, unless a scene (whose votes still come) is between.
    changes = [s for s in said.strips if s.next_kind != "stay" and s.next_bar is not None]
    by_hand = [s for s in changes if s.next_by_hand or said.desk.early_lock is not None]
    for bar in sorted({s.next_bar for s in by_hand if s.next_bar is not None}):
        line = _line(show, bar)
        show.run(line)
        for strip in by_hand:
            if strip.next_bar == bar:
                _check_next(show, said, strip)
    if said.desk.armed:
        _check_go(show)


def _check_go(show: HeldShow) -> None:
    """GO does what was armed, on the bar that the button named."""
    # Past all that is pending, in the middle of a window, where no scene lands.
    show.do(_held())
    window = int(ms_to_frames(WINDOW_MS, 48_000))
    show.run(show.frame + 3 * BAR)
    if show.frame % window > window // 2:
        show.run((show.frame // window + 1) * window + 3 * BAR)
    said = show.snapshot()
    assert show.do(Go()) == bool(said.desk.armed)
    if not said.desk.armed:
        return
    fired = show.snapshot()
    assert fired.desk.fired_bar == said.desk.go_bar
    assert fired.desk.armed == ()
    show.run(_line(show, said.desk.go_bar))
    for strip in said.strips:
        hand = show.core.conductor.overrides[strip.instrument]
        for control, value in strip.armed.items():
            field = "variation" if control is Control.CLIP else str(control)
            assert getattr(hand, field) == value
        if strip.armed:
            assert show.core.conductor.sounding(strip.instrument) == _name(strip.armed_next)


def _held() -> Any:
    from mwk_desktop.show.commands import SetHold

    return SetHold(True)


@pytest.mark.parametrize("seed", range(3))
def test_a_recorded_evening_of_presses_replays_and_bounces_the_same(
    tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    path = tmp_path / "show.jsonl"
    live = Live(path)
    happenings: list[Any] = []
    for n in range(90):
        at_ms = rng.randrange(0, 26_000, 50)
        message = (f"user{n % 9}", rng.choice(INSTRUMENTS))
        happenings.append((at_ms, batch_of(T0_MS + at_ms, message, first=n)))
    happenings.append((27_000, batch_of(T0_MS + 27_000, ("last", "drum"), first=500)))
    presses = iter(sorted(rng.randrange(0, 26_000, 50) for _ in range(250)))
    due = next(presses)
    happenings.sort(key=lambda each: each[0])
    for t_ms in range(0, 31_000, 50):
        while happenings and happenings[0][0] <= t_ms:
            live.show.fold_batch(happenings.pop(0)[1])
        while due is not None and due <= t_ms:
            outcome: Any = resolve(live.show.next_snapshot(), rng.choice(ACTIONS))
            if not isinstance(outcome, Refusal):
                live.show.apply_command(outcome)
            due = next(presses, None)
        live.show.tick()
        live.clock.advance(50)
        live.engine.advance(50 * RATE_HZ // 1000)
    live.writer.close()
    text = path.read_text()
    assert all(f'\\"{name}\\"' in text for name in ("Go", "AllAuto", "PutSnapshot"))

    replayed = Replayed(path)
    bounced = replayed.offline()
    assert bounced is not None
    lines, replayed.lines = replayed.lines, []
    assert lines == live.lines
    timed = replayed.timed()
    assert replayed.lines == lines
    for track, launches in bounced.launches.items():
        assert launches == [x for x in timed.launches[track] if x.frame < bounced.end_frame]

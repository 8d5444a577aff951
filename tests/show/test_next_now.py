"""Next scene now: an early lock, taken back or landed; the window goes on to its own end."""

from __future__ import annotations

from collections.abc import Sequence

from mwk_desktop.show.action_kinds import Refusal
from mwk_desktop.show.actions import resolve
from mwk_desktop.show.commands import CancelScene, SetHold
from mwk_desktop.show.desk_commands import NextNow
from mwk_desktop.topology.counting import Counting
from mwk_desktop.units import ms_to_frames
from tests.show.held_show import BAR, LEAD_FRAMES, WINDOW_MS, HeldShow
from tests.show.shows import MUSIC

END = int(ms_to_frames(WINDOW_MS, 48_000))


def _state(show: HeldShow) -> tuple[object, ...]:
    counting, conductor = show.counting, show.core.conductor
    return (
        counting.chart(_start(show)),
        counting.counts,
        counting.bags.counts,
        counting.forecast(_start(show)),
        conductor.scenes.clips,
        conductor.scenes.pending,
        conductor.scenes.drawn,
        [show.launches(name) for name in ("drum", "pad", "vocal", "synth")],
    )


def _start(show: HeldShow) -> int:
    return show.now_ms - show.now_ms % WINDOW_MS


def test_the_five_of_now_land_on_the_next_bar_and_the_rest_counts_for_the_due_scene() -> None:
    show = HeldShow()
    show.vote("vocal", "vocal", "synth")
    forecast = show.counting.forecast(_start(show))
    assert show.do(NextNow(True))
    lock = show.snapshot().desk.early_lock
    assert lock is not None
    line = show.bar_line()
    assert lock.landing_bar == show.core.grid.bar_at(line)
    assert lock.planned_bar == show.core.grid.bar_at(show.core.landing_by_rule(END))
    assert show.snapshot().strips[7].next_bar == lock.landing_bar
    assert show.counting.chart(_start(show)) == {}
    show.vote("melody")  # after the lock, before it lands
    assert show.counting.bags.counts == {}  # drawn for good only when it lands
    show.go(line + BAR)
    assert show.core.conductor.scenes.clips == forecast
    assert show.launches("vocal")[-1] == (line, forecast["vocal"])
    assert show.snapshot().desk.early_lock is None
    assert show.counting.bags.counts == {"vocal": 1, "synth": 1}
    assert show.counting.chart(_start(show)) == {"melody": 1}
    # The window ends on the clock, and only what came after the lock decides its scene.
    show.go(END + 12_000)
    show.close()
    show.go(END + 2 * BAR)
    assert set(show.core.conductor.scenes.clips) == {"melody"}
    assert show.core.conductor.scenes.number == 2
    assert show.counting.counts.votes == 4


def test_once_its_scene_is_drawn_the_next_one_is_prepared() -> None:
    show = HeldShow()
    prepared: list[Sequence[int]] = []
    show.planned.prepare_clips = prepared.append  # type: ignore[method-assign]
    show.vote("vocal")
    show.do(NextNow(True))
    line = show.bar_line()
    show.go(line - 2 * LEAD_FRAMES)
    before = len(prepared)
    show.go(line)
    assert len(prepared) > before
    assert MUSIC.clip_ids[show.counting.bags.peek("vocal")] in prepared[-1]


def test_twice_is_nothing() -> None:
    show, other = HeldShow(), HeldShow()
    for one in (show, other):
        one.vote("vocal", "vocal", "synth")
    assert show.do(NextNow(True))
    show.vote("pad")
    other.vote("pad")
    assert show.do(NextNow(False))
    assert _state(show) == _state(other)
    for one in (show, other):
        one.go(END + 12_000)
        one.close()
        one.go(END + 2 * BAR)
    assert _state(show) == _state(other)


def test_it_cannot_be_taken_back_once_it_has_landed() -> None:
    show = HeldShow()
    show.vote("vocal")
    show.do(NextNow(True))
    show.go(show.bar_line())
    assert not show.do(NextNow(False))
    assert set(show.core.conductor.scenes.clips) == {"vocal"}


def test_when_it_is_refused() -> None:
    show = HeldShow()

    def refused() -> bool:
        asked = resolve(show.snapshot(), "show.next_now")
        return isinstance(asked, Refusal) and not show.do(NextNow(True))

    assert refused()  # nobody has voted
    show.vote("vocal")
    show.do(SetHold(True))
    assert refused()
    show.do(SetHold(False))
    show.go(END - BAR // 2)
    assert refused()  # the scene lands on that bar anyway
    show.go(END + 12_000)
    show.close()
    show.vote("pad")
    assert refused()  # a scene is on its way
    show.go(END + 2 * BAR)
    assert not isinstance(resolve(show.snapshot(), "show.next_now"), Refusal)


def test_a_hold_keeps_the_early_scene_for_the_release() -> None:
    show = HeldShow()
    show.vote("vocal")
    show.do(NextNow(True))
    show.do(SetHold(True))
    assert show.snapshot().desk.early_lock is None
    assert show.counting.bags.counts == {"vocal": 1}
    show.go(show.frame + 2 * BAR)
    assert "vocal" not in show.core.conductor.scenes.clips
    show.do(SetHold(False))
    show.go(show.frame + 2 * BAR)
    assert set(show.core.conductor.scenes.clips) == {"vocal"}


def test_it_comes_even_if_the_coming_scene_was_cancelled_and_gives_the_cancel_back() -> None:
    show = HeldShow()
    show.vote("vocal")
    show.do(CancelScene())
    show.do(NextNow(True))
    assert not show.snapshot().next_scene_cancelled
    show.do(NextNow(False))
    assert show.snapshot().next_scene_cancelled


def test_what_was_locked_survives_a_restart() -> None:
    show = HeldShow()
    show.vote("vocal", "synth")
    show.do(NextNow(True))
    show.vote("melody")
    rules, clips = show.counting.rules, MUSIC.clips
    # Before it has landed nothing is decided: the votes are the window's again.
    early = Counting.from_rows(rules, clips, show.counting.all_rows())
    assert sum(early.chart(_start(show)).values()) == 3
    show.go(show.bar_line() + BAR)
    late = Counting.from_rows(rules, clips, show.counting.all_rows())
    assert late.chart(_start(show)) == {"melody": 1}
    assert late.counts == show.counting.counts
    assert late.bags.counts == show.counting.bags.counts

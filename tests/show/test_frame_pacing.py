"""Workers rest while a frame is due, and only then; windows that hang hold nobody."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mwk_desktop.frame_pacing import (
    AHEAD_S,
    HANGS_S,
    MEANWHILE_S,
    PATIENCE_S,
    SLICE_TWEETS,
    UNPACED_TWEETS,
    FramePacer,
    no_pacing,
    paced_slices,
)
from tests.support import wait_for


class Worker:
    """One that gives way once, on a thread of its own."""

    def __init__(self, pacer: FramePacer) -> None:
        self.went_on = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(pacer,))
        self._thread.start()

    def _run(self, pacer: FramePacer) -> None:
        pacer.yield_to_frames()
        self.went_on.set()

    def join(self) -> None:
        self._thread.join(30)
        assert not self._thread.is_alive()


def test_without_windows_nobody_waits() -> None:
    pacer = FramePacer(lambda: 1e9)
    pacer.yield_to_frames()


def test_work_goes_on_between_frames_and_rests_when_one_is_due() -> None:
    now_s = [10.0]
    asked: list[float] = []

    class Held(threading.Event):
        """A frame's end that only :meth:`FramePacer.frame_drawn` brings, however long it takes."""

        def wait(self, timeout: float | None = None) -> bool:
            asked.append(now_s[0])
            return super().wait(60)

    pacer = FramePacer(lambda: now_s[0])
    pacer.frame_drawn(10.016)
    pacer._drawn = Held()
    now_s[0] = 10.016 - AHEAD_S - 0.001
    pacer.yield_to_frames()
    assert asked == []  # the frame is not due yet

    now_s[0] = 10.016 - AHEAD_S / 2
    worker = Worker(pacer)
    wait_for(lambda: asked)
    assert not worker.went_on.is_set()
    now_s[0] = 10.020
    pacer.frame_drawn(10.036)
    worker.join()
    assert worker.went_on.is_set()
    pacer.yield_to_frames()  # until the next one is due
    assert len(asked) == 1


class Never(threading.Event):
    """A frame that is not drawn."""

    waits = 0

    def wait(self, timeout: float | None = None) -> bool:
        self.waits += 1
        return super().wait(0)


def frame_that_is_never_drawn(pacer: FramePacer) -> Never:
    pacer._drawn = never = Never()
    return never


def test_a_late_frame_is_waited_for_from_its_beginning() -> None:
    """Painting both windows may take longer than a worker waits for the next frame."""
    now_s = [1.0]
    pacer = FramePacer(lambda: now_s[0])
    pacer.frame_drawn(1.016)
    never = frame_that_is_never_drawn(pacer)
    now_s[0] = 1.030
    pacer.yield_to_frames()
    pacer.yield_to_frames()
    assert never.waits == 1  # it did not come: full speed
    now_s[0] = 1.040
    pacer.frame_begins()
    for past_s in (0.0, HANGS_S / 2):
        now_s[0] = 1.040 + past_s
        pacer.yield_to_frames()
    assert never.waits == 3  # before each slice
    now_s[0] = 1.041 + HANGS_S
    pacer.yield_to_frames()
    pacer.yield_to_frames()
    assert never.waits == 4  # its window hangs
    pacer.frame_drawn(1.200)
    never = frame_that_is_never_drawn(pacer)
    now_s[0] = 1.190
    pacer.yield_to_frames()
    assert never.waits == 0


def test_windows_that_hang_hold_nobody_twice() -> None:
    now_s = [1.0]
    pacer = FramePacer(lambda: now_s[0])
    pacer.frame_drawn(1.016)
    never = frame_that_is_never_drawn(pacer)
    now_s[0] = 2.0
    for _ in range(5):
        pacer.yield_to_frames()
    assert never.waits == 1
    pacer.frame_drawn(2.016)
    never = frame_that_is_never_drawn(pacer)
    now_s[0] = 2.1
    pacer.yield_to_frames()
    assert never.waits == 1  # they draw again: their frames come first again


def test_a_batch_is_worked_on_in_pieces() -> None:
    asked: list[int] = []
    slices = list(paced_slices(2 * SLICE_TWEETS + 5, lambda _: asked.append(1)))
    assert len(asked) == 3
    sizes = [one.stop - one.start for one in slices]
    assert [one.start for one in slices] == [0, sizes[0], sizes[0] + sizes[1]]
    assert sum(sizes) == 2 * SLICE_TWEETS + 5
    assert max(sizes) - min(sizes) <= 1
    assert list(paced_slices(SLICE_TWEETS, no_pacing)) == [slice(0, SLICE_TWEETS)]
    assert list(paced_slices(0, lambda _: asked.append(1))) == [slice(0, 0)]


def test_what_must_not_wait_for_a_frame_is_done_meanwhile() -> None:
    """Each time that the rest is looked up from, until the frame is drawn, and for no longer than
    the rest."""
    now_s = [1.0]
    pacer = FramePacer(lambda: now_s[0])
    pacer.frame_drawn(1.016)
    never = frame_that_is_never_drawn(pacer)
    done: list[float] = []
    pacer.yield_to_frames(lambda: done.append(now_s[0]))
    assert done == []  # no frame is due
    now_s[0] = 1.016
    pacer.yield_to_frames(lambda: done.append(now_s[0]))
    assert len(done) == never.waits == round(PATIENCE_S / MEANWHILE_S)

    pacer.frame_drawn(1.032)
    now_s[0] = 1.032
    pacer.frame_begins()
    pacer.yield_to_frames(lambda: pacer.frame_drawn(1.048))
    pacer.yield_to_frames(done.clear)  # the next one is not due
    assert done


def test_a_command_acts_while_a_slice_waits_for_a_frame() -> None:
    asked: list[Callable[[], None] | None] = []
    hand: list[str] = []
    for _ in paced_slices(2 * SLICE_TWEETS, asked.append, lambda: hand.append("acts")):
        pass
    assert len(asked) == 2
    for meanwhile in asked:
        assert meanwhile is not None
        meanwhile()
    assert hand == ["acts", "acts"]


def test_without_windows_the_pieces_are_larger() -> None:
    assert list(paced_slices(UNPACED_TWEETS, no_pacing)) == [slice(0, UNPACED_TWEETS)]
    assert len(list(paced_slices(UNPACED_TWEETS + 1, no_pacing))) == 2

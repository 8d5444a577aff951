"""Clips that are not in memory in time: they land on the next bar; the pool loads what comes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from mwk_desktop.engine.clip_bank import ClipBank, single_pages
from mwk_desktop.engine.clip_pool import ClipPool
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import NOW, SILENCE, EngineSpec, Landed, Launch
from mwk_desktop.sounds.sound_layout import PagePiece

LOOP = 1_000


class Source:
    """Puts page ``n``, of eighths, into slot ``n % slots`` when it is asked for clip ``n``."""

    def __init__(self, slots: int, pages: int = 4) -> None:
        self.rows = np.zeros((slots, LOOP, 2), np.float32)
        self.slots = np.full(pages, -1, np.int32)
        self.asked: list[tuple[int, tuple[int, ...]]] = []
        self.loaded = threading.Event()

    def load(self, owner: int, keep: Collection[int] = ()) -> bool:
        self.asked.append((owner, tuple(sorted(keep))))
        slot = owner % len(self.rows)
        self.slots[self.slots == slot] = -1
        self.rows[slot] = (owner + 1) / 8
        self.slots[owner] = slot
        self.loaded.set()
        return True

    @property
    def bank(self) -> ClipBank:
        return ClipBank(self.rows, single_pages(len(self.slots)), self.slots)


def mix(mixer: Mixer, frames: int) -> list[float]:
    out = np.empty((frames, 2), np.float32)
    mixer.mix_into(out)
    return (8 * out[:, 0]).tolist()


def test_what_is_not_in_memory_lands_on_the_next_bar_and_is_counted() -> None:
    source = Source(4)
    source.load(0)
    mixer = Mixer(source.bank, EngineSpec(LOOP, bars_per_loop=2, origin_frame=100))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0), Launch(1_100, 2, 0, 10, 200)])
    assert mix(mixer, 1_300) == [1.0] * 1_300  # the old clip goes on, without a fade
    assert mixer.postponed == 1
    source.load(2)
    assert mix(mixer, 290) == [1.0] * 290
    out = mix(mixer, 510)
    assert out[10:] == [3.0] * 500
    assert mixer.postponed == 1
    events = [event for event in mixer.events() if isinstance(event, Landed)]
    assert [(event.frame, event.clip) for event in events] == [(0, 0), (1_600, 2)]


def test_it_goes_on_waiting_bar_by_bar_until_something_else_lands() -> None:
    source = Source(4)
    mixer = Mixer(source.bank, EngineSpec(LOOP, bars_per_loop=4))
    mixer.plan_launches(1, [Launch(500, 3, 0, 0), Launch(1_600, SILENCE, 0, 0)])
    assert mix(mixer, 3_000) == [0.0] * 3_000
    assert mixer.postponed == 5
    events = [event for event in mixer.events() if isinstance(event, Landed)]
    assert [(event.frame, event.clip) for event in events] == [(1_600, SILENCE)]


def test_what_was_played_so_is_the_render_of_what_landed() -> None:
    source = Source(4)
    source.load(0)
    mixer = Mixer(source.bank, EngineSpec(LOOP, block_frames=64))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0), Launch(1_000, 2, 48, 40, 200)])
    played = mix(mixer, 1_200)
    source.load(2)
    played += mix(mixer, 1_800)
    landed = [
        Launch(event.frame, *event[3:]) for event in mixer.events() if isinstance(event, Landed)
    ]
    other = Source(4)
    bank = other.bank
    bank.source = other
    chunks = render(bank, EngineSpec(LOOP), {0: landed}, {}, 3_000)
    assert (8 * np.concatenate(list(chunks))[:, 0]).tolist() == played


def test_a_plan_that_is_sent_again_lands_what_waits_on_its_bar_all_the_same() -> None:
    source = Source(4)
    source.load(0)
    mixer = Mixer(source.bank, EngineSpec(LOOP, bars_per_loop=2))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0), Launch(1_000, 2, 0, 0)])
    assert mix(mixer, 1_600) == [1.0] * 1_600  # it waits for its second bar now
    source.load(2)
    mixer.plan_launches(0, [Launch(1_000, 2, 0, 0), Launch(2_500, 0, 0, 0)])
    assert mix(mixer, 1_000) == [1.0] * 400 + [3.0] * 500 + [1.0] * 100
    assert mixer.postponed == 2


def test_a_plan_that_is_sent_again_does_not_bring_back_what_made_way() -> None:
    source = Source(4)
    source.load(0)
    source.load(1)
    mixer = Mixer(source.bank, EngineSpec(LOOP))
    plan = [Launch(1_000, 2, 0, 0), Launch(1_500, 1, 0, 0)]
    mixer.plan_launches(0, [Launch(0, 0, 0, 0), *plan])
    assert mix(mixer, 1_100) == [1.0] * 1_100
    source.load(2)
    mixer.plan_launches(0, plan)
    assert mix(mixer, 1_400) == [1.0] * 400 + [2.0] * 1_000


def test_a_clip_that_comes_inside_its_pickup_enters_on_the_line() -> None:
    """With the fades of a launch for now: from the middle of its pickup it would click."""
    source = Source(4)
    source.load(0)
    layouts = list(single_pages(4))
    layouts[2] = replace(layouts[2], pickup=(PagePiece(2, 0, 70),))
    mixer = Mixer(ClipBank(source.rows, layouts, source.slots), EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0), Launch(1_000, 2, 50, 40, 200)])
    mixer.plan_launches(1, [Launch(980, SILENCE, 0, 0)])  # where the track is looked at again
    assert mix(mixer, 970) == [1.0] * 970
    source.load(2)
    out = mix(mixer, 130)
    assert out[:30] == [1.0] * 30
    assert max(abs(after - before) for before, after in pairwise(out)) < 0.1
    assert out[50 + 30 :] == [3.0] * 50
    landed = mixer.events()[-1]
    assert isinstance(landed, Landed)
    assert landed.early_frames == 0


def test_offline_a_missing_clip_is_loaded_at_once_and_what_sounds_is_kept() -> None:
    source = Source(4)
    bank = source.bank
    bank.source = source
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    mixer.plan_launches(1, [Launch(500, 1, 0, 0)])
    assert mix(mixer, 600) == [1.0] * 500 + [3.0] * 100
    assert source.asked == [(0, ()), (1, (0,))]
    assert mixer.postponed == 0


def test_the_pool_loads_what_sounds_first_then_the_nearest(
    wait_until: Callable[..., object],
) -> None:
    source = Source(8, 8)
    pool = ClipPool(single_pages(8), source)
    pool.want([5], [3, 5, 1])
    wait_until(lambda: len(source.asked) == 3)
    pool.close()
    assert source.asked == [(5, ()), (3, (5,)), (1, (3, 5))]


def test_a_pool_without_room_waits_for_another_wish(wait_until: Callable[..., object]) -> None:
    class Full(Source):
        def load(self, owner: int, keep: Collection[int] = ()) -> bool:
            super().load(owner, keep)
            return owner != 3

    source = Full(8, 8)
    pool = ClipPool(single_pages(8), source)
    pool.want([], [3, 4])
    wait_until(lambda: source.asked == [(3, ())])
    pool.want([], [4])
    wait_until(lambda: (4, ()) in source.asked)
    pool.close()


def test_a_clip_that_sounded_is_kept_for_a_while(
    monkeypatch: pytest.MonkeyPatch, wait_until: Callable[..., object]
) -> None:
    now_s = [100.0]
    monkeypatch.setattr("mwk_desktop.engine.clip_pool.time.monotonic", lambda: now_s[0])
    source = Source(8, 8)
    pool = ClipPool(single_pages(8), source)
    pool.want([2], [])
    wait_until(lambda: source.asked == [(2, ())])
    now_s[0] += 15.0
    pool.want([], [4])
    wait_until(lambda: (4, (2,)) in source.asked)
    now_s[0] += 2.0
    pool.want([], [6])
    wait_until(lambda: (6, ()) in source.asked)
    pool.close()


def test_two_launches_that_are_due_and_not_in_memory_leave_the_transport_alone() -> None:
    """As after a new engine's start, or a plan that is sent again while one still waits."""
    source = Source(4)
    source.load(0)
    mixer = Mixer(source.bank, EngineSpec(LOOP, bars_per_loop=2))
    mixer.plan_launches(0, [Launch(0, 0, 0, 0)])
    assert mix(mixer, 1_200) == [1.0] * 1_200
    mixer.plan_launches(0, [Launch(500, 2, 0, 0), Launch(600, 3, 0, 0)])
    assert mix(mixer, 200) == [1.0] * 200
    assert mixer.frame == 1_400
    source.load(3)
    assert mix(mixer, 200) == [1.0] * 100 + [4.0] * 100


def test_a_launch_that_is_not_in_memory_makes_way_for_the_next_that_is_due() -> None:
    source = Source(4)
    source.load(1)
    mixer = Mixer(source.bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(NOW, 2, 0, 0), Launch(NOW, 1, 0, 0)])
    assert mix(mixer, 100) == [2.0] * 100
    assert mixer.frame == 100


def test_the_pool_survives_a_clip_that_fails(wait_until: Callable[..., object]) -> None:
    class Broken(Source):
        def load(self, owner: int, keep: Collection[int] = ()) -> bool:
            super().load(owner, keep)
            if owner == 3:
                raise RuntimeError("no such codec")
            return True

    source = Broken(8, 8)
    pool = ClipPool(single_pages(8), source)
    pool.want([], [3, 4])
    wait_until(lambda: (4, (3,)) in source.asked)
    pool.want([], [5])
    wait_until(lambda: (5, ()) in source.asked)
    pool.close()


def test_all_that_sounds_is_kept_while_a_part_of_it_is_loaded(
    wait_until: Callable[..., object],
) -> None:
    """As after a change of rate, where little of what sounds is in memory yet."""
    source = Source(8, 8)
    pool = ClipPool(single_pages(8), source)
    pool.want([5, 6], [1])
    wait_until(lambda: len(source.asked) == 3)
    pool.close()
    assert source.asked == [(5, (6,)), (6, (5,)), (1, (5, 6))]


def test_a_bank_that_nobody_mixes_keeps_nothing_and_names_its_pages() -> None:
    source = Source(1)
    bank = source.bank
    bank.source = source
    assert bank.is_ready(2)
    assert source.asked == [(2, ())]
    assert [layout.name for layout in bank.layouts] == ["0", "1", "2", "3"]

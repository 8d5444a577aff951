"""What all networks share: each post once, deletions, and how long to wait before the next try."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import aiohttp
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.messages import message
from mwk_desktop.records.deletions import deleted_ids
from mwk_desktop.sources.networks import network_source
from mwk_desktop.sources.networks.network_post import NetworkPost
from mwk_desktop.sources.networks.network_source import STABLE_S, FeedEvents
from tests.sources.network_following import Following, following

Play = Callable[[FeedEvents], object]


class PlayedFeed:
    """Reports what each connection is to report, then the connection ends."""

    name = "Play"

    def __init__(self, *connections: list[Play]) -> None:
        self._connections = list(connections)

    async def follow(self, session: aiohttp.ClientSession, events: FeedEvents) -> None:
        for play in self._connections.pop(0) if self._connections else ():
            play(events)


def post(number: int, owner: str = "ana") -> Play:
    found = NetworkPost("play", str(number), f"{owner} on Play", "drum", number, owner=owner)
    return lambda events: events.on_post(found)


def deleted(number: int) -> Play:
    return lambda events: events.on_deleted(str(number))


def cleared(owner: str) -> Play:
    return lambda events: events.on_cleared(owner)


def open_(events: FeedEvents) -> None:
    events.on_open(message("open"))


def played(*connections: list[Play], most_waits: int, **more: Any) -> Following:
    with following(PlayedFeed(*connections), most_waits, **more) as found:
        found.wait(lambda: found.source.wait_ended(0))
    return found


def test_what_comes_again_after_each_break_is_no_progress() -> None:
    """A feed that always fails at the same post asks less and less often."""
    again = [open_, post(1), deleted(1), deleted(9), lambda events: events.on_edited()]
    found = played(*[again] * 6, most_waits=6)
    assert found.waits == [0.0, 1.0, 2.0, 4.0, 8.0, 16.0]
    assert (found.source.figures.sent, found.source.figures.deleted) == (1, 1)


def test_after_a_connection_that_lasted_the_waits_begin_again() -> None:
    now_s = [0.0]

    def last(seconds: float) -> Play:
        return lambda events: now_s.__setitem__(0, now_s[0] + seconds)

    short, long = [open_, last(STABLE_S - 1)], [open_, last(STABLE_S)]
    never_open = [last(10 * STABLE_S)]
    found = played(
        short, short, short, long, short, never_open, most_waits=6, steady_s=lambda: now_s[0]
    )
    assert found.waits == [0.0, 1.0, 2.0, 0.0, 1.0, 2.0]


OWNERS = st.sampled_from(["ana", "bert", "zoe"])
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("post"), st.integers(0, 9), OWNERS),
        st.tuples(st.just("delete"), st.integers(0, 9), st.just("")),
        st.tuples(st.just("clear"), st.just(0), OWNERS | st.just("")),
    ),
    max_size=30,
)


@given(CHANGES)
def test_each_post_is_passed_on_once_and_deleted_once(changes: list[tuple[str, int, str]]) -> None:
    plays: list[Play] = []
    owners: dict[int, str] = {}
    standing: set[int] = set()
    gone: list[int] = []
    for what, number, owner in changes:
        if what == "post":
            plays.append(post(number, owner))
            if number not in owners:
                owners[number] = owner
                standing.add(number)
            continue
        plays.append(deleted(number) if what == "delete" else cleared(owner))
        meant = {number} if what == "delete" else {n for n in owners if owner in ("", owners[n])}
        gone += [n for n in owners if n in standing & meant]
        standing -= meant
    found = played(plays, most_waits=1)
    names = [tweet.screen_name for tweet in found.arrived.tweets()]
    assert names == [f"{owner} on Play" for owner in owners.values()]
    status_ids = [NetworkPost("play", str(n), "", "", 0).status_id for n in gone]
    values = [each.value for each in found.arrived.deleted]
    assert deleted_ids(values, [None] * len(values)) == status_ids
    assert found.source.figures.deleted == len(gone)


def test_only_the_newest_of_a_long_night_are_deleted(monkeypatch: Any) -> None:
    monkeypatch.setattr(network_source, "MOST_CLEARED", 3)
    found = played([*(post(n) for n in range(10)), cleared("")], most_waits=1)
    newest = [NetworkPost("play", str(n), "", "", 0).status_id for n in (7, 8, 9)]
    values = [each.value for each in found.arrived.deleted]
    assert deleted_ids(values, [None] * len(values)) == newest

"""Posts of networks and the room's code."""

from __future__ import annotations

from mwk_desktop.app.room_setup import RoomFilter
from mwk_desktop.sources.room_code import PERIOD_MS, RoomCode
from mwk_desktop.sources.status_source import StatusMessage, status_message
from tests.support import T0_MS


def post(text: str, at_ms: int = T0_MS) -> StatusMessage:
    return status_message(text, "ana", status_id=at_ms, created_at_ms=at_ms)


def test_posts_without_the_code_are_left_out() -> None:
    room = RoomCode(b"k" * 32, lambda: T0_MS)
    sent: list[StatusMessage] = []
    put = RoomFilter(lambda one: sent.append(one) is None, room, "mwk")
    with_code = post(f"drum #mwk {room.code}")
    assert put(with_code)
    assert put(post("drum #mwk"))
    assert put(post(f"drum #mwk {room.code}", T0_MS + 2 * PERIOD_MS)), "that code was over"
    assert (sent, put.left_out) == ([with_code], 2)


def test_a_full_queue_is_told() -> None:
    room = RoomCode(b"k" * 32, lambda: T0_MS)
    put = RoomFilter(lambda _: False, room, "mwk")
    assert not put(post(f"pad {room.code} #mwk"))


def test_without_a_room_all_pass() -> None:
    sent: list[StatusMessage] = []
    put = RoomFilter(lambda one: sent.append(one) is None, None, "mwk")
    assert put(post("drum #mwk"))
    assert len(sent) == 1

"""What a source makes of what somebody wrote, and its way into a show without a broker."""

from __future__ import annotations

import threading

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.tweet_decoding import decode_tweet, well_formed
from mwk_desktop.sources.status_source import (
    ShowInlet,
    StatusMessage,
    new_status_id,
    status_message,
)

NOW_MS = 1_523_450_010_000


def message(text: str = "drum!", **more: object) -> StatusMessage:
    given_ = {"status_id": 7, "created_at_ms": NOW_MS - 500, **more}
    return status_message(text, "monty", **given_)  # type: ignore[arg-type]


@given(st.text(alphabet=st.characters(), min_size=1), st.text(min_size=1), st.text())
def test_any_text_becomes_a_tweet_that_the_show_can_read(text: str, user: str, name: str) -> None:
    made = status_message(text, user, status_id=1, created_at_ms=NOW_MS, name=name, image_url="i")
    tweet = decode_tweet(made.value)
    assert (tweet.text, tweet.screen_name, tweet.id) == (text, user, 1)
    assert (tweet.created_at_ms, tweet.image_url, tweet.name) == (NOW_MS, "i", name or user)
    assert made.key == b'{"Id":1}'


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_surrogates_are_a_character_where_they_are_a_pair_and_else_replaced(text: str) -> None:
    made = status_message(text, text, status_id=1, created_at_ms=NOW_MS, name=text, image_url=text)
    tweet = decode_tweet(made.value)
    right = well_formed(text)
    assert (tweet.text, tweet.screen_name, tweet.name, tweet.image_url) == (right,) * 4


def test_numbers_grow_and_differ() -> None:
    first, second, later = new_status_id(NOW_MS), new_status_id(NOW_MS), new_status_id(NOW_MS + 1)
    assert len({first, second, later}) == 3
    assert max(first, second) < later < 2**63


def test_straight_into_the_show() -> None:
    batches: list[Batch] = []
    room = [True, False, True]

    def put(batch: Batch) -> bool:
        if not room.pop(0):
            return False
        batches.append(batch)
        return True

    inlet = ShowInlet(put, partition=3, now_ms=lambda: NOW_MS)
    assert inlet(message())
    assert not inlet(message("pad"))
    assert inlet(message("synth", created_at_ms=NOW_MS + 60_000))  # its clock is wrong
    records = [record for batch in batches for record in batch.records]
    assert [(record.partition, record.offset) for record in records] == [(3, 0), (3, 1)]
    assert [record.key for record in records] == [b'{"Id":7}', b'{"Id":7}']
    tweets = [tweet for batch in batches for tweet in batch.tweets]
    assert [tweet.text for tweet in tweets if tweet] == ["drum!", "synth"]
    assert [batch.events_ms for batch in batches] == [[NOW_MS - 500], [NOW_MS]]
    assert [batch.arrivals_ms for batch in batches] == [[NOW_MS], [NOW_MS]]


def test_garbage_is_counted_by_the_show_and_named() -> None:
    batches: list[Batch] = []
    inlet = ShowInlet(lambda batch: not batches.append(batch), now_ms=lambda: NOW_MS)
    assert inlet(StatusMessage(b"{", b"", 0))
    assert batches[0].tweets == [None]
    assert list(map(str, batches[0].errors)) == ["twitter_json[0] offset 0: not JSON"]
    assert batches[0].events_ms == [NOW_MS]


def test_many_threads_at_once_lose_nothing() -> None:
    batches: list[Batch] = []
    inlet = ShowInlet(lambda batch: not batches.append(batch))

    def write() -> None:
        for _ in range(50):
            assert inlet(message())

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [batch.records[0].offset for batch in batches] == list(range(200))

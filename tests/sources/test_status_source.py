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
    deletion_message,
    new_status_id,
    one_by_one,
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


SENT = st.one_of(
    st.builds(message, st.text(min_size=1), created_at_ms=st.integers(NOW_MS - 9_000, NOW_MS + 9)),
    st.sampled_from([StatusMessage(b"{", b"", 0), deletion_message(7, NOW_MS)]),
)


# Of one batch at most five errors are named.
@given(st.lists(st.lists(SENT, min_size=1, max_size=5), max_size=5))
def test_messages_that_go_together_are_those_that_went_one_by_one(
    groups: list[list[StatusMessage]],
) -> None:
    together: list[Batch] = []
    inlet = ShowInlet(lambda batch: not together.append(batch), now_ms=lambda: NOW_MS)
    assert [inlet.put_many(group) for group in groups] == list(map(len, groups))
    single: list[Batch] = []
    alone = one_by_one(ShowInlet(lambda batch: not single.append(batch), now_ms=lambda: NOW_MS))
    assert alone([each for group in groups for each in group]) == sum(map(len, groups))
    assert len(together) == len(groups)
    for name in ("tweets", "events_ms", "record_ms", "arrivals_ms", "records", "errors", "deleted"):
        joined = [each for batch in together for each in getattr(batch, name)]
        assert joined == [each for batch in single for each in getattr(batch, name)], name


def test_a_full_show_takes_none_of_them() -> None:
    room = [False, True]
    inlet = ShowInlet(lambda batch: room.pop(0), now_ms=lambda: NOW_MS)
    assert inlet.put_many([message(), message("pad")]) == 0
    assert inlet.put_many([message(), message("pad")]) == 2
    taken = iter([True, True, False])
    assert one_by_one(lambda _: next(taken))([message()] * 5) == 2


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

"""What leaves the show thread for the store, and what comes back after a restart."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mwk_desktop.records.batch import Batch, WaitingStretch
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.show.drivers.committing import MANY_USERS, Committer, restored, waiting_of
from mwk_desktop.show.json_lines import summary_line
from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music, live_batch, status

MUSIC = arithmetic_music()
RULES = CountingRules(max_votes_per_user=2)


def some_batch(rng: random.Random, first: int, at_ms: int) -> Batch:
    """Votes of a few users, some sent twice, one of them with a name that SQLite must not cut."""
    batch = live_batch([rng.choice(INSTRUMENTS) for _ in range(rng.randrange(1, 30))], at_ms)
    batch = live_batch([rng.choice(INSTRUMENTS) for _ in batch.tweets], at_ms, first=first)
    odd = decode_tweet(
        msg(status("drum", "nul\x00name", id_=rng.randrange(5), created_ms=T0_MS, Retweet=True))
    )
    batch.tweets.append(odd)
    batch.tweets.append(None)
    batch.events_ms += [at_ms, at_ms]
    batch.record_ms += [at_ms, -1]
    return batch


def msg(value: object) -> bytes:
    import json

    return json.dumps(value).encode()


@pytest.mark.parametrize("seed", range(5))
def test_what_was_committed_goes_on_as_if_nothing_had_happened(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    counting = Counting(RULES, MUSIC.clips, seed, track=True)
    file = ShowFile.create(tmp_path, {"topic": "t"}, T0_MS)
    committer = Committer(counting, file.apply, lambda: True, lambda: "an id")
    for step in range(12):
        at_ms = T0_MS + step * 9_000
        counting.fold(some_batch(rng, 40 * rng.randrange(step + 1), at_ms))
        counting.close(at_ms - 250)
        committer.note({0: step, 1: 2 * step})
        committer.tick(at_ms)
        if rng.random() < 0.4:  # a restart
            path = file.path
            file.close()
            file = ShowFile.open(path)
            stored = file.load()
            assert stored.next_offsets == {0: step, 1: 2 * step}
            assert stored.values["topic_id"] == b"an id"
            again = restored(stored, RULES, MUSIC.clips)
            assert again is not None
            assert again.all_rows() == counting.all_rows()
            counting = again
            committer = Committer(counting, file.apply, lambda: True, lambda: "an id")
    assert summary_line(counting)["users"] == 8
    file.close()


def test_nothing_is_committed_where_nothing_changed() -> None:
    seen: list[Changes] = []
    counting = Counting(CountingRules(), MUSIC.clips, 0, track=True)
    committer = Committer(counting, seen.append, lambda: True)
    committer.note({0: 1})
    committer.tick(10_000)
    committer.tick(20_000)
    assert len(seen) == 1
    assert seen[0].next_offsets == {0: 1}


def test_at_most_once_a_second_unless_many_users_changed_and_never_while_the_store_works() -> None:
    seen: list[Changes] = []
    ready = [True]
    counting = Counting(CountingRules(), MUSIC.clips, 0, track=True)
    committer = Committer(counting, seen.append, lambda: ready[0])
    committer.note({0: 1})
    committer.tick(10_000)
    committer.note({0: 2})
    committer.tick(10_999)
    assert len(seen) == 1
    batch = Batch()
    for n in range(MANY_USERS):
        batch.tweets.append(decode_tweet(msg(status("drum", f"u{n}", id_=n))))
        batch.events_ms.append(T0_MS)
        batch.record_ms.append(T0_MS)
    counting.fold(batch)
    ready[0] = False
    committer.tick(12_000)
    assert len(seen) == 1
    ready[0] = True
    committer.tick(10_999)
    assert len(seen) == 2
    assert [len(names) for _, names, _ in seen[1].newcomers] == [MANY_USERS]


def test_records_that_wait_for_a_schema_are_kept_with_the_counts(tmp_path: Path) -> None:
    file = ShowFile.create(tmp_path, {"topic": "t"}, T0_MS)
    counting = Counting(RULES, MUSIC.clips, 1, track=True)
    first = WaitingStretch(0, 8, 3, 9, 4)
    second = WaitingStretch(1, "89791762-2336-41f3-9f97-1ab4f7a8f3bb", 0, 0, 1)
    committer = Committer(counting, file.apply, lambda: True)
    committer.note({0: 10}, waiting={0: first, 1: second})
    committer.commit()
    assert waiting_of(file.load()) == [first, second]
    committer.note({}, waiting={0: first._replace(first=7, waiting=1)})  # no offset moves
    committer.commit()
    committer = Committer(counting, file.apply, lambda: True, waiting=waiting_of(file.load()))
    committer.note({}, waiting={0: None})
    committer.commit()
    assert waiting_of(file.load()) == [second]
    committer.note({}, waiting={1: None})
    committer.commit()
    assert waiting_of(file.load()) == []
    file.close()

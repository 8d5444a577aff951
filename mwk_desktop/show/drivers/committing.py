"""Exactly-once counting: counts and offsets leave the show thread together, as plain rows.

Show thread only. Once a second, when the store has nothing to do, the changes since the last time
are taken from the counting, together with the offsets of the deliveries they contain. The store
thread commits both in one transaction, so after a kill the next start continues with counts and
offsets of the same moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from mwk_desktop.records.batch import WaitingStretch
from mwk_desktop.show.stored_desks import StoredDesks
from mwk_desktop.store.changes import Changes, RememberedTuple, Stored
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.topology.counting_rows import BallotRun, CountingRows, CountingTotals
from mwk_desktop.topology.duplicates import CAPACITY, RememberedRun
from mwk_desktop.topology.user_rows import NewUsers, UserPage, UserRows

COMMIT_MS = 1_000
MANY_USERS = 5_000
"""This many new users (or pictures) are handed over before the second is up: 5,000 take the show
thread about 2 ms of its limit of 10. Users' counts are handed over in pages."""
TOTALS = "totals"
DESKS = "desks"
"""The presenter's snapshots of the desk."""
TOPIC_ID = "topic_id"
"""The topic's id, to which the offsets belong: a recreated topic begins again at 0."""

WAITING = "waiting"
"""Records that wait for their schemas: they belong to the same moment as the counts."""

_ID_BYTES = 8


def changes_of(
    rows: CountingRows,
    next_offsets: Mapping[int, int],
    marks: Mapping[int, tuple[int, int, int]] = MappingProxyType({}),
) -> Changes:
    """The counting's rows in the store's format."""
    people = rows.people
    return Changes(
        next_offsets=dict(next_offsets),
        marks=dict(marks),
        newcomers=[(run.first, run.names, run.image_urls) for run in people.newcomers],
        pictures=dict(people.pictures),
        pages={page.page: (page.tweets, page.latest) for page in people.pages},
        remembered=[_remembered(run) for run in rows.remembered],
        ballots=[(run.start_ms, run.first, run.data) for run in rows.ballots],
        forget_serial=max(0, rows.totals.serial - CAPACITY),
        open_windows_ms=rows.totals.open_ms,
        values={TOTALS: msgspec.msgpack.encode(rows.totals)},
    )


def _remembered(run: RememberedRun) -> RememberedTuple:
    last = run.first + len(run.ids) // _ID_BYTES - 1
    odd = msgspec.json.encode(run.odd).decode()
    return run.first, last, run.ids, run.users, run.created, odd


def restored(
    stored: Stored, rules: CountingRules, clips: Mapping[str, Sequence[str]]
) -> Counting | None:
    """The counting as it was committed; None if nothing was committed yet.

    Raises
    ------
    ValueError
        The rows are damaged, of another version, or of another window length.
    """
    data = stored.values.get(TOTALS)
    if data is None:
        return None
    try:
        totals = msgspec.msgpack.decode(data, type=CountingTotals)
        remembered = [
            RememberedRun(
                first, ids, users, created, msgspec.json.decode(odd, type=_ODD) if odd else ()
            )
            for first, _last, ids, users, created, odd in stored.remembered
        ]
    except msgspec.MsgspecError as error:
        raise ValueError(f"the saved state is damaged: {error}") from None
    return Counting.from_rows(
        rules,
        clips,
        CountingRows(
            totals,
            UserRows(
                [NewUsers(*run) for run in stored.newcomers],
                list(stored.pictures.items()),
                [UserPage(number, *numbers) for number, numbers in stored.pages.items()],
            ),
            remembered,
            [BallotRun(*row) for row in stored.ballots],
        ),
        track=True,
    )


def waiting_of(stored: Stored) -> list[WaitingStretch]:
    """The records that waited for their schemas when the counts were committed.

    Raises
    ------
    ValueError
        The row is damaged.
    """
    return msgspec.json.decode(stored.values.get(WAITING) or b"[]", type=list[WaitingStretch])


_ODD = tuple[tuple[int, str, int, str], ...]


class Committer:
    """Hands changes to the store, at most once a second.

    Parameters
    ----------
    counting
        Built with ``track=True``.
    submit, ready
        The store thread's functions: take changes; whether it is idle.
    topic_id
        Returns the id of the topic that the offsets belong to ("": not known yet).
    waiting
        The records that wait for their schemas, as they were stored.
    """

    def __init__(
        self,
        counting: Counting,
        submit: Callable[[Changes], None],
        ready: Callable[[], bool],
        topic_id: Callable[[], str] = str,
        waiting: Sequence[WaitingStretch] = (),
    ) -> None:
        self._topic_id = topic_id
        self._waiting: dict[int, WaitingStretch] = dict(enumerate(waiting))
        self._has_waiting_changed = False
        self._counting = counting
        self._submit = submit
        self._ready = ready
        self._offsets: dict[int, int] = {}
        self._marks: dict[int, tuple[int, int, int]] = {}
        self._seen = (-1, -1, -1)
        self._desks: StoredDesks | None = None
        self._desks_seen = 0
        self._committed_at_ms = 0

    def keep_desks(self, desks: StoredDesks) -> None:
        """Store the presenter's snapshots of the desk too."""
        self._desks, self._desks_seen = desks, desks.version

    def note(
        self,
        next_offsets: Mapping[int, int],
        marks: Mapping[int, tuple[int, int, int]] = MappingProxyType({}),
        waiting: Mapping[int, WaitingStretch | None] = MappingProxyType({}),
    ) -> None:
        """Note the offsets that follow everything counted so far, the last records, and what
        changed about those that wait for their schemas (:attr:`Delivery.waiting`)."""
        self._offsets.update(next_offsets)
        self._marks.update(marks)
        self._has_waiting_changed = self._has_waiting_changed or bool(waiting)
        for number, left in waiting.items():
            if left is None:
                self._waiting.pop(number, None)
            else:
                self._waiting[number] = left

    def tick(self, now_ms: int) -> None:
        """Hand over changes, if it is time and the store is ready."""
        due = now_ms - self._committed_at_ms >= COMMIT_MS
        if (due or self._counting.leaderboard.waiting_users >= MANY_USERS) and self._ready():
            self._committed_at_ms = now_ms
            self.commit()

    def commit(self) -> None:
        """Hand over changes now (also at the end of a show)."""
        counting = self._counting
        # Blocks are stored even if no more tweets come.
        seen = (counting.counts.records, counting.closed_until_ms, counting.version)
        stored = self._desks.version if self._desks is not None else 0
        same = seen == self._seen and stored == self._desks_seen
        if not self._offsets and same and not self._has_waiting_changed:
            return
        self._seen = seen
        offsets, self._offsets = self._offsets, {}
        marks, self._marks = self._marks, {}
        changes = changes_of(self._counting.drain_changes(), offsets, marks)
        if self._desks is not None and stored != self._desks_seen:
            self._desks_seen = stored
            changes.values[DESKS] = self._desks.to_json()
        if self._has_waiting_changed:
            self._has_waiting_changed = False
            left = list(self._waiting.values())
            changes.values[WAITING] = msgspec.json.encode(left) if left else None
        topic_id = self._topic_id()
        if topic_id:
            changes.values[TOPIC_ID] = topic_id.encode()
        self._submit(changes)

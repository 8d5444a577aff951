"""Exactly once: counts and next offsets leave the show thread together, as one set of plain rows.

Show thread only. Once a second, when the store has nothing to do, what changed since the last time
is taken out of the counting together with the offsets of the deliveries that are in it. The store
thread commits both in one transaction; after a kill at any moment the next start goes on with
counts and offsets of the same moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from mwk_desktop.store.changes import Changes, RememberedTuple, Stored
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.topology.counting_rows import BallotRun, CountingRows, CountingTotals
from mwk_desktop.topology.duplicates import CAPACITY, RememberedRun
from mwk_desktop.topology.user_rows import NewUsers, UserPage, UserRows

COMMIT_MS = 1_000
MANY_USERS = 5_000
"""New users (or pictures) that are handed over before the second is up: 5,000 take the show thread
about 2 ms, and its limit is 10. What users count is handed over by pages, whoever tweeted."""
TOTALS = "totals"
TOPIC_ID = "topic_id"
"""Which topic the offsets belong to: one that was created anew begins again at 0."""

_ID_BYTES = 8


def changes_of(
    rows: CountingRows,
    next_offsets: Mapping[int, int],
    marks: Mapping[int, tuple[int, int, int]] = MappingProxyType({}),
) -> Changes:
    """The counting's rows as the store takes them."""
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
    """The counting as it was committed; None where nothing was committed yet.

    Raises
    ------
    ValueError
        The rows are damaged, of another version, or count other windows.
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


_ODD = tuple[tuple[int, str, int, str], ...]


class Committer:
    """Hands what changed to the store, at most once a second.

    Parameters
    ----------
    counting
        Built with ``track=True``.
    submit, ready
        The store thread's: take changes; whether it has nothing to do.
    topic_id
        Says which topic the offsets belong to ("": not known yet).
    """

    def __init__(
        self,
        counting: Counting,
        submit: Callable[[Changes], None],
        ready: Callable[[], bool],
        topic_id: Callable[[], str] = str,
    ) -> None:
        self._topic_id = topic_id
        self._counting = counting
        self._submit = submit
        self._ready = ready
        self._offsets: dict[int, int] = {}
        self._marks: dict[int, tuple[int, int, int]] = {}
        self._seen = (-1, -1, -1)
        self._committed_at_ms = 0

    def note(
        self,
        next_offsets: Mapping[int, int],
        marks: Mapping[int, tuple[int, int, int]] = MappingProxyType({}),
    ) -> None:
        """These offsets come after everything that is counted now, these records were the last."""
        self._offsets.update(next_offsets)
        self._marks.update(marks)

    def tick(self, now_ms: int) -> None:
        """Hand over what changed, if it is time and the store is ready."""
        due = now_ms - self._committed_at_ms >= COMMIT_MS
        if (due or self._counting.leaderboard.waiting_users >= MANY_USERS) and self._ready():
            self._committed_at_ms = now_ms
            self.commit()

    def commit(self) -> None:
        """Hand over what changed now (also at the end of a show)."""
        counting = self._counting
        # Who is blocked is kept, also where no tweet comes any more.
        seen = (counting.counts.records, counting.closed_until_ms, counting.version)
        if not self._offsets and seen == self._seen:
            return
        self._seen = seen
        offsets, self._offsets = self._offsets, {}
        marks, self._marks = self._marks, {}
        changes = changes_of(self._counting.drain_changes(), offsets, marks)
        topic_id = self._topic_id()
        if topic_id:
            changes.values[TOPIC_ID] = topic_id.encode()
        self._submit(changes)

"""Moderation: which messages people may read, and what waits for the presenter.

Show thread only. Windows identify a message by its serial, which changes in a replay; the log
identifies it by author and tweet, so that a replay decides about the same one. Votes count at
once, whatever becomes of the message.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from msgspec import structs

from mwk_desktop.records.batch import Batch
from mwk_desktop.show.commands import HideMessage
from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.show.message_commands import DecideMessages, ModerationState
from mwk_desktop.show.message_keys import Decision, MessageKey
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.word_list import WordList

FEED_ITEMS = 60
KEPT_ITEMS = 200
"""Messages that people may read and that are kept: more than are visible, so that older ones
replace hidden ones, and one that just scrolled away in a flood can still be hidden."""

WAITING_MOST: Final = 500
"""At most this many messages wait; beyond that the oldest lapse."""
LAPSE_MS: Final = 60_000
"""A message lapses if nobody decides about it within this time."""
REMEMBERED: Final = 4_000
"""Messages that a decision can still reach: a page of the list holds still while others come."""
DELETED_REMEMBERED: Final = 20_000
"""How many deleted posts are remembered: one may arrive again, in a replay or after a broken
connection."""
WITHHELD_REMEMBERED: Final = 500
"""How many texts of hidden, refused and deleted messages are remembered: SQL reads the whole
night."""
QUEUED_PER_S: Final = 50
"""At most this many messages of one second wait: more than anyone can read."""


@dataclass(slots=True, eq=False)
class _Entry:
    """One message and what was decided about it."""

    item: FeedItem
    key: MessageKey
    decision: Decision = None


class Moderation:
    """The newest messages: those to read, and those that wait.

    Parameters
    ----------
    counting
        Knows who is blocked, and the rules: whether to approve, the word list.
    last_serial
        The last serial given so far.
    """

    def __init__(self, counting: CountedState, last_serial: int = 0) -> None:
        self.counting = counting
        self.approve = counting.rules.approve
        self.words = counting.rules.words
        self.approvals_to_pass = counting.rules.approvals_to_pass
        self.hidden: set[MessageKey] = set()
        self.decisions: dict[MessageKey, bool] = {}
        """Everything that was decided; a replay that jumps back meets the messages again."""
        self.last_serial = last_serial
        self.lapsed = 0
        self._seen: deque[_Entry] = deque(maxlen=KEPT_ITEMS)
        self._approved: deque[_Entry] = deque(maxlen=KEPT_ITEMS)
        self._waiting: OrderedDict[MessageKey, _Entry] = OrderedDict()
        self._remembered: OrderedDict[MessageKey, _Entry] = OrderedDict()
        self._keys: dict[int, MessageKey] = {}
        self._deleted: OrderedDict[str, None] = OrderedDict()
        self._withheld: OrderedDict[MessageKey, str] = OrderedDict()
        self._approvals: dict[str, int] = {}
        self._pictures: dict[str, str] = {}
        self._second = (0, 0)
        self._passed: list[MessageKey] = []
        self._version = 0
        self._feed: tuple[FeedItem, ...] = ()
        self._feed_at: tuple[int, ...] = ()
        self._state = ModerationState()
        self._state_at: tuple[object, ...] = ()

    def add(self, batch: Batch, counted: Sequence[tuple[int, str | None]]) -> None:
        """Keep messages for people to read or to decide about."""
        words = self.words
        for index, instrument in counted:
            tweet = batch.tweets[index]
            assert tweet is not None
            event_ms = batch.events_ms[index]
            tweet_id = str(event_ms if tweet.id is None else tweet.id)
            key = (tweet.screen_name, tweet_id)
            mark = words.first_in_message(tweet.screen_name, tweet.name, tweet.text)
            self._note_withheld(key, tweet.text)
            if tweet_id in self._deleted:
                continue
            self.last_serial += 1
            item = FeedItem(
                self.last_serial,
                tweet.screen_name,
                tweet.name,
                tweet.image_url,
                tweet.text,
                instrument,
                event_ms,
                mark,
            )
            self._add(_Entry(item, key, self.decisions.get(key)))

    def _add(self, entry: _Entry) -> None:
        item = entry.item
        self._version += 1
        self._seen.append(entry)
        if entry.decision is not None:
            self._remember(entry)
            if entry.decision:
                self._approved.append(entry)
                self._count_approval(item, 1)
            return
        if self.approve and not item.mark and self._passes(item.screen_name):
            self._remember(entry)
            self._passed.append(entry.key)
            self.decide([entry.key], True)
        elif self.approve or item.mark:
            second, queued = item.event_ms // 1000, self._second[1]
            self._second = (second, queued + 1 if second == self._second[0] else 1)
            if self._second[1] <= QUEUED_PER_S:
                self._wait(entry)
            else:
                self.lapsed += 1

    def _remember(self, entry: _Entry) -> None:
        self._remembered[entry.key] = entry
        self._keys[entry.item.serial] = entry.key
        while len(self._remembered) > REMEMBERED:
            _, old = self._remembered.popitem(last=False)
            self._keys.pop(old.item.serial, None)

    def _entry(self, key: MessageKey) -> _Entry | None:
        found = self._remembered.get(key)
        return found or next((entry for entry in self._seen if entry.key == key), None)

    def _key_of(self, serial: int) -> MessageKey | None:
        found = self._keys.get(serial)
        seen = (entry.key for entry in self._seen if entry.item.serial == serial)
        return found or next(seen, None)

    def _wait(self, entry: _Entry) -> None:
        self._remember(entry)
        self._waiting[entry.key] = entry
        while len(self._waiting) > WAITING_MOST:
            self._waiting.popitem(last=False)
            self.lapsed += 1

    def _passes(self, name: str) -> bool:
        return 0 < self.approvals_to_pass <= self._approvals.get(name, 0)

    # -- what people may read ---------------------------------------------------------------

    @property
    def feed(self) -> tuple[FeedItem, ...]:
        """The messages to read, the newest last."""
        at = (self.last_serial, self._version, self.counting.version)
        if at != self._feed_at:
            self._feed_at = at
            source = self._approved if self.approve else self._seen
            blocked, hidden = self.counting.blocked, self.hidden
            shown = (
                entry.item
                for entry in reversed(source)
                if entry.item.screen_name not in blocked
                and entry.key not in hidden
                and entry.key[1] not in self._deleted
                and (entry.decision or (entry.decision is None and not entry.item.mark))
            )
            newest = list(islice(shown, FEED_ITEMS))
            newest.sort(key=lambda item: item.serial)
            self._feed = tuple(newest)
        return self._feed

    def state(self, now_ms: int, names: Iterable[str]) -> ModerationState:
        """What waits at ``now_ms``, and which of ``names`` the stage may show."""
        for key, entry in list(islice(self._waiting.items(), WAITING_MOST)):
            if entry.item.event_ms > now_ms - LAPSE_MS:
                break
            del self._waiting[key]
            self.lapsed += 1
            self._version += 1
        asked = tuple(names)
        at = (self._version, self.counting.version, self.approve, asked)
        if at != self._state_at:
            self._state_at = at
            blocked = self.counting.blocked
            entries = reversed(self._waiting.values())
            queue = (e.item for e in entries if e.item.screen_name not in blocked)
            self._state = ModerationState(
                self.approve,
                len(self._waiting),
                tuple(islice(queue, FEED_ITEMS))[::-1],
                self.lapsed,
                self.words.size,
                self._shown_names(asked),
                self.words,
                frozenset(text for key, text in self._withheld.items() if self._is_withheld(key)),
                self.approvals_to_pass,
            )
        return self._state

    def _note_withheld(self, key: MessageKey, text: str) -> None:
        """Remember the text of a message that was hidden, refused or deleted."""
        if self._is_withheld(key):
            self._withheld[key] = text
            if len(self._withheld) > WITHHELD_REMEMBERED:
                self._withheld.popitem(last=False)

    def _is_withheld(self, key: MessageKey) -> bool:
        return key in self.hidden or key[1] in self._deleted or self.decisions.get(key) is False

    def _shown_names(self, names: tuple[str, ...]) -> dict[str, str] | None:
        words = self.words
        if self.approve:
            return {name: self._pictures[name] for name in names if name in self._pictures}
        marked = {name for name in names if words.forbids(name)} - self._pictures.keys()
        if not marked:
            return None
        return {name: self._pictures.get(name, "") for name in names if name not in marked}

    def remove_deleted(self, tweet_ids: Iterable[int]) -> None:
        """Remove posts that their authors have deleted. Their votes stay."""
        for tweet_id in tweet_ids:
            self._deleted[str(tweet_id)] = None
            if len(self._deleted) > DELETED_REMEMBERED:
                self._deleted.popitem(last=False)
        for entry in (*self._seen, *self._remembered.values()):
            if entry.key[1] in self._deleted:
                self._note_withheld(entry.key, entry.item.text)
        for key in [key for key in self._waiting if key[1] in self._deleted]:
            del self._waiting[key]
        self._version += 1

    # -- decisions --------------------------------------------------------------------------

    def set_approve(self, approve: bool) -> None:
        """Switch between *approve* and *open*. What was refused stays away from the stage."""
        self.approve = approve
        self._version += 1
        if not approve:
            for key in [key for key, entry in self._waiting.items() if not entry.item.mark]:
                del self._waiting[key]

    def set_words(self, words: WordList) -> None:
        """Use another list of words. What waits or can be read is compared with it at once; what
        was decided stays so."""
        self.words = words
        self._version += 1
        entries = {*self._seen, *self._approved, *self._waiting.values()}
        # By serial: a set has another order in each run, the queue has the same in a replay.
        for entry in sorted(entries, key=lambda entry: entry.item.serial):
            if not self._mark_again(entry) or self.approve or entry.decision is not None:
                continue
            if not entry.item.mark:
                self._waiting.pop(entry.key, None)
            elif not self._is_withheld(entry.key):
                self._wait(entry)

    def _mark_again(self, entry: _Entry) -> bool:
        """Compare a message with the list as it is now; whether its mark changes."""
        item = entry.item
        mark = self.words.first_in_message(item.screen_name, item.name, item.text)
        if mark == item.mark:
            return False
        entry.item = replace(item, mark=mark)
        return True

    def set_approvals_to_pass(self, approvals: int) -> None:
        """Let users pass by themselves after so many approvals, from now on; 0: nobody."""
        self.approvals_to_pass = approvals
        self._version += 1

    def completed(self, command: DecideMessages) -> DecideMessages | None:
        """The command with its messages' keys; None if none of them is there any more."""
        if command.keys:
            return command
        keys = [key for key in map(self._key_of, command.serials) if key is not None]
        if not keys:
            return None
        return structs.replace(command, keys=tuple(f"{name}\n{tweet}" for name, tweet in keys))

    def decide(self, keys: Iterable[MessageKey], decision: Decision) -> list[Decision]:
        """Approve (True), refuse (False) or put back (None); returns what was before."""
        return [self._decide(key, decision) for key in keys]

    def restore(self, keys: Iterable[MessageKey], decisions: Iterable[Decision]) -> None:
        """Undo of :meth:`decide`."""
        for key, decision in zip(keys, decisions, strict=True):
            self._decide(key, decision)

    def _decide(self, key: MessageKey, decision: Decision) -> Decision:
        before = self.decisions.get(key)
        if decision is None:
            self.decisions.pop(key, None)
        else:
            self.decisions[key] = decision
        self._version += 1
        entry = self._entry(key)
        if entry is None:
            return before
        self._remember(entry)
        self._note_withheld(key, entry.item.text)
        entry.decision = decision
        if before and entry in self._approved:
            self._approved.remove(entry)
            self._count_approval(entry.item, -1)
        if decision is None:
            self._mark_again(entry)
            if self.approve or entry.item.mark:
                self._wait(entry)
            return before
        self._waiting.pop(key, None)
        if decision:
            # A new serial: the wall shows what is new, and this is new to it now.
            self._keys.pop(entry.item.serial, None)
            self.last_serial += 1
            entry.item = replace(entry.item, serial=self.last_serial)
            self._keys[entry.item.serial] = key
            self._approved.append(entry)
            self._count_approval(entry.item, 1)
        return before

    def _count_approval(self, item: FeedItem, by: int) -> None:
        name = item.screen_name
        self._approvals[name] = self._approvals.get(name, 0) + by
        if self._approvals[name] > 0:
            self._pictures[name] = item.image_url
        else:
            self._pictures.pop(name, None)

    def fetch_passed(self) -> list[MessageKey]:
        """The messages that passed by themselves since the last call, for the log."""
        passed, self._passed = self._passed, []
        return passed

    def named(self, message: HideMessage) -> HideMessage | None:
        """The command completed with the message's key; None if there is no such message."""
        if message.screen_name:
            return message
        key = self._key_of(message.serial)
        entry = None if key is None else self._entry(key)
        if key is None or entry is None:
            return None
        item = entry.item
        own_id = "" if key[1] == str(item.event_ms) else key[1]
        return structs.replace(
            message, screen_name=item.screen_name, event_ms=item.event_ms, tweet_id=own_id
        )

    def hide(self, key: MessageKey) -> None:
        """Remove a message from the feed; it keeps its vote, and its place for :meth:`show`."""
        self.hidden.add(key)
        entry = self._entry(key)
        if entry is not None:
            self._note_withheld(key, entry.item.text)
        self._version += 1

    def show(self, key: MessageKey) -> None:
        """Undo of :meth:`hide`."""
        self.hidden.discard(key)
        self._version += 1

    def adopt_moment(self, there: Moderation, keep: Collection[str] = ()) -> None:
        """Take the messages of another moment of the recording; those hidden here stay hidden.

        ``keep``: what of ``approve``, ``words`` and ``approvals_to_pass`` stays as it is here.
        """
        self.counting = there.counting
        self.hidden |= there.hidden
        self.decisions |= there.decisions
        for name in ("_seen", "_approved", "_waiting", "_remembered", "_keys"):
            setattr(self, name, getattr(there, name))
        self._deleted = OrderedDict((self._deleted | there._deleted).items())
        self._withheld = OrderedDict((self._withheld | there._withheld).items())
        self._approvals, self._pictures = there._approvals, there._pictures
        self.last_serial = max(self.last_serial, there.last_serial)
        for name in {"approve", "approvals_to_pass"}.difference(keep):
            setattr(self, name, getattr(there, name))
        self.set_words(self.words if "words" in keep else there.words)
        self._feed_at = self._state_at = ()

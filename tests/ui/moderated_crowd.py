"""A crowd that writes, behind the windows' fake show: its messages are really moderated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fake_show import evening

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.show.message_commands import DecideMessages
from mwk_desktop.show.moderation import Moderation
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.word_list import WordList

NOON_MS = evening().t_ms


class Crowd:
    """A real moderation behind the windows' fake show."""

    def __init__(self, ui: Any) -> None:
        rules = CountingRules(approve=True, words=WordList(["crap"]))
        self.moderation = Moderation(Counting(rules, {}, 0))
        self.ui = ui
        self.t_ms = NOON_MS
        self.sent = 0

    def writes(self, *texts: str) -> None:
        batch = Batch()
        for text in texts:
            self.sent += 1
            name = f"secret{self.sent}"
            url = f"https://example.org/{name}.png"
            batch.tweets.append(Tweet(self.sent, name, f"Name {name}", url, text, None))
            batch.events_ms.append(self.t_ms)
        self.moderation.add(batch, [(n, "drum") for n in range(len(texts))])

    def show(self, **changes: Any) -> None:
        snapshot = self.ui.show.snapshot()
        names = [leader.name for leader in snapshot.leaders]
        state = self.moderation.state(self.t_ms, names)
        self.ui.show.set(
            replace(
                snapshot, t_ms=self.t_ms, feed=self.moderation.feed, moderation=state, **changes
            )
        )
        self.ui.settle()

    def carry_out(self) -> list[object]:
        """Do what the windows asked for."""
        sent = self.ui.sent()
        for command in sent:
            if isinstance(command, DecideMessages):
                done = self.moderation.completed(command)
                assert done is not None
                keys = [tuple(key.rsplit("\n", 1)) for key in done.keys]
                self.moderation.decide(keys, done.approve)  # type: ignore[arg-type]
        self.show()
        return list(sent)

"""Two hours of posts, edits and deletions of three networks, recorded and replayed: the counts are
those of an oracle that only reads what was written. And what is deleted, nobody reads."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.records.batch import Batch
from mwk_desktop.show.message_commands import SetModeration
from mwk_desktop.sources.networks.bluesky import BlueskyFeed, BlueskyOptions
from mwk_desktop.sources.networks.mastodon import MastodonFeed, MastodonOptions
from mwk_desktop.sources.networks.network_source import Feed
from mwk_desktop.sources.networks.twitch import TwitchFeed, TwitchOptions
from mwk_desktop.sources.status_source import ShowInlet, StatusMessage
from mwk_desktop.units import INSTRUMENTS
from tests.show.shows import WINDOW_MS, Live, Replayed, batch_of
from tests.sources.network_following import Following, following
from tests.sources.network_servers import (
    T0_MS,
    TOKEN,
    WELCOME,
    BlueskyServer,
    MastodonServer,
    ThreadedServer,
    TwitchServer,
    chat,
    closed_account,
    profile,
    removed,
    skeet,
    sse,
    toot,
)

NIGHT_MS = 7_200_000
POSTS = 400
"""Of each network."""


@dataclass
class Night:
    """What people of one network do in two hours, and what ought to be counted."""

    seed: int
    steps: list[Any] = field(default_factory=list)
    votes: dict[int, Counter[str]] = field(default_factory=dict)
    people: Counter[str] = field(default_factory=Counter)
    posts: int = 0
    edits: int = 0
    deletions: int = 0

    def fill(
        self,
        post: Callable[[int, str, int], Any],
        edit: Callable[[int, str], Any] | None,
        delete: Callable[[int], Any],
        author: Callable[[int], str],
        clear: Callable[[int], Any] | None = None,
    ) -> None:
        """``post(ms, text, person)``... give the steps of the network's server; ``clear(person)``:
        all that a person (-1: anyone) wrote is removed; None: the network cannot."""
        rng = random.Random(self.seed)
        times = sorted(rng.sample(range(NIGHT_MS), POSTS))
        standing: list[tuple[int, int]] = []
        for at_ms in times:
            instrument, person = rng.choice([*INSTRUMENTS, ""]), rng.randrange(20)
            text = instrument.replace("_", " ") or "hello"
            self.steps.append(post(at_ms, text, person))
            standing.append((at_ms, person))
            self.posts += 1
            self.people[author(person)] += 1
            if instrument:
                start_ms = (T0_MS + at_ms) // WINDOW_MS * WINDOW_MS
                self.votes.setdefault(start_ms, Counter())[instrument] += 1
            if rng.random() < 0.2 and edit is not None:  # into another vote, which counts nowhere
                self.steps.append(edit(rng.choice(standing)[0], rng.choice(INSTRUMENTS)))
                self.edits += 1
            if rng.random() < 0.2:
                gone, _ = standing.pop(rng.randrange(len(standing)))
                self.steps.append(delete(gone))
                self.deletions += 1
            if clear is not None and rng.random() < 0.05:
                whose = rng.choice([-1, *range(20)])
                step = clear(whose)
                meant = [one for one in standing if step and whose in (-1, one[1])]
                self.steps += [step] if step else []
                self.deletions += len(meant)
                standing = [one for one in standing if one not in meant]
            if rng.random() < 0.05 and standing:  # it comes again, as after a break
                self.steps.append(post(at_ms, text, person))


def mastodon(night: Night) -> tuple[ThreadedServer, Feed]:
    server = MastodonServer()
    night.fill(
        lambda ms, text, who: sse("update", toot(ms, f"<p>{text}</p>", f"ana{who}@x.example")),
        lambda ms, text: sse("status.update", toot(ms, f"<p>{text}</p>")),
        lambda ms: sse("delete", toot(ms)["id"]),
        lambda who: f"ana{who}@x.example",
    )
    server.scripts = [night.steps]
    return server, MastodonFeed(MastodonOptions(server.address, "mwk", TOKEN, 30.0))


def bluesky(night: Night) -> tuple[ThreadedServer, Feed]:
    server = BlueskyServer()
    server.profiles = {f"did:plc:{who}": profile(f"ana{who}.example") for who in range(20)}
    authors: dict[int, str] = {}

    def post(ms: int, text: str, who: int) -> Any:
        authors[ms] = f"did:plc:{who}"
        return skeet(ms, f"{text} #mwk", authors[ms])

    def change(ms: int, operation: str, text: str = "") -> Any:
        line = skeet(ms, f"{text} #mwk", authors[ms])
        line["commit"]["operation"] = operation
        if operation == "delete":
            del line["commit"]["record"], line["commit"]["cid"]
        return line

    night.fill(
        post,
        lambda ms, text: change(ms, "update", text),
        lambda ms: change(ms, "delete"),
        lambda who: f"ana{who}.example",
        lambda who: None if who < 0 else closed_account(f"did:plc:{who}"),
    )
    server.scripts = [night.steps]
    return server, BlueskyFeed(BlueskyOptions("mwk", server.jetstream, server.api, 30.0))


def twitch(night: Night) -> tuple[ThreadedServer, Feed]:
    server = TwitchServer()

    def delete(ms: int) -> str:
        key = f"b34ccfc7-4977-403a-8a94-{ms:012}"
        return f"@login=ana;target-msg-id={key} :tmi.twitch.tv CLEARMSG #hall :gone"

    night.fill(
        lambda ms, text, who: chat(ms, text, f"ana{who}"),
        None,  # a chat has no edits
        delete,
        lambda who: f"ana{who} on Twitch",
        lambda who: removed("" if who < 0 else f"ana{who}"),  # a ban, a timeout, or all
    )
    server.scripts = [[*WELCOME, *night.steps]]
    return server, TwitchFeed(TwitchOptions("hall", server.address))


def test_a_night_with_edits_and_deletions_counts_as_the_oracle(tmp_path: Path) -> None:
    nights, messages = [], []
    for seed, make in enumerate((mastodon, bluesky, twitch)):
        night = Night(seed)
        server, feed = make(night)
        with following(feed, now_ms=lambda: T0_MS + NIGHT_MS) as found:
            found.wait(partial(is_done, found, night))
        server.close()
        nights.append(night)
        messages += found.arrived.messages + found.arrived.deleted
    path = tmp_path / "night.jsonl"
    path.write_text("".join(map(recorded_line, range(len(messages)), messages)))
    replayed = Replayed(path)
    replayed.offline()
    votes: dict[int, Counter[str]] = {}
    for night in nights:
        for start_ms, counted in night.votes.items():
            votes.setdefault(start_ms, Counter()).update(counted)
    assert {line["start_ms"]: line["votes"] for line in replayed.lines} == votes
    summary = replayed.summary
    deletions = sum(night.deletions for night in nights)
    assert summary["tweets"] == 3 * POSTS
    assert summary["votes"] == sum(map(Counter.total, votes.values()))
    assert summary["malformed"] == deletions > 100, "a deletion is no tweet"
    assert summary["duplicates"] == 0, "what came again was not passed on twice"
    people = sum((night.people for night in nights), Counter[str]())
    assert summary["users"] == len(people)
    for leader in summary["leaderboard"]:
        assert leader["tweets"] == people[leader["name"]]


def is_done(found: Following, night: Night) -> bool:
    figures = found.source.figures
    done = (figures.sent, figures.edited, figures.deleted)
    return done == (night.posts, night.edits, night.deletions)


def recorded_line(offset: int, message: StatusMessage) -> str:
    line = {"topic": "twitter_json", "partition": 0, "offset": offset, "tstype": "create"}
    line |= {"ts": message.timestamp_ms, "broker": 0, "headers": []}
    line |= {"key": message.key.decode(), "payload": message.value.decode()}
    return json.dumps(line) + "\n"


# ---- what is deleted, nobody reads ------------------------------------------------------------


@pytest.mark.parametrize("approve", [False, True])
def test_a_deleted_post_leaves_feed_and_queue_but_not_the_chart(
    tmp_path: Path, approve: bool
) -> None:
    live = Live(tmp_path / "show.jsonl")
    live.show.apply_command(SetModeration(approve))
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), ("bert", "pad"), first=1))
    batches: list[Batch] = []
    inlet = ShowInlet(lambda batch: batches.append(batch) is None, now_ms=lambda: T0_MS)
    inlet(StatusMessage(b'{"Delete":{"Id":1}}', b'{"Id":1}', T0_MS))
    inlet(StatusMessage(b'{"Delete":{"Id":77}}', b'{"Id":77}', T0_MS))
    for batch in batches:
        live.show.fold_batch(batch)
    snapshot = live.show.next_snapshot()
    shown = snapshot.moderation.queue if approve else snapshot.feed
    assert [item.text for item in shown] == ["pad"]
    assert (snapshot.counts.tweets, snapshot.counts.votes) == (2, 2)
    # It comes again after a broken line, under another number of its own.
    live.show.fold_batch(batch_of(T0_MS, ("late", "vocal"), first=77))
    assert "late" not in [item.screen_name for item in live.show.next_snapshot().feed]

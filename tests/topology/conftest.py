"""Shared pieces of the topology tests: the default set's aliases and short ways to make tweets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet

Entry = tuple[Tweet | None, int, int]

ALIASES = {
    "drum": ["batterie"],
    "heavy_bass": ["basse lourde", "grosse basse"],
    "lead_bass": ["basse lead", "basse solo"],
    "line_bass": ["ligne de basse"],
    "melody": ["mélodie"],
    "pad": ["nappe"],
    "synth": ["synthé", "synthétiseur"],
    "vocal": ["voix", "chant"],
}

CLIPS = {
    "drum": ["drum/drum1.flac", "drum/drum2.flac", "drum/drum3.flac"],
    "heavy_bass": ["heavy_bass/a.flac", "heavy_bass/b.flac"],
    "lead_bass": ["lead_bass/a.flac"],
    "line_bass": [],
    "melody": ["melody/a.flac", "melody/b.flac", "melody/c.flac"],
    "pad": ["pad/pad1.flac", "pad/pad2.flac"],
    "vocal": ["vocal/a.flac", "vocal/b.flac"],
}


def make_tweet(
    text: str = "hello",
    user: str = "monty",
    ident: int | None = None,
    created_ms: int | None = None,
    image: str = "",
    retweet: bool = False,
) -> Tweet:
    """A tweet with only what a test cares about."""
    return Tweet(ident, user, user.title(), image, text, created_ms, retweet)


def make_batch(entries: Iterable[Entry]) -> Batch:
    """A batch from ``(tweet, event_ms, record_ms)``."""
    batch = Batch()
    for tweet, event_ms, record_ms in entries:
        batch.tweets.append(tweet)
        batch.events_ms.append(event_ms)
        batch.record_ms.append(record_ms)
    return batch


@pytest.fixture(scope="session")
def tweet() -> Callable[..., Tweet]:
    return make_tweet


@pytest.fixture(scope="session")
def batch() -> Callable[[Iterable[Entry]], Batch]:
    return make_batch


@pytest.fixture(scope="session")
def aliases() -> dict[str, list[str]]:
    return ALIASES


@pytest.fixture(scope="session")
def clips() -> dict[str, list[str]]:
    return CLIPS

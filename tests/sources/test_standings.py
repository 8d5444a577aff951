"""Whose place on the leaderboard changed: the phones of those users, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mwk_desktop.sources.page.phones import Phones
from mwk_desktop.sources.page.rate_limits import TokenBucket
from mwk_desktop.sources.page.show_facts import ShowFacts
from mwk_desktop.sources.page.standings import Standings, standing_of

FACTS = ShowFacts("", True, 10_000, 30_000, 30_000)


@pytest.fixture
def phones() -> Phones:
    phones = Phones(lambda now_s: TokenBucket(1.0, 1, now_s))
    for name in ("Ana B", "Bert", "Cleo"):
        phone = phones.get_or_add(f"phone of {name}", 0.0)
        phones.rename(phone, name, 0.0)
        phone.counted = 1
    return phones


def test_only_those_whose_place_changed(phones: Phones) -> None:
    standings = Standings()

    def changed(*leaders: str) -> set[str]:
        news = standings.changed(replace(FACTS, leaders=leaders), phones)
        return {phone.name for phone in news}

    assert changed() == set()
    assert changed("Bert", "Ana_B") == {"Bert", "Ana B"}
    assert changed("Bert", "Ana_B") == set()
    assert changed("Bert", "Ana_B", "Cleo") == {"Cleo"}
    assert changed("Ana_B", "Bert", "Cleo") == {"Ana B", "Bert"}
    assert changed("Ana_B", "Bert", "somebody of Mastodon") == {"Cleo"}


def test_a_user_of_another_network_with_such_a_name_is_another(phones: Phones) -> None:
    leaders = replace(FACTS, leaders=("bert", "ANA.B"))
    assert not list(Standings().changed(leaders, phones))


def test_who_has_no_counted_vote_hears_nothing(phones: Phones) -> None:
    phone = phones.get("phone of Bert")
    assert phone is not None
    phone.counted = 0
    assert not list(Standings().changed(replace(FACTS, leaders=("Bert",)), phones))


def test_the_standing(phones: Phones) -> None:
    facts = replace(FACTS, leaders=("Bert", "Ana_B"))
    assert standing_of(phones.get("phone of Ana B"), facts) == (1, 2)
    assert standing_of(phones.get("phone of Cleo"), facts) == (1, 0)
    assert standing_of(None, facts) == (0, 0)

"""Which plural endings an instrument's words may have."""

from __future__ import annotations

import pytest

from mwk_desktop.topology.matching import Matcher
from mwk_desktop.topology.word_forms import plurals


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("gong", "gongs"),
        ("grass", "grasses"),
        ("voix", "voixes"),
        ("quiz", "quizes"),
        ("bench", "benches"),
        ("brush", "brushes"),
        ("fairy", "fairies"),
        ("key", "keys"),
        ("y", "ys"),
        ("tableau", "tableaux"),
        ("tableau", "tableaus"),
        ("jeu", "jeux"),
        ("jeu", "jeus"),
    ],
)
def test_plurals(one, many):
    assert plurals(one)[0] == one
    assert many in plurals(one)[1:]
    alias = Matcher({"pad": [one]})
    for text, instrument in ((one, "pad"), (many, "pad"), (many + "x", None)):
        assert alias.instrument(text) == instrument, text

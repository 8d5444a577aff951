"""The health line tells a machine without a sound card from one where none was chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mwk_desktop.show.snapshot import EngineState, OutputList, OutputRow
from mwk_desktop.ui.console.health_properties import health_properties
from tests.ui.fake_show import evening

CARD = OutputRow("Card, ALSA", "Card", "ALSA", 48_000)


@pytest.mark.parametrize(
    ("outputs", "words"),
    [
        (OutputList(problem="no sound card"), "no sound card found"),
        (OutputList(), "no sound device chosen"),  # nobody looked: silence was asked for
        (OutputList((CARD,)), "no sound device chosen"),
        (OutputList(problem="no sound card", looking=True), "no sound device chosen"),
    ],
)
def test_why_nothing_is_heard(outputs: OutputList, words: str) -> None:
    silent = EngineState("silent", "null", 48_000, 256, 0)
    facts = health_properties(replace(evening(), engine=silent, outputs=outputs), "en")
    assert facts["soundMark"] == "off"
    assert words in facts.values()

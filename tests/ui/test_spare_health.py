"""The health line's part on a second laptop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mwk_desktop.show.spare_state import SpareState
from mwk_desktop.ui.console.spare_properties import spare_properties

MAIN = SpareState(
    "main", 1, sees_kafka=True, other="blue", other_age_ms=120, clock_ms=-4, music_ms=1.7
)
FOLLOWER = replace(MAIN, role="follow", other="red", other_age_ms=201)


@pytest.mark.parametrize(
    ("state", "mark", "text", "detail"),
    [
        (None, "off", "", ""),
        (SpareState("main", 1, sees_kafka=True), "off", "", ""),
        (MAIN, "ok", "main, blue follows", "0.2 s \u00b7 bars 2 ms \u00b7 clocks 4 ms"),
        (FOLLOWER, "ok", "follows red", "0.4 s \u00b7 bars 2 ms \u00b7 clocks 4 ms"),
        (replace(FOLLOWER, music_ms=-31.0), "warn", "follows red", None),
        (replace(FOLLOWER, clock_ms=900), "warn", "follows red", None),
        (replace(FOLLOWER, sees_kafka=False), "bad", "follows red", None),
        (
            replace(FOLLOWER, other_age_ms=65_000),
            "bad",
            "the main console is missing",
            "red last seen 1:05 ago",
        ),
        (replace(MAIN, other_age_ms=3_000), "warn", "main", "blue last seen 0:03 ago"),
    ],
)
def test_role_age_clocks_and_bars(
    state: SpareState | None, mark: str, text: str, detail: str | None
) -> None:
    shown = spare_properties(state)
    assert (shown["spareMark"], shown["spareText"]) == (mark, text)
    assert detail is None or shown["spareDetail"] == detail

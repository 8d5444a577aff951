"""A strip is drawn again when something about it changes, but not when only its level does."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from mwk_desktop.show.commands import Mode
from mwk_desktop.show.desk_commands import Control
from mwk_desktop.show.strip_state import Clip, MissingClip, StripState
from mwk_desktop.ui.console.strip_properties import strip_key
from tests.ui.fake_evening import evening

CLIP = Clip("drum/other.flac", "Other")
CHANGED: dict[str, Any] = {
    "clips": (CLIP,),
    "mode": Mode.OFF,
    "pending_mode": Mode.ON,
    "variation": CLIP.name,
    "next_kind": "stop",
    "now": CLIP,
    "next": CLIP,
    "next_bar": 77,
    "gain": 0.123,
    "armed": {Control.MUTE: True},
    "missing": (MissingClip("drum/gone.flac", "Gone"),),
}
DRAWN_EVERY_FRAME = {"instrument", "peak_left", "peak_right"}


@pytest.mark.parametrize(
    "name", [each.name for each in fields(StripState) if each.name not in DRAWN_EVERY_FRAME]
)
def test_every_change_of_a_strip_changes_its_key(name: str) -> None:
    snapshot = evening()
    strip = snapshot.strips[0]
    before = getattr(strip, name)
    after = CHANGED.get(name, not before)
    assert after != before
    changed = replace(snapshot, strips=(replace(strip, **{name: after}), *snapshot.strips[1:]))
    assert strip_key(changed, 0) != strip_key(snapshot, 0)
    assert strip_key(changed, 1) == strip_key(snapshot, 1)


def test_its_level_does_not() -> None:
    snapshot = evening()
    louder = replace(snapshot.strips[0], peak_left=0.9, peak_right=0.8)
    changed = replace(snapshot, strips=(louder, *snapshot.strips[1:]))
    assert strip_key(changed, 0) == strip_key(snapshot, 0)

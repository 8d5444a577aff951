"""Pictures of both windows with the fake show.

``python tests/ui/shots.py OUT STATE WIDTHxHEIGHT [LANGUAGE]``
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import fake_show
import go_states

from mwk_desktop.show.message_commands import ModerationState
from mwk_desktop.show.silence import SilenceState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.talk_clock import TalkState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.application import run_windows
from mwk_desktop.ui.ui_options import UiOptions

STATES: dict[str, Callable[[], Snapshot]] = {
    "evening": fake_show.evening,
    "demo": fake_show.demo,
    "trouble": fake_show.trouble,
    "replay": fake_show.replayed,
    "empty": fake_show.empty,
    "approve": lambda: approving(),
    "talk": lambda: talking(),
    "silent": lambda: fake_show.evening(panic="silent", silence=SilenceState("silent", 7.0)),
    "faded": lambda: fake_show.evening(fade="silent", silence=SilenceState("faded", 12.0)),
    "fading": lambda: fake_show.evening(fade="fading", silence=SilenceState("fading", 4.0, 0.5)),
    "returns": lambda: fake_show.evening(silence=SilenceState("returning", 1.0, bar=45, beats=3)),
    "armed": lambda: go_states.armed(),
    "fired": lambda: go_states.fired(),
    "next-now": lambda: go_states.next_now(),
    "snapshots": lambda: go_states.snapshots(),
    "served": fake_show.served,
    "lost-history": lambda: fake_show.evening(workers=WorkersState(lost_history=True)),
    "winner": lambda: fake_show.evening(winner=fake_show.winner_state()),
    "replay-trouble": fake_show.replay_trouble,
    "recording": lambda: fake_show.evening(master_recorded_ms=751_000, outputs=fake_show.OUTPUTS),
}


def approving() -> Snapshot:
    """Messages that wait for approval."""
    before = fake_show.evening()
    queue = tuple(replace(item, mark="pads" if "pad" in item.text else "") for item in before.feed)
    state = ModerationState(True, 37, queue, names={})
    return replace(before, moderation=state, feed=())


def talking() -> Snapshot:
    """A talk in its last minutes."""
    before = fake_show.evening()
    talk = TalkState(201_000, True, "amber", "thanks")
    return replace(before, workers=replace(before.workers, talk=talk))


def main(folder: str, state: str, size: str, language: str = "en") -> int:
    width, height = (int(part) for part in size.split("x"))
    options = UiOptions(
        screenshot=Path(folder) / f"console-{state}-{size}-{language}.png",
        language=language,
        exit_after_s=1.5,
        on_open_recording=lambda path: None,
        console_size=(width, height),
        stage_size=(1920, 1080) if width != 1280 else (1280, 720),
    )
    return run_windows(fake_show.FakeShow(STATES[state]()), settings=options)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))

"""Soft takeover: a fader that is not where the strip is does nothing until it meets it (pure).

Positions are on the fader's travel, 0 to 1, as in :mod:`mwk_desktop.show.fader_law`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mwk_desktop.show.fader_law import fader_gain, fader_position
from mwk_desktop.units import db_to_gain, gain_to_db

MET_DB: Final = 1.0
"""Hardware and strip have met when they are this close."""

STEP: Final = 1 / 127 + 1e-6
"""One step of a control of seven bits; below -60 dB it is more than a decibel."""

SETTLED_S: Final = 0.25
"""A control compares itself with the show again this long after its own last move; before that, the
show may not have answered yet."""


def has_met(hardware: float, strip: float) -> bool:
    """Whether two positions are one step, or one decibel, apart at most."""
    if abs(hardware - strip) <= STEP:
        return True
    first, second = gain_to_db(fader_gain(hardware)), gain_to_db(fader_gain(strip))
    return abs(first - second) <= MET_DB


def next_position(position: float, goal: float) -> float:
    """One step from a position towards a goal: a decibel, or a step of the control."""
    if has_met(position, goal):
        return goal
    level_db = gain_to_db(fader_gain(position))
    if goal > position:
        louder = fader_position(db_to_gain(level_db + MET_DB)) if level_db > -90.0 else 0.0
        return min(goal, max(louder, position + STEP))
    quieter = fader_position(db_to_gain(level_db - MET_DB))
    return max(goal, min(quieter, position - STEP))


@dataclass(slots=True)
class SoftTakeover:
    """One control's pickup.

    Attributes
    ----------
    hardware
        The control's last known position; None: it has not moved yet.
    follows
        Whether the strip follows the control.
    sent
        The position that was sent to the show last.
    """

    hardware: float | None = None
    follows: bool = False
    sent: float = 0.0
    _moved_s: float = 0.0
    _catches_up: bool = False

    def move(self, position: float, strip: float, now_s: float) -> bool:
        """Note a move of the control; ``strip`` is the show's fader position. Returns whether the
        strip follows."""
        self._compare(strip, now_s)
        before, self.hardware = self.hardware, position
        if not self.follows:
            crossed = before is not None and (before - strip) * (position - strip) <= 0.0
            if not crossed and not has_met(position, strip):
                return False
            self.follows = self._catches_up = True
            self.sent = strip
        self._moved_s = now_s
        return True

    def next_sent(self) -> float | None:
        """The position to send now; None if the strip is where the control is.

        Right after the pickup in a fast sweep the strip catches up in steps of a decibel, then it
        follows directly.
        """
        if not self.follows or self.hardware is None or self.sent == self.hardware:
            self._catches_up = False
            return None
        if self._catches_up:
            self.sent = next_position(self.sent, self.hardware)
        else:
            self.sent = self.hardware
        return self.sent

    def watch(self, strip: float, now_s: float) -> None:
        """Compare with the show: another control may have moved the strip away."""
        self._compare(strip, now_s)

    def _compare(self, strip: float, now_s: float) -> None:
        settled = now_s - self._moved_s >= SETTLED_S
        if self.follows and settled and not has_met(self.sent, strip):
            self.follows = False

    @property
    def ghost(self) -> float | None:
        """Where the hardware is, if the strip does not follow it."""
        return None if self.follows else self.hardware

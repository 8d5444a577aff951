"""What an engine is told when a console that follows has carried out the past."""

from __future__ import annotations

from collections.abc import Sequence

from mwk_desktop.engine.protocol import NOW, SILENCE, Curve, Launch, Ramp
from mwk_desktop.show.drivers.follow_port import FollowPort
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches

RATE_HZ = 48_000
NOW_FRAME = 100 * RATE_HZ


class Told(PlannedLaunches):
    """An engine at :data:`NOW_FRAME`; ``told`` is what it was asked for, in order."""

    def __init__(self) -> None:
        super().__init__(RATE_HZ)
        self.frame = NOW_FRAME
        self.told: list[tuple[int, list[Launch] | list[Ramp]]] = []

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        self.told.append((strip, list(launches)))

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        self.told.append((curve, list(ramps)))


def test_gains_come_before_what_sounds_and_what_is_over_is_over() -> None:
    """A follower that was heard for its first block, or that faded out again what had been silent
    for an hour, would be heard beside the main."""
    engine = Told()
    port = FollowPort(engine, RATE_HZ)
    port.plan_ramps(Curve.HEARD, [Ramp(NOW, 0.0, 480)])
    port.plan_launches(0, [Launch(NOW, 4, 480, 480), Launch(NOW_FRAME + 9, 5, 480, 480)])
    port.plan_launches(1, [Launch(NOW, SILENCE, 0, 0)])
    port.plan_ramps(Curve.FADE, [Ramp(RATE_HZ, 0.0, 8 * RATE_HZ)])
    half = Ramp(NOW_FRAME - RATE_HZ, 0.5, 2 * RATE_HZ)
    port.plan_ramps(Curve.MASTER, [half, Ramp(NOW_FRAME + 7, 1.0, 480)])
    port.advance_past(NOW_FRAME)
    assert engine.told == []
    port.reach_now()
    gains, launches = engine.told[:-1], engine.told[-1]
    assert launches == (0, [Launch(NOW, 4, 480, 480), Launch(NOW_FRAME + 9, 5, 480, 480)])
    assert dict(gains) == {
        Curve.HEARD: [Ramp(NOW, 0.0, 0)],
        Curve.FADE: [Ramp(NOW, 0.0, 0)],
        Curve.MASTER: [
            Ramp(NOW, 0.75, 0),
            Ramp(NOW, 0.5, RATE_HZ),
            Ramp(NOW_FRAME + 7, 1.0, 480),
        ],
    }
    port.reach_now()
    port.plan_launches(0, [])
    assert engine.told[len(gains) + 1 :] == [(0, [])]

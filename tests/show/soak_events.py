"""What happens to a show in a soak: clock steps, sleep, kills, lost devices, a presenter's hand.

Each event makes its change and checks at once what the show must say about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from confluent_kafka import KafkaError, KafkaException

from mwk_desktop.show.commands import Mode, SetHold, SetMode
from mwk_desktop.show.drivers.live import SLEEP_MS
from mwk_desktop.units import INSTRUMENTS
from tests.show.soak_machine import ProgramDies

if TYPE_CHECKING:
    from tests.show.soak_life import Life


class LifeEvents:
    """The events of one life of a show; each returns False if it cannot happen now."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self._soak, self._rng, self._machine = life.soak, life.rng, life.machine

    def happen(self) -> None:
        """Let one random event happen."""
        self._soak.pick(
            (3, self._clock_step),
            (2, self._suspend),
            (2, self._kill),
            (1, self._quit),
            (2, self._client_fails),
            (1, self._leader_moves),
            (0.5, self._new_partition),
            (3, self._truncation),
            (2, self._damaged_batch),
            (1, self._broker_away),
            (3, self._device_lost),
            (2, self._burst),
            (2, self._hand),
        )

    def _clock_step(self) -> bool:
        limit_ms = self._rng.choice([1_000, 10_000, 60_000, 3_600_000])
        step_ms = self._rng.choice([-1, 1]) * self._rng.randrange(1_000, limit_ms + 1)
        if abs(self._machine.error_ms + step_ms) > 3 * 3_600_000:
            step_ms = -step_ms
        self._machine.error_ms += step_ms
        self._life.show.tick()
        said = " ".join(map(str, self._life.show.next_snapshot().problems))
        assert f"clock was set {'back' if step_ms < 0 else 'forward'}" in said
        return True

    def _suspend(self) -> bool:
        ms = self._rng.randrange(1_000, self._rng.choice([5_000, 60_000, 600_000]))
        before = len(self._life.recorder.lines)
        self._life.show.tick()
        self._machine.sleep(ms)
        self._life.show.tick()
        sleeps = [line for line in self._life.recorder.lines[before:] if line["type"] == "sleep"]
        assert len(sleeps) == (ms > SLEEP_MS)
        self._soak.post_some(ms)
        return True

    def _kill(self) -> bool:
        self._soak.happened.append("kill")
        self._soak.graceful = False
        self._life.end()
        raise ProgramDies

    def _quit(self) -> bool:
        self._soak.graceful = True
        self._life.end()
        return True

    def _client_fails(self) -> bool:
        self._soak.happened.append("client failed")
        raise KafkaException(KafkaError(KafkaError._FAIL, "the client has had enough"))

    def _leader_moves(self) -> bool:
        self._rng.choice(list(self._soak.topic.logs.values())).epoch += 1
        return True

    def _new_partition(self) -> bool:
        logs = self._soak.topic.logs
        if len(logs) >= 6:
            return False
        logs[len(logs)] = type(logs[0])()
        self._life.report()
        return True

    def _truncation(self) -> bool:
        return self._soak.change_log(self._rng.choice(list(self._soak.topic.logs)), down=False)

    def _damaged_batch(self) -> bool:
        log = self._rng.choice(list(self._soak.topic.logs.values()))
        count = self._rng.randrange(1, 30)
        for _ in range(count):
            log.append(self._soak.crowd.tweet())
        log.damage(count)
        return True

    def _broker_away(self) -> bool:
        self._soak.topic.away = True
        self._life.away_until_ms = self._machine.true_ms + self._rng.randrange(500, 60_000)
        self._life.report()
        return True

    def _device_lost(self) -> bool:
        if not self._life.engine.running:
            return False
        self._life.engine.die()
        self._life.back_ms = self._machine.true_ms + self._rng.choice([0, 300, 3_000])
        engine = self._life.show.next_snapshot().engine
        assert engine.state == "restarting"
        assert str(engine.detail)
        return True

    def _burst(self) -> bool:
        for _ in range(self._rng.randrange(100, 2_000)):
            self._rng.choice(list(self._soak.topic.logs.values())).append(self._soak.crowd.post())
        return True

    def _hand(self) -> bool:
        name = self._rng.choice(INSTRUMENTS)
        command = self._rng.choice(
            [SetHold(True), SetHold(False), SetMode(name, Mode.ON), SetMode(name, Mode.AUTO)]
        )
        self._life.show.apply_command(command)
        return True

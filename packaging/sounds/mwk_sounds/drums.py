"""Six drum loops: kick in the middle, metal to the sides, a small room around the hands."""

import numpy as np

from mwk_sounds import drumkit as kit
from mwk_sounds.effects import driven, reverb
from mwk_sounds.filters import bell, equalise
from mwk_sounds.timeline import FloatArray, hits, place, silence
from mwk_sounds.variation import Variation

# Strong, ghost, medium, ghost: how hard the four sixteenths of a beat are struck.
_ACCENTS = (1.0, 0.5, 0.8, 0.45)


class _Kit:
    """Collects strokes on three buses: dry kick, dry rest, and what is sent to the room."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        self.kick = silence()
        self.rest = silence()
        self.room = silence()

    def kicks(self, pattern: str, gain: float = 0.95, **shape: float) -> None:
        """Strike the kick; ``o`` is a softer one."""
        stroke = kit.kick(self.rng, **shape)  # one sample for all, as on a drum machine
        for hit in hits(pattern):
            # A hair softer where the loop begins: more sounds start there than anywhere else.
            level = gain * (0.92 if hit.step == 0 else 1.0)
            place(self.kick, stroke, hit.step, level * (0.6 if hit.symbol == "o" else 1.0))

    def strike(
        self, sound: FloatArray, step: float, gain: float, pan: float = 0.0, room: float = 0.0
    ) -> None:
        """Put any other stroke down, with a share of it into the room."""
        place(self.rest, sound, step, gain, pan)
        if room:
            place(self.room, sound, step, gain * room, pan)

    def velocity(self, step: int) -> float:
        """An accent that repeats with the loop, with a little of the drummer's hand."""
        return _ACCENTS[step % 4] * float(1 + 0.07 * self.rng.standard_normal())

    def late(self, step: int, most: float = 0.05) -> float:
        """A step with a touch of lateness (at most `most` sixteenths), never on the beat."""
        return step + (0.0 if step % 4 == 0 else float(self.rng.uniform(0, most)))

    def hats(self, pattern: str, gain: float, tune: float = 1.0, pan: float = 0.22) -> None:
        """``h`` closed, ``s`` closed and soft, ``o`` open, ``r`` a two-stroke roll."""
        for hit in hits(pattern):
            level = gain * self.velocity(hit.step)
            if hit.symbol == "o":
                self.strike(kit.hat(self.rng, 0.085, tune), hit.step, gain * 0.8, -pan, 0.2)
            elif hit.symbol == "r":
                for half in (0.0, 0.5):
                    short = kit.hat(self.rng, 0.012, tune)
                    self.strike(short, hit.step + half, gain * (0.55 + 0.35 * half), pan)
            else:
                soft = 0.5 if hit.symbol == "s" else 1.0
                self.strike(kit.hat(self.rng, 0.016, tune), self.late(hit.step), level * soft, pan)

    def mixed(self, drive: float, room: float = 0.10, decay_s: float = 0.55) -> FloatArray:
        """The whole kit, glued by saturation."""
        wet = reverb(self.room, 1.0, decay_s, 0.008, 0.35) - self.room
        glued = driven(self.kick + self.rest + room * wet, drive)
        return equalise(glued, bell(320, -2.0, 1.0), bell(3500, 1.5))


def _four_floor(rng: np.random.Generator) -> FloatArray:
    drums = _Kit(rng)
    drums.kicks("x...x...x...x...x...x...x...x..o", low_hz=52, body_s=0.14, click=0.12)
    for hit in hits("....c.......c.......c.......c..g"):
        level = 0.25 if hit.symbol == "g" else 0.78
        drums.strike(kit.clap(rng), hit.step, level, 0.0, 0.9)
    drums.hats("..o...o...o...o...o...o...o...o.", 0.6)
    drums.hats("s..ss..ss..ss..ss..ss..ss..ss..s", 0.5, 1.1, -0.25)
    drums.strike(kit.crash(rng, 0.45), 0, 0.22, -0.2)
    return drums.mixed(1.6)


def _broken_kick(rng: np.random.Generator) -> FloatArray:
    drums = _Kit(rng)
    drums.kicks("x.....x.x.......x..o..x.x.......", 1.0, low_hz=52, top_hz=230, body_s=0.16)
    for hit in hits("....S..g.g..S.......S..g....S..g"):
        level = 0.95 if hit.symbol == "S" else 0.2
        drums.strike(kit.snare(rng, 196), drums.late(hit.step, 0.02), level, 0.0, 0.7)
    drums.hats("h.s.h.s.h.s.h.o.h.s.h.s.h.srh.o.", 0.6, 0.92, 0.2)
    for step, tone_hz in ((14, 190.0), (30, 240.0), (31, 180.0)):
        drums.strike(kit.tom(rng, tone_hz), step, 0.3, (tone_hz - 210) / 120, 0.4)
    return drums.mixed(1.9, 0.14)


def _half_time(rng: np.random.Generator) -> FloatArray:
    drums = _Kit(rng)
    drums.kicks("x.........x.....x...x.....x.....", 1.0, low_hz=47, top_hz=160, body_s=0.28)
    for step in (8, 24):
        drums.strike(kit.snare(rng, 168, 0.16, 1.0), step, 0.85, 0.0, 1.2)
        drums.strike(kit.clap(rng, 0.12, 700), step, 0.6, 0.0, 1.2)
    drums.hats("hssshssshsssHsrshsssHssshssrHsrr", 0.75, 1.18, 0.24)
    drums.strike(kit.rim(rng), 4, 0.5, -0.3, 0.5)
    drums.strike(kit.rim(rng), 20, 0.5, -0.3, 0.5)
    drums.strike(kit.rim(rng), 22.5, 0.22, 0.3, 0.5)
    return drums.mixed(1.5, 0.22, 1.1)


def _clap_rolls(rng: np.random.Generator) -> FloatArray:
    drums = _Kit(rng)
    drums.kicks(
        "x...x...x...x.o.x...x...x...x...", 0.9, low_hz=55, top_hz=260, body_s=0.13, click=0.3
    )
    for hit in hits("....c.......c.......c.......c.cc"):
        strong = 1.0 if hit.step % 8 == 4 else 0.55 + 0.1 * (hit.step % 4)
        drums.strike(kit.clap(rng, 0.05, 1000), hit.step, 0.8 * strong, 0.0, 0.8)
    # The roll tightens from sixteenths to thirty-seconds into the loop's start.
    for number, step in enumerate((14, 14.5, 15, 15.5, 28, 28.5, 29, 29.5, 30, 30.25, 30.5, 30.75)):
        level = 0.12 + 0.02 * number
        drums.strike(kit.snare(rng, 260, 0.035, 0.4), step, level, 0.15, 0.4)
    for step in (31, 31.25, 31.5, 31.75):
        drums.strike(kit.snare(rng, 300, 0.03, 0.4), step, 0.28 + 0.16 * (step - 31), -0.15, 0.4)
    drums.hats("hsssHsss" * 4, 0.42, 0.8, 0.25)
    for step in range(2, 32, 4):
        drums.strike(kit.tambourine(rng), step, 1.0, -0.25, 0.2)
    return drums.mixed(1.8, 0.12)


def _tom_groove(rng: np.random.Generator) -> FloatArray:
    drums = _Kit(rng)
    drums.kicks("x..." * 8, 0.9, low_hz=50, top_hz=160, body_s=0.18, click=0.08)
    tones = {"a": (98.0, -0.3), "b": (131.0, -0.1), "c": (165.0, 0.12), "d": (220.0, 0.3)}
    for hit in hits("...b..c..d.c..b....b..c.d.dcba.b"):
        tone_hz, pan = tones[hit.symbol]
        level = 0.55 * (0.8 + 0.2 * drums.velocity(hit.step))
        drums.strike(kit.tom(rng, tone_hz, 0.1), drums.late(hit.step, 0.03), level, pan, 0.5)
    for step in range(32):
        beads = kit.shaker(rng, 0.018)
        drums.strike(beads, step - 0.14, 0.50 * drums.velocity(step), 0.25 if step % 2 else 0.1)
    for hit in hits("......r...r...........r...r...r."):
        drums.strike(kit.rim(rng), hit.step, 0.5, -0.25, 0.6)
    for step in (12, 28):
        drums.strike(kit.snap(rng), step, 0.7, 0.0, 1.0)
    return drums.mixed(1.4, 0.18, 0.8)


def _top_loop(rng: np.random.Generator) -> FloatArray:
    drums = _Kit(rng)
    for step in range(32):
        drums.strike(
            kit.shaker(rng, 0.014), step - 0.1, 0.6 * drums.velocity(step), 0.25 * (-1) ** step
        )
    for hit in hits("....s.......s.......s.......s.s."):
        drums.strike(kit.snap(rng), hit.step, 0.85, 0.0, 1.0)
    for hit in hits("r..r..r....r..r.r..r..r....r.rr."):
        drums.strike(kit.rim(rng), hit.step, 0.4 * drums.velocity(hit.step) + 0.1, -0.2, 0.5)
    for hit in hits("..t...t...t...t...t...t...t...t."):
        drums.strike(kit.tambourine(rng), hit.step, 0.5, 0.2, 0.3)
    drums.hats("h...h...h...h...h...h...h.r.h.r.", 0.3, 1.3, -0.2)
    return drums.mixed(4.0, 0.3, 0.7)


VARIATIONS = (
    Variation("Four-floor", ("dance", "straight"), _four_floor),
    Variation("Broken kick", ("funky", "ghost notes"), _broken_kick),
    Variation("Half-time", ("heavy", "sparse"), _half_time),
    Variation("Clap rolls", ("dance", "build"), _clap_rolls),
    Variation("Tom groove", ("tribal", "rolling"), _tom_groove),
    Variation("Top loop", ("light", "no kick"), _top_loop),
)

"""Six drum loops and the rhythm floor: kick in the middle, metal to the sides, one small room.

Every loop has a kick on the first beat. The kick keeps its pattern in all takes but the fill, so
what ducks under it can be written down once a clip.
"""

from collections.abc import Callable

import numpy as np

from mwk_sounds import drumkit as kit
from mwk_sounds.effects import driven, room
from mwk_sounds.filters import bell, equalise, high_shelf
from mwk_sounds.harmony import hertz
from mwk_sounds.timeline import STEPS_PER_BEAT, FloatArray, hits, place, silence
from mwk_sounds.variation import FORMS, Take, Variation

A1 = hertz(33)

# Strong, ghost, medium, ghost: how hard the four sixteenths of a beat are struck.
_ACCENTS = (1.0, 0.42, 0.6, 0.36)


class _Kit:
    """Collects strokes on three buses: dry kick, dry rest, and what is sent to the room.

    `swing` is where the second sixteenth of each pair lies in its eighth: 0.5 is straight.
    """

    def __init__(self, rng: np.random.Generator, take: Take, swing: float = 0.5) -> None:
        self.rng = rng
        self.take = take
        self.swing = swing
        self.kick = silence()
        self.rest = silence()
        self.room = silence()

    def kicks(self, pattern: str, gain: float = 0.95, **shape: float) -> None:
        """Strike the kick; ``o`` is a softer one."""
        stroke = kit.kick(self.rng, **shape)  # one sample for all, as on a drum machine
        for hit in hits(pattern):
            place(self.kick, stroke, hit.step, gain * (0.6 if hit.symbol == "o" else 1.0))

    def strike(
        self, sound: FloatArray, step: float, gain: float, pan: float = 0.0, send: float = 0.0
    ) -> None:
        """Put any other stroke down, with a share of it into the room."""
        place(self.rest, sound, step, gain, pan)
        if send:
            place(self.room, sound, step, gain * send, pan)

    def velocity(self, step: float) -> float:
        """An accent that repeats with the loop, with a little of the drummer's hand."""
        return _ACCENTS[int(step) % 4] * float(1 + 0.07 * self.rng.standard_normal())

    def swung(self, step: float) -> float:
        """Where a step of the straight grid is played."""
        return step + (2 * self.swing - 1 if step % 2 == 1 else 0.0)

    def struck(
        self,
        pattern: str,
        stroke: Callable[[], FloatArray],
        gain: float,
        pan: float = 0.0,
        send: float = 0.0,
    ) -> None:
        """A pattern of one stroke: a capital is full, ``g`` a ghost 14 dB below, else -4 dB."""
        for hit in hits(pattern):
            level = 1.0 if hit.symbol.isupper() else 0.2 if hit.symbol == "g" else 0.63
            self.strike(stroke(), self.swung(hit.step), gain * level, pan, send)

    def hats(self, pattern: str, gain: float, tune: float = 1.0, pan: float = 0.22) -> None:
        """``H`` loud, ``h`` medium, ``s`` soft, ``o`` open, ``r`` a two-stroke roll."""
        levels = {"H": 1.0, "h": 0.7, "s": 0.36}
        for hit in hits(pattern):
            step, symbol = self.swung(hit.step), hit.symbol
            if symbol == "o":
                self.strike(kit.hat(self.rng, 0.085, tune), step, gain * 0.8, -pan, 0.2)
            elif symbol == "r":
                for half in (0.0, 0.5):
                    short = kit.hat(self.rng, 0.012, tune)
                    self.strike(short, step + half, gain * (0.45 + 0.35 * half), pan)
            else:
                level = gain * levels[symbol] * float(1 + 0.06 * self.rng.standard_normal())
                self.strike(kit.hat(self.rng, 0.016, tune), step, level, pan)

    def roll(self, first: float, tune: float = 190.0, gain: float = 0.5) -> None:
        """A snare roll to the end of the loop: eighths, sixteenths, then thirty-seconds."""
        step = first
        while step < 32:
            share = (step - first) / (32 - first)
            level = gain * (0.45 + 0.75 * share)
            # Dry and short: a long rattle would run the strokes into one noise.
            stroke = kit.snare(self.rng, tune * (1 + 0.25 * share), 0.018, 0.45)
            self.strike(stroke, step, level, 0.12 * (-1) ** int(2 * step), 0.15)
            step += 2.0 if share < 0.3 else 1.0 if share < 0.75 else 0.5

    def rise(self, first: float, gain: float = 0.5) -> None:
        """Hats in thirty-seconds that swell: the air of the bar before a landing."""
        step = first
        while step < 32:
            share = (step - first) / (32 - first)
            level = gain * (0.25 + 0.85 * share)
            self.strike(kit.hat(self.rng, 0.014, 1.05), step, level, 0.25 * (-1) ** int(2 * step))
            step += 1.0 if share < 0.4 else 0.5

    def mixed(self, drive: float, wet: float = 0.16) -> FloatArray:
        """The whole kit in its room, glued by saturation."""
        glued = driven(self.kick + self.rest + room(self.room, wet), drive)
        return equalise(glued, bell(1100, 2.0, 0.45), high_shelf(9000, -1.5))


def _beats(pattern: str) -> tuple[float, ...]:
    """The beats on which a pattern of one or two bars has an event."""
    steps = enumerate(pattern.replace(" ", ""))
    return tuple(step / STEPS_PER_BEAT for step, symbol in steps if symbol not in ".-")


_FOUR = "x...x...x...x...x...x...x...x..."
_BROKEN = "x.....x.x.......x..o..x.x......."
_HALF = "x.........x.....x...x.....x....."
_ROLLS = "x...x...x...x.o.x...x...x...x..."
# The halves of these bars differ: the chords change twice a bar, so something else must tell which
# half begins it.
_STEADY = "x...x...o..ox.o.x...x...o..ox.o."
_LIGHT = "x.....x.......o.x.....x.......o."
# The bar before a landing: the kick makes way for the roll.
_FILLS = (
    "x...x...x...x.x.",
    "x..x..x...x.x...",
    "x...x.....x.....",
    "x...x...x.x.x...",
    "x...x...x...x...",
    "x.......x.......",
    "x...x...x.......",
)


def _four_floor(rng: np.random.Generator, take: Take) -> FloatArray:
    drums = _Kit(rng, take)
    drums.kicks(take.pattern(_FOUR, fill=_FILLS[0]), gain=0.58, root_hz=A1, click=0.8)
    drums.struck(
        take.pattern(
            "....C.......C.......C.......C..g",
            "....C.......C.......C.......C...",
            "....C.......C..g....C..g....C.gg",
            "....C.......C.g.",
        ),
        lambda: kit.clap(rng), 0.85, 0.0, 0.9,
    )  # fmt: skip
    drums.struck(
        take.pattern("....S.......S.......S.......S...", "....s.......s.......s.......s..."),
        lambda: kit.snare(rng, 196), 0.34, 0.0, 0.5,
    )  # fmt: skip
    drums.hats(
        take.pattern(
            "..o...o...o...o...o...o...o...o.",
            "..h...h...h...h...h...h...h...h.",
            "..o...o...o..ro...o...o.r.o..ro.",
            "..o...o...o...o.",
        ),
        0.2,
    )
    drums.hats(take.pattern("H.ss" * 8, "H..s" * 8, "HsHs" * 8), 0.6, 0.9, -0.1)
    drums.strike(kit.crash(rng, 0.45), 0, 0.1, -0.2, 0.2)
    if take.rises:
        drums.roll(24)
        drums.rise(16, 0.6)
    return drums.mixed(3.0)


def _broken_kick(rng: np.random.Generator, take: Take) -> FloatArray:
    drums = _Kit(rng, take, 0.54)
    drums.kicks(take.pattern(_BROKEN, fill=_FILLS[1]), root_hz=A1, top_hz=240, body_s=0.12)
    drums.struck(
        take.pattern(
            "....S..g.g..S.......S..g....S..g",
            "....S.......S.g.....S.......S...",
            "....S..g.g..S..g.g..S..g.gg.S.gs",
            "....S.g.S.g.SsSs",
        ),
        lambda: kit.snare(rng, 196), 0.95, 0.0, 0.6,
    )  # fmt: skip
    drums.hats(
        take.pattern(
            "H.s.h.s.H.s.h.o.H.s.h.s.H.srh.o.",
            "H...h...H...h...H...h...H...h.o.",
            "HshsHshsHshsHso.HshsHsrsHshsHro.",
        ),
        0.5, 0.92, 0.2,
    )  # fmt: skip
    toms = ((14, 190.0), (30, 240.0), (31, 180.0))
    for step, tone_hz in take.line(toms, ((30, 190.0),), (*toms, (15, 150.0)), toms[1:]):
        drums.strike(kit.tom(rng, tone_hz), step, 0.42, (tone_hz - 210) / 120, 0.5)
    if take.rises:
        drums.rise(20, 0.6)
    return drums.mixed(1.9)


def _half_time(rng: np.random.Generator, take: Take) -> FloatArray:
    drums = _Kit(rng, take, 0.52)
    drums.kicks(take.pattern(_HALF, fill=_FILLS[2]), root_hz=A1, top_hz=180, body_s=0.135)
    drums.struck(
        take.pattern(
            "........S...............S.......",
            c="........S..........g....S.....gg",
            fill="....S...S...S.S.",
        ),
        lambda: kit.snare(rng, 176, 0.16, 1.0), 0.95, 0.0, 1.0,
    )  # fmt: skip
    drums.struck(
        take.pattern("........C...............C......."), lambda: kit.clap(rng, 0.12), 0.6, 0.0, 1.0
    )
    drums.hats(
        take.pattern(
            "HsssHsssHsssHsrsHsssHsssHssrHsrr",
            "H.s.H.s.H.s.H.s.H.s.H.s.H.s.H.r.",
            "HsrsHsssHsrsHsrsHsrsHsssHsrrHrrr",
            "HshsHshsHrHrHrrr",
        ),
        0.6, 1.1, 0.2,
    )  # fmt: skip
    drums.struck(
        take.pattern("....R...............R.g.........", c="..g.R.....g.....g...R.g.....g..."),
        lambda: kit.rim(rng), 0.7, -0.3, 0.6,
    )  # fmt: skip
    low = ((6, 110.0), (22, 131.0), (23, 110.0))
    for step, tone_hz in take.line(low, ((22, 110.0),), (*low, (14, 131.0))):
        drums.strike(kit.tom(rng, tone_hz, 0.11), step, 0.4, 0.25, 0.5)
    if take.rises:
        drums.rise(18, 0.6)
    return drums.mixed(1.6, 0.24)


def _clap_rolls(rng: np.random.Generator, take: Take) -> FloatArray:
    drums = _Kit(rng, take)
    drums.kicks(take.pattern(_ROLLS, fill=_FILLS[3]), root_hz=A1, top_hz=260, click=0.8)
    drums.struck(
        take.pattern(
            "....C.......C.......C.......C.cc",
            "....C.......C.......C.......C...",
            "....C..c....C..c....C..c....C.Cc",
            "....C...C...C.CC",
        ),
        lambda: kit.clap(rng, 0.06, 800), 0.9, 0.0, 0.8,
    )  # fmt: skip
    # The roll tightens from sixteenths to thirty-seconds into the loop's start.
    steps = (14, 14.5, 15, 15.5, 28, 28.5, 29, 29.5, 30, 30.25, 30.5, 30.75)
    if take.name in ("a", "c"):
        for number, step in enumerate(steps):
            stroke = kit.snare(rng, 230, 0.045, 0.5)
            drums.strike(stroke, step, 0.16 + 0.024 * number, 0.15, 0.5)
    drums.hats(take.pattern("HsssHsss" * 4, "H.s.H.s." * 4, "HsrsHsss" * 4), 0.65, 0.8, 0.12)
    drums.struck(take.pattern("..T." * 8, "..t." * 8), lambda: kit.tambourine(rng), 0.2, -0.25, 0.2)
    drums.strike(kit.crash(rng, 0.4), 0, 0.25, 0.2, 0.2)
    if take.rises:
        drums.roll(20, 210, 0.6)
        drums.rise(16, 0.5)
    return drums.mixed(1.8)


def _tom_groove(rng: np.random.Generator, take: Take) -> FloatArray:
    drums = _Kit(rng, take, 0.53)
    drums.kicks(take.pattern(_FOUR, fill=_FILLS[4]), root_hz=A1, top_hz=170, click=0.6)
    tones = {"a": (110.0, -0.3), "b": (131.0, -0.1), "c": (165.0, 0.12), "d": (220.0, 0.3)}
    patterns = take.pattern(
        "...b..c..d.c..b....b..c.d.dcba.b",
        "...b......dc.......b......dc..b.",
        "...bc.c..d.c.bb....bc.c.d.dcbaab",
        "a.b.c.d.abcdabcd",
    )
    for hit in hits(patterns):
        tone_hz, pan = tones[hit.symbol]
        level = 0.62 * (0.8 + 0.2 * drums.velocity(hit.step))
        drums.strike(kit.tom(rng, tone_hz, 0.1), drums.swung(hit.step), level, pan, 0.5)
    for step in range(32):
        beads = kit.shaker(rng, 0.018)
        level = 0.5 * drums.velocity(step) * take.number(1.0, 0.7, 1.15, 1.3)
        drums.strike(beads, drums.swung(step) - 0.14, level, 0.25 if step % 2 else 0.1)
    drums.hats("H...H...H...H...H...H...H...H...", 0.4, 0.9, 0.05)
    drums.struck(
        take.pattern("......R...r...........R...r...R.", c="..r...R...r..r....r...R...r..rR."),
        lambda: kit.rim(rng), 0.6, -0.25, 0.6,
    )  # fmt: skip
    drums.struck(
        take.pattern("....S.......S.......S.......S...", fill="....S...S...S.S."),
        lambda: kit.snap(rng), 0.8, 0.0, 1.0,
    )  # fmt: skip
    drums.struck(
        take.pattern("....S.......S.......S.......S..."), lambda: kit.snare(rng, 185), 0.4, 0.0, 0.6
    )
    if take.rises:
        drums.rise(16, 0.7)
    return drums.mixed(1.5, 0.22)


def _top_loop(rng: np.random.Generator, take: Take) -> FloatArray:
    drums = _Kit(rng, take, 0.55)
    drums.kicks(take.pattern(_LIGHT, fill=_FILLS[5]), 0.75, root_hz=A1, click=0.6)
    for step in range(32):
        level = 0.5 * drums.velocity(step) * take.number(1.0, 0.75, 1.2, 1.3)
        place_at = drums.swung(step) - 0.1
        drums.strike(kit.shaker(rng, 0.014), place_at, level, 0.25 * (-1) ** step)
    drums.struck(
        take.pattern(
            "....S.......S.......S.......S.s.",
            "....S.......S.......S.......S...",
            "....S..g....S..s....S..g....S.ss",
            "....S...S...S.SS",
        ),
        lambda: kit.snap(rng), 1.0, 0.0, 1.0,
    )  # fmt: skip
    drums.struck(
        take.pattern("....S.......S.......S.......S..."),
        lambda: kit.snare(rng, 210),
        0.25,
        0.0,
        0.6,
    )
    drums.struck(
        take.pattern(
            "R..r..R....r..R.r..R..r....R.rR.",
            "R..r..R.........R..r..R.........",
            "R..r..R..r.r..R.r..R..r..r.R.rRr",
        ),
        lambda: kit.rim(rng), 0.5, -0.2, 0.6,
    )  # fmt: skip
    drums.struck(take.pattern("..T." * 8), lambda: kit.tambourine(rng), 0.3, 0.2, 0.3)
    drums.hats(
        take.pattern("H...H...H...H...H...H...H.r.H.r.", c="H.o.H...H.o.H...H.o.H...H.r.H.r."),
        0.4, 1.2, -0.1,
    )  # fmt: skip
    for step in (0, 16):
        drums.strike(kit.crash(rng, 0.3), step, 0.14, 0.15, 0.3)
    if take.rises:
        drums.rise(16, 0.7)
    return drums.mixed(2.2, 0.3)


def floor(rng: np.random.Generator, take: Take) -> FloatArray:
    """The rhythm floor: keeps the beat when no drum plays."""
    drums = _Kit(rng, take)
    kicks = take.pattern(_STEADY, fill=_FILLS[6])
    drums.kicks(kicks, root_hz=A1, top_hz=190, click=1.0)
    drums.hats(
        take.pattern("H...H...H...H..." * 2, "H...H.s.H...H.s." * 2, fill="H.s.H.s.H.h.HhHh"),
        0.9, 0.8, 0.06,
    )  # fmt: skip
    for step, level in ((0, 0.45), (16, 0.4)):
        drums.strike(kit.crash(rng, 0.35), step, level, 0.1)
    return drums.kick + drums.rest


def _variation(
    title: str,
    tags: tuple[str, str],
    build: Callable[[np.random.Generator, Take], FloatArray],
    energy: int,
    kicks: tuple[str, int],
) -> Variation:
    pattern, fill = kicks
    return Variation(title, tags, build, energy, *FORMS[0], _beats(pattern), _beats(_FILLS[fill]))


VARIATIONS = (
    _variation("Four-floor", ("dance", "straight"), _four_floor, 5, (_FOUR, 0)),
    _variation("Broken kick", ("funky", "ghost notes"), _broken_kick, 4, (_BROKEN, 1)),
    _variation("Half-time", ("heavy", "sparse"), _half_time, 2, (_HALF, 2)),
    _variation("Clap rolls", ("dance", "build"), _clap_rolls, 5, (_ROLLS, 3)),
    _variation("Tom groove", ("tribal", "rolling"), _tom_groove, 3, (_FOUR, 4)),
    _variation("Top loop", ("light", "shaker"), _top_loop, 1, (_LIGHT, 5)),
)
# Only the four beats duck the others: under a quiet kick its soft strokes need no room.
FLOOR = _variation("Floor", ("quiet", "kick and hat"), floor, 1, (_FOUR, 6))

"""What a clip is before it is rendered: a title, tags and the function that builds it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mwk_sounds.timeline import FloatArray


@dataclass(frozen=True)
class Variation:
    """One clip's recipe; `build` takes the clip's own generator and returns (2, LOOP_FRAMES)."""

    title: str
    tags: tuple[str, ...]
    build: Callable[[np.random.Generator], FloatArray]

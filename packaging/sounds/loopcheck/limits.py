"""What a measured value must keep to pass."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """A range outside of which a value fails, and one outside of which it is warned of."""

    least: float = float("-inf")
    most: float = float("inf")
    warn_below: float = float("-inf")
    warn_above: float = float("inf")

    def grade(self, value: float) -> str:
        """``FAIL``, ``warn`` or ``ok``."""
        if not self.least <= value <= self.most:
            return "FAIL"
        return "ok" if self.warn_below <= value <= self.warn_above else "warn"


LIMITS: Mapping[str, Limit] = {
    "length_error_frames": Limit(most=1.0, warn_above=0.5),
    "peak_dbfs": Limit(most=-0.3, warn_above=-3.0),
    "true_peak_dbtp": Limit(most=0.0, warn_above=-2.5),
    "clipped_runs": Limit(most=4, warn_above=0),
    "loudness_lufs": Limit(-32.0, -11.0, -30.0, -14.0),
    "crest_db": Limit(least=5.0, warn_below=6.5, warn_above=22.0),
    "dc_db": Limit(most=-26.0, warn_above=-36.0),
    "seam_click_db": Limit(most=3.0, warn_above=0.0),
    "seam_gap_db": Limit(most=26.0, warn_above=16.0),
    "silent_share": Limit(most=0.75, warn_above=0.5),
    "flatness": Limit(most=0.45, warn_above=0.30),
    "mono_loss_db": Limit(most=4.0, warn_above=3.0),
    "low_correlation": Limit(least=0.5, warn_below=0.9),
    "in_scale": Limit(least=0.72, warn_below=0.80),
    "chord_share": Limit(least=0.38, warn_below=0.45),
    "root_share": Limit(least=0.40, warn_below=0.50),
    "root_share:line_bass": Limit(least=0.25, warn_below=0.35),
    "tuning_cents": Limit(most=40.0, warn_above=30.0),
    "grid_share": Limit(least=0.65, warn_below=0.80),
    "grid_share:heavy_bass": Limit(warn_below=0.60),
    "variation_db": Limit(least=1.5, warn_below=3.0),
    "consonance": Limit(least=0.08, warn_below=0.18),
    "audible_share": Limit(least=0.10, warn_below=0.25),
    "balance_lu": Limit(most=12.0, warn_above=8.0),
    "mix_peak_dbfs": Limit(most=6.0, warn_above=0.0),
    "mix_lufs": Limit(-20.0, -8.0, -16.5, -10.0),
}

# Sung onsets are soft, and a pad's attacks are slow: where they lie is not judged.
NOT_JUDGED = frozenset(
    {
        *((name, "drum") for name in ("in_scale", "chord_share", "tuning_cents", "flatness")),
        ("grid_share", "pad"),
        ("grid_share", "vocal"),
    }
)


def graded(measured: Mapping[str, float], instrument: str = "") -> dict[str, str]:
    """The grade of each value that has a limit and is not ``ok``."""
    found = {}
    for name, value in measured.items():
        limit = LIMITS.get(f"{name}:{instrument}", LIMITS.get(name))
        if limit is None or (name, instrument) in NOT_JUDGED:
            continue
        if (grade := limit.grade(value)) != "ok":
            found[name] = grade
    return found

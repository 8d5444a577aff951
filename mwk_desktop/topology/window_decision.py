"""What a window that is over decides: for the counting, and for the service that sums countings.

Pure.
"""

from __future__ import annotations

from collections.abc import Mapping

from mwk_desktop.topology.chart import ranked, top
from mwk_desktop.topology.counting_rules import ClosedWindow, CountingRules
from mwk_desktop.topology.shuffle_bags import ShuffleBags


def forecast_window(
    votes: Mapping[str, int], rules: CountingRules, bags: ShuffleBags
) -> dict[str, str]:
    """What :func:`decide_window` would draw, without drawing it."""
    chosen, lean = top(ranked(votes), rules.top), bags.pace.lean(sum(votes.values()))
    return {name: bags.peek(name, lean) for name in chosen if bags.has_clips(name)}


def decide_window(
    start_ms: int,
    votes: Mapping[str, int],
    rules: CountingRules,
    bags: ShuffleBags,
) -> ClosedWindow:
    """What a window that is over decided; draws from ``bags``, leaning as their pace of the
    votes says, and adds the window to that."""
    in_order, cast = ranked(votes), sum(votes.values())
    lean = bags.pace.lean(cast)
    bags.pace.add(cast)
    chosen = top(in_order, rules.top)
    drawn = {name: bags.draw(name, lean) for name in chosen if bags.has_clips(name)}
    return ClosedWindow(start_ms, start_ms + rules.window_ms, in_order, chosen, drawn)

"""What a window that is over decides: for the counting, and for the service that sums countings.

Pure.
"""

from __future__ import annotations

from collections.abc import Mapping

from mwk_desktop.topology.chart import ranked, top
from mwk_desktop.topology.counting_rules import ClosedWindow, CountingRules
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.topology.voting_pace import VotingPace


def decide_window(
    start_ms: int,
    votes: Mapping[str, int],
    rules: CountingRules,
    bags: ShuffleBags,
    pace: VotingPace,
) -> ClosedWindow:
    """What a window that is over decided; draws from ``bags``, leaning as the votes' ``pace`` says,
    and adds the window to that."""
    in_order, cast = ranked(votes), sum(votes.values())
    lean = pace.lean(cast)
    pace.add(cast)
    chosen = top(in_order, rules.top)
    drawn = {name: bags.draw(name, lean) for name in chosen if bags.has_clips(name)}
    return ClosedWindow(start_ms, start_ms + rules.window_ms, in_order, chosen, drawn)

"""Who stands where in the stage's band. Pure."""

from __future__ import annotations

from collections.abc import Sequence

LEAST_PLACES = 5


def band_places(before: Sequence[str], playing: Sequence[str]) -> list[str]:
    """The band's places, left to right; "" is an empty one.

    An instrument that stays keeps its place; newcomers, in the order given, take the places of
    those that left.

    Parameters
    ----------
    before
        The places so far.
    playing
        Who plays now, by rank.
    """
    places = [name if name in playing else "" for name in before]
    places = _without_tail(places, max(LEAST_PLACES, len(playing)))
    for name in playing:
        if name in places:
            continue
        if "" in places:
            places[places.index("")] = name
        else:
            places.append(name)
    return places


def _without_tail(places: list[str], wanted: int) -> list[str]:
    """As many places as are wanted; empty ones go first, the last first."""
    while len(places) > wanted and "" in places:
        last = len(places) - 1 - places[::-1].index("")
        del places[last]
    return places + [""] * (wanted - len(places))

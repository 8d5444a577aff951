"""How ``make test`` hands groups of files to its workers (imported where xdist runs only)."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

from tests.work_groups import group_of


class GroupScheduling(LoadFileScheduling):
    """Hands whole groups to the workers, in the order of the collected tests."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)

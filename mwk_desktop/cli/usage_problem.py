"""What the command line says to its user when something is wrong with what was asked."""

from __future__ import annotations


class UsageProblem(Exception):  # noqa: N818  (a problem of the request, not an error of ours)
    """Bad usage or bad input: one line naming file, option or record, and what would be right."""

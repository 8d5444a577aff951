"""The error that the command line raises for bad usage and bad input."""

from __future__ import annotations


class UsageProblem(Exception):  # noqa: N818  (a problem of the request, not an error of ours)
    """Bad usage or bad input: one line naming file, option or record, and what would be right."""

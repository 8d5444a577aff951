"""Which workers stand beside a running show: one line each."""

from __future__ import annotations

from mwk_desktop.app.attendants import Attendant
from mwk_desktop.app.common import Options


def attendants_of(options: Options) -> list[Attendant]:
    """The workers of a console, or of a headless show, made but not started."""
    return []

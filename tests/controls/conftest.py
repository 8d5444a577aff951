"""Fixtures of the other controls' tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.controls.stands import Bench
from tests.jack_server import jack_of

__all__ = ["jack_of"]


@pytest.fixture
def bench_of(tmp_path: Path) -> Callable[..., Bench]:
    """Makes MIDI controls for devices with these names."""

    def make(*names: str, takeover: bool = True) -> Bench:
        return Bench(tmp_path / "own", *names, takeover=takeover)

    return make

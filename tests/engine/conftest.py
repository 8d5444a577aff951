"""What the engine's tests share: clips with analytic truth, waiting for another process, JACK."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from mwk_desktop.engine import engine_watchdog
from mwk_desktop.engine.clip_tables import ConformClips
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import EngineSpec
from tests.jack_server import jack_of
from tests.support import wait_for

__all__ = ["jack_of"]

LOOP_FRAMES = 4800


@pytest.fixture(scope="session", autouse=True)
def _children_start_like_the_app() -> Iterator[None]:
    """Spawn imports the main module again; pytest's would bring all of pytest into the engine."""
    main = sys.modules["__main__"]
    kept = {name: main.__dict__.get(name) for name in ("__file__", "__spec__")}
    for name in kept:
        main.__dict__[name] = None
    yield
    main.__dict__.update(kept)


@pytest.fixture
def spec() -> EngineSpec:
    """A tenth of a second per loop, so that tests see many seams."""
    return EngineSpec(LOOP_FRAMES, block_frames=256)


@pytest.fixture
def ramp_clips() -> np.ndarray:
    """Ten clips; each sample tells its clip, its position and its channel: exact in float32."""
    position = np.arange(LOOP_FRAMES, dtype=np.float64)
    clips = np.empty((10, LOOP_FRAMES, 2), dtype=np.float32)
    for clip in range(10):
        clips[clip, :, 0] = (position + 1) / 2**17 + clip / 2**4 / 2
        clips[clip, :, 1] = -clips[clip, :, 0]
    return clips


@pytest.fixture
def loud_clips() -> np.ndarray:
    """Noise that makes the limiter work hard when eight play."""
    return np.random.default_rng(7).normal(0.0, 0.4, (16, LOOP_FRAMES, 2)).astype(np.float32)


@pytest.fixture
def wait_until() -> Callable[..., object]:
    """Wait for a condition in another process."""
    return wait_for


@pytest.fixture
def engine_of(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., EngineClient]:
    """Builds engine clients that end with the test; a new engine may take long to come up."""
    monkeypatch.setattr(engine_watchdog, "READY_AGAIN_S", 20.0)

    def build(
        clips: np.ndarray, spec: EngineSpec, conform: ConformClips | None = None
    ) -> EngineClient:
        built = EngineClient(clips, spec, wait_s=30.0, conform=conform)
        request.addfinalizer(built.close)
        return built

    return build


def pid_of(of: EngineClient) -> int:
    """The engine process's id."""
    assert of.pid is not None
    return of.pid


@pytest.fixture(name="pid_of")
def _pid_of() -> Callable[[EngineClient], int]:
    return pid_of

"""The test tone beside a show: where it sounds, where it does not, and what is said."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from mwk_desktop.app.workers.tone_worker import ToneWorker
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.engine.reference_tone import ToneAnswer, play_tone, tone_samples
from mwk_desktop.messages import verbatim
from mwk_desktop.show.tone_state import PlayTone, ToneState
from mwk_desktop.show.workers_state import WorkersState
from tests.engine.conftest import _children_start_like_the_app, engine_of, jack_of
from tests.support import wait_for

__all__ = ["_children_start_like_the_app", "engine_of", "jack_of"]

EAR = Path(__file__).with_name("tone_ear.py")


@contextmanager
def ear(server: Any, channels: int) -> Iterator[Callable[[], list[float]]]:
    """Hears a tone; gives a function that returns its peak on each channel."""
    command = [sys.executable, str(EAR), server.name, str(channels)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        try:
            yield lambda: json.loads(process.stdout.readline())
        finally:
            process.kill()


@pytest.mark.parametrize(("pair", "quiet", "loud"), [("3-4", (0, 1), (2, 3))])
def test_the_tone_sounds_on_its_pair_only_beside_a_running_show(
    jack_of: Any, engine_of: Any, pair: str, quiet: tuple[int, ...], loud: tuple[int, ...]
) -> None:
    server = jack_of(256, channels=4)
    engine: EngineClient = engine_of(
        np.zeros((1, 4_800, 2), np.float32), EngineSpec(4_800, block_frames=256, output="system")
    )
    engine.play()
    wait_for(lambda: engine.status().frame > 0)
    playing = engine.status().device
    with ear(server, 4) as peaks:
        answer = play_tone(playing, pair, playing=playing, timeout_s=60.0)
        heard = peaks()
    assert answer == ToneAnswer(playing)
    assert all(heard[channel] == 0.0 for channel in quiet)
    assert all(0.1 < heard[channel] < 0.13 for channel in loud)
    # The show goes on, on the same engine.
    begin = engine.status().frame
    wait_for(lambda: engine.status().frame > begin)
    assert engine.status().state == "running"
    # Where the room hears it, there is no tone.
    refused = play_tone(playing, "1-2", playing=playing, timeout_s=60.0)
    assert refused == ToneAnswer(playing, is_shows=True)
    # Another one is free.
    with ear(server, 2) as peaks:
        assert play_tone("system", "1-2", timeout_s=60.0) == ToneAnswer(playing)
        assert all(0.1 < peak < 0.13 for peak in peaks())


def test_a_card_with_two_outputs_has_no_third(jack_of: Any) -> None:
    jack_of(256)
    assert "only outputs 1 and 2" in str(play_tone("system", "3-4", timeout_s=60.0).problem)
    assert "no sound card named" in str(play_tone("gone", "1-2", timeout_s=60.0).problem)


def test_a_sound_system_that_hangs_or_dies_is_said() -> None:
    assert "did not answer" in str(play_tone("", "1-2", timeout_s=0.0).problem)


def test_a_jack_that_does_not_answer_keeps_no_tone_from_other_outputs(
    jack_of: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "asound.conf"
    settings.write_text("pcm.!default { type null }\nctl.!default { type null }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(settings))
    server = jack_of(256)
    server.stop()
    elsewhere = play_tone("", "1-2", timeout_s=60.0)
    at_jack = play_tone("system", "1-2", timeout_s=3.0)
    server.go_on()
    assert "ALSA" in elsewhere.device
    assert "did not answer" in str(at_jack.problem)


def test_the_tone_is_soft_and_ends() -> None:
    samples = tone_samples(48_000)
    assert samples.shape == (1, 96_000, 2)
    assert 0.1 < np.abs(samples).max() < 0.13
    assert not samples[:, int(1.2 * 48_000) + 1 :].any()
    assert np.abs(np.diff(samples[0, :, 0])).max() < 0.01  # no click


def snapshot_of(device: str, state: str) -> Any:
    return SimpleNamespace(engine=SimpleNamespace(device=device, state=state))


@pytest.mark.parametrize(
    ("answer", "level", "words"),
    [
        (ToneAnswer("HDA"), "ok", "440 Hz for 1.2 s on HDA, outputs 3-4. Nothing heard?"),
        (ToneAnswer("HDA", is_shows=True), "off", "The show is heard on HDA"),
        (ToneAnswer("HDA", verbatim("HDA does not open (busy)")), "bad", "No tone: HDA does not"),
    ],
)
def test_the_console_is_told_what_became_of_it(answer: ToneAnswer, level: str, words: str) -> None:
    asked: list[tuple[str, str, str]] = []
    may_end = threading.Event()

    def play(output: str, pair: str, *, playing: str) -> ToneAnswer:
        asked.append((output, pair, playing))
        may_end.wait()
        return answer

    worker = ToneWorker(play)
    worker.start()

    def state(engine: str = "running") -> ToneState | None:
        return worker.complete_state(WorkersState(), snapshot_of("Focusrite", engine)).tone

    assert state() is None
    worker.send(PlayTone("HDA", "3-4"))
    assert state() == ToneState("3-4", running=True)
    worker.send(PlayTone("HDA", "3-4"))  # one at a time
    may_end.set()
    found = wait_for(lambda: None if state().running else state())  # type: ignore[union-attr]
    assert (found.level, found.pair) == (level, "3-4")
    assert words in str(found.text)
    assert asked == [("HDA", "3-4", "Focusrite")]
    worker.send(PlayTone("null"))
    silent = wait_for(lambda: None if state("silent").running else state("silent"))  # type: ignore[union-attr]
    assert "silence was asked for" in str(silent.text)
    assert len(asked) == 1
    worker.close()


@pytest.mark.parametrize(
    ("then", "device", "asked"),
    [("restarting", "", "Focusrite"), ("silent", "null", ""), ("running", "HDA", "HDA")],
)
def test_no_tone_while_the_show_returns_to_its_output(then: str, device: str, asked: str) -> None:
    """An engine that is replaced is about to be heard there again."""
    outputs: list[str] = []

    def play(output: str, pair: str, *, playing: str) -> ToneAnswer:
        outputs.append(playing)
        return ToneAnswer("Focusrite")

    worker = ToneWorker(play)
    worker.start()
    for moment in (("Focusrite", "running"), (device, then)):
        worker.complete_state(WorkersState(), snapshot_of(*moment))
    worker.send(PlayTone("Focusrite", "1-2"))
    wait_for(lambda: outputs)
    assert outputs == [asked]
    worker.close()

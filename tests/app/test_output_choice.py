"""Which output a show plays on, and the one line where there is none of that name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mwk_desktop.app.run_options import BadInput
from mwk_desktop.app.wiring.show_resources import OutputChoice, choose_output
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.engine import output_devices
from mwk_desktop.engine.output_devices import OutputDevice, OutputScan
from mwk_desktop.engine.protocol import DEFAULT_OUTPUT, NULL_OUTPUT
from mwk_desktop.messages import message

Choose = Callable[..., OutputChoice]
CARD = OutputDevice("HDA Intel", "ALSA", 2, 44_100, True)
STAGE = OutputDevice("Focusrite", "ALSA", 2, 96_000, False)
BOTH = OutputScan((CARD, STAGE))
NO_CARD = OutputScan(problem=message("no sound card"))


@pytest.fixture
def choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """The choice among some outputs, by options of the command line."""

    def chosen(found: OutputScan, *arguments: str) -> OutputChoice:
        monkeypatch.setattr(output_devices, "list_outputs", lambda: found)
        (tmp_path / "mwk.toml").touch()
        command = ["--config", str(tmp_path / "mwk.toml"), *arguments]
        return choose_output(options_of(parser().parse_args(command)))

    return chosen


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (BOTH, "--device nosuch: no such output; there are: HDA Intel, Focusrite"),
        (NO_CARD, "--device nosuch: no such output; there are none (no sound card)"),
    ],
)
def test_an_output_that_is_not_there_is_bad_input(
    choose: Choose, found: OutputScan, told: str
) -> None:
    with pytest.raises(BadInput) as refused:
        choose(found, "--device", "nosuch")
    assert str(refused.value) == told


def test_the_output_gives_the_rate(choose: Choose) -> None:
    assert choose(BOTH, "--device", "focus") == OutputChoice("focus", 96_000)
    assert choose(BOTH) == OutputChoice(DEFAULT_OUTPUT, 44_100)


def test_no_output_is_silence_and_said(choose: Choose) -> None:
    nothing = choose(NO_CARD)
    assert (nothing.name, nothing.rate_hz) == (NULL_OUTPUT, 48_000)
    assert str(nothing.note) == "no sound output (no sound card): keeping time silently"

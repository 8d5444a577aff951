"""The worker that plays a test tone on an output, beside the show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.engine.protocol import NULL_OUTPUT
from mwk_desktop.engine.reference_tone import TONE_HZ, TONE_S, ToneAnswer, play_tone
from mwk_desktop.messages import message, sentences, verbatim
from mwk_desktop.show.commands import WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.tone_state import PlayTone, ToneState
from mwk_desktop.show.workers_state import WorkersState


class ToneWorker(Worker):
    """Plays one tone at a time, never where the room hears the show.

    Parameters
    ----------
    play
        Plays it and waits for its end.
    """

    handles: ClassVar[tuple[type, ...]] = (PlayTone,)

    def __init__(self, play: Callable[..., ToneAnswer] = play_tone) -> None:
        super().__init__("tone")
        self._play = play
        self._playing = ""
        self._state: ToneState | None = None

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Add the newest tone; notes which output the show plays on."""
        engine = snapshot.engine
        if engine.state != "restarting":  # then it is about to play there again
            self._playing = engine.device if engine.state == "running" else ""
        return replace(state, tone=self._state)

    def send(self, request: WorkerRequest) -> None:
        """Queue a tone, unless one is being played."""
        if self._state is not None and self._state.running:
            return
        if isinstance(request, PlayTone):
            self._state = ToneState(request.pair, running=True)
        super().send(request)

    def handle_request(self, request: WorkerRequest) -> None:
        """Play the tone, or publish why it cannot be played."""
        assert isinstance(request, PlayTone)
        if request.output == NULL_OUTPUT:
            text = message("silence was asked for: nothing to hear")
            self._state = ToneState(request.pair, level="off", text=text)
            return
        answer = self._play(request.output, request.pair, playing=self._playing)
        if answer.is_shows:
            text = message(
                "The show is heard on {device}: a tone would be heard in the room. The music itself"
                " is the tone.",
                device=answer.device,
            )
            self._state = ToneState(request.pair, level="off", text=text)
        elif answer.problem:
            text = message("No tone: {problem}.", problem=answer.problem)
            self._state = ToneState(request.pair, level="bad", text=text)
        else:
            played = message(
                "{frequency:g} Hz for {seconds:g} s on {device}, outputs {pair}.",
                frequency=TONE_HZ,
                seconds=TONE_S,
                device=answer.device,
                pair=request.pair,
            )
            remedy = message("Nothing heard? Check volume, cable and mixing desk.")
            self._state = ToneState(request.pair, level="ok", text=sentences((played, remedy)))

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        """Show a bug in place of the tone."""
        text = verbatim(f"{type(error).__name__}: {error}")
        self._state = ToneState(level="bad", text=text)

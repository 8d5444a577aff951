"""The system's MIDI ports, by python-rtmidi: ALSA, JACK, CoreMIDI, WinMM.

One thread uses all of it (the MIDI worker's). Incoming messages wait in the library's own queue,
which its real-time thread fills without Python: a Python callback there would hold up JACK's graph,
and with it the music, whenever another thread has the interpreter.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from mwk_desktop import platform
from mwk_desktop.messages import NOTHING, Message, message, verbatim
from mwk_desktop.platform.spawning import run_in_child

CLIENT: Final = "mwk"
QUEUE_MESSAGES: Final = 32_768
"""Three seconds of a device that sends 10,000 messages a second."""
READ_AT_ONCE: Final = 4_096

JACK_ANSWER_S: Final = 5.0
"""Seconds that JACK has to accept a client."""

JACK_CHECKED_S: Final = 5.0
"""Seconds for which it then counts as answering, or not."""

JACK_CLOSES_S: Final = 2.0
"""Seconds that JACK has to accept a client before ours are closed."""

JACK_CLOSED_S: Final = 0.5
"""Seconds for which that answer counts: all ports of a program are closed at once."""

_OWN: Final = re.compile(rf"{CLIENT}(-\d+)?:")
_ON_LINUX: Final = sys.platform.startswith("linux")
_THROUGH: Final = "midi through"


class MidiInputPort(Protocol):
    """An open input; :meth:`receive` gives what came since the last call and never waits."""

    def receive(self) -> list[bytes]: ...

    def close(self) -> None: ...


class MidiOutputPort(Protocol):
    """An open output."""

    def send(self, data: bytes) -> None: ...

    def close(self) -> None: ...


class MidiSystem(Protocol):
    """Lists and opens ports by their full names. ``problem`` says why there are none."""

    @property
    def problem(self) -> Message: ...

    def input_names(self) -> list[str]: ...

    def output_names(self) -> list[str]: ...

    def open_input(self, name: str) -> MidiInputPort: ...

    def open_output(self, name: str) -> MidiOutputPort: ...

    def close(self) -> None: ...


class MidiPortError(OSError):
    """A port cannot be opened: it is gone, or another program has it for itself."""


def device_name(port: str) -> str:
    """The device that a port belongs to: without the numbers that a system adds.

    ALSA writes ``client:port 20:0``, JACK ``client-01:port``, WinMM ``name 0``; bridges to JACK
    (a2jmidid) put the device's name behind their own.
    """
    name = re.sub(r"\s+\d+:\d+$", "", port)
    client, colon, rest = name.partition(":")
    if colon and client.casefold() in ("a2j", "system"):
        return re.sub(r"\s*(\[\d+\].*|\((capture|playback)\).*)$", "", rest).strip() or name
    return re.sub(r"(-\d{2}|\s\d+)$", "", client if colon else name).strip()


class RtMidiSystem:
    """The ports of this machine.

    Parameters
    ----------
    wanted
        ``alsa``, ``jack``, or empty: ALSA where it has a sequencer, else a running JACK.
    may_wait
        Whether a JACK that does not answer may stop the whole process.
    """

    def __init__(self, wanted: str = "", *, may_wait: bool = False) -> None:
        self._wanted = wanted
        self._may_wait = may_wait
        self._lists: tuple[Any, Any] | None = None
        self._problem: Message = NOTHING
        self._jack_answers, self._jack_check_due_s = False, 0.0
        self._may_close, self._closing_due_s = False, 0.0

    @property
    def problem(self) -> Message:
        return self._problem

    def input_names(self) -> list[str]:
        return self._names(0)

    def output_names(self) -> list[str]:
        return self._names(1)

    def open_input(self, name: str) -> MidiInputPort:
        import rtmidi

        port = self._opened(
            lambda api: rtmidi.MidiIn(api, CLIENT, queue_size_limit=QUEUE_MESSAGES), name
        )
        port.ignore_types(sysex=True, timing=True, active_sense=True)
        return _RtMidiInput(port, self._end)

    def open_output(self, name: str) -> MidiOutputPort:
        import rtmidi

        port = self._opened(lambda api: rtmidi.MidiOut(api, CLIENT), name)
        return _RtMidiOutput(port, self._end)

    def open_own_output(self, client: str, name: str) -> Any:
        """A port of our own that others connect to.

        Raises
        ------
        MidiPortError
            If there is no MIDI, or the system has no ports that programs make (Windows).
        """
        api = self._client_api()
        if api is None:
            raise MidiPortError(str(self._problem))
        import rtmidi

        try:
            port = rtmidi.MidiOut(api, client)
            port.open_virtual_port(name)
        except (rtmidi.RtMidiError, NotImplementedError) as error:
            raise MidiPortError(f"{name}: {error}") from None
        return port

    def close(self) -> None:
        lists, self._lists = self._lists, None
        for port in lists or ():
            self._end(port)

    def _names(self, direction: int) -> list[str]:
        api = self._api()
        if api is None:
            self.close()  # a server that died leaves its last list behind
            return []
        import rtmidi

        if self._lists is None:
            if self._client_api() is None:
                return []
            try:
                self._lists = rtmidi.MidiIn(api, CLIENT), rtmidi.MidiOut(api, CLIENT)
            except rtmidi.RtMidiError as error:
                self._problem = verbatim(str(error))
                return []
        self._problem = NOTHING
        names = self._lists[direction].get_ports()
        return [name for name in names if not _OWN.match(name) and _THROUGH not in name.casefold()]

    def _opened(self, make: Any, name: str) -> Any:
        import rtmidi

        api, port = self._client_api(), None
        if api is None:
            raise MidiPortError(f"{name}: {self._problem}")
        try:
            port = make(api)
            port.open_port(port.get_ports().index(name), device_name(name))
        except (rtmidi.RtMidiError, ValueError) as error:
            if port is not None:
                self._end(port)
            raise MidiPortError(f"{name}: {error}") from None
        return port

    def _end(self, port: Any) -> None:
        """Close a port of the library, or where JACK does not answer leave it until the process
        ends: the library would wait for ever, as in :meth:`_client_api`."""
        import rtmidi

        may_hang = port.get_current_api() == rtmidi.API_UNIX_JACK and not self._may_wait
        if may_hang and time.monotonic() >= self._closing_due_s:
            self._may_close = does_jack_answer(JACK_CLOSES_S)
            self._closing_due_s = time.monotonic() + JACK_CLOSED_S
        if may_hang and not self._may_close:
            # The interpreter's end must not delete it either.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(port))
        else:
            port.delete()

    def _client_api(self) -> int | None:
        """The library's number of the sound system in which a client can be made now.

        A client of a JACK that does not answer waits for ever, and the library keeps Python's
        interpreter to itself meanwhile: nothing in the program would move.
        """
        api = self._api()
        if api is None:
            return None
        import rtmidi

        if self._may_wait or api != rtmidi.API_UNIX_JACK:
            return api
        if time.monotonic() >= self._jack_check_due_s:
            self._jack_answers = does_jack_answer(JACK_ANSWER_S)
            self._jack_check_due_s = time.monotonic() + JACK_CHECKED_S
        if self._jack_answers:
            return api
        self._problem = platform.current.hung_jack()
        return None

    def _api(self) -> int | None:
        """The library's number of the sound system to use; None: there is none."""
        try:
            import rtmidi
        except ImportError as error:  # a bare machine lacks ALSA's own library
            self._problem = message(
                "The MIDI library cannot be loaded: {reason}", reason=str(error)
            )
            return None
        compiled: list[int] = rtmidi.get_compiled_api()
        if not _ON_LINUX:
            return compiled[0] if compiled else None
        if self._wanted != "jack" and os.access("/dev/snd/seq", os.R_OK | os.W_OK):
            return int(rtmidi.API_LINUX_ALSA)
        if self._wanted != "alsa" and is_jack_running():
            return int(rtmidi.API_UNIX_JACK)
        self._problem = message("No MIDI here: no ALSA sequencer (/dev/snd/seq), no JACK server.")
        return None


def is_jack_running() -> bool:
    """Whether the JACK server that a client would reach listens (the library would complain on
    stderr, and might start one)."""
    os.environ.setdefault("JACK_NO_START_SERVER", "1")
    server = os.environ.get("JACK_DEFAULT_SERVER", "default")
    try:
        sockets = Path("/proc/net/unix").read_text("utf-8", "replace")
    except OSError:
        return False
    # Listening sockets carry this flag; one that was left behind by a crash has no line.
    user_id = Path("/proc/self").stat().st_uid
    wanted = f"/jack_{server}_{user_id}_0"
    return any(line.endswith(wanted) and " 00010000 " in line for line in sockets.splitlines())


def does_jack_answer(timeout_s: float) -> bool:
    """Whether the JACK server that a client would reach accepts one; asked in a process of its
    own. False only where the client waits."""
    try:
        run_in_child(_make_client, name="mwk-jack", timeout_s=timeout_s)
    except TimeoutError:
        return False
    except (EOFError, OSError):
        pass
    return True


def _make_client(send_answer: Callable[[bool], None]) -> None:
    """Runs in the child: make a client, and end it in order."""
    import rtmidi

    with contextlib.suppress(rtmidi.RtMidiError):
        rtmidi.MidiIn(rtmidi.API_UNIX_JACK, CLIENT).delete()
    send_answer(True)


class _RtMidiInput:
    def __init__(self, port: Any, end: Callable[[Any], None]) -> None:
        self._port = port
        self._end = end

    def receive(self) -> list[bytes]:
        found = []
        for _ in range(READ_AT_ONCE):
            event = self._port.get_message()
            if event is None:
                break
            found.append(bytes(event[0]))
        return found

    def close(self) -> None:
        self._end(self._port)


class _RtMidiOutput:
    def __init__(self, port: Any, end: Callable[[Any], None]) -> None:
        self._port = port
        self._end = end

    def send(self, data: bytes) -> None:
        import rtmidi

        # A device that was just pulled out: the next scan says so.
        with contextlib.suppress(rtmidi.RtMidiError):
            self._port.send_message(data)

    def close(self) -> None:
        self._end(self._port)

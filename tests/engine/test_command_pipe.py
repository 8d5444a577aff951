"""Commands to an engine that reads late, or no longer."""

from __future__ import annotations

import threading
from multiprocessing import Pipe

import pytest

from mwk_desktop import platform
from mwk_desktop.engine.command_pipe import CommandPipe
from mwk_desktop.engine.engine_commands import ReplaceRamps, StartTransport
from mwk_desktop.engine.protocol import Ramp

LARGE = ReplaceRamps(0, tuple(Ramp(frame, 0.5, 0) for frame in range(50_000)))


def test_every_command_arrives_in_order_however_late_it_is_read() -> None:
    ours, theirs = Pipe()
    commands = CommandPipe(ours)
    sent = [StartTransport(), LARGE, StartTransport(), ReplaceRamps(1, ()), LARGE]
    for command in sent:
        commands.send(command)
    assert [theirs.recv() for _ in sent] == sent
    commands.join()
    commands.send(ReplaceRamps(2, ()))
    assert theirs.recv() == ReplaceRamps(2, ())
    ours.close()
    theirs.close()


def test_small_commands_that_fill_the_pipe_wait_for_nobody() -> None:
    """No large one is before them: whether the pipe has room decides."""
    ours, theirs = Pipe()
    commands = CommandPipe(ours)
    sent = [ReplaceRamps(number, ()) for number in range(20_000)]
    sending = threading.Thread(target=lambda: [commands.send(each) for each in sent], daemon=True)
    sending.start()
    sending.join(60)
    assert not sending.is_alive()
    assert [theirs.recv() for _ in sent] == sent
    commands.join()
    ours.close()
    theirs.close()


def test_where_no_system_tells_whether_a_pipe_has_room_a_thread_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As on Windows."""
    monkeypatch.setattr(platform, "current", platform.PortableSystem())
    test_small_commands_that_fill_the_pipe_wait_for_nobody()


def test_a_dead_engine_holds_nobody_up() -> None:
    ours, theirs = Pipe()
    commands = CommandPipe(ours)
    commands.send(LARGE)
    theirs.close()
    commands.join()
    commands.send(StartTransport())
    commands.join()
    ours.close()
    commands.send(StartTransport())
    commands.join()

"""`mwk streams`: one instance of the aggregation service, in the environment that it needs.

Imports nothing of the service before it is known that its library is there: the console's
environment has a newer Kafka client, so the service has one of its own.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mwk_desktop.app.common import BadInput, Options, emit, open_sounds, rules_with

if TYPE_CHECKING:
    from mwk_desktop.service.pipeline import Service

LIBRARY = "quixstreams"
OWN_ENVIRONMENT = ".venv-streams"
SAID_EVERY_S = 1.0


@dataclass(frozen=True, slots=True)
class StreamsOptions:
    """What `mwk streams` adds."""

    group: str = "mwk-streams"
    partitions: int = 4
    replication: int = 1


def streams(options: Options, wanted: StreamsOptions) -> int:
    """Run one instance until it is ended."""
    if importlib.util.find_spec(LIBRARY) is None:
        return _elsewhere()
    from mwk_desktop.service.pipeline import Service, ServiceSettings

    sounds = open_sounds(options.settings)
    show = options.settings.show
    clips = {name: [clip.name for clip in infos] for name, infos in sounds.clips.items()}
    settings = ServiceSettings(
        properties={"bootstrap.servers": "localhost:9092", **options.settings.kafka},
        state_dir=_own_folder(options.state_dir / "streams"),
        input_topic=options.settings.topics.input,
        group=wanted.group,
        rules=rules_with(options.settings, sounds.aliases),
        grace_ms=show.grace_ms,
        clips=clips,
        seed=show.seed or 0,
        partitions=wanted.partitions,
        replication=wanted.replication,
    )
    service = Service(settings)
    teller = threading.Thread(target=_tell, args=(options, service), name="teller", daemon=True)
    teller.start()
    if options.exit_after_s is not None:
        timer = threading.Timer(options.exit_after_s, service.stop)
        timer.daemon = True
        timer.start()
    service.run()
    return 0


def _elsewhere() -> int:
    """Go on in the environment of the checkout that has the library; else say how to get it."""
    python = Path(__file__).resolve().parents[2] / OWN_ENVIRONMENT / "bin" / "python"
    if python.exists() and Path(sys.prefix).resolve() != python.parents[1].resolve():
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(python, [str(python), "-m", "mwk_desktop", *sys.argv[1:]])
    raise BadInput(
        "mwk streams needs an environment of its own (its library wants an older Kafka client): "
        "`make streams` in a checkout, else install music-with-kafka[streams] into a new one"
    )


def _own_folder(parent: Path) -> Path:
    """A state folder that no other instance of this machine uses; it is held until the end."""
    import fcntl

    for number in range(1, 65):
        folder = parent / f"instance-{number}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            held = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise BadInput(f"{folder}: {error.strerror}") from None
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(held)
            continue
        return folder / "state"
    raise BadInput(f"{parent}: 64 instances run here already")


def _tell(options: Options, service: Service) -> None:
    """A line a second for a program, and every ten for a person, while it runs."""
    begin_s = time.monotonic()
    before = -1
    while True:
        time.sleep(SAID_EVERY_S)
        progress = service.progress
        if options.json:
            line = {"type": "streams", "t_ms": time.time_ns() // 1_000_000}
            names = ("tweets", "malformed", "duplicates", "late", "windows")
            emit(options, line | {name: getattr(progress, name) for name in names})
        elif progress.tweets != before:
            before = progress.tweets
            seconds = time.monotonic() - begin_s
            options.lines.say(
                f"{progress.tweets:,} tweets read here in {seconds:.0f} s, "
                f"{progress.windows:,} windows closed"
            )

"""Looks into recordings, in a process that lives only for the answer and yields to all others.

Reading a long recording takes seconds of a core, which the windows and the show must not feel. Call
from any thread that may block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mwk_desktop import platform
from mwk_desktop.messages import message, message_of, verbatim
from mwk_desktop.platform.spawning import NotWantedError, run_in_child
from mwk_desktop.show.recording_facts import RecordingFacts
from mwk_desktop.show.settings.load import Settings

if TYPE_CHECKING:
    from mwk_desktop.sources.recording_source import RecordingSource

PARTS: Final = 84
"""Parts of a recording whose tweets are counted, for its picture."""

COUNTED_MOST: Final = 300_000
"""In a recording of up to this many records all tweets are decoded, which tells users and
unreadable values; in longer ones every record counts as a tweet."""

TIMEOUT_S: Final = 120.0
"""Seconds to wait for one process's answer."""

_NICENESS: Final = 10


def look_into(
    paths: Sequence[Path],
    settings: Settings,
    topic: str | None,
    *,
    timeout_s: float = TIMEOUT_S,
    is_wanted: Callable[[], bool] = lambda: True,
) -> tuple[RecordingFacts, ...]:
    """What each recording holds, or why it cannot be said; nothing once it is not wanted any more.
    Never raises."""
    try:
        answer: tuple[RecordingFacts, ...] = run_in_child(
            _look_in_child,
            tuple(paths),
            settings,
            topic,
            name="mwk-look",
            timeout_s=timeout_s,
            is_wanted=is_wanted,
        )
        return answer
    except NotWantedError:
        return ()
    except TimeoutError:
        problem = message("not read within {seconds:g} s", seconds=timeout_s)
    except EOFError:
        problem = message("the reading broke off")
    except OSError as error:
        problem = verbatim(str(error))
    return tuple(RecordingFacts(str(path), problem=problem, unread=True) for path in paths)


def _look_in_child(
    send_answer: Callable[[tuple[RecordingFacts, ...]], None],
    paths: tuple[Path, ...],
    settings: Settings,
    topic: str | None,
) -> None:
    """Runs in the child process."""
    platform.current.lower_priority(_NICENESS)
    send_answer(tuple(recording_facts(path, settings, topic) for path in paths))


def recording_facts(path: Path, settings: Settings, topic: str | None) -> RecordingFacts:
    """What a recording holds; reads all of it."""
    from mwk_desktop.app.run_options import BadInput
    from mwk_desktop.app.value_schemas import recording_schemas
    from mwk_desktop.sources.recording_source import RecordingError, RecordingSource

    try:
        source = RecordingSource(path, topic, schemas=recording_schemas(settings))
        try:
            return _facts(source, settings.show.window_ms)
        finally:
            source.close()
    except (RecordingError, BadInput) as error:
        return RecordingFacts(str(path), problem=message_of(error))
    except OSError as error:
        return RecordingFacts(str(path), problem=verbatim(error.strerror or str(error)))


def _facts(source: RecordingSource, window_ms: int) -> RecordingFacts:
    from mwk_desktop.records.batch import Batch

    plan = source.prepare()
    tweets, users = plan.records - plan.unreadable, -1
    if plan.records <= COUNTED_MOST:
        names: set[str] = set()
        tweets = 0
        for step in source.steps():
            if isinstance(step, Batch):
                real = [tweet.screen_name for tweet in step.tweets if tweet is not None]
                tweets += len(real)
                names.update(real)
        users = len(names)
    start = plan.start or {}
    rules = start.get("settings")
    recorded = rules.get("show", {}).get("window_ms") if isinstance(rules, dict) else None
    window_ms = recorded if isinstance(recorded, int) and recorded > 0 else window_ms
    first_ms = plan.first_event_ms or 0
    last_ms = max(first_ms, plan.last_event_ms or 0)
    length_ms = last_ms - first_ms
    density = [0] * PARTS
    for second, count in plan.per_second.items():
        part = (second * 1000 - first_ms) * PARTS // (length_ms + 1)
        density[min(max(part, 0), PARTS - 1)] += count
    sound_set = start.get("sound_set")
    name = sound_set.get("name") if isinstance(sound_set, dict) else None
    overrides = 0
    if plan.order == "log":
        overrides = sum(each.line.get("type") == "override" for each in source.show_records())
    return RecordingFacts(
        str(plan.path),
        plan.size_bytes,
        first_ms,
        length_ms,
        tweets,
        users,
        last_ms // window_ms - first_ms // window_ms + 1 if tweets else 0,
        tuple(density),
        overrides,
        name if isinstance(name, str) else "",
        plan.order == "log",
        plan.warnings,
    )

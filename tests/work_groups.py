"""Which tests one worker of ``make test`` runs together, and which groups begin first.

A file is a group. Files that need the same slow thing (a Kafka broker, librosa's compiled
functions) are one group, so that one worker starts it and not each. So are those with a JACK server
alone: its names are few, and they play in real time. What takes longest begins first, so that no
worker has minutes of work left when the others have ended. A file that is missing in the tables
costs time and nothing else.
"""

from __future__ import annotations

GROUPS = {
    "tests/kafka/": "kafka",
    "tests/service/": "kafka",
    "tests/app/test_live_kafka.py": "kafka",
    "tests/app/test_page_kafka.py": "kafka",
    "tests/app/test_publish_rights.py": "kafka",
    "tests/app/test_results_kafka.py": "kafka",
    "tests/app/test_sql_topic.py": "kafka",
    "tests/app/test_twitter_kafka.py": "kafka",
    "tests/app/test_add_a_source.py": "kafka",
    "tests/app/test_connection_worker.py": "kafka",
    "tests/app/test_twitter_worker.py": "kafka",
    "tests/app/test_jack_other_rate.py": "jack",
    "tests/app/test_tone_worker.py": "jack",
    "tests/controls/test_controllers_verb.py": "jack",
    "tests/controls/test_jack_transport.py": "jack",
    "tests/controls/test_midi_jack.py": "jack",
    "tests/engine/test_jack.py": "jack",
    "tests/engine/test_other_rate.py": "jack",
    "tests/show/test_replay_jack.py": "jack",
    "tests/sounds_build/test_loopcheck.py": "librosa",
    "tests/sounds_product/": "librosa",
}
"""The group of a folder or a file, where it is not the file itself."""

FIRST = ("kafka", "jack", "librosa", "tests/app/", "tests/engine/", "tests/show/", "tests/ui/")
"""Beginnings of the groups that take longest, in the order in which they begin."""


def group_of(nodeid: str) -> str:
    """The group of a test."""
    file = nodeid.split("::", 1)[0]
    return next((group for start, group in GROUPS.items() if file.startswith(start)), file)


def place_of(nodeid: str) -> int:
    """How late a test's group begins: 0 is first."""
    group = group_of(nodeid)
    return next((n for n, start in enumerate(FIRST) if group.startswith(start)), len(FIRST))

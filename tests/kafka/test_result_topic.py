"""How far a result topic is read."""

from __future__ import annotations

from mwk_desktop.kafka.result_topic import ResultTopic


def test_an_end_from_before_the_newest_records_does_not_go_back() -> None:
    """Else, read again for a schema that came, messages behind it would be shown twice."""
    topic = ResultTopic()
    topic.next[0] = 6
    topic.reached_end(0, 4)
    assert topic.next[0] == 6


def test_an_end_behind_a_marker_is_where_it_goes_on() -> None:
    topic = ResultTopic()
    topic.reached_end(1, 3)
    assert topic.next == {1: 3}
    topic.reached_end(1, 5)
    assert topic.next == {1: 5}

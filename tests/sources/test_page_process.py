"""The page in its own process: votes and reports through the pipe, killed, and back with its
voters."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.page import voter_file
from mwk_desktop.sources.page.page_address import listen
from mwk_desktop.sources.page.page_process import PageProcess
from mwk_desktop.sources.page.phones import Phones
from mwk_desktop.sources.page.rate_limits import TokenBucket
from mwk_desktop.sources.page.show_facts import PageRules, ShowFacts
from mwk_desktop.sources.page.vote_outcomes import COUNTED, VoteOutcomes
from mwk_desktop.sources.page.voter_file import VoterFile
from mwk_desktop.sources.room_code import RoomCode
from mwk_desktop.sources.status_source import Put, StatusMessage
from tests.sources.page_stand import Listener, Phone, Stand
from tests.support import wait_for


@dataclass
class ProcessStand(Stand):
    """A page in its own process, before a show that reports."""

    outcomes: VoteOutcomes = field(default_factory=VoteOutcomes)
    process: PageProcess = None  # type: ignore[assignment]


@contextmanager
def served_apart(folder: Path, put: Put | None = None) -> Iterator[ProcessStand]:
    stand = ProcessStand(rules=PageRules(vote_every_s=3_600, vote_burst=50))
    stand.room = RoomCode(b"k" * 32)
    stand.process = stand.page = PageProcess(  # type: ignore[assignment]
        lambda: stand.facts,
        b"k" * 32,
        listen("127.0.0.1", 0),
        host="127.0.0.1",
        rules=stand.rules,
        outcomes=stand.outcomes,
        room=stand.room,
        voters=folder / "voters.jsonl",
    )
    stand.process.start(put or stand.put)
    try:
        yield stand
    finally:
        for listener in stand.listeners:
            listener.close()
        stand.process.stop()


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProcessStand]:
    with served_apart(tmp_path_factory.mktemp("page")) as stand:
        yield stand


def newcomer(stand: ProcessStand) -> Phone:
    assert stand.room is not None
    return stand.phone("/" + stand.room.scan_word)


def test_a_vote_and_its_report_cross_the_pipe(apart: ProcessStand) -> None:
    apart.facts = replace(apart.facts, leaders=("bert", "ana"), result=("pad", "drum"))
    phone = newcomer(apart)
    listener = Listener(apart, phone.cookie)
    wait_for(lambda: listener.events("state")[-1:] and listener.events("state")[-1]["result"])
    assert listener.events("state")[-1]["result"] == ["pad", "drum"]
    status, answer = phone.vote("pad", name="ana")
    assert (status, answer["code"], answer["name"]) == (200, "sent", "ana")
    wait_for(lambda: any(decode_tweet(v.value).screen_name == "ana" for v in apart.votes))
    tweet = decode_tweet(apart.votes[-1].value)
    assert apart.outcomes.find([tweet.id]) == [0], "expected before the show can count it"
    assert tweet.id is not None
    apart.outcomes.decide(tweet.id, "ana", COUNTED)
    wait_for(lambda: listener.events("outcome"))
    assert listener.events("outcome") == [
        {"vote": answer["vote"], "instrument": "pad", "code": COUNTED, "votes": 1, "place": 2}
    ]
    wait_for(lambda: apart.process.counts.phones == 1)

    # Others overtake, and are overtaken.
    apart.facts = replace(apart.facts, leaders=("bert", "cleo", "ana"))
    wait_for(lambda: listener.events("standing"))
    assert listener.events("standing") == [{"votes": 1, "place": 3}]
    apart.facts = replace(apart.facts, leaders=("ana", "bert"))
    wait_for(lambda: len(listener.events("standing")) == 2)
    assert listener.events("standing")[-1] == {"votes": 1, "place": 1}


def test_the_facts_of_the_show_arrive(apart: ProcessStand) -> None:
    apart.facts = ShowFacts("closed", True, 10_000, 30_000, 30_000)
    phone = newcomer(apart)
    wait_for(lambda: phone.vote()[1]["code"] == "closed")
    apart.facts = ShowFacts("", True, 10_000, 30_000, 30_000)
    wait_for(lambda: phone.vote()[1]["code"] == "sent")


def test_killed_it_is_back_and_knows_its_voters(apart: ProcessStand) -> None:
    def zoes_votes() -> int:
        return sum(decode_tweet(vote.value).screen_name == "zoe" for vote in apart.votes)

    phone, other = newcomer(apart), newcomer(apart)
    for _ in range(5):
        assert phone.vote("drum", name="zoe")[1]["name"] == "zoe"
    wait_for(lambda: zoes_votes() == 5)
    starts, refused = apart.process.starts, apart.process.counts.refused
    killed = apart.process.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    # The same cookie and the same form: the phone notices nothing but a pause.
    code, answer = phone.vote("synth", name="zoe")
    assert (code, answer["code"], answer["name"]) == (200, "sent", "zoe"), "let in, by its name"
    assert apart.process.starts == starts + 1
    wait_for(lambda: zoes_votes() == 6)
    assert other.vote("pad", name="zoe")[1]["name"] == "zoe-2", "the name is still hers"
    # Also those that the killed process had not told yet, as it does ten times a second.
    wait_for(lambda: apart.process.counts.votes >= len(apart.votes))
    assert apart.process.counts.refused >= refused


def test_a_show_that_is_full_loses_no_accepted_vote_at_the_end(tmp_path: Path) -> None:
    full = threading.Event()
    taken: list[StatusMessage] = []

    def put(message: StatusMessage) -> bool:
        if full.is_set():
            taken.append(message)
        return full.is_set()

    with served_apart(tmp_path, put) as stand:
        phone = newcomer(stand)
        codes = [phone.vote("pad")[1]["code"] for _ in range(10)]
        assert codes == ["sent"] * 10
        full.set()
        stand.process.stop()
    assert len(taken) == 10
    assert stand.process.state.link == "off"


def test_names_are_kept_and_old_or_torn_lines_are_not(tmp_path: Path) -> None:
    path = tmp_path / "voters.jsonl"
    phones = Phones(lambda now_s: TokenBucket(3, 1.0, now_s))
    kept = VoterFile(path)
    kept.restore(phones, 0.0)
    for who, name in (("a", "ana"), ("b", "bert"), ("a", "anna")):
        phone = phones.get_or_add(who, 100.0)
        phones.rename(phone, name, 100.0 + 1_000 * len(name))
        kept.note(phone)
    kept.close()
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id":"old","name":"x","asked":"x","at_ms":1}\n{"id":5}\n[]\n{"id":"torn')
    again = Phones(lambda now_s: TokenBucket(3, 1.0, now_s))
    second_file = VoterFile(path)
    second_file.restore(again, 0.0)
    second_file.close()
    first, second = again.get("a"), again.get("b")
    assert first is not None
    assert second is not None
    assert (first.name, second.name, len(again)) == ("anna", "bert", 2)
    assert len(path.read_text("utf-8").splitlines()) == 2


def test_without_a_folder_the_page_goes_on_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    phones = Phones(lambda now_s: TokenBucket(3, 1.0, now_s))
    kept = VoterFile(tmp_path / "file" / "voters")
    kept.restore(phones, 0.0)
    kept.note(phones.get_or_add("a", 0.0))
    kept.close()
    assert [line.getMessage()[:35] for line in caplog.records] == [
        "the voters' names cannot be kept: ["
    ]


def test_the_file_does_not_grow_with_the_night(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voter_file, "MOST_LINES", 10)
    path = tmp_path / "voters.jsonl"
    phones = Phones(lambda now_s: TokenBucket(3, 1.0, now_s))
    kept = VoterFile(path)
    kept.restore(phones, 0.0)
    phone = phones.get_or_add("a", 0.0)
    for number in range(100):
        phones.rename(phone, f"ana {number}", 1_000.0 * number)
        kept.note(phone)
        assert len(path.read_text("utf-8").splitlines()) <= 10
    kept.close()
    again = Phones(lambda now_s: TokenBucket(3, 1.0, now_s))
    second = VoterFile(path)
    second.restore(again, 0.0)
    second.close()
    found = again.get("a")
    assert found is not None
    assert found.name == phone.name

"""The page's rules without any network: who may vote, under which name, and who is told what."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.messages import languages
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.page.identity import Identity, kept_key
from mwk_desktop.sources.page.last_votes import MOST_LIGHTS, LastVotes
from mwk_desktop.sources.page.page_texts import texts
from mwk_desktop.sources.page.phones import Phones
from mwk_desktop.sources.page.rate_limits import AddressLimits, TokenBucket, network_of
from mwk_desktop.sources.page.receipts import LATEST_MS, Receipts
from mwk_desktop.sources.page.show_facts import AWAY, CLOSED, LOST, REPLAY, PageRules, ShowFacts
from mwk_desktop.sources.page.vote_handler import NO_MESSAGE, OTHER_NAME, SENT, VoteHandler
from mwk_desktop.sources.status_source import StatusMessage
from mwk_desktop.units import INSTRUMENTS
from mwk_desktop.word_list import WordList

NOW_MS = 1_523_450_010_000
END_MS = NOW_MS + 30_000


class Room:
    """A ballot with a clock that is held, a show that says what it is told, and a full queue."""

    def __init__(self, rules: PageRules | None = None, words: WordList | None = None) -> None:
        self.now_s = 1000.0
        self.facts = ShowFacts("", True, NOW_MS, 30_000, END_MS)
        self.sent: list[StatusMessage] = []
        self.full = False
        self.ballot = VoteHandler(
            lambda: self.facts,
            self._send,
            Identity(b"k" * 32),
            rules or PageRules(),
            words or WordList(),
            lambda: self.now_s,
            lambda: NOW_MS + 5,
        )

    def _send(self, message: StatusMessage) -> bool:
        if not self.full:
            self.sent.append(message)
        return not self.full

    def vote(
        self, phone: str = "a", instrument: str = "drum", name: str = "", message: str = "",
        address: str = "192.168.1.7",
    ) -> str:  # fmt: skip
        return self.ballot.vote(phone, address, instrument, name, message).code


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_vote_has_no_share_in_the_lead_of_the_shows_clock(room: Room) -> None:
    """After the system's clock was set back by an hour: others may read the topic too."""
    room.facts = replace(room.facts, now_ms=NOW_MS + 3_600_000, ahead_ms=3_600_000)
    assert room.vote() == "sent"
    assert room.sent[0].timestamp_ms == NOW_MS


def test_a_vote_is_a_status_of_the_original_shape(room: Room) -> None:
    answer = room.ballot.vote("a", "10.0.0.1", "heavy_bass", " Jean  Pierre ", "plus <b>fort</b>")
    assert (answer.ok, answer.name, answer.notes) == (True, "Jean Pierre", ())
    (message,) = room.sent
    tweet = decode_tweet(message.value)
    assert tweet.text == "heavy_bass #mwk plus <b>fort</b>"
    assert (tweet.screen_name, tweet.name) == ("Jean_Pierre", "Jean Pierre")
    assert tweet.created_at_ms == message.timestamp_ms == NOW_MS  # the show's clock
    assert tweet.id is not None
    assert 0 < tweet.id < 2**63
    assert message.key == b'{"Id":%d}' % tweet.id
    status = msgspec.json.decode(message.value)
    assert status["Source"] == "mwk page"
    assert status["User"]["Id"] == Identity(b"k" * 32).user_id("a") < 2**53


def test_a_page_without_a_show_stamps_with_the_systems_clock(room: Room) -> None:
    room.facts = replace(room.facts, following=False)
    assert room.vote() == "sent"
    assert room.sent[0].timestamp_ms == NOW_MS + 5


def test_without_words_it_is_the_instrument_and_the_shows_hashtag(room: Room) -> None:
    room.facts = replace(room.facts, hashtag="été")
    assert room.vote(instrument="pad") == "sent"
    assert decode_tweet(room.sent[0].value).text == "pad #été"


def test_all_numbers_differ_and_grow(room: Room) -> None:
    for n in range(500):
        assert room.vote(f"phone{n}") == "sent"
    ids = [decode_tweet(message.value).id or 0 for message in room.sent]
    assert ids == sorted(set(ids))


def test_a_device_has_a_burst_and_then_one_every_two_seconds(room: Room) -> None:
    assert [room.vote() for _ in range(4)] == ["sent"] * 3 + ["slow"]
    answer = room.ballot.vote("a", "10.0.0.1", "drum", "", "")
    assert answer.wait_s == 2
    assert room.vote("b") == "sent"
    room.now_s += 2.0
    assert [room.vote(), room.vote()] == ["sent", "slow"]
    room.now_s += 3600.0
    assert [room.vote() for _ in range(4)] == ["sent"] * 3 + ["slow"]
    assert (room.ballot.votes, room.ballot.refused) == (8, 4)


def test_a_room_behind_one_router_is_not_held_up(room: Room) -> None:
    for second in range(4):
        for n in range(1_500 if second % 2 == 0 else 0):
            assert room.vote(f"phone{n}", INSTRUMENTS[n % 8]) == "sent"
        room.now_s += 1.0
    assert len(room.sent) == 3_000


def test_whoever_throws_cookies_away_is_held_up_and_others_are_not(room: Room) -> None:
    codes = [room.vote(f"new{n}", address="10.0.0.66") for n in range(10_000)]
    assert codes.count("sent") <= PageRules().address_phones
    assert set(codes) == {"sent", "busy"}
    assert room.vote("honest", address="10.0.0.5") == "sent"
    # Somebody of that address who is known already may go on.
    room.now_s += 30.0
    assert room.vote("new0", address="10.0.0.66") == "sent"


@pytest.mark.parametrize("gate", [CLOSED, REPLAY, AWAY, LOST])
def test_a_closed_gate_takes_nothing(room: Room, gate: str) -> None:
    room.facts = replace(room.facts, gate=gate)
    assert room.vote() == gate
    assert not room.sent
    assert len(room.ballot.phones) == 0
    assert all(texts(language)[gate] for language in languages())


def test_what_is_no_instrument_and_what_finds_no_place_costs_nothing(room: Room) -> None:
    assert room.vote(instrument="kazoo") == "bad"
    assert room.vote(instrument="") == "bad"
    room.full = True
    assert [room.vote() for _ in range(9)] == ["busy"] * 9
    room.full = False
    assert [room.vote() for _ in range(3)] == ["sent"] * 3


def test_unwelcome_words_cost_the_message_or_the_name_not_the_vote() -> None:
    room = Room(words=WordList(["fool", "gros mot", "bleep*"]))
    answer = room.ballot.vote("a", "x", "drum", "", "you FÓOL!")
    assert answer.ok
    assert answer.notes == (NO_MESSAGE,)
    assert decode_tweet(room.sent[-1].value).text == "drum #mwk"
    answer = room.ballot.vote("b", "x", "drum", "Fool", "")
    assert answer.notes == (OTHER_NAME,)
    assert answer.name.startswith("guest-")
    for text, is_refused in [
        ("foolish", False), ("gros  mot", True), ("GROS_MOT", True), ("bleeping", True),
        ("Scunthorpe", False), ("", False),
    ]:  # fmt: skip
        assert WordList(["fool", "gros mot", "bleep*"]).forbids(text) is is_refused, text
    assert not WordList(["", "#"]).forbids("anything")


# -- names ----------------------------------------------------------------------------------------


def test_a_name_belongs_to_the_first_device(room: Room) -> None:
    first = room.ballot.vote("a", "x", "drum", "Monty", "")
    second = room.ballot.vote("b", "x", "drum", "monty", "")
    third = room.ballot.vote("c", "x", "drum", "ＭＯＮＴＹ", "")
    assert (first.name, first.notes) == ("Monty", ())
    assert (second.name, second.notes) == ("monty-2", (OTHER_NAME,))
    assert (third.name, third.notes) == ("MONTY-3", (OTHER_NAME,))
    # Each keeps its own, also when it sends what it was given.
    assert room.ballot.vote("b", "x", "pad", "monty", "").name == "monty-2"
    assert room.ballot.vote("b", "x", "pad", "monty-2", "").name == "monty-2"
    assert room.ballot.vote("a", "x", "pad", "Monty", "").name == "Monty"


def test_a_device_takes_another_name_once_a_minute(room: Room) -> None:
    assert room.ballot.vote("a", "x", "drum", "one", "").name == "one"
    room.now_s += 10.0
    answer = room.ballot.vote("a", "x", "drum", "two", "")
    assert (answer.name, answer.notes) == ("one", (OTHER_NAME,))
    room.now_s += 60.0
    assert room.ballot.vote("a", "x", "drum", "two", "").name == "two"
    assert room.ballot.vote("b", "x", "drum", "one", "").name == "one"


def test_a_blocked_name_stays_on_its_device(room: Room) -> None:
    assert room.ballot.vote("a", "x", "drum", "big troll", "").name == "big troll"
    room.facts = replace(room.facts, blocked=("big_troll",))
    room.now_s += 600.0
    assert room.ballot.vote("a", "x", "drum", "innocent", "").name == "big troll"


def test_without_a_name_it_is_a_guest(room: Room) -> None:
    name = room.ballot.vote("a", "x", "drum", "", "").name
    assert name.startswith("guest-")
    assert room.ballot.vote("a", "x", "drum", "", "").name == name
    assert room.ballot.vote("b", "x", "drum", "🎉🎉", "").notes == (OTHER_NAME,)


def test_phones_are_bounded_and_give_their_names_back() -> None:
    phones = Phones(lambda now_s: TokenBucket(3, 0.5, now_s), most=10)
    for n in range(50):
        phone = phones.get_or_add(f"d{n}", 0.0)
        assert phones.rename(phone, "same" if n % 20 == 0 else f"name{n}", 0.0)
    assert len(phones) == 10
    new = [phones.get_or_add(f"new{n}", 0.0) for n in range(2)]
    assert phones.rename(new[0], "name30", 0.0)  # whose phone is forgotten
    assert not phones.rename(new[1], "name49", 0.0)  # whose phone is not


# -- identity and limits --------------------------------------------------------------------------


def test_only_our_own_cookies_and_forms_count() -> None:
    ours, theirs = Identity(b"a" * 32), Identity(b"b" * 32)
    phone = ours.new_phone_id()
    cookie = ours.cookie(phone)
    assert ours.phone_id_of(cookie) == phone
    for wrong in (None, "", phone, cookie[:-1], cookie + "x", "." + cookie, theirs.cookie(phone),
                  "é" * 16 + "." + cookie[17:], "x" * 10_000):  # fmt: skip
        assert ours.phone_id_of(wrong) is None
    assert ours.is_token(ours.token(phone), phone)
    assert not ours.is_token(ours.token(ours.new_phone_id()), phone)
    assert not ours.is_token(cookie.partition(".")[2], phone)
    assert not ours.is_token("é", phone)


def test_the_key_is_kept_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "state" / "page.key"
    key = kept_key(path)
    assert len(key) >= 32
    assert kept_key(path) == key
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_bytes(b"short")
    assert kept_key(path) != b"short"
    blocked = tmp_path / "file"
    blocked.touch()
    assert len(kept_key(blocked / "page.key")) >= 32


def test_addresses_are_bounded_and_households_count_as_one() -> None:
    assert network_of("::ffff:10.0.0.1") == "10.0.0.1"
    assert network_of("2001:db8:1:2:3::4") == network_of("2001:db8:1:2:ffff::1")
    assert network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1")
    assert network_of("fe80::1%eth0") == "fe80::/64"
    assert network_of("nonsense") == "?"
    addresses = AddressLimits(10, 5, most=100)
    for n in range(1_000):
        addresses.may_vote(f"10.0.{n // 250}.{n % 250}", 0.0)
    assert len(addresses) == 100


@given(st.lists(st.floats(0, 10), max_size=60))
def test_a_bucket_never_gives_more_than_it_holds_and_gains(pauses: list[float]) -> None:
    now_s, taken = 0.0, 0
    bucket = TokenBucket(3, 0.5, now_s)
    for pause_s in pauses:
        now_s += pause_s
        taken += bucket.spend(now_s)
    assert taken <= 3 + now_s * 0.5 + 1e-6


# -- receipts -------------------------------------------------------------------------------------


def at(now_ms: int, scene: int, *playing: str) -> ShowFacts:
    return ShowFacts(
        "", True, now_ms, 30_000, now_ms - now_ms % 30_000 + 30_000, {}, playing, scene
    )


def test_a_vote_hears_of_the_scene_of_its_window() -> None:
    receipts = Receipts()
    receipts.add_vote("a", "drum", at(NOW_MS, 4))
    receipts.add_vote("a", "pad", at(NOW_MS, 4))
    receipts.add_vote("b", "pad", at(NOW_MS, 4))
    receipts.add_vote("c", "drum", at(END_MS, 4))
    assert not list(receipts.decided(at(END_MS - 1, 4, "drum")))
    assert not list(receipts.decided(at(END_MS + 300, 4, "drum")))  # closed, not yet landed
    told = list(receipts.decided(at(END_MS + 470, 5, "drum", "synth")))
    assert told == [("a", "drum", True), ("b", "pad", False)]
    assert len(receipts) == 1
    assert list(receipts.decided(at(END_MS + 30_470, 7, "vocal"))) == [("c", "drum", False)]
    assert len(receipts) == 0


def test_where_no_scene_lands_they_are_told_a_window_later() -> None:
    receipts = Receipts()
    receipts.add_vote("a", "drum", at(NOW_MS, 4))
    assert not list(receipts.decided(at(END_MS + 29_999, 4, "drum")))
    assert list(receipts.decided(at(END_MS + 30_000, 4, "drum"))) == [("a", "drum", True)]


def test_a_vote_before_the_new_window_is_known_waits_for_its_scene() -> None:
    """The show closes a window a little after its end; phones know of it later still."""
    receipts = Receipts()
    receipts.add_vote("a", "drum", replace(at(END_MS - 1, 4), now_ms=END_MS + 100))
    assert not list(receipts.decided(at(END_MS + 470, 5, "pad")))
    assert list(receipts.decided(at(END_MS + 30_470, 6, "drum"))) == [("a", "drum", True)]


def test_another_show_forgets_who_waited() -> None:
    receipts = Receipts()
    receipts.add_vote("a", "drum", at(NOW_MS, 9))
    assert not list(receipts.decided(at(END_MS + 500, 1, "drum")))
    assert len(receipts) == 0
    assert LATEST_MS >= 4_000


def test_a_device_keeps_its_receipt_until_it_votes_again(room: Room) -> None:
    assert room.vote("a", "drum") == "sent"
    ((phone, receipt),) = room.ballot.new_receipts(at(END_MS + 500, 1, "drum"))
    assert (phone, receipt.instrument, receipt.plays) == ("a", "drum", True)
    kept = room.ballot.phones.get("a")
    assert kept is not None
    assert kept.receipt == receipt
    assert room.vote("a", "pad") == "sent"
    assert kept.receipt is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_vote_on_its_way_is_not_called_counted(room: Room, language: str) -> None:
    """Only the show knows what it counts: a vote may come too late, or from a blocked phone."""
    assert room.vote("a", "drum") == "sent"
    told = texts(language)["sent"] + texts(language)["sent_next"]
    assert {"en": "is sent", "fr": "est envoyé"}[language] in told
    assert not any(word in told for word in ("count", "compté"))


def test_the_last_vote_of_each_phone_is_told_in_the_order_in_which_they_came() -> None:
    room = Room()
    for phone, instrument in (("a", "drum"), ("b", "vocal"), ("c", "pad"), ("a", "synth")):
        assert room.vote(phone, instrument) == SENT
    room.vote("d", "no instrument")
    digits = [INSTRUMENTS.index(name) for name in ("synth", "vocal", "pad")]
    assert room.ballot.counts(9).last_votes == "".join(map(str, digits))


def test_a_phone_that_comes_very_late_has_no_light_of_its_own() -> None:
    votes = LastVotes()
    for number in range(MOST_LIGHTS + 5):
        votes.note(str(number), "drum")
    votes.note("3", "vocal")
    assert len(votes.text) == MOST_LIGHTS
    assert votes.text[:5] == "00070"

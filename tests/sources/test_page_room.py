"""The room's code on the page: who is let in, how, and what a script can do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from mwk_desktop.sources.page.identity import Identity
from mwk_desktop.sources.page.room_proof import (
    LET_IN,
    NO_CODE,
    TOO_MANY_WRONG,
    WRONG_CODE,
    RoomProof,
)
from mwk_desktop.sources.page.show_facts import PageRules
from mwk_desktop.sources.room_code import ALPHABET, PERIOD_MS, RoomCode
from tests.chromium import browser
from tests.sources.page_stand import Phone, Stand, served
from tests.support import wait_for

__all__ = ["browser"]

NOW_MS = 1_700_000_000_000


@pytest.fixture
def clock_ms() -> list[int]:
    return [NOW_MS]


@pytest.fixture
def stand(clock_ms: list[int]) -> Iterator[Stand]:
    room = RoomCode(b"r" * 32, lambda: clock_ms[0])
    with served(Stand(room=room, rules=PageRules(vote_every_s=3_600))) as stand:
        yield stand


def room_of(stand: Stand) -> RoomCode:
    assert stand.room is not None
    return stand.room


def ticket_of(stand: Stand, phone: Phone) -> str:
    """What the page of a phone keeps."""
    _, body = stand.ask("GET", "/", headers={"Cookie": phone.cookie})
    found = re.search(r'"ticket": "([^"]*)"', body)
    assert found is not None
    return found[1]


def authors(stand: Stand) -> set[str]:
    return {re.findall(rb'"ScreenName":"([^"]+)"', vote.value)[0].decode() for vote in stand.votes}


def test_without_the_code_no_vote_counts(stand: Stand) -> None:
    stranger = stand.phone()
    status, answer = stranger.vote()
    assert (status, answer["code"]) == (403, "room")
    assert stranger.vote(code="AAAA")[1]["code"] == "room_wrong"
    assert stand.votes == []
    assert stand.page.counts.refused == 2


def test_a_newcomer_is_in_with_one_scan(stand: Stand) -> None:
    assert stand.page.scan_url == f"{stand.page.url}/{room_of(stand).scan_word}"
    phone = stand.phone("/" + room_of(stand).scan_word)
    assert phone.vote()[1]["code"] == "sent"
    wait_for(lambda: len(stand.votes) == 1)


def test_the_address_with_the_four_characters_lets_in_too(stand: Stand) -> None:
    assert stand.phone("/" + room_of(stand).code.lower()).vote()[1]["code"] == "sent"
    assert stand.ask("GET", "/toolong")[0].status == 404


def test_a_code_is_typed_once(stand: Stand, clock_ms: list[int]) -> None:
    phone = stand.phone()
    status, answer = phone.vote(code=room_of(stand).code)
    assert (status, answer["code"]) == (200, "sent")
    let_in = Phone(stand, f"mwk={answer['ticket']}", answer["token"])
    clock_ms[0] += 10 * PERIOD_MS
    assert let_in.vote()[1]["code"] == "sent", "the code is another one by now"
    wait_for(lambda: len(stand.votes) == 2)
    assert len(authors(stand)) == 1


def test_an_old_code_lets_nobody_in(stand: Stand, clock_ms: list[int]) -> None:
    code, word = room_of(stand).code, room_of(stand).scan_word
    clock_ms[0] += PERIOD_MS
    assert stand.phone("/" + word).vote()[1]["code"] == "sent", "the last two hold"
    clock_ms[0] += PERIOD_MS
    assert stand.phone("/" + word).vote()[1]["code"] == "room"
    assert stand.phone().vote(code=code)[1]["code"] == "room_wrong"


def test_a_cleared_cookie_is_the_same_voter(stand: Stand) -> None:
    phone = stand.phone("/" + room_of(stand).scan_word)
    ticket = ticket_of(stand, phone)
    codes = [phone.vote(name="ana")[1]["code"]]
    # Each time a browser without its cookie, whose page kept the ticket.
    codes += [stand.phone().vote(name="eve", ticket=ticket)[1]["code"] for _ in range(8)]
    assert codes == ["sent"] * 3 + ["slow"] * 6, "one voter's budget"
    wait_for(lambda: len(stand.votes) == 3)
    assert authors(stand) == {"ana"}


def test_a_cleared_cookie_is_one_voter_where_the_code_was_typed_once(
    stand: Stand, clock_ms: list[int]
) -> None:
    answer = stand.phone().vote(name="ana", code=room_of(stand).code)[1]
    clock_ms[0] += 10 * PERIOD_MS
    codes = [answer["code"]]
    codes += [stand.phone().vote(name="eve", ticket=answer["ticket"])[1]["code"] for _ in range(8)]
    assert codes == ["sent"] * 3 + ["slow"] * 6, "one voter's budget, and no code again"
    wait_for(lambda: len(stand.votes) == 3)
    assert authors(stand) == {"ana"}


def test_a_ticket_is_nobody_else_s(stand: Stand) -> None:
    mine = Identity(b"k" * 32).cookie("A" * 16)
    for forged in (mine, "A" * 16 + ".x", "", "A" * 70, "\u00e9"):
        assert stand.phone().vote(ticket=forged)[1]["code"] == "room", forged
    assert stand.votes == []


def test_a_form_without_script_is_let_in(stand: Stand) -> None:
    phone = stand.phone()
    _, page = stand.ask("GET", "/")
    assert re.search(r'id="room"><label for="code">', page), "the field is there"
    form = f"token={phone.token}&instrument=pad&code={room_of(stand).code}"
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": phone.cookie}
    response, body = stand.ask("POST", "/vote", form, headers)
    assert response.status == 200
    assert 'id="room" hidden>' in body
    cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
    assert stand.phone_of(cookie).vote()[1]["code"] == "sent"


def test_the_page_without_a_room_asks_for_nothing() -> None:
    with served(Stand()) as stand:
        assert stand.phone().vote()[1]["code"] == "sent"
        assert stand.page.room_code == ""
        assert stand.page.scan_url == stand.page.url
        assert stand.ask("GET", "/B4KT")[0].status == 404


def proof(wrong_codes: int = 300) -> tuple[RoomProof, RoomCode]:
    room = RoomCode(b"r" * 32, lambda: NOW_MS)
    return RoomProof(room, Identity(b"k" * 32), wrong_codes), room


def test_whoever_guesses_is_slowed_down_and_a_scan_is_not() -> None:
    door, room = proof(wrong_codes=20)
    answers = [door.check(f"{a}{b}44", "10.0.0.1", 0.0) for a in "BCDFG" for b in ALPHABET]
    assert answers.count(WRONG_CODE) + answers.count(LET_IN) <= 21
    assert answers[-1] == TOO_MANY_WRONG
    assert door.check(room.code, "10.0.0.1", 0.0) == TOO_MANY_WRONG, "tells nothing"
    assert door.check(room.scan_word, "10.0.0.1", 0.0) == LET_IN
    assert door.check(room.code, "10.0.0.2", 0.0) == LET_IN
    assert door.check(room.code, "10.0.0.1", 1.0) == LET_IN, "a second later"
    assert door.check("", "10.0.0.1", 0.0) == NO_CODE


def test_a_hundred_thousand_posts_without_the_code_change_nothing() -> None:
    door, _ = proof()
    posts = ("", "drum", "mwk!", "B4K")
    found = {door.check(posts[n % 4], f"10.0.{n % 7}.1", n / 5_000) for n in range(100_000)}
    assert found == {NO_CODE, WRONG_CODE, TOO_MANY_WRONG}


def test_right_codes_of_a_whole_room_behind_one_address_are_never_refused() -> None:
    door, room = proof()
    assert {door.check(room.code, "10.0.0.1", 0.0) for _ in range(5_000)} == {LET_IN}


def test_in_the_browser_scanned_cleared_and_typed(
    stand: Stand, browser: Any, clock_ms: list[int]
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en")
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{stand.page.port}/{room_of(stand).scan_word}")
    assert page.locator("#room").is_hidden()
    page.wait_for_url("**/")
    page.locator("button[value=drum]").click()
    wait_for(lambda: len(stand.votes) == 1)
    context.clear_cookies()
    clock_ms[0] += 10 * PERIOD_MS
    page.reload()
    page.locator("button[value=pad]").click()
    wait_for(lambda: len(stand.votes) == 2)
    assert len(authors(stand)) == 1, "one voter"
    # Another phone, without a scan.
    other = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr")
    page = other.new_page()
    page.goto(f"http://127.0.0.1:{stand.page.port}/")
    assert page.locator("#room").is_visible()
    page.locator("button[value=drum]").click()
    page.wait_for_selector("#status.bad")
    assert len(stand.votes) == 2
    page.fill("#code", room_of(stand).code.lower())
    page.locator("button[value=drum]").click()
    page.wait_for_selector("#status.good")
    assert page.locator("#room").is_hidden()
    wait_for(lambda: len(stand.votes) == 3)
    assert len(authors(stand)) == 2
    other.clear_cookies()
    clock_ms[0] += 10 * PERIOD_MS
    page.reload()
    page.locator("button[value=pad]").click()
    wait_for(lambda: len(stand.votes) == 4)
    assert len(authors(stand)) == 2, "typed once: the same voter without its cookie"
    context.close()
    other.close()

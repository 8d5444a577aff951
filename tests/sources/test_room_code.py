"""The room's code: what holds when, and what a post must hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.sources.room_code import ALPHABET, DIGITS, LETTERS, PERIOD_MS, RoomCode

KEYS = st.binary(min_size=32, max_size=32)
TIMES = st.integers(1_500_000_000_000, 2_500_000_000_000)


def at(key: bytes, now_ms: int) -> RoomCode:
    return RoomCode(key, lambda: now_ms)


@given(KEYS, TIMES)
def test_a_code_is_four_characters_and_no_word(key: bytes, now_ms: int) -> None:
    code = at(key, now_ms).code
    assert len(code) == 4
    assert set(code) <= set(ALPHABET)
    assert set(code) & set(LETTERS)
    assert set(code) & set(DIGITS)
    assert not set(code) & set("AEIOUYLS015")


@given(KEYS, TIMES)
def test_the_last_two_codes_hold_and_no_other(key: bytes, now_ms: int) -> None:
    then = at(key, now_ms)
    code, word = then.code, then.scan_word
    for later_ms in (0, PERIOD_MS):
        now = at(key, now_ms + later_ms)
        assert now.is_code(code)
        assert now.is_code(f" {code[:2].lower()} {code[2:].lower()} ")
        assert now.is_scan_word(word.lower())
    gone = at(key, now_ms + 2 * PERIOD_MS)
    # The same four characters may come again by chance, once in some hundred thousand times.
    assert not gone.is_scan_word(word)
    assert not at(key, now_ms - PERIOD_MS).is_scan_word(word), "nor one that is still to come"
    assert not then.is_scan_word(code)
    assert not then.is_code("")


@given(KEYS, TIMES)
def test_every_process_with_the_secret_knows_the_code(key: bytes, now_ms: int) -> None:
    assert at(key, now_ms).scan_word == at(key, now_ms - now_ms % PERIOD_MS).scan_word
    assert at(key[::-1] + b"x", now_ms).scan_word != at(key, now_ms).scan_word


@given(KEYS, TIMES, st.text(max_size=40))
def test_a_post_needs_the_code_of_its_time(key: bytes, at_ms: int, words: str) -> None:
    room = at(key, at_ms + 3_600_000)  # read an hour later, after a broken line
    code = at(key, at_ms).code
    for text in (f"drum #mwk {code}", f"#MWK{code} drum", f"#{code.lower()}, {words} #mwk"):
        assert room.is_in(text, "mwk", at_ms)
        assert room.is_in(text, "mwk", at_ms + PERIOD_MS)
    assert not room.is_in("drum bass pad #mwk", "mwk", at_ms)
    assert not room.is_in(f"drum #mwk x{code}", "mwk", at_ms)


def test_a_hundred_thousand_posts_without_the_code_are_none() -> None:
    room = at(b"k" * 32, 1_700_000_000_000)
    posts = (f"drum #mwk number {n} pad synth" for n in range(100_000))
    assert sum(room.is_in(post, "mwk", 1_700_000_000_000) for post in posts) == 0

"""Twitch's chat, against a server of our own that speaks its IRC."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.deletions import deleted_ids
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.sources.networks.network_post import UnreadablePostError
from mwk_desktop.sources.networks.twitch import TwitchFeed, TwitchOptions, parsed_line
from tests.kafka.certificates import make
from tests.sources.network_following import following
from tests.sources.network_servers import T0_MS, WELCOME, TwitchServer, chat, removed


@pytest.fixture
def server() -> Iterator[TwitchServer]:
    found = TwitchServer()
    yield found
    found.close()


def feed_of(server: TwitchServer, ping_s: float = 30.0) -> TwitchFeed:
    return TwitchFeed(TwitchOptions("#Hall", server.address, ping_s))


def test_a_line_becomes_a_record(server: TwitchServer) -> None:
    action = chat(2, "\x01ACTION plays the pad\x01", "zoe_1")
    server.scripts = [[*WELCOME, chat(1, "heavy bass: now :)"), action]]
    with following(feed_of(server)) as found:
        assert found.texts(2) == ["heavy bass: now :)", "plays the pad"]
        assert str(found.source.state.detail) == "Listening to the chat of hall"
    first, second = found.arrived.messages
    tweet = decode_tweet(first.value)
    assert tweet.screen_name == "ana on Twitch"
    assert tweet.created_at_ms == first.timestamp_ms == T0_MS + 1
    assert decode_tweet(second.value).screen_name == "zoe_1 on Twitch"
    assert server.received[0] == "CAP REQ :twitch.tv/tags twitch.tv/commands\r\n"
    assert server.received[1].startswith("NICK justinfan")
    assert server.received[2] == "JOIN #hall\r\n"


def test_it_answers_signs_of_life_and_asks_for_them(server: TwitchServer) -> None:
    asked = ["PING :tmi.twitch.tv", "expect PONG", "expect PING", ":tmi.twitch.tv PONG :mwk"]
    server.scripts = [[*WELCOME, *asked, chat(1)]]
    with following(feed_of(server, 1.5)) as found:
        found.texts(1)
    assert "PONG :tmi.twitch.tv\r\n" in server.received
    assert found.waits == []


def test_a_moderator_deletes_a_line(server: TwitchServer) -> None:
    key = "b34ccfc7-4977-403a-8a94-000000000001"
    deleted = f"@login=ana;target-msg-id={key} :tmi.twitch.tv CLEARMSG #hall :drum please"
    server.scripts = [[*WELCOME, chat(1), deleted, chat(2)]]
    with following(feed_of(server)) as found:
        found.texts(2)
    assert found.source.figures.deleted == 1


ANA_AND_BERT = [chat(1), chat(2, nick="bert"), chat(3, nick="Ana")]


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        (removed("ana", target_user_id="1337"), [1, 3]),  # a ban
        (removed("ana", target_user_id="1337", ban_duration="350"), [1, 3]),
        (removed("ANA"), [1, 3]),
        (removed("zoe"), []),
        (removed(), [1, 2, 3]),
    ],
)
def test_a_moderator_removes_what_a_user_or_everyone_wrote(
    server: TwitchServer, line: str, gone: list[int]
) -> None:
    server.scripts = [[*WELCOME, *ANA_AND_BERT, line, line, chat(4)]]
    with following(feed_of(server)) as found:
        found.texts(4)
        keys = [tweet.id for tweet in found.arrived.tweets()]
    assert found.source.figures.deleted == len(gone), "once each, and not what came later"
    values = [message.value for message in found.arrived.deleted]
    assert deleted_ids(values, [None] * len(values)) == [keys[number - 1] for number in gone]


TROUBLES: dict[str, tuple[list[Any], str]] = {
    "closed at once": (["close"], "closed the connection"),
    "cut at once": (["cut"], "connection"),
    "closed after the welcome": ([*WELCOME, "close"], "closed the connection"),
    "cut after a line": ([*WELCOME, chat(9), "cut"], "connection"),
    "cut in the middle of a line": ([*WELCOME, chat(9)[:30].encode(), "close"], "closed"),
    "asked to connect again": ([*WELCOME, ":tmi.twitch.tv RECONNECT"], "connect again"),
    "silent": ([*WELCOME], "silent"),
    "silent before the welcome": ([], "silent"),
    "no such channel": (WELCOME[:2], "open the chat of hall: is its name right?"),
    "no such channel, but signs of life": (
        [*WELCOME[:2], "PING :tmi.twitch.tv", "expect PONG"],
        "is its name right?",
    ),
    "an endless line": ([*WELCOME, b"x" * 100_000], "broke"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_after_trouble_it_goes_on(server: TwitchServer, name: str) -> None:
    script, said = TROUBLES[name]
    # A machine that stands still for so long is silent, too: then the lines come once more.
    server.scripts = [script, *[[*WELCOME, chat(1), chat(2)]] * 20]
    ping_s = 0.2 if name.startswith(("silent", "no such")) else 30.0
    with following(feed_of(server, ping_s)) as found:
        found.wait(lambda: len(found.arrived.messages) >= 2)
    assert any(said in each for each in found.said), found.said


NO_LINES: dict[str, str | bytes] = {
    "nothing": "",
    "only tags": "@a=b",
    "signs": "%%%",
    "no text": chat(9, ""),
    "only a space": chat(9, " "),
    "no number": chat(9, id=""),
    "no time": chat(9, tmi_sent_ts=""),
    "a time in words": chat(9, tmi_sent_ts="now"),
    "a time beyond all": chat(9, tmi_sent_ts="9" * 30),
    "no author": "@id=1;tmi-sent-ts=1 PRIVMSG #hall :drum",
    "no words": "@id=1;tmi-sent-ts=1 :ana!ana@x PRIVMSG",
    "an empty action": chat(9, "\x01ACTION \x01"),
    "removed, but where": "@a=b :tmi.twitch.tv CLEARCHAT",
    "removed, but whose": ":tmi.twitch.tv CLEARCHAT #hall :",
    "removed, but which": ":tmi.twitch.tv CLEARCHAT #hall ana bert",
}


@pytest.mark.parametrize("name", NO_LINES)
def test_what_is_no_line_is_counted_and_passed_by(server: TwitchServer, name: str) -> None:
    server.scripts = [[*WELCOME, NO_LINES[name], chat(1)]]
    with following(feed_of(server)) as found:
        assert found.texts(1) == ["drum please"]
    assert found.source.figures.unreadable == 1


def test_what_is_unknown_is_passed_by(server: TwitchServer) -> None:
    odd = [":ana!ana@x JOIN #hall", "@x=1 :tmi.twitch.tv ROOMSTATE #hall", "USERNOTICE", b"\xff\n"]
    odd += ["@msg-id=slow_on :tmi.twitch.tv NOTICE #hall :This room is in slow mode; one failed."]
    server.scripts = [[*WELCOME, *odd, chat(1)]]
    with following(feed_of(server)) as found:
        assert found.texts(1) == ["drum please"]


@pytest.mark.parametrize(
    "notice",
    [
        ":tmi.twitch.tv NOTICE * :Login authentication failed",
        ":tmi.twitch.tv NOTICE * :Login unsuccessful",
        ":tmi.twitch.tv NOTICE * :Improperly formatted auth",
        "@msg-id=msg_channel_suspended :tmi.twitch.tv NOTICE #hall :This channel is suspended.",
        "@msg-id=msg_banned :tmi.twitch.tv NOTICE #hall :You are banned.",
    ],
)
def test_a_refusal_ends_it_with_a_sentence(server: TwitchServer, notice: str) -> None:
    server.scripts = [[notice]]
    with following(feed_of(server)) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert found.source.figures.ended == "refused"
    assert "does not let us in" in str(found.source.state.detail)


def test_nobody_listens() -> None:
    with following(TwitchFeed(TwitchOptions("hall", "irc://127.0.0.1:9")), 3) as found:
        found.wait(lambda: found.source.wait_ended(0))
    assert all("broke" in each for each in found.said)


def test_a_stranger_s_certificate_is_not_safe(tmp_path: Path) -> None:
    make(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem")
    server = TwitchServer(context)
    feed = TwitchFeed(TwitchOptions("hall", f"ircs://127.0.0.1:{server.port}"))
    with following(feed, 1) as found:
        found.wait(lambda: found.source.wait_ended(0))
    server.close()
    assert "The connection to Twitch is not safe" in found.said[0]
    assert server.received == [], "nothing was said to it"


def test_tags_are_unescaped() -> None:
    line = parsed_line(r"@a=\:\s\\\r\n\x\\s;b;c= :nick!user@host PRIVMSG #hall one :two :three")
    assert line.tags == {"a": "; \\\r\nx\\s", "b": "", "c": ""}
    assert (line.nick, line.command) == ("nick", "PRIVMSG")
    assert line.words == ["#hall", "one", "two :three"]


@given(st.text())
def test_no_line_breaks_the_parser(text: str) -> None:
    with contextlib.suppress(UnreadablePostError):
        parsed_line(text)

"""`mwk twitter` as it is typed, against a server that speaks the API."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.verbs import follow_twitter as verb
from tests.cli.driving import MWK, ROOT
from tests.sources.twitter_server import TOKEN, TwitterServer, answer, close, ever, line, post

VARIABLE = "MWK_TWITTER__BEARER_TOKEN"

SENT_ELSEWHERE = """\
import sys
from mwk_desktop.app.verbs import follow_twitter as verb
from mwk_desktop.cli.main import run

plain, address = verb.follow_twitter, sys.argv.pop(1)

def prepare(client):
    request = client.session.request
    client.session.request = lambda method, url, **more: request(
        method, url.replace("https://api.twitter.com", address), **more
    )

verb.follow_twitter = lambda options, wanted: plain(options, wanted, prepare)
raise SystemExit(run(sys.argv[1:]))
"""


@pytest.fixture
def api() -> Iterator[TwitterServer]:
    server = TwitterServer()
    yield server
    server.close()


@pytest.fixture
def twitter(api: TwitterServer, mwk: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`mwk twitter` in this process, its requests sent to the server."""
    monkeypatch.setenv(VARIABLE, TOKEN)
    plain = verb.follow_twitter
    monkeypatch.setattr(
        verb,
        "follow_twitter",
        lambda options, wanted: plain(options, wanted, api.prepare),
    )
    return lambda *args: mwk("twitter", *args)


# -- what is refused ----------------------------------------------------------------------------


def test_no_token(mwk: Any) -> None:
    mwk("twitter").must_be_refused("no token for X", VARIABLE, "bearer_token_file")


@pytest.mark.parametrize("token", [" ", "two words", "line\nbreak", "clé", "x" * 5000])
def test_a_token_that_is_none(mwk: Any, monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv(VARIABLE, token)
    refusal = mwk("twitter").must_be_refused(VARIABLE)
    assert token.strip() == "" or token not in refusal


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x00\x01", b"one two\n", b"x" * 100_000])
def test_a_token_file_that_holds_none(mwk: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "token.txt"
    path.write_bytes(content)
    config = tmp_path / "own.toml"
    config.write_text('[twitter]\nbearer_token_file = "token.txt"\n', "utf-8")
    mwk("twitter", "--config", config).must_be_refused(str(path), "token")


def test_a_token_file_that_is_not_there(mwk: Any, tmp_path: Path) -> None:
    config = tmp_path / "own.toml"
    config.write_text('[twitter]\nbearer_token_file = "token.txt"\n', "utf-8")
    mwk("twitter", "--config", config).must_be_refused("token.txt: No such file", "bearer token")


def test_a_wrong_token_opens_no_stream(api: TwitterServer, twitter: Any) -> None:
    api.token = "another"
    refusal = twitter("--dry-run", "--json").must_be_refused(
        "X refuses the token (401): Unauthorized.", f"It stands in {VARIABLE}."
    )
    assert TOKEN not in refusal
    assert api.streams() == []


def test_an_account_without_access(api: TwitterServer, twitter: Any) -> None:
    detail = "When authenticating requests, you must use keys from a Project's App."
    api.rule_answers = [answer(403, {"title": "Client Forbidden", "detail": detail})]
    twitter("--dry-run").must_be_refused("does not let this token read the stream (403)", detail)


def test_a_rule_that_is_refused(api: TwitterServer, twitter: Any) -> None:
    error = {"title": "UnprocessableEntity", "details": ["Reference to invalid operator 'langg'."]}
    api.rule_answers = [answer(200, {}), answer(201, {"errors": [error]})]
    refusal = twitter("--dry-run", "--rule", "langg:fr").must_be_refused(
        "X refuses the rule '#mwk langg:fr': Reference to invalid operator 'langg'."
    )
    assert VARIABLE not in refusal


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--budget-usd", "-1"], ["--budget-usd", "a number from 0"]),
        (["--budget-usd", "much"], ["--budget-usd", "a number"]),
        (["--hashtag", "a b"], ["--hashtag", "a hashtag"]),
        (["--rule", "a\nb"], ["--rule", "one line"]),
        (["--partitions", "0"], ["--partitions"]),
        (["--exit-after", "0"], ["--exit-after"]),
    ],
)
def test_options_that_cannot_be(twitter: Any, args: list[str], words: list[str]) -> None:
    twitter(*args).must_be_refused(*words)


def test_no_kafka(twitter: Any) -> None:
    done = twitter("--bootstrap-servers", "127.0.0.1:1")
    done.must_be_refused(
        "127.0.0.1:1", "Start the broker, or correct the address. The option is --bootstrap-"
    )


# -- what it says -------------------------------------------------------------------------------


def test_a_dry_run_prints_what_comes(api: TwitterServer, twitter: Any) -> None:
    text = "drum \x1b[31m\u202e\nand more"
    api.scripts = [[line(post(1, text, "monty")), line(post(2, "pad", "ann")), ever()]]
    done = twitter("--dry-run", "--budget-usd", "0.04", "--rule=-is:retweet")
    assert done.code == 0
    first, second, total = done.out.decode().splitlines()
    assert first.endswith("@monty  drum  [31m  and more")
    assert second.endswith("@ann  pad")
    assert total == (
        "2 posts, 2 sent; about $0.03 of $0.04; 49 of 50 requests left; the budget is spent"
    )
    assert done.err.splitlines()[-1] == (
        "mwk: The budget is spent: 2 posts cost about $0.03 of $0.04. The stream is closed."
    )
    assert api.rules == [{"id": "1", "value": "#mwk -is:retweet", "tag": "mwk"}]


def test_a_dry_run_as_json(api: TwitterServer, twitter: Any) -> None:
    api.scripts = [[line(post(1, "drum é", "monty")), close()], [ever()]]
    done = twitter("--dry-run", "--json", "--exit-after", "2.5")
    assert done.code == 0
    (tweet,) = done.of_type("tweet")
    assert tweet["value"]["Text"] == "drum é"
    assert tweet["value"]["User"]["ScreenName"] == "monty"
    assert done.of_type("twitter")
    (summary,) = done.of_type("summary")
    assert done.lines[-1] == summary
    assert (summary["posts"], summary["sent"], summary["ended"]) == (1, 1, "stopped")
    assert summary["rate_limit"] == {"limit": 50, "remaining": 49, "reset_s": 1523450900.0}
    assert summary["budget_usd"] is None
    assert "X closed the stream. Connecting again in 1 s, at " in done.err


def test_trouble_is_said_while_it_lasts(api: TwitterServer, twitter: Any) -> None:
    api.scripts = [[answer(429, {"title": "Too Many Requests"}, retry_after="600")]]
    done = twitter("--dry-run", "--json", "--exit-after", "1.5")
    assert done.code == 0
    waiting = done.of_type("twitter")[-1]
    assert waiting["state"] == "waiting"
    assert (
        "X limits our requests (429): Too Many Requests. Connecting again in 600 s, at"
        in (waiting["detail"])
    )
    assert done.err == f"mwk: {waiting['detail']}\n"


def test_a_token_file(api: TwitterServer, twitter: Any, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.delenv(VARIABLE)
    path = tmp_path / "token.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TOKEN.encode() + b"\r\n")
    path.chmod(stat.S_IRUSR)
    config = tmp_path / "own.toml"
    config.write_text('[twitter]\nbearer_token_file = "token.txt"\n', "utf-8")
    api.scripts = [[line(post(1)), ever()]]
    assert twitter("--dry-run", "--budget-usd", "0.02", "--config", config).code == 0
    api.token = "another"
    twitter("--dry-run", "--config", config).must_be_refused(f"It stands in {path}.")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_process_of_its_own(api: TwitterServer, end: signal.Signals) -> None:
    """With all logging on, the token is nowhere; a signal ends it with a summary."""
    sent = threading.Event()
    api.scripts = [[line(post(1)), lambda _: sent.set(), ever()]]
    command = [sys.executable, "-c", SENT_ELSEWHERE, api.address]
    process = subprocess.Popen(
        [*command, "twitter", "--dry-run", "--json", "-vv"],
        cwd=ROOT,
        env={**os.environ, VARIABLE: TOKEN, "PYTHONWARNINGS": "default"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        while (first := json.loads(process.stdout.readline()))["type"] == "twitter":
            pass  # a second was over before the post came
        assert first["type"] == "tweet"
        process.send_signal(end)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0, err
    assert json.loads(out.splitlines()[-1])["type"] == "summary"
    assert TOKEN not in out + err
    assert "Traceback" not in err


def test_help_needs_no_tweepy() -> None:
    code = (
        "import sys\nfrom mwk_desktop.cli.main import run\nrun(['twitter', '--help'])\n"
        "assert not {'tweepy', 'requests', 'confluent_kafka'} & set(sys.modules)"
    )
    done = subprocess.run(
        [MWK[0], "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Not run by our tests: X itself." in done.stdout

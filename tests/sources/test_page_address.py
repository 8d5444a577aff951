"""Where the page is: ports, addresses, codes and names that lead to it."""

from __future__ import annotations

import http.client

import pytest

from mwk_desktop.sources.page import page_address
from mwk_desktop.sources.page.page_address import is_reachable, lan_address, listen, qr_rows, url_of
from mwk_desktop.sources.page.page_source import PageSource
from mwk_desktop.sources.page.show_facts import PageError, ShowFacts
from tests.sources.page_stand import Stand
from tests.support import not_tested


def test_a_port_that_is_taken_is_followed_by_the_next() -> None:
    (first,) = listen("127.0.0.1", 0)
    taken = first.getsockname()[1]
    (second,) = listen("127.0.0.1", taken)
    assert taken < second.getsockname()[1] < taken + 20
    first.close()
    second.close()


def test_all_addresses_share_one_port() -> None:
    sockets = listen("", 0)
    assert len({each.getsockname()[1] for each in sockets}) == 1
    for each in sockets:
        each.close()


@pytest.mark.parametrize("host", ["198.51.100.77", "no such host", "x" * 300, "2001:db8::77"])
def test_an_address_that_is_not_ours_is_said(host: str) -> None:
    with pytest.raises(PageError, match="no such address"):
        listen(host, 0)


def test_a_page_on_ipv6() -> None:
    try:
        sockets = listen("[::1]", 0)
    except PageError:
        not_tested("there is no IPv6 here")
    port = sockets[0].getsockname()[1]
    page = PageSource(ShowFacts, b"k" * 32, sockets, host="[::1]")
    page.start(lambda message: True)
    assert page.url == f"http://[::1]:{port}"
    connection = http.client.HTTPConnection("::1", port, timeout=60)
    connection.request("GET", "/", headers={"Host": f"[::1]:{port}"})
    assert connection.getresponse().status == 200
    connection.close()
    page.stop()


def test_the_address_is_one_that_phones_can_open() -> None:
    found = lan_address()
    assert url_of("", 8080) == f"http://{found if ':' not in found else f'[{found}]'}:8080"
    assert url_of("192.168.1.5", 80) == "http://192.168.1.5"
    assert url_of("fd00::5", 8080) == "http://[fd00::5]:8080"
    for url, reachable in [
        ("http://127.0.0.1:8080", False), ("http://localhost", False), ("http://[::1]:80", False),
        ("http://[::1]", False), ("https://localhost/vote", False),
        ("http://10.1.2.3:8080", True), ("http://laptop.local:8080", True),
        ("https://vote.example.org", True),
    ]:  # fmt: skip
        assert is_reachable(url) is reachable, url


@pytest.mark.parametrize(
    ("host", "public_url", "why"),
    [
        ("localhost", "", ": name another address for the phones."),
        ("", "http://localhost:1", ": name another address for the phones."),
        ("", "", ": it is in no network."),
    ],
)
def test_why_only_this_computer_can_open_it(
    host: str, public_url: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_address, "lan_address", lambda: "127.0.0.1")
    sockets = listen("127.0.0.1", 0)
    page = PageSource(ShowFacts, b"k" * 32, sockets, host=host, public_url=public_url)
    page.start(lambda message: True)
    detail = str(page.state.detail)
    page.stop()
    assert detail == f"The page is on {page.url}, which only this computer can open{why}"


def test_the_code_is_square_and_has_its_three_eyes() -> None:
    rows = qr_rows("http://192.168.100.200:8080")
    assert {len(row) for row in rows} == {len(rows)}
    eye = "1111111"
    assert rows[0].startswith(eye)
    assert rows[0].endswith(eye)
    assert rows[-1].startswith(eye)


def test_a_tunnels_name_is_ours_and_another_is_not() -> None:
    stand = Stand()
    stand.page = PageSource(
        lambda: stand.facts, b"k" * 32, listen("127.0.0.1", 0), public_url="https://vote.example.org/"
    )  # fmt: skip
    stand.page.start(stand.put)
    assert stand.page.url == "https://vote.example.org"
    for host, code in [
        ("vote.example.org", 200), ("VOTE.example.org:443", 200), ("evil.example", 421),
        ("laptop.local:8080", 200), ("laptop", 200), ("[fd00::1]:8080", 200), ("", 400),
    ]:  # fmt: skip
        response, _ = stand.ask("GET", "/", None, {"Host": host})
        assert response.status in (code, 421 if host == "" else code), host
    phone = stand.phone()
    tunnel = {"Host": "vote.example.org", "Origin": "https://vote.example.org"}
    assert phone.vote(headers=tunnel)[0] == 200
    stand.page.stop()

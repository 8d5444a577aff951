"""Where a picture may come from, and how much of it: against a real TLS server."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from picture_server import (
    HOST,
    Authority,
    PictureServer,
    answer,
    authority,
    drip,
    drip_head,
    endless,
    image,
    moved,
    serving,
)

from mwk_desktop.ui.pictures.fetch_target import RefusedError, is_public, target_of
from mwk_desktop.ui.pictures.picture_fetching import Fetcher


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def server(certificates: Authority) -> Iterator[PictureServer]:
    with serving(certificates.server()) as running:
        yield running


@pytest.fixture
def fetcher(certificates: Authority, server: PictureServer) -> Fetcher:
    return fetcher_of(certificates, server)


def fetcher_of(certificates: Authority, server: PictureServer, **more: object) -> Fetcher:
    """Loopback counts as public here, and the server's port as the usual one; nothing else."""
    options = {
        "may_ask": lambda address: address == "127.0.0.1" or is_public(address),
        "resolver": lambda host, port: ["127.0.0.1"],
        "tls": certificates.client(),
        "ports": frozenset({443, server.port}),
        "most_s": 20.0,
    }
    return Fetcher(**{**options, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.5",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "4000::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "no address",
        "",
    ],
)
def test_addresses_that_are_never_asked(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "151.101.1.140", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"],
)
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.png",
        "file:///etc/passwd",
        "http://pictures.example.net/a.png",
        "ftp://pictures.example.net/a.png",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "//pictures.example.net/a.png",
        "https:///a.png",
        "https://user@pictures.example.net/a.png",
        "https://user:pass@pictures.example.net/a.png",
        "https://pictures.example.net:22/a.png",
        "https://pictures.example.net:0/a.png",
        "https://pictures.example.net:99999/a.png",
        "https://pictures.example.net\\@evil.example.org/a.png",
        "https://pictures.example.net/a b.png",
        "https://pictures.example.net/\r\nX: y",
        "https://localhost/a.png",
        "https://router.local/a.png",
        "https://x.localhost/a.png",
        "https://db.internal/a.png",
        "https://x.invalid./a.png",
        "https://2130706433/a.png",
        "https://0x7f000001/a.png",
        "https://fe80::1%25eth0/a.png",
        "https://[fe80::1%25eth0]/a.png",
        "https://[/a.png",
        f"https://{'a' * 64}.example.net/",
        "https://pictures.example.net/" + "a" * 3000,
    ],
)
def test_addresses_that_are_refused_before_anything_is_asked(url: str) -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["1.1.1.1"]

    with pytest.raises(RefusedError):
        Fetcher(resolver=resolver).fetch(url)
    assert asked == []


def test_an_address_is_taken_apart() -> None:
    _, target = target_of("https://M\u00fcnchen.Example.NET/\u00e9/a.png?x=1&y=\u00e9#part")
    assert (target.host, target.port) == ("xn--mnchen-3ya.example.net", 443)
    assert target.path == "/%C3%A9/a.png?x=1&y=%C3%A9"
    whole, target = target_of("../b.png?c", "https://x.example.net/one/two/a.png")
    assert (whole, target.path) == ("https://x.example.net/one/b.png?c", "/one/b.png?c")


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_picture_arrives(fetcher: Fetcher, server: PictureServer, kind: str) -> None:
    body = image(kind)
    server.answers["/a"] = answer(body, f"image/{kind}")
    assert fetcher.fetch(server.url("/a")) == body
    head = server.heads[0].lower()
    assert f"host: {HOST}:{server.port}" in head
    for word in ("cookie", "authorization", "referer", "proxy"):
        assert word not in head


def test_chunks_are_put_together(fetcher: Fetcher, server: PictureServer) -> None:
    server.answers["/a"] = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    )
    assert fetcher.fetch(server.url("/a")) == b"abcde"


def test_no_proxy_of_the_environment_is_asked(
    fetcher: Fetcher, server: PictureServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.settimeout(0.05)
        for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.getsockname()[1]}")
        server.answers["/a"] = answer(b"picture")
        assert fetcher.fetch(server.url("/a")) == b"picture"
        with pytest.raises(TimeoutError):
            proxy.accept()


@pytest.mark.parametrize("bad", ["10.0.0.7", "::1", "169.254.169.254", "127.0.0.2"])
def test_a_name_of_a_private_address_is_refused(
    certificates: Authority, server: PictureServer, bad: str
) -> None:
    for found in ([bad], ["127.0.0.1", bad]):
        fetcher = fetcher_of(certificates, server, resolver=lambda host, port, f=found: f)
        with pytest.raises(RefusedError, match="not public"):
            fetcher.fetch(server.url("/a"))
    assert server.connections == 0


def test_private_addresses_in_digits_are_refused(
    certificates: Authority, server: PictureServer
) -> None:
    fetcher = fetcher_of(certificates, server, resolver=lambda host, port: [host])
    for host in ("127.0.0.2", "192.168.1.1", "[::1]", "[::ffff:10.0.0.1]"):
        with pytest.raises(RefusedError, match="not public"):
            fetcher.fetch(f"https://{host}/a.png")


def test_a_name_that_answers_otherwise_the_second_time_wins_nothing(
    certificates: Authority, server: PictureServer
) -> None:
    """What was checked is what is connected to: the name is asked once."""
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["10.0.0.1"]])
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    server.answers["/a"] = answer(b"picture")
    fetcher = fetcher_of(certificates, server, resolver=resolver)
    assert fetcher.fetch(server.url("/a")) == b"picture"
    assert asked == [HOST]
    assert server.connections == 1


def test_redirects_are_followed_three_times(fetcher: Fetcher, server: PictureServer) -> None:
    server.answers.update(
        {f"/{n}": moved(f"/{n - 1}" if n % 2 else server.url(f"/{n - 1}")) for n in range(1, 5)}
    )
    server.answers["/0"] = answer(b"picture")
    assert fetcher.fetch(server.url("/3")) == b"picture"
    with pytest.raises(RefusedError, match="redirects"):
        fetcher.fetch(server.url("/4"))
    assert len(server.heads) == 8


@pytest.mark.parametrize(
    "to",
    [
        "http://pictures.example.net/a.png",
        "file:///etc/passwd",
        "https://127.0.0.2/a.png",
        "https://[::1]/a.png",
        "https://169.254.169.254/latest/meta-data",
        "https://private.example.org/a.png",
        "https://user@pictures.example.net/",
        "https://pictures.example.net:22/",
        "",
    ],
)
def test_redirects_are_checked_again(
    certificates: Authority, server: PictureServer, to: str
) -> None:
    def resolver(host: str, port: int) -> list[str]:
        if host == "private.example.org":
            return ["192.168.1.1"]
        return ["127.0.0.1"] if host == HOST else [host]

    server.answers["/a"] = moved(to)
    with pytest.raises(RefusedError):
        fetcher_of(certificates, server, resolver=resolver).fetch(server.url("/a"))
    assert server.connections == 1


@pytest.mark.parametrize("path", ["/drip", "/head"])
def test_a_slow_server_is_left(certificates: Authority, server: PictureServer, path: str) -> None:
    server.answers |= {"/drip": drip, "/head": drip_head}
    fetcher = fetcher_of(certificates, server, most_s=0.6)
    with pytest.raises(TimeoutError):
        fetcher.fetch(server.url(path))


def test_a_server_that_never_shakes_hands_is_left(certificates: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        fetcher = fetcher_of(certificates, PictureServer(port), most_s=0.5)
        with pytest.raises(TimeoutError):
            fetcher.fetch(f"https://{HOST}:{port}/a")


@pytest.mark.parametrize(
    "reply",
    [
        answer(b"\x00" * (512 * 1024 + 1)),
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nabc",
        endless,
        answer(b"abc", more="Content-Encoding: gzip\r\n"),
        answer(b"abc", status="404 Not Found"),
        answer(b"abc", status="206 Partial Content"),
        answer(b"abc", status="401 Unauthorized", more="WWW-Authenticate: Basic\r\n"),
    ],
    ids=["over", "promised", "endless", "gzip", "404", "206", "401"],
)
def test_what_is_no_small_picture_is_refused(
    fetcher: Fetcher, server: PictureServer, reply: bytes | Callable[..., None]
) -> None:
    server.answers["/a"] = reply
    with pytest.raises(RefusedError):
        fetcher.fetch(server.url("/a"))


def test_the_largest_picture_arrives_whole(fetcher: Fetcher, server: PictureServer) -> None:
    server.answers["/a"] = answer(b"\x01" * 512 * 1024)
    assert len(fetcher.fetch(server.url("/a"))) == 512 * 1024


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        answer(b"", status="503 Busy"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    ],
    ids=["empty", "noise", "long", "many", "503", "chunk"],
)
def test_a_broken_answer_may_be_better_later(
    fetcher: Fetcher, server: PictureServer, reply: bytes
) -> None:
    server.answers["/a"] = reply
    with pytest.raises(OSError, match=r"."):
        fetcher.fetch(server.url("/a"))


def test_only_the_right_certificate_counts(
    certificates: Authority, server: PictureServer, tmp_path: Path
) -> None:
    server.answers["/a"] = answer(b"picture")
    stranger = authority(tmp_path)
    for fetcher, host in (
        (fetcher_of(certificates, server, tls=stranger.client()), HOST),
        (fetcher_of(certificates, server, tls=None), HOST),
        (fetcher_of(certificates, server), "other.example.org"),
    ):
        with pytest.raises(OSError, match="certificate"):
            fetcher.fetch(server.url("/a", host))
    assert server.heads == []


def test_plain_http_on_the_port_is_no_picture(certificates: Authority) -> None:
    with serving(None) as plain:
        plain.answers["/a"] = answer(b"picture")
        with pytest.raises(OSError, match=r"."):
            fetcher_of(certificates, plain, most_s=1.0).fetch(plain.url("/a"))
        assert plain.heads == []

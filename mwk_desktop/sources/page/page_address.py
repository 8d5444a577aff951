"""The page's sockets, the address that phones open, and its QR code."""

from __future__ import annotations

import errno
import ipaddress
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from mwk_desktop import platform
from mwk_desktop.messages import Message, message
from mwk_desktop.sources.page.show_facts import PageError

PORTS_TRIED: Final = 20
"""How many ports are tried from the wanted one on; the QR code has the one in use."""

BACKLOG: Final = 2048
"""Connections that may wait to be accepted."""

_VIRTUAL: Final = ("lo", "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "wg")
"""Name prefixes of interfaces that no phone can be on."""

# Addresses reserved for documentation: no packet is sent, only the route is looked up.
_FAR_IPV4: Final = ("192.0.2.1", 9)
_FAR_IPV6: Final = ("2001:db8::1", 9)


def listen(host: str, port: int) -> list[socket.socket]:
    """Open listening sockets, all on the same port.

    Parameters
    ----------
    host
        A name or address of this computer; "" for all its addresses, IPv4 and IPv6.
    port
        The first port to try; 0 for any free port.

    Raises
    ------
    PageError
        If this computer has no such address, all ports are taken, or the port needs administrator
        rights.
    """
    families = _families(host)
    last: OSError | None = None
    for candidate in [port] if port == 0 else range(port, min(port + PORTS_TRIED, 65_536)):
        try:
            return _bind(families, candidate)
        except OSError as error:
            last = error
            if error.errno != errno.EADDRINUSE:
                break
    assert last is not None
    raise PageError(_why(host, port, last))


def _families(host: str) -> list[tuple[socket.AddressFamily, str]]:
    if not host:
        both = [(socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")]
        return both if _has_ipv6() else both[:1]
    try:
        found = socket.getaddrinfo(
            host.strip("[]"), None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except (OSError, UnicodeError):
        raise PageError(_no_such_address(host)) from None
    return list(dict.fromkeys((family, str(where[0])) for family, _, _, _, where in found))


def _has_ipv6() -> bool:
    with suppress(OSError), socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
        probe.bind(("::1", 0))
        return True
    return False


def _bind(families: Sequence[tuple[socket.AddressFamily, str]], port: int) -> list[socket.socket]:
    bound: list[socket.socket] = []
    try:
        for family, host in families:
            listener = socket.socket(family, socket.SOCK_STREAM)
            bound.append(listener)
            if sys.platform != "win32":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listener.bind((host, port))
            port = port or listener.getsockname()[1]
            listener.listen(BACKLOG)
            listener.setblocking(False)
    except OSError:
        for listener in bound:
            listener.close()
        raise
    return bound


def _why(host: str, port: int, error: OSError) -> Message:
    where = message("port {port}", port=str(port))
    if host:
        where = message("{host}, port {port}", host=host, port=str(port))
    if error.errno == errno.EADDRINUSE:
        return message(
            "The page cannot listen on {where}: it is taken, and so is every one up to {last}",
            where=where,
            last=str(min(port + PORTS_TRIED, 65_536) - 1),
        )
    if error.errno == errno.EACCES:
        return message("The page cannot listen on {where}: choose a port from 1024 on", where=where)
    if error.errno == errno.EADDRNOTAVAIL:
        return _no_such_address(host)
    return message(
        "The page cannot listen on {where}: {reason}", where=where, reason=error.strerror or ""
    )


def _no_such_address(host: str) -> Message:
    return message("The page cannot listen on {host}: this computer has no such address", host=host)


def url_of(host: str, port: int) -> str:
    """The address that phones open.

    ``host`` as configured; a wildcard becomes this computer's address in the local network.
    """
    if is_any_address(host):
        host = lan_address()
    host = host.strip("[]")
    if ":" in host:
        host = f"[{host}]"
    return f"http://{host}" + ("" if port == 80 else f":{port}")


def is_any_address(host: str) -> bool:
    """Whether a configured host stands for all of this computer's addresses."""
    return host in ("", "0.0.0.0", "::", "[::]")


def is_reachable(url: str) -> bool:
    """Whether another computer could open this address."""
    host = urlsplit(url).hostname or ""
    with suppress(ValueError):
        return not ipaddress.ip_address(host).is_loopback
    return host != "localhost"


def lan_address() -> str:
    """This computer's address in the local network; 127.0.0.1 if it is in none.

    The default route goes through the network that the presenter joined. Without a default route (a
    router without internet) any non-virtual interface is used.
    """
    routed = _source_of(socket.AF_INET, _FAR_IPV4)
    if _is_usable(routed):
        return routed
    for address in [*platform.current.interface_addresses(_VIRTUAL), *_named_addresses()]:
        if _is_usable(address):
            return address
    routed = _source_of(socket.AF_INET6, _FAR_IPV6)
    return routed if _is_usable(routed) else "127.0.0.1"


def _is_usable(address: str) -> bool:
    """False for link-local IPv6 addresses: they need an interface name, which no browser
    accepts."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if found.is_loopback or found.is_unspecified or found.is_multicast:
        return False
    return found.version == 4 or not found.is_link_local


def _source_of(family: socket.AddressFamily, target: tuple[str, int]) -> str:
    with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
        probe.connect(target)
        return str(probe.getsockname()[0])
    return ""


def _named_addresses() -> list[str]:
    with suppress(OSError, UnicodeError):
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        return [str(where[0]) for _, _, _, _, where in found]
    return []


def qr_rows(url: str) -> tuple[str, ...]:
    """The QR code of an address: rows of ``0`` (light) and ``1`` (dark), without the quiet zone."""
    import segno

    code = segno.make(url, error="m", micro=False)
    return tuple("".join("1" if module else "0" for module in row) for row in code.matrix)

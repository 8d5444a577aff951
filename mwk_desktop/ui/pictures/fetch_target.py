"""Decides where a fetch may go: https, the usual port, a public host (no Qt here)."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

HTTPS_PORT = 443
URL_LIMIT = 2048

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Protocol assignments as a whole (older Pythons know parts of it), and the dead 6to4 relays.
_SPECIAL = tuple(ipaddress.ip_network(net) for net in ("192.0.0.0/24", "192.88.99.0/24"))
# Names that never mean the public internet (RFC 2606, 6761, 6762, 7686, 8375, 9476 and ICANN's
# "internal"): never looked up. The simulated crowd's pictures end in one of them.
_PRIVATE_ENDINGS = (
    "alt",
    "corp",
    "home",
    "home.arpa",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "onion",
    "private",
    "test",
)


class RefusedError(Exception):
    """A picture is refused, whatever the network's state: trying again soon is no use."""


@dataclass(frozen=True, slots=True)
class Target:
    """A parsed address. ``host`` is ASCII (punycode), for TLS and the Host header."""

    host: str
    port: int
    path: str


def target_of(
    url: str, base: str | None = None, ports: frozenset[int] = frozenset({HTTPS_PORT})
) -> tuple[str, Target]:
    """Parse an address; refuse what no picture needs.

    Parameters
    ----------
    url
        From a tweet, or from a ``Location`` header.
    base
        The address that redirected here, for relative ones.
    ports
        Allowed ports.

    Returns
    -------
    str, Target
        The whole address, to resolve the next redirect against, and its parts.

    Raises
    ------
    RefusedError
        With the reason.
    """
    if not url or len(url) > URL_LIMIT:
        raise RefusedError("no address, or one that is too long")
    if any(ord(char) <= 0x20 or ord(char) == 0x7F for char in url) or "\\" in url:
        raise RefusedError("control characters, spaces or backslashes in the address")
    try:
        whole = urljoin(base, url) if base else url
        parts = urlsplit(whole)
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        if parts.scheme != "https":
            raise RefusedError(f"not https: {parts.scheme[:16] or 'no scheme'}")
        if parts.username is not None or parts.password is not None:
            raise RefusedError("a name or password in the address")
        if ":" not in host:
            host = host.encode("idna").decode("ascii").lower()
    except ValueError as error:  # UnicodeError of an IDNA name is one too
        raise RefusedError(f"no valid address: {error}") from None
    if (HTTPS_PORT if port is None else port) not in ports:
        raise RefusedError(f"port {port}")
    if not host or "%" in host:
        raise RefusedError("no host")
    if not _is_literal(host):
        last = host.rsplit(".", 1)[-1]
        if "." not in host or any(host.endswith(f".{end}") for end in _PRIVATE_ENDINGS):
            raise RefusedError(f"not a public name: .{last[:24]}")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return whole, Target(host, HTTPS_PORT if port is None else port, path)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    Private, loopback, link-local, carrier, documentation, multicast and reserved ranges do not;
    an IPv6 address that contains an IPv4 one is judged by that.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip.sixtofour is not None:
            return is_public(str(ip.sixtofour))
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)))
        if ip.teredo is not None or ip.is_site_local:
            return False
        # Only 2000::/3 is assigned; the rest is reserved or for special uses.
        if int(ip) >> 125 != 1:
            return False
    elif any(ip in net for net in _SPECIAL):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True

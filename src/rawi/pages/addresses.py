"""Which addresses may be asked: http and https, and no machine of a private network unless it is allowed.

A name is resolved once and the request goes to the very address that was checked, so that a name which
resolves to another machine the second time (DNS rebinding) reaches nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import urldefrag, urlsplit
from urllib.request import getproxies, proxy_bypass

from rawi.errors import PageError

_PORTS = {"http": 80, "https": 443}


class PrivateError(PageError):
    """An address of a private network, which was not allowed."""


class Target(NamedTuple):
    """A host and the IP addresses that it may be reached at; none where a proxy resolves the name."""

    host: str
    addresses: tuple[str, ...]


def cleaned(url: str) -> str:
    """The address without fragment and white space. Raises :class:`PageError` where it is none that can be
    asked.
    """
    address = urldefrag(url.strip())[0]
    try:
        parts = urlsplit(address)
        known = parts.scheme.lower() in _PORTS and bool(parts.hostname) and (parts.port or 1) > 0
        named = parts.username is not None
    except ValueError:
        known = named = False
    if named:
        raise PageError(f"{url}: an address with a name and password is not asked; leave them out")
    if not known:
        raise PageError(f"{url}: not an address of a page; give one that begins with http:// or https://")
    return address


def origin(url: str) -> str:
    """Scheme, host and port of a cleaned address: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}"


def target(url: str, *, allow_private: bool) -> Target:
    """Where a cleaned address leads. Raises :class:`PageError` for an unknown name, :class:`PrivateError` for a private network."""
    parts = urlsplit(url)
    host, scheme = parts.hostname or "", parts.scheme.lower()
    if _is_literal(host):
        found = [host]
    elif scheme in getproxies() and not proxy_bypass(host):
        return Target(host, ())
    else:
        found = _resolved(host, parts.port or _PORTS[scheme])
    public = tuple(one for one in found if allow_private or _is_public(one))
    if not public:
        raise PrivateError(f"{url}: {host} is a machine of a private network ({found[0]}); to ask it all the same, give --allow-private")
    return Target(host, public)


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _resolved(host: str, port: int) -> list[str]:
    """The host's IP addresses, IPv4 first: more networks can reach those."""
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise PageError(f"{host}: no machine of this name is known; check the address and the connection") from None
    found.sort(key=lambda one: one[0] != socket.AF_INET)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def _is_public(address: str) -> bool:
    """Is this an address of the open internet? IPv4 inside IPv6 is judged as IPv4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    return ip.is_global and not ip.is_multicast

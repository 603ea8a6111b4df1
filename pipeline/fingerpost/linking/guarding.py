"""A web address in, the machines it may be asked from, or why it is not asked, out."""

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.request import getproxies, proxy_bypass

import httpx

SCHEMES = ("http", "https")

_LAST_PORT = 65535
_LONGEST = 2_000
"""Letters of an address; what a host leads to beyond that, no table has room for."""

_NAMES_INSIDE = (".local", ".internal", ".localhost", ".lan", ".home.arpa")
_CARRYING = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
"""Numbers of the newer kind that end in one of the older kind (RFC 6052, RFC 4291)."""

_TRANSLATED_HERE = IPv6Network("64:ff9b:1::/48")
"""What a network translates for itself (RFC 8215)."""

_INSIDE = "leads into a private network, where readers outside cannot follow"


class NotAsked(Exception):
    """An address that is not asked, and why, in words that go on after it."""


class NoSuchHost(Exception):
    """A name that leads to no machine, or no network to ask for it."""


def address_of(text: str) -> httpx.URL:
    """Return a web address that may be asked, without the place in the page.

    Raises:
        NotAsked: where it is none, or holds what nobody should be sent.
    """
    if len(text) > _LONGEST:
        raise NotAsked("is longer than an address can be")
    try:
        url = httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise NotAsked("is no web address") from error
    if url.scheme not in SCHEMES or "%" in url.host or (url.port or 0) > _LAST_PORT:
        raise NotAsked("is no web address")
    if not url.host:
        raise NotAsked("names no host")
    if url.userinfo:
        raise NotAsked("holds a name or a password")
    return url.copy_with(fragment=None)


def machines_of(url: httpx.URL, *, intranet: bool) -> tuple[str, ...]:
    """Return the numbers of the machine to ask, one of each kind; "" where a proxy looks it up.

    The numbers that were looked at are those that are asked, so that a name cannot lead somewhere
    else in between.

    Raises:
        NotAsked: where it is inside a private network, unless `intranet` says that it may be.
        NoSuchHost: where the name leads nowhere.
    """
    if _is_proxied(url):
        if not intranet and _is_inside_by_name(url.host):
            raise NotAsked(_INSIDE)
        return ("",)
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(url.raw_host.decode(), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchHost(url.host) from error
    if not intranet and not all(_is_public(str(each[4][0])) for each in found):
        raise NotAsked(_INSIDE)
    of_each_kind = {each[0]: str(each[4][0]) for each in reversed(found)}
    return tuple(reversed(of_each_kind.values()))


def _is_public(number: str) -> bool:
    machine = ip_address(number.partition("%")[0])
    if isinstance(machine, IPv6Address):
        if machine.is_site_local or machine in _TRANSLATED_HERE:
            return False
        machine = _carried(machine) or machine
    return machine.is_global and not machine.is_multicast


def _carried(machine: IPv6Address) -> IPv4Address | None:
    """Return the number of the older kind that one of the newer kind leads to, if it is such a one."""
    if any(machine in carrying for carrying in _CARRYING):
        return IPv4Address(machine.packed[-4:])
    return machine.ipv4_mapped or machine.sixtofour


def _is_inside_by_name(host: str) -> bool:
    name = host.casefold().rstrip(".")
    with suppress(OSError):
        name = socket.inet_ntoa(socket.inet_aton(name))  # 127.1 is a number too
    try:
        return not _is_public(name)
    except ValueError:
        return "." not in name or name.endswith(_NAMES_INSIDE)


def _is_proxied(url: httpx.URL) -> bool:
    proxied = {url.scheme, "all"} & getproxies().keys()
    return bool(proxied) and not proxy_bypass(url.host)

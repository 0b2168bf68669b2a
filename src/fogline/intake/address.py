"""Which addresses are public: those that a page on the internet may live at."""

from __future__ import annotations

import ipaddress
import socket
import threading

from fogline.errors import OverLimit, Refused, Unreadable

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


def is_public(ip: IP) -> bool:
    """True for a unicast address of the public internet, also within IPv6 wrappings of IPv4."""
    inner = _wrapped(ip)
    if inner is not None:
        return is_public(inner)
    # site_local and reserved are not told by is_global in every Python that we support.
    odd = ip.is_multicast or ip.is_unspecified or ip.is_reserved or ip.is_loopback
    return ip.is_global and not odd and not getattr(ip, "is_site_local", False)


def resolve(host: str, port: int, *, seconds: float, allow_private: bool) -> tuple[str, ...]:
    """Return the addresses of `host`, looked up once.

    Raises Refused ("not-public") where any of them is not public, Unreadable ("no-such-host")
    and OverLimit ("timeout").
    """
    found = _lookup(host, port, seconds)
    if not allow_private:
        for address in found:
            if not is_public(ipaddress.ip_address(address.partition("%")[0])):
                detail = f"the address {address} is not public"
                raise Refused(host, "not-public", detail, remedy="--allow-private lets it through")
    return found


def _wrapped(ip: IP) -> ipaddress.IPv4Address | None:
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _lookup(host: str, port: int, seconds: float) -> tuple[str, ...]:
    answer: list[tuple[str, ...] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.append(tuple(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError) as error:
            answer.append(error)

    # getaddrinfo takes no time limit; a daemon thread can be left behind.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if not answer:
        raise OverLimit(host, "timeout", "the name was not resolved in time")
    if isinstance(answer[0], tuple) and answer[0]:
        return answer[0]
    raise Unreadable(host, "no-such-host", f"the name {host} does not resolve")

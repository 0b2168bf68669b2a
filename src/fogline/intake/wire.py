"""The safe connection: a name resolved once, its addresses checked, ports by list, time capped."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from functools import cache
from typing import Any

import httpcore2
import httpx2

from fogline.errors import OverLimit, Refused
from fogline.intake import address
from fogline.settings import Settings

TRY_LATER = "try again later, or save the page and read the file"


class CheckedStream(httpcore2.NetworkStream):
    """A connection that ends when the fetch's time is over, however slowly the bytes drip."""

    def __init__(self, inner: httpcore2.NetworkStream, host: str, deadline: float) -> None:
        self._inner, self._host, self._deadline = inner, host, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._host, self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._host, self._deadline, timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = _left(self._host, self._deadline, timeout)
        inner = self._inner.start_tls(ssl_context, server_hostname, left)
        return CheckedStream(inner, self._host, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class CheckedBackend(httpcore2.NetworkBackend):
    """Resolves a name once, checks every address that it has, and connects to one of those."""

    def __init__(self, settings: Settings) -> None:
        self._tcp = httpcore2.SyncBackend()
        self._allow_private, self._ports = settings.allow_private, settings.fetch_ports
        self._deadline = time.monotonic() + settings.fetch_seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore2's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        left = _left(host, self._deadline, timeout)
        found = address.resolve(host, port, seconds=left, allow_private=self._allow_private)
        if port not in self._ports and not self._allow_private:
            detail = f"port {port} is not one that pages are fetched from"
            raise Refused(host, "bad-port", detail, remedy="FOGLINE_FETCH_PORTS lists them")
        for ip in found[:-1]:
            try:
                return self._connect(ip, host, port, timeout)
            except httpcore2.ConnectError:
                continue
        return self._connect(found[-1], host, port, timeout)

    def _connect(
        self, ip: str, host: str, port: int, timeout: float | None
    ) -> httpcore2.NetworkStream:
        left = _left(host, self._deadline, timeout)
        return CheckedStream(self._tcp.connect_tcp(ip, port, left), host, self._deadline)


class CheckedTransport(httpx2.HTTPTransport):
    """The ordinary transport over a `CheckedBackend`; redirects pass through it as well."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(verify=_tls(), trust_env=False)
        self._pool.close()
        self._pool = httpcore2.ConnectionPool(
            ssl_context=_tls(),
            network_backend=CheckedBackend(settings),
        )


@cache
def _tls() -> ssl.SSLContext:
    """The roots of trust take longer to read than many a page."""
    return httpx2.create_ssl_context(trust_env=False)


def _left(host: str, deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise late(host)
    return left if timeout is None else min(left, timeout)


def late(item: str) -> OverLimit:
    """Return the error for a server whose time is over."""
    return OverLimit(item, "timeout", "the server took too long", remedy=TRY_LATER)

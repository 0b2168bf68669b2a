"""An http(s) address -> a capture: public, resolved once, under caps on size and time."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2
import httpx2

from fogline.errors import OverLimit, Refused, SkipItem, Unreadable
from fogline.intake import address, custody
from fogline.model import Capture
from fogline.settings import Settings

REDIRECTS = 5
KEPT_HEADERS = ("content-type", "last-modified", "date", "etag", "content-language")
MEDIA_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/plain",
}
_TRY_LATER = "try again later, or save the page and read the file"


def fetch(url: str, settings: Settings, *, published: str | None = None) -> Capture:
    """Fetch one page or text.

    Raises Refused ("bad-address", "not-public"), OverLimit ("timeout", "too-large") and Unreadable
    ("http-status", "no-such-host", "unreachable", "unsupported", "empty", "binary").
    """
    _check_address(url)
    try:
        with _client(settings) as client, client.stream("GET", url) as response:
            _check_status(response)
            body = _body(response, settings)
    except SkipItem as skip:
        raise type(skip)(url, skip.reason, skip.detail, remedy=skip.remedy) from None
    except httpx2.TimeoutException:
        raise _late(url) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError) as error:
        raise Unreadable(url, "unreachable", _words(error), remedy=_TRY_LATER) from None
    return _capture(url, response, body, settings, published)


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
        self._allow_private = settings.allow_private
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
        super().__init__(trust_env=False)
        self._pool.close()
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            network_backend=CheckedBackend(settings),
        )


def _client(settings: Settings) -> httpx2.Client:
    headers = {
        "User-Agent": settings.user_agent,
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
        "Accept-Encoding": "gzip, deflate",
    }
    return httpx2.Client(
        transport=CheckedTransport(settings),
        trust_env=False,
        follow_redirects=True,
        max_redirects=REDIRECTS,
        timeout=settings.fetch_seconds,
        headers=headers,
    )


def _check_address(url: str) -> None:
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL as error:
        raise Refused(url, "bad-address", f"not an address: {error}") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        remedy = "give an http:// or https:// address"
        raise Refused(url, "bad-address", "only http and https are fetched", remedy=remedy)
    if parsed.userinfo:
        bare = str(parsed.copy_with(username=None, password=None))
        remedy = "leave them out"
        raise Refused(bare, "bad-address", "a name or password in the address", remedy=remedy)


def _check_status(response: httpx2.Response) -> None:
    if response.status_code != 200:
        detail = f"the server answered {response.status_code} {response.reason_phrase}".strip()
        raise Unreadable(str(response.url), "http-status", detail, remedy=_TRY_LATER)


def _body(response: httpx2.Response, settings: Settings) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > settings.fetch_bytes:
            raise custody.too_large(str(response.url), settings.fetch_bytes)
    return bytes(body)


def _capture(
    url: str, response: httpx2.Response, body: bytes, settings: Settings, published: str | None
) -> Capture:
    custody.check(body, url, settings.fetch_bytes)
    declared = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    kind = MEDIA_TYPES.get(declared) if declared else custody.media_type(body)
    if kind is None:
        remedy = "give a page or a text; save a corpus and read the file"
        raise Unreadable(url, "unsupported", f"the server sent {declared}", remedy=remedy)
    headers = tuple((k, response.headers[k]) for k in KEPT_HEADERS if k in response.headers)
    final = str(response.url)
    return custody.capture(body, kind, url, url=final, headers=headers, published=published)


def _left(host: str, deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _late(host)
    return left if timeout is None else min(left, timeout)


def _late(item: str) -> OverLimit:
    return OverLimit(item, "timeout", "the server took too long", remedy=_TRY_LATER)


def _words(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__

"""An http(s) address -> an answer or a capture, under caps on size and time.

Each hop of a redirect is checked like the first address. No cookie is kept, and no proxy of the
environment is used. What a server packs is unpacked a step at a time, under the same cap. There is
no cache of answers (hishel): what stands in the ledger, with its marks of change, is all there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import httpx2

from fogline.errors import Refused, SkipItem, Unreadable
from fogline.intake import custody, inflate
from fogline.intake.media import KEPT_HEADERS, of_type
from fogline.intake.wire import TRY_LATER, CheckedTransport, late
from fogline.model import Capture
from fogline.settings import Settings

REDIRECTS = 5
PAGES = "text/html, application/xhtml+xml, text/plain;q=0.9"
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: status, address after redirects, headers by lower-case name, body.

    `cut` where the body was longer than the cap and only its beginning was wanted.
    """

    status: int
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False


def fetch(url: str, settings: Settings, *, published: str | None = None) -> Capture:
    """Fetch one page or text.

    Raises what `get` does, and Unreadable ("http-status", "unsupported", "empty", "binary").
    """
    answer = get(url, settings, asking={"Accept": PAGES})
    check_status(url, answer)
    return as_capture(url, answer, settings, published)


def get(
    url: str, settings: Settings, *, asking: Mapping[str, str] | None = None, cut: bool = False
) -> Answer:
    """Ask for an address, through redirects; `asking` are further headers, such as If-None-Match.

    `cut`: of a body over the cap, give the beginning.

    Raises Refused ("bad-address", "bad-port", "not-public"), OverLimit ("timeout", "too-large")
    and Unreadable ("no-such-host", "unreachable", "encoding", "unsupported").
    """
    try:
        with _client(settings) as client:
            return _through(client, url, asking or {}, settings, cut=cut)
    except SkipItem as skip:
        raise type(skip)(_bare(url), skip.reason, skip.detail, remedy=skip.remedy) from None
    except httpx2.TimeoutException:
        raise late(url) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError) as error:
        raise Unreadable(url, "unreachable", _words(error), remedy=TRY_LATER) from None


def check_status(url: str, answer: Answer) -> None:
    """Raise Unreadable ("http-status") for anything but 200."""
    if answer.status != 200:
        words = httpx2.codes.get_reason_phrase(answer.status)
        detail = f"the server answered {answer.status} {words}".strip()
        raise Unreadable(url, "http-status", detail, remedy=TRY_LATER)


def _client(settings: Settings) -> httpx2.Client:
    return httpx2.Client(
        transport=CheckedTransport(settings),
        trust_env=False,
        follow_redirects=False,
        timeout=settings.fetch_seconds,
        headers={"User-Agent": settings.user_agent, "Accept-Encoding": "gzip, deflate"},
    )


def _through(
    client: httpx2.Client, url: str, asking: Mapping[str, str], settings: Settings, *, cut: bool
) -> Answer:
    at = url
    for _ in range(REDIRECTS + 1):
        _check_address(at)
        with client.stream("GET", at, headers=dict(asking)) as response:
            client.cookies.clear()
            target = response.headers.get("location")
            if response.status_code not in _MOVED or not target:
                return _answer(response, settings, cut=cut)
        at = str(httpx2.URL(at).join(target))
    raise Unreadable(url, "unreachable", "it is redirected without end")


def _answer(response: httpx2.Response, settings: Settings, *, cut: bool) -> Answer:
    headers = {k.lower(): v for k, v in response.headers.items()}
    url = str(response.url)
    if response.status_code != 200:
        return Answer(response.status_code, url, headers)
    codings = inflate.codings(headers.get("content-encoding", ""))
    body, whole = _body(inflate.inflated(response.iter_raw(inflate.STEP), codings, url), settings)
    if not whole and not cut:
        raise custody.too_large(url, settings.fetch_bytes)
    return Answer(200, url, headers, body, cut=not whole)


def _body(chunks: Iterable[bytes], settings: Settings) -> tuple[bytes, bool]:
    """Return at most as many bytes as the cap allows, and whether those are all."""
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > settings.fetch_bytes:
            return bytes(body[: settings.fetch_bytes]), False
    return bytes(body), True


def _check_address(url: str) -> None:
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL as error:
        raise Refused(url, "bad-address", f"not an address: {error}") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        remedy = "give an http:// or https:// address"
        raise Refused(url, "bad-address", "only http and https are fetched", remedy=remedy)
    if parsed.userinfo:
        remedy = "leave them out"
        detail = "a name or password in the address"
        raise Refused(_bare(url), "bad-address", detail, remedy=remedy)


def _bare(url: str) -> str:
    """Return an address without a name or password in it, fit to be shown."""
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL:
        return url
    return str(parsed.copy_with(username=None, password=None)) if parsed.userinfo else url


def as_capture(url: str, answer: Answer, settings: Settings, published: str | None) -> Capture:
    """Return the capture of an answer; raises Unreadable ("unsupported", "empty", "binary")."""
    body = answer.body
    custody.check(body, url, settings.fetch_bytes)
    declared = answer.headers.get("content-type", "")
    kind = of_type(declared) if declared.strip() else custody.media_type(body)
    if kind is None:
        sent = declared.partition(";")[0].strip().lower()
        remedy = "give a page or a text; save a corpus and read the file"
        raise Unreadable(url, "unsupported", f"the server sent {sent}", remedy=remedy)
    kept = tuple((k, answer.headers[k]) for k in KEPT_HEADERS if k in answer.headers)
    return custody.capture(body, kind, url, url=answer.url, headers=kept, published=published)


def _words(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__

"""RFC 3161 timestamps: a server that the user names states when it saw a digest.

The request is built and the answer read by hand: DER of a dozen fields. Whether the server's
signature holds is for a program that knows whom to trust, as `openssl ts -verify`.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2

from fogline.errors import SkipItem, StopRun
from fogline.intake.wire import CheckedTransport
from fogline.settings import Settings

MAX_BYTES = 100_000
GRANTED = (0, 1)  # granted; granted with modifications
SEQUENCE, INTEGER, OCTETS, OBJECT, NULL, BOOLEAN = 0x30, 0x02, 0x04, 0x06, 0x05, 0x01
SHA256 = bytes.fromhex("608648016503040201")  # 2.16.840.1.101.3.4.2.1


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A server's answer, as it came, and the instant (UTC, ISO 8601) that it states."""

    response: bytes
    at: str


def timestamp(content: bytes, url: str, settings: Settings) -> Timestamp:
    """Have a server timestamp the SHA-256 of some bytes.

    Raises StopRun where it cannot be reached, refuses, or answers for anything else.
    """
    digest, nonce = hashlib.sha256(content).digest(), secrets.randbits(63)
    response = _asked(url, request(digest, nonce), settings)
    try:
        return Timestamp(response, stated(response, digest, nonce))
    except (ValueError, IndexError) as error:
        raise _stop(url, f"its answer is no timestamp of this: {error}") from None


def request(digest: bytes, nonce: int) -> bytes:
    """Return a TimeStampReq for a SHA-256, asking for the server's certificate."""
    algorithm = _der(SEQUENCE, _der(OBJECT, SHA256) + _der(NULL, b""))
    imprint = _der(SEQUENCE, algorithm + _der(OCTETS, digest))
    rest = _der(INTEGER, _integer(nonce)) + _der(BOOLEAN, b"\xff")
    return _der(SEQUENCE, _der(INTEGER, b"\x01") + imprint + rest)


def stated(response: bytes, digest: bytes, nonce: int) -> str:
    """Return the instant that a TimeStampResp states for this digest and nonce.

    Raises ValueError, or IndexError where it is cut off, for any other answer.
    """
    status, *token = _fields(_fields(response)[0][1])
    code = int.from_bytes(_fields(status[1])[0][1], "big")
    if code not in GRANTED or not token:
        raise ValueError(f"it refused, with status {code}")
    _version, _policy, imprint, _serial, time, *rest = _fields(_info(token[0][1]))
    if _fields(imprint[1])[-1] != (OCTETS, digest):
        raise ValueError("it is of another digest")
    if (INTEGER, _integer(nonce)) not in rest:
        raise ValueError("it answers another request")
    whole_seconds = time[1].decode("ascii").rstrip("Z").partition(".")[0]
    return datetime.strptime(whole_seconds, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()


def _info(token: bytes) -> bytes:
    """Return the fields of the TSTInfo that a signed token holds."""
    signed = _fields(_fields(_fields(token)[1][1])[0][1])
    _kind, content = _fields(signed[2][1])
    return _fields(_fields(content[1])[0][1])[0][1]


def _fields(content: bytes) -> list[tuple[int, bytes]]:
    """Return the DER values that stand one after another, as tag and content."""
    found, at = [], 0
    while at < len(content):
        tag, length, at = content[at], content[at + 1], at + 2
        if length & 0x80:
            size = length & 0x7F
            length, at = int.from_bytes(content[at : at + size], "big"), at + size
        if at + length > len(content):
            raise ValueError("it is cut off")
        found.append((tag, content[at : at + length]))
        at += length
    return found


def _der(tag: int, content: bytes) -> bytes:
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def _integer(value: int) -> bytes:
    return value.to_bytes(value.bit_length() // 8 + 1, "big")  # a first bit of 1 would be a minus


def _asked(url: str, query: bytes, settings: Settings) -> bytes:
    headers = {"Content-Type": "application/timestamp-query", "User-Agent": settings.user_agent}
    client = httpx2.Client(
        transport=CheckedTransport(settings), trust_env=False, timeout=settings.fetch_seconds
    )
    try:
        with client, client.stream("POST", url, content=query, headers=headers) as response:
            if response.status_code != 200:
                raise _stop(url, f"the server answered {response.status_code}")
            return _body(url, response)
    except SkipItem as skip:
        raise _stop(url, skip.detail or skip.reason, skip.remedy) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError) as error:
        raise _stop(url, " ".join(str(error).split()) or type(error).__name__) from None


def _body(url: str, response: httpx2.Response) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            raise _stop(url, f"its answer has more than {MAX_BYTES:,} bytes")
    return bytes(body)


def _stop(url: str, reason: str, remedy: str = "") -> StopRun:
    return StopRun(f"timestamp server {url}: {reason} ({remedy or 'name another server'})")

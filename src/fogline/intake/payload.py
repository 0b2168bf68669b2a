"""An HTTP response as an archive keeps it -> its headers and its body, unpacked under a cap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.errors import Unreadable
from fogline.intake import custody, inflate

HEAD = 65536  # bytes in which the header must end


@dataclass(frozen=True, slots=True)
class Response:
    """A stored answer: status, headers with lower-case names, body without transfer coding."""

    status: int
    headers: dict[str, str]
    body: bytes


def response(block: bytes, item: str, cap: int) -> Response:
    """Parse a stored answer; its body may be `cap` bytes long once unpacked.

    Raises Unreadable ("bad-http", "encoding", "unsupported") and OverLimit ("too-large").
    """
    head, body = split(block)
    first, _, rest = head.partition(b"\n")
    words = first.split(None, 2)
    if len(words) < 2 or not words[0].startswith(b"HTTP/") or not words[1].isdigit():
        raise Unreadable(item, "bad-http", "the record holds no answer of a server")
    headers = fields(rest)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    codings = inflate.codings(headers.get("content-encoding", ""))
    if codings and not _unpacked_already(body, codings):
        body = _capped(inflate.inflated([body], codings, item), item, cap)
    return Response(int(words[1][:3]), headers, body)


def split(block: bytes) -> tuple[bytes, bytes]:
    """Return a header, and what follows the blank line after it."""
    at = block.find(b"\r\n\r\n", 0, HEAD)
    bare = block.find(b"\n\n", 0, at if at >= 0 else HEAD)
    if bare >= 0:
        return block[:bare], block[bare + 2 :]
    return (block[:at], block[at + 4 :]) if at >= 0 else (block, b"")


def fields(head: bytes) -> dict[str, str]:
    """Return the fields of a header by lower-case name; of several alike the first counts."""
    found: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").split("\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip():
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _unpacked_already(body: bytes, codings: list[str]) -> bool:
    """Crawlers keep the header of a coding that they have undone themselves."""
    return codings[-1] == "gzip" and not body.startswith(b"\x1f\x8b")


def _capped(chunks: Iterator[bytes], item: str, cap: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > cap:
            raise custody.too_large(item, cap)
    return bytes(body)


def _joined(body: bytes) -> bytes:
    """Undo chunked transfer; a body that is none, for its crawler undid it, stays as it is."""
    done = bytearray()
    at = 0
    while True:
        end = body.find(b"\n", at, at + 64)
        size = _size(body[at:end]) if end >= 0 else None
        if size is None:
            return bytes(done) if done else body
        if size == 0:
            return bytes(done)
        done += body[end + 1 : end + 1 + size]
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1


def _size(line: bytes) -> int | None:
    try:
        return int(line.partition(b";")[0].strip(), 16)
    except ValueError:
        return None

"""WARC archives made here, of pages that are given: for tests and benchmarks."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Iterable

SITE = "https://harbour-post.example/"


def record(number: int, page: bytes, *, header: bytes = b"", kind: str = "response") -> bytes:
    """Return one record as a crawler writes it: a page's answer with its digest."""
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        + header
        + b"Content-Length: %d\r\n\r\n" % len(page)
        + page
    )
    digest = base64.b32encode(hashlib.sha1(answer, usedforsecurity=False).digest()).decode()
    hour, minute, second = number // 3600 % 24, number // 60 % 60, number % 60
    fields = (
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>",
        f"WARC-Date: 2031-11-12T{hour:02d}:{minute:02d}:{second:02d}Z",
        f"WARC-Target-URI: {SITE}{number}",
        f"WARC-Block-Digest: sha1:{digest}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(answer)}",
    )
    head = "WARC/1.1\r\n" + "\r\n".join(fields) + "\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def info() -> bytes:
    """Return the record that opens an archive and holds no page."""
    said = b"software: made for a test\r\n"
    digest = hashlib.sha1(said, usedforsecurity=False).hexdigest().encode()
    head = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Block-Digest: sha1:" + digest
    head += b"\r\nContent-Length: %d\r\n\r\n" % len(said)
    return head + said + b"\r\n\r\n"


def archive(pages: Iterable[bytes], *, packed: bool = True) -> bytes:
    """Return a whole WARC; `packed`: each record in a gzip member of its own."""
    return b"".join(records(pages, packed=packed))


def records(pages: Iterable[bytes], *, packed: bool = True) -> list[bytes]:
    """Return the archive's records as they stand in it."""
    plain = [info(), *(record(number, page) for number, page in enumerate(pages))]
    return [gzip.compress(r, 6, mtime=0) for r in plain] if packed else plain


def page(
    number: int, words: str = "The harbour reopened on Monday, the port authority said."
) -> bytes:
    """Return a small page with a headline and two paragraphs that no other page has."""
    return (
        f"<!doctype html><html lang=en><head><title>Report {number}</title></head><body><article>"
        f"<h1>Report {number}</h1><p>{words}</p><p>This was report number {number} of the day, and "
        f"its reporter signed it with the number {number * 7919 % 100003}.</p>"
        "</article></body></html>"
    ).encode()

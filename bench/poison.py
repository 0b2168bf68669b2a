"""Inputs made to break a reader, each with the reasons under which it may be refused.

An empty set of reasons means that it must be read, and quickly: what is in it is harmless.
"""

from __future__ import annotations

import gzip
import itertools
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from bench import archived
from bench.site import Answer, Site

SLOW = {"timeout", "too-deep", "out-of-memory", "crashed"}
WORDS = "The harbour of Orvelo was shelled on Monday, the port authority said. "
_JOKES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE r [<!ENTITY l0 "ha">{_JOKES}]>'
OUTSIDE = (
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "file:///x">%y;]>'
)


def files(folder: Path, *, line: int) -> dict[str, set[str]]:
    """Write the poison files; `line` is the length of those on one line. Return name: reasons."""
    made: dict[str, tuple[bytes, set[str]]] = {
        "paragraphs.html": (_page("<p>One more paragraph.</p>" * 200_000), SLOW),
        "nested.html": (_page("<div>" * 50_000 + WORDS), SLOW | {"no-text"}),
        "nested-tags.html": (_page("<b><i><table><tr><td>" * 20_000 + WORDS), SLOW | {"no-text"}),
        "colspan.html": (
            _page(f'<p>{WORDS * 9}</p><table><tr><td colspan="{9 * 10**15}">x'),
            set(),
        ),
        "attributes.html": (_page("<p " + "a=b " * 500_000 + f">{WORDS}</p>"), set()),
        "one-line.txt": (b"x" * line, {"too-large"}),
        "one-line.jsonl": (b'{"text": "' + b"x" * line + b'"}', {"too-large"}),
        "nul.txt": (b"\0" * 5000 + WORDS.encode(), {"binary", "encoding"}),
        "nul.html": (_page("\0" * 5000 + WORDS), {"binary", "encoding"}),
        "surrogates.jsonl": (b'{"text": "half \\ud800 a pair"}', {"bad-text"}),
        "utf-16.html": (_page(WORDS * 9).decode().encode("utf-16-le"), {"binary", "encoding"}),
        "wrong-charset.html": (
            b"<meta charset=utf-8><body>" + ("Гавань обстреляна. " * 90).encode("cp1251"),
            {"encoding"},
        ),
        "laughs.html": (f"<?xml version='1.0'?>{LAUGHS}<html><body><p>&l9;".encode(), set()),
        "outside.html": (f"<?xml version='1.0'?>{OUTSIDE}<html><body>&x;".encode(), {"no-text"}),
        "deep.jsonl": (b'{"text": ' + b"[" * 100_000, {"bad-json"}),
        "number.jsonl": (b'{"text": ' + b"9" * 1_000_000 + b"}", {"bad-json"}),
        "nested.eml": (_nested_letter(20_000), SLOW | {"no-text"}),
        "member.warc.gz": (gzip.compress(archived.record(1, bytes(200_000_000))), {"too-large"}),
        "packed.warc": (_packed(gzip.compress(bytes(200_000_000)), b"gzip"), {"too-large"}),
        "brotli.warc": (_packed(b"\x0b\x02\x80", b"br"), {"unsupported"}),
        "cut.warc.gz": (archived.archive([archived.page(1)])[:-9], {"damaged"}),
        "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(100), {"binary"}),
        "empty.html": (b" \n", {"empty"}),
    }
    for name, (body, _) in made.items():
        (folder / name).write_bytes(body)
    return {name: reasons for name, (_, reasons) in made.items()}


def answers(site: Site) -> dict[str, set[str]]:
    """Put the poison answers on a site; return path: reasons."""
    zeros = bytes(200_000_000)
    made: dict[str, tuple[Answer, set[str]]] = {
        "/gzip-bomb": (_html(gzip.compress(zeros), "gzip"), {"too-large"}),
        "/deflate-bomb": (_html(zlib.compress(zeros), "deflate"), {"too-large"}),
        "/gzip-twice": (_html(gzip.compress(gzip.compress(zeros)), "gzip, gzip"), {"too-large"}),
        "/br-bomb": (_html(b"\x0b\x02\x80" * 9, "br"), {"unsupported"}),
        "/zstd-bomb": (_html(b"\x28\xb5\x2f\xfd" * 9, "zstd"), {"unsupported"}),
        "/lies-short": (
            Answer(b"<p>x", headers={"Content-Length": "99999"}),
            {"unreachable", "timeout"},
        ),
        "/lies-long": (
            Answer(b"<html>" + b"x" * 999, headers={"Content-Length": "6"}),
            {"no-text"},
        ),
        "/slow": (Answer(lambda: _drip(0.2)), {"timeout"}),
        "/silent": (Answer(lambda: _silence()), {"timeout"}),
        "/endless": (Answer(_endless), {"too-large", "timeout"}),
        "/chunks": (
            Answer(_chunks, headers={"Transfer-Encoding": "chunked"}),
            {"too-large", "timeout", "unreachable"},
        ),
        "/loop": (Answer(status=302, headers={"Location": "/loop"}), {"unreachable"}),
        "/inward": (
            Answer(status=302, headers={"Location": "file:///etc/passwd"}),
            {"bad-address"},
        ),
    }
    site.routes.update({path: answer for path, (answer, _) in made.items()})
    return {path: reasons for path, (_, reasons) in made.items()}


def _page(body: str) -> bytes:
    return f"<!doctype html><html><head><title>Port</title></head><body>{body}".encode()


def _packed(body: bytes, coding: bytes) -> bytes:
    return archived.record(1, body, header=b"Content-Encoding: " + coding + b"\r\n")


def _nested_letter(depth: int) -> bytes:
    return b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )


def _html(body: bytes, coding: str) -> Answer:
    return Answer(body, headers={"Content-Type": "text/html", "Content-Encoding": coding})


def _drip(pause: float) -> Iterator[bytes]:
    for _ in range(1000):
        time.sleep(pause)
        yield b"x"


def _silence() -> Iterator[bytes]:
    time.sleep(60)
    yield b"x"


def _endless() -> Iterator[bytes]:
    yield from itertools.repeat(b"<p>more</p>" * 6000, 100_000)


def _chunks() -> Iterator[bytes]:
    piece = b"%x\r\n%b\r\n" % (9, b"<b>x</b>\n")
    yield from itertools.repeat(piece * 1000, 100_000)

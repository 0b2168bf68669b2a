"""Compressed bodies -> bytes, a step at a time and never more than was asked for."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from fogline.errors import Unreadable

STEP = 65536  # bytes that one step of unpacking may give
_GZIP, _ZLIB, _RAW = 31, 15, -15
_REMEDY = "save the page and read the file"


def codings(header: str) -> list[str]:
    """Return the names in a Content-Encoding header that stand for a compression, in its order."""
    names = (name.strip().lower() for name in header.split(","))
    return [name.removeprefix("x-") for name in names if name not in ("", "identity", "none")]


def inflated(chunks: Iterable[bytes], names: Iterable[str], item: str) -> Iterator[bytes]:
    """Yield what the chunks hold once every coding is undone, the last applied first.

    Raises Unreadable: "unsupported" for a coding that was never asked for (br, zstd), "encoding"
    where the bytes are damaged or cut off.
    """
    for name in reversed(list(names)):
        if name not in ("gzip", "deflate"):
            detail = f"the server packed it with {name[:20]}, which was not asked for"
            raise Unreadable(item, "unsupported", detail, remedy=_REMEDY)
        chunks = _unpacked(chunks, name, item)
    yield from chunks


def _unpacked(chunks: Iterable[bytes], name: str, item: str) -> Iterator[bytes]:
    unpack = None
    for chunk in chunks:
        if not chunk:
            continue
        unpack = unpack or zlib.decompressobj(_GZIP if name == "gzip" else _window(chunk))
        while chunk and not unpack.eof:
            try:
                yield unpack.decompress(chunk, STEP)
            except zlib.error:
                raise _damaged(item, name) from None
            chunk = unpack.unconsumed_tail
    if unpack is not None and not unpack.eof:
        raise _damaged(item, f"{name}, cut off")


def _window(first: bytes) -> int:
    """Servers send "deflate" with the zlib header or, wrongly, without it."""
    has_header = first[0] & 0x0F == 8 and (len(first) < 2 or (first[0] * 256 + first[1]) % 31 == 0)
    return _ZLIB if has_header else _RAW


def _damaged(item: str, how: str) -> Unreadable:
    return Unreadable(item, "encoding", f"the packed bytes are damaged ({how})", remedy=_REMEDY)

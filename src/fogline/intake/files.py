"""Paths, folders, standard input, corpora and archives -> captures, one at a time."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from fogline.errors import SkipItem, Unreadable
from fogline.intake import archives, custody
from fogline.intake.kinds import edges, kind_of
from fogline.intake.media import LETTER, SAVED_PAGE
from fogline.model import Capture
from fogline.settings import Settings

MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".json": "application/json",
    ".eml": LETTER,
    ".mhtml": SAVED_PAGE,
    ".mht": SAVED_PAGE,
}
PEEK = 65536  # bytes of standard input looked at to tell a corpus from a page or a text

Item = Capture | SkipItem


def from_path(path: Path, settings: Settings, published: str | None) -> Iterator[Item]:
    """Yield the captures of a file, or of every file with a known ending below a folder."""
    if path.is_dir():
        yield from _folder(path, settings, published)
        return
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), settings, published)
    except OSError as error:
        reason = "not-found" if isinstance(error, FileNotFoundError) else "unreadable"
        detail = error.strerror or str(error)
        yield Unreadable(str(path), reason, detail, remedy="check the path and its permissions")


def from_stdin(settings: Settings, published: str | None) -> Iterator[Item]:
    """Yield the captures of standard input: a corpus, a page or a text, told by its first bytes.

    A page or a text is named by its hash, too: several of them in quarantine are not one item.
    """
    stream = io.BufferedReader(sys.stdin.buffer, PEEK)  # type: ignore[type-var]
    try:
        name = "stdin.jsonl" if _opens_corpus(stream.peek(PEEK)) else "stdin"
        for item in _stream(stream, name, settings, published):
            if isinstance(item, Capture) and item.name == "stdin":
                item = replace(item, name=f"stdin ({item.id[:15]})")
            yield item
    finally:
        stream.detach()


def holds_several(given: str) -> bool:
    """Say whether an input is a folder, or by its name a corpus or an archive."""
    return _ending(given) in HOLDERS or Path(given).is_dir()


def _folder(path: Path, settings: Settings, published: str | None) -> Iterator[Item]:
    empty = True
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(n for n in inner if not n.startswith("."))
        for name in sorted(n for n in names if not n.startswith(".")):
            empty = False
            yield from _file_in_folder(Path(folder) / name, settings, published)
    if empty:
        detail = "no files in the folder"
        yield Unreadable(str(path), "empty", detail, remedy="give a folder with texts in it")


def _file_in_folder(path: Path, settings: Settings, published: str | None) -> Iterator[Item]:
    if not path.is_file():
        detail = "no file: a link to nowhere, or a pipe"
        yield Unreadable(str(path), "unsupported", detail, remedy="take it out of the folder")
        return
    if _ending(path.name) not in MEDIA_TYPES.keys() | HOLDERS.keys():
        yield _unsupported(path)
        return
    yield from from_path(path, settings, published)


def _unsupported(path: Path) -> Unreadable:
    """Return the error for a file whose name is none of a text's: by its bytes, where they tell."""
    try:
        with path.open("rb") as stream:
            kind = kind_of(edges(stream))
    except OSError as error:
        return Unreadable(str(path), "unreadable", error.strerror or str(error))
    name = str(path)
    if kind:
        detail = f"it is {kind.name}, not a text"
        return Unreadable(name, "unsupported", detail, remedy=kind.way_out(name))
    remedy = "name the file itself to have it read as text"
    return Unreadable(name, "unsupported", "not a text, page or corpus", remedy=remedy)


def _stream(
    stream: IO[bytes], name: str, settings: Settings, published: str | None
) -> Iterator[Item]:
    suffix = _ending(name)
    if suffix in HOLDERS:
        yield from HOLDERS[suffix](stream, name, settings, published)
        return
    body = stream.read(settings.fetch_bytes + 1)
    try:
        custody.check(body, name, settings.fetch_bytes)
    except SkipItem as skip:
        yield skip
        return
    kind = MEDIA_TYPES.get(suffix) or custody.media_type(body)
    kind = custody.media_type(body) if kind == "text/plain" else kind
    yield custody.capture(body, kind, name, published=published)


def _lines(
    stream: IO[bytes], name: str, settings: Settings, published: str | None
) -> Iterator[Item]:
    empty = True
    for number, line in enumerate(_capped_lines(stream, settings.fetch_bytes), 1):
        where = f"{name}:{number}"
        if line is None:
            yield custody.too_large(where, settings.fetch_bytes)
        elif line.strip():
            yield custody.capture(line, "application/json", where, published=published)
        empty = empty and not (line is None or line.strip())
    if empty:
        yield Unreadable(name, "empty", "no lines in the corpus", remedy="give a line a document")


HOLDERS: dict[str, Callable[[IO[bytes], str, Settings, str | None], Iterator[Item]]] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".warc": archives.from_warc,
    ".warc.gz": archives.from_warc,
    ".wacz": archives.from_wacz,
}


def _ending(name: str) -> str:
    """Return what a name ends in, of a packed file with what it packs: .warc.gz."""
    path = Path(name.lower())
    return "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix


def _capped_lines(stream: IO[bytes], cap: int) -> Iterator[bytes | None]:
    """Yield each line without its end; None for one of more than `cap` bytes, never held whole."""
    while line := stream.readline(cap + 1):
        if len(line) <= cap or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while (rest := stream.readline(cap)) and not rest.endswith(b"\n"):
            pass
        yield None


def _opens_corpus(head: bytes) -> bool:
    """True where the first line is a JSON object of a corpus, or opens like one without an end."""
    line, end, _ = head.partition(b"\n")
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith((b'{"', b"{ ")):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return not end

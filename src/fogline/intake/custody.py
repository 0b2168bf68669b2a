"""Custody of bytes: what was handed in, hashed, and decoded to text as a browser would."""

from __future__ import annotations

import codecs
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

from fogline.errors import OverLimit, Unreadable
from fogline.intake.kinds import kind_of
from fogline.model import Capture, capture_id

LOST = 0.01  # share of characters that may be lost before a text counts as wrongly encoded
META_BYTES = 1024  # where browsers look for <meta charset>

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_HTML = re.compile(
    rb"^\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
# Python codecs of text that no browser knows; some would let a page write what it likes.
_NOT_ON_THE_WEB = {"utf_7", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined"}
_BINARY_REMEDY = "give a text, an HTML page or a JSONL corpus"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the codec it was read by and what was wrong with it."""

    text: str
    codec: str
    warnings: tuple[str, ...] = ()


def capture(body: bytes, media_type: str, name: str, **came_along: Any) -> Capture:
    """Return the capture of `body`: its SHA-256 and the instant (UTC) at which it was taken in."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Capture(capture_id(body), body, media_type, name, **({"captured_at": now} | came_along))


def media_type(body: bytes) -> str:
    """Return text/html where the bytes open like a page, else text/plain."""
    return "text/html" if _HTML.match(body[:4096].lstrip(codecs.BOM_UTF8)) else "text/plain"


def check(body: bytes, name: str, cap: int) -> None:
    """Raise Unreadable ("empty", "binary") or OverLimit ("too-large") where no text can be."""
    if not body.strip():
        raise _empty(name, scanned=b"\f" in body)
    kind = kind_of(body)
    if kind is not None:
        remedy = kind.way_out(name)
        raise Unreadable(name, "binary", f"it is {kind.name}, not a text", remedy=remedy)
    if len(body) > cap:
        raise too_large(name, cap)


def _empty(name: str, *, scanned: bool) -> Unreadable:
    """Return the error for what has no words; page breaks alone are what a scan leaves."""
    if scanned:
        remedy = "it was a scan: give the PDF words first, with `ocrmypdf SCAN.pdf READ.pdf`"
        return Unreadable(name, "empty", "there are page breaks in it and no words", remedy=remedy)
    return Unreadable(name, "empty", "the input is empty", remedy="give a file with text in it")


def too_large(name: str, cap: int) -> OverLimit:
    """Return the error for an item of more than `cap` bytes."""
    detail = f"more than {cap:,} bytes in one document"
    remedy = "split it, or raise FOGLINE_FETCH_BYTES"
    return OverLimit(name, "too-large", detail, remedy=remedy)


def page_text(item: Capture) -> Decoded:
    """Decode a page as browsers do: byte-order mark, HTTP header, <meta>, UTF-8, windows-1252.

    Raises Unreadable ("encoding", "binary"); what was lost or guessed stands in the warnings.
    """
    codec = _marked(item.body) or _codec(_header(item)) or _codec(_meta(item.body))
    if codec is None:
        guess = "utf-8" if _is_utf8(item.body) else "cp1252"
        why = () if guess == "utf-8" else ("no character set declared; read as windows-1252",)
        return _checked(item, _decode(item.body, guess), guess, why, lost=LOST)
    return _checked(item, _decode(item.body, codec), codec, (), lost=LOST)


def plain_text(item: Capture) -> Decoded:
    """Decode a plain text: byte-order mark, HTTP header, else strict UTF-8.

    Raises Unreadable: "encoding" where it is not what it should be, "binary" for NUL bytes.
    """
    codec = _marked(item.body) or _codec(_header(item)) or "utf-8"
    return _checked(item, _decode(item.body, codec), codec, (), lost=0.0)


def check_text(text: str, name: str) -> None:
    """Raise Unreadable ("bad-text") for NULs and lone surrogates, which no text should have."""
    if "\0" in text:
        raise Unreadable(name, "bad-text", "NUL characters in the text", remedy="remove them")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        detail = f"half a surrogate pair at character {error.start}"
        raise Unreadable(name, "bad-text", detail, remedy="write the text as UTF-8") from None


def _checked(
    item: Capture, text: str, codec: str, warnings: tuple[str, ...], *, lost: float
) -> Decoded:
    if codec == "utf-8" and item.body.count(b"\0") > len(item.body) // 5:
        raise _wrong_encoding(item.name, "looks like UTF-16 without a byte-order mark", "UTF-16LE")
    count = text.count("\ufffd") - item.body.count("\ufffd".encode())
    if count > len(text) * lost:
        raise _wrong_encoding(item.name, f"{count} bytes are not {codec}", "WINDOWS-1252")
    if count > 0:
        warnings += (f"{count} bytes are not {codec}; they stand as U+FFFD",)
    return Decoded(_without_controls(item.name, text, share=lost), codec, warnings)


def _without_controls(name: str, text: str, *, share: float) -> str:
    nuls = text.count("\0")
    if nuls > len(text) * share or len(_CONTROL.findall(text[:65536])) > len(text) * LOST:
        detail = "NUL or control bytes, so not a text"
        raise Unreadable(name, "binary", detail, remedy=_BINARY_REMEDY)
    return text.replace("\0", "") if nuls else text


def _wrong_encoding(name: str, detail: str, likely: str) -> Unreadable:
    remedy = f"convert it first, for example with iconv -f {likely} -t UTF-8"
    return Unreadable(name, "encoding", detail, remedy=remedy)


def _decode(body: bytes, codec: str) -> str:
    for mark in _tables()["marks"]:
        body = body.removeprefix(bytes.fromhex(mark)) if codec.startswith("utf") else body
    if codec == "cp1252":  # browsers keep its five undefined bytes as control characters
        return body.decode(codec, "fogline-byte")
    return body.decode(codec, "replace")


def _same_byte(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return chr(error.object[error.start]), error.start + 1


codecs.register_error("fogline-byte", _same_byte)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _marked(body: bytes) -> str | None:
    marks: dict[str, str] = _tables()["marks"]
    return next((c for mark, c in marks.items() if body.startswith(bytes.fromhex(mark))), None)


def _header(item: Capture) -> str | None:
    value = next((v for k, v in item.headers if k.lower() == "content-type"), "")
    found = _HEADER.search(value)
    return found[1] if found else None


def _meta(body: bytes) -> str | None:
    found = _META.search(body, 0, META_BYTES)
    label = found[1].decode("ascii") if found else None
    # A page whose <meta> could be read is no UTF-16, whatever it says (as browsers hold).
    return "utf-8" if label and label.lower().startswith("utf-16") else label


def _codec(label: str | None) -> str | None:
    if label is None:
        return None
    name: str = _tables()["labels"].get(label.strip().lower(), label)
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    known = info._is_text_encoding and info.name.replace("-", "_") not in _NOT_ON_THE_WEB
    return info.name if known else None


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("charsets.toml").read_text("utf-8"))

"""E-mail messages and saved web pages (MHTML) -> the one part that is read, and who sent it.

Runs in the child process: MIME nests without end where its writer wishes.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

READ = ("text/plain", "text/html")  # in this order where a message offers both
PARTS, DEPTH = 1000, 30  # of one message


@dataclass(frozen=True, slots=True)
class Letter:
    """What is read of a message; `body` is base64 of the part's bytes, "" where none is a text.

    `url` is the address at which a page was saved or a letter is archived.
    """

    body: str
    content_type: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


def letter(body: str, *, page: bool) -> Letter:
    """Take a message apart, given as base64; of a saved `page` the HTML is read, else the text."""
    message = message_from_bytes(base64.b64decode(body))
    parts = list(_texts(message, 0))[:PARTS]
    wanted = reversed(READ) if page else READ
    found = next((p for kind in wanted for p in parts if p.get_content_type() == kind), None)
    if found is None:
        return Letter("", "")
    content = found.get_payload(decode=True)
    assert isinstance(content, bytes)
    name, address = parseaddr(_header(message, "From") or "")
    return Letter(
        base64.b64encode(content).decode("ascii"),
        f'{found.get_content_type()}; charset="{_charset(found)}"',
        _header(message, "Subject"),
        name or None,
        _list(message) or address.rpartition("@")[2] or None,
        _header(message, "Date"),
        _address(message, found),
    )


def _texts(message: Message, depth: int) -> Iterator[Message]:
    if depth > DEPTH:
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _texts(part, depth + 1)
    elif message.get_content_type() in READ and message.get_content_disposition() != "attachment":
        yield message


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    try:
        words = str(make_header(decode_header(str(value))))
    except (MessageError, LookupError, ValueError):
        words = str(value)
    return " ".join(words.encode("utf-8", "replace").decode().replace("\0", "").split()) or None


def _charset(part: Message) -> str:
    said = part.get_content_charset() or ""
    return said if said.isascii() and said.replace("-", "").replace("_", "").isalnum() else ""


def _list(message: Message) -> str | None:
    """Return the name of the mailing list that a letter came through."""
    said = _header(message, "List-Id") or ""
    words, _, rest = said.partition("<")
    return words.strip(' "') or rest.strip("> ") or None


def _address(message: Message, part: Message) -> str | None:
    for name in ("Snapshot-Content-Location", "Archived-At"):
        if found := _header(message, name):
            return _web(found)
    return _web(_header(part, "Content-Location") or "")


def _web(address: str) -> str | None:
    address = address.strip("<> ")
    return address if address.startswith(("http://", "https://")) else None

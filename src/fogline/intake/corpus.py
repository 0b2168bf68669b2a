"""One line of a JSONL corpus -> its fields, checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from fogline.errors import Unreadable
from fogline.intake import custody
from fogline.model import Capture

_KNOWN = ("title", "publisher", "url", "author", "language")


@dataclass(frozen=True, slots=True)
class Line:
    """A document's fields as its corpus gives them; exactly one of `text` and `html` is there."""

    id: str | None
    text: str | None
    html: str | None
    published: Any
    fields: dict[str, str]
    warnings: tuple[str, ...]


def line(capture: Capture) -> Line:
    """Parse one line; raises Unreadable: "encoding", "bad-json", "no-text", "bad-text"."""
    row = _row(capture)
    text, html = _string(row, "text"), _string(row, "html")
    if text is None and html is None:
        detail = "the object has neither `text` nor `html` with words in it"
        raise Unreadable(capture.name, "no-text", detail, remedy="add a `text` to the line")
    custody.check_text(text if text is not None else html or "", capture.name)
    fields = {k: v for k in _KNOWN if (v := _string(row, k)) and _clean(v)}
    warnings = tuple(
        f"`{k}` is not a text and was left out" for k in _KNOWN if row.get(k) and k not in fields
    )
    return Line(_id(row.get("id")), text, html, row.get("published"), fields, warnings)


def _row(capture: Capture) -> dict[str, Any]:
    remedy = "each line must be one whole JSON object in UTF-8"
    try:
        row = json.loads(capture.body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        detail = f"byte {error.start} is not utf-8"
        raise Unreadable(capture.name, "encoding", detail, remedy=remedy) from None
    except (ValueError, RecursionError) as error:
        detail = f"not valid JSON: {getattr(error, 'msg', 'nested too deep or number too long')}"
        detail += f" at character {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable(capture.name, "bad-json", detail, remedy=remedy) from None
    if not isinstance(row, dict):
        detail = f"a JSON {type(row).__name__}, not an object"
        raise Unreadable(capture.name, "bad-json", detail, remedy=remedy)
    return row


def _string(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _clean(value: str) -> bool:
    return "\0" not in value and not any("\ud800" <= c <= "\udfff" for c in value)


def _id(value: Any) -> str | None:
    if isinstance(value, str):
        return value if _clean(value) else None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None

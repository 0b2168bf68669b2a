"""Words, classes and surroundings of selectolax nodes; nothing heavy is imported here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_BLOCKS = re.compile(r"p|div|li|ul|ol|blockquote|pre|d[dt]|tr|h[1-6]|section|article|header|footer")
_SILENT = re.compile(r"script|style|noscript|template|form|button|svg|select|textarea")


def words(node: Any, skip: Iterable[int] = ()) -> str:
    """Return a node's text, a paragraph a line, without the nodes whose mem ids are in `skip`."""
    pieces: list[str] = []
    _walk(node, set(skip), pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def has_class(node: Any, name: str | None) -> bool:
    """Tell whether a node is of a class."""
    return name in (node.attributes.get("class") or "").split()


def ancestors(node: Any) -> Iterator[Any]:
    """Yield the nodes that hold a node, below the body."""
    node = node.parent
    while node is not None and node.tag not in ("body", "html"):
        yield node
        node = node.parent


def _walk(node: Any, skip: set[int], pieces: list[str]) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag or "-"  # <?xml:namespace?>, as word processors leave it, has none
        if tag == "-text":
            pieces.append(re.sub(r"\s+", " ", child.text_content or ""))
        elif tag == "br":
            pieces.append("\n")
        elif tag[0] != "-" and not _SILENT.fullmatch(tag) and child.mem_id not in skip:
            edge = "\n" if _BLOCKS.fullmatch(tag) else ""
            pieces.append(edge)
            _walk(child, skip, pieces)
            pieces.append(edge)

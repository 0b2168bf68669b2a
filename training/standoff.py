"""Claims coded over articles whose words stay outside the repository: numbered sentences out,
offsets in.

    python -m training.standoff text ID             the article's sentences, numbered (H is its
    headline)
    python -m training.standoff check FILE ...      coded files (ID.txt), whose lines are `NUMBER *
    TRIGGER | EVENT/mode | ...`
    python -m training.standoff pack FILE ... > corpus/standoff/NAME.jsonl

A packed line is one document: its id and its claims, every mention as [start, end] into headline +
two line breaks + text.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from training import annotations
from training.annotations import Annotated, Coded, Fault, Stretch

ARTICLES: Final = (
    Path(__file__).resolve().parents[2] / "shared" / "data" / "fakes" / "articles.jsonl"
)
_END: Final = re.compile(r'[.!?]["”]? (?=["“]?[A-Z0-9])')
_SHORTENED: Final = re.compile(
    r"\b(Mr|Mrs|Dr|Gen|Col|Lt|Maj|St|U\.S|U\.N|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.$"
)
_SHORTEST: Final = 15
_PLAIN: Final = {
    f.name: {} if f.name == "harm" else f.default
    for f in dataclasses.fields(Coded)
    if f.default is not dataclasses.MISSING or f.name == "harm"
}
_LISTS: Final = ("actors", "recipients", "places", "sources", "hedges")


@lru_cache(maxsize=1)
def articles() -> Mapping[str, dict[str, Any]]:
    """The articles by id. Raises FileNotFoundError where the data is not beside the repository."""
    lines = ARTICLES.read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def sentences(text: str) -> Iterator[str]:
    """Yield stretches of about a sentence that, joined with spaces, are the text again."""
    start = 0
    for found in _END.finditer(text):
        stretch = text[start : found.end() - 1]
        if len(stretch) >= _SHORTEST and not _SHORTENED.search(stretch):
            yield stretch
            start = found.end()
    if text[start:]:
        yield text[start:]


def numbered(article: Mapping[str, Any]) -> dict[str, str]:
    """The article's sentences by number; "H" is its headline."""
    body = {str(n): s for n, s in enumerate(sentences(article["text"]), 1)}
    return {"H": article["title"], **body}


def coded(article: Mapping[str, Any], lines: str) -> Annotated:
    """Join an article with the claims coded over it. Raises Fault, naming the coded line."""
    found = numbered(article)
    claims: dict[str, list[str]] = {number: [] for number in found}
    for at, line in enumerate(lines.splitlines(), 1):
        number, star, rest = line.strip().partition(" * ")
        if star and number in claims:
            claims[number].append(rest)
        elif line.strip() and not line.startswith("#"):
            raise Fault(f"line {at}: not NUMBER * TRIGGER | ...: {line}")
    text = article["title"] + "\n\n" + article["text"]
    spans, start = {}, 0
    for number, sentence in found.items():
        start = text.index(sentence, start)
        spans[number] = (start, start + len(sentence))
        start += len(sentence)
    every = []
    for number, rows in claims.items():
        for row in rows:
            try:
                every.append(annotations.claim(row, spans[number], text))
            except Fault as fault:
                raise Fault(f"sentence {number}: {row}: {fault}") from None
    return _document(article, text, tuple(spans.values()), tuple(every))


def _document(
    article: Mapping[str, Any],
    text: str,
    spans: tuple[annotations.Span, ...],
    claims: tuple[Coded, ...],
) -> Annotated:
    end = len(article["title"])
    parts = (Stretch("headline", 0, end), Stretch("body", end + 2, len(text)))
    header = {"id": article["id"], "published": article["published"], "genre": "article"}
    return Annotated(header, text, parts, spans, claims)


def packed(document: Annotated) -> dict[str, Any]:
    """One document as offsets and labels, without a word of its text."""
    rows = []
    for claim in document.claims:
        row = dataclasses.asdict(claim)
        rows.append({key: value for key, value in row.items() if value != _PLAIN.get(key)})
    return {"id": document.header["id"], "claims": rows}


def unpacked(row: Mapping[str, Any]) -> Annotated:
    """A packed document joined with its article again."""
    article = articles()[row["id"]]
    text = article["title"] + "\n\n" + article["text"]
    spans, start = [], 0
    for sentence in numbered(article).values():
        start = text.index(sentence, start)
        spans.append((start, start + len(sentence)))
        start += len(sentence)
    return _document(article, text, tuple(spans), tuple(_claim(c) for c in row["claims"]))


def _claim(row: Mapping[str, Any]) -> Coded:
    values = {"mode": None, **row}
    for key in ("trigger", "sentence", "when", "days", "alternative"):
        if key in values:
            values[key] = tuple(values[key])
    for key in _LISTS:
        if key in values:
            values[key] = tuple(tuple(span) for span in values[key])
    if "harm" in values:
        values["harm"] = {kind: tuple(bounds) for kind, bounds in values["harm"].items()}
    if "loaded" in values:
        values["loaded"] = tuple((tuple(span), word) for span, word in values["loaded"])
    return Coded(**values)


def main() -> int:
    """Print, check or pack."""
    command, *names = sys.argv[1:] or ["help"]
    if command == "text":
        for name in names:
            article = articles()[name]
            print(f"published: {article['published']}")
            print("\n".join(f"{n} {s}" for n, s in numbered(article).items()))
        return 0
    if command not in {"check", "pack"}:
        print(__doc__)
        return 2
    faulty = claims = 0
    for path in map(Path, names):
        try:
            document = coded(articles()[path.stem], path.read_text(encoding="utf-8"))
        except Fault as fault:
            print(f"{path}: {fault}", file=sys.stderr)
            faulty += 1
            continue
        claims += len(document.claims)
        if command == "pack":
            print(json.dumps(packed(document), separators=(",", ":")))
    print(f"{len(names) - faulty} documents, {claims} claims, {faulty} faulty", file=sys.stderr)
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())

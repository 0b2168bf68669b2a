"""Readings as one page of HTML that needs nothing beside itself: every claim marked in its text.

The text is a stranger's: all of it is escaped, nothing of it becomes a script, a style or, but for
http(s) addresses, a link. The page runs no script and may load nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from typing import Final

from fogline.export import worded
from fogline.export.marking import Mark, Piece, marks, pieces
from fogline.model import Claim, Document, Part, Reading

Line = Callable[[Claim], str]
Unsourced = Callable[[Claim], bool]

_LINE: Final = re.compile(r"[^\n]+")
# Control characters, halves of pairs, and marks that reorder what stands around them.
_UNSAFE: Final = dict.fromkeys(
    (
        *(c for c in range(0x20) if c not in (0x09, 0x0A)), *range(0x7F, 0xA0),
        *range(0xD800, 0xE000), *range(0x202A, 0x202F), *range(0x2066, 0x206A),
    ),
    "\N{REPLACEMENT CHARACTER}",
)  # fmt: skip
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LEGEND: Final = (
    ("occurred", "told as having occurred"), ("ongoing", "ongoing"), ("forecast", "forecast"),
    ("threatened", "threatened"), ("hypothetical", "hypothetical"), ("denied", "said not to be so"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Article:
    """A reading on its way to the page; `number` keeps the anchors of several apart."""

    number: int
    reading: Reading
    line: Line
    unsourced: Unsourced

    def anchor(self, kind: str, claim: int) -> str:
        return f"{kind}{self.number}-{claim}"


def page(readings: Iterable[Reading], line: Line, unsourced: Unsourced) -> Iterator[str]:
    """Yield the page piece by piece, to be written as UTF-8; nothing where there is no reading.

    `line` puts a claim into one neutral line, `unsourced` says whether it is on nobody's word.
    """
    stream = iter(readings)
    first = next(stream, None)
    if first is None:
        return
    yield _opening(first.document)
    for number, reading in enumerate(chain((first,), stream)):
        yield from _article(_Article(number, reading, line, unsourced))
    yield _closing()


def _opening(document: Document) -> str:
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>Claims: {safe(worded.name(document))}</title>\n<style>\n{style}</style>\n"
        "</head>\n<body>\n<main>\n<h1>Claims, as Fogline read them</h1>"
    )


def _closing() -> str:
    return (
        "</main>\n<footer><p>A claim is what a text says, with who says it; that it stands here"
        " does not make it true. Rules and a small model read it, and both err: look at the words"
        f" before you rely on a slot. Fogline {safe(version('fogline'))}.</p></footer>\n"
        "</body>\n</html>"
    )


def safe(text: str) -> str:
    """Return a stranger's text as text of a page, or as the value of an attribute."""
    return escape(text.translate(_UNSAFE), quote=True)


def _article(article: _Article) -> Iterator[str]:
    reading = article.reading
    yield f'<article class="d{article.number}">\n{_underlines(article)}\n{_head(article)}'
    held = [m for n, claim in enumerate(reading.claims, 1) for m in marks(n, claim)]
    parts = {part.id: part for part in reading.document.parts}
    for part in reading.document.parts:
        yield _part(article, part, parts, held)
    yield "</article>"


def _underlines(article: _Article) -> str:
    """Return the style that underlines a claim's arguments while it is pointed at or focused."""
    numbers = range(1, len(article.reading.claims) + 1)
    rules = (_pointed(article, n) for n in numbers)
    return f"<style>{''.join(rules)}</style>"


def _pointed(article: _Article, number: int) -> str:
    trigger, card = article.anchor("t", number), article.anchor("c", number)
    at = f"#{trigger}:hover,#{trigger}:focus,#{card}:hover,#{card}:focus-within"
    return f".d{article.number}:has({at}) .{article.anchor('k', number)}{{--on:var(--ink)}}\n"


# --- the head -----------------------------------------------------------------------------------


def _head(article: _Article) -> str:
    document = article.reading.document
    rows = "".join(
        f"<div><dt>{label}</dt><dd>{value}</dd></div>" for label, value in _facts(article)
    )
    notes = "".join(f"<li>{safe(warning)}</li>" for warning in document.warnings)
    notes = f'<ul class="notes">{notes}</ul>' if notes else ""
    key = "".join(f'<li><span class="mark {k}">word</span> {said}</li>' for k, said in _LEGEND)
    title = f'<h2 dir="auto">{safe(worded.name(document))}</h2>'
    return (
        f'<header>\n{title}\n<dl class="facts">{rows}</dl>\n{notes}'
        f'<ul class="key" aria-label="What the marks mean">{key}</ul>\n</header>'
    )


def _facts(article: _Article) -> Iterator[tuple[str, str]]:
    reading, document = article.reading, article.reading.document
    yield "published", safe(worded.origin(document))
    if document.url:
        yield "address", _address(document.url)
    yield "claims", _counts(article)
    yield "capture", f"<code>{safe(document.id)}</code>"
    yield "reader", f"<code>{safe(reading.reader)}</code>"


def _address(url: str) -> str:
    """Return an address, as a link only where it is one of the web."""
    if not re.match(r"https?://", url, re.IGNORECASE):
        return safe(url)
    return f'<a href="{safe(url)}" rel="noopener noreferrer nofollow">{safe(url)}</a>'


def _counts(article: _Article) -> str:
    claims = article.reading.claims
    denied = sum(claim.polarity == "negative" for claim in claims)
    ahead = sum(claim.status in {"forecast", "threatened"} for claim in claims)
    unnamed = sum(map(article.unsourced, claims))
    parts = len(article.reading.document.parts)
    return (
        f"{len(claims)} in {parts} {'part' if parts == 1 else 'parts'}; {denied} said not to be so,"
        f" {ahead} forecast or threatened, {unnamed} on no named source"
    )


# --- the text -----------------------------------------------------------------------------------


def _part(article: _Article, part: Part, parts: dict[str, Part], held: list[Mark]) -> str:
    text, claims = article.reading.document.text, article.reading.claims
    mine = [m for m in held if m.kind != "trigger" or claims[m.claim - 1].part == part.id]
    lines = (m.span() for m in _LINE.finditer(text, part.start, part.end))
    rows = "\n".join(_row(article, *line, mine) for line in lines if text[slice(*line)].strip())
    title, role = safe(worded.part_title(part, parts)), safe(part.role)
    reply = " reply" if part.parent in parts else ""
    head = f'<section class="part {role}{reply}">\n<h3><bdi>{title}</bdi></h3>'
    return f"{head}\n{rows}\n</section>"


def _row(article: _Article, start: int, end: int, held: list[Mark]) -> str:
    """Return one line of the text, and beside it the cards of the claims whose triggers it has."""
    claims = [m.claim for m in held if m.kind == "trigger" and start <= m.start < end]
    cards = "\n".join(_card(article, n, article.reading.claims[n - 1]) for n in claims)
    words = "".join(_marked(article, piece) for piece in pieces(start, end, held))
    beside = f'\n<div class="cards">{cards}</div>' if cards else ""
    return f'<div class="row"><p dir="auto">{words}</p>{beside}</div>'


def _marked(article: _Article, piece: Piece) -> str:
    text = safe(article.reading.document.text[piece.start : piece.end])
    triggers = [m for m in piece.marks if m.kind == "trigger"]
    others = [m for m in piece.marks if m.kind != "trigger"]
    if triggers:
        text = _trigger(article, piece, triggers[0], text)
    if not others:
        return text
    names = dict.fromkeys(article.anchor("k", m.claim) for m in others)
    loaded = next((m.note for m in others if m.kind == "loaded"), None)
    kind = f'loaded" title="loaded; in neutral words: {safe(loaded)}' if loaded else "argument"
    return f'<span class="{" ".join(names)} {kind}">{text}</span>'


def _trigger(article: _Article, piece: Piece, mark: Mark, text: str) -> str:
    """Return a trigger as a link to its card; its first piece is one, its last is numbered."""
    claim = article.reading.claims[mark.claim - 1]
    kind = f"mark {_look(claim)}"
    number = f' data-n="{mark.claim}"' if piece.end == mark.end else ""
    if piece.start != mark.start:
        return f'<span class="{kind}"{number}>{text}</span>'
    told = safe(f"Claim {mark.claim}: {article.line(claim)} ({_standing(claim)})")
    here, card = article.anchor("t", mark.claim), article.anchor("s", mark.claim)
    return f'<a class="{kind}" id="{here}" href="#{card}" title="{told}"{number}>{text}</a>'


def _look(claim: Claim) -> str:
    return f"{safe(claim.status)}{' denied' if claim.polarity == 'negative' else ''}"


def _standing(claim: Claim) -> str:
    denied = ["said not to be so"] if claim.polarity == "negative" else []
    return ", ".join((claim.status, *denied, claim.certainty))


# --- the cards ----------------------------------------------------------------------------------


def _card(article: _Article, number: int, claim: Claim) -> str:
    slots = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in _slots(article, claim))
    card, inner, back = (article.anchor(kind, number) for kind in "cst")
    return (
        f'<details class="card {_look(claim)}" id="{card}">'
        f'<summary><b class="n">{number}</b> <bdi>{safe(article.line(claim))}</bdi>'
        f' <span class="standing">{safe(_standing(claim))}</span></summary>'
        f'<dl id="{inner}">{slots}</dl><a class="back" href="#{back}">to the word in the text</a>'
        "</details>"
    )


def _slots(article: _Article, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the slots that hold something, as label and escaped words."""
    what = f"{claim.event} / {claim.mode}" if claim.mode else claim.event
    unnamed = " It rests on no named source." if article.unsourced(claim) else ""
    told = " ← ".join(worded.source(source) for source in claim.attribution)
    codes = [f"ACLED {claim.acled}"] if claim.acled else []
    codes += [f"PLOVER {claim.plover['event']}"] if claim.plover else []
    slots = (
        ("what", what),
        ("standing", _standing(claim)),
        ("who", ", ".join(actor.text for actor in claim.actors)),
        ("to whom", ", ".join(recipient.text for recipient in claim.recipients)),
        ("where", ", ".join(_placed(worded.place(p), p.name, p.country) for p in claim.places)),
        ("when", worded.moment(claim.when)),
        ("harmed", worded.toll(claim.casualties)),
        ("said by", f"{told}.{unnamed}" if unnamed else told),
        ("hedged by", ", ".join(hedge.text for hedge in claim.hedges)),
        ("confidence", claim.confidence or ""),
        ("loaded", ", ".join(f"“{w.text}”, in neutral words: {w.neutral}" for w in claim.loaded)),
        ("codes", ", ".join(codes)),
        ("id", claim.id),
    )
    return ((label, f"<bdi>{safe(value)}</bdi>") for label, value in slots if value)


def _placed(words: str, name: str | None, country: str | None) -> str:
    known = ", ".join(filter(None, (name if name != words else None, country)))
    return f"{words} [{known}]" if known else words

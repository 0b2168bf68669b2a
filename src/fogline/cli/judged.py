"""`fogline judge list`: what decisions are about, in words for people and fields for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from fogline.cli.counted import counted
from fogline.cli.shown import shown
from fogline.export import worded
from fogline.model import to_dict

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.model import Claim, Document, Judgement

Row = dict[str, Any]
SENTENCE = 160  # characters of a sentence that are shown
SUBJECTS = 6  # of one decision that are shown


@dataclass(frozen=True)
class About:
    """Looks up what decisions are about; `carried` are claims that are read otherwise today."""

    ledger: Ledger
    carried: Mapping[str, str | None]
    documents: dict[str, Document | None] = field(default_factory=dict)

    def subjects(self, made: Judgement) -> list[Row]:
        """Return what a decision is about, in order: ids as they were judged, then what they are.

        A claim that is read otherwise today is told by the one that says what it said (`now`).
        """
        return [self._subject(subject) for subject in made.subjects]

    def _subject(self, subject: str) -> Row:
        now = self.carried.get(subject, subject)
        claim = self.ledger.claim(now) if now else None
        if claim:
            return {"id": subject, **({"now": now} if now != subject else {})} | self._claim(*claim)
        if document := self._document(subject):
            return {"id": subject, "kind": "document", **_document(document)}
        gone = subject.startswith(("claim:", "sha256:"))
        return {"id": subject, "kind": "gone" if gone else "other"}

    def _claim(self, document: str, claim: Claim) -> Row:
        said = {"trigger": claim.trigger.text, "sentence": claim.sentence.text}
        held = self._document(document)
        about = _document(held) if held else {}
        return {"kind": "claim", **said, "document": document, **about}

    def _document(self, wanted: str) -> Document | None:
        if wanted not in self.documents:
            self.documents[wanted] = self.ledger.document(wanted)
        return self.documents[wanted]


def _document(found: Document) -> Row:
    return {
        "publisher": found.publisher,
        "title": found.title,
        "published": to_dict(found.published),
    }


def as_object(made: Judgement, about: About) -> Row:
    """Return a decision with its ids, and beside them what they stand for."""
    return {**to_dict(made), "about": about.subjects(made)}


def print_table(found: Iterable[Judgement], about: About, console: Console | None = None) -> None:
    """Print decisions: when and what at the left, over what, by whom and why at the right."""
    table = Table(box=None, expand=True, padding=(0, 2, 1, 0), show_header=False)
    table.add_column(width=17)
    table.add_column(ratio=1, overflow="fold")
    for made in found:
        left = (made.kind, made.at[:10], *(("revoked",) if made.revoked_at else ()))
        table.add_row("\n".join(left), "\n".join(map(shown, _lines(made, about))))
    out = console or Console(highlight=False, markup=False)
    out.print(table)


def _lines(made: Judgement, about: About) -> Iterator[str]:
    subjects = about.subjects(made)
    for row in subjects[:SUBJECTS]:
        yield from _told(row)
    if len(subjects) > SUBJECTS:
        yield f"and {counted(len(subjects) - SUBJECTS, 'other')} (--format json has all)"
    yield f"by {made.by}: {made.reason}"
    if words := worded.revoked(made):
        yield words
    yield made.id


def _told(row: Row) -> Sequence[str]:
    if row["kind"] == "claim":
        sentence = row["sentence"]
        cut = f"{sentence[:SENTENCE]}…" if len(sentence) > SENTENCE else sentence
        return f"“{row['trigger']}” in “{cut}”", f"   {_head(row)} · {row['id']}"
    if row["kind"] == "document":
        return (f"{_head(row)} · {row['id']}",)
    return (f"{row['id']}, which is read no more" if row["kind"] == "gone" else row["id"],)


def _head(row: Row) -> str:
    days = worded.days(row["published"]["earliest"], row["published"]["latest"])
    title = f"“{row['title']}”" if row["title"] else None
    return " · ".join(filter(None, (row["publisher"] or "no publisher", title, days or "no date")))

"""What the shipped encoder and the rules say of each word of the corpus, with the coded targets
beside it.

`python -m training.claims.features` writes ../train/claims/features.pickle: one example a window,
as the network cuts them when it reads, so that the heads are trained on what they will see. Run it
with the package's own environment; training needs torch, this does not.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from fogline.model import Document, Part, Published
from fogline.reading import language
from fogline.reading.language import Doc, DocSpan, Noted
from fogline.reading.learned import hints, proposing
from fogline.reading.learned.hints import Hints
from fogline.reading.parser.signs import told_of
from fogline.reading.parser.tokens import Words
from fogline.reading.parser.windows import Window
from fogline.reading.places import place_phrases
from fogline.reading.reader import Reader
from training.claims import corpus
from training.claims.corpus import Annotated, Coded
from training.claims.examples import WORK, Example
from training.claims.labels import IGNORE, ROLES, Labels, code_of

CLS: Final = 2  # where the end marks stand in the shipped vocabulary
SEP: Final = 3
PARSER: Final = json.loads((language.MODEL / "labels.json").read_text(encoding="utf-8"))
Ints = NDArray[np.int32]
_SLOTS: Final = {
    "actor": "actors",
    "recipient": "recipients",
    "place": "places",
    "source": "sources",
}


def told_document(document: Annotated) -> Document:
    """The coded document as intake would hand it to the reader."""
    day = document.header.get("published") or None
    parts = tuple(
        Part(f"p{n}", p.role, p.start, p.end, author=p.author) for n, p in enumerate(document.parts)
    )
    published = Published(day, day, "given") if day else Published()
    return Document(document.header["id"], document.text, parts, published)


def examples(
    reader: Reader, document: Annotated, labels: Labels, hints: Hints
) -> Iterator[Example]:
    """Yield the windows of a document's parts with what they are told and their targets."""
    for scene in reader.heard(told_document(document)):
        doc, shift = scene.doc, scene.part.start
        heard = doc.heard
        assert heard is not None  # the language model was loaded with its heads
        noted = proposing.notes(scene)
        place = {token: n for n, token in enumerate(heard.words.tokens.tolist())}
        claims = [c for c in document.claims if shift <= c.trigger[0] < scene.part.end]
        areas = frozenset(t.i for t in doc if place_phrases.is_area(t, scene))
        for heard_window in sorted(heard.windows, key=lambda h: h.window.start):
            window = heard_window.window
            told = told_of(window, heard.words, hints, noted)
            pairs = _pairs(window, heard.words, noted)
            example = Example(
                document.header["id"],
                *_pieces(window, heard.words),
                parsed(window, heard.words, doc),
                heard_window.upper,
                told,
                pairs,
                np.zeros(len(told), dtype=np.int64),
            )
            for claim in claims:
                _add(example, claim, _Where(doc, shift, place, window, areas), labels)
            yield example


def _pieces(window: Window, words: Words) -> tuple[Ints, Ints, Ints]:
    """The pieces and shapes of a window between its two end marks, and each word's first piece."""
    start, stop = int(words.offsets[window.start]), int(words.offsets[window.stop])
    pieces = np.array([CLS, *words.pieces[start:stop].tolist(), SEP], dtype=np.int32)
    shapes = np.array([0, *words.shapes[start:stop].tolist(), 0], dtype=np.int32)
    return pieces, shapes, (words.offsets[window.start : window.stop] - start + 1).astype(np.int32)


def _pairs(window: Window, words: Words, noted: Noted) -> list[tuple[int, int, int]]:
    """What the rules say of roles, as (role, trigger, word) triples."""
    tokens = words.tokens[window.start : window.stop].tolist()
    place = {token: n for n, token in enumerate(tokens)}
    return [
        (ROLES.index(role), place[trigger], place[word])
        for trigger in tokens
        for word, role in noted.pairs(trigger)
        if word in place
    ]


def parsed(window: Window, words: Words, doc: Doc) -> dict[str, Ints]:
    """What the shipped parser decides of a window's words, as targets of `training.train`.

    So the network that learns claims on these windows does not forget how to parse them.
    """
    places = words.tokens[window.start : window.stop].tolist()
    number = {token: n for n, token in enumerate(places)}
    sentences = [doc.sentence(token).start for token in places]
    names = {t.i: ("B" if t.i == name.start else "I") for name in doc.ents for t in name}
    rows: list[dict[str, int]] = []
    for n, token in enumerate(doc[place] for place in places):
        head = number.get(token.head.i, n)
        rows.append(
            {
                "upos": PARSER["upos"].index(token.pos_),
                "xpos": PARSER["xpos"].index(token.tag_),
                "names": PARSER["names"].index(
                    f"{names[token.i]}-{token.ent_type_}" if token.i in names else "O"
                ),
                "start": int(n == 0 or sentences[n] != sentences[n - 1]),
                "head": 0 if head == n else head + 1,
                "deprel": PARSER["deprel"].index(token.dep_),
                "low": sentences.index(sentences[n]),
                "high": len(sentences) - sentences[::-1].index(sentences[n]),
            }
        )
    return {kind: np.array([row[kind] for row in rows], dtype=np.int32) for kind in rows[0]}


@dataclass(frozen=True)
class _Where:
    """Finds the words of one window by the document's offsets; `areas` are the tokens that head the
    names of towns, districts and the like.
    """

    doc: Doc
    shift: int
    place: dict[int, int]
    window: Window
    areas: frozenset[int] = frozenset()

    def is_area(self, span: tuple[int, int]) -> bool:
        """Whether a stretch names a town, a district or the like."""
        found = self.span(span)
        return found is not None and len(found) > 0 and found.root.i in self.areas

    def span(self, span: tuple[int, int]) -> DocSpan | None:
        start, end = span[0] - self.shift, span[1] - self.shift
        if start < 0 or end > len(self.doc.text):
            return None
        return self.doc.char_span(start, end, alignment_mode="expand")

    def word(self, span: tuple[int, int]) -> int | None:
        """The number in the window of the word that heads a stretch, None outside it."""
        found = self.span(span)
        if found is None or not len(found):
            return None
        return self.number(found.root.i)

    def number(self, token: int) -> int | None:
        at = self.place.get(token)
        if at is None or not self.window.start <= at < self.window.stop:
            return None
        return at - self.window.start

    def sentence(self, span: tuple[int, int]) -> set[int]:
        """The numbers of the words of the sentences that a stretch touches."""
        found = self.span(span)
        if found is None:
            return set()
        numbers = (self.number(t.i) for t in found)
        return {n for n in numbers if n is not None}


def _add(example: Example, claim: Coded, where: _Where, labels: Labels) -> None:
    """Add a claim's targets to the window that its trigger stands in."""
    at = where.word(claim.trigger)
    if at is None:
        return
    if claim.optional:
        if example.trigger[at] == 0:
            example.trigger[at] = IGNORE
        return
    for other in where.sentence(claim.trigger) - {at}:
        if example.trigger[other] == 0:
            example.trigger[other] = IGNORE
    example.trigger[at] = labels.events.index(claim.event)
    example.claims.append(
        {
            "word": at,
            "event": labels.events.index(claim.event),
            "code": labels.codes.index(code_of(claim))
            if code_of(claim) in labels.codes
            else IGNORE,
            "status": labels.status.index(claim.status),
            "polarity": int(claim.negative),
            "certainty": labels.certainty.index(claim.certainty),
        }
    )
    example.roles.append(_roles(claim, where, len(example.trigger)))


def _roles(claim: Coded, where: _Where, words: int) -> NDArray[np.int64]:
    """Targets [roles, words]; where a mention stands outside the sentence, the sentence is not
    scored.
    """
    rows = np.zeros((len(ROLES), words), dtype=np.int64)
    inside = where.sentence(claim.sentence)
    for row, role in zip(rows, ROLES, strict=True):
        spans = _spans(claim, role, where)
        hits = [where.word(span) for span in spans if span]
        if any(hit is None or hit not in inside for hit in hits):
            row[:] = IGNORE
        for hit in hits:
            if hit is not None:
                row[hit] = 1 if hit in inside else IGNORE
        if role == "time" and claim.days and not claim.when:
            row[:] = IGNORE
    return rows


def _spans(claim: Coded, role: str, where: _Where) -> tuple[tuple[int, int], ...]:
    """The stretches that stand in a role. A town that a coder took for who was hit is where (the
    codebook, section 7).
    """
    if role == "time":
        return (claim.when,) if claim.when else ()
    spans: tuple[tuple[int, int], ...] = getattr(claim, _SLOTS[role])
    if claim.event != "ASSAULT" or role not in {"recipient", "place"}:
        return spans
    towns = tuple(s for s in claim.recipients if where.is_area(s))
    if role == "place":
        return spans + towns
    return tuple(s for s in spans if s not in towns)


def copies(document: Annotated) -> Iterator[Annotated]:
    """Yield a document and, to train on, another of it: sides exchanged, commas lost."""
    yield document
    if not corpus.is_kept(document):
        other = corpus.swapped(document)
        real = document.header.get("genre") == "article"
        yield other if real else corpus.plainer(other)


def main() -> None:
    """Write the examples of the whole corpus."""
    WORK.mkdir(parents=True, exist_ok=True)
    reader = Reader(language.load(2))
    coded = list(corpus.documents())
    labels = Labels.of(coded, (*hints.names(), *proposing.names()))
    known = Hints(labels.hints)
    found: list[Example] = []
    for document in track(coded, "Reading the corpus"):
        for copy in copies(document):
            found += examples(reader, copy, labels, known)
    with (WORK / "features.pickle").open("wb") as file:
        pickle.dump((labels, found), file)
    words = sum(len(e.trigger) for e in found)
    claims = sum(len(e.claims) for e in found)
    print(f"{len(coded)} documents, {len(found)} windows, {words} words, {claims} claims")


if __name__ == "__main__":
    main()

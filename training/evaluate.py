"""How good the shipped model is: `python -m training.evaluate [--part test]` prints the table.

Reads the files in src/fogline/reading/model through the package itself, as a user would run them.
Every measure counts all tokens, punctuation too, and relations with their subtypes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from fogline.reading.language import MODEL, Language, load
from training.convert import NO_NAME_KNOWN, Document, Word, held_out

if TYPE_CHECKING:
    from fogline.reading.language import Doc

PARAGRAPH = "\n\n"
Span = tuple[int, int]


@dataclass
class Score:
    """Counts behind an F-measure or a share."""

    hit: int = 0
    said: int = 0
    true: int = 0

    def add(self, said: set[object], true: set[object]) -> None:
        """Count two sets of answers."""
        self.hit += len(said & true)
        self.said += len(said)
        self.true += len(true)

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall, in per cent."""
        return 200 * self.hit / max(1, self.said + self.true)


@dataclass
class Table:
    """Scores of one held-out set, by what was measured."""

    scores: dict[str, Score] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Score:
        return self.scores.setdefault(name, Score())

    def share(self, name: str, right: int, of: int) -> None:
        """Count `right` answers of `of`."""
        score = self[name]
        score.hit, score.said, score.true = score.hit + right, score.said + of, score.true + of


def words_in(document: Document) -> list[Word]:
    """All words of a document, in order."""
    return [word for sentence in document.sentences for word in sentence.words]


def text_of(document: Document) -> tuple[str, list[Span]]:
    """The document's running text (paragraphs apart by a blank line) and each word's offsets."""
    parts: list[str] = []
    spans, at = [], 0
    for number, word in enumerate(words_in(document)):
        gap = word.gap.replace("\n", PARAGRAPH) if number else ""
        parts += [gap, word.form]
        spans.append((at + len(gap), at + len(gap) + len(word.form)))
        at = spans[-1][1]
    return "".join(parts), spans


def gold_doc(language: Language, document: Document) -> Doc:
    """The document as a spaCy Doc with the treebank's own tokens."""
    from spacy.tokens import Doc

    words, spaces = [], []
    for number, word in enumerate(words_in(document)):
        if number and "\n" in word.gap:
            words.append(PARAGRAPH)
            spaces.append(False)
        elif number:
            spaces[-1] = bool(word.gap)
        words.append(word.form)
        spaces.append(False)
    return Doc(language.vocab, words, spaces)


def absolute_heads(document: Document) -> list[int]:
    """Head of each word as a place in the document; the root is its own head."""
    heads: list[int] = []
    for sentence in document.sentences:
        offset = len(heads)
        heads += [
            offset + (word.head - 1 if word.head else place)
            for place, word in enumerate(sentence.words)
        ]
    return heads


def on_gold_tokens(language: Language, document: Document, table: Table) -> None:
    """Tags, lemmas, trees and names with the treebank's tokens and sentences given."""
    words = words_in(document)
    starts = np.zeros(len(words), dtype=np.bool_)
    starts[sentence_starts(document)] = True
    doc = language.annotate(gold_doc(language, document), starts)
    tokens = [token for token in doc if not token.is_space]
    number = {token.i: place for place, token in enumerate(tokens)}
    both = list(zip(tokens, words, strict=True))
    heads = zip(tokens, absolute_heads(document), strict=True)
    good = [number[token.head.i] == head for token, head in heads]
    same = [ok and t.dep_ == w.deprel for ok, (t, w) in zip(good, both, strict=True)]
    table.share("UAS", sum(good), len(words))
    table.share("LAS", sum(same), len(words))
    table.share("UPOS", sum(t.pos_ == w.upos for t, w in both), len(words))
    table.share("XPOS", sum(t.tag_ == w.xpos for t, w in both), len(words))
    table.share("lemma", sum(t.lemma_ == w.lemma for t, w in both), len(words))
    said = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in tokens]
    known = [w.name != NO_NAME_KNOWN for w in words]
    said = [name if k else "O" for name, k in zip(said, known, strict=True)]
    true = [w.name if k else "O" for w, k in zip(words, known, strict=True)]
    table["names F"].add(set(name_spans(said)), set(name_spans(true)))


def name_spans(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """(first, last, type) of IOB2 tags; an I- that continues nothing begins a name."""
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield start, place - 1, kind
            kind = ""
        if tag != "O" and not kind:
            start, kind = place, tag[2:]


def on_raw_text(language: Language, document: Document, table: Table) -> None:
    """Tokens, sentences, tags and trees from the running text alone, matched by offsets."""
    text, spans = text_of(document)
    words, heads = words_in(document), absolute_heads(document)
    doc = language.parse(text)
    said = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
    table["tokens F"].add(set(said), set(spans))
    true_starts = {spans[i][0] for i in sentence_starts(document)}
    said_sentences = {(s[0].idx, ends(s)) for s in doc.sents if any(not t.is_space for t in s)}
    places = [*sentence_starts(document), len(spans)]
    true_sentences = {(spans[a][0], spans[b - 1][1]) for a, b in pairwise(places)}
    table["sentences F"].add(set(said_sentences), set(true_sentences))
    table["starts F"].add({first for first, _ in said_sentences}, set(true_starts))
    arcs, true_arcs = set(), set()
    for span, token in said.items():
        head = (token.head.idx, token.head.idx + len(token.head))
        arcs.add((span, head, token.dep_))
    for span, head, word in zip(spans, heads, words, strict=True):
        true_arcs.add((span, spans[head], word.deprel))
    table["raw LAS"].add(arcs, true_arcs)
    table["raw UPOS"].add(
        {(s, t.pos_) for s, t in said.items()},
        {(s, w.upos) for s, w in zip(spans, words, strict=True)},
    )


def sentence_starts(document: Document) -> list[int]:
    """Places of the first words of the sentences."""
    return np.cumsum([0] + [len(s.words) for s in document.sentences[:-1]]).tolist()


def ends(sentence: object) -> int:
    """Offset where a sentence's last token that is not white space ends."""
    last = [t for t in sentence if not t.is_space][-1]  # type: ignore[attr-defined]
    return last.idx + len(last)


def measure(language: Language, documents: list[Document]) -> Table:
    """Every score of one set."""
    table = Table()
    for document in documents:
        on_gold_tokens(language, document, table)
        on_raw_text(language, document, table)
    return table


def main() -> None:
    """Print one row a measure, one column a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--model", type=Path, default=MODEL)
    chosen = parser.parse_args()
    sets = held_out(chosen.data, chosen.part)
    language = load(1) if chosen.model == MODEL else Language(chosen.model, 1)
    tables = {name: measure(language, documents) for name, documents in sets.items()}
    print(f"| {chosen.part} | " + " | ".join(tables) + " |\n|---|" + "---|" * len(tables))
    for measured in next(iter(tables.values())).scores:
        row = " | ".join(f"{table[measured].f:.2f}" for table in tables.values())
        print(f"| {measured} | {row} |")
    size = sum(path.stat().st_size for path in chosen.model.iterdir())
    print(f"\nshipped files: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

"""How sure the text is of a claim, and the words that say so (codebook section 3; data:
hedges.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.reading.arguments import is_passive
from fogline.reading.scope import auxiliaries, governors
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from fogline.reading.attribution import Link
    from fogline.reading.language import Token


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge of the lexicon: the certainty that it leaves and its probability band."""

    certainty: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Certainty:
    """The weakest hedge on a claim, its probability band, and the tokens that hedge."""

    value: str
    probability: tuple[float, float]
    words: tuple[Token, ...]


def _load() -> dict[str, dict[str, Hedge]]:
    table: dict[str, dict[str, Hedge]] = {}
    for row in rows("hedges.csv"):
        hedge = Hedge(row["certainty"], float(row["low"]), float(row["high"]))
        for word in row["hedge"].split("|"):
            table.setdefault(row["kind"], {}).setdefault(word, hedge)
    return table


_TABLE: Final = _load()
_PLAIN: Final = Hedge("certain", 0.95, 1.0)
_ORDER: Final = ("certain", "probable", "possible", "unknown")
_PREDICATES: Final = frozenset({"csubj", "ccomp", "nsubj", "xcomp", "csubj:pass", "advcl"})


def weigh(words: list[Token], links: list[Link]) -> Certainty:
    """Return how sure the text is of the proposition of a trigger and the words it absorbed.

    Hedges count up to the first source that stands by its words; a vague source is a hedge.
    """
    found = [*_on_the_way(words[0], links), *_vague(links)]
    for word in words[1:]:
        found += (h for h in _around(word) if h[1].dep_ == "advmod")
    if not found:
        return Certainty("certain", (_PLAIN.low, _PLAIN.high), ())
    weakest = max((h for h, _ in found), key=lambda h: _ORDER.index(h.certainty))
    hedging = {token.i: token for _, token in found}
    tokens = tuple(hedging[i] for i in sorted(hedging))
    return Certainty(weakest.certainty, (weakest.low, weakest.high), tokens)


def _on_the_way(trigger: Token, links: list[Link]) -> Iterator[tuple[Hedge, Token]]:
    cues = {link.clause for link in links}
    for step in governors(trigger):
        token, lemma = step.token, step.token.lemma_.lower()
        if token.i in cues and token.i != trigger.i:
            yield from _by_cue(token, lemma)
            return
        yield from _around(token)
        if step.via and _is_negated(token):
            yield from _hit("unverified", lemma, token)
        if step.via in {"ccomp", "csubj", "xcomp", "csubj:pass"}:
            yield from _matrix(token, lemma)
        if step.via and token.pos_ == "NOUN":
            yield from _hit("noun", lemma, token)
    yield from _clause_above(trigger)
    yield from _before_colon(trigger)


def _around(token: Token) -> Iterator[tuple[Hedge, Token]]:
    for child in token.children:
        if child.dep_ in {"advmod", "parataxis", "discourse", "dep"}:
            yield from _hit("adverb", child.lower_, child)
        elif child.dep_ == "amod":
            yield from _hit("adjective", child.lower_, child)
        elif child.dep_ == "mark":
            yield from _hit("marker", child.lower_, child)
    if token.pos_ in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}:
        for aux in auxiliaries(token):
            if not (aux.lower_ in {"can", "could"} and _is_negated(token)):
                yield from _hit("modal", aux.lower_, aux)
    if token.pos_ == "ADJ":
        yield from _hit("predicate", token.lower_, token)


def _is_negated(token: Token) -> bool:
    """Tell whether ability is denied ("could no longer"), which leaves nothing possible."""
    return any(
        c.dep_ == "advmod" and c.lower_ in {"not", "n't", "longer", "never"} for c in token.children
    )


def _matrix(token: Token, lemma: str) -> Iterator[tuple[Hedge, Token]]:
    if is_passive(token):
        yield from _hit("passive", lemma, token)
    yield from _hit("matrix", lemma, token)
    yield from _hit("belief", lemma, token)
    yield from _hit("predicate", token.lower_, token)


def _before_colon(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the hedge that a post opens with: "Unconfirmed: the airport has fallen"."""
    first = trigger.sent[0]
    if first.i + 1 < trigger.i and first.nbor().text == ":":
        for kind in ("adjective", "adverb", "noun"):
            yield from _hit(kind, first.lower_, first)


def _clause_above(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield adverbs of the clause that a nominal trigger or a conjunct stands in."""
    node = trigger
    while (
        node.dep_ in {"obj", "obl", "nsubj", "nsubj:pass", "nmod", "conj", "obl:agent"}
        and node.head.i != node.i
    ):
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            for child in node.children:
                if child.dep_ == "advmod":
                    yield from _hit("adverb", child.lower_, child)
            if node.dep_ != "conj":
                break


def _by_cue(cue: Token, lemma: str) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of "cannot confirm that ..." and of "believes that ..."."""
    negated = any(c.lower_ in {"not", "n't"} for c in cue.children)
    if negated:
        yield from _hit("unverified", lemma, cue)
    yield from _hit("belief", lemma, cue)
    yield from _hit("matrix", lemma, cue)


def _vague(links: list[Link]) -> Iterator[tuple[Hedge, Token]]:
    for link in links:
        source = link.source
        vague = source.tag_ == "NNS" or not any(
            c.lower_ in {"the", "this", "its", "his"} for c in source.children
        )
        if vague and source.lemma_.lower() in _TABLE["noun"] and source.pos_ == "NOUN":
            yield _TABLE["noun"][source.lemma_.lower()], source
            for child in source.children:
                if child.dep_ in {"amod", "advmod"}:
                    yield from _hit("adjective", child.lower_, child)


def _hit(kind: str, word: str, token: Token) -> Iterator[tuple[Hedge, Token]]:
    hedge = _TABLE[kind].get(word)
    if hedge is not None:
        yield hedge, token

"""Who and what an attack is said to have harmed: the people that its sentence counts, the things
that it damaged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar import arguments
from fogline.reading.grammar.arguments import beside
from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.portions import is_whole
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.quantities.harm import Harm, casualties
from fogline.reading.roles.capacities import can_receive
from fogline.reading.roles.converse import cause, is_answer, undergoing
from fogline.reading.roles.doers import receiving
from fogline.reading.roles.ruined import ruined
from fogline.reading.triggers.merging import is_dated_by, only_advances
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_LOSS: Final = frozenset(form for form, named in classes.forms().items() if "loss" in named)
_MEASURES: Final = frozenset({"high", "low"})  # "a toll as high as 40"
_SUFFERED: Final = frozenset({"to", "on", "upon", "in", "inside"})


def victims(candidate: Candidate, scene: Scene) -> Iterator[Token]:
    """Yield the heads of the phrases that name whom and what an attack harmed."""
    within = _own_words(_clause(candidate.head)) | {w.i for w in candidate.words}
    indices = scene.sentence(candidate.head)
    first, last = scene.doc[indices.start], scene.doc[indices.stop - 1]
    for harm in casualties(scene.doc, first.idx, last.idx + len(last)):
        cue = scene.token_at(harm.cue_start)
        if harm.range.max != 0 and cue.i in within and not only_advances(candidate.head, cue):
            yield from _people(harm, scene)
    yield from ruined(candidate.head, scene)
    losses = scene.once(_losses, indices)
    lost = (word for word in losses if word.i in within or _goes_on(word.head, within))
    yield from (h for word in lost for h in _damaged(word, scene))


def _goes_on(verb: Token, within: set[int]) -> bool:
    """Tell whether a clause goes on from one of some words: "were killed, and a mill was hit"."""
    return verb.dep_ == "conj" and verb.head.i in within


def _losses(sentence: range, scene: Scene) -> list[Token]:
    """Return the words of a sentence that name what was lost: "damage"."""
    words = scene.doc[sentence.start : sentence.stop]
    told = (t for t in words if t.lower_ in _LOSS or t.lemma_.lower() in _LOSS)
    return [t for t in told if "loss" in classes.of_word(t)]


def _own_words(top: Token) -> set[int]:
    """Return the words below a token, without what only dates it, "came after rebels fell", and
    what it answers: "retaliated for the killing of two".
    """
    apart = {t.i for c in top.children if c.dep_ == "advcl" and is_dated_by(c) for t in c.subtree}
    below = [*top.subtree]
    if any(map(is_answer, (top.head, *below))):
        answered = cause(top)
        below = [t for t in below if cause(t) == answered]
    return {t.i for t in below} - apart


def _clause(word: Token) -> Token:
    """Return the verb that a noun is the subject of, or the word itself."""
    return word.head if word.dep_ in SUBJECTS and word.head.pos_ == "VERB" else word


def _people(harm: Harm, scene: Scene) -> Iterator[Token]:
    """Yield the heads of the phrase that counts who was harmed; bare numbers are none."""
    first, last = scene.token_at(harm.start), scene.token_at(harm.end - 1)
    inside = range(first.i, last.i + 1)
    tops = (t for i in inside if (t := scene.doc[i]).head.i not in inside or t.head.i == i)
    top = next(tops, first)
    heads = (h for h in conjuncts(top) if h.i in inside and h.lower_ not in _MEASURES)
    yield from receiving((*_among(top.head if top.dep_ == "nummod" else top), *heads), scene)


def _among(people: Token) -> Iterator[Token]:
    """Yield who is told to be among those of whom only the number is told: "two medics were among
    the 31 killed"; of 31 people they are a part.
    """
    if preposition(people) == "among" and not is_whole(people):
        yield from (h for c in people.children if c.dep_ == "nsubj" for h in conjuncts(c))


def _damaged(word: Token, scene: Scene) -> Iterator[Token]:
    """Yield what suffers a loss, by its word: "caused damage to the houses", "the
    houses sustained damage".
    """
    around = [arguments.of_noun(word)]
    around += [arguments.of_verb(word.head)] if word.dep_ == "obj" else []
    hit = [h for args in around for h in beside(args, _SUFFERED)]
    yield from (h for h in (*hit, *undergoing(word)) if can_receive(h, scene))

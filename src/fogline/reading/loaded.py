"""Words that take a side, each with its neutral term (data: loaded.csv)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from fogline.model import Loaded
from fogline.reading.actors import bodies
from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.phrases import characters
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.tables import rows
from fogline.reading.words.inflections import inflections, plurals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fogline.model import Mention, Place, Source
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_BESIDE: Final = frozenset({"amod", "compound", "nmod", "nmod:desc", "flat"})
_LINKING: Final = frozenset("of the for in and - 's".split())
_PARTICLES: Final = frozenset({"up", "out", "down"})
_OF_STATES: Final = frozenset("army government military regime".split())
_LONG: Final = 4  # letters of a word that a headline in capitals capitalises
_WORDS: Final = {
    "noun": NOUNS,
    "verb": frozenset({"VERB"}),
    "adjective": frozenset({"ADJ", "NOUN", "PROPN"}),
}


@dataclass(frozen=True, slots=True)
class Own:
    """A claim's own words: of its deed, of who acts, and of all that it names; with its event."""

    deed: tuple[Token, ...]
    actors: tuple[Mention, ...]
    others: tuple[Mention, ...]
    named: tuple[Place | Source, ...]
    event: str


@dataclass(frozen=True, slots=True)
class _Row:
    """One sense of a loaded word: what it `needs`, and beside which words it is an ordinary one.

    `many` is its term in the plural; `proper` a word that is always written with a capital.
    """

    neutral: str
    many: str
    needs: tuple[str, ...]
    unless: frozenset[str]
    proper: bool


def _read() -> dict[tuple[str, ...], list[_Row]]:
    found: defaultdict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for row in rows("loaded.csv"):
        one, _, many = row["neutral"].partition("|")
        needs, unless = tuple(row["needs"].split()), frozenset(row["unless"].lower().split("|"))
        for word in row["word"].split("|"):
            entry = _Row(one, many or one, needs, unless - {""}, word[:1].isupper())
            several = replace(entry, neutral=entry.many)
            last = pieces(word)[-1]
            for form in forms(word):
                more = form[-1] != last and form[-1] in plurals(last)
                found[form].append(several if more else entry)
    return found


def forms(word: str) -> Iterator[tuple[str, ...]]:
    """Yield the forms of a loaded word or phrase as tokens in small letters: of a verb that goes
    with a particle, those of the verb.
    """
    for said in {pieces(word), tuple(word.lower().split())}:
        first, *rest = said
        if said[-1] in _PARTICLES:
            yield from ((form, *rest) for form in inflections(first))
        else:
            yield from ((*said[:-1], form) for form in inflections(said[-1]))


def pieces(phrase: str) -> tuple[str, ...]:
    """Return a phrase as tokens in small letters, where a hyphen is one of its own."""
    return tuple(piece for piece in re.split(r"\s+|(-)", phrase.lower()) if piece)


_ROWS: Final = _read()
_FIRST: Final = frozenset(phrase[0] for phrase in _ROWS)
_LONGEST: Final = max(map(len, _ROWS))


def loaded(own: Own, scene: Scene) -> tuple[Loaded, ...]:
    """Return the loaded words that stand among a claim's own or reach into them, as they stand."""
    phrases = scene.once(_phrases)
    if not phrases:
        return ()
    said = _said(own, scene)
    found: dict[str, Loaded] = {}
    past = -1
    for run, entries in phrases:
        if run[0].i <= past or not any(t.i in said for t in run):
            continue
        slot = next(said[t.i] for t in reversed(run) if t.i in said)
        row = next((row for row in entries if _fits(row, run, own.event, slot)), None)
        if row is not None:
            past = run[-1].i
            start, end = characters(scene.doc, run[0].i, past + 1)
            text = text_of(scene.doc)[start:end]
            term = row.many if run[-1].tag_ in {"NNS", "NNPS"} else row.neutral
            found.setdefault(text.casefold(), Loaded(text, term))
    return tuple(found.values())


def _phrases(scene: Scene) -> list[tuple[Sequence[Token], list[_Row]]]:
    """Return a part's words that may be loaded, in order and the longest first, with their rows."""
    found: list[tuple[Sequence[Token], list[_Row]]] = []
    for first in scene.doc.reading(_FIRST):
        end = scene.sentence(first).stop
        for stop in range(min(end, first.i + _LONGEST), first.i, -1):
            run = [scene.doc[i] for i in range(first.i, stop)]
            entries = _ROWS.get(tuple(t.lower_ for t in run), ())
            named = any(not row.proper for row in entries) and _in_name(run, scene)
            if kept := [row for row in entries if row.proper or not named]:
                found.append((run, kept))
    return found


def _said(own: Own, scene: Scene) -> dict[int, str]:
    """Return the places of a claim's own words, each with the slot that it stands in."""
    found = {token.i: "deed" for token in own.deed}
    for slot, group in (("named", own.named), ("party", own.others), ("actor", own.actors)):
        for mention in group:
            found |= dict.fromkeys(_tokens(mention, scene), slot)
    return found


def _tokens(mention: Mention | Place | Source, scene: Scene) -> range:
    """Return the places of a mention's words, with those before it, where it stands here."""
    part = scene.part
    if mention.start is None or not mention.end:
        return range(0)
    if not part.start <= mention.start < mention.end <= part.end:
        return range(0)
    first, last = (scene.token_at(at - part.start).i for at in (mention.start, mention.end - 1))
    while first and first <= scene.doc[first - 1].head.i <= last:
        first -= 1  # what describes it belongs to it: "the so-called army"
    return range(first, last + 1)


def _fits(row: _Row, run: Sequence[Token], event: str, slot: str) -> bool:
    last = run[-1]
    if row.unless and not row.unless.isdisjoint(_beside(run)):
        return False
    return all(_met(need, last, event, slot) for need in row.needs)


def _met(need: str, token: Token, event: str, slot: str) -> bool:
    """Tell whether a word is of a class, before a noun, a state's, in a slot or of an event."""
    if need == "state":
        return any(map(_names_a_state, _whose(token)))
    ahead = token.dep_ in _BESIDE and token.head.i > token.i
    if need == "modifier":
        return ahead
    if need in _WORDS:
        return token.pos_ in _WORDS[need] and not (need == "noun" and ahead)
    if need in {"actor", "party"}:
        return slot in {"actor", need} and not ahead
    return need == event


def _beside(run: Sequence[Token]) -> Iterator[str]:
    """Yield the words right before and behind some, and those that hang above and below."""
    doc, first, last = run[0].doc, run[0].i, run[-1].i
    yield from (doc[i].lower_ for i in (first - 1, last + 1) if 0 <= i < len(doc))
    yield from (t.lower_ for t in (run[-1].head, *run[-1].children))


def _whose(token: Token) -> Iterator[str]:
    """Yield the words that say whose somebody is: "Kiev's", "Syrian", "of the Kiev regime"."""
    for child in token.children:
        if child.i < token.i or any(c.lower_ == "of" for c in child.children):
            yield child.text
            yield from (c.text for c in child.children)


def _names_a_state(word: str) -> bool:
    if word.lower() in _OF_STATES:
        return True
    listed = (bodies.whose(), bodies.lands(), bodies.capitals())
    return word[:1].isupper() and any(names.get(word) for names in listed)


def _in_name(run: Sequence[Token], scene: Scene) -> bool:
    """Tell whether capitalised words belong to a longer name: "Army of Martyrs", "Islamic
    Resistance in Iraq"; a line in which every word has a capital tells nothing.
    """
    if not all(t.text[:1].isupper() for t in run) or run[0].text.isupper():
        return False
    sentence = [scene.doc[i] for i in scene.sentence(run[0])]
    if all(t.text[:1].isupper() for t in sentence if t.is_alpha and len(t) > _LONG):
        return False
    # A phrase of several words is told by them, whoever's name stands before it.
    sides = ((run[-1].i + 1, 1), (run[0].i - 1, -1))[: 2 if len(run) == 1 else 1]
    return any(_goes_on(at, step, sentence) for at, step in sides)


def _goes_on(at: int, step: int, sentence: Sequence[Token]) -> bool:
    """Tell whether a name goes on beside: the next word that does not only link has a capital."""
    first = sentence[0].i
    linked = False
    while 0 <= at - first < len(sentence):
        token = sentence[at - first]
        if token.lower_ not in _LINKING:
            opens = at == first and token.pos_ in {"DET", "PRON", "ADP", "SCONJ", "ADV"}
            return token.text[:1].isupper() and not opens and not (linked and token.pos_ == "NUM")
        linked = True
        at += step
    return False

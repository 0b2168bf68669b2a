"""Deaths that no attack caused: by disease, hunger or cold they tell of a population's need, by an
accident of nothing that is coded (data: quantities/causes.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS, SUBJECTS
from fogline.reading.tables import rows, words
from fogline.reading.triggers.merging import Candidate
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_CAUSES: Final = {r["word"]: r["kind"] for r in rows("quantities", "causes.csv")}
_TELLING: Final = words("quantities/telling.csv", "word")
_DYING: Final = _TELLING["dying"]
_BESIDE: Final = frozenset("amid despite since near until before".split())
_CAUSED: Final = frozenset({"obl", "nmod", "obl:agent", "compound"})
_CASES: Final = frozenset({"case", "infection", "patient"})
_OTHERS: Final = frozenset("acl acl:relcl advcl ccomp conj parataxis appos".split())
_NEEDS: Final = frozenset({"need", "disaster"})
_ROAD: Final = _TELLING["road"]
_WARLIKE: Final = _TELLING["warlike"]


def is_deadly(word: Token) -> bool:
    """Tell whether a word tells of death, of which no one who died tells."""
    return word.lemma_.lower() in _DYING


def apart(found: list[Candidate], scene: Scene) -> list[Candidate]:
    """Return a sentence's candidates with deaths by other causes than attacks told as what they
    are; one candidate stands for a death and its cause.
    """
    assaults = [c for c in found if c.entry.event == "ASSAULT"]
    causes = {c: cause for c in assaults if (cause := _cause_of(c, scene)) is not None}
    if not causes:
        return found
    told = {c: [o for o in found if o is not c and _names(o, cause)] for c, cause in causes.items()}
    gone = {o for others in told.values() for o in others if o not in causes}
    deaths = {c: _need(c, causes[c], told[c]) for c in causes if _kind(causes[c]) in _NEEDS}
    return [deaths.get(c, c) for c in found if c not in gone and (c in deaths or c not in causes)]


def tells(candidate: Candidate) -> bool:
    """Tell whether a candidate is a death that is put down to need; the heads, which know attacks,
    think little of it.
    """
    dying = candidate.head.lemma_.lower() in _DYING
    return dying and (candidate.entry.event, candidate.entry.rank) == ("CONDITION", "state")


def _cause_of(candidate: Candidate, scene: Scene) -> Token | None:
    """Return what a death is put down to, None for an attack."""
    head = candidate.head
    if _is_cause(head) and _kind(head) != "need" and candidate.entry.rank != "harm":
        return head
    if candidate.entry.rank != "harm" or head.lemma_.lower() not in _DYING:
        return None
    return _harmful(head, scene)


@told_by(_CAUSES, otherwise=None)
def _harmful(head: Token, scene: Scene) -> Token | None:
    """Return the cause that a word of harm is put down to, beside it or at the head of its line."""
    return cause(head) or _label(head, scene)


def cause(head: Token) -> Token | None:
    """Return the word that a death is put down to: "died of cholera", "hunger killed two"."""
    own = next((t for t in _own(head) if _is_cause(t) and _causes(t, head)), None)
    return own or _beside_cases(head)


def _beside_cases(deaths: Token) -> Token | None:
    """Return the disease whose cases are counted beside deaths: "90 cases of cholera and two
    deaths", "90 cholera cases and two deaths".
    """
    if deaths.tag_ != "NNS" or deaths.lemma_.lower() not in _DYING:
        return None
    joined = [c for c in deaths.children if c.dep_ == "conj"]
    joined += [deaths.head] if deaths.dep_ == "conj" else []
    near = (t for one in joined for t in (one, *one.children, *one.head.children))
    sick = (t for t in near if t.dep_ in _CAUSED and t.head.lemma_.lower() in _CASES)
    return next((t for t in sick if _kind(t) == "need"), None)


def _causes(word: Token, head: Token) -> bool:
    if word.dep_ in SUBJECTS:
        return word.head.i == head.i and head.lemma_.lower() in {"kill", "claim"}
    path = [word, *word.ancestors]
    path = path[: next((n for n, t in enumerate(path) if t.i == head.i), 0)]
    beside = any(preposition(t) in _BESIDE or "attack" in classes.of_word(t) for t in path)
    to = any(c.dep_ == "nmod" and preposition(c) == "to" for c in word.children)
    return word.dep_ in _CAUSED and not beside and not to


def _own(head: Token) -> Iterator[Token]:
    """Yield the words below a word in its own clause, nearest first."""
    for child in head.children:
        if child.dep_ not in _OTHERS:
            yield child
            yield from _own(child)


def _is_cause(word: Token) -> bool:
    kind = _kind(word)
    if kind is None:
        return False
    beside = {c.lemma_.lower() for c in word.children}
    if kind == "crash":  # an aircraft may have been shot down
        return bool(beside & _ROAD)
    return not (kind == "accident" and beside & _WARLIKE)


def _kind(word: Token) -> str | None:
    return _CAUSES.get(word.lemma_.lower()) if word.pos_ in NOUNS else None


def _label(head: Token, scene: Scene) -> Token | None:
    """Return the disease that opens a line: "Cholera: 340 cases, 12 deaths"."""
    sentence = scene.sentence(head)
    words = [scene.doc[i] for i in sentence][:5]
    colon = next((n for n, t in enumerate(words) if t.text == ":"), 0)
    return next((t for t in words[:colon] if _is_cause(t)), None)


def _names(other: Candidate, cause: Token) -> bool:
    """Tell whether a candidate is the cause of a death, or a part of its phrase."""
    within = {cause.i, *(c.i for c in cause.children if c.dep_ in {"compound", "nmod"})}
    return other.entry.event in {"CONDITION", "ASSAULT"} and other.head.i in within


def _need(candidate: Candidate, cause: Token, named: list[Candidate]) -> Candidate:
    """Return a death as a population's state: of those who died, or of nobody where the disease
    is what "killed" them.
    """
    frame = candidate.entry.frame if cause.dep_ in SUBJECTS else "state"
    entry = replace(
        candidate.entry, event="CONDITION", mode="humanitarian", frame=frame, rank="state"
    )
    return Candidate(candidate.match, entry, tuple(named))

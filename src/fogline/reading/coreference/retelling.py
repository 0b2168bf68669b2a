"""Attacks told again: "the raids", "this attack" and those who fell have of the attack told before
what they do not tell themselves (codebook, section 7).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from fogline.reading.coreference.targets import hits_another
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.relations import CORE
from fogline.reading.quantities import quantities
from fogline.reading.roles.whose import of_it
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.model import Claim, Mention, When
    from fogline.reading.language import Token
    from fogline.reading.triggers.merging import Candidate

_VAGUE: Final = frozenset({None, "ground"})
_FLOWN: Final = frozenset({"aerial", "drone"})
_RUIN: Final = "destroy"  # by whatever means
_FEW: Final = 3  # attacks that may be meant again
_AHEAD: Final = frozenset({"hypothetical", "threatened", "forecast"})
_THESE: Final = frozenset({"this", "that", "these", "those"})
_AGAIN: Final = words("again.csv", "word")
_PLANNED: Final = _AGAIN["planned"]
_SHORT: Final = 2  # days
_LASTING: Final = ("ing", "bombardment", "violence", "fire", "use", "war", "campaign")
_SUMMED: Final = 2  # sentences
_RETELLING: Final = _AGAIN["event"]
_OF: Final = frozenset({"for", "of"})


@dataclass(frozen=True, slots=True)
class _Told:
    """An attack as it was told: its noun or verb, and the number of its sentence.

    It is `killing` where only its dead tell of it ("gunmen killed two") and no attack was told
    before, `harming` where only they or what it destroyed do.
    """

    claim: Claim
    word: str
    sentence: int
    killing: bool
    harming: bool


@dataclass(slots=True)
class Attacks:
    """The last attacks of a document, and how many sentences with claims there were."""

    last: list[_Told] = field(default_factory=list)
    sentence: int = 0
    taking: Claim | None = None

    def linked(self, claim: Claim, candidate: Candidate) -> Claim:
        """Return a claim with what it has of the attack that it tells of again, and keep it."""
        if (claim.event, claim.mode) == ("CONTROL", "gain"):
            return self._taken(claim, candidate)
        if claim.event != "ASSAULT":
            return self._dated(claim) if candidate.entry.frame == "repel" else claim
        before = self._meant(claim, candidate)
        if before is not None:
            since = self.sentence - before.sentence
            claim = _taking(self._single(before, claim, candidate.head), claim, candidate, since)
        elif candidate.entry.rank == "harm" and not (claim.actors or claim.places):
            claim = self._dated(claim)
        self._keep(claim, candidate)
        return claim

    def _taken(self, claim: Claim, candidate: Candidate) -> Claim:
        """Return a claim that tells again that a place was taken by whom and when it was: "its
        capture", "the capture of X".
        """
        before = self.taking
        if candidate.entry.kind != "nouns" or claim.actors or before is None:
            if claim.actors and claim.places and claim.polarity == "positive":
                self.taking = claim
            return claim
        same = _where(claim) & _where(before) and claim.status == before.status
        if not same or not (is_definite(candidate.head) or of_it(candidate.head)):
            return claim
        return replace(claim, actors=before.actors, when=day_told(claim, before))

    def _meant(self, claim: Claim, candidate: Candidate) -> _Told | None:
        """Return the attack that a noun tells of again: of those within reach the last, rather one
        of the same mode or by the same word.
        """
        if candidate.entry.kind != "nouns" or candidate.entry.rank != "attack":
            return None
        noun, mode = candidate.head, claim.mode
        fitting = [t for t in self._within_reach(noun) if _is_meant(noun, claim, t)]
        word = noun.lemma_.lower()
        return max(fitting, key=lambda t: (t.claim.mode == mode, t.word == word), default=None)

    def _within_reach(self, noun: Token) -> list[_Told]:
        """Return the attacks of a noun's sentence and the one before it, the last first; a single
        one ("the blast") is meant until another is told.
        """
        near = [t for t in reversed(self.last) if self.sentence - t.sentence <= 1]
        single = noun.tag_ == "NN" and not noun.lower_.endswith(_LASTING)
        if near or not single:
            return near
        attacks = (t for t in reversed(self.last) if t.killing or not t.harming)
        return [*islice(attacks, 1)]

    def _single(self, told: _Told, claim: Claim, noun: Token) -> Claim:
        """Return an attack told before, without its place and whom it hit where a plural by another
        word sums it up with one elsewhere: air raids on X, shelling of Y, "the attacks".
        """
        before = told.claim
        if noun.tag_ != "NNS" or noun.lemma_.lower() == told.word or not before.places:
            return before
        near = (t.claim for t in self.last if self.sentence - t.sentence <= _SUMMED)
        alike = (c for c in near if c.places and _alike(claim.mode, c.mode))
        if all(_where(c) == _where(before) for c in alike):
            return before
        return replace(before, places=(), recipients=())

    def _dated(self, claim: Claim) -> Claim:
        """Return a claim that tells what came of the attack just told, at the time of that."""
        if not self.last or self.sentence - self.last[-1].sentence > 1 or self.last[-1].harming:
            return claim
        return replace(claim, when=day_told(claim, self.last[-1].claim))

    def _keep(self, claim: Claim, candidate: Candidate) -> None:
        harm = candidate.entry.rank == "harm" and bool(claim.actors)
        if candidate.entry.rank != "attack" and not harm:
            return
        killing = harm and all(t.harming for t in self.last)
        word = candidate.head.lemma_.lower()
        self.last = [*self.last, _Told(claim, word, self.sentence, killing, harm)][-_FEW:]


def _is_meant(noun: Token, claim: Claim, told: _Told) -> bool:
    """Tell whether an attack may be the one told before: of its kind, by the same side, and one
    that was made if it was.
    """
    before, these = told.claim, _is_pointed_at(noun)
    if told.harming and not (told.killing or these):
        return False
    if told.killing and claim.places:
        return False
    if (before.status in _AHEAD and claim.status not in _AHEAD) or hits_another(noun, before):
        return False
    told_alike = _alike(claim.mode, before.mode) or (these and before.mode == _RUIN)
    new_side = not before.actors and (these or _is_told_of(noun))
    return told_alike and _points_back(noun, before) and (new_side or _same_side(claim, before))


def _where(claim: Claim) -> set[str]:
    return {p.name or p.text for p in claim.places}


def _taking(before: Claim, claim: Claim, candidate: Candidate, since: int) -> Claim:
    """Return a claim with what the attack before told and this does not. A place is inherited only
    where it was a single one; whose it was is told again where other sentences come between, and
    open where they deny it.
    """
    known = since == 1 and claim.polarity == before.polarity
    return replace(
        claim,
        mode=claim.mode or (None if before.mode == _RUIN else before.mode),
        actors=claim.actors or (before.actors if known else ()),
        recipients=claim.recipients or _targets(before, claim, candidate.head),
        places=claim.places or (before.places if len(before.places) == 1 else ()),
        when=day_told(claim, before),
    )


def day_told(claim: Claim, before: Claim) -> When:
    """Return the day of the attack told before where a claim of the same has none of its own; the
    day on which somebody spoke of it is not its day.
    """
    standing = claim.status == before.status == "occurred" and claim.polarity == before.polarity
    told = before.when.basis not in {"default", "none"} and not before.when.spoken
    own = claim.when.basis != "default" and not claim.when.spoken
    if own or not standing or not told:
        return claim.when
    start, end = before.when.start, before.when.end
    if start is None or end is None:
        return claim.when
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    return before.when if days <= _SHORT else claim.when


def _targets(before: Claim, claim: Claim, noun: Token) -> tuple[Mention, ...]:
    """Return whom "the raids" hit by what was told before: all where it is told only who made them
    or that they happened, else no casualties counted there, and nobody where the clause names
    another place.
    """
    if _is_told_of(noun):
        return before.recipients
    if claim.places:
        return ()
    return tuple(r for r in before.recipients if quantities.number(r.text) is None)


def _is_told_of(noun: Token) -> bool:
    """Tell whether a clause only tells who made an attack, or that and when it happened: "the raids
    were carried out by", "responsibility for the blast", "are behind the attack".
    """
    if preposition(noun) == "behind":
        return True
    if noun.dep_ not in CORE and preposition(noun) not in _OF:
        return False
    verbs = (noun.head, *(c for c in noun.head.children if c.dep_ == "xcomp"))
    return any(v.lemma_.lower() in _RETELLING or _takes_place(v) for v in verbs)


def _takes_place(verb: Token) -> bool:
    return verb.lemma_.lower() == "take" and any(c.lower_ == "place" for c in verb.children)


def _is_pointed_at(noun: Token) -> bool:
    """Tell whether a noun points at what was told last: "that bombardment"."""
    return any(c.dep_ == "det" and c.lower_ in _THESE for c in noun.children)


def _points_back(noun: Token, before: Claim) -> bool:
    """Tell whether an attack is the last one told, or some of them: "the raids", "three raids"."""
    if any(c.lower_ == "no" or _is_announced(c, before) for c in noun.children):
        return False
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return is_definite(noun) or (counted and before.trigger.text.lower().endswith(noun.lower_))


def _is_announced(word: Token, before: Claim) -> bool:
    """Tell whether a word tells of an attack yet to come, "the attack announced for Tuesday", which
    none that was made is.
    """
    return before.status == "occurred" and word.dep_ == "acl" and word.lower_ in _PLANNED


def _same_side(claim: Claim, before: Claim) -> bool:
    """Tell whether an attack may be the one before it: nobody else is told to have made it."""
    told, known = ({m.name or m.text for m in c.actors} for c in (claim, before))
    return not told or told == known


def _alike(mode: str | None, other: str | None) -> bool:
    """Tell whether two attacks can be one: a poison gas attack is no air raid."""
    return mode == other or not _VAGUE.isdisjoint({mode, other}) or {mode, other} == _FLOWN

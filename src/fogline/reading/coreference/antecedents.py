"""Which noun phrase before a pronoun it stands for: the likeliest by what tells of it.

A ranker for each kind of pronoun (Denis and Baldridge, "Specialized models and ranking for
coreference resolution", 2008). A phrase is told by marks: how far back it stands, in which role,
what it names. The weights of the marks stand in `model/antecedents.json`, learned from the coded
corpus by `training.claims.antecedents`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.attribution.sayings import SAYING
from fogline.reading.grammar.phrases import extent
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.grammar.scope import has_that
from fogline.reading.roles.capacities import is_state
from fogline.reading.roles.reproaches import reproached
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by
from fogline.reading.words.classes import LIVING

if TYPE_CHECKING:
    from fogline.model import Mention
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

KINDS: Final = {
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "several"),
    **dict.fromkeys(("it", "its", "itself", "this", "that"), "thing"),
    **dict.fromkeys(("he", "she", "him", "her", "his", "himself", "herself"), "person"),
}
_ROLES: Final = {
    **dict.fromkeys(("nsubj", "nsubj:pass"), "subject"),
    **dict.fromkeys(("obl", "iobj"), "oblique"),
    **dict.fromkeys(("obl:unmarked", "nmod:unmarked"), "time"),
    "obj": "object",
    "obl:agent": "agent",
    "nmod": "modifier",
    "nmod:poss": "owner",
    "conj": "joined",
    "appos": "apposition",
}
_CLAUSAL: Final = frozenset({"subject", "object"})
_CONTENT: Final = frozenset({"ccomp", "parataxis", "obj"})
_ACTED_ON: Final = frozenset({"obj", "iobj", "nsubj:pass"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_BODIES: Final = frozenset({"force", "body"})
_PERSONS: Final = frozenset({"person", "post"})
_DEALING: Final = words("dealing.csv", "word")
_HITTING: Final = _DEALING["hitting"]
_AGAIN: Final = words("again.csv", "word")
_MEN: Final = _AGAIN["man"]
_FOES: Final = _AGAIN["foe"]
_HE: Final = frozenset({"he", "him", "his"})
_MAIN: Final = frozenset({"root", "conj"})
_SUPPOSING: Final = frozenset({"if", "should", "will", "once"})
_FALLING: Final = _DEALING["dying"] | _DEALING["harming"]
_COLLECTIVE: Final = _AGAIN["collective"]
_PARTIES: Final = frozenset({"people", "force", "site"})
_BUILT: Final = frozenset({"site", "refuge", "craft", "platform", "route"})
_BACK: Final = ("same sentence", "sentence before", "two before")
_NEXT: Final = frozenset(_BACK[:2])
_LAST: Final = frozenset(_BACK)
_NEAR: Final = ("last", "near", "near", "near")
_DEEP: Final = 4


@quick
@dataclass(frozen=True, slots=True)
class Seen:
    """A noun phrase met on the way; what it is, is worked out only when a pronoun asks."""

    head: Token
    scene: Scene

    @property
    def mention(self) -> Mention:
        """The phrase as a mention."""
        return self.scene.mention(self.head)

    @property
    def classes(self) -> frozenset[str]:
        """What the phrase names."""
        return self.scene.classes(self.head)

    @property
    def plural(self) -> bool:
        """Whether "they" would fit: a plural noun, or several joined."""
        plural = self.head.tag_ in {"NNS", "NNPS"}
        return plural or any(c.dep_ == "conj" for c in self.head.children)

    @property
    def proper(self) -> bool:
        """Whether it is a name, of no place but a state's."""
        place = self.head.i in self.scene.places_at and not self.state
        return self.head.pos_ == "PROPN" and not place and self.head.i not in self.scene.times_at

    @property
    def state(self) -> bool:
        """Whether it is the name of a state, be it plural: "the United States"."""
        return is_state(self.head, self.scene)


def ranked(pronoun: Token, scene: Scene, seen: Sequence[Seen]) -> list[tuple[float, Seen]]:
    """Return the phrases that a pronoun may stand for with how likely each is, likeliest first;
    "they" who said it are who spoke before, where somebody did.
    """
    by = weights()[KINDS[pronoun.lower_]]
    told = list(told_of(pronoun, scene, seen))
    weighed = [(exp(sum([by[m] for m in sorted(marks) if m in by])), one) for one, marks in told]
    whole = sum(weight for weight, _ in weighed)
    found = [(weight / whole, one) for weight, one in weighed]
    saying, own = bool(_said(pronoun)), _own_teller(pronoun)
    shelled, gutted = _is_hit_as_told(pronoun), _is_gutted(pronoun)
    foe = _enemy(pronoun, told)
    freed = _is_disposed_of(pronoun) and any(_is_captive(one.head) for _, one in found)
    warned = reproached(pronoun)
    return sorted(
        found,
        key=lambda pair: (
            saying and not _speaks(pair[1].head),
            warned is not None and pair[1].head is not warned,
            own is not None and not _suffers(pair[1], own),
            freed and not _is_captive(pair[1].head),
            shelled and not _is_somewhere(pair[1]),
            gutted and not _is_built(pair[1]),
            foe is not None and pair[1] is not foe,
            -pair[0],
        ),
    )


def told_of(
    pronoun: Token, scene: Scene, seen: Sequence[Seen]
) -> Iterator[tuple[Seen, frozenset[str]]]:
    """Yield each phrase before a pronoun that agrees with it and does not hold it, with its marks,
    the last first.
    """
    back, sentence = 0, (scene.part.id, scene.sentence(pronoun).start)
    above = {t.i for t in pronoun.ancestors}
    before = [one for one in seen if not _holds_or_follows(one, pronoun, above, scene)]
    said = _said(pronoun)
    before = [one for one in before if one.scene is not scene or one.head.i not in said]
    before = [one for one in before if _agrees(one, KINDS[pronoun.lower_])]
    for nth, one in enumerate(reversed(before)):
        own = (one.scene.part.id, one.scene.sentence(one.head).start)
        if own != sentence:
            back, sentence = back + 1, own
        yield one, frozenset(_marks(one, pronoun, back, nth))


def _holds_or_follows(one: Seen, pronoun: Token, above: set[int], scene: Scene) -> bool:
    if one.scene is not scene:
        return False
    if one.head.i > pronoun.i:
        return True
    if _does_it_to(one.head, pronoun):
        return True
    if one.head.i in above and _is_content_of(one.head, pronoun):
        return True
    return one.head.i in above and pronoun.i < extent(one.head)[1]


def _does_it_to(noun: Token, pronoun: Token) -> bool:
    """Tell whether a phrase is the subject of the verb that takes "them", whom it does not mean:
    "residents saw them", "witnesses saw them shoot".
    """
    if pronoun.lower_ not in {"them", "him"}:
        return False
    verb = pronoun.head
    if pronoun.dep_ == "nsubj" and verb.dep_ in {"ccomp", "xcomp"}:
        verb = verb.head
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.dep_ == "nsubj" and noun.head.i == verb.i


def _is_content_of(noun: Token, pronoun: Token) -> bool:
    """Tell whether a pronoun stands in what a noun says, "it" of "the claim that it fell", or by
    the verb that takes the noun, "it" of "a charge it denies".
    """
    way = (pronoun, *pronoun.ancestors)
    clause = next((t for t in way if t.head.i == noun.i), pronoun)
    led = any(c.lower_ in _RELATIVE for c in clause.children)  # may hang on a noun before its own
    taken = clause.dep_ == "acl:relcl" and pronoun.head.i == clause.i and not led
    return taken or (clause.dep_ == "acl" and has_that(clause))


def _said(pronoun: Token) -> frozenset[int]:
    """Return the words of what "they" have said before the verb, none of whom says it: "soldiers
    burned the market, they said". Of "it" and "he" that is not so: "the army took it, it said".
    """
    verb = pronoun.head
    if pronoun.lower_ != "they" or verb.lemma_.lower() not in SAYING or verb.i < pronoun.i:
        return frozenset()
    told = [c for c in verb.children if c.dep_ in _CONTENT and c.i < pronoun.i]
    if verb.dep_ == "parataxis" and verb.head.i < pronoun.i:
        above, speaks = verb.head, verb.head.lemma_.lower() in SAYING
        told += [c for c in above.children if c.dep_ != "nsubj"] if speaks else [above]
    return frozenset(t.i for c in told for t in c.subtree if t.i < pronoun.i)


def _own_teller(pronoun: Token) -> Token | None:
    """Return who tells what befell "them": "residents say that they were held"."""
    content = pronoun.head
    if pronoun.dep_ != "nsubj:pass" or pronoun.lower_ != "they" or content.dep_ != "ccomp":
        return None
    tellers = (c for c in content.head.children if c.dep_ == "nsubj" and _speaks(c))
    return next(tellers, None)


def _suffers(one: Seen, teller: Token) -> bool:
    """Tell whether a phrase is that of people who tell what befell them."""
    same = one.head.doc is teller.doc and one.head.i == teller.i
    return same and one.plural and "people" in one.classes


@told_by(_HE, otherwise=None)
def _enemy(pronoun: Token, told: Sequence[tuple[Seen, frozenset[str]]]) -> Seen | None:
    """Return the enemy, where a communique goes on to tell of what "he" does or will do: spoken of
    in the sentence before, with no person in or near it; who says something, or falls, is another.
    """
    verb = pronoun.head
    if pronoun.lower_ not in _HE or _speaks(pronoun) or verb.lemma_.lower() in _FALLING:
        return None
    near = _NEXT if _is_supposed(verb) else _LAST
    parties = [one for one, marks in told if marks & near and (_is_foe(one) or _is_person(one))]
    alone = bool(parties) and _is_foe(parties[0]) and not any(map(_is_person, parties[1:]))
    return parties[0] if alone else None


def _is_supposed(verb: Token) -> bool:
    """Tell whether a clause is a condition, or foretells: "should he try", "he will be beaten"."""
    return any(c.lower_ in _SUPPOSING for c in verb.children)


def _is_person(one: Seen) -> bool:
    return bool(one.classes & _PERSONS)


def _is_foe(one: Seen) -> bool:
    """Tell whether a clause is about the enemy, with no name: "the enemy goes on"."""
    clause = one.head.dep_ in SUBJECTS and one.head.head.dep_ in _MAIN
    return clause and one.head.lemma_.lower() in _FOES and not one.plural


def _is_hit_as_told(pronoun: Token) -> bool:
    """Tell whether a body tells that another hit "it": what was named before, rather than itself,
    "the clinic was empty; the front said that the army had shelled it".
    """
    verb = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "obj" or verb.lemma_.lower() not in _HITTING:
        return False
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING:
        return False
    return any(c.dep_ == "nsubj" for c in verb.children)


def _is_gutted(pronoun: Token) -> bool:
    """Tell whether what is done to "it" is done to buildings and vehicles: "they burned it"."""
    acted_on = pronoun.lower_ == "it" and pronoun.dep_ == "obj"
    return acted_on and pronoun.head.lemma_.lower() in _AGAIN["gutted"]


def _is_built(one: Seen) -> bool:
    """Tell whether a phrase names a building, a vehicle or a town."""
    built = bool(one.classes & _BUILT) and "force" not in one.classes
    return built or _is_somewhere(one)


def _is_somewhere(one: Seen) -> bool:
    """Tell whether a phrase names a place or a building, and nobody in it."""
    found = one.classes
    return bool(found & {"place", "site"}) and found.isdisjoint({"force", "people", "actor"})


def _is_disposed_of(pronoun: Token) -> bool:
    """Tell whether it is told what became of captives: "they were freed"."""
    undergone = pronoun.dep_ == "nsubj:pass"
    return undergone and pronoun.head.lemma_.lower() in _DEALING["disposing"]


def _is_captive(noun: Token) -> bool:
    """Tell whether somebody is taken in what was told before: "gunmen abducted two drivers"."""
    return noun.dep_ in _ACTED_ON and noun.head.lemma_.lower() in _DEALING["capturing"]


def _speaks(noun: Token) -> bool:
    """Tell whether a noun is the subject of a verb of saying."""
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in SAYING


def _agrees(one: Seen, kind: str) -> bool:
    """Tell whether a phrase is one or several as its pronoun asks; a body may be "they" too.

    An owner's number is not known where apostrophes were lost: "the armys recent victories".
    """
    if kind == "thing" and (one.classes & _PERSONS or one.head.lower_ in _MEN):
        return False
    if kind == "person" and not _may_be_one(one):
        return False
    if one.head.dep_ == "nmod:poss":
        return True
    if kind != "several":
        return not one.plural or (kind == "thing" and one.state)
    if one.plural:
        return not one.classes or bool(LIVING & one.classes)
    return bool(_BODIES & one.classes) and not _PERSONS & one.classes


def _may_be_one(one: Seen) -> bool:
    """Tell whether a phrase may be "he" or "she": no army, state, town, vehicle or deed is."""
    found, head = one.classes, one.head
    if found & _PERSONS:
        return True
    named = one.scene.actors_at.get(head.i)
    if head.i in one.scene.times_at or head.i in one.scene.places_at:  # "Goma, 5 May. She fled"
        return False
    if head.lemma_.lower() in _COLLECTIVE or (named is not None and named.text[:1].isupper()):
        return False
    if one.state or "platform" in found or head.i in one.scene.times_at:
        return False
    return not found or ("actor" in found and "place" not in found)


def _marks(one: Seen, pronoun: Token, back: int, nth: int) -> Iterator[str]:
    """Yield what tells of a phrase, `back` sentences and `nth` phrases before a pronoun."""
    head, scene = one.head, one.scene
    role = _ROLES.get(head.dep_, "other")
    yield _BACK[back] if back < len(_BACK) else "further back"
    yield _NEAR[nth] if nth < len(_NEAR) else "far"
    yield role
    if role == _ROLES.get(pronoun.dep_):
        yield f"{role} as the pronoun"
    if role in _CLAUSAL and (clause := _clause(head.head, pronoun)):
        yield f"{role} of {clause}"
    depth = sum(1 for _ in head.ancestors)
    yield f"depth {depth}" if depth < _DEEP else "deep"
    yield "plural" if one.plural else "singular"
    if head.pos_ == "PROPN":
        yield "name" if one.proper else "name of a place or time"
    if one.state:
        yield "state"
    if head.i in scene.actors_at:
        yield "known actor"
    classes = one.classes
    yield from (f"is {name}" for name in classes)
    if not classes:
        yield "is nothing known"
    if pronoun.dep_ in _ACTED_ON:
        yield from (f"is {name}, acted on" for name in classes & _PARTIES)


def _clause(verb: Token, pronoun: Token) -> str | None:
    """Return whose verb it is, seen from a pronoun: its own clause's, or that of one above it."""
    if verb.doc is not pronoun.doc:
        return None
    above = [t for t in pronoun.ancestors if t.pos_ == "VERB" or t.i == verb.i]
    at = next((n for n, t in enumerate(above) if t.i == verb.i), None)
    if at is None:
        return None
    return "its own clause" if at == 0 and pronoun.dep_ != "nmod:poss" else f"clause {min(at, 2)}"


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Return the weight of each mark by the kind of pronoun; others weigh nothing."""
    file = files("fogline.reading").joinpath("model", "antecedents.json")
    found: dict[str, dict[str, float]] = json.loads(file.read_text(encoding="utf-8"))
    return found

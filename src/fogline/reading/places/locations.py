"""Where a claim happens: the most specific named place of its clause, never more than the text
gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar import arguments, scope
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import CORE, PATIENTS
from fogline.reading.places import placing
from fogline.reading.places.place_phrases import has_name, is_site, says_where
from fogline.reading.roles import apart
from fogline.reading.roles.capacities import is_town
from fogline.reading.roles.whose import of_it
from fogline.reading.tables import words
from fogline.reading.triggers.seats import is_seat
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.roles.doers import Participants
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
_BARRIERS: Final = frozenset({"ccomp", "parataxis", "advcl", "acl:relcl"})
WORDS: Final = frozenset("ACCUSE AGREE CONCEDE REJECT REQUEST SUPPORT THREATEN".split())
"""The categories of what is only said, demanded or promised, which happens nowhere else."""
_SOMEWHERE: Final = frozenset("ASSAULT CONTROL CONDITION MOBILIZE".split())
_HERE: Final = frozenset({"here", "there"})
_STATIONED: Final = words("movers.csv", "words")["stationed"]
_OTHER_TIME: Final = frozenset({"before", "until", "while"})
_OF_PLACES: Final = frozenset(
    {
        ("ASSAULT", "ground"),
        ("COERCE", "restrict"),
        ("RETREAT", "access"),
        ("RETREAT", "disarm"),
        ("RETREAT", "withdraw"),
    }
)
_LYING: Final = frozenset({"in", "under"})
_SHARES: Final = frozenset("much most all some".split())


def place_heads(
    candidate: Candidate, found: tuple[Token, ...], heads: frozenset[int], scene: Scene
) -> list[Token]:
    """Return the heads of a claim's places: its trigger's own, those of the clause around it, else
    the last one that the sentence named before it. Where somebody speaks, nothing happens.

    `found` are the sentence's places, `heads` all its triggers.
    """
    if candidate.entry.event in WORDS:
        return _before_speaking(candidate.head, scene)
    if candidate.entry.event == "CONTROL" and candidate.entry.kind == "modifiers":
        return _described(candidate.head, scene)
    words = candidate.words
    owned = {t.i: scope.owner(t, heads) for t in found}
    mine = {w.i for w in words}
    own = [t for t in found if owned[t.i] in mine and says_where(t, scene)]
    own = [t for t in own if not is_apart(t, mine)]
    own += [t for t in _held(candidate, scene) if t not in own]
    named = [t for t in own if has_name(t, scene)]
    if named:  # whence something is fired is told beside where it lands, and what is reached
        named += [t for t in own if t not in named and placing.is_end(t, words[0])]
    if named or own:
        return named or own
    around = [t for t in found if _around(words[0], t, owned[t.i])]
    named = [t for t in around if has_name(t, scene)]
    return (
        named
        or [t for t in around if t.dep_ == "obl"]
        or _opening(words[0], scene)
        or _nearest(candidate, found, scene)
    )


def _before_speaking(verb: Token, scene: Scene) -> list[Token]:
    """Return the place that a sentence opens with in which somebody speaks out: "In Northtown the
    mayor condemned the raid".
    """
    opening = scene.sentence(verb).start
    speaker = next((c.i for c in verb.children if c.dep_ == "nsubj"), opening)
    before = (c for c in verb.children if c.i < speaker and c.dep_ == "obl")
    first = (c for c in before if c.left_edge.i == opening and preposition(c) == "in")
    return [c for c in first if c.i in scene.places_at]


def _described(modifier: Token, scene: Scene) -> list[Token]:
    """Return what "rebel-held" and the like describe: the noun, or the name that it explains."""
    noun = modifier.head
    if noun.dep_ == "appos" and has_name(noun.head, scene):
        return [noun.head]
    inner = (t for t in noun.subtree if t.i > noun.i and t.i in scene.places_at)
    joined = [t for t in inner if t.dep_ == "conj" and t.head.i in scene.places_at]
    return [noun, *joined]


def _held(candidate: Candidate, scene: Scene) -> list[Token]:
    """Return what is taken, held or lost: whatever has a name there is a place."""
    if candidate.entry.event != "CONTROL":
        return []
    head, noun = candidate.head, candidate.entry.kind == "nouns"
    args = arguments.of_noun(head) if noun else arguments.of_verb(head)
    falls = candidate.entry.frame == "fallto"
    over = (h for case, h in args.obliques if case == "over")
    stands = not args.objects and candidate.entry.frame == "state"  # "Northtown will not hold"
    towns = (s for s in args.subjects if stands and is_town(s, scene))
    held = (*map(_whole, args.objects), *over, *(args.subjects if falls else towns))
    owned_by = candidate.entry.frame == "owned"
    theirs = [h for h in apart.held(head) if is_seat(h, scene)] if owned_by else []
    return [*(h for h in held if _is_holdable(h, scene)), *theirs]


def _whole(share: Token) -> Token:
    """Return of what some is held: "most of the province"."""
    if share.lower_ not in _SHARES:
        return share
    return next((c for c in share.children if preposition(c) == "of"), share)


def _is_holdable(head: Token, scene: Scene) -> bool:
    """Tell whether a thing taken is a place; a name that nobody bears may be an unknown town's."""
    entity = scene.actors_at.get(head.i)
    if entity is not None:
        return entity.kind == "person" and not entity.id
    found = classes.of_word(head) & {"place", "site", "route"}
    return head.i in scene.places_at or (bool(found) and head.lemma_.lower() != "ground")


def _nearest(candidate: Candidate, found: tuple[Token, ...], scene: Scene) -> list[Token]:
    """Return the last place that the sentence names before a deed that has to happen somewhere."""
    if candidate.entry.event not in _SOMEWHERE:
        return []
    return [
        t for t in found
        if t.i < candidate.head.i and has_name(t, scene) and says_where(t, scene)
        and not (t.dep_ in CORE and is_site(t, scene))
        and not is_apart(t, {w.i for w in candidate.words})
    ][-1:]  # fmt: skip


def is_apart(token: Token, mine: set[int]) -> bool:
    """Tell whether a place stands in a clause of another time, "hit before it reached X", or says
    where somebody is who acts: "fighters positioned in X".
    """
    node = token
    while node.i not in mine and node.head.i != node.i:
        if node.dep_ == "acl" and node.lower_ in _STATIONED:
            return True
        if node.dep_ == "advcl" and any(c.lower_ in _OTHER_TIME for c in node.children):
            return True
        node = node.head
    return False


def struck(candidate: Candidate, who: Participants, scene: Scene) -> frozenset[int]:
    """Return the heads of the buildings, bridges and the like that are acted on: no places, but
    where they are taken or held.
    """
    if candidate.entry.event == "CONTROL":
        return frozenset()
    return frozenset(h.i for h in who.recipients if is_site(h, scene))


def is_taken_again(candidate: Candidate) -> bool:
    """Tell whether what is taken is a word for a place: "seized it"."""
    return candidate.entry.frame == "take" and spoken_of(candidate) is not None


def spoken_of(candidate: Candidate) -> Token | None:
    """Return the "it" that may be a place which is taken, left, shut or stormed: "abandoned it";
    or one that falls or is held: "it fell", "it remains in rebel hands".
    """
    entry = candidate.entry
    if (entry.event, entry.mode) not in _OF_PLACES and entry.event != "CONTROL":
        return None
    if (it := _it_lies(candidate)) is not None:
        return it
    if entry.kind == "nouns":  # "its capture"
        return of_it(candidate.head)
    children = (c for word in candidate.words for c in word.children)
    return next((c for c in children if c.dep_ in PATIENTS and c.lower_ == "it"), None)


def _it_lies(candidate: Candidate) -> Token | None:
    """Return the "it" of which is said that it falls, or in whose hands it is."""
    entry, head = candidate.entry, candidate.head
    state = head.pos_ == "NOUN" and preposition(head) in _LYING
    if entry.event != "CONTROL" or not (state or entry.frame == "fallto"):
        return None
    above = (head.head,) if head.dep_ in {"obl", "xcomp"} else ()
    told = (c for word in (head, *above) for c in word.children)
    return next((c for c in told if c.dep_ == "nsubj" and c.lower_ == "it"), None)


def is_there(candidate: Candidate) -> bool:
    """Tell whether a claim's place is a word for one named before: "died there"."""
    if candidate.entry.event in WORDS:
        return False
    beside = (t for word in candidate.words for t in placing.beside(word))
    return any(c.dep_ == "advmod" and c.lower_ in _HERE for t in beside for c in t.children)


def _around(trigger: Token, place: Token, owner: int | None) -> bool:
    """Tell whether a place stands beside a verb of the trigger's clause, not inside another
    phrase.
    """
    climbed, node = {trigger.i}, trigger
    while node.head.i != node.i and node.dep_ not in _BARRIERS:
        node = node.head
        climbed.add(node.i)
    if owner is not None and owner not in climbed:
        return False
    for token in _up(place):
        if token.i in climbed:
            return True
        if token.pos_ == "VERB" or token.dep_ in PATIENTS:
            return False
    return False


def _opening(trigger: Token, scene: Scene) -> list[Token]:
    """Return the place that a post opens with: "Mogok: two dead"."""
    if ":" not in scene.doc.words:
        return []
    for i in scene.sentence(trigger)[:6]:
        token = trigger.doc[i]
        if token.i + 1 < len(token.doc) and token.nbor().text == ":" and token.i in scene.places_at:
            return [token]
    return []


def _up(token: Token) -> Iterator[Token]:
    node = token
    for _ in range(6):
        if node.head.i == node.i or node.dep_ in _BARRIERS:
            return
        node = node.head
        yield node

"""Where a claim happens: the most specific named place of its clause, never more than the text
gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from fogline.model import Entity, Place
from fogline.reading.coreference import anaphora
from fogline.reading.grammar import arguments
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.places import extents, listed, placing
from fogline.reading.roles.capacities import is_facility, is_state, is_town
from fogline.reading.roles.converse import is_handled
from fogline.reading.roles.whose import of_it
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.language import Token
    from fogline.reading.roles.frames import Participants
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_WHERE: Final = frozenset(
    (
        "in at on near from to towards toward into over around inside across through "
        "off along by between within beyond out outside past via south north east west "
        "southwest northwest southeast northeast onto"
    ).split()
)
_BARRIERS: Final = frozenset({"ccomp", "parataxis", "advcl", "acl:relcl"})
NOUNS: Final = frozenset({"NOUN", "PROPN"})
_WORDS: Final = frozenset("ACCUSE AGREE CONCEDE REJECT REQUEST SUPPORT THREATEN".split())
_SOMEWHERE: Final = frozenset("ASSAULT CONTROL CONDITION MOBILIZE".split())
_CORE: Final = frozenset({"obj", "nsubj", "nsubj:pass"})
_NAMES: Final = frozenset({"compound", "flat", "amod"})
_APART: Final = frozenset({"conj", "root"})
_INSIDE_OF: Final = frozenset({"in", "on", "at", "outside"})
_SPREAD: Final = frozenset({"in", "across", "throughout", "around"})
_WIDE: Final = ("PCL", "ADM1", "RGN", "CONT", "AREA")
_HERE: Final = frozenset({"here", "there"})
_STATIONED: Final = frozenset(
    (
        "positioned stationed based located entrenched deployed holed garrisoned encamped flagged "
        "registered headquartered born trained raised built hired recruited"
    ).split()
)
_RUNNING: Final = frozenset({"compound", "flat", "nmod:desc", "appos"})
_INDEX: Final = attrgetter("i")
_OTHER_TIME: Final = frozenset({"before", "until", "while"})
_COMPASS: Final = frozenset("south north west east southwest northwest southeast northeast".split())
_BESIDE: Final = frozenset("near outside beside behind opposite close next around".split())
_MEASURES: Final = frozenset("km kms kilometers kilometres miles kilometer kilometre mile".split())
_FAR: Final = _MEASURES | {"away", "far"}
_LEFT: Final = frozenset({"remain", "leave"})
_ACTED_ON: Final = frozenset({"obj", "nsubj:pass"})
_OF_PLACES: Final = frozenset(
    {
        ("ASSAULT", "ground"),
        ("COERCE", "restrict"),
        ("RETREAT", "access"),
        ("RETREAT", "disarm"),
        ("RETREAT", "withdraw"),
    }
)
_SHARES: Final = frozenset("much most all some".split())
_VAGUE: Final = frozenset(
    "part place side land state nation area ground region territory position zone".split()
)


def place_heads(
    candidate: Candidate, found: tuple[Token, ...], heads: frozenset[int], scene: Scene
) -> list[Token]:
    """Return the heads of a claim's places: its trigger's own, those of the clause around it, else
    the last one that the sentence named before it. Where somebody speaks, nothing happens.

    `found` are the sentence's places, `heads` all its triggers.
    """
    if candidate.entry.event in _WORDS:
        return []
    if candidate.entry.event == "CONTROL" and candidate.entry.kind == "modifiers":
        return _described(candidate.head, scene)
    words = candidate.words
    owned = {t.i: owner(t, heads) for t in found}
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


def _by_name(place: Token, scene: Scene) -> Token:
    """Return the name that tells where nameless areas lie, be it behind who holds them: "areas held
    by rebels across X".
    """
    if place.i in scene.places_at or place.lemma_.lower() not in _VAGUE or place.tag_ != "NNS":
        return place
    holding = (c for c in place.children if c.dep_ == "acl" and c.tag_ == "VBN")
    behind = (t for c in holding for t in c.subtree if t.i in scene.places_at)
    return next((t for t in behind if _is_spread_over(t)), place)


def _is_spread_over(name: Token) -> bool:
    """Tell whether a name, or the "province" behind it, says over what something is spread."""
    outer = name.head if name.dep_ == "compound" else name
    return outer.dep_ in {"nmod", "obl"} and preposition(outer) in _SPREAD


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
    return [h for h in held if _is_holdable(h, scene)]


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
        and not (t.dep_ in _CORE and _is_site(t, scene))
        and not is_apart(t, {w.i for w in candidate.words})
    ][-1:]  # fmt: skip


def owner(token: Token, heads: frozenset[int]) -> int | None:
    """Return the nearest trigger above a token, itself included; None outside any."""
    node = token
    for _ in range(40):
        if node.i in heads:
            return node.i
        if node.head.i == node.i:
            return None
        node = node.head
    return None


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


def is_direction(token: Token) -> bool:
    """Tell whether a phrase says whence something comes, not where: "attack it from the west"."""
    bare = token.lower_ in _COMPASS and not any(c.dep_ == "nmod" for c in token.children)
    return bare and preposition(token) == "from"


def is_somebody(token: Token, scene: Scene) -> bool:
    """Tell whether a name is somebody's, and no place but where it says so: "near the Kremlin"."""
    named = scene.actors_at.get(token.i)
    known = named is not None and named.id is not None
    if not (known or (token.i not in scene.places_at and is_handled(token))):
        return False
    return not (token.dep_ in {"obl", "nmod"} and preposition(token).split(" ")[0] in _WHERE)


def is_beside(token: Token) -> bool:
    """Tell whether a phrase is what something happens beside, and is not hit: "near the bridge"."""
    return token.dep_ in {"obl", "nmod"} and preposition(token).split(" ")[0] in _BESIDE


def _is_site(token: Token, scene: Scene) -> bool:
    """Tell whether a phrase names a building, a bridge or the like: what may itself be hit."""
    if token.i in scene.places_at:
        return not is_area(token, scene)
    return "site" in classes.of_word(token)


def _names(token: Token, struck: frozenset[int], scene: Scene) -> bool:
    """Tell whether a place is only the name of what is struck: "the Antonivskyi bridge"."""
    entity = scene.places_at.get(token.i)
    named = entity is not None and (entity.lat is None or not is_area(token, scene))
    return named and token.dep_ in _NAMES and token.head.i in struck


def is_area(token: Token, scene: Scene) -> bool:
    """Tell whether a phrase names a town, a region or the like: where, not what, something hits."""
    return token.i in scene.places_at and not is_facility(token, scene)


def has_name(token: Token, scene: Scene) -> bool:
    at = scene.places_at
    return token.i in at or any(t.i in at for t in token.subtree)


def says_where(token: Token, scene: Scene) -> bool:
    """Tell whether a place says where, not whose: states that act and "residents of X" do not."""
    if is_state(token, scene) and token.dep_ in {"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss"}:
        return False
    holder = token.head
    of = token.dep_ == "nmod" and preposition(token) in {"of", "for"}
    return not (of and scene.classes(holder) & {"actor", "people", "force"})


def is_place(token: Token, scene: Scene) -> bool:
    """Tell whether a token heads a phrase that says where: a named place, or "the front", "ward
    9".
    """
    if token.i in scene.places_at:
        return _heads(token, scene.places_at[token.i], scene)
    if token.i in scene.actors_at or token.i in scene.times_at or token.pos_ not in NOUNS:
        return False
    if token.lower_ in _COMPASS and not any(c.dep_ == "nmod" for c in token.children):
        return False
    found = scene.classes(token)
    if found & {"force", "people", "actor", "aid"} or not found & {"place", "site"}:
        return False
    named = any(c.i in scene.places_at for c in token.subtree)
    again = token.lower_ == "area" and anaphora.is_bare(token) and token.dep_ == "obl"
    vague = token.lemma_.lower() in _VAGUE and not again
    if (named or vague) and not _lies_beside(token):
        return False
    specific = is_definite(token) or any(_tells(c) for c in token.children) or _lies_beside(token)
    located = token.dep_ in {"obl", "nmod"} and preposition(token).split(" ")[0] in _WHERE
    located = located or _is_left(token)
    return specific and (located or (token.dep_ in _CORE and "place" in found))


def _is_left(token: Token) -> bool:
    """Tell whether a phrase is what something is a rest of: "what remains of the town"."""
    rest = token.dep_ == "obl" and token.head.lemma_.lower() in _LEFT
    return rest and preposition(token) == "of"


def _lies_beside(token: Token) -> bool:
    """Tell whether a phrase says on which side of a place it lies: "areas west of the city"."""
    beside = (c for c in token.children if c.dep_ == "advmod" and c.lower_ in _COMPASS)
    sides = (c for c in beside if c.left_edge.i == c.i)  # no "20 km north"
    return any(c.dep_ == "obl" and preposition(c) == "of" for side in sides for c in side.children)


def _tells(word: Token) -> bool:
    """Tell whether a modifier says which place is meant: "ward 9", "the Syrian capital"."""
    proper = word.dep_ == "amod" and word.text[:1].isupper()
    number = word.dep_ == "flat" and word.like_num
    return proper or number or word.dep_ in {"nummod", "compound"}


def struck(candidate: Candidate, who: Participants, scene: Scene) -> frozenset[int]:
    """Return the heads of the buildings, bridges and the like that are acted on: no places, but
    where they are taken or held.
    """
    if candidate.entry.event == "CONTROL":
        return frozenset()
    return frozenset(h.i for h in who.recipients if _is_site(h, scene))


def places(
    heads: list[Token], scene: Scene, memory: Memory, struck: frozenset[int] = frozenset()
) -> tuple[Place, ...]:
    """Return a claim's places, most specific last mention first, without the regions that hold
    them. Of what is `struck`, only the town that its name tells is a place: "Goma's airport".
    """
    heads = [_by_name(t, scene) for t in heads if not placing.is_nowhere(t, scene)]
    heads = [t for t in listed.joined(heads, scene) if not _names(t, struck, scene)]
    kept = [t for t in heads if not _contained(t, heads, scene)]
    kept = sorted({t.i: t for head in kept for t in _run_on(head, scene)}.values(), key=_INDEX)
    ordered = kept if any(t.dep_ == "conj" for t in kept) else list(reversed(kept))
    found: dict[str, Place] = {}
    for token in ordered:
        for place in placing.meant(token, scene, memory, struck):
            found.setdefault(place.text.casefold(), place)
    return tuple(
        p
        for p in found.values()
        if not any(_holds(o, p) or _is_again(p, o) for o in found.values())
    )


def _holds(outer: Place, inner: Place) -> bool:
    """Tell whether the words for a place are only some of another's: "the road from X to Y"."""
    ends = (outer.start, inner.start, inner.end, outer.end)
    known = [end for end in ends if end is not None]
    return outer is not inner and len(known) == len(ends) and known == sorted(known)


def _is_again(place: Place, other: Place) -> bool:
    """Tell whether a word only means again a place that another names: "the town" beside it."""
    same = place is not other and place.name is not None and place.name == other.name
    return same and place.text.islower() and not other.text.islower()


def _run_on(head: Token, scene: Scene) -> list[Token]:
    """Return a place with the towns that its name runs on with, where a list has lost its commas:
    "in Damascus Homs & Aleppo".
    """
    own = scene.places_at.get(head.i)
    listed_on = any(c.dep_ == "conj" for c in head.children)
    if own is None or not (_is_town(own) or (listed_on and own.feature == "PPLX")):
        return [head]
    beside = [c for c in head.children if c.dep_ in _RUNNING and c.i in scene.places_at]
    beside = [c for c in beside if not _is_province_behind(c, [head], scene)]
    others: dict[int, Token] = {}
    for one in beside:
        place = scene.places_at[one.i]
        quarter = listed_on and place.feature == "PPLX"
        if place is not own and (_is_town(place) or quarter):
            others.setdefault(place.start, one)
    return [head, *others.values()]


def _is_town(place: Entity) -> bool:
    return (place.feature or "").startswith("PPL") and place.feature != "PPLX"


def is_taken_again(candidate: Candidate) -> bool:
    """Tell whether what is taken is a word for a place: "seized it"."""
    return candidate.entry.frame == "take" and spoken_of(candidate) is not None


def spoken_of(candidate: Candidate) -> Token | None:
    """Return the "it" that may be a place which is taken, left, shut or stormed: "abandoned it"."""
    entry = candidate.entry
    if (entry.event, entry.mode) not in _OF_PLACES and entry.event != "CONTROL":
        return None
    if entry.kind == "nouns":  # "its capture"
        return of_it(candidate.head)
    children = (c for word in candidate.words for c in word.children)
    return next((c for c in children if c.dep_ in _ACTED_ON and c.lower_ == "it"), None)


def is_there(candidate: Candidate) -> bool:
    """Tell whether a claim's place is a word for one named before: "died there"."""
    if candidate.entry.event in _WORDS:
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
        if token.pos_ == "VERB" or token.dep_ in {"obj", "nsubj:pass"}:
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


def _heads(token: Token, entity: Entity, scene: Scene) -> bool:
    """Tell whether a token is the one of its entity that attaches to the rest of the sentence."""
    same = scene.places_at.get(token.head.i)
    return token.head.i == token.i or same is not entity


def _tells_where(token: Token, others: list[Token], scene: Scene) -> bool:
    """Tell whether a place is only what another's is told by: "Northtown south of Capital", "40 km
    north of Capital around Northtown".
    """
    for i in range(token.i - 1, max(token.i - 6, 0), -1):
        word = token.doc[i]
        beside = word.lower_ in _COMPASS and word.nbor().lower_ == "of"
        if beside and word.i and word.nbor(-1).lower_ in _MEASURES:
            return any(o.i > token.i and has_name(o, scene) for o in others)
        if word.lower_ == "near" or beside:
            return any(_covers(o, i - 1, scene) for o in others if o is not token)
    return False


def _covers(token: Token, index: int, scene: Scene) -> bool:
    """Tell whether a place's name reaches to a token."""
    entity = scene.places_at.get(token.i)
    return entity is not None and scene.places_at.get(index) is entity


def _is_province_behind(token: Token, others: list[Token], scene: Scene) -> bool:
    """Tell whether a town's name that is its province's too follows a town of that province, and
    goes on no list: "Saraqib, Idlib".
    """
    own = scene.places_at.get(token.i)
    if own is None or token.i < 1 or token.dep_ == "conj":
        return False
    before = token.i - 1 - (token.nbor(-1).text == ",")
    town = next((scene.places_at[o.i] for o in others if _covers(o, before, scene)), None)
    lists = any(c.dep_ == "conj" for t in (token, token.head) for c in t.children)
    return town is not None and not lists and extents.is_within_namesake(town, own)


def is_whence(token: Token, scene: Scene) -> bool:
    """Tell whether a place says whence an attack is made: "fired rockets from X at Y"."""
    outer = placing.wrapper(token, scene)
    return preposition(outer) == "from" and outer.head.lemma_.lower() not in _FAR


def _contained(token: Token, others: list[Token], scene: Scene) -> bool:
    """Tell whether a place only says in which region another one of the list lies."""
    others = [o for o in others if not listed.goes_with(token, o, scene)]
    others = [o for o in others if is_whence(o, scene) == is_whence(token, scene)]
    outer = placing.wrapper(token, scene)
    if listed.examples(outer, scene):
        return True
    named = [o for o in others if o.i < token.i and o.head.i == outer.i]
    if preposition(token) == "in" and token.head.i == outer.i and named:
        return True  # "the town of Northtown in Eastland"
    indices = {o.i for o in others if o.i != token.i}
    node = token
    while node.head.i != node.i and node.dep_ not in _APART:
        node = node.head
        if node.i in indices:
            return True
    case = min((c.i for c in outer.children if c.dep_ == "case"), default=outer.i)
    if preposition(outer) in _INSIDE_OF and any(0 < case - i < 8 for i in indices):
        return True
    if _tells_where(token, others, scene) or _is_province_behind(token, others, scene):
        return True
    entity = scene.places_at.get(token.i)
    if entity is None or not (entity.feature or "").startswith(_WIDE):
        return False
    finer = [e for o in others if (e := scene.places_at.get(o.i)) is not None and e is not entity]
    return any(
        e.country == entity.country and not (e.feature or "").startswith(("PCL", "CONT"))
        and e.feature != entity.feature for e in finer
    )  # fmt: skip

"""Who is meant again by what they are: "the brigade", "both sides", "the attackers".

Of such a phrase the words stay as they stand; the name is that of whom the text told before.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from fogline.reading.actors.actors import link
from fogline.reading.actors.bodies import of_id
from fogline.reading.grammar.phrases import is_definite
from fogline.reading.tables import words
from fogline.reading.words.inflections import plurals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fogline.model import Claim, Entity, Mention
    from fogline.reading.actors.authority import Actor
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_WORDS: Final = words("again.csv", "word")
BODIES: Final = frozenset(form for word in _WORDS["body"] for form in plurals(word))
_UNARMED: Final = frozenset(form for word in _WORDS["unarmed"] for form in plurals(word))
_STATES: Final = _WORDS["state's"]
_ARMIES: Final = _WORDS["army"]
_RISEN: Final = _WORDS["risen"]
_BOTH: Final = _WORDS["both"]
_OUTSIDE: Final = frozenset({"det", "det:predet", "case", "punct", "cc", "conj", "appos"})
_PAIR: Final = 2
_MEETING: Final = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_ONE: Final = {"former": 0, "latter": 1}
_BEFORE: Final = frozenset({"amod", "compound"})
_TELLING: Final = frozenset({"nmod", "acl", "acl:relcl"})
_KINDS: Final = {"irregular": "armed-group", "regular": "official"}
_POSSESSIVE: Final = frozenset({"'s", "’s"})
_PART_OF_NAME: Final = frozenset({"compound", "flat", "amod", "nmod"})


@dataclass(slots=True)
class Parties:
    """Who a document has told of so far: bodies by what they are, the last that fought, the last
    that attacked.
    """

    bodies: dict[str, list[tuple[Token, Scene]]]
    armies: list[tuple[Token, Scene]] = field(default_factory=list)
    facing: tuple[Mention, ...] = ()
    pair: tuple[Mention, ...] = ()
    attacking: tuple[Mention, ...] = ()

    def note(self, within: range, scene: Scene) -> None:
        """Remember bodies named in full by the word that says what they are: "the Nour Brigade"."""
        for token in scene.once(_bodies):
            if token.i in within:
                self.bodies.setdefault(token.lower_, []).append((token, scene))
        self.armies += [(t, scene) for t in scene.once(_armies) if t.i in within]

    def body(self, head: Token, scene: Scene) -> tuple[Token, Scene] | None:
        """Return the word of the body's name that "the army" points back to: the one army named
        before it; None where several were, or the phrase is linked or told more of by itself.
        """
        found = self._named_before(head, scene)
        return found[0] if len(found) == 1 else None

    def are_several(self, head: Token, scene: Scene) -> bool:
        """Tell whether "the army" may be either of several armies named before it."""
        return len(self._named_before(head, scene)) > 1

    def _named_before(self, head: Token, scene: Scene) -> list[tuple[Token, Scene]]:
        """Return the bodies named before that "the army" may point back to, each once."""
        before = [b for b in self.bodies.get(head.lower_, ()) if _stands_before(b, head, scene)]
        if not before or head.text != head.lower_ or not _is_nameless(head, scene):
            return []
        if not _points_back(head):
            return []
        before = [b for b in before if not (head.lower_ in _STATES and _have_risen(b))]
        return [
            *{
                (m.id or (m.name or m.text).casefold()): b for b in before if (m := _full(b))
            }.values()
        ]

    def again(self, head: Token, mention: Mention, scene: Scene) -> Mention:
        """Return a mention by the name of the body that it points back to, where it does."""
        body = self.body(head, scene) or self._army(head, scene)
        return _renamed(mention, _full(body)) if body is not None else mention

    def _army(self, head: Token, scene: Scene) -> tuple[Token, Scene] | None:
        """Return the last army that the sentence before or the same tells to be a state's, for a
        bare "the army", wherever the text is at home: "Chad's army bombed Kano. The army said".
        """
        if head.lower_ not in _ARMIES or not _points_back(head) or _is_a_states(head, scene):
            return None
        here = scene.sentence(head).start
        near = here and scene.sentence(scene.doc[here - 1]).start
        told = [b for b in self.armies if b[1] is scene and near <= b[0].i < head.i]
        last = [b for b in told if b[0].i in scene.sentence(told[-1][0])]
        return last[-1] if len({_full(b).id for b in last}) == 1 else None

    def fight(self, claim: Claim) -> None:
        """Remember who attacked, and who faced each other where two did."""
        self.attacking = claim.actors or self.attacking
        both = (*claim.actors, *claim.recipients)
        if claim.mode == "clash" and len(both) == _PAIR:
            self.facing = both

    def join(self, claim: Claim) -> None:
        """Remember two known actors that a claim names side by side, in the text's order."""
        both = claim.actors
        if len(both) == 1 and (claim.mode == "clash" or claim.event in _MEETING):
            both = (*both, *claim.recipients)
        if len(both) == _PAIR and all(_is_known(m) for m in both):
            self.pair = tuple(sorted(both, key=lambda m: m.start or 0))

    def meant(self, head: Token, scene: Scene) -> tuple[Mention, ...]:
        """Return whom a phrase means again; () where it names somebody itself, or nobody."""
        lemma = head.lemma_.lower()
        if lemma in _WORDS["side"] and head.tag_ == "NNS" and _is_both(head) and self.facing:
            return self.facing
        if one := self._of_pair(lemma, head):
            return one
        if head.i in scene.actors_at or not _points_back(head):
            return ()
        return self._attackers(lemma, head, scene)

    def _of_pair(self, lemma: str, head: Token) -> tuple[Mention, ...]:
        """Return both of the last pair for "both" and "the two countries", one of them for "the
        former" and "the latter".
        """
        bare = not any(c.dep_ in _TELLING and c.i > head.i for c in head.children)
        if not self.pair or not bare:
            return ()
        several = lemma in _WORDS["pair"] and head.tag_ == "NNS" and _is_both(head)
        if several or (head.lower_ == "both" and head.pos_ in {"PRON", "DET"}):
            return self.pair
        if lemma in _ONE and is_definite(head) and head.dep_ not in _BEFORE:
            return (self.pair[_ONE[lemma]],)
        return ()

    def _attackers(self, lemma: str, head: Token, scene: Scene) -> tuple[Mention, ...]:
        """Return the last attacker where one is meant: an armed group by "the militants", a state's
        force by "the soldiers".
        """
        if len(self.attacking) != 1 or head.tag_ != "NNS":
            return ()
        (one,) = self.attacking
        known = link(one.name or one.text)
        for kind, actor in _KINDS.items():
            if lemma in _WORDS[kind] and known is not None and known.kind == actor:
                return (_renamed(scene.mention(head), one),)
        named = one.text.lower() != head.lower_
        return (
            (_renamed(scene.mention(head), one),) if lemma in _WORDS["attacker"] and named else ()
        )


def unarmed(harmed: Iterable[Mention]) -> Iterator[Mention]:
    """Yield those of whom it is told that they were harmed who bear no arms: "five people"."""
    return (m for m in harmed if not _UNARMED.isdisjoint(m.text.lower().split()))


def _bodies(scene: Scene) -> list[Token]:
    words = scene.doc.reading(BODIES)
    return [t for t in words if t.text[:1].isupper() and _is_named(t) and not _is_owner(t, scene)]


def _armies(scene: Scene) -> list[Token]:
    """Return the words of armies that are said to be a state's: "the Israeli army"."""
    return [t for t in scene.doc.reading(_ARMIES) if _is_a_states(t, scene)]


def _is_a_states(word: Token, scene: Scene) -> bool:
    """Tell whether a name says of which state an army is: "Chad's army", not "the army"."""
    entity = scene.actors_at.get(word.i)
    if (
        entity is None
        or not entity.id
        or entity.text.lower() in {word.lower_, f"the {word.lower_}"}
    ):
        return False
    return any(actor.kind == "official" for actor in _bearers(entity))


def _stands_before(body: tuple[Token, Scene], head: Token, scene: Scene) -> bool:
    return body[1] is not scene or body[0].i < head.i


def _is_nameless(head: Token, scene: Scene) -> bool:
    """Tell whether nothing says whose a body is but what the text told before."""
    entity = scene.actors_at.get(head.i)
    return entity is None or not (entity.id or entity.candidates)


def _have_risen(body: tuple[Token, Scene]) -> bool:
    """Tell whether a body is none of a state's, by who is known to bear its name or by the name
    itself: the army that fights a Liberation Army is called "the army".
    """
    token, scene = body
    entity = scene.actors_at.get(token.i)
    known = _bearers(entity) if entity else []
    if known:
        return all(actor.kind == "armed-group" for actor in known)
    return not _RISEN.isdisjoint(_full(body).text.lower().split())


def _bearers(entity: Entity) -> list[Actor]:
    ids = (entity.id, *(c.id for c in entity.candidates))
    return [actor for one in ids if one and (actor := of_id(one))]


def _full(body: tuple[Token, Scene]) -> Mention:
    return _name(*body)


def _is_known(actor: Mention) -> bool:
    """Tell whether a mention is the name of an actor or a state."""
    return actor.text[:1].isupper() and bool(actor.id or link(actor.text))


def _is_named(word: Token) -> bool:
    """Tell whether a name's last or first word has more of the name beside it."""
    before = word.i > 0 and word.nbor(-1).pos_ != "DET" and _is_of_name(word.nbor(-1).text)
    behind = any(c.dep_ == "nmod" and c.text[:1].isupper() for c in word.children)
    return before or behind


def _is_of_name(text: str) -> bool:
    """Tell whether a word before "Brigade" is one of its name: "Hill", "4th"."""
    return text[:1].isupper() or (text[:1].isdigit() and text[-1:].isalpha())


def _is_owner(word: Token, scene: Scene) -> bool:
    """Tell whether a name only says whose another body is: "the Hill Army's 5th Brigade"."""
    entity = scene.actors_at.get(word.i)
    within = entity is not None and word.idx + len(word) + 2 < entity.end
    return within and any(c.lower_ in _POSSESSIVE for c in word.children)


def _points_back(head: Token) -> bool:
    """Tell whether a phrase is definite and says nothing more of whom it means."""
    return is_definite(head) and all(c.dep_ in _OUTSIDE for c in head.children)


def _is_both(head: Token) -> bool:
    """Tell whether a phrase means the two that fight: "both sides", "the warring parties"."""
    told = {c.lower_ for c in head.children if c.dep_ not in {"case", "punct"}} - {"the"}
    return bool(told) and told <= _BOTH


def _name(word: Token, scene: Scene) -> Mention:
    if entity := scene.actors_at.get(word.i):
        return scene.named(entity)
    top = word
    while top.dep_ in _PART_OF_NAME and top.head.text[:1].isupper():
        top = top.head
    return scene.mention(top)


def _renamed(mention: Mention, full: Mention) -> Mention:
    return replace(mention, name=full.name or full.text, id=full.id)

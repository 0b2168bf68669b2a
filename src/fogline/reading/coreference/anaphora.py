"""What pronouns and "the group", "the city" point back to, within one document (codebook section
7).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from fogline.reading.actors.actors import link
from fogline.reading.coreference import antecedents
from fogline.reading.coreference.antecedents import Seen
from fogline.reading.coreference.definites import Parties
from fogline.reading.grammar import whoever
from fogline.reading.grammar.names import by_name
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.places import sizes
from fogline.reading.places.places import is_state_capital
from fogline.reading.tables import rows, words

if TYPE_CHECKING:
    from fogline.model import Entity, Mention, Place, Source
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_ASKING: Final = frozenset({"who", "which", "whom", "that"})
_FIRST: Final = frozenset({"i", "me", "my"})
_FIRST_PERSON: Final = _FIRST | {"we", "us", "our", "ours", "ourselves"}
_DESCRIBED: Final = frozenset({"amod", "compound", "nmod", "nmod:poss", "flat", "acl", "acl:relcl"})
_REACH: Final = 20
_AGAIN: Final = words("again.csv", "word")
_GENERIC: Final = _AGAIN["group"]
_NO_GROUP: Final = frozenset({"media", "person"})
_TELLING: Final = _AGAIN["told"]
_BRANDS: Final = _AGAIN["brand"]
# GeoNames feature codes of what a word of kind points back to; None is a place of no gazetteer.
_KINDS: Final[dict[str, tuple[str | None, ...]]] = {
    word: tuple(None if code == "unknown" else code for code in row["features"].split("|"))
    for row in rows("place-words", "again.csv")
    for word in row["words"].split("|")
}
_BESIDE: Final = frozenset("next near beside behind around outside opposite adjacent close".split())
_FADING: Final = 0.9
_FORGETTING: Final = 0.5  # where the last claims happened fades faster than what is named
_TITLE: Final = 2.0  # a city that the title names is meant, whichever the text names last
_FILED: Final = 0.1
_SETTLED: Final = words("place-words/beside.csv", "word")["town"]
_TITLED: Final = _AGAIN["titled"]
_UNKNOWN: Final = 0.6
_WIDE: Final = 0.2
_WIDEST: Final = ("PCL", "ADM1", "CONT")
_STATES: Final = _AGAIN["state"]
_ANYWHERE: Final = _AGAIN["anywhere"]
_SIDES: Final = _AGAIN["which part"]
_LINES: Final = _AGAIN["line"]
_ROADS: Final = _AGAIN["road"]
_ALONG: Final = frozenset({"on", "along"})
_BACK: Final = frozenset((*_KINDS, *_ANYWHERE))


@dataclass(slots=True)
class Memory:
    """The mentions of a document so far, made anew for each; it changes as the document is read."""

    seen: list[Seen] = field(default_factory=list)
    place: Entity | None = None
    topic: tuple[int, Entity] | None = None  # what a sentence speaks of, and where that ends
    places: dict[str, Entity] = field(default_factory=dict)
    active: dict[str, float] = field(default_factory=dict)
    happened: dict[str, float] = field(default_factory=dict)
    speaker: Mention | None = None
    body: Mention | None = None
    bodies: dict[str, Mention] = field(default_factory=dict)
    cited: list[Source] = field(default_factory=list)
    told: dict[int, Source] = field(default_factory=dict)
    interviewed: tuple[Source, Mention | None] | None = None  # and for what body they speak
    threads: dict[str, tuple[list[Seen], list[Source]]] = field(default_factory=dict)
    groups: dict[str, list[tuple[int, Entity]]] = field(default_factory=dict)
    title: str = ""
    fallen: list[Mention] = field(default_factory=list)
    parties: Parties = field(default_factory=lambda: Parties({}))

    def enter(self, scene: Scene) -> None:
        """Turn to a part of a document. A comment points back to the report or to the comment that
        it answers, and cites nobody whom another author cited.
        """
        part, self.title = scene.part, (scene.document.title or "").casefold()
        comment = part.role == "comment"
        seen, cited = self.threads.get((part.parent or "") if comment else "", ([], []))
        self.seen, self.topic = [*seen], None
        self.cited = [] if comment and not part.parent else [*cited]
        self.threads[part.id if comment else ""] = self.seen, self.cited

    def hear(self, speaker: Mention | None, body: Mention | None, *, one: bool = False) -> None:
        """Take note of who speaks: one person or a body. "We" are the body that is, or was before,
        told of a person, and unknown where none is.
        """
        self.speaker = speaker
        if speaker is None or not one:
            self.body = speaker
            return
        name = (speaker.name or speaker.text).casefold().split()[-1:]
        if body is not None and name:
            self.bodies[name[0]] = body
        self.body = body or (self.bodies.get(name[0]) if name else None)

    def note(self, heads: list[Token], scene: Scene) -> None:
        """Remember noun phrases, the last of them, as what a later pronoun may mean."""
        named = [h for h in heads[-_REACH:] if not _is_short_form(h)]
        self.seen += [Seen(head, scene) for head in named]
        del self.seen[:-_REACH]

    def topic_before(self, token: Token, scene: Scene) -> Entity | None:
        """Return the place of which the sentence before a word's own speaks, if it is one."""
        end, place = self.topic or (-1, None)
        start = scene.sentence(token).start
        near = start - 2 <= end <= start  # a line's end may stand between
        return place if near and place is not None and not is_state_capital(place) else None

    def note_place(self, place: Entity, *, filed: bool = False) -> None:
        """Remember a place as the last one named; those named before fade a little. Where a report
        was filed is meant only where it names no other.
        """
        if place is self.place:
            return
        self.place = place
        name = place.name or place.text
        self.places[name] = place
        self.active = {n: strength * _FADING for n, strength in self.active.items()}
        self.active[name] = self.active.get(name, 0.0) + (_FILED if filed else 1.0)

    def place_called(
        self,
        noun: str,
        beside: Entity | None = None,
        topic: Entity | None = None,
        home: str | None = None,
    ) -> Entity | None:
        """Return what "the city", "the province" or "the area" points back to: among the places
        of that kind and size, or with that word in their names, the one that was named most and
        last, and where most happened last, or the `topic` of the sentence before; never one that
        is told to lie `beside` it. "The country" and "the capital" are those of the country `home`,
        which the document is mostly about, or of the topic.
        """
        if noun == "country" and topic is not None and topic.feature in _KINDS[noun]:
            return topic
        fitting = self._fitting(noun, home)
        if beside is not None:
            fitting = [n for n in fitting if n != (beside.name or beside.text)]
        if not fitting:
            return None
        titled = [n for n in fitting if self.places[n].text.casefold() in self.title]
        main = titled[0] if len(titled) == 1 else None  # a title of several prefers none
        if topic is not None and (topic.name or topic.text) in fitting and noun in _SETTLED:
            return topic
        return self.places[max(fitting, key=lambda n: self._strength(n, noun, titled=n == main))]

    def _fitting(self, noun: str, home: str | None) -> list[str]:
        """Return the names of the places that a noun may mean by their kind, or else by a word in
        their names; those of states are those of the country `home`.
        """
        kinds, anywhere = _KINDS.get(noun, ()), noun in _ANYWHERE
        fitting = [n for n, place in self.places.items() if anywhere or place.feature in kinds]
        if noun == "capital":
            fitting = [n for n in fitting if is_state_capital(self.places[n])]
        fitting = fitting or [n for n in self.places if noun in n.lower().split()]
        if noun in _STATES and home:
            return [n for n in fitting if self.places[n].country == home]
        return fitting

    def _strength(self, name: str, noun: str, *, titled: bool) -> float:
        """Return how much a place is spoken of by a noun; an area is seldom a whole province or
        state.
        """
        place, anywhere = self.places[name], noun in _ANYWHERE
        feature = place.feature
        strength = self.active[name] + self.happened.get(name, 0.0)
        if titled and noun in _TITLED:
            strength += _TITLE
        strength *= sizes.fits(noun, place)
        if feature is None:
            strength *= _UNKNOWN
        return strength * (_WIDE if anywhere and (feature or "").startswith(_WIDEST) else 1.0)

    def happen(self, places: tuple[Place, ...]) -> None:
        """Remember where a claim happened; where those before it did fades. What happens on
        the X road is not at X.
        """
        places = tuple(p for p in places if _ROADS.isdisjoint(p.text.lower().split()))
        if places:
            self.happened = {n: s * _FORGETTING for n, s in self.happened.items()}
        for place in places:
            name = place.name or place.text
            self.happened[name] = self.happened.get(name, 0.0) + 1.0

    def resolve(
        self, head: Token, scene: Scene, *, wide: bool = False, avoid: frozenset[str] = frozenset()
    ) -> Mention | None:
        """Return what a head stands for: itself, or what it points back to; None when unknown."""
        word = head.lower_
        if word in _FIRST:
            return self.speaker
        if is_first_person(head):
            return self.body
        if word == "other":
            return None  # "each says the other fired"
        if whoever.told(head) is not None:
            return scene.mention(head, wide=wide)
        if head.pos_ in {"PRON", "DET"} and word in antecedents.KINDS:
            return self._back(head, scene, avoid)
        if head.pos_ == "PRON" or word in _ASKING or any(map(_asks_which, head.children)):
            return None
        return self._again(head, scene, scene.mention(head, wide=wide))

    def _again(self, head: Token, scene: Scene, mention: Mention) -> Mention:
        """Return a mention, or, of "the army" and "the group", whom it points back to."""
        named = self.parties.again(head, mention, scene)
        return named if named is not mention else self._group(head, scene) or mention

    def _group(self, head: Token, scene: Scene) -> Mention | None:
        """Return the body that a bare "the group" points back to."""
        if head.text == head.lower_ == head.lemma_ and _is_generic(head):
            return self._named_group(head, scene)
        return None

    def _named_group(self, head: Token, scene: Scene) -> Mention | None:
        """Return the last body named, for "the group" and "the movement"."""
        groups = self._groups_of(scene)
        before = bisect_left(groups, head.i, key=lambda at: at[0])
        if before:
            return scene.named(groups[before - 1][1])
        told = (s for s in reversed(self.seen) if s.scene is not scene or s.head.i < head.i)
        bodies = (s for s in told if s.proper and s.classes & {"actor", "force"})
        body = next((s for s in bodies if not (s.classes & _NO_GROUP or _listens(s))), None)
        return body.mention if body is not None else None

    def _groups_of(self, scene: Scene) -> list[tuple[int, Entity]]:
        """Return the tokens of a part that name armed groups, in text order."""
        if scene.part.id not in self.groups:
            named = scene.actors_at.items()
            self.groups[scene.part.id] = sorted(
                ((i, e) for i, e in named if _is_group(e)), key=lambda at: at[0]
            )
        return self.groups[scene.part.id]

    def _back(self, head: Token, scene: Scene, avoid: frozenset[str]) -> Mention | None:
        """Return the likeliest of the last noun phrases that is none of those to avoid; a comment's
        own go before others'.
        """
        ranked = antecedents.ranked(head, scene, self.seen)
        if scene.part.role == "comment":
            ranked.sort(key=lambda pair: pair[1].scene is not scene)
        for _, seen in ranked:
            if seen.mention.text not in avoid:
                return self._called(seen) or self._again(seen.head, seen.scene, seen.mention)
        return None

    def _called(self, seen: Seen) -> Mention | None:
        """Return the person whose name stands behind an office: "the commander, Bo Lind"."""
        name, *others = by_name(seen.head)
        if others or seen.plural or name is seen.head or name.ent_type_ != "PER":
            return None
        return seen.scene.mention(name)


def is_first_person(token: Token) -> bool:
    """Tell whether a word means those who speak: "I", "we", "our"; "US" is a state."""
    return token.lower_ in _FIRST_PERSON and token.text != "US"


def _asks_which(word: Token) -> bool:
    """Tell whether a word asks for a noun, which so names nobody: "not clear which side fired"."""
    return word.dep_ == "det" and word.lower_ in {"which", "what"}


def _listens(one: Seen) -> bool:
    """Tell whether a name is only that of who publishes or was told what is said: "told the X"."""
    told = one.head.dep_ in {"obj", "iobj"} and one.head.head.lemma_.lower() in _TELLING
    return told or one.mention.text == one.scene.document.publisher


def _is_short_form(word: Token) -> bool:
    """Tell whether a word only gives a name's short form behind it: "the Hill Front (HF)"."""
    return word.dep_ == "appos" and word.is_upper and word.doc[max(word.i - 1, 0)].text == "("


def _is_group(entity: Entity) -> bool:
    """Tell whether a name is that of a body which is no state's."""
    actor = link(entity.name or entity.text)
    return entity.text[:1].isupper() and actor is not None and actor.kind == "armed-group"


def points_back(token: Token) -> bool:
    """Tell whether a phrase is "the city" and the like, with nothing that names it."""
    return token.lemma_.lower() in _BACK and is_bare(token)


def is_kind(noun: str) -> bool:
    """Tell whether a noun says of what kind a place is, as "the city" does."""
    return noun in _KINDS


def is_called(place: Entity, noun: str) -> bool:
    """Tell whether a place may be called by a noun: a town "the town"."""
    return place.feature in _KINDS[noun]


def is_bare(token: Token) -> bool:
    """Tell whether a phrase is definite and has nothing that names it: "the airfield"."""
    plural = token.tag_ in {"NNS", "NNPS"}
    if plural or not is_definite(token) or _is_told_by_another(token):
        return False
    return not any(_names_another(c) for c in token.children)


def _is_told_by_another(token: Token) -> bool:
    """Tell whether the words behind say where it lies, however they parse: "the suburb next to"."""
    behind = token.i + 1
    return behind < len(token.doc) and token.doc[behind].lower_ in _BESIDE


def _names_another(word: Token) -> bool:
    """Tell whether a modifier names a place anew: "the city of X", "the X district"."""
    if word.dep_ == "nmod" and word.lemma_.lower() in _LINES and preposition(word) in _ALONG:
        return False  # "the town on the Turkish border"
    side = word.lower_ in _SIDES
    plain = word.dep_ in {"amod", "compound"} and word.text[:1].islower() and not side
    plain = plain and word.i < word.head.i  # "the suburb next to it"
    return word.dep_ in {"amod", "compound", "nmod", "nummod"} and not plain


def _is_generic(head: Token) -> bool:
    return head.lower_ in _GENERIC and _bare_definite(head)


def _bare_definite(head: Token) -> bool:
    children = list(head.children)
    pointed = any(c.lower_ in {"the", "this"} for c in children)
    told = (c for c in children if c.dep_ in _DESCRIBED)
    return pointed and all(c.lower_ in _BRANDS for c in told)

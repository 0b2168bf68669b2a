"""One part of a document, parsed, with what the recognisers found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from fogline.model import Document, Entity, Mention, Part, Published, Span
from fogline.reading.actors import actors, units
from fogline.reading.grammar.compounds import leads_attack
from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.phrases import characters, extent
from fogline.reading.roles.converse import is_handled
from fogline.reading.times.stamps import Stamp, told_on
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from fogline.reading.actors.actors import Actor
    from fogline.reading.language import Doc, Evidence, Token


T = TypeVar("T")
_UNKNOWN: Final[Any] = object()
_ARTICLES: Final = frozenset({"the", "a", "an"})
_SHORT: Final = 3  # letters of the words that join a name's
_FEW: Final = 3  # tokens
_SAYING_WHOSE: Final = frozenset({"amod", "conj"})
_BY_KIND: Final = {
    "actor": frozenset({"actor", "force"}),
    "organisation": frozenset({"actor", "body"}),
    "person": frozenset({"actor", "person", "people"}),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed part; entity offsets count from the part's own start.

    `starts` are the tokens' character offsets; the `*_at` maps give the entity that a token belongs
    to; `home` is the country that the document is mostly about; `times` are the entities that are
    times; `quiet` is whether nothing in the document shows a conflict or politics (see
    triggers/subject.py); `known` is what `once` has worked out, before and after the heads are
    heard, `kinds` what `classes` has; `stamped` are the days that stretches of the text stand
    under.
    """

    document: Document
    part: Part
    doc: Doc
    text: str
    starts: tuple[int, ...]
    entities: tuple[Entity, ...]
    places_at: dict[int, Entity] = field(default_factory=dict)
    actors_at: dict[int, Entity] = field(default_factory=dict)
    times_at: dict[int, Entity] = field(default_factory=dict)
    evidence: Evidence | None = None
    home: str | None = None
    times: tuple[Entity, ...] = ()
    quiet: bool = False
    stamped: tuple[Stamp, ...] = ()
    kinds: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    known: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, work: Callable[..., T], *asked: Hashable) -> T:
        """Return `work(*asked, scene)`, done once for a part: evidence must play no part in it."""
        at = work, asked
        found: T = self.known.get(at, _UNKNOWN)
        if found is _UNKNOWN:
            self.known[at] = found = work(*asked, self)
        return found

    def published(self, offset: int) -> Published:
        """Return when what stands at an offset was told: with its stretch, else the document."""
        return told_on(offset, self.stamped, self.document.published)

    def sentence(self, token: Token) -> range:
        """Return the indices of the sentence that a token stands in."""
        return self.doc.sentences[token.i]

    def token_at(self, offset: int) -> Token:
        """Return the token that a character offset falls in."""
        return self.doc[max(bisect_right(self.starts, offset) - 1, 0)]

    def span(self, start: int, end: int) -> Span:
        """Return a token range as a span of the document's text."""
        first, last = characters(self.doc, start, end)
        shift = self.part.start
        return Span(first + shift, last + shift, self.text[first:last])

    def mention(self, head: Token, *, wide: bool = False) -> Mention:
        """Return the maximal noun phrase of `head` as a mention, linked where its name is known."""
        return self.once(_wide_mention if wide else _mention, head)

    def named(self, entity: Entity) -> Mention:
        """Return an entity of this part as a mention."""
        shift = self.part.start
        start, end = entity.start + shift, entity.end + shift
        return Mention(entity.text, start, end, entity.name, entity.id)

    def classes(self, token: Token) -> frozenset[str]:
        """Return what a noun names, by its word and by the entity that it belongs to."""
        found = self.kinds.get(token.i)
        if found is None:
            self.kinds[token.i] = found = self._classes(token)
        return found

    def _classes(self, token: Token) -> frozenset[str]:
        found = classes.of_word(token)
        if token.i in self.places_at:
            found |= {"place"}
        named = self.actors_at.get(token.i)
        if named is not None:
            found |= _BY_KIND[named.kind]
        elif token.ent_type_ == "PER":
            found |= {"person", "people", "actor"}
        elif token.ent_type_ == "ORG":
            found |= {"actor", "force"}
        return found


def _wide_mention(head: Token, scene: Scene) -> Mention:
    return _mention(head, scene, wide=True)


def _mention(head: Token, scene: Scene, *, wide: bool = False) -> Mention:
    start, end = whole_names(extent(head, wide=wide), scene)
    span = scene.span(start, end)
    who = _meant(head, start, end, scene) or _coalition(head, span.text, scene)
    name, known = (who.name, who.id) if who else (_state(head, span.text), None)
    half = span.text.endswith("-")  # "rebel- and government-held"
    return Mention(span.text.removesuffix("-"), span.start, span.end - half, name, known)


def _state(head: Token, said: str) -> str | None:
    """Return the state that alone says whose a deed is: "two Russian raids"."""
    says_whose = head.pos_ == "ADJ" and head.dep_ in _SAYING_WHOSE
    return classes.state_of(said) if says_whose and said == head.text else None


def _meant(head: Token, start: int, end: int, scene: Scene) -> Entity | None:
    """Return whom a phrase names by its head, or by a name beside it."""
    own, named = scene.actors_at.get(head.i), _named(head, start, end, scene)
    entity = own or named
    if entity is not None and _is_described(entity, start, end, scene):
        entity = _by_name(own, named)
    if entity is None:
        return None
    at = scene.actors_at
    first = next((i for i in range(start, end) if at.get(i) is entity), start)
    words = scene.doc[start:first]
    apart = head.i not in _tokens(scene.starts, entity) and units.are_others(head, words, entity)
    return None if apart or units.are_former(head, words) else entity


def _by_name(common: Entity | None, named: Entity | None) -> Entity | None:
    """Return the body whose proper name tells whose a common one is: "Islamic State jihadists"; the
    common one's own, where both are of one state: "Syrian regime army".
    """
    if named is None or named.text.islower() or named.kind == "person":
        return None
    if common is None or not units.is_office(named):
        return named
    same = common.id and common.country and common.country == named.country
    return common if same else named


def _coalition(head: Token, said: str, scene: Scene) -> Actor | None:
    """Return the coalition at war in the text's country that attacks are told of by who leads it:
    "Saudi-led air strikes".
    """
    if not leads_attack(head):
        return None
    day = (scene.published(head.idx).earliest or "")[:10]
    known = (bearer.actor for bearer in actors.called(f"{said} coalition"))
    then = (a for a in known if a.is_at_home(scene.home) and not (day and not a.stands(day)))
    return next(then, None)


def whole_names(stretch: tuple[int, int], scene: Scene) -> tuple[int, int]:
    """Return a phrase with all of the listed names at its ends: "Doctors Without Borders", "Save
    the Children", which the parse takes apart.
    """
    start, end = stretch
    for entity in (scene.actors_at.get(start), scene.actors_at.get(end - 1)):
        if entity is not None and _is_title(entity):
            inside = _tokens(scene.starts, entity)
            first = inside.start + (scene.doc[inside.start].lower_ in _ARTICLES)
            start, end = min(start, first), max(end, inside.stop)
    return start, end


def _is_title(entity: Entity) -> bool:
    """Tell whether a listed body's name is one phrase; "Russian forces in Syria" also tells where,
    and a person's name is whole without their office.
    """
    common = any(w.islower() and len(w) > _SHORT for w in entity.text.split())
    body = entity.id is not None and entity.kind != "person" and entity.text[:1].isupper()
    return body and not (common and " in " in entity.text)


def _is_described(entity: Entity, start: int, end: int, scene: Scene) -> bool:
    """Tell whether words before a common name make it another's: "jihadist coalition"."""
    if not units.is_common(entity):
        return False
    named = next((i for i in range(start, end) if scene.actors_at.get(i) is entity), start)
    return any(not scene.doc[i].like_num for i in range(start, named))


def _named(head: Token, start: int, end: int, scene: Scene) -> Entity | None:
    """Return the actor whose name makes up the phrase but for common nouns beside it, or whose
    people, units or arms it tells of.
    """
    at = scene.actors_at
    within = [i for i in range(start, end) if i in at]
    if len(within) > 1 and len({at[i].id for i in within}) > 1:
        within = [i for i in within if not units.is_common(at[i])]
    if len({at[i].id for i in within}) != 1:
        return None
    entity, phrase, named = at[within[0]], range(start, end), range(within[0], within[-1] + 1)
    short = len(phrase) <= _FEW
    if not short and entity.kind == "person":
        return None
    return entity if short or units.are_of(head, phrase, named, entity, scene.places_at) else None


def build(
    document: Document,
    part: Part,
    doc: Doc,
    entities: tuple[Entity, ...],
    home: str | None = None,
) -> Scene:
    """Return the scene of a part: its entities indexed by token."""
    starts = tuple([t.idx for t in doc])
    times = tuple(e for e in entities if e.kind == "time")
    scene = Scene(document, part, doc, text_of(doc), starts, entities, home=home, times=times)
    maps = {
        "place": scene.places_at,
        "actor": scene.actors_at,
        "organisation": scene.actors_at,
        "person": scene.actors_at,
        "time": scene.times_at,
    }
    for entity in entities:
        index = maps.get(entity.kind)
        if index is not None:
            for i in _tokens(starts, entity):
                index.setdefault(i, entity)
    handled = [e for i, e in scene.places_at.items() if e.lat is None and is_handled(doc[i])]
    named = {i for e in handled for i in _tokens(starts, e)}
    for i in {*scene.actors_at, *named}:
        scene.places_at.pop(i, None)
    return scene


def under(stamped: tuple[Stamp, ...], scene: Scene) -> Scene:
    """Return a scene whose text stands under stamps: these date no event by themselves."""
    for i, entity in [*scene.times_at.items()]:
        if any(s.start <= entity.start < s.end for s in stamped):
            del scene.times_at[i]
    return replace(scene, stamped=stamped)


def _tokens(starts: tuple[int, ...], entity: Entity) -> range:
    """Return the indices of the tokens that an entity covers or touches."""
    first = max(bisect_right(starts, entity.start) - 1, 0)
    return range(first, bisect_left(starts, entity.end))

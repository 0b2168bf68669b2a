"""A parsed part's claims: each trigger with all its slots (codebook, section 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from fogline.model import Casualties, Claim, Mention, Place, Range, Source, Span
from fogline.model.quick import quick
from fogline.reading import (
    actors,
    anaphora,
    attribution,
    casting,
    certainty,
    codes,
    converse,
    events,
    facts,
    loaded,
    locations,
    moments,
    offices,
    placing,
    polarity,
    quantities,
    reconciling,
    settling,
    standing,
    tolls,
)
from fogline.reading.counts import THINGS
from fogline.reading.modes import Weather, mode
from fogline.reading.participants import mentions
from fogline.reading.phrases import is_definite

if TYPE_CHECKING:
    from fogline.reading.certainty import Certainty
    from fogline.reading.frames import Participants
    from fogline.reading.harm import Harm
    from fogline.reading.language import Token
    from fogline.reading.marks import Where
    from fogline.reading.merging import Candidate
    from fogline.reading.scene import Scene

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_PARTS: Final = frozenset({"compound", "flat", "amod"})  # of a noun phrase
_NOBODY: Final = Casualties()

_VAGUE: Final = frozenset({None, "ground"})
_FLOWN: Final = frozenset({"aerial", "drone"})


@quick
@dataclass(frozen=True, slots=True)
class _Sentence:
    """What the claims of one sentence share: its triggers' heads and the harm that it counts."""

    scene: Scene
    heads: frozenset[int]
    harms: tuple[Harm, ...]
    tolls: Mapping[int, Casualties]
    told: list[int] = field(default_factory=list)  # the places of the claim before


@quick
@dataclass(frozen=True, slots=True)
class _Told:
    """How a claim is told; `sure` is what the rules make of its certainty, with the words."""

    mode: str | None
    status: str
    polarity: str
    certainty: str
    sure: Certainty

    @property
    def probability(self) -> tuple[float, float]:
        """The band that the words give, or that of the certainty that the heads chose."""
        agreed = self.certainty == self.sure.value
        return self.sure.probability if agreed else reconciling.BANDS[self.certainty]


class PartReader:
    """Reads the parts of one document in order; keeps what later parts point back to."""

    def __init__(self) -> None:
        self._memory = anaphora.Memory()
        self._weather = Weather()
        self._attack: Claim | None = None
        self._since = 0  # sentences with claims since the last attack
        self._is_killing = False  # the last attack is told by its dead alone: "gunmen killed two"
        self._held: tuple[Place, ...] = ()

    def read(self, scene: Scene) -> Iterator[Claim]:
        """Yield the claims of a part in text order, without ids."""
        noted = 0
        for matches in events.by_sentence(events.matches(scene), scene):
            found = events.candidates(matches, scene)
            sentence = _sentence(found, scene)
            self._since += bool(found)
            for candidate in found:
                noted = self._note(scene, noted, candidate.head.i)
                claim = self._claim(candidate, sentence)
                if not moments.is_background(claim.when, scene.document.published):
                    yield claim
        self._note(scene, noted, len(scene.doc))

    def _note(self, scene: Scene, start: int, end: int) -> int:
        """Remember the noun phrases up to `end` as antecedents."""
        words = scene.doc[start:end]
        self._memory.parties.note(range(start, end), scene)
        nouns = [t for t in words if t.pos_ in _NOUNS and t.dep_ not in _PARTS]
        self._memory.note(nouns, scene)
        for i in filter(scene.places_at.__contains__, range(start, end)):
            if not _is_owner(scene.doc[i], scene):
                self._memory.note_place(scene.places_at[i])
        return max(start, end)

    def _claim(self, candidate: Candidate, sentence: _Sentence) -> Claim:
        head, entry, scene = candidate.head, candidate.entry, sentence.scene
        who = casting.participants(facts.who(candidate, scene), candidate, scene)
        links = self._links(candidate, who, scene)
        told = _told(candidate, who, links, scene, self._weather)
        accusing = [scene.mention(t) for t in converse.accusers(head)]
        acting = mentions(who.actors, scene, self._memory, accusing)
        hit = mentions(who.recipients, scene, self._memory, acting, hit=True)
        places = self._places(candidate, who, sentence)
        cited = attribution.chain(links, scene, self._memory)
        own = _is_own(links, who)
        claim = Claim(
            id="",
            part=scene.part.id,
            sentence=_span(head, scene),
            trigger=scene.span(min(candidate.match.tokens), max(candidate.match.tokens) + 1),
            event=entry.event,
            mode=told.mode,
            actors=acting,
            recipients=hit,
            places=places,
            when=moments.moment(candidate, told.status, scene),
            attribution=cited,
            status=told.status,
            polarity=told.polarity,
            certainty=told.certainty,
            hedges=tuple(scene.span(t.i, t.i + 1) for t in told.sure.words),
            casualties=_harmed(candidate, told.mode, who, sentence),
            loaded=loaded.loaded(_own_words(candidate, acting, hit, (*places, *cited)), scene),
            probability=told.probability,
            acled=codes.acled(entry.event, told.mode, _actor_kind(acting)),
            plover=codes.plover(entry.event, told.mode, told.status, told.polarity, own=own),
            confidence=told.sure.confidence,
        )
        self._remember(claim, candidate, who, scene)
        return self._linked_back(claim, candidate)

    def _links(
        self, candidate: Candidate, who: Participants, scene: Scene
    ) -> list[attribution.Link]:
        """Return the sources of a claim, and take note of who speaks."""
        links = reconciling.links(facts.links(candidate.head, scene), candidate, scene)
        speakers = [link.source for link in links]
        if candidate.entry.rank == "speech":
            links = [k for k in links if k.source not in who.actors or _is_told(k, candidate)]
            named = [a for a in who.actors if not anaphora.is_first_person(a)]
            speakers = [*named, *speakers]
        self._hear(speakers, scene)
        return links

    def _remember(
        self, claim: Claim, candidate: Candidate, who: Participants, scene: Scene
    ) -> None:
        """Keep what later claims point back to: who spoke, what is held, who fights whom."""
        if candidate.entry.rank == "speech":
            attribution.remember(who.actors, candidate.head, scene, self._memory)
        self._memory.happen(claim.places)
        if claim.event == "CONTROL" and claim.places:
            self._held = claim.places
        self._memory.parties.join(claim)
        if claim.event == "ASSAULT":
            self._memory.parties.fight(claim)

    def _places(
        self, candidate: Candidate, who: Participants, sentence: _Sentence
    ) -> tuple[Place, ...]:
        """Return where the claim happens; "seized it" is what was held, "there" what was named
        last.
        """
        scene = sentence.scene
        it = locations.spoken_of(candidate)
        if it is not None and (meant := placing.again(it, scene, self._memory)):
            return meant
        if self._held and locations.is_taken_again(candidate):
            return self._held
        struck, last = locations.struck(candidate, who, scene), placing.last_place(self._memory)
        told = frozenset(sentence.told)
        heads = self._settled(settling.asked(candidate, who, sentence.heads, scene, told))
        sentence.told[:] = [t.i for t in heads]
        found = locations.places(heads, scene, self._memory, struck)
        back = locations.is_taken_again(candidate) or locations.is_there(candidate)
        whence = all(place.role == "origin" for place in found)
        return (*last, *found) if back and whence else found

    def _settled(self, where: Where) -> list[Token]:
        """Return the words that head a claim's places."""
        return settling.settled(where)

    def _linked_back(self, claim: Claim, candidate: Candidate) -> Claim:
        """Let "the raids", "this attack" inherit what the last attack told and this does not.

        A place is inherited only where it was a single one (codebook, section 7).
        """
        if claim.event != "ASSAULT":
            return claim
        before, noun = self._attack, candidate.head
        again = candidate.entry.kind == "nouns" and candidate.entry.rank == "attack"
        again = again and before is not None and _alike(claim.mode, before.mode)
        again = again and not (self._is_killing and claim.places)
        if (
            before is not None
            and again
            and _points_back(noun, before)
            and _same_side(claim, before)
        ):
            claim = replace(
                claim,
                mode=claim.mode or before.mode,
                # Whose it was is told again where other sentences come between.
                actors=claim.actors or (before.actors if self._since == 1 else ()),
                recipients=claim.recipients or _targets(before, claim),
                places=claim.places or (before.places if len(before.places) == 1 else ()),
            )
        killing = candidate.entry.rank == "harm" and bool(claim.actors)
        killing = killing and (self._attack is None or self._is_killing)
        if candidate.entry.rank == "attack" or killing:
            self._attack, self._is_killing, self._since = claim, killing, 0
        return claim

    def _hear(self, speakers: list[Token], scene: Scene) -> None:
        """Take note of who speaks: who denies or demands, the innermost source, else the part's
        author.
        """
        if speakers and (who := self._memory.resolve(speakers[0], scene)):
            one = offices.is_one_person(speakers[0], scene)
            body = offices.body(speakers[0], scene) if one else None
            self._memory.hear(who, body, one=one)
            return
        author = scene.part.author or scene.document.author
        told = author and scene.part.role != "comment"
        self._memory.hear(Mention(author) if author and told else None, None)


def _is_owner(place: Token, scene: Scene) -> bool:
    """Tell whether a place only names whose forces they are: "Kyiv's troops"."""
    owns = place.dep_ == "nmod:poss" and place.head.i != place.i
    return owns and bool(scene.classes(place.head) & {"force", "actor"})


def _points_back(noun: Token, before: Claim) -> bool:
    """Tell whether an attack is the last one told, or some of them: "the raids", "three raids"."""
    if any(c.lower_ == "no" for c in noun.children):
        return False
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return is_definite(noun) or (counted and before.trigger.text.lower().endswith(noun.lower_))


def _targets(before: Claim, claim: Claim) -> tuple[Mention, ...]:
    """Return whom "the raids" hit by what was told before: no casualties counted there, and nobody
    where the clause names another place.
    """
    if claim.places:
        return ()
    return tuple(r for r in before.recipients if quantities.number(r.text) is None)


def _same_side(claim: Claim, before: Claim) -> bool:
    """Tell whether an attack may be the one before it: nobody else is told to have made it."""
    told, known = ({m.name or m.text for m in c.actors} for c in (claim, before))
    return not told or told == known


def _alike(mode: str | None, other: str | None) -> bool:
    """Tell whether two attacks can be one: a poison gas attack is no air raid."""
    return mode == other or not _VAGUE.isdisjoint({mode, other}) or {mode, other} == _FLOWN


def _told(
    candidate: Candidate,
    who: Participants,
    links: list[attribution.Link],
    scene: Scene,
    weather: Weather,
) -> _Told:
    """Return how a claim is told: its mode, and how far it holds."""
    head, entry = candidate.head, candidate.entry
    sure = certainty.weigh(candidate.words, links)
    ruled = standing.status(head, entry, headline=scene.part.role == "headline")
    if not standing.is_sought(head, entry):
        ruled = reconciling.value("status", ruled, candidate, scene)
    how = reconciling.mode(mode(head, entry, who, weather), candidate, scene)
    denied = "negative" if polarity.is_negative(head, links) else "positive"
    affirmed = polarity.is_affirmed(head, links)
    return _Told(
        mode=how,
        status=ruled,
        polarity=denied if affirmed else reconciling.value("polarity", denied, candidate, scene),
        certainty=reconciling.value("certainty", sure.value, candidate, scene),
        sure=sure,
    )


def _harmed(
    candidate: Candidate, how: str | None, who: Participants, sentence: _Sentence
) -> Casualties:
    """Return whom a claim counts, those who left included."""
    found = sentence.tolls.get(candidate.head.i, _NOBODY)
    if how == "displace" and found.displaced is None:
        return replace(found, displaced=_displaced(who, sentence.scene))
    return found


def _is_told(link: attribution.Link, candidate: Candidate) -> bool:
    """Tell whether who speaks out also says that they do: "the court said it was looking into it",
    not "the court must look into it".
    """
    return link.cue.pos_ == "VERB" and candidate.entry.frame != "must"


def _is_own(links: list[attribution.Link], who: Participants) -> bool:
    """Tell whether who acts is who says so; the author of a report is nobody's own voice."""
    return bool(links) and links[0].source in who.actors


def _sentence(found: list[Candidate], scene: Scene) -> _Sentence:
    heads = frozenset(w.i for c in found for w in c.words)
    if not found:
        return _Sentence(scene, heads, (), {})
    indices = scene.sentence(found[0].head)
    first, last = scene.doc[indices.start], scene.doc[indices.stop - 1]
    harms = quantities.casualties(scene.doc, first.idx, last.idx + len(last))
    return _Sentence(scene, heads, harms, tolls.assigned(found, harms, scene))


def _span(head: Token, scene: Scene) -> Span:
    indices = scene.sentence(head)
    start, end = indices.start, indices.stop
    while end - 1 > head.i and scene.doc[end - 1].is_space:
        end -= 1
    while start < head.i and scene.doc[start].is_space:
        start += 1
    return scene.span(start, end)


def _own_words(
    candidate: Candidate,
    actors: tuple[Mention, ...],
    recipients: tuple[Mention, ...],
    named: tuple[Place | Source, ...],
) -> loaded.Own:
    """Return what a claim says itself, by slots: only there a loaded word is the claim's."""
    told = [candidate.head.doc[i] for i in candidate.match.tokens]
    for word in candidate.words:
        told += [word, *(c for c in word.children if c.dep_ in {"amod", "compound"})]
    return loaded.Own(tuple(told), actors, recipients, named, candidate.entry.event)


def _displaced(who: Participants, scene: Scene) -> Range | None:
    """Return how many left, by the phrase that counts them: "more than 26,000 people"."""
    for head in who.recipients:
        first = head.left_edge
        if head.lower_ in THINGS:  # "200 families" are not 200 people
            continue
        phrase = scene.text[first.idx : head.idx + len(head)]
        if any(t.like_num for t in head.doc[first.i : head.i]):
            return quantities.number(phrase)
    return None


def _actor_kind(named: tuple[Mention, ...]) -> str | None:
    known = actors.link(named[0].name) if named and named[0].name else None
    return known.kind if known is not None else None

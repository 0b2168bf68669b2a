"""A parsed part's claims: each trigger with all its slots (codebook, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.model import Casualties, Claim, Mention, Place, Source, Span
from fogline.reading import codes, loaded
from fogline.reading.actors import actors
from fogline.reading.attribution import chains, offices, presenting, signing
from fogline.reading.coreference import anaphora, definites
from fogline.reading.coreference.headings import Headings
from fogline.reading.coreference.retelling import Attacks
from fogline.reading.drafts import drafts
from fogline.reading.grammar.relations import NOUNS, SUBJECTS
from fogline.reading.learned import values
from fogline.reading.places import containing, headed, locations, placing
from fogline.reading.quantities import departures, mortality
from fogline.reading.roles import converse, tellers
from fogline.reading.roles.apart import held
from fogline.reading.roles.capacities import is_foreign_state
from fogline.reading.roles.participants import mentions
from fogline.reading.times import moments
from fogline.reading.triggers.modes import LastWeapon, mode
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections import deque

    from fogline.reading.attribution.attribution import Link
    from fogline.reading.drafts import Draft
    from fogline.reading.language import Token
    from fogline.reading.roles.doers import Participants
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
    from fogline.reading.triggers.triggers import Entry

_ACTING: Final = frozenset({"nsubj", "obl:agent"})
_PARTS: Final = frozenset({"compound", "flat", "amod"})  # of a noun phrase
_NOBODY: Final = Casualties()


class PartReader:
    """Reads the parts of one document in order; keeps what later parts point back to."""

    def __init__(self) -> None:
        self._memory = anaphora.Memory()
        self._last_weapon = LastWeapon()
        self._attacks = Attacks()
        self._headings = Headings()
        self._held: tuple[Place, ...] = ()

    def read(self, scene: Scene) -> Iterator[Claim]:
        """Yield the claims of a part in text order, without ids."""
        (drafted,) = drafts([scene])
        return self.finish(scene, drafted)

    def finish(self, scene: Scene, drafted: deque[Draft]) -> Iterator[Claim]:
        """Yield the claims of a part of which the drafts are made; each is let go of, since those
        of a long text are large.
        """
        noted, before = 0, None
        self._memory.enter(scene)
        chains.interviewed(scene, self._memory)
        while drafted:
            draft = drafted.popleft()
            self._attacks.sentence += draft.sentence is not before
            before = draft.sentence
            noted = self._note(scene, noted, draft.candidate.head.i)
            claim = self._claim(draft)
            if not moments.is_background(claim.when, scene.document.published):
                yield claim
        self._note(scene, noted, len(scene.doc))

    def _note(self, scene: Scene, start: int, end: int) -> int:
        """Remember the noun phrases up to `end` as antecedents."""
        words = scene.doc[start:end]
        self._memory.parties.note(range(start, end), scene)
        nouns = [t for t in words if t.pos_ in NOUNS and t.dep_ not in _PARTS]
        self._memory.note(nouns, scene)
        for i in filter(scene.places_at.__contains__, range(start, end)):
            word, place = scene.doc[i], scene.places_at[i]
            if not _is_anothers(word, scene):
                self._memory.note_place(place, filed=headed.is_filed(place, scene))
            if headed.is_label(place, scene):
                self._memory.topic = scene.sentence(word).start, place
            elif word.dep_ in SUBJECTS and _is_alone(word, scene):
                self._memory.topic = scene.sentence(word).stop, place
        return max(start, end)

    def _claim(self, draft: Draft) -> Claim:
        candidate, told, links = draft.candidate, draft.told, draft.sources.links
        head, entry, scene = candidate.head, candidate.entry, draft.sentence.scene
        self._hear(draft.sources.speakers, scene)
        how = values.mode(mode(head, entry, draft.who, self._last_weapon), candidate, scene)
        acting = self._actors(draft)
        cited = chains.chain(links, scene, self._memory)
        hit = self._recipients(draft, acting, cited)
        places = self._places(draft)
        own = _is_own(links, draft.who)
        claim = Claim(
            id="",
            part=scene.part.id,
            sentence=_span(head, scene),
            trigger=scene.span(min(candidate.match.tokens), max(candidate.match.tokens) + 1),
            event=entry.event,
            mode=how,
            actors=acting,
            recipients=hit,
            places=places,
            when=draft.when,
            attribution=cited,
            status=told.status,
            polarity=told.polarity,
            certainty=told.certainty,
            hedges=tuple(scene.span(t.i, t.i + 1) for t in told.sure.words),
            casualties=_harmed(draft, how),
            loaded=loaded.loaded(_own_words(candidate, acting, hit, (*places, *cited)), scene),
            probability=told.probability,
            acled=codes.acled(entry.event, how, _actor_kind(acting)),
            plover=codes.plover(entry.event, how, told.status, told.polarity, own=own),
            confidence=told.sure.confidence,
        )
        self._remember(claim, draft)
        return self._headings.completed(self._attacks.linked(claim, candidate), scene)

    def _remember(self, claim: Claim, draft: Draft) -> None:
        """Keep what later claims point back to: who spoke, what is held, who fights whom."""
        candidate, scene = draft.candidate, draft.sentence.scene
        if candidate.entry.rank == "speech":
            chains.remember(draft.who.actors, candidate.head, scene, self._memory)
        self._memory.happen(claim.places)
        if claim.event == "CONTROL" and claim.places:
            self._held = claim.places
        self._memory.parties.join(claim)
        if claim.event == "ASSAULT":
            self._memory.parties.fight(claim)
            if claim.casualties.killed is not None:
                self._memory.fallen = list(definites.unarmed(claim.recipients))

    def _actors(self, draft: Draft) -> tuple[Mention, ...]:
        """Return who acts: a pronoun means none of those told of beside it, nor of the fallen."""
        candidate, scene = draft.candidate, draft.sentence.scene
        head, entry = candidate.head, candidate.entry
        beside = (*converse.accusers(head), *converse.repelling(head), *_held(candidate))
        others = [*map(scene.mention, beside), *self._fallen(entry)]
        acting = mentions(draft.who.actors, scene, self._memory, others)
        return tellers.without(acting, entry.event) or self._who_calls_it_theirs(draft)

    def _recipients(
        self, draft: Draft, acting: tuple[Mention, ...], cited: tuple[Source, ...]
    ) -> tuple[Mention, ...]:
        """Return who is acted on: nobody who acts, and none of the dead is who tells of them."""
        telling = cited[1:] if mortality.is_deadly(draft.candidate.head) else ()
        known = [*acting, *(Mention(s.text, s.start, s.end) for s in telling)]
        hit = self._acted_on(draft)
        return mentions(hit, draft.sentence.scene, self._memory, known, hit=True)

    def _who_calls_it_theirs(self, draft: Draft) -> tuple[Mention, ...]:
        """Return who speaks of what is theirs: it "is ours", "remains under its control"."""
        head = draft.candidate.head
        its = head.lower_ == "ours" or any(c.lower_ in {"its", "their"} for c in head.children)
        told = its and _held(draft.candidate) and self._memory.body
        return (told,) if told else ()

    def _fallen(self, entry: Entry) -> list[Mention]:
        """Return those told to have been killed, who attack nobody after."""
        return self._memory.fallen if entry.event == "ASSAULT" else []

    def _acted_on(self, draft: Draft) -> tuple[Token, ...]:
        """Return who is acted on, without the "it" that is a place: "it is under siege"."""
        it, hit = locations.spoken_of(draft.candidate), draft.who.recipients
        place = (
            it is not None and it in hit and placing.again(it, draft.sentence.scene, self._memory)
        )
        return tuple(h for h in hit if h != it) if place else hit

    def _places(self, draft: Draft) -> tuple[Place, ...]:
        """Return where the claim happens; "seized it" is what was held, "there" what was named
        last.
        """
        candidate, scene = draft.candidate, draft.sentence.scene
        it = locations.spoken_of(candidate)
        if it is not None and (meant := placing.again(it, scene, self._memory)):
            return meant
        if self._held and locations.is_taken_again(candidate):
            return self._held
        last = self._memory.place
        own = frozenset(w.i for w in candidate.words)
        found = containing.places(self._settled(draft), scene, self._memory, draft.struck, own)
        back = locations.is_taken_again(candidate) or locations.is_there(candidate)
        whence = all(place.role == "origin" for place in found)
        return (*placing.said_again(last), *found) if back and whence else found

    # training/claims/places.py and a test override it, to listen.
    def _settled(self, draft: Draft) -> list[Token]:
        """Return the words that head a claim's places."""
        return draft.places

    def _hear(self, speakers: list[Token], scene: Scene) -> None:
        """Take note of who speaks: who denies or demands, the innermost source, else the part's
        author, or who signs the document.
        """
        answering = self._memory.interviewed
        if speakers and answering is not None and presenting.is_turn(speakers[0]):
            it, body = answering
            self._memory.hear(Mention(it.text, it.start, it.end, it.name, it.id), body, one=True)
            return
        if speakers and (who := self._memory.resolve(speakers[0], scene)):
            one = offices.is_one_person(speakers[0], scene)
            body = offices.body(speakers[0], scene) if one else None
            self._memory.hear(who, body, one=one)
            return
        author = scene.part.author or scene.document.author
        told = author and scene.part.role != "comment"
        own = Mention(author) if author and told else scene.once(signing.issuer)
        self._memory.hear(own, None)


def _is_alone(place: Token, scene: Scene) -> bool:
    """Tell whether a sentence names no other place."""
    names = (scene.places_at[i] for i in scene.sentence(place) if i in scene.places_at)
    return len({entity.name or entity.text for entity in names}) == 1


def _is_anothers(place: Token, scene: Scene) -> bool:
    """Tell whether a place only names whose forces they are, where a road goes, or which state acts
    abroad: "Kyiv's troops", "the Garowe road", "brokered by Moscow".
    """
    first = place
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ in _ACTING and is_foreign_state(place, scene):
        return True
    if place.dep_ == "compound":
        return place.i not in scene.actors_at and "route" in classes.of_word(place.head)
    owns = place.dep_ == "nmod:poss" and place.head.i != place.i
    return owns and bool(scene.classes(place.head) & {"force", "actor"})


def _held(candidate: Candidate) -> tuple[Token, ...]:
    return held(candidate.head) if candidate.entry.event == "CONTROL" else ()


def _harmed(draft: Draft, how: str | None) -> Casualties:
    """Return whom a claim counts, those who left included."""
    found = draft.sentence.tolls.get(draft.candidate.head.i, _NOBODY)
    if how == "displace" and found.displaced is None:
        many = departures.counted(draft.candidate, draft.who.recipients, draft.sentence.scene)
        return replace(found, displaced=many)
    return found


def _is_own(links: list[Link], who: Participants) -> bool:
    """Tell whether who acts is who says so; the author of a report is nobody's own voice."""
    return bool(links) and links[0].source in who.actors


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


def _actor_kind(named: tuple[Mention, ...]) -> str | None:
    known = actors.link(named[0].name) if named and named[0].name else None
    return known.kind if known is not None else None

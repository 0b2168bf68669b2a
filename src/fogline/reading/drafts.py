"""What a claim's sentence tells of it by itself, for many claims at a time, step by step.

All rules together are more than a processor's cache holds: with one claim after the other each of
them is fetched anew for every claim, which makes the rules a fifth slower.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from fogline.model import Casualties
from fogline.model.quick import quick
from fogline.reading.coreference import anaphora
from fogline.reading.factuality import certainty, polarity, standing, wagers
from fogline.reading.factuality.unborne import only_harmless
from fogline.reading.learned import facts, sourcing, values
from fogline.reading.places import locations, settling
from fogline.reading.quantities import quantities, tolls
from fogline.reading.roles import casting
from fogline.reading.times import moments
from fogline.reading.triggers import events

if TYPE_CHECKING:
    from fogline.model import When
    from fogline.reading.attribution.attribution import Link
    from fogline.reading.factuality.certainty import Certainty
    from fogline.reading.language import Token
    from fogline.reading.places.marks import Where
    from fogline.reading.quantities.harm import Harm
    from fogline.reading.roles.doers import Participants
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
    from fogline.reading.triggers.triggers import Match

_MANY: Final = 64  # words that may trigger, worked out at a time


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """What the claims of one sentence share: its triggers' heads and the harm that it counts."""

    scene: Scene
    heads: frozenset[int]
    harms: tuple[Harm, ...]
    tolls: Mapping[int, Casualties]


@quick
@dataclass(frozen=True, slots=True)
class Sources:
    """Who tells a claim, innermost first, and who speaks in it: who denies or demands does not tell
    it.
    """

    links: list[Link]
    speakers: list[Token]


@quick
@dataclass(frozen=True, slots=True)
class Told:
    """How a claim is told; `sure` is what the rules make of its certainty, with the words."""

    status: str
    polarity: str
    certainty: str
    sure: Certainty

    @property
    def probability(self) -> tuple[float, float]:
        """The band that the words give, or that of the certainty that the heads chose."""
        agreed = self.certainty == self.sure.value
        return self.sure.probability if agreed else values.BANDS[self.certainty]


@quick
@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before anything that was said before it plays a part: `where` is what its places are
    chosen from, `places` the words that head them, `struck` what is hit of them.
    """

    candidate: Candidate
    sentence: Sentence
    who: Participants
    sources: Sources
    told: Told
    when: When
    where: Where
    places: list[Token]
    struck: frozenset[int]


def drafts(scenes: list[Scene]) -> list[deque[Draft]]:
    """Return the drafts of each part's claims, in text order."""
    found: dict[int, deque[Draft]] = defaultdict(deque)
    for some in _some(scenes):
        for draft in _worked_out([*_proposed(some)]):
            found[id(draft.sentence.scene)].append(draft)
    return [found[id(scene)] for scene in scenes]


def _some(scenes: list[Scene]) -> Iterator[list[tuple[list[Match], Scene]]]:
    """Yield the sentences that may hold claims, a few at a time."""
    matched = [events.by_sentence(events.matches(scene), scene) for scene in scenes]
    some: list[tuple[list[Match], Scene]] = []
    count = 0
    for own, scene in zip(matched, scenes, strict=True):
        for matches in own:
            some.append((matches, scene))
            count += len(matches)
            if count >= _MANY:
                yield some
                some, count = [], 0
    yield some


def _proposed(some: list[tuple[list[Match], Scene]]) -> Iterator[tuple[Candidate, Sentence]]:
    """Yield the claims-to-be of some sentences, each with its sentence."""
    found = [events.candidates(matches, scene) for matches, scene in some]
    own = [_sentence(f, scene) for f, (_, scene) in zip(found, some, strict=True) if f]
    for candidates, sentence in zip(filter(None, found), own, strict=True):
        yield from ((candidate, sentence) for candidate in candidates)


def _worked_out(proposed: list[tuple[Candidate, Sentence]]) -> list[Draft]:
    """Return the drafts of claims-to-be, all of them brought to each step before the next."""
    each = [(candidate, sentence.scene) for candidate, sentence in proposed]
    ruled = [facts.who(c, s) for c, s in each]
    who = [casting.participants(w, c, s) for (c, s), w in zip(each, ruled, strict=True)]
    own = [sourcing.links(facts.links(c.head, s), c, s) for c, s in each]
    heard = [sources(k, c, w) for (c, _), k, w in zip(each, own, who, strict=True)]
    told = _told(each, heard)
    when = [moments.moment(c, t.status, s) for (c, s), t in zip(each, told, strict=True)]
    where, places = _settled(proposed, who)
    struck = [locations.struck(c, w, s) for (c, s), w in zip(each, who, strict=True)]
    columns = zip(proposed, who, heard, told, when, where, places, struck, strict=True)
    return [Draft(*one, *rest) for one, *rest in columns]


def _settled(
    proposed: list[tuple[Candidate, Sentence]], who: list[Participants]
) -> tuple[list[Where], list[list[Token]]]:
    """Return what each claim's places are chosen from, which the places of the claim before it in
    the sentence play a part in; and the words that head them.
    """
    asked = [
        settling.asked(c, w, own.heads, own.scene)
        for (c, own), w in zip(proposed, who, strict=True)
    ]
    where: list[Where] = []
    places: list[list[Token]] = []
    before: Sentence | None = None
    for (_, own), one in zip(proposed, asked, strict=True):
        told = frozenset(t.i for t in places[-1]) if own is before else frozenset()
        where.append(replace(one, told=told) if told else one)
        places.append(settling.settled(where[-1]))
        before = own
    return where, places


def sources(links: list[Link], candidate: Candidate, who: Participants) -> Sources:
    """Return who tells a claim, and who speaks."""
    speakers = [link.source for link in links]
    if candidate.entry.rank == "speech":
        links = [k for k in links if k.source not in who.actors or _is_told(k, candidate)]
        named = [a for a in who.actors if not anaphora.is_first_person(a)]
        speakers = [*named, *speakers]
    return Sources(links, speakers)


def _is_told(link: Link, candidate: Candidate) -> bool:
    """Tell whether who speaks out also says that they do: "the court said it was looking into it",
    not "the court must look into it".
    """
    return link.cue.pos_ == "VERB" and candidate.entry.frame != "must"


def _told(each: list[tuple[Candidate, Scene]], heard: list[Sources]) -> list[Told]:
    """Return how far each claim holds."""
    status = [_status(*one) for one in each]
    sure = [certainty.weigh(c.words, one.links) for (c, _), one in zip(each, heard, strict=True)]
    certain = [_certainty(*one, own) for one, own in zip(each, sure, strict=True)]
    so = [_polarity(*one, own) for one, own in zip(each, heard, strict=True)]
    return [Told(*every) for every in zip(status, so, certain, sure, strict=True)]


def _status(candidate: Candidate, scene: Scene) -> str:
    head, entry = candidate.head, candidate.entry
    ruled = standing.status(head, entry, headline=scene.part.role == "headline")
    if standing.is_sought(head, entry) or standing.is_renewed(entry):
        return ruled
    turned = values.value("status", ruled, candidate, scene)
    return ruled if standing.is_outright(head, ruled, turned) else turned


def _certainty(candidate: Candidate, scene: Scene, ruled: Certainty) -> str:
    settled = (
        ruled.counted
        or wagers.wager(candidate.head) is not None
        or certainty.is_answered(candidate.head)
        or only_harmless(candidate.head)
    )
    if settled:
        return ruled.value
    return values.value("certainty", ruled.value, candidate, scene)


def _polarity(candidate: Candidate, scene: Scene, sources: Sources) -> str:
    negations = polarity.negations(candidate.head, sources.links)
    denied = "negative" if negations % 2 else "positive"
    cancelled = negations > 0 and not negations % 2
    if cancelled or polarity.is_outright(candidate.head):
        return denied
    return values.value("polarity", denied, candidate, scene)


def _sentence(found: list[Candidate], scene: Scene) -> Sentence:
    """Return what the claims of a sentence share."""
    heads = frozenset(w.i for c in found for w in c.words)
    indices = scene.sentence(found[0].head)
    first, last = scene.doc[indices.start], scene.doc[indices.stop - 1]
    harms = quantities.casualties(scene.doc, first.idx, last.idx + len(last))
    return Sentence(scene, heads, harms, tolls.assigned(found, harms, scene))

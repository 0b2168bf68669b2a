"""A parsed part's claims: each trigger with all its slots (codebook, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.model import Casualties, Claim, Mention, Span, claim_id
from fogline.reading import (
    actors,
    anaphora,
    attribution,
    certainty,
    codes,
    events,
    loaded,
    locations,
    moments,
    polarity,
    quantities,
    standing,
)
from fogline.reading.modes import Weather, mode
from fogline.reading.participants import Participants, mentions, participants
from fogline.reading.phrases import extent

if TYPE_CHECKING:
    from fogline.reading.frames import Participants
    from fogline.reading.language import Token
    from fogline.reading.merging import Candidate
    from fogline.reading.scene import Scene

_NOUNS: Final = frozenset({"NOUN", "PROPN"})


class PartReader:
    """Reads the parts of one document in order; keeps what later parts point back to."""

    def __init__(self) -> None:
        self._memory = anaphora.Memory()
        self._weather = Weather()

    def read(self, scene: Scene) -> Iterator[Claim]:
        """Yield the claims of a part in text order."""
        quotes = attribution.Quotes(scene.doc)
        noted = 0
        for _, matches in events.by_sentence(events.matches(scene)):
            found = events.candidates(matches, scene)
            heads = {c.head.i for c in found} | {a.head.i for c in found for a in c.absorbed}
            for candidate in found:
                noted = self._note(scene, noted, candidate.head.i)
                claim = self._claim(candidate, heads, scene, quotes)
                if not moments.is_background(claim.when, scene.document.published):
                    yield replace(claim, id=claim_id(scene.document.id, claim))
        self._note(scene, noted, len(scene.doc))

    def _note(self, scene: Scene, start: int, end: int) -> int:
        """Remember the noun phrases up to `end` as antecedents."""
        for i in range(start, end):
            token = scene.doc[i]
            if token.pos_ in _NOUNS and token.dep_ not in {"compound", "flat", "amod"}:
                self._memory.note(token, scene)
            if token.i in scene.places_at:
                self._memory.place = scene.places_at[token.i]
        return max(start, end)

    def _claim(
        self, candidate: Candidate, heads: set[int], scene: Scene, quotes: attribution.Quotes
    ) -> Claim:
        head, entry = candidate.head, candidate.entry
        links = attribution.links(head, scene, quotes)
        self._memory.speaker = self._speaker(links, scene)
        who = participants(candidate, scene)
        sure = certainty.weigh([head, *(a.head for a in candidate.absorbed)], links)
        status = standing.status(head, entry, headline=scene.part.role == "headline")
        words = [head, *(a.head for a in candidate.absorbed)]
        where = locations.place_heads(words, heads, entry.kind == "modifiers" and entry.event == "CONTROL", scene)
        found_mode = mode(head, entry, who, scene, self._weather)
        acting = mentions(who.actors, scene, self._memory)
        return Claim(
            id="",
            part=scene.part.id,
            sentence=_sentence(head, scene),
            trigger=_trigger(candidate, scene),
            event=entry.event,
            mode=found_mode,
            actors=acting,
            recipients=mentions(who.recipients, scene, self._memory, acting),
            places=locations.places([t for t in where if t.i not in {h.i for h in (*who.actors, *who.recipients)}], scene, self._memory),
            when=moments.moment([head, *(a.head for a in candidate.absorbed)], status, scene),
            attribution=attribution.chain(links, scene, self._memory),
            status=status,
            polarity="negative" if polarity.is_negative(head, links) else "positive",
            certainty=sure.value,
            hedges=tuple(scene.span(t.i, t.i + 1) for t in sure.words),
            casualties=_casualties(candidate, heads, scene),
            loaded=loaded.loaded(_own_words(candidate, who)),
            probability=sure.probability,
            acled=codes.acled(entry.event, found_mode, _actor_kind(acting)),
            plover=codes.plover(entry.event, found_mode),
        )

    def _speaker(self, links: list[attribution.Link], scene: Scene) -> Mention | None:
        if links:
            return scene.mention(links[0].source)
        author = scene.part.author or scene.document.author
        return Mention(author) if author and scene.part.role != "comment" else None


def _sentence(head: Token, scene: Scene) -> Span:
    tokens = [t for t in head.sent if not t.is_space]
    return scene.span(tokens[0].i, tokens[-1].i + 1)


def _trigger(candidate: Candidate, scene: Scene) -> Span:
    tokens = candidate.match.tokens
    return scene.span(min(tokens), max(tokens) + 1)


def _own_words(candidate: Candidate, who: Participants) -> Iterator[Token]:
    yield from (candidate.head.doc[i] for i in candidate.match.tokens)
    for other in candidate.absorbed:
        yield other.head
    for head in (*who.actors, *who.recipients):
        start, end = extent(head)
        yield from (head.doc[i] for i in range(start, end))


def _casualties(candidate: Candidate, heads: set[int], scene: Scene) -> Casualties:
    """Return the harm whose word is the trigger, was absorbed by it, or hangs nearest below it."""
    sentence = candidate.head.sent
    mine = {candidate.head.i, *(a.head.i for a in candidate.absorbed)}
    counts = {}
    for harm in quantities.casualties(scene.doc, sentence.start_char, sentence.end_char):
        token = next((t for t in sentence if t.idx + len(t) > harm.cue_start), None)
        if token is not None and _owner(token, heads) in mine:
            counts.setdefault(harm.kind, harm.range)
    return Casualties(**counts)


def _owner(token: Token, heads: set[int]) -> int | None:
    node = token
    while node.i not in heads and node.head.i != node.i:
        node = node.head
    return node.i if node.i in heads else None


def _actor_kind(named: tuple[Mention, ...]) -> str | None:
    known = actors.link(named[0].name) if named and named[0].name else None
    return known.kind if known is not None else None

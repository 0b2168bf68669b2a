"""The words that name a source: a pronoun's noun, a person before their office, a list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.model import Mention, Source
from fogline.reading.actors import units
from fogline.reading.attribution import offices, sayings
from fogline.reading.attribution.sayings import CUES, Link
from fogline.reading.grammar.phrases import extent, preposition
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.quantities.counts import COUNT_PATTERN
from fogline.reading.scene import whole_names
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene


def is_heard(named: Mention | Source, scene: Scene) -> bool:
    """Tell whether somebody named before may be meant again: a comment does not go on with those of
    the report.
    """
    inside = named.start is not None and named.start >= scene.part.start
    return inside or scene.part.role != "comment"


def uncounted(who: Mention, scene: Scene) -> Mention:
    """Return a source without the count of who was hurt that ran into it where commas are lost:
    "... wounding dozens state media said".
    """
    counted = _COUNTED.match(who.text)
    if counted is None or not counted.group() or who.start is None or who.end is None:
        return who
    hurt = _HURTING.search(scene.text[max(0, who.start - 60) : who.start])
    if hurt is None:
        return who
    text = who.text[counted.end() :]
    return replace(who, text=text, start=who.end - len(text))


_HURTING: Final = re.compile(
    rf"\b(?:kill|wound|injur)(?:ing|ed) (?:(?:at least|more than|over) )?(?:{COUNT_PATTERN} )?$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    rf"(?:{COUNT_PATTERN} )?(?:(?:others|more|people) )?(?=\w)", re.IGNORECASE
)


def whose(link: Link, scene: Scene, memory: Memory) -> Mention:
    """Return the source's mention: resolved when a pronoun, a person's name before their office."""
    alone = link.extent is None or link.extent == (link.source.i, link.source.i + 1)
    if link.source.pos_ == "PRON" and alone:
        meant = memory.resolve(link.source, scene)
        return meant if meant and is_heard(meant, scene) else scene.mention(link.source)
    names = (c for c in link.source.children if c.dep_ == "appos" and c.ent_type_ == "PER")
    person = next(names, None) or sayings.called(link.source)
    if person is not None:
        called = scene.mention(person)
        called = replace(called, name=called.name or called.text)
        return _with_body(called, link.source, scene)
    if link.extent is None:
        return _of_phrase(link.source, scene, memory)
    return _of_words(link.source, whole_names(link.extent, scene), scene)


def _of_phrase(source: Token, scene: Scene, memory: Memory) -> Mention:
    """Return the mention of a source by its own phrase, to the last of those named together."""
    allied = [c for c in source.children if c.dep_ == "conj" and c.pos_ in NOUNS]
    if allied:
        return _stretch(scene, extent(source)[0], extent(allied[-1])[1])
    if (office := _office(source)) is not None:
        return _named_after(office, source, scene)
    if (cut := _told(source)) is not None:
        return _stretch(scene, extent(source)[0], cut)
    return memory.resolve(source, scene, wide=True) or scene.mention(source, wide=True)


def _stretch(scene: Scene, start: int, end: int) -> Mention:
    span = scene.span(start, end)
    return Mention(span.text, span.start, span.end)


def _of_words(source: Token, words: tuple[int, int], scene: Scene) -> Mention:
    """Return the mention of a source by the words that a cue leaves it, with the body or person
    that they name.
    """
    start, end = words
    known = next((scene.actors_at[i] for i in range(start, end) if i in scene.actors_at), None)
    if known is not None and known is not scene.actors_at.get(source.i):
        known = None if units.are_others(source, (), known) else known
    name, found = (known.name, known.id) if known else (None, None)
    within = (e for e in scene.doc[start].sent.ents if start <= e.start < e.end <= end)
    persons = (e for e in within if e.label_ == "PER" and not e.text.islower())
    named = next((e for e in persons if not _is_body(e.start, scene)), None)
    if named is not None:
        name, found = named.text, None
    return replace(_stretch(scene, start, end), name=name, id=found)


def _office(person: Token) -> Token | None:
    """Return the office that stands right before a person's name: "army spokesman A. Name"."""
    if person.ent_type_ != "PER":
        return None
    before = (c for c in person.children if c.dep_ == "nmod:desc" and c.i < person.i)
    offices = (c for c in before if not any(t.is_punct for t in person.doc[c.i + 1 : person.i]))
    return next((c for c in offices if c.pos_ == "NOUN"), None)


def _named_after(office: Token, person: Token, scene: Scene) -> Mention:
    """Return a person with the office before the name, by the name alone."""
    called = scene.mention(person)
    end = called.end
    start = scene.span(extent(office)[0], office.i + 1).start
    if called.start is None or end is None or start >= called.start:
        return called
    text = scene.document.text[start:end]
    return replace(called, text=text, start=start, name=called.name or called.text)


def _with_body(person: Mention, office: Token, scene: Scene) -> Mention:
    """Return a person with the office before the name where it says for whom they speak: "a Hill
    Front spokesman, A. Name".
    """
    start = scene.span(extent(office)[0], office.i + 1).start
    speaks = office.lemma_.lower() in CUES["mouthpiece"] and offices.body(office, scene) is not None
    if not speaks or person.start is None or person.end is None or start >= person.start:
        return person
    text = scene.document.text[start : person.end]
    return replace(person, text=text, start=start)


def _is_body(at: int, scene: Scene) -> bool:
    """Tell whether a word is a listed body's name, which may be taken for a person's: "Kremlin"."""
    entity = scene.actors_at.get(at)
    return entity is not None and entity.id is not None and entity.kind != "person"


def _told(noun: Token) -> int | None:
    """Return where what a report tells begins: "reports of a raid on X" are "reports", but "a
    statement of the ministry" is the ministry's.
    """
    if noun.lemma_.lower() not in CUES["noun"]:
        return None
    of = (c for c in noun.children if c.dep_ == "nmod" and preposition(c) in {"of", "about"})
    told = (c for c in of if not c.ent_type_ and "actor" not in classes.of_word(c))
    cases = (c.i for what in told for c in what.children if c.dep_ == "case")
    return min((i for i in cases if i > noun.i), default=None)

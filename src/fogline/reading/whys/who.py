"""Why these act and are acted on, and on whose word: phrases, pronouns, sources, who was left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import attribution
from fogline.reading.coreference import antecedents
from fogline.reading.grammar.phrases import extent, preposition
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.roles.participants import participants
from fogline.reading.whys import rows
from fogline.reading.whys.case import AGAIN, WORTH_TELLING, Case, Why, said, stands
from fogline.reading.words.classes import LIVING

if TYPE_CHECKING:
    from fogline.model import Mention, Source
    from fogline.reading.attribution.attribution import Link
    from fogline.reading.language import Token

_RELATIONS: Final = {
    "nsubj": "subject of", "nsubj:pass": "passive subject of", "obj": "object of",
    "iobj": "indirect object of", "nmod:poss": "owner of", "compound": "stands before",
    "amod": "stands before", "appos": "explains", "conj": "joined to", "acl": "described by",
    "root": "heads the sentence of", "xcomp": "complement of", "ccomp": "said by",
}  # fmt: skip
_INNER: Final = frozenset({"compound", "flat"})
_CUE_KINDS: Final = "verb act noun phrase blame of object".split()


def actors(case: Case) -> Iterator[Why]:
    """Why these act."""
    return _role(case, "actor", "actors")


def recipients(case: Case) -> Iterator[Why]:
    """Why these are acted on."""
    return _role(case, "recipient", "recipients")


def _role(case: Case, role: str, slot: str) -> Iterator[Why]:
    heads: tuple[Token, ...] = getattr(case.who, slot)
    ruled: tuple[Token, ...] = getattr(participants(case.candidate, case.plain), slot)
    named: tuple[Mention, ...] = getattr(case.claim, slot)
    left = tuple(_left(case, role, heads, ruled))
    if not named:
        dropped = bool(ruled) and not heads
        reason = "the heads leave out whom the rules took" if dropped else _none(case)
        yield Why(slot, "", "heads" if dropped else "default", (), reason, left)
    for n, mention in enumerate(named):
        head = next((h for h in heads if _named(h, mention, case)), None)
        ruled_out = left if n == 0 else ()
        if head is None:
            reason = AGAIN
            yield Why(slot, mention.text, "rule", (), reason, ruled_out)
        else:
            yield _filled(case, (role, slot), head, mention, ruled_out)


def _none(case: Case) -> str:
    return f"the text names none by {_frame(case)}"


def _frame(case: Case) -> str:
    return f"the frame “{case.entry.frame}” of {said(case.head.text)}"


def _filled(
    case: Case, names: tuple[str, str], head: Token, mention: Mention, left: tuple[str, ...]
) -> Why:
    role, slot = names
    ruled = getattr(participants(case.candidate, case.plain), slot)
    by = stands(case, role, head, ruled)
    reason = f"{relation(head, case)}, by {_frame(case)}"
    if by == "heads":
        reason = f"{relation(head, case)}; no rule takes it"
    known = f"; known as {mention.name}" if mention.name and mention.name != mention.text else ""
    fitting = tuple(_fitting(head, mention, case)) if _points(head, mention, case) else ()
    if _points(head, mention, case):
        reason = f"{said(head.text)} points back to {said(mention.text)}; {reason}"
    words = (case.scene.span(*extent(head)),)
    reason = f"{reason}{known}{_told(case, role, head)}"
    return Why(slot, mention.text, by, words, reason, (*left, *fitting))


def relation(head: Token, case: Case) -> str:
    """Say how a word hangs together with the trigger's words, or else with the word above it."""
    mine = {w.i for w in case.candidate.words}
    if head.i in mine:
        return "the trigger itself"
    below = next((w for w in case.candidate.words if w.head.i == head.i and w.i != head.i), None)
    if below is not None and head.head.i not in mine:
        return f"{said(below.text)} is told of it"
    case_marker = preposition(head)
    name = _RELATIONS.get(head.dep_, f"{head.dep_} of")
    if case_marker:
        name = f"with “{case_marker}” beside"
    return f"{name} {said(head.head.text)}"


def _told(case: Case, role: str, head: Token) -> str:
    likelihood = case.role(role, head)
    return "" if likelihood is None else f"; the heads give it {likelihood:.2f}"


def _named(head: Token, mention: Mention, case: Case) -> bool:
    found = case.memory.resolve(head, case.scene)
    avoided = case.memory.resolve(head, case.scene, avoid=frozenset(_actor_texts(case)))
    return mention in (found, avoided)


def _actor_texts(case: Case) -> Iterator[str]:
    return (actor.text for actor in case.claim.actors)


def _points(head: Token, mention: Mention, case: Case) -> bool:
    """Tell whether a word is a pronoun or "the group" that stands for a mention elsewhere."""
    start, _ = extent(head)
    return mention.start is not None and mention.start != case.scene.span(start, start + 1).start


def _fitting(head: Token, mention: Mention, case: Case) -> Iterator[str]:
    """Yield the earlier phrases that a pronoun could stand for too, the likeliest first."""
    if head.lower_ not in antecedents.KINDS:
        return
    for share, seen in antecedents.ranked(head, case.scene, case.memory.seen):
        text = seen.mention.text
        if share >= WORTH_TELLING and text != mention.text:
            yield f"{said(text)}: {said(head.text)} may mean it, a share of {share:.2f}"


def _left(case: Case, role: str, heads: Iterable[Token], ruled: Iterable[Token]) -> Iterator[str]:
    """Yield who of the sentence was weighed for a role and left."""
    kept = {h.i for h in heads}
    for token in ruled:
        if token.i not in kept:
            yield f"{case.phrase(token)}: the rules' choice{_told(case, role, token)}"
    for head in heads:
        if case.memory.resolve(head, case.scene) is None:
            yield f"{said(head.text)}: nothing said before that it could stand for"
    for token in _parties(case):
        likelihood = case.role(role, token) or 0.0
        likely = likelihood >= WORTH_TELLING
        if token.i in kept | {t.i for t in ruled} or (role == "recipient" and not likely):
            continue
        heads_say = f"; the heads give it {likelihood:.2f}" if likely else ""
        yield f"{case.phrase(token)}: {_instead(token, role, case)}{heads_say}"


def _parties(case: Case) -> list[Token]:
    """Return the heads of the sentence's phrases that could act or be acted on."""
    mine = {w.i for w in case.candidate.words}
    nouns = (t for t in case.tokens() if t.pos_ in NOUNS and t.dep_ not in _INNER)
    return [t for t in nouns if t.i not in mine and case.scene.classes(t) & LIVING]


def _instead(token: Token, role: str, case: Case) -> str:
    """Say what a phrase is, if not in this role."""
    other = case.who.recipients if role == "actor" else case.who.actors
    if token.i in {t.i for t in other}:
        return "is acted on" if role == "actor" else "acts"
    if any(link.source.i == token.i for link in case.links):
        return "says it"
    return f"{relation(token, case)}, no argument of {said(case.head.text)}"


def sources(case: Case) -> Iterator[Why]:
    """Why the claim stands on these words: the author, then who is cited, outermost first."""
    left, claim = tuple(_uncited(case)), case.claim
    for n, source in enumerate(claim.attribution):
        link = next((k for k in case.links if _brings(k, source, case)), None)
        if link is None:
            ruled_out = left if n == 0 else ()
            yield Why("attribution", source.text, "default", (), _author(case), ruled_out)
        else:
            yield _cited(case, source, link)


def _brings(link: Link, source: Source, case: Case) -> bool:
    return source.cue is not None and source.cue == case.scene.span(*link.words)


def _author(case: Case) -> str:
    part, document = case.scene.part, case.scene.document
    if part.author:
        return f"the author of this {part.role}"
    if document.republished_from and part.role in {"body", "quotation"}:
        return "whose words the page says that it reposts"
    named = "its author" if document.author else "its publisher" if document.publisher else ""
    return f"who speaks in the whole document: {named or 'its author, who is not named'}"


def _cited(case: Case, source: Source, link: Link) -> Why:
    by = stands(case, "source", link.source, [k.source for k in case.ruled_links])
    row = next((r for kind in _CUE_KINDS if (r := _cue(link, kind))), "")
    brought = row or f"{said(link.cue.text)} brings it"
    if link.cue.text == ":":
        brought = "stands before or behind a colon"
    phrase = case.scene.span(*(link.extent or extent(link.source)))
    back = ""
    if source.start is not None and not phrase.start <= source.start < phrase.end:
        back = f"{said(phrase.text)} points back to it; "
    words = (phrase, *case.spans([link.cue])) if link.cue.i != link.source.i else (phrase,)
    told = _told(case, "source", link.source)
    reason = f"{back}{brought}; kind {source.kind}: {_kind(link, source)}{told}"
    return Why("attribution", source.text, by, words, reason)


def _cue(link: Link, kind: str) -> str:
    words = [link.cue.lemma_.lower(), link.cue.lower_, preposition(link.cue)]
    found = (rows.cited("cues.csv", "cue", word, "kind", partial(_of, kind)) for word in words)
    return next((row for row in found if row), "")


def _of(kind: str, row: dict[str, str]) -> bool:
    return row["kind"] == kind


def _kind(link: Link, source: Source) -> str:
    if source.name:
        return f"linked to {source.name}"
    lemma = link.source.lemma_.lower()
    return rows.cited("classes.csv", "words", lemma, "class kind") or "by how it is written"


def _uncited(case: Case) -> Iterator[str]:
    """Yield the sources and words of saying in the sentence that do not stand behind this claim."""
    kept, cues = {k.source.i for k in case.links}, {k.cue.i for k in case.ruled_links}
    for link in case.ruled_links:
        if link.source.i not in kept:
            reason = "acts in this claim, and is no source of it"
            if link.source.i not in {a.i for a in case.who.actors}:
                reason = f"the rules' choice{_told(case, 'source', link.source)}"
            yield f"{case.phrase(link.source)}: {reason}"
        elif not any(_brings(link, source, case) for source in case.claim.attribution):
            yield f"{case.phrase(link.source)}: the document's own voice, there already"
    mine = {w.i for w in case.candidate.words}
    for token in case.tokens():
        saying = token.pos_ == "VERB" and token.lemma_.lower() in attribution.SAYING
        if saying and token.i not in cues | mine:
            yield f"{said(token.text)}: a word of saying, but not of this claim's clause"

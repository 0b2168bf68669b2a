"""Sources that are meant again: "he added", "the group said", "the source said"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.reading.actors import actors
from fogline.reading.grammar.phrases import preposition
from fogline.reading.roles.capacities import is_quantifier
from fogline.reading.tables import words
from fogline.reading.words.classes import SOURCE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fogline.model import Mention, Source
    from fogline.reading.attribution.sayings import Link
    from fogline.reading.language import Token

_WITHIN: Final = frozenset({"of", "in", "from", "at", "on", "with", "for"})
_PERSONS: Final = frozenset({"named-person", "official", "witness", "armed-group", "anonymous"})
_BODIES: Final = frozenset({"organisation", "media", "official", "document", "armed-group"})
_BRINGING: Final = frozenset({"case", "fixed", "punct"})  # ", according to the agency"
_NUMBERS: Final = frozenset("two three four five six seven eight nine ten several some".split())
_UNNAMED: Final = frozenset({"anonymous", "witness"})
_TRADES: Final = frozenset({"monitoring", "rights", "advocacy", "relief"})
_CUES: Final = words("cues.csv", "cue")
_GENERIC: Final = _CUES["again"]
_COLLECTIVE: Final = words("again.csv", "word")["collective"]
_FINDINGS: Final = _CUES["finding"] | _CUES["issued"] | _CUES["noun"]


def meant(link: Link, cited: Sequence[Source]) -> Source | None:
    """Return the source cited before that a pronoun means; None for other words."""
    word = _whose(link)
    before = (s for s in reversed(cited) if s.text.lower() not in _GENERIC)
    if word in {"he", "she", "his", "her"}:
        one = (s for s in before if s.kind in _PERSONS and not are_many(s))
        return next((s for s in one if not _is_called_it(s)), None)
    if word in {"it", "its"}:
        return next((s for s in before if s.kind in _BODIES and not are_many(s)), None)
    return None


def are_many(source: Source) -> bool:
    """Tell whether a source is several people: "residents of the town", "local sources"."""
    last, alone = _last_word(source)
    if source.text.split()[0].lower() in _NUMBERS:
        return True
    common = last.islower() or (alone and source.name is None)
    return common and last.endswith("s") and not last.endswith("ss")


def _is_called_it(source: Source) -> bool:
    """Tell whether a source is a body, which nobody calls "he": by its own name, or "the army"."""
    if source.kind == "named-person":
        return False
    last = _last_word(source)[0]
    return (source.id is not None and last[:1].isupper()) or last.lower() in _COLLECTIVE


def _last_word(source: Source) -> tuple[str, bool]:
    """Return the last word of a source but for what tells of whom or where; whether it is alone."""
    phrase = [*takewhile(lambda word: word not in _WITHIN, source.text.split())]
    return (phrase[-1], len(phrase) == 1) if phrase else ("", False)


def _whose(link: Link) -> str:
    """Return the pronoun that speaks, or whose findings do: "his figures show"."""
    noun = link.source
    if noun.lemma_.lower() not in _FINDINGS:
        return noun.lower_
    return next((c.lower_ for c in noun.children if c.dep_ == "nmod:poss"), noun.lower_)


def _one_of_those(link: Link) -> bool:
    """Tell whether words mean one of those cited before: "one of them", "the same source"."""
    token = link.source
    beside = {c.lower_ for c in token.subtree} if token.lower_ in {"one", "two"} else set()
    again = {"same"} & {c.lower_ for c in token.children}
    other = token.lower_ == "other" and any(c.lower_ == "the" for c in token.children)
    return "them" in beside or bool(again) or other


def named(found: Source, link: Link, cited: Sequence[Source], behind: Mention | None) -> Source:
    """Return a source named as it was cited before: "the source", "the group", "one of them"; else
    by the body `behind` it, which the text has named: an armed group, or whose spokesman it is.
    """
    if _one_of_those(link):
        first = next((s for s in reversed(cited) if s.kind in _PERSONS), None)
        return replace(found, kind=first.kind, name=first.name or first.text) if first else found
    body = next((s for s in reversed(cited) if s.kind in _BODIES and s.text[:1].isupper()), None)
    again = link.source.lemma_.lower() in _GENERIC and _points_back(link)
    told = body is not None and body.kind == "organisation"
    if behind is not None and not (told and again):
        return _through(found, link, behind)
    if body is not None and (again or _by_trade(link)):
        return replace(found, kind=body.kind, name=body.name or body.text, id=body.id)
    full = _full_name(link, cited)
    return found if full is None or full.text == found.text else _as(full, found)


def _as(full: Source, found: Source) -> Source:
    """Return a source by the name that it had in full; who is not named stays so, whosever."""
    if full.kind in _UNNAMED:
        return replace(found, name=full.text, kind=full.kind)
    return replace(found, name=full.name or full.text, id=full.id, kind=full.kind)


def _through(found: Source, link: Link, behind: Mention) -> Source:
    """Return a source by the name of the body that speaks; "the group" is that body itself."""
    named = replace(found, name=behind.name or behind.text, id=behind.id)
    itself = link.source.lemma_.lower() in _GENERIC
    known = actors.link(behind.name or behind.text) if itself else None
    kind = known.kind if known is not None and known.kind in SOURCE_KINDS else None
    return replace(named, kind=kind) if kind is not None else named


def _by_trade(link: Link) -> bool:
    """Tell whether a body is meant again by what it does: "the monitoring group"."""
    head = link.source
    told = [t.lower_ for t in head.doc[max(head.i - 2, 0) : head.i]]
    return head.lemma_.lower() in _GENERIC and told[:1] == ["the"] and told[-1] in _TRADES


def _full_name(link: Link, cited: Sequence[Source]) -> Source | None:
    noun = _shared_by(link.source)
    if noun is not None:
        return next((s for s in reversed(cited) if _phrase(s)[-1:] == [noun.lower_]), None)
    if link.source.pos_ != "NOUN" or not _points_back(link):
        return None
    said = {link.source.lower_, *(c.lower_ for c in _told(link.source))}
    fuller = (s for s in reversed(cited) if _names(said, s.text.lower().split()))
    return next(fuller, None)


def _told(head: Token) -> Iterator[Token]:
    """Yield whom a source is beside or of: "the envoy of France" is not that of Chad."""
    yield from (c for c in head.children if c.dep_ == "conj")
    yield from (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "of")


def _shared_by(one: Token) -> Token | None:
    """Return of whom one or some speak: "one of the sources", of those told of before."""
    those = next(_of(one), None) if is_quantifier(one) else None
    beside = {c.lower_ for c in those.children} if those is not None else set()
    return those if beside <= {"of", "the", "these", "those"} and len(beside) > 1 else None


def _of(head: Token) -> Iterator[Token]:
    """Yield the people of whom some are meant, or whose body: "the union of nurses"."""
    of = (c for c in head.children if c.dep_ == "nmod" and preposition(c) == "of")
    yield from (c for c in of if c.tag_ == "NNS")


def _phrase(source: Source) -> list[str]:
    """Return the words of a source up to what tells of whom or where; none of two with "and"."""
    found = [*takewhile(lambda word: word not in _WITHIN, source.text.lower().split())]
    return [] if "and" in found else found


def _names(said: set[str], found: Sequence[str]) -> bool:
    return len(found) > 1 and said <= {*found}


def _points_back(link: Link) -> bool:
    """Tell whether a noun stands alone but for "the" or where it is based."""
    head, start = link.source, link.extent[0] if link.extent else link.source.left_edge.i
    words_of = [t.lower_ for t in head.doc[max(start - 1, 0) : head.i] if t.dep_ not in _BRINGING]
    if not {"the", "this"} & set(words_of[:2]) or any(_of(head)):
        return False
    return words_of[-1] in {"the", "this", "based"}

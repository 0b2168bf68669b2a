"""Whose people, units or arms a phrase tells of: "six Riverside Front suicide bombers" are that
front's (data: people/units.csv).
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import chain
from typing import TYPE_CHECKING, Final

from fogline.reading.actors import authority, bodies
from fogline.reading.tables import rows, words

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.language import Token

_WORDS: Final = {
    row["kind"]: frozenset(row["word"].split("|")) for row in rows("people", "units.csv")
}
_OWN: Final = _WORDS["people"] | _WORDS["unit"] | _WORDS["arms"]
_SEVERAL: Final = words("quantities/telling.csv", "word")["so many of"]
_PLAIN: Final = frozenset({"ADJ", "ADV", "NOUN", "NUM", "VERB", "DET", "PART"})
_SIGNS: Final = frozenset({"-", "'", "’", "%"})
_OF: Final = frozenset({"of", "the"})


def are_of(head: Token, phrase: range, named: range, body: Entity, places: Container[int]) -> bool:
    """Tell whether a phrase names people, units or arms as one body's, by a name before its head or
    behind "of"; `named` are the name's tokens, `places` those that name places.
    """
    doc, head = head.doc, _counted(head)
    if not _is_own(head) or _is_in_compound(doc[named.start], doc[named.stop - 1]):
        return False
    if head.i < named.start:
        tied = doc[head.i + 1].lower_ == "of" and named.stop == phrase.stop
        tied = tied and all(doc[i].lower_ in _OF for i in range(head.i + 1, named.start))
        tied = tied and not (body.kind == "organisation" and head.lemma_.lower() == "member")
        tied = tied and not is_office(body)  # a government's fighters are not the government
        around: Iterable[int] = range(phrase.start, head.i)
    else:
        tied = phrase.start <= named.start
        around = chain(range(phrase.start, named.start), range(named.stop, head.i))
    words = [doc[i] for i in around]
    return tied and all(_is_plain(word, places) for word in words)


def are_former(head: Token, words: Iterable[Token]) -> bool:
    """Tell whether words before a name say that its bearer's people are so no longer."""
    return _is_own(head) and any(word.lower_ in _WORDS["apart"] for word in words)


def are_others(head: Token, words: Iterable[Token], body: Entity) -> bool:
    """Tell whether a phrase with a body's name beside its head tells of those who are not its own
    or only watch it, but for a medium's, or by the words before of another body so named:
    "Ruritanian Hezbollah squad".
    """
    other = head.lemma_.lower() in _WORDS["other"]
    other = other or (head.lemma_.lower() in _WORDS["watching"] and not _is_medium(body))
    return other or any(_is_foreign(word, body) for word in words)


def is_common(named: Entity) -> bool:
    """Tell whether what was taken for a body is one of many, or only of a creed: "rebel fighters",
    "Takfiri terrorists".
    """
    creed, _, rest = named.text.partition(" ")
    common = not rest or rest.islower()
    return named.text.islower() or (common and creed.lower() in _WORDS["creed"])


def is_office(body: Entity) -> bool:
    """Tell whether a body is a state's."""
    known = authority.by_id().get(body.id or "")
    return known is not None and known.kind == "official"


def _is_medium(body: Entity) -> bool:
    known = authority.by_id().get(body.id or "")
    return known is not None and known.kind == "media"


def _counted(head: Token) -> Token:
    """Return of whom a phrase is some: "dozens of fighters", "a group of gunmen"."""
    if not (head.like_num or head.lemma_.lower() in _SEVERAL or _is_own(head)):
        return head
    within = (c for c in head.children if c.dep_ == "nmod" and c.case_ == "of" and _is_own(c))
    return next(within, head)


def _is_own(noun: Token) -> bool:
    return noun.lemma_.lower() in _OWN or noun.lower_ in _OWN


def _is_in_compound(first: Token, last: Token) -> bool:
    """Tell whether a name is only part of a hyphenated word: "ISIS-linked", "ex-Hamas"."""
    doc = first.doc
    before = first.i > 0 and doc[first.i - 1].text == "-"
    return before or (last.i + 1 < len(doc) and doc[last.i + 1].text == "-")


def _is_plain(word: Token, places: Container[int]) -> bool:
    """Tell whether a word beside a name tells nothing of another party."""
    if word.pos_ == "CCONJ":
        return False
    if _opens_compound(word) or word.text.islower() or word.like_num or word.text in _SIGNS:
        return True
    if word.lower_ in _WORDS["creed"]:
        return True
    unnamed = word.i not in places and word.ent_type_ not in {"ORG", "PER"}
    return unnamed and (word.pos_ in _PLAIN or not word.ent_type_)


def _is_foreign(word: Token, body: Entity) -> bool:
    """Tell whether a word is another state's than a body's; "US-backed" says only who helps it."""
    homes = bodies.whose().get(word.text) if word.text[:1].isupper() else ()
    abroad = bool(homes) and body.country is not None and body.country not in homes
    return abroad and not _opens_compound(word)


def _opens_compound(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.doc[word.i + 1].text == "-"

"""How much of a place a claim speaks of: the whole of it, a part, or somewhere else.

Who holds "nearly all of Orlin" or "the hills north of Orlin" does not hold Orlin, and "villages"
are not the town where the text was last. The words for that stand in `extents.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from fogline.model import Place, Span
from fogline.weighing.measures.amounts import is_number
from fogline.weighing.measures.holding import without_holders
from fogline.weighing.measures.tables import finds, listed, table
from fogline.weighing.measures.wording import tokens

TABLE = "extents.toml"
DEFINITE = frozenset({"the", "this", "that"})
ANY = frozenset({"a", "an", "another", "one", "some", "any"})
REACH = 80  # signs before a place in which the words for a part of it are looked for
_WORD = re.compile(r"[^\W_][\w'’-]*")
_CLAUSE = re.compile(r"[,.;:()]")


def extent(place: Place, sentence: Span) -> str:
    """Return the words that name only a part of a place: "nearly all of"; empty for the whole."""
    lead, inner = _led(place, sentence)
    if found := _parted(f"{lead}{inner}", bare=bool(place.name and place.name in place.text)):
        return found
    # What else stands before the name in its own phrase is a thing in it, or the kind of place.
    words = inner.split()
    if len(words) < 2 or words[-1].casefold() not in _words("joins"):
        return ""
    head = _head(inner)
    return "" if head in _words("kind") | _words("whole") else " ".join(words)


def pointed(place: Place, sentence: Span) -> str | None:
    """Return how much of where the text was last a phrase without a name means.

    "the town" is the whole of it, "the airport" and "parts of the town" are parts; None for what is
    somewhere else or nobody can tell: "villages", "the first town", "a road".
    """
    before = _before(place, sentence)
    if found := _parted(f"{before}{place.text.rpartition(' ')[0]} ", bare=False):
        definite = place.text.split()[-2:-1] or tokens(before)[-1:]
        whole = _head(place.text.split()[-1]) in _words("kind")
        return found if whole and {*definite} & DEFINITE else None
    said, head = set(tokens(place.text)), _head(place.text)
    if said & _words("other") or not set(tokens(before)[-1:]) & DEFINITE:
        return None
    if head in _words("kind"):
        return ""
    return f"{place.text} of" if head in _words("site") else None


def site_of(place: Place, part: str) -> str | None:
    """Return the words for a thing that is placed where it stands, as a part of that: "airport of".

    None for what holds nothing of its town: who runs "a clinic" there holds no part of it.
    """
    head = _head(place.text)
    if part or not place.text.islower() or head in _words("kind") | _words("whole"):
        return part
    return f"{place.text} of" if head in _words("site") else None


def one_thing(one: str | None, other: str | None) -> bool:
    """Say whether the words for two parts of a place name one thing in it: "airport of"."""
    ours, theirs = _thing(one or ""), _thing(other or "")
    if not (ours and theirs) or ours[-1] != theirs[-1]:
        return False
    return set(ours) <= set(theirs) or set(theirs) <= set(ours)


def other_things(one: str, other: str) -> bool:
    """Say whether the words for two parts of a place name two things in it: its port, its prison.

    Of what is called otherwise it may be the same: "barracks" may be "headquarters".
    """
    ours, theirs = _thing(one), _thing(other)
    heads = {words[-1] for words in (ours, theirs) if words}
    return len(heads) > 1 and heads <= _words("site") and not heads <= _words("quarters")


def _thing(part: str) -> tuple[str, ...]:
    """Return the words for one thing in a place; none for a share or a side of it, for what is
    beside it, or for any such thing: "half of", "near", "a bridge in".
    """
    at = finds(__package__, TABLE, r"(?-i:\s{joins}\b)").split(f"{part} ")[0]
    said = tuple(word for word in tokens(at) if word not in DEFINITE)
    if not said or said[0] in ANY or is_beside(part) or _words("share") & {" ".join(said)}:
        return ()
    several = said[-1].endswith("s") and said[-1] not in _words("quarters")
    return () if several or said[-1] in _words("area") | _words("kind") else said


def other_it(sentence: Span, at: int) -> bool:
    """Say whether "it" behind a place in a text may be a thing named before it in its sentence:
    "stormed the headquarters and now hold two thirds of it".
    """
    found = finds(__package__, TABLE, r"\b(?:the|a|an|its|their)\s+(?:\w+\s+){0,2}{site}\b")
    return bool(found.search(sentence.text[: max(at - sentence.start, 0)]))


def run_beside(sentence: Span, trigger: Span) -> tuple[str, ...]:
    """Return the words around a deed by which something is run: "a clinic run by the rebels"."""
    if trigger.text.casefold() not in _words("runs"):
        return ()
    at = trigger.start - sentence.start
    before, behind = sentence.text[:at], sentence.text[at + len(trigger.text) :]
    return (*tokens(before)[-1:], *tokens(behind)[:2])


def is_beside(part: str) -> bool:
    """Say whether words for a part mean what is not the place itself: "around" it."""
    return part in _words("beside")


def shared(trigger: str) -> bool:
    """Say whether a deed leaves a place in more than one hand: "divided"."""
    return bool(set(tokens(trigger)) & _words("shared"))


def gains_ground(trigger: str) -> bool:
    """Say whether a deed gains ground and takes no place: "advanced"."""
    return bool(set(tokens(trigger)) & _words("ground"))


def leaves_some(words: str) -> bool:
    """Say whether words around a withdrawal leave some of a side where it was: "began to"."""
    said = f" {' '.join(tokens(words))} "
    told = any(f" {some} " in said for some in _words("begun") | _words("some"))
    return told or any(map(is_number, said.split()))


def _led(place: Place, sentence: Span) -> tuple[str, str]:
    """Return what stands before a place's phrase, and what stands in it before the name."""
    name, text = place.name or "", place.text
    at = text.rfind(name) if name and name in text else -1
    if at < 0:
        at = next((m.start() for m in _WORD.finditer(text) if m[0][0].isupper()), -1)
    inner = text[:at] if at >= 0 else text[: len(text) - len(text.split()[-1])]
    return _before(place, sentence), inner


def _before(place: Place, sentence: Span) -> str:
    """Return what stands before a place's phrase in its clause."""
    at = sentence.text.find(place.text) if place.start is None else place.start - sentence.start
    if at < 0 or not sentence.text.startswith(place.text, at):
        return ""
    return _CLAUSE.split(sentence.text[max(0, at - REACH) : at])[-1]


def _parted(lead: str, *, bare: bool) -> str:
    """Return the words for a part that a lead ends with; `bare` where a name follows."""
    said = without_holders(lead)
    if found := _part().search(said):
        return " ".join(found["part"].split()).casefold()
    if found := _beside().search(said):
        return found["part"].casefold()
    found = _bearing().search(said) if bare else None
    return f"{found['part'].casefold()} part of" if found else ""


def _head(phrase: str) -> str:
    """Return the word for what a phrase names: "base" of "last base of the garrison"."""
    first = finds(__package__, TABLE, r"(?-i:\s{joins}\b)").split(f"{phrase} ")[0]
    return (tokens(first) or ("",))[-1]


def parts(phrase: str) -> list[str]:
    """Return what a phrase names, and then what that is in or at: "the base ", " Orlin"."""
    return finds(__package__, TABLE, r"(?-i:\b{joins}\b)|[,(]").split(phrase)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(listed(table(__package__, TABLE)[kind]))


def _any(*kinds: str) -> str:
    found = sorted(frozenset().union(*map(_words, kinds)), key=lambda w: (-len(w), w))
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in found)


# Between the part and the name there may stand the kind of place: "parts of the old town of Orlin".
_WITHIN = r"(?!(?:and|at|in|near|of|to|from|with)\b)(?-i:[a-z])[\w'’-]*\s+"
_TAIL = rf"(?:the\s+)?(?:{_WITHIN}){{0,2}}(?:(?<!the\s)of\s+)?$"


@cache
def _part() -> re.Pattern[str]:
    share = rf"(?:{_any('share')})(?:\s+of\s+|\s+(?=the\s))"
    area = rf"(?:(?:{_any('bearing')})\s+)?(?:{_any('area')})\s+of\s+"
    return re.compile(rf"\b(?P<part>{share}|{area}){_TAIL}", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<part>{_any('beside')})\s+(?:the\s+(?:{_any('kind')})\s+of\s+)?$", re.I
    )


@cache
def _bearing() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<part>{_any('bearing')})\s+$", re.IGNORECASE)

"""Which outlet a document says that its report comes from: credits, bylines, citations, links.

Only what the document leads with counts: a report that quotes an agency far down rests on it for
that sentence alone, and the attribution chains of its claims say so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from fogline.model import Document
from fogline.weighing.lately import lately
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import content, fold, stretches, tokens
from fogline.weighing.sources.authorities import country, is_institution

LEAD = 450  # characters of the report in which it names what it rests on
NEAR = 60  # characters between a cue and the outlet's name
_CREDIT = r"[(/\[]\s*{}\s*[)/\]]|(?:[-–—]|\bSource:)\s*{}\s*\.?\s*$"
_LONGER = re.compile(r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]\w+")  # "Petra Novak"
_SENTENCE = re.compile(r"[^.!?\n]+")
_NAMED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document says that it rests on an outlet, or on the page at an address.

    `whole` where it stands for the entire text (credit, byline, repost), not for its lead alone;
    `said` are the stems of the sentence that cites, the outlet's name left out.
    """

    document: str
    outlet: str | None
    url: str | None
    whole: bool
    evidence: str
    said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outlets:
    """Canonical keys of known outlets by the folded words of each of their names."""

    by_words: Mapping[tuple[str, ...], str]
    names: Mapping[str, str]
    by_bare: Mapping[tuple[str, ...], frozenset[str]]
    first: frozenset[str]  # words with which the names begin, and the article
    longest: int  # words of a name
    shared: frozenset[tuple[str, ...]]  # names that people, places or other things bear too

    def begins(self, word: str) -> bool:
        """Say whether a name may begin with a word as it is written."""
        return not self.first.isdisjoint(_begun(word))

    def key(self, name: str) -> str:
        """Return the key of an outlet's name, known or not."""
        folded = spelled(name)
        return self.by_words.get(folded, " ".join(folded))

    def short(self, name: str) -> str | None:
        """Return the one outlet of which a name is all but the kind: "Marsh" of "Marsh Wire".

        A country's or a capital's name is a government's before it is a newspaper's, and "the army"
        is the army before it is "Army News".
        """
        named = bare(spelled(name))
        found = set(self.by_bare.get(named, ()))
        taken = any(country(word) or is_institution(word) for word in named)
        return found.pop() if named and len(found) == 1 and not taken else None


def outlets(publishers: Iterable[str]) -> Outlets:
    """Return the agencies of `outlets.toml` with the publishers of the ledger."""
    return _outlets(frozenset(publishers))


@lru_cache(maxsize=8)
def _outlets(publishers: frozenset[str]) -> Outlets:
    by_words: dict[tuple[str, ...], str] = {}
    names: dict[str, str] = {}
    for name, also in _agencies():
        names[" ".join(spelled(name))] = name
        by_words |= {spelled(other): " ".join(spelled(name)) for other in (name, *also)}
    for name in sorted(publishers):
        key = by_words.setdefault(spelled(name), " ".join(spelled(name)))
        names.setdefault(key, name)
    known = {words: key for words, key in by_words.items() if words}
    alike: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for words, key in known.items():
        alike[bare(words)].add(key)
    longest = max(map(len, known), default=0)
    agencies = {spelled(other) for name, also in _agencies() for other in (name, *also)}
    shared = frozenset({w for w in known if len(w) == 1} - agencies) | _shared()
    named = {words: frozenset(keys) for words, keys in alike.items()}
    first = frozenset({"the", *(words[0] for words in known)})
    return Outlets(known, names, named, first, longest, shared)


@lately
def citations(document: Document, known: Outlets) -> tuple[Citation, ...]:
    """Return what the document says that it rests on, the plainest statement first."""
    own = known.key(document.publisher) if document.publisher else None
    found = [*_declared(document, known), *_named(document, known), *_linked(document)]
    return tuple(c for c in found if c.outlet is None or c.outlet != own)


def mentions(sentence: str, known: Outlets) -> Iterator[tuple[str, str]]:
    """Yield the outlets that a sentence names, each as written and by its key."""
    words = list(_NAMED.finditer(sentence))
    for i, first in enumerate(words):
        if not first.group()[0].isupper() or not known.begins(first.group()):
            continue
        for size in range(min(known.longest, len(words) - i), 0, -1):
            name = sentence[first.start() : words[i + size - 1].end()]
            if outlet := known.by_words.get(spelled(name)):
                if spelled(name) not in known.shared or _as_source(sentence, first.start(), name):
                    yield name, outlet
                break


def _as_source(sentence: str, start: int, name: str) -> bool:
    """Say whether a name that others bear too stands as an outlet's does; one that is all of the
    words, without a sentence, may.
    """
    before, after = sentence[:start], sentence[start + len(name) :]
    if not (before.strip() or after.strip()):
        return True
    if _LONGER.match(after) and not _kind_behind().match(after):
        return False
    led = _led().search(before)
    if not led and _of_another().search(before):
        return False
    if led or _told().match(after) or _kind_behind().match(after):
        return True
    return bool(re.search(_CREDIT.format(*[re.escape(name)] * 2), sentence.strip()))


@cache
def _kind_behind() -> re.Pattern[str]:
    """Return the kind of outlet behind a name: "Petra news agency", "Petra, the agency"."""
    return re.compile(
        rf"(?:['’]s?)?,? (?:(?!and|or)\w+ ){{0,3}}?(?:{_words('kinds')})\b", re.IGNORECASE
    )


@cache
def _told() -> re.Pattern[str]:
    """Return the cue that stands right behind the name of who tells."""
    said = rf"(?:['’]s? \w+)? (?:(?:{_words('between')}) )?(?:{_words('cues')})"
    return re.compile(rf"(?:{said}|(?:['’]s?)? (?:{_words('staff')}))\b|:\s")


@cache
def _led() -> re.Pattern[str]:
    """Return the cue, or kind of outlet, that stands right before a name."""
    cues = rf"(?:{_words('cues')})(?:\W(?:{_words('by')}|{_words('kinds')})){{0,4}}"
    return re.compile(rf"\b(?:{cues}|{_words('kinds')}|{_words('run')})\W$", re.IGNORECASE)


@cache
def _of_another() -> re.Pattern[str]:
    """Return what stands right before a person's name or a place's: "Elena Petra", "in Petra"."""
    forename = r"(?<=[^.!?] )[A-Z][\w’'-]*(?<!['’]s)"
    named = rf"(?:\b(?:{_words('courtesy')})\.?|{forename}) $"
    return re.compile(rf"{named}|\b(?i:{_words('where')})\s$")


def _words(name: str) -> str:
    return "|".join(re.escape(word) for word in _table()[name] if name != "kinds" or word != "the")


def address(url: str) -> str:
    """Return what two spellings of one address have in common."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _declared(document: Document, known: Outlets) -> Iterator[Citation]:
    repost = document.republished_from
    if repost and (repost.publisher or repost.url):
        name = repost.publisher or repost.url
        outlet = known.key(repost.publisher) if repost.publisher else None
        yield Citation(document.id, outlet, repost.url, True, f"says that it republishes {name}")
    if document.author and (outlet := known.by_words.get(spelled(document.author))):
        yield Citation(document.id, outlet, None, True, f"is signed {document.author}")


def _named(document: Document, known: Outlets) -> Iterator[Citation]:
    seen: set[str] = set()
    for sentence in lead(document):
        for name, outlet in mentions(sentence, known):
            if outlet not in seen and (how := _how(sentence, name)):
                seen.add(outlet)
                whole = how != "cites"
                said = content(sentence) - content(name)
                yield Citation(document.id, outlet, None, whole, f"{how} {name}", said)


def _linked(document: Document) -> Iterator[Citation]:
    for url in dict.fromkeys(document.links):
        yield Citation(document.id, None, url, False, f"links to {url}")


def lead(document: Document) -> Iterator[str]:
    """Yield the sentences in which a document names what it rests on."""
    headline = [p for p in document.parts if p.role in {"headline", "lead-in", "byline"}]
    for part in headline:
        yield from _SENTENCE.findall(document.text[part.start : part.end])
    told = list(stretches(document))
    if told:
        start, end = told[0][0], told[-1][1]
        yield from _SENTENCE.findall(document.text[start : min(start + LEAD, end)])
        yield document.text[max(start, end - NEAR) : end].rstrip().rpartition("\n")[2]


def _how(sentence: str, name: str) -> str | None:
    quoted = re.escape(name)
    if re.search(_CREDIT.format(quoted, quoted), sentence.strip()):
        return "credits"
    at = sentence.find(name)
    if _in_contrast(sentence, at, at + len(name)):
        return None
    around = sentence[max(0, at - NEAR) : at] + " " + sentence[at + len(name) :][:NEAR]
    if any(word.startswith("translat") for word in tokens(around)):
        return "translates"
    return "cites" if set(tokens(around)) & _cues() else None


def _in_contrast(sentence: str, start: int, end: int) -> bool:
    """Say whether a name stands there for what it had told otherwise: "had initially reported"."""
    before, behind = _contrasts()
    return bool(before.search(sentence[:start]) or behind.match(sentence[end:]))


@cache
def _contrasts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = rf"\b(?:{_words('contrary')})(?: \w+){{0,2}}? (?:the )?$"
    told = rf"(?:{_words('cues')})\b"  # what stands behind it, but for how it told, is what it told
    free = rf"(?: (?!that\b|{told})\w+| \(\w+\)){{0,3}}?"
    behind = rf"{free}(?: {told})? (?:{_words('at_first')})\b"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def spelled(name: str) -> tuple[str, ...]:
    """Return the folded words of an outlet's name, without its article."""
    words = tokens(name.removesuffix("'s").removesuffix("’s"))
    return words[1:] if words[:1] == ("the",) else words


@lru_cache(maxsize=1 << 14)
def _begun(word: str) -> frozenset[str]:
    return frozenset((*tokens(word), *spelled(word)))


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name's words without those that say what kind of outlet it is."""
    return tuple(word for word in words if word not in _kinds())


@cache
def _kinds() -> frozenset[str]:
    return frozenset(_table()["kinds"])


def _table() -> Mapping[str, Any]:
    return table(__package__, "outlets.toml")


def is_agency(outlet: str) -> bool:
    """Say whether an outlet's key is that of an agency, from which others have their news."""
    return outlet in _agency_keys()


@cache
def _agency_keys() -> frozenset[str]:
    return frozenset(" ".join(spelled(name)) for name, _ in _agencies())


@cache
def _cues() -> frozenset[str]:
    return frozenset(map(fold, _table()["cues"]))


@cache
def _shared() -> frozenset[tuple[str, ...]]:
    """Return the agencies' names that others bear too."""
    agencies = _table()["agency"]
    return frozenset(spelled(name) for row in agencies for name in row.get("shared", ()))


@cache
def _agencies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((agency["name"], tuple(agency["also"])) for agency in _table()["agency"])

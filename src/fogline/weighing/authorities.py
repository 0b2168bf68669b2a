"""Who a source is, so that two documents that quote one authority are seen to quote the same.

A source is known by its entity where one is linked, else by what its words name once office,
rank and courtesy are taken off: "Russian defence ministry spokesman" is the defence ministry of
RU. Words that name nobody ("activists", "reports") give no authority.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.model import Claim, Source
from fogline.weighing.wording import tokens

UNNAMED = frozenset({"anonymous", "witness"})
PARTICLES = frozenset({"for", "of", "at", "in", "from", "within", "with"})


@dataclass(frozen=True, slots=True)
class Authority:
    """A source that can be recognised elsewhere; `country` is ISO 3166-1 alpha-2, or empty."""

    words: frozenset[str]
    country: str = ""

    @property
    def name(self) -> str:
        """The words in a fixed order, with the country: the same for every spelling."""
        return " ".join([*sorted(self.words), *([self.country] if self.country else [])])


def authority(source: Source) -> Authority | None:
    """Return whom a source's words stand for, None where they name nobody in particular."""
    if source.kind in {"author", "self"} or (source.kind == "witness" and not source.id):
        return None
    if source.id:
        return Authority(frozenset({source.id}))
    words = tokens((source.name or source.text).replace("-based", " based "))
    found = _read(_spoken_for(words))
    if found and source.kind in UNNAMED and not found.words & _set("institution"):
        return None
    return found


def chain(claim: Claim) -> tuple[tuple[Source, Authority], ...]:
    """Return the links of a claim's attribution that can be recognised, outermost first."""
    pairs = ((source, authority(source)) for source in claim.attribution)
    return tuple((source, found) for source, found in pairs if found)


def speakers(claims: Iterable[Claim]) -> Mapping[str, Authority]:
    """Return for which authority a person speaks, where some claim names both.

    "defence ministry spokesman Idris Vell" makes Vell, wherever he is quoted alone, the ministry.
    """
    found: dict[str, set[Authority]] = defaultdict(set)
    for claim in claims:
        for source in claim.attribution:
            words = tokens(source.text)
            at = next((i for i, word in enumerate(words) if word in _set("office")), None)
            if at and source.kind in {"named-person", "official"} and words[at + 1 :]:
                person, body = _read(words[at + 1 :]), _read(words[:at])
                if person and body and body.words & _set("institution"):
                    found[person.name].add(body)
    return {person: min(bodies, key=lambda b: b.name) for person, bodies in found.items()}


def reconcile(named: Iterable[Authority]) -> Mapping[Authority, Authority]:
    """Return the fullest name of each authority, where only one fuller name can be meant.

    "Observatory" is the one observatory that is named in full; "army" stays "army" where the
    armies of two countries are named.
    """
    every = sorted(set(named), key=lambda a: (len(a.words), a.name))
    return {one: _fullest(one, every) for one in every}


def _fullest(one: Authority, every: Iterable[Authority]) -> Authority:
    fuller = [o for o in every if o != one and one.words <= o.words and _same_country(one, o)]
    tops = [f for f in fuller if not any(f.words < o.words for o in fuller)]
    countries = {t.country for t in tops if t.country}
    if len(tops) == 1:
        return tops[0]
    if tops and len(countries) == 1 and len({t.words for t in tops}) == 1:
        return next(t for t in tops if t.country)
    return one


def _same_country(one: Authority, other: Authority) -> bool:
    return not one.country or one.country == other.country


def _spoken_for(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words after "spokesman for", or those before "spokesman", or all."""
    offices = [i for i, word in enumerate(words) if word in _set("office")]
    if not offices:
        return words
    last = offices[-1]
    if words[last + 1 : last + 2] and words[last + 1] in PARTICLES:
        return words[last + 2 :]
    before = tuple(w for w in words[: offices[0]] if w not in _set("idle"))
    return before if set(before) & _set("institution") else words


def _read(words: Iterable[str]) -> Authority | None:
    spelling, countries, capitals = _table()["spelling"], _by_word("country"), _by_word("capital")
    country, kept = "", set()
    for word in words:
        spelled = spelling.get(word, word)
        if spelled in countries or spelled in capitals:
            country = country or countries.get(spelled) or capitals[spelled]
            kept |= {"government"} if spelled in capitals else set()
        elif spelled not in _set("idle") | _set("vague") | _set("office"):
            kept.add(spelled)
    if not kept and country and "military" in words:
        kept = {"military"}
    if len(kept) > 1:
        kept.discard("government")
    return Authority(frozenset(kept), country) if kept else None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("sources.toml").read_text("utf-8"))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_table()[name])


@cache
def _by_word(table: str) -> dict[str, str]:
    return {word: code for code, words in _table()[table].items() for word in words}

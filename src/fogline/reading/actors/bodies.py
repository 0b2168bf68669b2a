"""Bodies of states by whose they are and what they are: "Syrian army", "Ministry of Defence of X",
"Moscow" for its government.

Composed from lexicon/states/: which countries there are, what their bodies are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from fogline.reading.actors.authority import Actor, by_id, everyone, names, split
from fogline.reading.tables import rows
from fogline.reading.words.dictionary import Dictionary


@cache
def _countries() -> dict[str, str]:
    return {row["iso"]: row["name"] for row in rows("states", "countries.csv")}


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows("states", "bodies.csv")}


@lru_cache(maxsize=4096)
def body(iso: str, kind: str) -> Actor:
    """Return a body of a state: the listed one, else one named by the general pattern."""
    key = f"{iso.lower()}-{kind}"
    if listed := by_id().get(key):
        return listed
    name = _kinds()[kind]["name"].replace("{country}", _countries()[iso])
    parent = None if kind == "government" else f"{iso.lower()}-government"
    return Actor(key, name, "official", iso, parent, homes=(iso,))


def of_id(actor: str) -> Actor | None:
    """Return the listed actor of an id, else the body of a state that it is composed of."""
    iso, _, kind = actor.partition("-")
    if listed := by_id().get(actor):
        return listed
    return body(iso.upper(), kind) if iso.upper() in _countries() and kind in _kinds() else None


def is_office(actor: Actor) -> bool:
    """Whether a body is a state's by its office, whoever holds it."""
    return actor.id[2:3] == "-" and actor.id[3:] in _kinds()


def is_ministry(kind: str) -> bool:
    """Whether a kind of body sits in the capital, wherever that of which it speaks may be."""
    return kind.endswith("-ministry")


@cache
def capitals() -> Dictionary[str]:
    """Return the country codes of capitals."""
    return Dictionary((row["capital"], row["iso"]) for row in rows("states", "countries.csv"))


def bare() -> Iterator[tuple[str, str]]:
    """Yield "the army", "government forces" ... with the kind of body that each names."""
    for kind, row in _kinds().items():
        yield from ((head, kind) for head in split(row["bare"]))


@cache
def at_war() -> frozenset[str]:
    """Return the countries whose actors are listed: there "the army" is told apart."""
    return frozenset(home for actor in everyone() for home in actor.homes)


@cache
def lacking() -> frozenset[tuple[str, str]]:
    """Return the bodies that a state has not, by its code and their kind: there "the army" is
    another's.
    """
    found = rows("states", "lacking.csv")
    return frozenset((row["iso"], kind) for row in found for kind in split(row["bodies"]))


def governments() -> Iterator[tuple[str, Actor]]:
    """Yield what stands for governments where it acts: countries, peoples, capitals, seats."""
    for row in rows("states", "countries.csv"):
        actor = body(row["iso"], "government")
        cells = (row["demonyms"], row["aliases"])
        names = (row["name"], row["capital"], *(n for cell in cells for n in split(cell)))
        yield from ((name, actor) for name in names if name)


def seats() -> Iterator[tuple[str, Actor]]:
    """Yield the houses and streets that stand for governments and are no places then."""
    for row in rows("states", "seats.csv"):
        yield from ((seat, body(row["iso"], "government")) for seat in split(row["seats"]))


# --- whose and what ------------------------------------------------------------------------------


def of_state(word: str) -> bool:
    """Tell whether a word says of which state something is: a people, a country, its capital."""
    return any(bool(names.get(word)) for names in (whose(), lands(), capitals()))


@cache
def whose() -> Dictionary[str]:
    """Return the country codes of demonyms and possessives: "Syrian", "Syria's"."""
    return Dictionary(
        (name, row["iso"])
        for row in rows("states", "countries.csv")
        for name in (*split(row["demonyms"]), f"{row['name']}'s")
    )


@cache
def lands() -> Dictionary[str]:
    """Return the country codes of countries' names."""
    return Dictionary(
        (name, row["iso"])
        for row in rows("states", "countries.csv")
        for name in (row["name"], *split(row["aliases"]))
    )


@cache
def _heads(column: str) -> tuple[str, dict[str, str]]:
    heads = {head.lower(): kind for kind, row in _kinds().items() for head in split(row[column])}
    return "|".join(sorted(map(re.escape, heads), key=len, reverse=True)), heads


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf" (?:{_WORDY})?({_heads('heads')[0]})\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b({_heads('of')[0]})$", re.IGNORECASE)


_WORDY: Final = r"(?:federal|deputy) "
_OF: Final = re.compile(r" of (?:the )?(?=[A-Z])")
_REACH: Final = 40
_COMPELLED: Final = re.compile(
    r" (?:[A-Z]|\d|the |its |(?:\w+ )?\w+s )[^.;,]{0,60}?\b(?:to|out|from|off|into|back|away)\b"
)


def composed(text: str) -> Iterator[tuple[int, int, Actor]]:
    """Yield the bodies of states that a text names by whose they are, each with its characters."""
    heads = _heads("heads")[1]
    pattern = _behind()
    for hit in whose().find(text):
        at = hit.end + (text[hit.end : hit.end + 1] == "s")
        if head := pattern.match(text, at):
            yield hit.start, head.end(), body(hit.items[0], heads[head[1].lower()])
    yield from _of_lands(text)
    yield from _called_by_lands(text)
    yield from _of_capitals(text)


def _of_lands(text: str) -> Iterator[tuple[int, int, Actor]]:
    """Yield bodies with the country behind them: "the president of Peru"."""
    heads = _heads("of")[1]
    for of in _OF.finditer(text):
        from_ = max(0, of.start() - _REACH)
        head = _before().search(text[from_ : of.start()])
        if head and (iso := land_at(text, of.end())):
            code, end = iso
            yield from_ + head.start(), end, body(code, heads[head[1].lower()])


def _called_by_lands(text: str) -> Iterator[tuple[int, int, Actor]]:
    """Yield the bodies under arms that a country's bare name stands before: "the Peru Army"; in
    small letters not where the country may only say where: "in Peru troops fired"; nor where it
    compels others: "Peru forces families to leave".
    """
    heads = _heads("heads")[1]
    for hit in lands().find(text):
        head = _behind().match(text, hit.end)
        kind = heads[head[1].lower()] if head else ""
        if head is None or kind not in _UNIFORMED or len(set(hit.items)) > 1:
            continue
        if head[1] == "forces" and _COMPELLED.match(text, head.end()):
            continue
        if head[1].istitle() or not _WHERE.search(text, max(0, hit.start - _NEAR), hit.start):
            yield hit.start, head.end(), body(hit.items[0], kind)


def _of_capitals(text: str) -> Iterator[tuple[int, int, Actor]]:
    """Yield the armed bodies of states by their capitals: "Moscow's warplanes"."""
    heads = _heads("heads")[1]
    for hit in _ruling().find(text):
        head = _behind().match(text, hit.end)
        kind = heads[head[1].lower()] if head and head[1][-1] in "st" else ""
        if head and kind in _ARMED:  # "Baku's military prosecutor" is none of its military
            yield hit.start, head.end(), body(hit.items[0], kind)


@cache
def _ruling() -> Dictionary[str]:
    """Return the country codes of capitals' possessives, but for those whose name a body that is no
    office of the state bears for its rule: "the Sanaa government".
    """
    held = {alias.text for alias, who in names() if not is_office(who)}
    owned = ((row["capital"], row["iso"]) for row in rows("states", "countries.csv"))
    return Dictionary((f"{c}'s", iso) for c, iso in owned if c and f"{c} government" not in held)


_ARMED: Final = frozenset({"forces", "airforce", "navy"})
_UNIFORMED: Final = _ARMED | {"police", "border-guard", "national-guard"}
_WHERE: Final = re.compile(
    r"\b(?:in|into|from|to|near|across|inside|outside|around)(?: the)?(?: [a-z]+)? $",
    re.IGNORECASE,
)
_NEAR: Final = 24


def land_at(text: str, start: int) -> tuple[str, int] | None:
    """Return the country named at a character, with where its name ends."""
    hits = lands().find(text[start : start + _REACH])
    if not hits or hits[0].start:
        return None
    return hits[0].items[0], start + hits[0].end


def people_before(text: str, end: int) -> str | None:
    """Return the country of a demonym or possessive that ends before a character."""
    start = max(0, end - _REACH)
    hits = whose().find(text[start:end])
    return hits[-1].items[0] if hits and not text[start + hits[-1].end : end].strip("s ") else None


def forget() -> None:
    """Compose everything anew at the next question."""
    body.cache_clear()
    _ruling.cache_clear()
    at_war.cache_clear()

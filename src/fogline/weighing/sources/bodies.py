"""The bodies of the actor authority: their names, who belongs to whom, which of them fight."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens

_OF = re.compile(r"\bof\s+(?:the\s+)?", re.IGNORECASE)


def body_of(words: str) -> str | None:
    """Return the id of the one body whose name is some folded words, None where none or several."""
    return _spelt().get(words)


def body_behind(name: str) -> str | None:
    """Return the id of the body that a name is, or whose staff's or channel's: "KIA News"."""
    return _behind(name)[1]


def name_behind(name: str) -> str:
    """Return the folded name of the body whose staff or channel a name is, else the name itself."""
    whose, body = _behind(name)
    return whose if body else " ".join(tokens(name))


@lru_cache(maxsize=1 << 12)
def _behind(name: str) -> tuple[str, str | None]:
    """Return the folded name and the id of the body behind a name, the id None for none."""
    words, offices = list(tokens(name)), set(table(__package__, "sources.toml")["of_a_body"])
    found = body_of(" ".join(words))
    while words and not found and words[-1] in offices:
        words.pop()
        found = _fighting().get(" ".join(words)) or body_of(" ".join(words))
    return " ".join(words), found


def owner(name: str) -> tuple[str, str | None]:
    """Return what a name says is somebody's, with his id: "convoy" of "convoy of the RDF"."""
    what, *whose = _OF.split(name, maxsplit=1)
    if whose:
        return what, body_of(" ".join(tokens(whose[0])))
    first, _, rest = name.partition(" ")
    return rest, body_of(" ".join(tokens(first)))


def fights(body: str) -> bool:
    """Say whether an id is that of an armed group or of a state's forces."""
    return body in bodies().armed or body.endswith("-forces") or bool(army_of(body))


def wholes(body: str) -> frozenset[str]:
    """Return the ids of what a body is part of, near and far."""
    above = bodies().parents.get(body, ())
    return frozenset(above).union(*map(wholes, above))


def army_of(body: str) -> str:
    """Return the country of a state's army whose id does not say it is one: "updf"; or nothing."""
    found: str = table(__package__, "sources.toml")["army"].get(body, "")
    return found


def rivals_names() -> frozenset[str]:
    """Return the folded names that several bodies bear which fight: "yemeni armed forces"."""
    several = (name for name, ids in bodies().bearers.items() if sum(map(fights, ids)) > 1)
    return frozenset(" ".join(tokens(name)) for name in several)


@cache
def _fighting() -> dict[str, str]:
    """Return the names that one body alone bears of those that fight: others may share them."""
    found: dict[str, set[str]] = {}
    for name, ids in bodies().bearers.items():
        found.setdefault(" ".join(tokens(name)), set()).update(filter(fights, ids))
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


@cache
def _spelt() -> dict[str, str]:
    """Return the names of one body alone, by their folded words."""
    return {" ".join(tokens(name)): body for name, body in bodies().names.items()}


@dataclass(frozen=True, slots=True)
class Bodies:
    """What the actor authority says of who belongs to whom, and who bears a name; `names` are
    those of one body alone, `called` gives each one's own by its id; `people` are no bodies.
    """

    parents: Mapping[str, tuple[str, ...]]
    leaders: Mapping[str, tuple[tuple[str, str, str], ...]]
    called: Mapping[str, str]
    names: Mapping[str, str]
    bearers: Mapping[str, frozenset[str]]
    armed: frozenset[str]
    media: frozenset[str]
    people: frozenset[str]


@cache
def bodies() -> Bodies:
    """Return what the actor authority's tables say."""
    # The tables are data that both rooms read; neither room's code is the other's.
    folder = files("fogline").joinpath("reading", "lexicon", "actors")
    tables = sorted(e.name for e in folder.iterdir() if e.name.endswith(".csv"))
    texts = (folder.joinpath(name).read_text("utf-8") for name in tables)
    rows = [row for text in texts for row in csv.DictReader(text.splitlines())]
    parents = {row["id"]: (row["parent"],) for row in rows if row["parent"]}
    leaders = {row["id"]: tuple(map(_allegiance, _cells(row, "allegiance"))) for row in rows}
    armed, media, people = (
        frozenset(row["id"] for row in rows if row["kind"] == kind)
        for kind in ("armed-group", "media", "named-person")
    )
    bearers = _bearers(rows)
    names = {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}
    led = {body: found for body, found in leaders.items() if found}
    called = {row["id"]: row["name"] for row in rows}
    return Bodies(parents, led, called, names, bearers, armed, media, people)


def _bearers(rows: list[dict[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for name in (row["name"], *_cells(row, "aliases"), *_cells(row, "loaded")):
            found.setdefault(name.partition("@")[0].rstrip("*").casefold(), set()).add(row["id"])
    return {name: frozenset(ids) for name, ids in found.items()}


def _cells(row: Mapping[str, str], column: str) -> list[str]:
    return [cell.strip() for cell in (row[column] or "").split("|") if cell.strip()]


def _allegiance(cell: str) -> tuple[str, str, str]:
    leader, _, years = cell.partition(":")
    since, _, until = years.partition("/")
    return leader, since, until

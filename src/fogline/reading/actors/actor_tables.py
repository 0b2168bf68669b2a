"""Tables of actors from elsewhere as rows of ours: UCDP's list of actors, or a plain CSV.

Every line that cannot be used is a fault with its number and reason; a table with any fault is not
to be kept. What is left out on purpose is counted with its reason.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from anyascii import anyascii

from fogline.errors import StopRun
from fogline.reading.actors import authority
from fogline.reading.actors.actor_imports import COLUMNS
from fogline.reading.tables import rows

KINDS: Final = ("official", "armed-group", "organisation", "media", "named-person")
UCDP_LICENCE: Final = "CC BY 4.0, Uppsala Conflict Data Program"
_YEAR: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_SLUG: Final = re.compile(r"[^a-z0-9]+")
_MOST: Final = 10

Line = tuple[int, Mapping[str, str]]


@dataclass(slots=True)
class Table:
    """What was read: rows to keep, lines with faults, and lines left out by reason."""

    rows: list[dict[str, str]] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def sound(self, file: str) -> Table:
        """Return the table. Raises StopRun that names the lines where any has a fault."""
        if self.faults:
            told = [f"line {line}: {reason}" for line, reason in self.faults[:_MOST]]
            more = len(self.faults) - len(told)
            told += [f"and {more} more"] * (more > 0)
            raise StopRun(f"{file}: nothing was imported: {'; '.join(told)}")
        if not self.rows:
            raise StopRun(f"{file}: nothing was imported: it holds no actor")
        return self


# --- a plain CSV ---------------------------------------------------------------------------------


def plain(body: bytes, source: str, licence: str) -> Table:
    """Return the table that a CSV gives whose columns are named as ours; name and kind must be."""
    table = Table()
    lines = _lines(body, table, needed=("name", "kind"), known=COLUMNS)
    seen: dict[str, int] = {}
    for number, cells in lines:
        row = {column: (cells.get(column) or "").strip() for column in COLUMNS}
        row["id"] = row["id"] or f"{source}:{_slug(row['name'])}"
        row["source"], row["licence"] = row["source"] or source, row["licence"] or licence
        reason = next((r for check in _CHECKS if (r := check(row))), None)
        if reason is None and row["id"] in seen:
            reason = f"the id {row['id']!r} stands in line {seen[row['id']]} too"
        if reason:
            table.faults.append((number, reason))
        seen.setdefault(row["id"], number)
        table.rows.append(row)
    return table


def _no_name(row: dict[str, str]) -> str | None:
    return None if _slug(row["name"]) else "it has no name"


def _odd_kind(row: dict[str, str]) -> str | None:
    if row["kind"] in KINDS:
        return None
    return f"the kind {row['kind']!r} is none of {', '.join(KINDS)}"


def _odd_country(row: dict[str, str]) -> str | None:
    odd = [c for c in authority.split(row["country"]) if c not in _codes().values()]
    return f"{odd[0]!r} is no country's code (ISO 3166-1 alpha-2)" if odd else None


def _odd_years(row: dict[str, str]) -> str | None:
    odd = next((row[c] for c in ("from", "to") if row[c] and not _YEAR.fullmatch(row[c])), None)
    if odd:
        return f"{odd!r} is no year or month (2016 or 2016-07)"
    backwards = row["from"] and row["to"] and row["from"] > row["to"]
    return f"it ends in {row['to']}, before it begins in {row['from']}" if backwards else None


def _odd_ids(row: dict[str, str]) -> str | None:
    if row["ucdp"] and not row["ucdp"].isdigit():
        return f"{row['ucdp']!r} is no UCDP id"
    if row["wikidata"] and not re.fullmatch(r"Q\d+", row["wikidata"]):
        return f"{row['wikidata']!r} is no Wikidata id"
    return None


def _odd_succession(row: dict[str, str]) -> str | None:
    ways = (part.partition(":")[2] for part in authority.split(row["predecessor"]))
    odd = next((way for way in ways if way not in authority.SUCCESSIONS), None)
    return None if odd is None else f"{odd!r} is no way of succession"


_CHECKS: Final[tuple[Callable[[dict[str, str]], str | None], ...]] = (
    _no_name, _odd_kind, _odd_country, _odd_years, _odd_ids, _odd_succession,
)  # fmt: skip


# --- UCDP's list of actors -----------------------------------------------------------------------

_COMMUNAL: Final = "peoples and communities, which are no bodies"
_STATES: Final = "governments, which the lexicon composes"
_LEFT_OUT: Final = {"3": _COMMUNAL, "4": _STATES}
_NAMES: Final = ("NameData", "NameOrigFullEng", "NameOrigFull", "NameOrig")
_ABSENT: Final = frozenset({"", "n/a", "-", "na"})


def ucdp(body: bytes, source: str) -> Table:
    """Return the table that UCDP's list of actors gives: its armed groups and their names.

    A group that we list already gets what names it lacks; the others get `ucdp:<ActorId>`.
    """
    table = Table()
    listed = {actor.ucdp: actor.id for actor in authority.everyone() if actor.ucdp}
    needed = ("ActorId", "NameData", "Org", "Location")
    seen: dict[str, int] = {}
    for number, cells in _lines(body, table, needed=needed, known=None):
        actor, org = cells["ActorId"].strip(), cells["Org"].strip()
        if reason := _ucdp_fault(cells, seen):
            table.faults.append((number, reason))
        elif org in _LEFT_OUT:
            table.left_out[_LEFT_OUT[org]] += 1
        else:
            table.rows.append(_ucdp_row(cells, listed.get(actor), source))
        seen.setdefault(actor, number)
    return table


def _ucdp_fault(cells: Mapping[str, str], seen: dict[str, int]) -> str | None:
    actor = cells["ActorId"].strip()
    if not actor.isdigit():
        return f"the ActorId {actor!r} is no number"
    if actor in seen:
        return f"the ActorId {actor} stands in line {seen[actor]} too"
    if cells["NameData"].strip().lower() in _ABSENT:
        return "it has no name"
    return None if cells["Org"].strip() in {"1", "2", "3", "4"} else "its Org is none of 1 to 4"


def _ucdp_row(cells: Mapping[str, str], listed: str | None, source: str) -> dict[str, str]:
    actor = cells["ActorId"].strip()
    said = dict.fromkeys(
        name
        for column in _NAMES
        for name in (re.sub(r"[|*@]", " ", cells.get(column) or "").strip(),)
        if name.lower() not in _ABSENT
    )
    first, *others = said
    countries = dict.fromkeys(c for c in map(_code, cells["Location"].split(",")) if c)
    row = dict.fromkeys(COLUMNS, "")
    return row | {
        "id": listed or f"ucdp:{actor}",
        "name": first if _is_own(first) else f"{first} (UCDP {actor})",
        "kind": "armed-group",
        "country": "|".join(countries),
        "aliases": "|".join(map(_marked, others if _is_own(first) else said)),
        "ucdp": actor,
        "source": source,
        "licence": UCDP_LICENCE,
    }


def _marked(name: str) -> str:
    """Return a name marked as shared unless it has words enough to be its bearer's alone."""
    return name if _is_own(name) else f"{name}*"


def _is_own(name: str) -> bool:
    return len(name.split()) >= _WORDS_ENOUGH


_WORDS_ENOUGH: Final = 3


def _code(country: str) -> str | None:
    """Return a country's code by UCDP's name for it: "Myanmar (Burma)"."""
    return _codes().get(country.partition("(")[0].strip().lower())


@cache
def _codes() -> dict[str, str]:
    """Return the countries' codes by names in small letters."""
    found = {}
    for row in rows("states", "countries.csv"):
        for name in (row["name"], *authority.split(row["aliases"])):
            found[name.lower()] = row["iso"]
    return found


# --- lines ---------------------------------------------------------------------------------------


def _lines(
    body: bytes, table: Table, *, needed: tuple[str, ...], known: tuple[str, ...] | None
) -> Iterator[Line]:
    """Yield a CSV's lines by column with their numbers; what is no such line becomes a fault."""
    text = _decoded(body, table)
    if text is None:
        return
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [c.strip() for c in reader.fieldnames or ()]
    except csv.Error as error:
        table.faults.append((1, str(error)))
        return
    reader.fieldnames = columns
    lacking = [c for c in needed if c not in columns]
    unknown = [c for c in columns if known is not None and c not in known]
    if lacking or unknown or len(set(columns)) < len(columns):
        wrong = lacking or unknown or ["columns named twice"]
        verb = "lacks" if lacking else "has unknown" if unknown else "has"
        table.faults.append((1, f"the header {verb} {', '.join(map(repr, wrong))}"))
        return
    yield from _records(reader, table)


def _records(reader: csv.DictReader[str], table: Table) -> Iterator[Line]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            table.faults.append((reader.reader.line_num, str(error)))
            return
        if None in cells or None in cells.values():
            many = "more" if None in cells else "fewer"
            table.faults.append((reader.line_num, f"it has {many} cells than the header"))
        else:
            yield reader.line_num, cells


def _decoded(body: bytes, table: Table) -> str | None:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        table.faults.append((line, "it is not UTF-8 (save the file as UTF-8)"))
        return None


def _slug(name: str) -> str:
    return _SLUG.sub("-", anyascii(name).lower()).strip("-")
